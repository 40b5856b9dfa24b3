import CKernels

extension NDArray {
  /// The operation on each element; the result lies in memory as the operand does.
  ///
  /// Tolerance: `exp` and `tanh` are those of `CKernels`, within a unit in the last place of the true
  /// value; the others are the C library's.
  ///
  /// - Parameter x: `float64`, any shape.
  public static func elementwise(_ op: Operation, _ x: NDArray) throws(ArrayError) -> NDArray {
    if let order = memoryOrder(x.shape, x, x) {
      return try elementwise(op, x.permuted(order, of: x.shape)).restored(from: order)
    }
    if let kernel = KernelUnary(op) { return try apply(kernel, x) }
    switch op {
    case .input, .copy: return try x.contiguousCopy()
    default: return try map(x) { (a: Double) in op.value(a) }
    }
  }

  private static func apply(_ kernel: KernelUnary, _ x: NDArray) throws(ArrayError) -> NDArray {
    let result = try NDArray(uninitialized: x.shape, .float64, budget: x.budget)
    var to = result.pointer(Double.self)
    let source = x.pointer(Double.self)
    if x.isContiguous {
      kernelUnary(kernel, x.count, source, 1, to)
      return result
    }
    var runs = OperandRuns(x.shape, x, x, x)
    let (count, step) = (runs.inner.size, runs.inner.steps.0)
    runs.forEach { start, _, _ in
      kernelUnary(kernel, count, source + start, step, to)
      to += count
    }
    return result
  }

  /// The operation on each pair of elements; the result lies in memory as the operands do.
  ///
  /// - Parameters:
  ///   - x: `float64`.
  ///   - y: `float64`; the two broadcast.
  /// - Throws: `value` with both shapes when they do not go together.
  public static func elementwise(
    _ op: Operation, _ x: NDArray, _ y: NDArray
  ) throws(ArrayError) -> NDArray {
    let shape = x.shape == y.shape ? x.shape : try broadcastShape(x.shape, y.shape)
    if let order = memoryOrder(shape, x, y) {
      return try elementwise(op, x.permuted(order, of: shape), y.permuted(order, of: shape))
        .restored(from: order)
    }
    if let kernel = KernelBinary(op) { return try apply(kernel, shape, x, y) }
    return try mapSlowly(x, y) { (a: Double, b: Double) in op.value(a, b) }
  }

  private static func apply(
    _ kernel: KernelBinary, _ shape: [Int], _ x: NDArray, _ y: NDArray
  ) throws(ArrayError) -> NDArray {
    let result = try NDArray(uninitialized: shape, .float64, budget: x.budget)
    var to = result.pointer(Double.self)
    let (left, right) = (x.pointer(Double.self), y.pointer(Double.self))
    if x.count == result.count && y.count == result.count && x.isContiguous && y.isContiguous {
      kernelBinary(kernel, result.count, left, 1, right, 1, to)
      return result
    }
    var runs = OperandRuns(shape, x, y, y)
    let (count, steps) = (runs.inner.size, runs.inner.steps)
    runs.forEach { leftStart, rightStart, _ in
      kernelBinary(kernel, count, left + leftStart, steps.0, right + rightStart, steps.1, to)
      to += count
    }
    return result
  }
}

extension KernelUnary {
  fileprivate init?(_ op: Operation) {
    switch op {
    case .negate: self = KernelNegate
    case .absolute: self = KernelAbsolute
    case .square: self = KernelSquare
    case .reciprocal: self = KernelReciprocal
    case .sqrt: self = KernelSquareRoot
    case .exp: self = KernelExp
    case .tanh: self = KernelTanh
    default: return nil
    }
  }
}

extension KernelBinary {
  fileprivate init?(_ op: Operation) {
    switch op {
    case .add: self = KernelAdd
    case .subtract: self = KernelSubtract
    case .multiply: self = KernelMultiply
    case .divide: self = KernelDivide
    case .maximum: self = KernelMaximum
    case .minimum: self = KernelMinimum
    default: return nil
    }
  }
}
