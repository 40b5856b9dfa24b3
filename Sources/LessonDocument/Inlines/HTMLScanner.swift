/// Finds the ends of raw HTML and autolinks as CommonMark defines them.
struct HTMLScanner {
  private let bytes: [UInt8]
  /// Bytes that may still be looked at in vain; afterwards `<` is text. Scans that fail are short in
  /// any text of a person.
  private var fuel: Int
  /// Closers that do not come again, so that they are not looked for twice.
  private var missing: [String] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    fuel = 16 * bytes.count + 1_000
  }

  /// The offset after the tag, comment, instruction, declaration, CDATA section or autolink that
  /// begins with the `<` at `offset`; `nil` when there is none.
  mutating func end(at offset: Int) -> Int? {
    guard fuel > 0 else { return nil }
    if bytes.has("<!--", at: offset) { return end(of: "-->", from: offset + 4) }
    if bytes.has("<?", at: offset) { return end(of: "?>", from: offset + 2) }
    if bytes.has("<![CDATA[", at: offset) { return end(of: "]]>", from: offset + 9) }
    if bytes.has("<!", at: offset) { return end(of: ">", from: offset + 2) }
    if let end = endOfAutolink(offset) { return end }
    return endOfTag(at: offset)
  }

  /// The offset after the tag that begins with the `<` at `offset`.
  mutating func endOfTag(at offset: Int) -> Int? {
    bytes.has("</", at: offset) ? endOfClosingTag(offset) : endOfOpenTag(offset)
  }

  private mutating func end(of closer: String, from start: Int) -> Int? {
    guard !missing.contains(closer) else { return nil }
    var offset = start
    while offset < bytes.count {
      if bytes[offset...].starts(with: closer.utf8) { return offset + closer.utf8.count }
      offset += 1
    }
    missing.append(closer)
    return nil
  }

  /// `<scheme:…>` or `<name@host>`.
  private mutating func endOfAutolink(_ start: Int) -> Int? {
    var offset = start + 1
    var isAddress = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == .quoteMark { break }
      if byte <= 0x20 || byte == .lessThan { return fail(start, offset) }
      if byte == UInt8(ascii: "@") { isAddress = true }
      offset += 1
    }
    guard offset < bytes.count else { return fail(start, offset) }
    let scheme = bytes[(start + 1)..<offset].prefix { byte in
      byte.isLetter || byte.isDigit || "+.-".utf8.contains(byte)
    }
    let hasScheme =
      scheme.first?.isLetter == true && (2...32).contains(scheme.count)
      && bytes[scheme.endIndex] == UInt8(ascii: ":")
    return hasScheme || isAddress ? offset + 1 : fail(start, offset)
  }

  private mutating func endOfClosingTag(_ start: Int) -> Int? {
    guard let name = endOfTagName(start + 2) else { return nil }
    let offset = endOfWhitespace(name)
    return offset < bytes.count && bytes[offset] == .quoteMark ? offset + 1 : fail(start, offset)
  }

  private mutating func endOfOpenTag(_ start: Int) -> Int? {
    guard var offset = endOfTagName(start + 1) else { return nil }
    while true {
      let next = endOfWhitespace(offset)
      guard next < bytes.count else { return fail(start, next) }
      if bytes[next] == .quoteMark { return next + 1 }
      if bytes.has("/>", at: next) { return next + 2 }
      guard next > offset, let end = endOfAttribute(next) else { return fail(start, next) }
      offset = end
    }
  }

  private func endOfTagName(_ start: Int) -> Int? {
    guard start < bytes.count, bytes[start].isLetter else { return nil }
    var offset = start
    while offset < bytes.count,
      bytes[offset].isLetter || bytes[offset].isDigit || bytes[offset] == UInt8(ascii: "-")
    {
      offset += 1
    }
    return offset
  }

  private mutating func endOfAttribute(_ start: Int) -> Int? {
    guard bytes[start].isLetter || "_:".utf8.contains(bytes[start]) else { return nil }
    var offset = start + 1
    while offset < bytes.count,
      bytes[offset].isLetter || bytes[offset].isDigit || "_.:-".utf8.contains(bytes[offset])
    {
      offset += 1
    }
    let equals = endOfWhitespace(offset)
    guard equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else { return offset }
    return endOfValue(endOfWhitespace(equals + 1))
  }

  private mutating func endOfValue(_ start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = bytes[(start + 1)...].firstIndex(of: quote) else {
        return fail(start, bytes.count)
      }
      return end + 1
    }
    var offset = start
    while offset < bytes.count, !bytes[offset].isWhitespace,
      !"\"'=<>`".utf8.contains(bytes[offset])
    {
      offset += 1
    }
    return offset > start ? offset : nil
  }

  private func endOfWhitespace(_ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset].isWhitespace { offset += 1 }
    return offset
  }

  private mutating func fail(_ start: Int, _ end: Int) -> Int? {
    fuel -= end - start
    return nil
  }
}
