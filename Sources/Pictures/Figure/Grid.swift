/// Which lines of a grid are drawn.
public enum GridLines: String, Hashable, Sendable {
  case none, x, y, both

  /// Whether there are lines at the marks of x, or of y.
  public func contains(_ direction: Direction) -> Bool {
    self == .both || self == (direction == .horizontal ? .x : .y)
  }

  /// With those of `lines` besides, or without them.
  public func setting(_ lines: GridLines, to isShown: Bool) -> GridLines {
    let shown = [Direction.horizontal, .vertical].map {
      lines.contains($0) ? isShown : contains($0)
    }
    return shown[0] ? (shown[1] ? .both : .x) : shown[1] ? .y : .none
  }
}

/// What a program says of the looks of a grid; the rest is the page's.
public struct GridStyle: Hashable, Sendable {
  public var color: Color?
  public var opacity: Double?
  public var pattern: LineStyle.Pattern?
  /// Points.
  public var width: Double?

  /// The page's.
  public init() {}
}
