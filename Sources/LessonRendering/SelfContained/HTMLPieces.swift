/// The tags and texts of HTML that this module has made, which is well-formed.
struct HTMLPieces: Sequence, IteratorProtocol {
  enum Piece {
    case start(tag: Substring, classes: [Substring], isEmpty: Bool)
    case end
    /// Whether any of it has a shape: no space, and no character without width.
    case text(isVisible: Bool)
  }

  private let bytes: [UInt8]
  private(set) var offset: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    offset = start
  }

  mutating func next() -> Piece? {
    guard offset < bytes.count else { return nil }
    guard bytes[offset] == UInt8(ascii: "<") else { return text() }
    let end = endOfTag()
    defer { offset = end }
    if bytes[offset...].starts(with: "</".utf8) { return .end }
    let tag = String(decoding: bytes[(offset + 1)..<Swift.max(end - 1, offset + 1)], as: UTF8.self)
    let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
    return .start(
      tag: name, classes: Self.classes(in: tag),
      isEmpty: tag.hasSuffix("/") || ElementPolicy.void.contains(String(name)))
  }

  private mutating func text() -> Piece {
    let start = offset
    offset = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    return .text(
      isVisible: text.unicodeScalars.contains { $0.value > 0x20 && $0 != "\u{200B}" })
  }

  /// After the `>` that is in no attribute's value.
  private func endOfTag() -> Int {
    var quote: UInt8?
    for index in offset..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return bytes.count
  }

  /// The value of `class`, in quotation marks or without.
  private static func classes(in tag: String) -> [Substring] {
    guard let start = tag.firstRange(of: " class=")?.upperBound else { return [] }
    let value = tag[start...]
    let isQuoted = value.hasPrefix("\"")
    return value.drop { $0 == "\"" }.prefix { $0 != "\"" && (isQuoted || $0 != " ") }
      .split(separator: " ")
  }
}
