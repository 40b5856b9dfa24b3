import CKernels

extension NDArray {
  /// x where the condition is 1, else y.
  ///
  /// - Parameters:
  ///   - condition: `bool`.
  ///   - x: any dtype.
  ///   - y: of the dtype of x; the three broadcast.
  public static func select(
    _ condition: NDArray, _ x: NDArray, _ y: NDArray
  ) throws(ArrayError) -> NDArray {
    switch x.dtype {
    case .float64:
      try select(condition, x, y, of: Double.self) {
        count, test, testStep, a, aStep, b, bStep, to in
        kernelSelect(count, test, testStep, a, aStep, b, bStep, to)
      }
    case .int64: try select(condition, x, y, of: Int64.self, choose)
    case .bool: try select(condition, x, y, of: UInt8.self, choose)
    }
  }

  /// - Parameter body: chooses for a run, given its count, where the operands are and their steps.
  @inline(__always)
  private static func select<E: ArrayElement>(
    _ condition: NDArray, _ x: NDArray, _ y: NDArray, of type: E.Type,
    _ body: (
      Int, UnsafePointer<UInt8>, Int, UnsafePointer<E>, Int, UnsafePointer<E>, Int,
      UnsafeMutablePointer<E>
    ) -> Void
  ) throws(ArrayError) -> NDArray {
    let shape = try broadcastShape(condition.shape, x.shape, y.shape)
    let result = try NDArray(uninitialized: shape, E.dtype, budget: x.budget)
    var to = result.pointer(E.self)
    let tests = condition.pointer(UInt8.self)
    let (left, right) = (x.pointer(E.self), y.pointer(E.self))
    var runs = OperandRuns(shape, condition, x, y)
    let (count, steps) = (runs.inner.size, runs.inner.steps)
    runs.forEach { testStart, leftStart, rightStart in
      body(
        count, tests + testStart, steps.0, left + leftStart, steps.1, right + rightStart, steps.2,
        to)
      to += count
    }
    return result
  }
}

@inline(__always)
private func choose<E: ArrayElement>(
  _ count: Int, _ test: UnsafePointer<UInt8>, _ testStep: Int, _ x: UnsafePointer<E>, _ xStep: Int,
  _ y: UnsafePointer<E>, _ yStep: Int, _ to: UnsafeMutablePointer<E>
) {
  for i in 0..<count { to[i] = test[i &* testStep] != 0 ? x[i &* xStep] : y[i &* yStep] }
}
