import Pictures

/// Lines along which values may lie, with caps at their ends.
struct ErrorBarDrawing {
  private let style: ErrorStyle
  private let placed: PlacedAxes
  private var bars = PathText()
  private var caps = PathText()

  init(_ style: ErrorStyle, _ placed: PlacedAxes) {
    self.style = style
    self.placed = placed
  }

  /// The line of a value that is off in a direction.
  mutating func add(_ value: Point, _ error: ErrorBar, _ direction: Direction) {
    let ends = [-error.below, error.above].map { distance in
      direction == .vertical
        ? placed.point(value.x, value.y + distance) : placed.point(value.x + distance, value.y)
    }.filter(\.isFinite)
    bars.polyline(ends)
    guard style.capSize > 0 else { return }
    let (across, up) = direction == .vertical ? (style.capSize, 0) : (0, style.capSize)
    for end in ends {
      caps.polyline([
        Point(end.x - across, end.y - up), Point(end.x + across, end.y + up),
      ])
    }
  }

  /// - Parameter usual: of what they belong to.
  func nodes(_ usual: Paint) -> [SVGNode] {
    let paint = style.paint ?? usual
    return (bars.isEmpty ? [] : [.line(bars, LineStyle(.solid, width: style.width), paint)])
      + (caps.isEmpty ? [] : [.line(caps, LineStyle(.solid, width: style.capWidth), paint)])
  }
}
