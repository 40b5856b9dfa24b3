import Pictures

/// Words in one line whose parts differ in face and height.
struct TextRuns: Hashable {
  /// What the style sheet knows a line by; it gives its colour and size.
  enum Style: String {
    case name = "t"
    case symbol = "z"
    case value = "v"
    case quiet = "q"
    case derivative = "g"
    case label = "l"

    /// Of plain words, in pixels.
    var size: Double {
      switch self {
      case .name: 12
      case .symbol: 15
      case .value, .quiet, .derivative, .label: 11
      }
    }

    var formulaSize: Double { self == .name ? 15 : size }

    /// Of what is raised or lowered in a formula.
    var smallSize: Double { self == .name ? 11 : 8 }
  }

  private struct Run: Hashable {
    var text: String
    /// What the style sheet knows it by; `nil` for plain words.
    var face: String?
    var size: Double
    /// Above 0 it is raised, below it is lowered.
    var rise = 0.0
  }

  let style: Style
  private var runs: [Run] = []

  init(_ text: String, _ style: Style) {
    self.style = style
    if !text.isEmpty { add(text) }
  }

  mutating func add(_ text: String) { runs.append(Run(text: text, size: style.size)) }

  /// A formula, in the face of formulas.
  mutating func add(tex: String) {
    for piece in MathText.pieces(tex) {
      runs.append(
        Run(
          text: piece.text, face: piece.isItalic ? "i" : "u",
          size: piece.scale == 1 ? style.formulaSize : style.smallSize, rise: piece.rise))
    }
  }

  var isEmpty: Bool { runs.isEmpty }

  var width: Double { runs.reduce(0) { $0 + TextMetrics.width($1.text, size: $1.size) } }

  /// An element whose middle is at a place.
  func node(at place: Point) -> SVGNode {
    var height = 0.0
    let children = runs.map { run -> SVGNode in
      let wanted =
        run.rise == 0 ? 0 : run.rise > 0 ? -style.size * 0.34 : style.size * 0.24
      let shift = ((wanted - height) * 10).rounded() / 10
      height = wanted
      if run.face == nil, shift == 0 { return .text(run.text) }
      return .element(
        "tspan",
        [
          "class": run.face.map { run.rise == 0 ? $0 : $0 + " w" },
          "dy": shift == 0 ? nil : coordinate(shift),
        ], [.text(run.text)])
    }
    return .element(
      "text",
      [
        "class": style.rawValue, "x": coordinate((place.x * 10).rounded() / 10),
        "y": coordinate((place.y + style.size * 0.36).rounded()),
      ], children)
  }
}
