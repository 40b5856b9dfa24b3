import Pictures

/// Words in a drawing.
struct TextDrawing {
  let text: String
  var size: Double
  var isBold = false
  var paint = Paint(.foreground)
  /// Of the group that the page's style sheet knows.
  var className: String?

  init(
    _ text: String, size: Double, isBold: Bool = false, paint: Paint = Paint(.foreground),
    className: String? = nil
  ) {
    self.text = text
    self.size = size
    self.isBold = isBold
    self.paint = paint
    self.className = className
  }

  private static let lineHeight = 1.25

  /// At a place, turned by so many degrees against the clock.
  func node(
    at place: Point, _ horizontal: Label.Horizontal, _ vertical: Label.Vertical,
    rotation: Double = 0
  ) -> SVGNode {
    let lines = TextMetrics.lines(text)
    let fill = paint.fill
    let height = Double(lines.count - 1) * size * Self.lineHeight
    let shift =
      switch vertical {
      case .baseline: -height
      case .bottom: -height - size * 0.22
      case .center: size * 0.36 - height / 2
      case .top: size * 0.78
      }
    let classes = [fill.class, className].compactMap(\.self)
    let content: [SVGNode] =
      lines.count == 1
      ? [.text(text)]
      : lines.enumerated().map { index, line in
        .element(
          "tspan",
          [
            "x": coordinate(place.x),
            "dy": index == 0 ? nil : coordinate(size * Self.lineHeight),
          ], [.text(line)])
      }
    return .element(
      "text",
      [
        "class": classes.isEmpty ? nil : classes.joined(separator: " "),
        "x": coordinate(place.x), "y": coordinate(place.y + shift), "font-size": coordinate(size),
        "font-weight": isBold ? "600" : nil,
        "text-anchor": horizontal == .left ? nil : horizontal == .center ? "middle" : "end",
        "fill": fill.fill, "fill-opacity": fill.opacity,
        "transform": rotation == 0
          ? nil
          : "rotate(\(coordinate(-rotation)) \(coordinate(place.x)) \(coordinate(place.y)))",
      ], content)
  }

  /// About how much room it takes.
  var extent: (width: Double, height: Double) {
    let lines = TextMetrics.lines(text)
    let width = lines.map { TextMetrics.width($0, size: size) }.max() ?? 0
    return (width, Double(lines.count) * size * Self.lineHeight)
  }
}
