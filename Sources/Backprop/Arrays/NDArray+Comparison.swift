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
    case .float64: try compare(comparison, x, y, of: Double.self)
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
}
