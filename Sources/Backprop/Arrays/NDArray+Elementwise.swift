extension NDArray {
  /// The operation on each element.
  ///
  /// - Parameter x: `float64`, any shape.
  public static func elementwise(_ op: Operation, _ x: NDArray) throws(ArrayError) -> NDArray {
    switch op {
    case .negate: try map(x) { (a: Double) in -a }
    case .absolute: try map(x) { (a: Double) in a.magnitude }
    case .square: try map(x) { (a: Double) in a * a }
    case .reciprocal: try map(x) { (a: Double) in 1 / a }
    case .sqrt: try map(x) { (a: Double) in a.squareRoot() }
    case .input, .constant, .copy: try x.contiguousCopy()
    default: try map(x) { (a: Double) in op.value(a) }
    }
  }

  /// The operation on each pair of elements.
  ///
  /// - Parameters:
  ///   - x: `float64`.
  ///   - y: `float64`; the two broadcast.
  /// - Throws: `value` with both shapes when they do not go together.
  public static func elementwise(
    _ op: Operation, _ x: NDArray, _ y: NDArray
  ) throws(ArrayError) -> NDArray {
    switch op {
    case .add: try map(x, y) { (a: Double, b: Double) in a + b }
    case .subtract: try map(x, y) { (a: Double, b: Double) in a - b }
    case .multiply: try map(x, y) { (a: Double, b: Double) in a * b }
    case .divide: try map(x, y) { (a: Double, b: Double) in a / b }
    case .maximum: try map(x, y) { (a: Double, b: Double) in a.isNaN || a > b ? a : b }
    case .minimum: try map(x, y) { (a: Double, b: Double) in a.isNaN || a < b ? a : b }
    default: try mapSlowly(x, y) { (a: Double, b: Double) in op.value(a, b) }
    }
  }

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
    case .float64: try select(condition, x, y, of: Double.self)
    case .int64: try select(condition, x, y, of: Int64.self)
    case .bool: try select(condition, x, y, of: UInt8.self)
    }
  }

  private static func select<E: ArrayElement>(
    _ condition: NDArray, _ x: NDArray, _ y: NDArray, of type: E.Type
  ) throws(ArrayError) -> NDArray {
    let shape = try broadcastShape(condition.shape, x.shape, y.shape)
    let result = try NDArray(uninitialized: shape, E.dtype, budget: x.budget)
    var to = result.pointer(E.self)
    let tests = condition.pointer(UInt8.self)
    let (left, right) = (x.pointer(E.self), y.pointer(E.self))
    var runs = OperandRuns(shape, condition, x, y)
    let (count, steps) = (runs.inner.size, runs.inner.steps)
    runs.forEach { testStart, leftStart, rightStart in
      let (test, a, b) = (tests + testStart, left + leftStart, right + rightStart)
      for i in 0..<count {
        to[i] = test[i &* steps.0] != 0 ? a[i &* steps.1] : b[i &* steps.2]
      }
      to += count
    }
    return result
  }
}
