import Pictures

/// Lines of equal value of a function on a grid, by marching squares. A cell whose opposite corners agree
/// is decided by the mean of all four.
struct ContourTracing {
  private let columns: Int
  private let rows: Int
  private let x: [Double]
  private let y: [Double]
  private let values: [Double]

  /// - Parameter isFramed: whether a ring of cells without width is laid around, that is below every level:
  ///   then all lines are closed, and hold what is above.
  init(_ contours: Contours, isFramed: Bool) {
    let (width, height) = (contours.x.count, contours.y.count)
    guard isFramed else {
      (columns, rows, x, y, values) = (width, height, contours.x, contours.y, contours.values)
      return
    }
    columns = width + 2
    rows = height + 2
    x = Self.framed(contours.x)
    y = Self.framed(contours.y)
    let below = Array(repeating: -Double.infinity, count: width + 2)
    var all = below
    for row in 0..<height {
      all.append(-.infinity)
      all += contours.values[row * width..<(row + 1) * width].map { $0.isNaN ? -.infinity : $0 }
      all.append(-.infinity)
    }
    values = all + below
  }

  private static func framed(_ places: [Double]) -> [Double] {
    [places.first ?? 0] + places + [places.last ?? 0]
  }

  /// An edge of the grid: that from a corner to the right, or downwards.
  private struct Edge: Hashable {
    var corner: Int
    var isVertical: Bool
  }

  /// The lines at a level. Those of a framed grid are closed, and what is above lies on one side.
  func lines(at level: Double) -> [[Point]] {
    var next: [Edge: Edge] = [:]
    var starts: [Edge] = []
    for row in 0..<max(rows - 1, 0) {
      for column in 0..<max(columns - 1, 0) {
        for (from, to) in segments(row, column, level) {
          next[from] = to
          starts.append(from)
        }
      }
    }
    return joined(next, starts, level)
  }

  /// Follows segments from end to end, open lines from where they begin.
  private func joined(
    _ segments: [Edge: Edge], _ starts: [Edge], _ level: Double
  ) -> [[Point]] {
    var next = segments
    let ends = Set(segments.values)
    var lines: [[Point]] = []
    func follow(_ start: Edge) {
      var line = [point(on: start, level)]
      var edge = start
      while let following = next.removeValue(forKey: edge) {
        line.append(point(on: following, level))
        edge = following
      }
      if line.count > 1 { lines.append(line) }
    }
    for start in starts where !ends.contains(start) && next[start] != nil { follow(start) }
    for start in starts where next[start] != nil { follow(start) }
    return lines
  }

  /// The pieces of lines in a cell, each with what is above at its left.
  private func segments(_ row: Int, _ column: Int, _ level: Double) -> [(Edge, Edge)] {
    let corner = row * columns + column
    let corners = [corner, corner + 1, corner + columns + 1, corner + columns].map { values[$0] }
    guard !corners.contains(where: \.isNaN) else { return [] }
    var kind = 0
    for (bit, value) in corners.enumerated() where value >= level { kind |= 1 << bit }
    let top = Edge(corner: corner, isVertical: false)
    let right = Edge(corner: corner + 1, isVertical: true)
    let bottom = Edge(corner: corner + columns, isVertical: false)
    let left = Edge(corner: corner, isVertical: true)
    switch kind {
    case 1: return [(top, left)]
    case 2: return [(right, top)]
    case 3: return [(right, left)]
    case 4: return [(bottom, right)]
    case 6: return [(bottom, top)]
    case 7: return [(bottom, left)]
    case 8: return [(left, bottom)]
    case 9: return [(top, bottom)]
    case 11: return [(right, bottom)]
    case 12: return [(left, right)]
    case 13: return [(top, right)]
    case 14: return [(left, top)]
    case 5, 10:
      let isAbove = corners.reduce(0, +) / 4 >= level
      if kind == 5 {
        return isAbove ? [(top, right), (bottom, left)] : [(top, left), (bottom, right)]
      }
      return isAbove ? [(left, top), (right, bottom)] : [(right, top), (left, bottom)]
    default: return []
    }
  }

  private func point(on edge: Edge, _ level: Double) -> Point {
    let (row, column) = (edge.corner / columns, edge.corner % columns)
    let other = edge.corner + (edge.isVertical ? columns : 1)
    let (a, b) = (values[edge.corner], values[other])
    let part = Self.part(a, b, level)
    return edge.isVertical
      ? Point(x[column], y[row] + (y[row + 1] - y[row]) * part)
      : Point(x[column] + (x[column + 1] - x[column]) * part, y[row])
  }

  /// How far between two values a level is reached; at the end that is finite where one is not.
  private static func part(_ a: Double, _ b: Double, _ level: Double) -> Double {
    if a.isInfinite { return 1 }
    if b.isInfinite { return 0 }
    return a == b ? 0.5 : min(max((level - a) / (b - a), 0), 1)
  }
}

/// Contours as elements.
struct ContourDrawing {
  private let contours: Contours
  private let placed: PlacedAxes

  init(_ contours: Contours, _ placed: PlacedAxes) {
    self.contours = contours
    self.placed = placed
  }

  private func paint(_ index: Int) -> Paint {
    contours.paints.isEmpty
      ? Paint(.foreground) : contours.paints[min(index, contours.paints.count - 1)]
  }

  /// A line for each level.
  var lines: [SVGNode] {
    let tracing = ContourTracing(contours, isFramed: false)
    return contours.levels.enumerated().flatMap { index, level -> [SVGNode] in
      let lines = tracing.lines(at: level)
      var path = PathText()
      for line in lines { path.polyline(smoothed(line)) }
      if path.isEmpty { return [] }
      // Below zero lines of one colour are dashed, as matplotlib has it.
      var style = contours.line
      if level < 0, style.pattern == .solid, Set(contours.paints.map(\.color)).count == 1 {
        style.pattern = .dashed
      }
      let value = level.rounded(toDigits: 6)
      return [.line(path, style, paint(index), title: value)]
        + (contours.isLabelled
          ? label(
            lines, index < contours.labels.count ? contours.labels[index] : value, paint(index))
          : [])
    }
  }

  /// Each band covers what is above its lower level; the next one covers it in turn.
  var bands: [SVGNode] {
    let tracing = ContourTracing(contours, isFramed: true)
    var nodes: [SVGNode] = []
    // A band holds its upper level and not its lower one, but for the lowest.
    var bounds = contours.levels.enumerated().map {
      $0.offset == 0 ? $0.element : $0.element.nextUp
    }
    if contours.extendsBelow { bounds.insert(-.greatestFiniteMagnitude, at: 0) }
    let bandCount = contours.extendsAbove ? bounds.count : bounds.count - 1
    let isOpaque = contours.paints.allSatisfy { $0.opacity >= 1 }
    for band in 0..<max(bandCount, 0) {
      var path = PathText()
      for line in tracing.lines(at: bounds[band]) { path.polyline(smoothed(line), isClosed: true) }
      // The next band lies over this one, unless it lets this one through.
      if band + 1 < bounds.count, !isOpaque || band == bandCount - 1 {
        for line in tracing.lines(at: bounds[band + 1]) {
          path.polyline(smoothed(line), isClosed: true)
        }
      }
      if path.isEmpty { continue }
      let lower = bounds[band].magnitude < 1e300 ? bounds[band].rounded(toDigits: 6) : "…"
      let upper = band + 1 < bounds.count ? bounds[band + 1].rounded(toDigits: 6) : "…"
      nodes.append(
        .shape(
          path, paint(band), edge: .clear, edgeWidth: 0, isEvenOdd: true,
          title: "\(lower) to \(upper)"))
    }
    return nodes
  }

  /// In the drawing, without points that are nearly on the way of others.
  private func smoothed(_ line: [Point]) -> [Point] {
    let places = line.map(placed.point).filter(\.isFinite)
    guard places.count > 3 else { return places }
    var result = [places[0]]
    for index in 1..<places.count - 1 {
      let (a, b, c) = (result[result.count - 1], places[index], places[index + 1])
      let area = abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))
      let base = ((c.x - a.x) * (c.x - a.x) + (c.y - a.y) * (c.y - a.y)).squareRoot()
      // Farther than a twentieth of a point from the straight way.
      if area > 0.05 * base || base == 0 { result.append(b) }
    }
    result.append(places[places.count - 1])
    return result
  }

  /// The value in the middle of the longest line of a level.
  private func label(_ lines: [[Point]], _ text: String, _ paint: Paint) -> [SVGNode] {
    guard let longest = lines.max(by: { $0.count < $1.count }), longest.count > 8 else { return [] }
    let place = placed.point(longest[longest.count / 2])
    guard place.isFinite else { return [] }
    return [
      TextDrawing(marked: text, size: 8, paint: paint, className: "halo").node(
        at: place, .center, .center)
    ]
  }
}
