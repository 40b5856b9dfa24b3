import Pictures

/// What is shown in axes, as elements.
struct ArtistDrawing {
  let placed: PlacedAxes

  init(_ placed: PlacedAxes) {
    self.placed = placed
  }

  /// Up to so many points tell their numbers each; more would make the page heavy.
  static let mostTold = 250

  func nodes(of artist: Artist) -> [SVGNode] {
    switch artist.kind {
    case .line(let curve): CurveDrawing(curve, artist.label, placed).nodes
    case .points(let cloud): CloudDrawing(cloud, placed).nodes
    case .bars(let bars): nodes(of: bars)
    case .image(let grid): ImageDrawing(grid, placed).nodes
    case .contours(let contours): ContourDrawing(contours, placed).lines
    case .filledContours(let contours): ContourDrawing(contours, placed).bands
    case .area(let area): nodes(of: area)
    case .axisLine(let line): [node(of: line)]
    case .band(let band): [node(of: band)]
    case .segments(let segments): nodes(of: segments)
    case .text(let label): nodes(of: label)
    case .arrows(let arrows): nodes(of: arrows)
    }
  }

  // MARK: Bars

  /// More bars than a screen has columns are one outline.
  private static let mostBars = 2_000

  private func outline(of bars: Bars) -> SVGNode? {
    let rectangles = bars.starts.indices.compactMap { rectangle(bars, $0) }
    let isVertical = bars.direction == .vertical
    // There and back, along the ends and along the bases.
    let there = rectangles.flatMap {
      isVertical
        ? [Point($0.left, $0.top), Point($0.right, $0.top)]
        : [Point($0.right, $0.top), Point($0.right, $0.bottom)]
    }
    let back = rectangles.reversed().flatMap {
      isVertical
        ? [Point($0.right, $0.bottom), Point($0.left, $0.bottom)]
        : [Point($0.left, $0.bottom), Point($0.left, $0.top)]
    }
    var path = PathText()
    path.polyline(Thinning.thinned(there) + Thinning.thinned(back), isClosed: true)
    return path.isEmpty
      ? nil : .shape(path, bars.paints[0], edge: bars.edge, edgeWidth: bars.edgeWidth)
  }

  private func nodes(of bars: Bars) -> [SVGNode] {
    if bars.starts.count > Self.mostBars { return [outline(of: bars)].compactMap(\.self) }
    let isTold = bars.starts.count <= Self.mostTold
    var nodes: [SVGNode] = []
    var together = PathText()
    for index in bars.starts.indices {
      guard let rectangle = rectangle(bars, index) else { continue }
      let paint = bars.paints.count > 1 ? bars.paints[index] : bars.paints[0]
      if isTold || bars.paints.count > 1 {
        var path = PathText()
        path.rectangle(rectangle)
        nodes.append(
          .shape(
            path, paint, edge: bars.edge, edgeWidth: bars.edgeWidth,
            title: isTold ? text(of: bars, index) : nil))
      } else {
        together.rectangle(rectangle)
      }
    }
    if !together.isEmpty {
      nodes.append(.shape(together, bars.paints[0], edge: bars.edge, edgeWidth: bars.edgeWidth))
    }
    return nodes + errorBars(of: bars)
  }

  private func rectangle(_ bars: Bars, _ index: Int) -> Rectangle? {
    let (start, end) = (bars.starts[index], bars.starts[index] + bars.widths[index])
    var base = bars.bases[index]
    let top = base + bars.heights[index]
    let isVertical = bars.direction == .vertical
    let along = isVertical ? placed.x : placed.y
    let across = isVertical ? placed.y : placed.x
    // A logarithm has no zero to stand on.
    if across.isLog, base <= 0 { base = across.limits.lowerBound }
    let places = [along.place(start), along.place(end), across.place(base), across.place(top)]
    guard places.allSatisfy(\.isFinite) else { return nil }
    let (first, last) = (min(places[0], places[1]), max(places[0], places[1]))
    let (low, high) = (min(places[2], places[3]), max(places[2], places[3]))
    return isVertical
      ? Rectangle(left: first, top: low, right: last, bottom: high)
      : Rectangle(left: low, top: first, right: high, bottom: last)
  }

  private func text(of bars: Bars, _ index: Int) -> String {
    let height = bars.heights[index].told
    let (start, end) = (bars.starts[index], bars.starts[index] + bars.widths[index])
    if bars.isHistogram {
      return "\(start.told) to \(end.told): \(height)"
    }
    let middle = (start + end) / 2
    let axis = bars.direction == .vertical ? placed.axes.x : placed.axes.y
    let name = axis.ticks?.first { abs($0.value - middle) < 1e-9 }?.label
    return "\(name ?? middle.told): \(height)"
  }

  private func errorBars(of bars: Bars) -> [SVGNode] {
    var drawing = ErrorBarDrawing(bars.errorStyle, placed)
    for (index, error) in bars.errors.enumerated() where index < bars.starts.count {
      let middle = bars.starts[index] + bars.widths[index] / 2
      let end = bars.bases[index] + bars.heights[index]
      let isVertical = bars.direction == .vertical
      drawing.add(
        isVertical ? Point(middle, end) : Point(end, middle), error, bars.direction)
    }
    return drawing.nodes(Paint(.foreground))
  }

  // MARK: Areas and lines

  private func nodes(of area: Area) -> [SVGNode] {
    var path = PathText()
    for outline in area.outlines {
      let places = outline.map(placed.point).filter(\.isFinite)
      path.polyline(Thinning.thinned(places), isClosed: true)
    }
    if path.isEmpty { return [] }
    return [.shape(path, area.fill, edge: area.edge, edgeWidth: area.edgeWidth)]
  }

  private func node(of line: AxisLine) -> SVGNode {
    let frame = placed.frame
    var path = PathText()
    let value = line.value.rounded(toDigits: 6)
    if line.direction == .horizontal {
      let y = placed.y.place(line.value)
      path.polyline([
        Point(frame.left + line.stretch.lowerBound * frame.width, y),
        Point(frame.left + line.stretch.upperBound * frame.width, y),
      ])
      return .line(path, line.line, line.paint, title: "y = \(value)")
    }
    let x = placed.x.place(line.value)
    path.polyline([
      Point(x, frame.bottom - line.stretch.lowerBound * frame.height),
      Point(x, frame.bottom - line.stretch.upperBound * frame.height),
    ])
    return .line(path, line.line, line.paint, title: "x = \(value)")
  }

  private func node(of band: Band) -> SVGNode {
    let frame = placed.frame
    var path = PathText()
    if band.direction == .horizontal {
      let (a, b) = (placed.y.place(band.range.lowerBound), placed.y.place(band.range.upperBound))
      path.rectangle(
        Rectangle(
          left: frame.left + band.stretch.lowerBound * frame.width, top: min(a, b),
          right: frame.left + band.stretch.upperBound * frame.width, bottom: max(a, b)))
    } else {
      let (a, b) = (placed.x.place(band.range.lowerBound), placed.x.place(band.range.upperBound))
      path.rectangle(
        Rectangle(
          left: min(a, b), top: frame.bottom - band.stretch.upperBound * frame.height,
          right: max(a, b), bottom: frame.bottom - band.stretch.lowerBound * frame.height))
    }
    return .shape(path, band.paint, edge: .clear, edgeWidth: 0)
  }

  private func nodes(of segments: Segments) -> [SVGNode] {
    var path = PathText()
    var seen: Set<[Point]> = []
    for (start, end) in zip(segments.starts, segments.ends) {
      let ends = [placed.point(start), placed.point(end)]
      guard ends.allSatisfy(\.isFinite), seen.insert(ends.map(Thinning.spot)).inserted else {
        continue
      }
      path.polyline(ends)
    }
    return path.isEmpty ? [] : [.line(path, segments.line, segments.paint)]
  }

  // MARK: Arrows and words

  private func nodes(of arrows: Arrows) -> [SVGNode] {
    var shafts = PathText()
    var heads = PathText()
    var seen: Set<[Point]> = []
    for (tail, vector) in zip(arrows.tails, arrows.vectors) {
      let start = placed.point(tail)
      let end = placed.point(tail.x + vector.x, tail.y + vector.y)
      guard start.isFinite, end.isFinite,
        seen.insert([Thinning.spot(start), Thinning.spot(end)]).inserted
      else { continue }
      ArrowShape(from: start, to: end).add(to: &shafts, &heads)
    }
    if shafts.isEmpty { return [] }
    return [
      .line(shafts, LineStyle(.solid, width: arrows.width), arrows.paint),
      .shape(heads, arrows.paint, edge: .clear, edgeWidth: 0),
    ]
  }

  func nodes(of label: Label) -> [SVGNode] {
    if label.text.isEmpty { return [] }
    guard let place = placed.place(of: label) else { return [] }
    let text = text(of: label)
    var nodes: [SVGNode] = []
    if let target = label.target.map(placed.point), target.isFinite {
      nodes += arrow(from: place, text, to: target, label)
    }
    if let box = label.box { nodes.append(self.box(box, around: text, at: place, label)) }
    nodes.append(text.node(at: place, label.horizontal, label.vertical, rotation: label.rotation))
    return nodes
  }

  /// Where the words of a label stand, as if they were not turned.
  func bounds(of label: Label) -> Rectangle? {
    placed.place(of: label).map { bounds(of: text(of: label), at: $0, label) }
  }

  private func text(of label: Label) -> TextDrawing {
    TextDrawing(marked: label.text, size: label.size, isBold: label.isBold, paint: label.paint)
  }

  /// From the edge of the words, and not through them.
  private func arrow(
    from place: Point, _ text: TextDrawing, to target: Point, _ label: Label
  ) -> [SVGNode] {
    let box = bounds(of: text, at: place, label)
    let start = Point(
      min(max(target.x, box.left), box.right), min(max(target.y, box.top), box.bottom))
    var shafts = PathText()
    var heads = PathText()
    ArrowShape(from: start, to: target).add(to: &shafts, &heads)
    return [
      .line(shafts, LineStyle(.solid, width: 1.2), label.arrow),
      .shape(heads, label.arrow, edge: .clear, edgeWidth: 0),
    ]
  }

  private func bounds(of text: TextDrawing, at place: Point, _ label: Label) -> Rectangle {
    let (width, height) = text.extent
    let left =
      switch label.horizontal {
      case .left: place.x
      case .center: place.x - width / 2
      case .right: place.x - width
      }
    let top =
      switch label.vertical {
      case .top: place.y
      case .center: place.y - height / 2
      case .baseline, .bottom: place.y - height
      }
    return Rectangle(left: left, top: top, right: left + width, bottom: top + height)
  }

  private func box(
    _ paint: Paint, around text: TextDrawing, at place: Point, _ label: Label
  ) -> SVGNode {
    var path = PathText()
    path.rectangle(bounds(of: text, at: place, label).inset(-3, -2, -3, -2))
    return .shape(path, paint, edge: Paint(.foreground, opacity: 0.3), edgeWidth: 0.6)
  }
}

/// A straight arrow.
struct ArrowShape {
  let from: Point
  let to: Point

  func add(to shafts: inout PathText, _ heads: inout PathText) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.5 else { return }
    let head = min(6, length * 0.6)
    let (ux, uy) = (dx / length, dy / length)
    let base = Point(to.x - ux * head, to.y - uy * head)
    shafts.polyline([from, base])
    let half = head * 0.42
    heads.polyline(
      [
        to, Point(base.x - uy * half, base.y + ux * half),
        Point(base.x + uy * half, base.y - ux * half),
      ],
      isClosed: true)
  }
}
