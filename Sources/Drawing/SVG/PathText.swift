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

/// The text of a `d` attribute: places in tenths of a point, each seen from the one before, which is
/// shorter, and rounded so that errors do not add up.
struct PathText {
  private(set) var text = ""
  /// The last command, which need not be said again.
  private var command: Character = "Z"
  /// Whether the last number has a point.
  private var hasPoint = false
  /// In tenths.
  private var current = (x: 0, y: 0)
  /// Where the part began that `close` ends.
  private var beginning = (x: 0, y: 0)

  var isEmpty: Bool { text.isEmpty }

  mutating func move(_ point: Point) {
    let place = Self.tenths(point)
    if isEmpty {
      add("M", [place.x, place.y])
    } else {
      add("m", [place.x - current.x, place.y - current.y])
    }
    current = place
    beginning = place
  }

  mutating func line(_ point: Point) {
    let place = Self.tenths(point)
    let (dx, dy) = (place.x - current.x, place.y - current.y)
    if dy == 0 {
      add("h", [dx])
    } else if dx == 0 {
      add("v", [dy])
    } else {
      add("l", [dx, dy])
    }
    current = place
  }

  mutating func curve(_ one: Point, _ two: Point, _ end: Point) {
    let places = [one, two, end].map(Self.tenths)
    add("c", places.flatMap { [$0.x - current.x, $0.y - current.y] })
    current = places[2]
  }

  mutating func close() {
    text += "z"
    command = "z"
    current = beginning
  }

  mutating func polyline(_ points: some Sequence<Point>, isClosed: Bool = false) {
    var isFirst = true
    for point in points {
      if isFirst { move(point) } else { line(point) }
      isFirst = false
    }
    if isClosed, !isFirst { close() }
  }

  mutating func rectangle(_ rectangle: Rectangle) {
    polyline(
      [
        Point(rectangle.left, rectangle.top), Point(rectangle.right, rectangle.top),
        Point(rectangle.right, rectangle.bottom), Point(rectangle.left, rectangle.bottom),
      ], isClosed: true)
  }

  /// A circle of two arcs.
  mutating func circle(_ center: Point, radius: Double) {
    let r = coordinate(radius)
    move(Point(center.x - radius, center.y))
    let d = Self.tenths(2 * radius)
    text += "a\(r) \(r) 0 1 0 \(Self.number(d)) 0 \(r) \(r) 0 1 0 \(Self.number(-d)) 0z"
    command = "z"
  }

  /// A line of no length, which round ends make a disc.
  mutating func dot(_ center: Point) {
    move(center)
    add("h", [0])
  }

  // MARK: Numbers

  private static func tenths(_ point: Point) -> (x: Int, y: Int) {
    (tenths(point.x), tenths(point.y))
  }

  private static func tenths(_ value: Double) -> Int {
    value.isFinite ? Int((min(max(value, -1e6), 1e6) * 10).rounded()) : 0
  }

  private static func number(_ tenths: Int) -> String {
    let magnitude = abs(tenths)
    let (whole, rest) = (magnitude / 10, magnitude % 10)
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return sign + String(whole) }
    return sign + (whole == 0 ? ".\(rest)" : "\(whole).\(rest)")
  }

  /// A number needs no blank before it where it begins with what cannot go on.
  private mutating func add(_ command: Character, _ numbers: [Int]) {
    // After a move, further pairs would be lines.
    var isFirst = command != self.command || command == "m"
    if isFirst {
      text.append(command)
      self.command = command
    }
    for value in numbers {
      let number = Self.number(value)
      let isJoined = isFirst || number.hasPrefix("-") || (hasPoint && number.hasPrefix("."))
      if !isJoined { text += " " }
      text += number
      hasPoint = value % 10 != 0
      isFirst = false
    }
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
