import SourceText

extension ReadText {
  /// The tokens, one a line: place, kind, text.
  ///
  ///     1:1-1:2    name         x
  ///     1:3-1:4    operator     =
  public var tokenText: String {
    let source = module.source
    return tokens.map { token in
      let text = String(decoding: source.utf8[token.span.start..<token.span.end], as: UTF8.self)
      let kind = token.kind == .operator ? "operator" : "\(token.kind)"
      let line =
        padded(source.place(of: token.span).range, 12) + padded(kind, 13)
        + (token.kind == .newline ? "" : visible(text))
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }
}

/// A text on one line: line ends, quotation marks and what is not seen as escapes.
func visible(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
        .privateUse:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
  return result
}

/// At least one space is added.
private func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}
