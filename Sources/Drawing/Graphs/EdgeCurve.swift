import Pictures

/// The way of an edge: straight through ranks, and in an S from one to the next.
///
///     ┌───┐
///     │ x ├──╮                knots: where x ends, where its rank ends, where the next one begins,
///     └───┘  ╰──────┐         and so on up to where z begins
///     ┌───┐      ┌──┴┐
struct EdgeCurve {
  /// `x` along the graph, `y` across; two at a time are of the same `y`.
  private(set) var knots: [Point]
  let direction: GraphDirection

  init(_ knots: [Point], _ direction: GraphDirection) {
    self.direction = direction
    self.knots = knots.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// Beside this one, and as far from it where it climbs.
  ///
  /// - Parameter start: how much later it begins.
  /// - Parameter end: how much earlier it ends.
  func shifted(by offset: Double, start: Double = 0, end: Double = 0) -> Shifted {
    var shifted = knots.map { Point($0.x, $0.y + offset) }
    if let first = shifted.first, let last = shifted.last {
      shifted[0].x = first.x + start
      shifted[shifted.count - 1].x = last.x - end
    }
    let middles = zip(knots, knots.dropFirst()).map { a, b in
      let climb = min(abs(b.y - a.y) / max(b.x - a.x, 1), 1)
      return (a.x + b.x) / 2 + (b.y > a.y ? -offset : offset) * climb
    }
    return Shifted(knots: shifted, middles: middles, direction: direction)
  }

  struct Shifted {
    let knots: [Point]
    /// Between each two knots, how far along it turns.
    let middles: [Double]
    let direction: GraphDirection

    /// From each knot to the next one; the control points are `nil` where it is straight.
    private var pieces: [(a: Point, b: Point, controls: (Point, Point)?)] {
      zip(zip(knots, knots.dropFirst()), middles).map { ends, middle in
        let (a, b) = ends
        return (a, b, a.y == b.y ? nil : (Point(middle, a.y), Point(middle, b.y)))
      }
    }

    func add(to path: inout PathText) {
      guard let first = knots.first else { return }
      path.move(direction.point(first.x, first.y))
      for (_, b, controls) in pieces {
        let end = direction.point(b.x, b.y)
        if let (one, two) = controls {
          path.curve(direction.point(one.x, one.y), direction.point(two.x, two.y), end)
        } else {
          path.line(end)
        }
      }
    }

    /// Places on the way in the drawing, from its beginning to its end.
    var samples: [Point] {
      pieces.flatMap { a, b, controls in
        (0..<16).map { step -> Point in
          let t = Double(step) / 15
          guard let (one, two) = controls else {
            return direction.point(a.x + (b.x - a.x) * t, a.y)
          }
          let u = 1 - t
          let (p, q, r, s) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
          return direction.point(
            p * a.x + q * one.x + r * two.x + s * b.x, p * a.y + q * one.y + r * two.y + s * b.y)
        }
      }
    }
  }
}
