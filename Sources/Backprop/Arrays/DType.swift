/// The type of an array's elements; the order is that in which they promote.
public enum DType: UInt8, Comparable, Sendable, CaseIterable {
  /// One byte, 0 or 1.
  case bool
  case int64
  case float64

  /// As NumPy names it.
  public var name: String {
    switch self {
    case .bool: "bool"
    case .int64: "int64"
    case .float64: "float64"
    }
  }

  /// Bytes of one element.
  public var size: Int { self == .bool ? 1 : 8 }

  public static func < (left: DType, right: DType) -> Bool { left.rawValue < right.rawValue }
}

/// What a kernel is written for: the Swift type that holds an element of a dtype.
public protocol ArrayElement: BitwiseCopyable {
  static var dtype: DType { get }
}

extension Double: ArrayElement {
  public static var dtype: DType { .float64 }
}

extension Int64: ArrayElement {
  public static var dtype: DType { .int64 }
}

/// An element of a `bool` array: 0 or 1.
extension UInt8: ArrayElement {
  public static var dtype: DType { .bool }
}
