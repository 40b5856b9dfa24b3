import Pictures

/// The explanation of labelled artists, in a corner of the frame.
struct LegendDrawing {
  private let legend: Legend
  private let placed: PlacedAxes
  private let entries: [Artist]
  /// Whether it keeps its colours in dark pages.
  private let isOnSheet: Bool

  private static let size = 9.5
  private static let row = 15.0
  private static let swatch = 22.0
  private static let padding = 6.0
  private static let mostEntries = 40

  init(_ legend: Legend, _ placed: PlacedAxes, isOnSheet: Bool) {
    self.legend = legend
    self.placed = placed
    self.isOnSheet = isOnSheet
    entries = Array(
      placed.axes.artists.filter { artist in
        artist.label.map { !$0.isEmpty && !$0.hasPrefix("_") } ?? false
      }.prefix(Self.mostEntries).map { isOnSheet ? $0.inTrueColors : $0.followingScheme })
  }

  var nodes: [SVGNode] {
    if entries.isEmpty { return [] }
    let box = self.box
    var path = PathText()
    path.rectangle(box)
    let ink = Paint(isOnSheet ? .rgb(AxesGround.black) : .foreground)
    var nodes = [
      isOnSheet
        ? .shape(path, Paint(.rgb(AxesGround.white), opacity: 0.85), edge: .clear, edgeWidth: 0)
        : SVGNode.element("path", ["class": "legend", "d": path.text])
    ]
    var y = box.top + Self.padding + Self.row / 2
    if let title = legend.title {
      nodes.append(
        TextDrawing(marked: title, size: Self.size, isBold: true, paint: ink).node(
          at: Point(box.center.x, y), .center, .center))
      y += Self.row
    }
    for entry in entries {
      nodes += swatch(
        entry,
        Rectangle(
          left: box.left + Self.padding, top: y - 5, right: box.left + Self.padding + Self.swatch,
          bottom: y + 5))
      nodes.append(
        TextDrawing(marked: entry.label ?? "", size: Self.size, paint: ink).node(
          at: Point(box.left + Self.padding + Self.swatch + 6, y), .left, .center))
      y += Self.row
    }
    return nodes
  }

  // MARK: Place

  private func wordsWidth(_ text: String) -> Double {
    TextDrawing(marked: text, size: Self.size).extent.width
  }

  private var box: Rectangle {
    let widest = entries.map { wordsWidth($0.label ?? "") }.max() ?? 0
    let title = legend.title.map(wordsWidth) ?? 0
    let width = max(Self.swatch + 6 + widest, title) + 2 * Self.padding
    let rows = Double(entries.count + (legend.title == nil ? 0 : 1))
    let height = rows * Self.row + 2 * Self.padding
    if legend.location != "best" { return place(legend.location, width, height) }
    // The corner in which the fewest points lie.
    let corners = [
      "upper right", "upper left", "lower left", "lower right", "center right",
      "center left", "lower center", "upper center", "center",
    ]
    .map { place($0, width, height) }
    let points = self.points
    let counts = corners.map { corner in points.count { corner.contains($0) } }
    let best = counts.indices.min { counts[$0] < counts[$1] } ?? 0
    return corners[best]
  }

  private func place(_ location: String, _ width: Double, _ height: Double) -> Rectangle {
    let frame = placed.frame.inset(6, 6, 6, 6)
    let left =
      location.hasSuffix("right")
      ? frame.right - width
      : location.hasSuffix("left") ? frame.left : frame.center.x - width / 2
    let top =
      location.hasPrefix("upper")
      ? frame.top
      : location.hasPrefix("lower") ? frame.bottom - height : frame.center.y - height / 2
    return Rectangle(left: left, top: top, right: left + width, bottom: top + height)
  }

  /// Places of the data, and some between those that lines join.
  private var points: [Point] {
    var points: [Point] = []
    for artist in placed.axes.artists {
      switch artist.kind {
      case .line(let curve):
        let places = zip(curve.x, curve.y).map { placed.point($0, $1) }.filter(\.isFinite)
        points += places
        guard curve.line.pattern != .none else { continue }
        for (a, b) in zip(places, places.dropFirst()).prefix(500) {
          for part in 1..<8 {
            let t = Double(part) / 8
            points.append(Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t))
          }
        }
      case .points(let cloud):
        points += zip(cloud.x, cloud.y).map { placed.point($0, $1) }.filter(\.isFinite)
      case .bars(let bars):
        for index in bars.starts.indices {
          let middle = bars.starts[index] + bars.widths[index] / 2
          for part in 0...10 {
            let value = bars.bases[index] + bars.heights[index] * Double(part) / 10
            points.append(
              bars.direction == .vertical
                ? placed.point(middle, value) : placed.point(value, middle))
          }
        }
      case .area(let area): points += area.outlines.flatMap { $0.map(placed.point) }
      default: break
      }
    }
    return points
  }

  // MARK: Swatches

  private func swatch(_ artist: Artist, _ box: Rectangle) -> [SVGNode] {
    var middle = PathText()
    middle.polyline([Point(box.left, box.center.y), Point(box.right, box.center.y)])
    var filled = PathText()
    filled.rectangle(box.inset(0, 1, 0, 1))
    switch artist.kind {
    case .line(let curve):
      var nodes: [SVGNode] = []
      if curve.line.pattern != .none { nodes.append(.line(middle, curve.line, curve.paint)) }
      if let marker = curve.marker {
        nodes.append(
          self.marker(
            marker, min(curve.markerSize, 10), curve.markerFace, curve.markerEdge, 0.8, box.center))
      }
      return nodes
    case .points(let cloud):
      let fill: Paint =
        switch cloud.fill {
        case .paint(let paint): paint
        case .paints(let paints): paints.first ?? .clear
        case .values(_, let map, _, let opacity): Paint(.rgb(map.color(at: 0.5)), opacity: opacity)
        }
      let area = cloud.areas.first ?? 36
      return [
        marker(
          cloud.marker, min(max(area, 0).squareRoot(), 10), fill, cloud.edge, cloud.edgeWidth,
          box.center)
      ]
    case .bars(let bars):
      return [.shape(filled, bars.paints[0], edge: bars.edge, edgeWidth: bars.edgeWidth)]
    case .area(let area):
      return [.shape(filled, area.fill, edge: area.edge, edgeWidth: area.edgeWidth)]
    case .band(let band): return [.shape(filled, band.paint, edge: .clear, edgeWidth: 0)]
    case .axisLine(let line): return [.line(middle, line.line, line.paint)]
    case .segments(let segments): return [.line(middle, segments.line, segments.paint)]
    case .arrows(let arrows):
      return [.line(middle, LineStyle(.solid, width: arrows.width), arrows.paint)]
    case .image, .contours, .filledContours, .text: return []
    }
  }

  private func marker(
    _ marker: Marker, _ size: Double, _ fill: Paint, _ edge: Paint, _ edgeWidth: Double,
    _ place: Point
  ) -> SVGNode {
    let shape = MarkerShape(marker, size: size, fill, edge: edge, edgeWidth: edgeWidth)
    var path = PathText()
    shape.add(at: place, to: &path)
    return shape.node(path)
  }
}
