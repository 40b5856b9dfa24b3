/// Text as XML 1.0 may hold it. What a document can have in no form (most control characters) is
/// shown by a sign for it, as on a terminal.
enum XMLText {
  /// Between tags.
  static func content(_ text: String) -> String {
    escape(text) { scalar in scalar == "\r" ? "&#13;" : nil }
  }

  /// Between double quotes, where a parser would make a space of a line break.
  static func attribute(_ text: String) -> String {
    escape(text) { scalar in
      switch scalar {
      case "\"": "&quot;"
      case "\t", "\n", "\r": "&#\(scalar.value);"
      default: nil
      }
    }
  }

  private static func escape(_ text: String, _ special: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default:
        if let replacement = special(scalar) {
          result += replacement
        } else if isAllowed(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          result += VisibleText.picture(scalar)
        }
      }
    }
    return result
  }

  /// The production `Char` of XML 1.0, 2.2, without the control characters that it discourages.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case ..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
