import Pictures

/// How what is written at the marks of a horizontal axis finds room: in a line, broken into several, or
/// slanted. Numbers may be left out between others; names may not.
struct TickLabels {
  enum Form { case line, broken, slanted }

  let form: Form
  /// With formulas between dollars.
  let texts: [String]
  /// Below the marks, in points.
  let height: Double

  /// Degrees.
  private(set) var slant = usualSlant
  private static let usualSlant = 35.0
  private static let gap = 4.0
  /// Longer names are cut.
  private static let mostLetters = 40

  /// - Parameters:
  ///   - marks: in any order, with where they are.
  ///   - areNames: whether the program has named them.
  ///   - rotation: degrees, where the program says them.
  init(_ marks: [(label: String, place: Double)], areNames: Bool, rotation: Double? = nil) {
    let texts = marks.map { mark -> String in
      let text = mark.label
      return text.count > Self.mostLetters && !MathLine(text).hasFormula
        ? text.prefix(Self.mostLetters - 1) + "…" : text
    }
    let places = marks.map(\.place).sorted()
    let room = (zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? .infinity) - Self.gap
    func widest(_ texts: [String]) -> Double {
      texts.map { TextDrawing(marked: $0, size: AxisDrawing.size).extent.width }.max() ?? 0
    }
    let line = AxisDrawing.size * 1.25
    if let rotation, rotation != 0 {
      (form, self.texts, slant) = (.slanted, texts, rotation)
      height = Self.height(width: widest(texts), line, slant: rotation)
      return
    }
    guard rotation == nil, areNames, widest(texts) > room, room > 0 else {
      (form, self.texts, height) = (.line, texts, line)
      return
    }
    let broken = texts.map { Self.broken($0, room: room) }
    let lines = broken.map { TextMetrics.lines($0).count }.max() ?? 1
    if widest(broken) <= room, lines <= 4 {
      (form, self.texts, height) = (.broken, broken, line * Double(lines))
    } else {
      (form, self.texts) = (.slanted, texts)
      height = Self.height(width: widest(texts), line, slant: slant)
    }
  }

  /// The size of a sine of degrees, by Bhaskara's formula: true to a part in 600.
  private static func sine(_ degrees: Double) -> Double {
    let angle = degrees.magnitude.truncatingRemainder(dividingBy: 180)
    let product = angle * (180 - angle)
    return 4 * product / (40_500 - product)
  }

  private static func height(width: Double, _ line: Double, slant: Double) -> Double {
    width * sine(slant) + line * sine(slant + 90)
  }

  /// Between words, where a line would be longer than there is room.
  private static func broken(_ text: String, room: Double) -> String {
    if MathLine(text).hasFormula { return text }
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let longer = (lines.last.map { $0 + " " } ?? "") + word
      if !lines.isEmpty, TextMetrics.width(longer, size: AxisDrawing.size) <= room {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension Axis {
  /// Whether the program says what stands at its marks.
  var hasNames: Bool { ticks?.contains { $0.label != nil } ?? false }
}
