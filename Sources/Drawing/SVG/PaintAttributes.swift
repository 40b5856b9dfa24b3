import Pictures

// Colours that follow the page's scheme are classes, which its style sheet knows: `f0` fills and `s0`
// draws in the colour of the first series, `ff` and `sf` in that of text, `fb` and `sb` in that of the
// page. Other colours are written out.

extension Paint {
  /// The attributes that fill a shape.
  var fill: (class: String?, fill: String?, opacity: String?) {
    let (name, color) = Self.names(color, "f")
    return (name, color, opacityText)
  }

  /// The attributes that draw a line.
  var stroke: (class: String?, stroke: String?, opacity: String?) {
    let (name, color) = Self.names(color, "s")
    return (name, color, opacityText)
  }

  private var opacityText: String? {
    opacity >= 1 || color == .clear ? nil : coordinate(max(opacity, 0))
  }

  private static func names(_ color: Color, _ kind: String) -> (String?, String?) {
    switch color {
    case .series(let index): (kind + "\(index)", nil)
    case .foreground: (kind + "f", nil)
    case .background: (kind + "b", nil)
    case .clear: (nil, "none")
    case .rgb(let number): (nil, hexadecimal(number))
    }
  }

  static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number & 0xFF_FFFF, radix: 16)
    let padded = String(repeating: "0", count: 6 - digits.count) + digits
    let letters = Array(padded)
    let isShort = stride(from: 0, to: 6, by: 2).allSatisfy { letters[$0] == letters[$0 + 1] }
    return "#" + (isShort ? String([letters[0], letters[2], letters[4]]) : padded)
  }
}

extension LineStyle {
  /// Of `stroke-dasharray`.
  var dashes: String? {
    let width = max(width, 0.5)
    return switch pattern {
    case .none, .solid: nil
    case .dashed: "\(coordinate(3.7 * width)) \(coordinate(1.6 * width))"
    case .dotted: "\(coordinate(width)) \(coordinate(1.65 * width))"
    case .dashDotted:
      "\(coordinate(6.4 * width)) \(coordinate(1.6 * width)) \(coordinate(width)) \(coordinate(1.6 * width))"
    }
  }
}

extension SVGNode {
  /// A path that is a line.
  static func line(
    _ path: PathText, _ style: LineStyle, _ paint: Paint, title: String? = nil
  ) -> SVGNode {
    let stroke = paint.stroke
    return .element(
      "path",
      [
        "class": stroke.class, "d": path.text, "fill": "none", "stroke": stroke.stroke,
        "stroke-width": coordinate(style.width), "stroke-dasharray": style.dashes,
        "stroke-opacity": stroke.opacity,
      ], title.map { [.title($0)] } ?? [])
  }

  /// Discs that a round pen makes where the path stops.
  static func dots(
    _ path: PathText, _ paint: Paint, size: Double, title: String? = nil
  ) -> SVGNode {
    let stroke = paint.stroke
    return .element(
      "path",
      [
        "class": stroke.class, "d": path.text, "stroke": stroke.stroke,
        "stroke-width": coordinate(size), "stroke-linecap": "round",
        "stroke-opacity": stroke.opacity,
      ], title.map { [.title($0)] } ?? [])
  }

  /// A path with an inside, and an edge if that has a colour.
  static func shape(
    _ path: PathText, _ fill: Paint, edge: Paint, edgeWidth: Double, isEvenOdd: Bool = false,
    title: String? = nil
  ) -> SVGNode {
    let (inside, outline) = (fill.fill, edge.stroke)
    let hasEdge = edge.color != .clear && edgeWidth > 0
    let classes = [inside.class, hasEdge ? outline.class : nil].compactMap(\.self)
    return .element(
      "path",
      [
        "class": classes.isEmpty ? nil : classes.joined(separator: " "), "d": path.text,
        "fill": inside.fill, "fill-opacity": inside.opacity,
        "fill-rule": isEvenOdd ? "evenodd" : nil,
        "stroke": hasEdge ? outline.stroke : nil,
        "stroke-width": hasEdge ? coordinate(edgeWidth) : nil,
        "stroke-opacity": hasEdge ? outline.opacity : nil,
      ], title.map { [.title($0)] } ?? [])
  }
}
