import Pictures

/// Finds places for words at edges where they cover neither nodes nor each other, and as few lines as
/// can be.
struct EdgeLabels {
  private let bounds: Rectangle
  /// Where no words may stand.
  private var taken: [Rectangle]
  /// By edge.
  private let lines: [[Point]]
  private let direction: GraphDirection

  private static let height = 12.0
  /// Parts of the way, the best first.
  private static let parts = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8, 0.13, 0.87]

  init(
    avoiding taken: [Rectangle], lines: [[Point]], size: GraphSize, _ direction: GraphDirection
  ) {
    bounds = Rectangle(left: 0, top: 0, right: size.width, bottom: size.height)
    self.taken = taken
    self.lines = lines
    self.direction = direction
  }

  /// The middle of words of a width at an edge; `nil` if there is no room.
  mutating func place(width: Double, at edge: Int) -> Point? {
    var best: (box: Rectangle, cost: Double)?
    for (part, point) in zip(Self.parts, points(on: lines[edge])) {
      for (preference, middle) in middles(at: point, width: width).enumerated() {
        let box = Rectangle(
          left: middle.x - width / 2, top: middle.y - Self.height / 2,
          right: middle.x + width / 2, bottom: middle.y + Self.height / 2)
        guard box.left >= bounds.left, box.right <= bounds.right, box.top >= bounds.top,
          box.bottom <= bounds.bottom, !taken.contains(where: { $0.overlaps(box) })
        else { continue }
        let cost =
          covered(by: box, edge) + Double(preference) + abs(part - 0.5) * 6
        if cost < best?.cost ?? .infinity { best = (box, cost) }
      }
    }
    guard let box = best?.box else { return nil }
    taken.append(box.inset(-2, -1, -2, -1))
    return box.center
  }

  /// After each of the parts of the way.
  private func points(on line: [Point]) -> [Point] {
    var lengths = [0.0]
    for (a, b) in zip(line, line.dropFirst()) {
      lengths.append(lengths[lengths.count - 1] + abs(b.x - a.x) + abs(b.y - a.y))
    }
    let total = lengths[lengths.count - 1]
    return Self.parts.compactMap { part in
      lengths.firstIndex { $0 >= part * total }.flatMap {
        line.indices.contains($0) ? line[$0] : nil
      }
    }
  }

  /// Beside the line of the derivative, beside that of the value, on them.
  private func middles(at point: Point, width: Double) -> [Point] {
    direction == .right
      ? [
        Point(point.x, point.y + 9.5), Point(point.x, point.y - 14.5),
        Point(point.x + 5 + width / 2, point.y + 4), point,
      ]
      : [
        Point(point.x + 6 + width / 2, point.y), Point(point.x - 11 - width / 2, point.y),
        Point(point.x, point.y + 9.5), Point(point.x, point.y - 14.5), point,
      ]
  }

  /// More for lines of others than for its own.
  private func covered(by box: Rectangle, _ edge: Int) -> Double {
    lines.enumerated().reduce(0) { sum, other in
      sum + Double(other.element.count { box.contains($0) }) * (other.offset == edge ? 1 : 2)
    }
  }
}

extension Rectangle {
  func overlaps(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
