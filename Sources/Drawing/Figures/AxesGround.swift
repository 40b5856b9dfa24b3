import Pictures

/// What black and white stand on in axes. On bare ground both follow the page's scheme, black as text does
/// and white as the page; on filled colours, which do not follow it, both stay what they are.
struct AxesGround {
  private let placed: PlacedAxes
  /// Whether values are shown as colours, as in an image or in bands: then the frame is a sheet of white
  /// paper, on which all is as the program has it.
  let isSheet: Bool
  /// Shapes of a colour of their own, with their place in the order of drawing.
  private let fills: [(order: Order, outlines: [[Point]])]

  private struct Order: Comparable {
    var height: Double
    var index: Int

    static func < (a: Order, b: Order) -> Bool { (a.height, a.index) < (b.height, b.index) }
  }

  init(_ placed: PlacedAxes) {
    self.placed = placed
    isSheet = placed.axes.artists.contains(where: \.showsValuesAsColors)
    fills =
      isSheet
      ? []
      : placed.axes.artists.enumerated().compactMap { index, artist in
        let outlines = placed.coveredOutlines(of: artist)
        return outlines.isEmpty ? nil : (Order(height: artist.order, index: index), outlines)
      }
  }

  /// White below what does not cover all of the frame; `nil` where nothing of it would be seen.
  var sheet: SVGNode? {
    guard isSheet, !placed.axes.artists.contains(where: { placed.isCovered(by: $0) }) else {
      return nil
    }
    var path = PathText()
    path.rectangle(placed.frame)
    return .shape(path, Paint(.rgb(Self.white)), edge: .clear, edgeWidth: 0)
  }

  /// Whether the page's scheme does not reach an artist: most of it is on filled colours.
  func keepsColors(of artist: Artist, at index: Int) -> Bool {
    if case .text(let label) = artist.kind {
      if let box = label.box, box.isFilledColor { return true }
      if isSheet { return places(of: artist).contains(where: placed.frame.contains) }
    }
    if isSheet { return true }
    if fills.isEmpty { return false }
    let places = places(of: artist)
    let order = Order(height: artist.order, index: index)
    let below = fills.filter { $0.order < order }
    let covered = places.count { place in
      below.contains { $0.outlines.contains { Self.contains($0, place) } }
    }
    return covered * 2 > places.count
  }

  /// An artist with the black and white that can be told apart where it stands.
  func settled(_ artist: Artist, at index: Int) -> Artist {
    keepsColors(of: artist, at: index) ? artist.inTrueColors : artist.followingScheme
  }

  static let black: UInt32 = 0
  static let white: UInt32 = 0xFF_FFFF

  // MARK: Places

  /// Enough to tell where most of an artist is.
  private static let mostPlaces = 200

  /// Some of the places that an artist marks.
  private func places(of artist: Artist) -> [Point] {
    let places: [Point] =
      switch artist.kind {
      case .line(let curve): sampled(curve.x.count) { placed.point(curve.x[$0], curve.y[$0]) }
      case .points(let cloud): sampled(cloud.x.count) { placed.point(cloud.x[$0], cloud.y[$0]) }
      case .segments(let segments):
        sampled(segments.starts.count) { index in
          let (start, end) = (segments.starts[index], segments.ends[index])
          return placed.point((start.x + end.x) / 2, (start.y + end.y) / 2)
        }
      case .axisLine(let line):
        (0..<Self.linePlaces).map { index in
          let part = (Double(index) + 0.5) / Double(Self.linePlaces)
          return line.direction == .horizontal
            ? Point(placed.frame.left + part * placed.frame.width, placed.y.place(line.value))
            : Point(placed.x.place(line.value), placed.frame.top + part * placed.frame.height)
        }
      case .arrows(let arrows): sampled(arrows.tails.count) { placed.point(arrows.tails[$0]) }
      case .text(let label): [ArtistDrawing(placed).bounds(of: label)?.center].compactMap(\.self)
      case .area(let area): area.outlines.prefix(Self.mostPlaces).compactMap(middle)
      // Their own colours are what they are seen by.
      case .bars, .band, .image, .contours, .filledContours: []
      }
    return places.filter(\.isFinite)
  }

  private static let linePlaces = 20

  private func sampled(_ count: Int, _ place: (Int) -> Point) -> [Point] {
    stride(from: 0, to: count, by: max(count / Self.mostPlaces, 1)).map(place)
  }

  private func middle(_ outline: [Point]) -> Point? {
    let places = sampled(outline.count) { placed.point(outline[$0]) }.filter(\.isFinite)
    if places.isEmpty { return nil }
    let count = Double(places.count)
    return Point(
      places.reduce(0) { $0 + $1.x } / count, places.reduce(0) { $0 + $1.y } / count)
  }

  private static func contains(_ outline: [Point], _ place: Point) -> Bool {
    var isInside = false
    guard var last = outline.last else { return false }
    for corner in outline {
      if (corner.y > place.y) != (last.y > place.y),
        place.x < (last.x - corner.x) * (place.y - corner.y) / (last.y - corner.y) + corner.x
      {
        isInside.toggle()
      }
      last = corner
    }
    return isInside
  }
}

// MARK: What covers the ground

extension PlacedAxes {
  /// Corners of more shapes are not looked at.
  private static let mostCorners = 5_000

  /// The outlines within which an artist covers what is below with a colour of its own.
  fileprivate func coveredOutlines(of artist: Artist) -> [[Point]] {
    switch artist.kind {
    case .area(let area) where area.fill.isFilledColor:
      guard area.outlines.reduce(0, { $0 + $1.count }) <= Self.mostCorners else { return [] }
      return area.outlines.map { $0.map(point).filter(\.isFinite) }
    case .band(let band) where band.paint.isFilledColor: return [corners(of: band)]
    case .bars(let bars):
      guard bars.starts.count <= Self.mostCorners / 4 else { return [] }
      return bars.starts.indices.compactMap { index in
        let paint = bars.paints.count > 1 ? bars.paints[index] : bars.paints[0]
        return paint.isFilledColor ? corners(of: bars, index) : nil
      }
    default: return []
    }
  }

  private func corners(of band: Band) -> [Point] {
    let (low, high) = (band.range.lowerBound, band.range.upperBound)
    return band.direction == .horizontal
      ? Self.corners(frame.left, y.place(low), frame.right, y.place(high))
      : Self.corners(x.place(low), frame.top, x.place(high), frame.bottom)
  }

  private func corners(of bars: Bars, _ index: Int) -> [Point]? {
    let (start, base) = (bars.starts[index], bars.bases[index])
    let (end, top) = (start + bars.widths[index], base + bars.heights[index])
    // A logarithm has no zero to stand on.
    func across(_ axis: AxisMap, _ value: Double) -> Double {
      axis.place(axis.isLog && value <= 0 ? axis.limits.lowerBound : value)
    }
    let corners =
      bars.direction == .vertical
      ? Self.corners(x.place(start), across(y, base), x.place(end), across(y, top))
      : Self.corners(across(x, base), y.place(start), across(x, top), y.place(end))
    return corners.allSatisfy(\.isFinite) ? corners : nil
  }

  private static func corners(_ x: Double, _ y: Double, _ u: Double, _ v: Double) -> [Point] {
    [Point(x, y), Point(u, y), Point(u, v), Point(x, v)]
  }

  /// Whether nothing of the frame's ground is seen through an artist.
  fileprivate func isCovered(by artist: Artist) -> Bool {
    let bounds: (x: (Double, Double), y: (Double, Double))
    switch artist.kind {
    case .image(let grid):
      guard grid.opacity >= 1, grid.isWhole, let left = grid.columnEdges.first,
        let right = grid.columnEdges.last, let low = grid.rowEdges.first,
        let high = grid.rowEdges.last
      else { return false }
      bounds = ((left, right), (low, high))
    case .filledContours(let contours):
      guard contours.isWhole, let left = contours.x.first, let right = contours.x.last,
        let low = contours.y.first, let high = contours.y.last
      else { return false }
      bounds = ((left, right), (low, high))
    default: return false
    }
    let (a, b) = (point(bounds.x.0, bounds.y.0), point(bounds.x.1, bounds.y.1))
    guard a.isFinite, b.isFinite else { return false }
    let slack = 0.5
    return min(a.x, b.x) <= frame.left + slack && max(a.x, b.x) >= frame.right - slack
      && min(a.y, b.y) <= frame.top + slack && max(a.y, b.y) >= frame.bottom - slack
  }
}

extension ColorGrid {
  fileprivate var isWhole: Bool {
    switch cells {
    case .values(let values): values.allSatisfy { !$0.isNaN }
    case .colors: true
    }
  }
}

extension Contours {
  /// Whether each value has a band that covers what is below.
  fileprivate var isWhole: Bool {
    guard paints.allSatisfy({ $0.opacity >= 1 && $0.color != .clear }), let low = levels.first,
      let high = levels.last
    else { return false }
    return values.allSatisfy { value in
      (extendsBelow || value >= low) && (extendsAbove || value <= high)
    }
  }
}
