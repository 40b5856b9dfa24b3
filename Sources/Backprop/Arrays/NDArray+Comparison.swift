import CKernels

/// The six comparisons; with nan only `notEqual` holds.
public enum ArrayComparison: Sendable {
  case less, lessOrEqual, equal, notEqual, greaterOrEqual, greater
}

extension NDArray {
  /// - Parameters:
  ///   - x: any dtype.
  ///   - y: of the dtype of x; the two broadcast. Gives `bool`.
  /// - Throws: `value` with both shapes when they do not go together.
  public static func compare(
    _ comparison: ArrayComparison, _ x: NDArray, _ y: NDArray
  ) throws(ArrayError) -> NDArray {
    switch x.dtype {
    case .float64: try compareFloats(KernelComparison(comparison), x, y)
    case .int64: try compare(comparison, x, y, of: Int64.self)
    case .bool: try compare(comparison, x, y, of: UInt8.self)
    }
  }

  @inline(__always)
  private static func compare<E: ArrayElement & Comparable>(
    _ comparison: ArrayComparison, _ x: NDArray, _ y: NDArray, of type: E.Type
  ) throws(ArrayError) -> NDArray {
    switch comparison {
    case .less: try map(x, y) { (a: E, b: E) in UInt8(a < b ? 1 : 0) }
    case .lessOrEqual: try map(x, y) { (a: E, b: E) in UInt8(a <= b ? 1 : 0) }
    case .equal: try map(x, y) { (a: E, b: E) in UInt8(a == b ? 1 : 0) }
    case .notEqual: try map(x, y) { (a: E, b: E) in UInt8(a != b ? 1 : 0) }
    case .greaterOrEqual: try map(x, y) { (a: E, b: E) in UInt8(a >= b ? 1 : 0) }
    case .greater: try map(x, y) { (a: E, b: E) in UInt8(a > b ? 1 : 0) }
    }
  }

  private static func compareFloats(
    _ kernel: KernelComparison, _ x: NDArray, _ y: NDArray
  ) throws(ArrayError) -> NDArray {
    let shape = x.shape == y.shape ? x.shape : try broadcastShape(x.shape, y.shape)
    let result = try NDArray(uninitialized: shape, .bool, budget: x.budget)
    var to = result.pointer(UInt8.self)
    let (left, right) = (x.pointer(Double.self), y.pointer(Double.self))
    var runs = OperandRuns(shape, x, y, y)
    let (count, steps) = (runs.inner.size, runs.inner.steps)
    runs.forEach { leftStart, rightStart, _ in
      kernelCompare(kernel, count, left + leftStart, steps.0, right + rightStart, steps.1, to)
      to += count
    }
    return result
  }
}

extension KernelComparison {
  fileprivate init(_ comparison: ArrayComparison) {
    switch comparison {
    case .less: self = KernelLess
    case .lessOrEqual: self = KernelLessOrEqual
    case .equal: self = KernelEqual
    case .notEqual: self = KernelNotEqual
    case .greaterOrEqual: self = KernelGreaterOrEqual
    case .greater: self = KernelGreater
    }
  }
}
