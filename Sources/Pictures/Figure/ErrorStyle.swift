/// How error bars are drawn.
public struct ErrorStyle: Hashable, Sendable {
  /// `nil` for that of what they belong to.
  public var paint: Paint?
  /// Points, of the lines.
  public var width = 1.2
  /// Points; half the length of the lines across their ends, 0 for none.
  public var capSize = 0.0
  /// Points.
  public var capWidth = 1.0

  /// Lines without caps.
  public init() {}
}
