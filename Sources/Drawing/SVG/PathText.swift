import Pictures

/// A coordinate in hundredths of a point, as short as it can be written.
func coordinate(_ value: Double) -> String {
  guard value.isFinite else { return "0" }
  let hundredths = Int((min(max(value, -1e6), 1e6) * 100).rounded())
  let magnitude = abs(hundredths)
  var text = hundredths < 0 ? "-" : ""
  if magnitude >= 100 || magnitude == 0 { text += String(magnitude / 100) }
  let rest = magnitude % 100
  if rest != 0 {
    text += rest < 10 ? ".0\(rest)" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest)"
  }
  return text
}

/// The text of a `d` attribute.
struct PathText {
  private(set) var text = ""

  var isEmpty: Bool { text.isEmpty }

  mutating func move(_ point: Point) { add("M", point) }

  mutating func line(_ point: Point) { add("L", point) }

  mutating func curve(_ one: Point, _ two: Point, _ end: Point) {
    add("C", one)
    add(" ", two)
    add(" ", end)
  }

  mutating func close() { text += "Z" }

  mutating func polyline(_ points: some Sequence<Point>, isClosed: Bool = false) {
    var isFirst = true
    for point in points {
      if isFirst { move(point) } else { line(point) }
      isFirst = false
    }
    if isClosed, !isFirst { close() }
  }

  mutating func rectangle(_ rectangle: Rectangle) {
    move(Point(rectangle.left, rectangle.top))
    text +=
      "h\(coordinate(rectangle.width))v\(coordinate(rectangle.height))h\(coordinate(-rectangle.width))Z"
  }

  /// A circle of two arcs.
  mutating func circle(_ center: Point, radius: Double) {
    let (r, d) = (coordinate(radius), coordinate(2 * radius))
    move(Point(center.x - radius, center.y))
    text += "a\(r),\(r) 0 1 0 \(d),0a\(r),\(r) 0 1 0 -\(d),0Z"
  }

  private mutating func add(_ command: Character, _ point: Point) {
    text.append(command)
    text += coordinate(point.x)
    let y = coordinate(point.y)
    if !y.hasPrefix("-") { text += "," }
    text += y
  }
}

/// A rectangle of the drawing, in points, y downwards.
struct Rectangle: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var center: Point { Point((left + right) / 2, (top + bottom) / 2) }

  func inset(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Rectangle {
    Rectangle(
      left: self.left + left, top: self.top + top, right: self.right - right,
      bottom: self.bottom - bottom)
  }

  func contains(_ point: Point) -> Bool {
    point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
  }
}
