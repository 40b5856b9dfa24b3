/// An element with an order in which nan comes last.
protocol SortableElement: ArrayElement {
  static func precedes(_ x: Self, _ y: Self) -> Bool
}

extension Double: SortableElement {
  @inline(__always)
  static func precedes(_ x: Double, _ y: Double) -> Bool { x < y || (y.isNaN && !x.isNaN) }
}

extension Int64: SortableElement {
  @inline(__always)
  static func precedes(_ x: Int64, _ y: Int64) -> Bool { x < y }
}

extension UInt8: SortableElement {
  @inline(__always)
  static func precedes(_ x: UInt8, _ y: UInt8) -> Bool { x < y }
}
