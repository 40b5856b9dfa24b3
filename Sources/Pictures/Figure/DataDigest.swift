/// Eight letters that differ when numbers differ in their first nine digits.
///
/// Letters only, so that no comparison takes them for a number.
struct DataDigest {
  /// FNV-1a of 64 bits over the numbers' texts.
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ numbers: [Double]) {
    for number in numbers { add(number.rounded(toDigits: 9)) }
    add(";")
  }

  mutating func add(_ points: [Point]) {
    add(points.map(\.x))
    add(points.map(\.y))
  }

  /// What is seen of an artist besides its numbers: colours, widths, sizes, directions.
  mutating func add(_ kind: Artist.Kind) {
    switch kind {
    case .line(let curve):
      add(curve.line, curve.paint)
      add([curve.markerSize])
      add([curve.markerFace, curve.markerEdge])
      if curve.markerEdgeWidth != 0.8 { add([curve.markerEdgeWidth]) }
      if curve.errorStyle != ErrorStyle() { add(curve.errorStyle) }
    case .points(let cloud):
      add(cloud.fill)
      add([cloud.edge])
      add([cloud.edgeWidth])
    case .bars(let bars):
      add(bars.paints + [bars.edge])
      add([bars.edgeWidth])
      add(bars.errors.flatMap { [$0.below, $0.above] })
      if bars.errorStyle != ErrorStyle() { add(bars.errorStyle) }
    case .image(let grid):
      add("\(grid.map.name) \(grid.isUpright) \(grid.isSmooth)")
      add([grid.range.lowerBound, grid.range.upperBound, grid.opacity])
    case .contours(let contours), .filledContours(let contours):
      add(contours.paints)
      add("\(contours.line.pattern.rawValue) \(contours.isLabelled)")
      add("\(contours.extendsBelow) \(contours.extendsAbove)")
      add([contours.line.width])
      if !contours.labels.isEmpty { add(contours.labels.joined(separator: " ")) }
    case .area(let area):
      add([area.fill, area.edge])
      add([area.edgeWidth])
    case .axisLine(let line): add(line.line, line.paint)
    case .band(let band):
      add([band.paint])
      if band.stretch != 0...1 { add([band.stretch.lowerBound, band.stretch.upperBound]) }
    case .segments(let segments): add(segments.line, segments.paint)
    case .text(let label):
      add([label.paint, label.arrow, label.box ?? .clear])
      add([label.size, label.rotation, label.offset.x, label.offset.y])
      add("\(label.horizontal.rawValue) \(label.vertical.rawValue) \(label.isBold)")
    case .arrows(let arrows):
      add([arrows.paint])
      add([arrows.width])
    }
  }

  private mutating func add(_ style: ErrorStyle) {
    add(style.paint.map { [$0] } ?? [])
    add([style.width, style.capSize, style.capWidth])
  }

  private mutating func add(_ line: LineStyle, _ paint: Paint) {
    add(line.pattern.rawValue)
    add([line.width])
    add([paint])
  }

  private mutating func add(_ paints: [Paint]) {
    for paint in paints { add(paint.text) }
    add(";")
  }

  private mutating func add(_ coloring: Coloring) {
    switch coloring {
    case .paint(let paint): add([paint])
    case .paints(let paints): add(paints)
    case .values(_, let map, let range, let opacity):
      add(map.name)
      add([range.lowerBound, range.upperBound, opacity])
    }
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  var text: String {
    let letters = Array("bcdfghjkmnpqrstv")
    let folded = state ^ (state >> 32)
    return String((0..<8).map { letters[Int((folded >> (4 * UInt64($0))) & 0xF)] })
  }
}
