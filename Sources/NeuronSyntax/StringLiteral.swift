import SourceText

/// The parts of a string literal's text.
struct StringLiteral {
  var isRaw = false
  var isFormatted = false
  /// What stands between the quotation marks.
  var content: Span

  /// A plain literal.
  init(content: Span) { self.content = content }

  /// Takes a well-formed literal apart.
  init(_ span: Span, in utf8: [UInt8]) {
    var start = span.start
    while utf8[start] != UInt8(ascii: "\""), utf8[start] != UInt8(ascii: "'") {
      if utf8[start] | 0x20 == UInt8(ascii: "r") { isRaw = true }
      if utf8[start] | 0x20 == UInt8(ascii: "f") { isFormatted = true }
      start += 1
    }
    let quote = utf8[start]
    let isTriple =
      span.end - start >= 6 && utf8[start + 1] == quote && utf8[start + 2] == quote
    content = isTriple ? Span(start + 3, span.end - 3) : Span(start + 1, span.end - 1)
  }
}

extension Parser {
  /// One literal or several side by side, which are one string.
  @inline(never) mutating func strings() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    var pieces: [FormatPiece] = []
    while next == .string {
      let literal = StringLiteral(nextSpan, in: source.utf8)
      if literal.isFormatted {
        try readFormatted(literal, into: &pieces)
      } else {
        append(try decoded(literal.content, isRaw: literal.isRaw), to: &pieces)
      }
      advance()
    }
    try grow()
    let span = span(from: start)
    if pieces.isEmpty { return Expression(.string(""), span) }
    if pieces.count == 1, case .literal(let text) = pieces[0] {
      return Expression(.string(text), span)
    }
    return Expression(.formatted(pieces), span)
  }

  /// Adds text, joined to what stands before it; nothing for no text.
  func append(_ text: String, to pieces: inout [FormatPiece]) {
    if text.isEmpty { return }
    if case .literal(let before) = pieces.last {
      pieces[pieces.count - 1] = .literal(before + text)
    } else {
      pieces.append(.literal(text))
    }
  }

  // MARK: Escapes

  /// The text of a piece of a literal: escapes resolved, line ends as `\n`.
  func decoded(_ span: Span, isRaw: Bool) throws(SyntaxFault) -> String {
    let utf8 = source.utf8
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.length)
    var position = span.start
    while position < span.end {
      let byte = utf8[position]
      position += 1
      if byte == UInt8(ascii: "\r") {
        if position < span.end, utf8[position] == UInt8(ascii: "\n") { position += 1 }
        bytes.append(UInt8(ascii: "\n"))
      } else if byte == UInt8(ascii: "\\"), !isRaw, position < span.end {
        try decodeEscape(&position, span.end, into: &bytes)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One escape, `position` after its backslash. An unknown one stands for itself, as in Python.
  private func decodeEscape(
    _ position: inout Int, _ end: Int, into bytes: inout [UInt8]
  ) throws(SyntaxFault) {
    let start = position - 1
    let letter = source.utf8[position]
    position += 1
    switch letter {
    case UInt8(ascii: "\n"): return
    case UInt8(ascii: "\r"):
      if position < end, source.utf8[position] == UInt8(ascii: "\n") { position += 1 }
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): bytes.append(letter)
    case UInt8(ascii: "a"): bytes.append(0x07)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "v"): bytes.append(0x0B)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): decodeOctal(&position, end, into: &bytes)
    case UInt8(ascii: "x"): try decodeHex(2, &position, end, into: &bytes)
    case UInt8(ascii: "u"): try decodeHex(4, &position, end, into: &bytes)
    case UInt8(ascii: "U"): try decodeHex(8, &position, end, into: &bytes)
    case UInt8(ascii: "N"):
      throw fault(
        "`\\N{…}` is not part of neuron", Span(start, position), rule: .unsupportedSyntax,
        help: "write the character itself, or its number as `\\u…`")
    default:
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(letter)
    }
  }

  private func decodeOctal(_ position: inout Int, _ end: Int, into bytes: inout [UInt8]) {
    position -= 1
    var value: UInt32 = 0
    let last = min(position + 3, end)
    while position < last, source.utf8[position] & 0xF8 == 0x30 {
      value = value * 8 + UInt32(source.utf8[position] & 7)
      position += 1
    }
    if let scalar = Unicode.Scalar(value) {
      bytes.append(contentsOf: String(Character(scalar)).utf8)
    }
  }

  private func decodeHex(
    _ count: Int, _ position: inout Int, _ end: Int, into bytes: inout [UInt8]
  ) throws(SyntaxFault) {
    let start = position - 2
    let last = min(position + count, end)
    var value: UInt32 = 0
    while position < last,
      let digit = Character(Unicode.Scalar(source.utf8[position])).hexDigitValue
    {
      value = value << 4 | UInt32(digit)
      position += 1
    }
    let span = Span(start, position)
    guard position == start + 2 + count else {
      let form = ["xXX", "uXXXX", "UXXXXXXXX"][count / 4]
      throw fault(
        "(unicode error) 'unicodeescape' codec can't decode bytes: truncated \\\(form) escape",
        span,
        help: "put `r` before the string to keep its backslashes as they are")
    }
    if let scalar = Unicode.Scalar(value) {
      bytes.append(contentsOf: String(Character(scalar)).utf8)
    } else if value > 0x10FFFF {
      throw fault(
        "(unicode error) 'unicodeescape' codec can't decode bytes: illegal Unicode character", span)
    } else {
      throw fault(
        "half of a surrogate pair is not part of neuron", span, rule: .unsupportedSyntax,
        help: "write the character itself, or its number as `\\U…`")
    }
  }
}
