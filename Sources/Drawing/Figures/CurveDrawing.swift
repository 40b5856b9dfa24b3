import Pictures

/// Points in order: the line, the markers, the error bars.
struct CurveDrawing {
  private let curve: Curve
  private let label: String?
  private let placed: PlacedAxes
  private let points: [Point]

  init(_ curve: Curve, _ label: String?, _ placed: PlacedAxes) {
    self.curve = curve
    self.label = label
    self.placed = placed
    points = zip(curve.x, curve.y).map { placed.point($0, $1) }
  }

  var nodes: [SVGNode] { line + errorBars + markers }

  /// As an author would call it, to who points at it.
  private var title: String? {
    guard let label, !label.hasPrefix("_") else { return nil }
    return MathText.plain(label)
  }

  private var line: [SVGNode] {
    guard curve.line.pattern != .none, curve.line.width > 0 else { return [] }
    var path = PathText()
    for run in points.split(whereSeparator: { !$0.isFinite }) {
      path.polyline(Thinning.thinned(stepped(Array(run))))
    }
    return path.isEmpty ? [] : [.line(path, curve.line, curve.paint, title: title)]
  }

  private func stepped(_ run: [Point]) -> [Point] {
    guard curve.steps != .none else { return run }
    var result = Array(run.prefix(1))
    for (last, next) in zip(run, run.dropFirst()) {
      switch curve.steps {
      case .before: result.append(Point(last.x, next.y))
      case .after: result.append(Point(next.x, last.y))
      case .middle:
        let middle = (last.x + next.x) / 2
        result += [Point(middle, last.y), Point(middle, next.y)]
      case .none: break
      }
      result.append(next)
    }
    return result
  }

  private var markers: [SVGNode] {
    let shown = points.indices.filter { points[$0].isFinite }
    guard let marker = curve.marker else {
      // Points of a short line tell their numbers though nothing marks them.
      return curve.line.pattern != .none && shown.count <= Self.mostTouched ? touches(shown) : []
    }
    let shape = MarkerShape(
      marker, size: curve.markerSize, curve.markerFace, edge: curve.markerEdge,
      edgeWidth: curve.markerEdgeWidth)
    guard shown.count <= ArtistDrawing.mostTold else {
      var path = PathText()
      for point in Thinning.distinct(shown.map { points[$0] }) { shape.add(at: point, to: &path) }
      return [shape.node(path)]
    }
    return shown.map { index in
      var path = PathText()
      shape.add(at: points[index], to: &path)
      return shape.node(path, title: text(ofPoint: index))
    }
  }

  private static let mostTouched = 100
  /// Nearer points could not be pointed at apart, in points.
  private static let touchSize = 8.0

  private func touches(_ shown: [Int]) -> [SVGNode] {
    var last: Point?
    return shown.compactMap { index in
      let point = points[index]
      if let last, abs(last.x - point.x) + abs(last.y - point.y) < Self.touchSize { return nil }
      last = point
      var path = PathText()
      path.dot(point)
      return .element(
        "path",
        [
          "class": "touch", "d": path.text, "stroke-width": coordinate(Self.touchSize),
          "stroke-linecap": "round",
        ], [.title(text(ofPoint: index))])
    }
  }

  private func text(ofPoint index: Int) -> String {
    "(\(curve.x[index].told), \(curve.y[index].told))"
  }

  private var errorBars: [SVGNode] {
    var drawing = ErrorBarDrawing(curve.errorStyle, placed)
    for index in points.indices {
      let value = Point(curve.x[index], curve.y[index])
      if index < curve.yErrors.count { drawing.add(value, curve.yErrors[index], .vertical) }
      if index < curve.xErrors.count { drawing.add(value, curve.xErrors[index], .horizontal) }
    }
    return drawing.nodes(curve.paint)
  }
}

/// Points that are not joined.
struct CloudDrawing {
  private let cloud: PointCloud
  private let placed: PlacedAxes

  init(_ cloud: PointCloud, _ placed: PlacedAxes) {
    self.cloud = cloud
    self.placed = placed
  }

  var nodes: [SVGNode] {
    let shown = cloud.x.indices.filter { placed.point(cloud.x[$0], cloud.y[$0]).isFinite }
    if shown.count <= ArtistDrawing.mostTold { return byLook(shown).map(node(of:)) }
    // Of points that nearly cover each other the last is seen; equal looks share an element.
    var groups: [Look: [Point]] = [:]
    var looks: [Look] = []
    var seen: Set<Point> = []
    for index in shown.reversed() {
      let point = placed.point(cloud.x[index], cloud.y[index])
      let look = self.look(of: index)
      let grain = max(look.size / 2.5, 0.5)
      let spot = Point((point.x / grain).rounded(), (point.y / grain).rounded())
      guard seen.insert(spot).inserted else { continue }
      if groups[look] == nil { looks.append(look) }
      groups[look, default: []].append(point)
    }
    return looks.reversed().map { look in
      let shape = self.shape(look)
      var path = PathText()
      for point in Thinning.shortened(groups[look] ?? []) { shape.add(at: point, to: &path) }
      return shape.node(path)
    }
  }

  /// Where points have few looks, those of one look after another, which then say it once.
  private func byLook(_ shown: [Int]) -> [Int] {
    var places: [Look: Int] = [:]
    let keys = shown.map { index -> Int in
      let look = self.look(of: index)
      if let place = places[look] { return place }
      places[look] = places.count
      return places.count - 1
    }
    guard places.count <= Self.fewLooks else { return shown }
    return zip(keys, shown).sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
  }

  private static let fewLooks = 12

  private func shape(_ look: Look) -> MarkerShape {
    MarkerShape(
      cloud.marker, size: look.size, look.fill, edge: edge(look.fill), edgeWidth: cloud.edgeWidth)
  }

  private struct Look: Hashable {
    var fill: Paint
    var size: Double
  }

  private func look(of index: Int) -> Look {
    let area = cloud.areas.count > 1 ? cloud.areas[index] : cloud.areas.first ?? 36
    let size = area > 0 && area.isFinite ? area.squareRoot() : 0
    return Look(fill: fill(of: index), size: (size * 4).rounded() / 4)
  }

  private func fill(of index: Int) -> Paint {
    switch cloud.fill {
    case .paint(let paint): paint
    case .paints(let paints): index < paints.count ? paints[index] : .clear
    case .values(let values, let map, let range, let opacity):
      map.color(of: steps(values[index], range), in: range)
        .map { Paint(.rgb($0), opacity: opacity) } ?? .clear
    }
  }

  /// Of many points the colours are few, so that they can share elements.
  private func steps(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    let width = range.upperBound - range.lowerBound
    guard cloud.x.count > ArtistDrawing.mostTold, width > 0, width.isFinite else { return value }
    return range.lowerBound + ((value - range.lowerBound) / width * 64).rounded() / 64 * width
  }

  /// Of shapes without an inside, the line is the shape.
  private func edge(_ fill: Paint) -> Paint {
    MarkerShape.isOpen(cloud.marker) && cloud.edge.color == .clear ? fill : cloud.edge
  }

  private func node(of index: Int) -> SVGNode {
    let look = self.look(of: index)
    let shape = self.shape(look)
    var path = PathText()
    shape.add(at: placed.point(cloud.x[index], cloud.y[index]), to: &path)
    var text = "(\(cloud.x[index].told), \(cloud.y[index].told))"
    if case .values(let values, _, _, _) = cloud.fill {
      text += ": \(values[index].told)"
    }
    return shape.node(path, title: text)
  }
}

/// Fewer points where more would not be seen.
enum Thinning {
  /// Lines of more points than a screen has columns lose none of their peaks: of what lies within a quarter
  /// of a point in a row, first, lowest, highest and last stay.
  static func thinned(_ points: [Point]) -> [Point] {
    guard points.count > 1_000 else { return points }
    var result: [Point] = []
    var start = 0
    while start < points.count {
      let column = (points[start].x * 4).rounded(.down)
      var end = start + 1
      while end < points.count, (points[end].x * 4).rounded(.down) == column { end += 1 }
      let run = start..<end
      let low = run.min { points[$0].y < points[$1].y } ?? start
      let high = run.max { points[$0].y < points[$1].y } ?? start
      for index in Set([start, low, high, end - 1]).sorted() { result.append(points[index]) }
      start = end
    }
    return result
  }

  /// Points in rows from left to right, and back in the next one: from each to the next it is not far,
  /// which is short to write.
  static func shortened(_ points: [Point]) -> [Point] {
    func key(_ point: Point) -> (Double, Double) {
      let row = (point.y / 4).rounded()
      return (row, row.truncatingRemainder(dividingBy: 2) == 0 ? point.x : -point.x)
    }
    return points.sorted { key($0) < key($1) }
  }

  /// Without those that lie on one before.
  static func distinct(_ points: [Point]) -> [Point] {
    var seen: Set<Point> = []
    return points.filter { seen.insert(spot($0)).inserted }
  }

  /// What is seen as one place.
  static func spot(_ point: Point) -> Point {
    Point((point.x * 4).rounded(), (point.y * 4).rounded())
  }
}
