import SourceText

/// Text of an inline value as Markdown that shows it as it is, whatever stands around it.
struct ValueText {
  let text: String
  /// Whether only marks of containers stand before it on its line.
  let isFirstOnLine: Bool
  /// Whether nothing stands after it on its line.
  let isLastOnLine: Bool
  /// The bytes beside it.
  let previous: UInt8?
  let next: UInt8?

  var markdown: String {
    var result = MarkdownText.escaped(text)
    if result.isEmpty { return isFirstOnLine && isLastOnLine ? Self.space : "" }
    if isFirstOnLine { result = withoutBlockMark(result) }
    // Brackets before it must not become a link or a definition.
    if previous == UInt8(ascii: "]") {
      if result.hasPrefix("(") { result = "&#40;" + result.dropFirst() }
      if result.hasPrefix(":") { result = "\\" + result }
    }
    if isFirstOnLine, result.hasPrefix(" ") { result = Self.space + result.dropFirst() }
    if isLastOnLine, result.hasSuffix(" ") { result = result.dropLast() + Self.space }
    return result
  }

  /// A space that neither indents a line nor breaks one.
  private static let space = "&#32;"

  /// A number before a full stop, or a dash, would begin a list, and a row of marks underline a heading.
  private func withoutBlockMark(_ text: String) -> String {
    if let first = text.utf8.first, "-+=".utf8.contains(first) { return "\\" + text }
    let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !digits.isEmpty else { return text }
    let after = digits.endIndex == text.endIndex ? next : text.utf8[digits.endIndex]
    guard let after, ".)".utf8.contains(after), let first = digits.first else { return text }
    return "&#\(first);" + text.dropFirst()
  }
}
