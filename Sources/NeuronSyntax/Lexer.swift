import SourceText

// Reading order: this file (state, the loop over a line), then +Indentation, +Numbers, +Strings,
// +Operators, +Recovery.

/// Text to lexemes, with significant indentation; always reaches the end, problems noted.
struct Lexer {
  let source: SourceFragment
  let utf8: [UInt8]
  /// Where reading stops: the end of the text, or of an f-string's field.
  let limit: Int
  var position: Int

  /// What the parser reads: no comments.
  var lexemes: [Lexeme] = []
  /// The comments, in order.
  var comments: [Span] = []
  var diagnostics: [Diagnostic] = []
  /// The offsets of the problems, ascending: the parser stays silent about lines that hold one.
  var faultOffsets: [Int] = []

  /// The widths of the open blocks, tabs to the next multiple of 8.
  var indentation = [0]
  /// The same with tabs one column wide; where the two orders differ, tabs and spaces are mixed.
  var tabIndentation = [0]
  /// The open brackets: their bytes' offsets.
  var brackets: [Int] = []
  /// How often text after a bracket that nothing closes may be read again: bounds the time.
  var rereadings = 20
  /// Whether a limit made it leave the rest unread.
  var stopped = false

  /// Reads all of a text.
  init(_ source: SourceFragment) {
    self.source = source
    self.utf8 = source.utf8
    self.limit = source.utf8.count
    self.position = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lexemes.reserveCapacity(limit / 3)
  }

  /// Reads the field of an f-string, where line ends mean nothing.
  init(field span: Span, of source: SourceFragment) {
    self.source = source
    self.utf8 = source.utf8
    self.limit = span.end
    self.position = span.start
  }

  /// The byte at an offset, 0 past the end.
  @inline(__always) func byte(at offset: Int) -> UInt8 {
    offset < limit ? utf8[offset] : 0
  }

  @inline(__always) var current: UInt8 { byte(at: position) }

  mutating func emit(_ terminal: Terminal, from start: Int) {
    lexemes.append(Lexeme(terminal: terminal, span: Span(start, position)))
  }

  mutating func report(
    _ message: String, _ span: Span, rule: Rule = .syntaxError, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    faultOffsets.append(span.start)
    diagnostics.append(
      Diagnostic(rule, message, at: source.place(of: span), notes: notes, help: help))
  }

  /// The line of the file on which an offset lies, for messages that name a line.
  func line(at offset: Int) -> Int {
    source.place(of: Span(offset, offset)).start.line
  }

  mutating func readAll() {
    while position < limit {
      guard beginLine() else { continue }
      readLogicalLine()
    }
    finish()
  }

  mutating func readField() {
    while position < limit { readLexeme(inField: true) }
    emit(.endOfText, from: position)
  }

  /// From the first lexeme of a logical line to the end of the line.
  private mutating func readLogicalLine() {
    while position < limit {
      if isLineEnd(current) {
        if brackets.isEmpty { return endLogicalLine() }
        skipLineEnd()
        if nextLineBeginsStatement() { return abandonBrackets() }
        continue
      }
      readLexeme(inField: false)
      if stopped { return }
    }
    rereadAfterOpenBracket()
  }

  mutating func endLogicalLine() {
    let start = position
    skipLineEnd()
    emit(.newline, from: start)
  }

  /// Closes the last line and the open blocks.
  private mutating func finish() {
    if let last = lexemes.last?.terminal, last != .newline, last != .dedent {
      emit(.newline, from: position)
    }
    if diagnostics.isEmpty, let zero = utf8.firstIndex(of: 0) {
      report("source code cannot contain null bytes", Span(zero, zero + 1))
    }
    for _ in 1..<max(indentation.count, 1) { emit(.dedent, from: position) }
    emit(.endOfText, from: position)
  }

  private mutating func readLexeme(inField: Bool) {
    let start = position
    let first = current
    switch first {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0C:
      position += 1
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      position += 1
    case UInt8(ascii: "#"):
      skipComment()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      readWord()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      readNumber()
    case UInt8(ascii: "."):
      if isDigit(byte(at: position + 1)) { readNumber() } else { readOperator() }
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      readString(from: start)
    case UInt8(ascii: "\\"):
      readContinuation()
    case 0x80...:
      readWord()
    default:
      readOperator()
    }
  }

  mutating func skipComment() {
    let start = position
    while position < limit, !isLineEnd(utf8[position]) { position += 1 }
    comments.append(Span(start, position))
  }

  /// A backslash at the end of a line joins it with the next.
  private mutating func readContinuation() {
    let start = position
    position += 1
    if position >= limit {
      report("unexpected EOF while parsing", Span(start, position))
      return
    }
    guard isLineEnd(current) else {
      report(
        "unexpected character after line continuation character", Span(start, position),
        help: "a `\\` outside a string joins two lines and must be the last character of the first")
      emit(.invalid, from: start)
      return
    }
    skipLineEnd()
    if position >= limit { report("unexpected EOF while parsing", Span(start, start + 1)) }
  }

  /// An identifier, a keyword, or the prefix of a string.
  private mutating func readWord() {
    let start = position
    var ascii = true
    while position < limit {
      let byte = utf8[position]
      if isWordByte(byte) {
        position += 1
      } else if byte >= 0x80 {
        guard let scalar = scalar(at: position),
          position == start ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
        else { break }
        ascii = false
        position += UTF8.width(scalar)
      } else {
        break
      }
    }
    if position == start { return readInvalidCharacter() }
    if ascii, position - start <= 2, current == UInt8(ascii: "\"") || current == UInt8(ascii: "'"),
      isStringPrefix(start..<position)
    {
      return readString(from: start)
    }
    emit(ascii ? keyword(start..<position) ?? .name : .name, from: start)
  }

  private func keyword(_ range: Range<Int>) -> Terminal? {
    guard range.count >= 2, range.count <= 8 else { return nil }
    return Terminal.keywords[String(decoding: utf8[range], as: UTF8.self)]
  }

  /// The scalar whose encoding begins at an offset; `nil` where the bytes are no UTF-8.
  func scalar(at offset: Int) -> Unicode.Scalar? {
    let first = byte(at: offset)
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= limit else { return nil }
    var iterator = utf8[offset..<offset + length].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }

  private mutating func readInvalidCharacter() {
    let start = position
    guard let scalar = scalar(at: position) else {
      position += 1
      report("invalid UTF-8", Span(start, position))
      return emit(.invalid, from: start)
    }
    position += UTF8.width(scalar)
    let advice = CharacterAdvice(for: scalar)
    report(advice.message, Span(start, position), help: advice.help)
    // A quotation mark that is none opens text that is not code: leave the line.
    if advice.opensText {
      while position < limit, !isLineEnd(utf8[position]) { position += 1 }
      brackets = []
    }
    emit(.invalid, from: start)
  }
}

@inline(__always) func isLineEnd(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}

@inline(__always) func isDigit(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

@inline(__always) func isWordByte(_ byte: UInt8) -> Bool {
  let letter = byte | 0x20
  return (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")) || isDigit(byte)
    || byte == UInt8(ascii: "_")
}
