import SourceText

/// A piece of the HTML that an author wrote; spans are in the text it was read from.
struct RawToken {
  enum Kind {
    case text
    case startTag
    case endTag
    /// What shows nothing anywhere.
    case comment
    /// A declaration or an instruction.
    case declaration
    /// What begins as a tag or comment and has no end.
    case unfinished
  }

  /// An attribute as it stands in a tag.
  struct Attribute {
    /// In small letters.
    var name: String
    /// From its name to the end of its value.
    var span: Span
    /// With its quotation marks; `nil` where there is none.
    var value: Span?
  }

  var kind: Kind
  var span: Span
  /// Of a tag, in small letters.
  var name = ""
  var attributes: [Attribute] = []
}

/// Takes raw HTML apart as browsers do (WHATWG HTML, 13.2.5), as far as where its tags begin and end.
/// Each byte is looked at once; what an attribute's value means is left to the parser.
struct RawHTMLTokens {
  private let bytes: [UInt8]
  private var offset = 0
  private(set) var tokens: [RawToken] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var textStart = 0
    while offset < bytes.count {
      let start = offset
      guard bytes[offset] == UInt8(ascii: "<"), let token = markup() else {
        offset = start + 1
        continue
      }
      if textStart < start { tokens.append(RawToken(kind: .text, span: Span(textStart, start))) }
      tokens.append(token)
      textStart = offset
    }
    if textStart < bytes.count {
      tokens.append(RawToken(kind: .text, span: Span(textStart, bytes.count)))
    }
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func has(_ text: StaticString, at offset: Int) -> Bool {
    text.withUTF8Buffer { bytes[min(offset, bytes.count)...].starts(with: $0) }
  }

  /// What begins with the `<` at `offset`; `nil` when that is text.
  private mutating func markup() -> RawToken? {
    let start = offset
    if has("<!--", at: start) { return comment() }
    if has("<![CDATA[", at: start) { return through("]]>", from: start + 9, .comment) }
    if has("<?", at: start) { return through("?>", from: start + 2, .declaration) }
    if has("<!", at: start) { return through(">", from: start + 2, .declaration) }
    guard start + 1 < bytes.count else { return nil }
    if Self.isLetter(bytes[start + 1]) { return tag(.startTag, nameAt: start + 1) }
    guard bytes[start + 1] == UInt8(ascii: "/"), start + 2 < bytes.count else { return nil }
    if Self.isLetter(bytes[start + 2]) { return tag(.endTag, nameAt: start + 2) }
    return through(">", from: start + 2, .comment)
  }

  private mutating func comment() -> RawToken {
    let start = offset
    if has("<!-->", at: start) || has("<!--->", at: start) {
      return through(">", from: start + 4, .comment)
    }
    var end = start + 4
    while end < bytes.count {
      let length = has("-->", at: end) ? 3 : has("--!>", at: end) ? 4 : 0
      if length > 0 {
        offset = end + length
        return RawToken(kind: .comment, span: Span(start, offset))
      }
      end += 1
    }
    return unfinished(from: start)
  }

  private mutating func through(
    _ closer: StaticString, from position: Int, _ kind: RawToken.Kind
  ) -> RawToken {
    let start = offset
    var end = position
    while end < bytes.count {
      if has(closer, at: end) {
        offset = end + closer.utf8CodeUnitCount
        return RawToken(kind: kind, span: Span(start, offset))
      }
      end += 1
    }
    return unfinished(from: start)
  }

  private mutating func unfinished(from start: Int) -> RawToken {
    offset = bytes.count
    return RawToken(kind: .unfinished, span: Span(start, offset))
  }

  // MARK: Tags

  private mutating func tag(_ kind: RawToken.Kind, nameAt nameStart: Int) -> RawToken {
    var token = RawToken(kind: kind, span: Span(offset, offset))
    offset = nameStart
    skip { !Self.isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    token.name = lowercased(Span(nameStart, offset))
    while true {
      skip { Self.isSpace($0) || $0 == UInt8(ascii: "/") }
      guard let next = current else { return unfinished(from: token.span.start) }
      if next == UInt8(ascii: ">") {
        offset += 1
        token.span.end = offset
        return token
      }
      token.attributes.append(attribute())
    }
  }

  private mutating func attribute() -> RawToken.Attribute {
    let start = offset
    // A name may begin with `=`.
    offset += 1
    skip { !Self.isSpace($0) && !"/>=".utf8.contains($0) }
    var attribute = RawToken.Attribute(
      name: lowercased(Span(start, offset)), span: Span(start, offset))
    skip(Self.isSpace)
    guard current == UInt8(ascii: "=") else { return attribute }
    offset += 1
    skip(Self.isSpace)
    let valueStart = offset
    if let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      offset += 1
      skip { $0 != quote }
      if offset < bytes.count { offset += 1 }
    } else {
      skip { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
    }
    attribute.value = Span(valueStart, offset)
    attribute.span.end = offset
    return attribute
  }

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while offset < bytes.count, isSkipped(bytes[offset]) { offset += 1 }
  }

  private func lowercased(_ span: Span) -> String {
    String(
      decoding: bytes[span.start..<span.end].map { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
      }, as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }
}
