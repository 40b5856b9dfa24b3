/// What to say about a character that no program holds outside strings and comments.
struct CharacterAdvice {
  let message: String
  let help: String?
  /// Whether it stands where a string was meant to begin.
  let opensText: Bool

  init(for scalar: Unicode.Scalar) {
    var code = String(scalar.value, radix: 16, uppercase: true)
    code = String(repeating: "0", count: max(0, 4 - code.count)) + code
    let isPrintable =
      switch scalar.properties.generalCategory {
      case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .privateUse,
        .surrogate, .unassigned:
        false
      default: true
      }
    message =
      isPrintable
      ? "invalid character '\(Character(scalar))' (U+\(code))"
      : "invalid non-printable character U+\(code)"
    help = Self.replacement(of: scalar)
    opensText = "‘’“”„«»".unicodeScalars.contains(scalar)
  }

  private static func replacement(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "‘", "’", "′", "‚": "write the straight quotation mark `'`"
    case "“", "”", "″", "„", "«", "»": "write the straight quotation mark `\"`"
    case "×", "·", "⋅", "∗", "∙": "write `*` to multiply"
    case "÷", "∕", "⁄": "write `/` to divide"
    case "−", "–", "—": "write the hyphen `-` for minus"
    case "≤": "write `<=`"
    case "≥": "write `>=`"
    case "≠": "write `!=`"
    case "≈": "write `abs(a - b) < tolerance`"
    case "¬": "write `not`"
    case "∧": "write `and`"
    case "∨": "write `or`"
    case "²": "write `**2`"
    case "³": "write `**3`"
    case "√": "write `math.sqrt(x)` or `x ** 0.5`"
    case "∞": "write `float('inf')`"
    case "→": "write `->`"
    case "…": "write `...`"
    case "∂", "∇": "a name is made of letters, digits and `_`: write `d` or `δ`"
    case "∑": "a name is made of letters, digits and `_`: write `sum` or the letter `Σ`"
    case "∏": "a name is made of letters, digits and `_`: write `Π`, the letter"
    case "₀"..."₉": "a name is made of letters, digits and `_`: write the digit on the line"
    case "\u{A0}", "\u{2002}"..."\u{200A}", "\u{202F}", "\u{3000}": "write an ordinary space"
    case "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}", "\u{2066}"..."\u{2069}",
      "\u{FEFF}":
      "delete the invisible character"
    case "，": "write `,`"
    case "；": "write `;`"
    case "：": "write `:`"
    case "（", "）": "write the ASCII parentheses `(` and `)`"
    default: nil
    }
  }
}
