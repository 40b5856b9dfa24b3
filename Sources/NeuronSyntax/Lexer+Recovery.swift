import SourceText

/// A bracket that nothing closes would swallow the rest of the text. These find where its line was
/// meant to end.
extension Lexer {
  /// Whether the line that begins here starts with a keyword that no expression holds.
  func nextLineBeginsStatement() -> Bool {
    var start = position
    while byte(at: start) == UInt8(ascii: " ") || byte(at: start) == UInt8(ascii: "\t") {
      start += 1
    }
    var end = start
    while end < limit, end - start < 9, isWordByte(utf8[end]) { end += 1 }
    guard end > start, byte(at: end) < 0x80 else { return false }
    let word = String(decoding: utf8[start..<end], as: UTF8.self)
    return Terminal.keywords[word]?.beginsOnlyStatement ?? false
  }

  /// Reports the innermost open bracket and ends the logical line at this place.
  mutating func abandonBrackets() {
    if let open = brackets.last { reportUnclosed(open) }
    brackets = []
    emit(.newline, from: position)
  }

  /// At the end of the text with brackets open: ends the line of the outermost where it ends on the
  /// page, passes over the lines that are indented further, and reads on.
  mutating func rereadAfterOpenBracket() {
    guard let outermost = brackets.first else { return }
    var lineEnd = outermost
    while lineEnd < limit, !isLineEnd(utf8[lineEnd]) { lineEnd += 1 }
    let opened = brackets.last { $0 < lineEnd } ?? outermost
    brackets = []
    guard rereadings > 0 else { return reportUnclosed(opened) }
    rereadings -= 1
    while let last = lexemes.last, last.span.start >= lineEnd { lexemes.removeLast() }
    while let last = comments.last, last.start >= lineEnd { comments.removeLast() }
    while let last = faultOffsets.last, last >= lineEnd {
      faultOffsets.removeLast()
      diagnostics.removeLast()
    }
    reportUnclosed(opened)
    position = max(lineEnd, lexemes.last?.span.end ?? lineEnd)
    while position < limit, !isLineEnd(utf8[position]) { position += 1 }
    if position < limit { endLogicalLine() } else { emit(.newline, from: position) }
    skipDeeperLines(than: indentation[indentation.count - 1])
  }

  private mutating func skipDeeperLines(than width: Int) {
    while position < limit {
      var end = position
      while byte(at: end) == UInt8(ascii: " ") || byte(at: end) == UInt8(ascii: "\t") { end += 1 }
      guard end - position > width || (end < limit && isLineEnd(utf8[end])) else { return }
      while end < limit, !isLineEnd(utf8[end]) { end += 1 }
      position = end
      if position < limit { skipLineEnd() }
    }
  }

  private mutating func reportUnclosed(_ open: Int) {
    let bracket = Character(Unicode.Scalar(utf8[open]))
    report("'\(bracket)' was never closed", Span(open, open + 1))
    // An earlier line may be named after a later one: keep the offsets in order.
    var index = faultOffsets.count - 1
    while index > 0, faultOffsets[index - 1] > faultOffsets[index] {
      faultOffsets.swapAt(index - 1, index)
      diagnostics.swapAt(index - 1, index)
      index -= 1
    }
  }
}
