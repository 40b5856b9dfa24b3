import Pictures

/// Many like quantities as textbooks draw them: a column of circles, with dots where there are too many.
struct LayerColumn {
  let node: ComputationGraph.Node
  let isOutput: Bool
  let isMarked: Bool
  private let units: Int
  private let name: TextRuns
  private let count: TextRuns

  /// Rows of circles; of more units some stand before the dots and some after.
  private static let mostRows = 8
  private static let pitch = 21.0
  private static let radius = 8.0
  private static let lineHeight = 20.0

  init(
    _ node: ComputationGraph.Node, units: Int, isOutput: Bool, isMarked: Bool,
    _ notation: GraphNotation
  ) {
    self.node = node
    self.units = max(units, 1)
    self.isOutput = isOutput
    self.isMarked = isMarked
    name = notation.name(of: node)
    count = TextRuns(units == 1 ? "1 unit" : "\(units) units", .quiet)
  }

  private var rows: Int { min(units, Self.mostRows) }

  /// The row that dots stand in.
  private var dots: Int? { units > Self.mostRows ? Self.mostRows - 3 : nil }

  var size: GraphSize {
    GraphSize(
      width: max(name.width, count.width, 2 * Self.radius + 4).rounded(.up),
      height: Double(rows) * Self.pitch + 2 * Self.lineHeight)
  }

  /// Middles of its circles.
  func circles(in frame: Rectangle) -> [Point] {
    let top = frame.center.y - Double(rows - 1) * Self.pitch / 2
    return (0..<rows).filter { $0 != dots }.map {
      Point(frame.center.x, top + Double($0) * Self.pitch)
    }
  }

  func nodes(in frame: Rectangle) -> [SVGNode] {
    let half = Double(rows) * Self.pitch / 2
    var path = PathText()
    for circle in circles(in: frame) { path.circle(circle, radius: Self.radius) }
    var children: [SVGNode] = [
      .title(told), .element("path", ["class": isOutput ? "n o" : "n", "d": path.text]),
      name.node(at: Point(frame.center.x, frame.center.y - half - 9)),
      count.node(at: Point(frame.center.x, frame.center.y + half + 8)),
    ]
    if let dots {
      let middle = frame.center.y + (Double(dots) - Double(rows - 1) / 2) * Self.pitch
      var path = PathText()
      for offset in [-5.0, 0, 5] {
        path.circle(Point(frame.center.x, middle + offset), radius: 1.2)
      }
      children.append(.element("path", ["class": "a", "d": path.text]))
    }
    return [.element("g", ["class": isMarked ? "m" : nil], children)]
  }

  /// From each circle of a column to each of the next one.
  static func fan(from starts: [Point], to ends: [Point]) -> PathText {
    var path = PathText()
    for start in starts {
      for end in ends {
        path.polyline([Point(start.x + radius, start.y), Point(end.x - radius, end.y)])
      }
    }
    return path
  }

  private var told: String {
    var text = "\(GraphNotation.words(node)): \(units) \(units == 1 ? "unit" : "units")"
    if !node.shape.isEmpty { text += ", \(GraphNotation.shape(node.shape))" }
    if let value = node.value { text += "\n\(value)" }
    if let derivative = node.derivative { text += "\nderivative: \(derivative)" }
    return text
  }
}
