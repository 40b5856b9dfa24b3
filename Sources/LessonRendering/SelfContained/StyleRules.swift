/// A style sheet in its outermost pieces, as they are written.
///
///     @font-face {…}     rule "@font-face", body
///     .katex .a {…}      rule ".katex .a", body
///     @import "x";       rule "@import "x"", no body
struct StyleRules: Sequence, IteratorProtocol {
  struct Rule {
    var prelude: ArraySlice<UInt8>
    /// Between its braces.
    var body: ArraySlice<UInt8>?
    var whole: ArraySlice<UInt8>
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Rule? {
    skipBlank()
    let start = offset
    guard start < bytes.count else { return nil }
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: ";"):
        offset += 1
        return Rule(prelude: bytes[start..<offset - 1], body: nil, whole: bytes[start..<offset])
      case UInt8(ascii: "{"):
        let open = offset
        skipBlock()
        let end = Swift.max(offset - 1, open + 1)
        return Rule(
          prelude: bytes[start..<open], body: bytes[Swift.min(open + 1, end)..<end],
          whole: bytes[start..<offset])
      default: skipPiece()
      }
    }
    return Rule(prelude: bytes[start...], body: nil, whole: bytes[start...])
  }

  private mutating func skipBlank() {
    while offset < bytes.count {
      if bytes[offset] <= 0x20 || bytes[offset] == UInt8(ascii: "}") {
        offset += 1
      } else if bytes[offset...].starts(with: "/*".utf8) {
        skipPiece()
      } else {
        return
      }
    }
  }

  /// From a brace past the one that closes it.
  private mutating func skipBlock() {
    var depth = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "{") { depth += 1 }
      if bytes[offset] == UInt8(ascii: "}") { depth -= 1 }
      skipPiece()
      if depth == 0 { return }
    }
  }

  /// A string, a comment, or one byte.
  private mutating func skipPiece() { offset = Self.end(ofPieceAt: offset, in: bytes) }

  /// Where a string, a comment, or one byte ends.
  static func end(ofPieceAt start: Int, in bytes: [UInt8]) -> Int {
    var offset = start + 1
    switch bytes[start] {
    case UInt8(ascii: "\\"): return Swift.min(start + 2, bytes.count)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      while offset < bytes.count, bytes[offset] != bytes[start], bytes[offset] != 0x0A {
        offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
      }
      return Swift.min(offset + 1, bytes.count)
    case UInt8(ascii: "/") where offset < bytes.count && bytes[offset] == UInt8(ascii: "*"):
      offset += 1
      while offset < bytes.count, !bytes[offset...].starts(with: "*/".utf8) { offset += 1 }
      return Swift.min(offset + 2, bytes.count)
    default: return offset
    }
  }
}

extension StyleRules.Rule {
  /// The value of a property in the body, as it stands last; without white space around.
  func value(of property: String) -> String? {
    guard let body else { return nil }
    let text = String(decoding: body, as: UTF8.self)
    for declaration in text.split(separator: ";").reversed() {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      if parts.count == 2, Self.trimmed(parts[0]) == property { return Self.trimmed(parts[1]) }
    }
    return nil
  }

  var selectors: [String] {
    String(decoding: prelude, as: UTF8.self).split(separator: ",").map(Self.trimmed)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
