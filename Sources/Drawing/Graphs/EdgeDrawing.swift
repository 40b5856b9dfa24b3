import Pictures

/// An edge as two lines side by side: the value flows forward, the derivative back.
enum EdgeDrawing {
  private static let offset = 2.5
  /// Of the head of an arrow.
  private static let head = 7.0
  private static let halfHead = 3.4

  /// How far the line of the derivative lies from the middle.
  static func backwardOffset(isForward: Bool) -> Double { isForward ? offset : 0 }

  /// - Parameter hasHeadAtEnd: whether the arrow of the value ends here.
  static func lines(
    _ curve: EdgeCurve, isForward: Bool, isBackward: Bool, hasHeadAtEnd: Bool = true,
    hasHeadAtStart: Bool = true
  ) -> [SVGNode] {
    var nodes: [SVGNode] = []
    if isForward {
      let line = curve.shifted(by: isBackward ? -offset : 0, end: hasHeadAtEnd ? head - 1 : 0)
      nodes += [path(line, "e")]
      if hasHeadAtEnd { nodes.append(arrow(line, "a", isBack: false)) }
    }
    if isBackward {
      let line = curve.shifted(
        by: backwardOffset(isForward: isForward), start: hasHeadAtStart ? head - 1 : 0)
      nodes += [path(line, "d")]
      if hasHeadAtStart { nodes.append(arrow(line, "b", isBack: true)) }
    }
    return nodes
  }

  /// Where its arrows end and begin.
  static func heads(of curve: EdgeCurve) -> [Rectangle] {
    [curve.knots.first, curve.knots.last].compactMap(\.self).enumerated().map { index, knot in
      let far = knot.x + (index == 0 ? head : -head)
      let (a, b) = (
        curve.direction.point(min(knot.x, far), knot.y - offset - halfHead),
        curve.direction.point(max(knot.x, far), knot.y + offset + halfHead)
      )
      return Rectangle(left: a.x, top: a.y, right: b.x, bottom: b.y)
    }
  }

  private static func path(_ line: EdgeCurve.Shifted, _ style: String) -> SVGNode {
    var path = PathText()
    line.add(to: &path)
    return .element("path", ["class": style, "d": path.text])
  }

  /// Lines end along the graph, so that heads do not turn.
  private static func arrow(
    _ line: EdgeCurve.Shifted, _ style: String, isBack: Bool
  ) -> SVGNode {
    let knot = (isBack ? line.knots.first : line.knots.last) ?? Point(0, 0)
    let tip = isBack ? knot.x - head + 1 : knot.x + head - 1
    let base = isBack ? tip + head : tip - head
    var path = PathText()
    path.polyline(
      [
        line.direction.point(tip, knot.y), line.direction.point(base, knot.y - halfHead),
        line.direction.point(base, knot.y + halfHead),
      ], isClosed: true)
    return .element("path", ["class": style, "d": path.text])
  }
}
