/// About how wide texts are in the page's sans-serif face, which is not known here.
enum TextMetrics {
  /// Points.
  static func width(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width($1) } * size
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "'", "|", ".", ",", ":", ";", "!": 0.26
    case "f", "t", "r", " ", "(", ")", "[", "]", "-", "/": 0.34
    case "m", "w", "M", "W", "@", "%": 0.86
    case "A"..."Z", "−", "+", "=", "<", ">", "×": 0.66
    case "⁰"..."⁹", "¹", "²", "³", "⁻", "₀"..."₉": 0.36
    case "\u{2009}", "\u{200A}": 0.15
    case "\u{300}"..."\u{36F}", "\u{20D0}"..."\u{20FF}", "\u{200D}", "\u{FE0F}": 0
    default: scalar.value > 0x2E80 ? 1 : 0.56
    }
  }

  /// Lines of a text, which a program breaks with `\n`.
  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
