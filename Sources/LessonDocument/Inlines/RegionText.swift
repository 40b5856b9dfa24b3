import SourceText

/// The lines of a region joined, containers' marks taken off, with the way back to the parsed text.
struct RegionText {
  private(set) var utf8: [UInt8] = []
  private var map = OffsetMap()
  private let text: MarkdownText
  private let chain: ContainerChain
  /// The last line taken in.
  private(set) var lastLine: Int
  private var hasLines = false

  init(_ region: InlineRegion, in text: MarkdownText) {
    self.text = text
    chain = region.chain
    lastLine = region.firstLine - 1
    for line in region.firstLine...max(region.firstLine, region.lastLine) {
      var cursor = text.cursor(line: line)
      _ = chain.enter(&cursor, line: line)
      let start = line == region.firstLine ? region.start ?? cursor.offset : cursor.offset
      append(line, from: start, to: cursor.end)
    }
  }

  /// The span in the parsed text.
  func place(of span: Span) -> Span {
    let start = map.original(of: span.start)
    return Span(start, span.length == 0 ? start : map.original(of: span.end - 1) + 1)
  }

  /// What an author wrote in a span, lines of it apart by `separator`.
  func fragment(of span: Span, separator: UInt8 = .newline) -> SourceFragment {
    var stretches: [LineStretch] = []
    var start = span.start
    while true {
      let end = utf8[start..<span.end].firstIndex(of: .newline) ?? span.end
      let first = map.original(of: start)
      stretches.append(LineStretch(span: Span(first, first + end - start)))
      if end == span.end { break }
      start = end + 1
    }
    return text.fragment(of: stretches, separator: separator)
  }

  /// The next line without its containers' marks; `nil` when it is not in all the containers, or
  /// there is none.
  func nextLine() -> Span? {
    let line = lastLine + 1
    guard line <= text.lineCount else { return nil }
    var cursor = text.cursor(line: line)
    return chain.enter(&cursor, line: line) ? Span(cursor.offset, cursor.end) : nil
  }

  func isBlank(_ line: Span) -> Bool {
    text.utf8[line.start..<line.end].allSatisfy(\.isSpaceOrTab)
  }

  /// Takes in what `nextLine` gave.
  mutating func append(nextLine: Span) {
    append(lastLine + 1, from: nextLine.start, to: nextLine.end)
  }

  private mutating func append(_ line: Int, from start: Int, to end: Int) {
    if hasLines { utf8.append(.newline) }
    hasLines = true
    map.append(derived: utf8.count, original: start)
    utf8 += text.utf8[start..<max(start, end)]
    lastLine = line
  }
}
