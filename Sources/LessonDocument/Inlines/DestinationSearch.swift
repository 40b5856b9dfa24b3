import SourceText

extension Lesson {
  /// The places where destinations of links and images are written, in order, each with what `address`
  /// makes of it, where that is something else.
  public func destinations(
    rewrittenBy address: (String) -> String
  ) -> [(span: Span, text: String)] {
    var replacements: [String: String] = [:]
    for old in blocks.allInlines.compactMap(\.destination) where replacements[old] == nil {
      replacements[old] = address(old)
    }
    replacements = replacements.filter { $0.key != $0.value }
    guard !replacements.isEmpty else { return [] }
    return DestinationSearch(in: source, for: replacements)
      .edits(outside: blocks.withDescendants.compactMap(\.unlinked))
  }
}

extension Block {
  /// Where `]:` or `](` leads nowhere: in code, and in the label of a note.
  fileprivate var unlinked: Span? {
    switch kind {
    case .code, .cell: span
    case .footnote(let note): note.labelSpan
    default: nil
    }
  }
}

extension Inline {
  fileprivate var destination: String? {
    switch self {
    case .link(_, let destination, _): destination
    case .image(_, let source, _): source
    default: nil
    }
  }
}

/// Looks for destinations of links where Markdown writes them: after `](` and `]:`.
///
/// The tree has no spans for them. What an author wrote with escapes or entities is not found.
private struct DestinationSearch {
  private let bytes: [UInt8]
  /// Destinations longer than this are left alone, so that one pass takes linear time.
  private let longest: Int
  private let replacements: [String: String]

  /// A search for the keys of `replacements`.
  init(in source: SourceFile, for replacements: [String: String]) {
    self.bytes = source.utf8
    self.replacements = replacements
    self.longest = min(replacements.keys.map(\.utf8.count).max() ?? 0, 2_000)
  }

  /// The places in order and what to write there; nothing inside `excluded`, which is in order.
  func edits(outside excluded: [Span]) -> [(span: Span, text: String)] {
    var edits: [(span: Span, text: String)] = []
    var excluded = excluded[...]
    var index = 0
    while let bracket = bytes[index...].firstIndex(of: UInt8(ascii: "]")) {
      index = bracket + 1
      while let first = excluded.first, first.end <= bracket { excluded.removeFirst() }
      if let first = excluded.first, first.start <= bracket { continue }
      guard let start = startOfDestination(after: bracket) else { continue }
      let end = endOfDestination(from: start)
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      if let new = replacements[text] {
        edits.append((Span(start, end), new))
      }
    }
    return edits
  }

  private func startOfDestination(after bracket: Int) -> Int? {
    var start = bracket + 1
    guard start < bytes.count, "(:".utf8.contains(bytes[start]) else { return nil }
    start += 1
    while start < bytes.count, " \t".utf8.contains(bytes[start]) { start += 1 }
    return start < bytes.count && bytes[start] == UInt8(ascii: "<") ? start + 1 : start
  }

  private func endOfDestination(from start: Int) -> Int {
    let isBracketed = bytes[start - 1] == UInt8(ascii: "<")
    let ends = (isBracketed ? ">\r\n" : " \t\r\n").utf8
    var depth = 0
    for (index, byte) in zip(start..., bytes[start...].prefix(longest + 1)) {
      if ends.contains(byte) { return index }
      if isBracketed { continue }
      // Parentheses belong to a destination as far as they are balanced.
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return min(start + longest + 1, bytes.count)
  }
}
