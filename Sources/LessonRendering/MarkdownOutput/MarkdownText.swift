/// Plain text put into Markdown.
enum MarkdownText {
  /// Text of one line that reads as itself.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "$", "#", "|", "~", "&":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\n", "\r": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension String {
  /// The lines, without endings; a text that ends in one has no empty line after it.
  var splitIntoLines: [String] {
    var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map(String.init)
  }

  /// The most bytes `byte` in a row.
  func longestRun(of byte: UInt8) -> Int {
    var longest = 0
    var length = 0
    for each in utf8 {
      length = each == byte ? length + 1 : 0
      longest = max(longest, length)
    }
    return longest
  }

  var trimmingWhitespace: String {
    let body = drop(while: \.isWhitespace)
    guard let last = body.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(body[...last])
  }

  var trimmingTrailingSpaces: String {
    guard let last = lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(self[...last])
  }
}
