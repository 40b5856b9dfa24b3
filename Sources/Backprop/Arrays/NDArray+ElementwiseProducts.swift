extension NDArray {
  /// `upstream` times the local derivative of an element-wise operation, in one pass by the table of
  /// operations; the commonest have loops of their own.
  static func elementwiseProduct(
    _ upstream: NDArray, _ operation: Operation, operands: [NDArray], result: NDArray,
    by operand: Int
  ) throws(ArrayError) -> NDArray {
    switch (operation, operand) {
    case (.add, _), (.subtract, 0), (.copy, _): return upstream
    case (.subtract, _), (.negate, _): return try elementwise(.negate, upstream)
    case (.multiply, _): return try elementwise(.multiply, upstream, operands[1 - operand])
    case (.divide, 0): return try elementwise(.divide, upstream, operands[1])
    case (.exp, _): return try elementwise(.multiply, upstream, result)
    case (.tanh, _): return try unaryProduct(.tanh, upstream, operands[0], result)
    case (.square, _): return try unaryProduct(.square, upstream, operands[0], result)
    case (.log, _): return try elementwise(.divide, upstream, operands[0])
    default:
      return operands.count == 1
        ? try unaryProduct(operation, upstream, operands[0], result)
        : try binaryProduct(operation, upstream, operands, result, by: operand)
    }
  }

  /// Inlined, so that a call with a constant operation has the formula in its loop.
  @inline(__always)
  private static func unaryProduct(
    _ operation: Operation, _ upstream: NDArray, _ x: NDArray, _ r: NDArray
  ) throws(ArrayError) -> NDArray {
    let product = try NDArray(uninitialized: r.shape, .float64, budget: r.budget)
    let (upstream, x, r) = try (upstream.contiguous(), x.contiguous(), r.contiguous())
    let (g, xs, rs) = (
      upstream.pointer(Double.self), x.pointer(Double.self), r.pointer(Double.self)
    )
    let target = product.pointer(Double.self)
    for index in 0..<product.count {
      let local = operation.derivatives(
        of: rs[index], by: xs[index], wanted: true, by: 0, wanted: false
      ).byLeft
      target[index] = local.map { g[index] * $0 } ?? 0
    }
    return product
  }

  private static func binaryProduct(
    _ operation: Operation, _ upstream: NDArray, _ operands: [NDArray], _ r: NDArray,
    by operand: Int
  ) throws(ArrayError) -> NDArray {
    let product = try NDArray(uninitialized: r.shape, .float64, budget: r.budget)
    let x = try operands[0].broadcast(to: r.shape)
    let y = try operands[1].broadcast(to: r.shape)
    let (upstream, r) = try (upstream.contiguous(), r.contiguous())
    let (g, rs) = (upstream.pointer(Double.self), r.pointer(Double.self))
    let (xs, ys) = (x.pointer(Double.self), y.pointer(Double.self))
    let target = product.pointer(Double.self)
    var index = 0
    x.walk(with: y) { left, right in
      let local = operation.derivatives(
        of: rs[index], by: xs[left], wanted: operand == 0, by: ys[right], wanted: operand == 1)
      let derivative = operand == 0 ? local.byLeft : local.byRight
      target[index] = derivative.map { g[index] * $0 } ?? 0
      index += 1
    }
    return product
  }
}
