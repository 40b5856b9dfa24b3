/// An inline value in a Markdown cell, which computes nothing: what it came to, with the expression as a
/// tip under the pointer.
///
///     the loss is `{neuron} l(1, .3):.4f`                            in the lesson
///     the loss is <span title="{neuron} l(1, .3):.4f">0.1256</span>  in the notebook
struct ShownValue {
  /// What stands after `{neuron}`, on one line.
  var expression: String
  /// What it came to.
  var text: String

  private static let opening = "<span title=\"{neuron} "
  private static let middle = "\">"
  private static let closing = "</span>"

  /// As the notebook has it.
  var html: String {
    Self.opening + Self.escaped(expression, Self.isPlainInAttribute) + Self.middle
      + Self.escaped(text, Self.isPlainInMarkdown) + Self.closing
  }

  /// As the lesson has it: in backticks, more than the expression has in a row.
  private var markdown: String {
    let fence = String(repeating: "`", count: PlainForm.longestRunOfBackticks(in: expression) + 1)
    let space = expression.utf8.last == UInt8(ascii: "`") ? " " : ""
    return "\(fence)\(space){neuron} \(expression)\(space)\(fence)"
  }

  /// The text of a Markdown cell with each shown value as the lesson has it.
  static func restored(in text: String) -> String {
    guard text.contains(opening) else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { restored(inLine: $0) }.joined(separator: "\n")
  }

  private static func restored(inLine line: Substring) -> String {
    var result = ""
    var rest = line
    while let start = rest.firstRange(of: opening) {
      let inner = rest[start.upperBound...]
      guard let middle = inner.firstRange(of: middle),
        let end = inner[middle.upperBound...].firstRange(of: closing)
      else { break }
      let expression = unescaped(inner[..<middle.lowerBound])
      result += rest[..<start.lowerBound] + ShownValue(expression: expression, text: "").markdown
      rest = inner[end.upperBound...]
    }
    return result + rest
  }
}

extension ShownValue {
  /// A row of a table ends a cell at `|`, whatever it stands in.
  private static func isPlainInAttribute(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && !"&\"<>|`\\$".unicodeScalars.contains(scalar)
  }

  /// Whether Markdown and HTML take a character in a row of text for itself.
  private static func isPlainInMarkdown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "(", ")", "+", "-", "/", "=", "%": true
    default: scalar.value > 0x7F
    }
  }

  private static func escaped(
    _ text: String, _ isPlain: (Unicode.Scalar) -> Bool
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isPlain(scalar) {
        result.append(scalar)
      } else {
        result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      }
    }
    return String(result)
  }

  /// The numbered entities that `escaped` writes, and those that an editor may put in their place.
  private static func unescaped(_ text: Substring) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "&", let end = rest.prefix(10).firstIndex(of: ";"),
        let meant = Self.scalar(named: rest[..<end])
      else {
        result.append(scalar)
        continue
      }
      result.append(meant)
      rest = rest[rest.index(after: end)...]
    }
    return String(result)
  }

  private static func scalar(named name: Substring.UnicodeScalarView) -> Unicode.Scalar? {
    switch String(name) {
    case "amp": "&"
    case "quot": "\""
    case "lt": "<"
    case "gt": ">"
    case let name:
      name.hasPrefix("#") ? UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) : nil
    }
  }
}
