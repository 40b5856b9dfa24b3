import SourceText

extension Lexer {
  /// `r`, `f`, `u`, `b` and their pairs, in either case.
  func isStringPrefix(_ range: Range<Int>) -> Bool {
    let letters = utf8[range].map { $0 | 0x20 }
    switch letters.count {
    case 1: return "rfub".utf8.contains(letters[0])
    case 2:
      let pair = Set(letters)
      return pair == Set("rf".utf8) || pair == Set("rb".utf8)
    default: return false
    }
  }

  /// From the opening quotation mark to the closing one; `start` is where the prefix begins.
  mutating func readString(from start: Int) {
    let quote = current
    if byte(at: position + 1) == quote, byte(at: position + 2) == quote {
      position += 3
      return readTripleQuoted(quote, start)
    }
    position += 1
    while position < limit {
      let byte = utf8[position]
      if byte == quote {
        position += 1
        return endString(start)
      }
      if isLineEnd(byte) { break }
      position += 1
      if byte == UInt8(ascii: "\\"), position < limit { skipEscaped() }
    }
    position = min(position, limit)
    report(
      "unterminated string literal (detected at line \(line(at: start)))", Span(start, position))
    emit(.invalid, from: start)
    // The closing bracket is likely in what was taken for the string.
    if !brackets.isEmpty { brackets = [] }
  }

  private mutating func readTripleQuoted(_ quote: UInt8, _ start: Int) {
    while position < limit {
      let byte = utf8[position]
      if byte == quote, self.byte(at: position + 1) == quote, self.byte(at: position + 2) == quote {
        position += 3
        return endString(start)
      }
      position += 1
      if byte == UInt8(ascii: "\\"), position < limit { skipEscaped() }
    }
    position = limit
    let lastByte = max(limit - 1, 0)
    report(
      "unterminated triple-quoted string literal (detected at line \(line(at: lastByte)))",
      Span(start, min(start + 3, limit)))
    brackets = []
    emit(.invalid, from: start)
  }

  /// What a backslash keeps from ending the string: one byte, or a line end of two.
  private mutating func skipEscaped() {
    if isLineEnd(current) { skipLineEnd() } else { position += 1 }
  }

  private mutating func endString(_ start: Int) {
    if utf8[start] | 0x20 == UInt8(ascii: "b") || utf8[start + 1] | 0x20 == UInt8(ascii: "b"),
      utf8[start] != UInt8(ascii: "\""), utf8[start] != UInt8(ascii: "'")
    {
      report(
        "bytes literals are not part of neuron", Span(start, position), rule: .unsupportedSyntax,
        help: "write a string, without the `b`")
    }
    emit(.string, from: start)
  }
}
