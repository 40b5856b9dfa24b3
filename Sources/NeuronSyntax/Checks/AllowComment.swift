import SourceText

/// What one comment `# neuronbook: allow ID, ID: reason` says. Read generously: capitals, spaces, a
/// colon too many or too few are no reason to let a problem through that somebody meant to allow.
struct AllowComment {
  /// An id, as rules write theirs.
  struct Name {
    var id: String
    var span: Span
  }

  /// From its `#` to its last character.
  var span: Span
  /// Empty if it allows nothing, though it was meant to.
  var names: [Name]

  /// The allowing comments among what stands after the first `#` of a line, which may hold several.
  static func all(in comment: Span, _ source: SourceFragment) -> [AllowComment] {
    let hashes = (comment.start..<comment.end).filter {
      source.utf8[$0] == UInt8(ascii: "#")
        && ($0 == comment.start || source.utf8[$0 - 1] != UInt8(ascii: "#"))
    }
    var result: [AllowComment] = []
    var end = comment.end
    for start in hashes.reversed() {
      var reader = CommentReader(utf8: source.utf8, offset: start, end: end)
      guard let names = reader.allowedNames() else { continue }
      while end > start, source.utf8[end - 1] == UInt8(ascii: " ") { end -= 1 }
      result.append(AllowComment(span: Span(start, end), names: names))
      end = start
    }
    return result.reversed()
  }
}

private struct CommentReader {
  let utf8: [UInt8]
  var offset: Int
  let end: Int

  /// `nil` if the comment is about something else.
  mutating func allowedNames() -> [AllowComment.Name]? {
    skip("# \t")
    guard word().id == "neuronbook" else { return nil }
    skip(" \t")
    let hasColon = skip(":")
    skip(" \t")
    let verb = word().id
    guard verb == "allow" || hasColon && nearestName(to: verb, in: ["allow"]) != nil else {
      return nil
    }
    skip(": \t")
    let names = names()
    // Without the colon it may be a sentence about the program.
    let isMeant = hasColon || names.contains { name in Rule.allowed.contains { $0.id == name.id } }
    return isMeant ? (verb == "allow" ? names : []) : nil
  }

  private mutating func names() -> [AllowComment.Name] {
    var names: [AllowComment.Name] = []
    repeat {
      skip(" \t")
      let name = word()
      if !name.id.isEmpty { names.append(name) }
      skip(" \t")
    } while skip(",")
    return names
  }

  /// Letters, digits and hyphens, in small letters.
  private mutating func word() -> AllowComment.Name {
    let start = offset
    while offset < end, isWordByte(utf8[offset]) { offset += 1 }
    let text = String(decoding: utf8[start..<offset], as: UTF8.self).lowercased()
    return AllowComment.Name(
      id: String(text.map { $0 == "_" ? "-" : $0 }), span: Span(start, offset))
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  @discardableResult
  private mutating func skip(_ characters: StaticString) -> Bool {
    let start = offset
    characters.withUTF8Buffer { wanted in
      while offset < end, wanted.contains(utf8[offset]) { offset += 1 }
    }
    return offset > start
  }
}
