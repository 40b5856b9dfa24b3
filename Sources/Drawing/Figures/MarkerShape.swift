import Pictures

/// The outline of a marker.
struct MarkerShape {
  private let marker: Marker
  private let radius: Double
  private let fill: Paint
  private let edge: Paint
  private let edgeWidth: Double

  /// - Parameter size: the diameter, in points.
  init(_ marker: Marker, size: Double, _ fill: Paint, edge: Paint, edgeWidth: Double) {
    self.marker = marker
    radius = (marker == .dot ? size / 2 : marker == .pixel ? 1 : size) / 2
    self.fill = fill
    self.edge = edge
    self.edgeWidth = edgeWidth
  }

  /// Whether it is a disc of one colour, and so the dot that a round pen makes.
  private var isDot: Bool {
    guard marker == .circle || marker == .dot || marker == .pixel else { return false }
    return edge.color == .clear || edgeWidth <= 0 || (edge == fill && fill.opacity >= 1)
  }

  /// Whether it is made of lines and has no inside.
  static func isOpen(_ marker: Marker) -> Bool {
    switch marker {
    case .plus, .cross, .verticalBar, .horizontalBar, .tripodDown, .tripodUp, .tripodLeft,
      .tripodRight:
      true
    default: false
    }
  }

  func node(_ path: PathText, title: String? = nil) -> SVGNode {
    if isDot {
      let rim = edge.color == .clear ? 0 : max(edgeWidth, 0)
      return .dots(path, fill, size: 2 * radius + rim, title: title)
    }
    if Self.isOpen(marker) {
      return .line(
        path, LineStyle(.solid, width: max(edgeWidth, 1)), edge.color == .clear ? fill : edge,
        title: title)
    }
    return .shape(path, fill, edge: edge, edgeWidth: edgeWidth, title: title)
  }

  func add(at point: Point, to path: inout PathText) {
    if isDot {
      path.dot(point)
      return
    }
    let r = radius
    func at(_ x: Double, _ y: Double) -> Point { Point(point.x + x * r, point.y + y * r) }
    func polygon(_ corners: [(Double, Double)]) {
      path.polyline(corners.map { at($0.0, $0.1) }, isClosed: true)
    }
    func spokes(_ ends: [(Double, Double)]) {
      for end in ends { path.polyline([point, at(end.0, end.1)]) }
    }
    switch marker {
    case .dot, .circle, .pixel: path.circle(point, radius: r)
    case .triangleUp: polygon([(0, -1), (1, 1), (-1, 1)])
    case .triangleDown: polygon([(0, 1), (1, -1), (-1, -1)])
    case .triangleLeft: polygon([(-1, 0), (1, -1), (1, 1)])
    case .triangleRight: polygon([(1, 0), (-1, -1), (-1, 1)])
    case .square: polygon([(-1, -1), (1, -1), (1, 1), (-1, 1)])
    case .diamond: polygon([(0, -1.41), (1.41, 0), (0, 1.41), (-1.41, 0)])
    case .thinDiamond: polygon([(0, -1.41), (0.85, 0), (0, 1.41), (-0.85, 0)])
    case .pentagon:
      polygon([(0, -1), (0.951, -0.309), (0.588, 0.809), (-0.588, 0.809), (-0.951, -0.309)])
    case .star:
      polygon([
        (0, -1), (0.225, -0.309), (0.951, -0.309), (0.363, 0.118), (0.588, 0.809), (0, 0.382),
        (-0.588, 0.809), (-0.363, 0.118), (-0.951, -0.309), (-0.225, -0.309),
      ])
    case .hexagon:
      polygon([(0, -1), (0.866, -0.5), (0.866, 0.5), (0, 1), (-0.866, 0.5), (-0.866, -0.5)])
    case .turnedHexagon:
      polygon([(-1, 0), (-0.5, -0.866), (0.5, -0.866), (1, 0), (0.5, 0.866), (-0.5, 0.866)])
    case .octagon:
      polygon([
        (-0.38, -0.92), (0.38, -0.92), (0.92, -0.38), (0.92, 0.38), (0.38, 0.92), (-0.38, 0.92),
        (-0.92, 0.38), (-0.92, -0.38),
      ])
    case .filledPlus:
      polygon([
        (-0.33, -1), (0.33, -1), (0.33, -0.33), (1, -0.33), (1, 0.33), (0.33, 0.33), (0.33, 1),
        (-0.33, 1), (-0.33, 0.33), (-1, 0.33), (-1, -0.33), (-0.33, -0.33),
      ])
    case .filledCross:
      polygon([
        (-0.5, -1), (0, -0.5), (0.5, -1), (1, -0.5), (0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5),
        (-0.5, 1), (-1, 0.5), (-0.5, 0), (-1, -0.5),
      ])
    case .plus: spokes([(0, -1), (0, 1), (-1, 0), (1, 0)])
    case .cross: spokes([(-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8), (0.8, -0.8)])
    case .verticalBar: spokes([(0, -1), (0, 1)])
    case .horizontalBar: spokes([(-1, 0), (1, 0)])
    case .tripodDown: spokes([(0, 1), (0.8, -0.5), (-0.8, -0.5)])
    case .tripodUp: spokes([(0, -1), (0.8, 0.5), (-0.8, 0.5)])
    case .tripodLeft: spokes([(-1, 0), (0.5, -0.8), (0.5, 0.8)])
    case .tripodRight: spokes([(1, 0), (-0.5, -0.8), (-0.5, 0.8)])
    }
  }
}
