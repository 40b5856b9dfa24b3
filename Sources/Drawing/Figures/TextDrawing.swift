import Pictures

/// Words in a drawing.
struct TextDrawing {
  private let lines: [[MathPiece]]
  var size: Double
  var isBold = false
  var paint = Paint(.foreground)
  /// Of the group that the page's style sheet knows.
  var className: String?

  /// Words as a program gives them, with formulas between dollars.
  init(
    marked text: String, size: Double, isBold: Bool = false, paint: Paint = Paint(.foreground),
    className: String? = nil
  ) {
    lines = TextMetrics.lines(text).map(MathText.pieces(ofLine:))
    self.size = size
    self.isBold = isBold
    self.paint = paint
    self.className = className
  }

  /// Words as they are.
  init(_ text: String, size: Double) {
    lines = TextMetrics.lines(text).map { [MathPiece(text: $0)] }
    self.size = size
  }

  private static let lineHeight = 1.25

  /// At a place, turned by so many degrees against the clock.
  func node(
    at place: Point, _ horizontal: Label.Horizontal, _ vertical: Label.Vertical,
    rotation: Double = 0
  ) -> SVGNode {
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
    var rise = 0.0
    let content =
      lines.count == 1
      ? nodes(of: lines[0], &rise)
      : lines.enumerated().map { index, line -> SVGNode in
        // What the last line ended above its foot is taken back.
        let step = index == 0 ? nil : coordinate((Self.lineHeight + rise) * size)
        rise = 0
        return .element(
          "tspan", ["x": coordinate(place.x), "dy": step], nodes(of: line, &rise))
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

  /// - Parameter rise: how far the pen is over the foot of the line, before and after.
  private func nodes(of line: [MathPiece], _ rise: inout Double) -> [SVGNode] {
    line.map { piece in
      let step = rise - piece.rise
      rise = piece.rise
      if step == 0, piece.scale == 1 { return .text(piece.text) }
      return .element(
        "tspan",
        [
          "dy": step == 0 ? nil : coordinate(step * size),
          "font-size": piece.scale == 1 ? nil : coordinate(piece.scale * size),
        ], [.text(piece.text)])
    }
  }

  /// About how much room it takes.
  var extent: (width: Double, height: Double) {
    let width =
      lines.map { line in
        line.reduce(0) { $0 + TextMetrics.width($1.text, size: size * $1.scale) }
      }
      .max() ?? 0
    return (width, Double(lines.count) * size * Self.lineHeight)
  }
}
