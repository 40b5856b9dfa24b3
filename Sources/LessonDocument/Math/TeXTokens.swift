/// A piece of TeX as TeX itself would read it, with where it comes from.
struct TeXToken: Hashable {
  enum Kind {
    /// `\alpha` or `\,`; also `\verb|…|` as a whole.
    case command
    case open, close
    case space
    /// `%` to the end of its line.
    case comment
    /// `#1`, by its number; in a macro's body.
    case parameter(Int)
    /// Any other character.
    case other
  }

  var text: String
  /// Where the formula has it, in UTF-8 bytes of its TeX; of what a macro brings, where the macro is used.
  var offset: Int
  /// The macro whose body it stands in, by its index; `nil` for the formula's own.
  var macro: Int?
  var kind: Kind

  /// Whether it is a command of letters, which the next letter would become a part of.
  var endsInWord: Bool { text.hasPrefix("\\") && text.utf8.last?.isLetter == true }

  var isBlank: Bool {
    switch kind {
    case .space, .comment: true
    default: false
    }
  }

  /// The end of what it takes in the formula, if it stands there.
  var end: Int { offset + text.utf8.count }
}

extension TeXToken.Kind: Hashable {}

extension [TeXToken] {
  /// The tokens of a text, which together are all of it.
  init(tex: String) {
    self = []
    let bytes = Array<UInt8>(tex.utf8)
    var index = 0
    while index < bytes.count {
      let (kind, end) = Self.token(in: bytes, at: index)
      append(
        TeXToken(
          text: String(decoding: bytes[index..<end], as: UTF8.self), offset: index, macro: nil,
          kind: kind))
      index = end
    }
  }

  private static func token(in bytes: [UInt8], at start: Int) -> (TeXToken.Kind, Int) {
    let next = start + 1
    switch bytes[start] {
    case .backslash: return (.command, commandEnd(in: bytes, at: start))
    case UInt8(ascii: "{"): return (.open, next)
    case UInt8(ascii: "}"): return (.close, next)
    case UInt8(ascii: "%"):
      let end = bytes[start...].firstIndex(where: \.isLineEnding) ?? bytes.count
      return (.comment, Swift.min(end + 1, bytes.count))
    case UInt8(ascii: "#") where next < bytes.count && bytes[next].isDigit:
      return (.parameter(Int(bytes[next] - UInt8(ascii: "0"))), next + 1)
    case let byte where byte.isWhitespace:
      var end = next
      while end < bytes.count, bytes[end].isWhitespace { end += 1 }
      return (.space, end)
    default:
      var end = next
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      return (.other, end)
    }
  }

  private static func commandEnd(in bytes: [UInt8], at start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end].isLetter { end += 1 }
    if end == start + 1 {
      if end < bytes.count { end += 1 }
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      return end
    }
    guard bytes[start..<end].elementsEqual("\\verb".utf8), end < bytes.count,
      let close = bytes[(end + 1)...].firstIndex(of: bytes[end])
    else { return end }
    return close + 1
  }

  /// The tokens as one text.
  var tex: String { TeXText(self).tex }

  /// The index after blanks.
  func indexAfterBlanks(from index: Int) -> Int {
    var index = index
    while index < count, self[index].isBlank { index += 1 }
    return index
  }

  /// The index of the brace that closes the one at `index`.
  func closing(_ index: Int) -> Int? {
    var depth = 0
    for next in indices[index...] {
      switch self[next].kind {
      case .open: depth += 1
      case .close:
        depth -= 1
        if depth == 0 { return next }
      default: break
      }
    }
    return nil
  }

  /// What stands between braces that begin at `index` or after blanks, as indices.
  func group(from index: Int) -> Range<Int>? {
    let open = indexAfterBlanks(from: index)
    guard open < count, self[open].kind == .open, let close = closing(open) else { return nil }
    return open + 1..<close
  }
}

/// Tokens written as a text that remembers where its bytes come from.
struct TeXText {
  private(set) var tex = ""
  /// In the order of the text, where each token begins in it.
  private(set) var origins: [(start: Int, token: TeXToken)] = []

  init(_ tokens: [TeXToken]) {
    var length = 0
    for (index, token) in tokens.enumerated() {
      // In a text of one piece a letter never follows a command of letters.
      if index > 0, tokens[index - 1].endsInWord, token.text.utf8.first?.isLetter == true {
        tex += " "
        length += 1
      }
      origins.append((length, token))
      tex += token.text
      length += token.text.utf8.count
    }
  }

  /// The token that the byte at `offset` belongs to, and how far it stands in it.
  func origin(of offset: Int) -> (token: TeXToken, distance: Int)? {
    var (low, high) = (0, origins.count)
    while low < high {
      let middle = (low + high) / 2
      if origins[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let (start, token) = origins[low - 1]
    return (token, offset - start)
  }
}
