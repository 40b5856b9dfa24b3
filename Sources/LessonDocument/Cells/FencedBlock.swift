import SourceText

/// A fenced block as it stands in the file: where it begins and ends, and its content line by line.
///
/// Read from the text itself, since libcmark gives neither places within the block nor a right end.
struct FencedBlock {
  /// One line of the content in the file, container marks and the fence's indentation taken off.
  struct Line {
    /// Columns of a tab that the marks have used up in part; CommonMark makes spaces of the rest.
    var leadingSpaces: Int
    /// Without the line ending.
    var span: Span
  }

  let source: SourceFile
  /// From the first backtick or tilde to the end of the closing fence's line, or of the last line.
  let span: Span
  /// The line of the opening fence, from its first backtick or tilde.
  let opening: Span
  /// What a further line in the same container begins with.
  let linePrefix: String
  let lines: [Line]
  /// Where the line after the opening one begins, or the end of the file.
  let contentStart: Int
  let isClosed: Bool

  /// `nil` for an indented block.
  init?(_ node: CommonMarkNode, within chain: ContainerChain, in text: MarkdownText) {
    let firstLine = node.startLine
    var cursor = text.cursor(line: firstLine)
    guard chain.enter(&cursor, line: firstLine), cursor.indentation < 4 else { return nil }
    let indentation = cursor.indentation
    cursor.skipSpaces()
    guard let fence = Fence(at: cursor) else { return nil }

    source = text.source
    opening = text.original(of: Span(cursor.offset, text.endOfContent(ofLine: firstLine)))
    linePrefix = text.continuation(ofLine: firstLine, before: cursor.offset)
    contentStart = text.original(of: text.span(ofLine: firstLine + 1).start)

    var lines: [Line] = []
    var end = text.span(ofLine: firstLine).end
    var isClosed = false
    var line = firstLine + 1
    while line <= text.lineCount {
      var cursor = text.cursor(line: line)
      guard chain.enter(&cursor, line: line) else { break }
      end = cursor.end
      if fence.isClosed(by: cursor) {
        isClosed = true
        break
      }
      cursor.skipColumns(indentation)
      let start = cursor.restOfTab > 0 ? cursor.offset + 1 : cursor.offset
      let span = text.original(of: Span(start, cursor.end))
      lines.append(Line(leadingSpaces: cursor.restOfTab, span: span))
      line += 1
    }
    self.lines = lines
    self.isClosed = isClosed
    span = Span(opening.start, text.original(of: end))
  }

  var unclosedProblem: Diagnostic? {
    guard !isClosed else { return nil }
    let fence = source.text(of: opening).prefix { $0 == "`" || $0 == "~" }
    return Diagnostic(
      .unclosedFence, "the fenced block that begins here is never closed",
      at: Place(source, Span(opening.start, opening.start + fence.utf8.count)),
      help: "close it with \(fence) on a line of its own")
  }

  /// The lines from `first` on, each with `\n` at its end.
  func fragment(from first: Int = 0) -> SourceFragment {
    var utf8: [UInt8] = []
    var map = OffsetMap()
    let start =
      first < lines.count ? lines[first].span.start : (lines.last?.span.end ?? contentStart)
    map.append(derived: 0, original: first < lines.count || lines.isEmpty ? start : contentStart)
    for line in lines.dropFirst(first) {
      for _ in 0..<line.leadingSpaces {
        map.append(derived: utf8.count, original: line.span.start - 1)
        utf8.append(.space)
      }
      map.append(derived: utf8.count, original: line.span.start)
      utf8 += source.utf8[line.span.start..<line.span.end]
      utf8.append(.newline)
    }
    return SourceFragment(file: source, utf8: utf8, map: map)
  }
}

/// The backticks or tildes that open a block.
private struct Fence {
  let mark: UInt8
  let length: Int

  init?(at cursor: LineCursor) {
    guard let mark = cursor.next, mark == .backtick || mark == .tilde else { return nil }
    self.mark = mark
    length = cursor.rest.prefix { $0 == mark }.count
  }

  func isClosed(by line: LineCursor) -> Bool {
    guard line.indentation < 4 else { return false }
    var line = line
    line.skipSpaces()
    let marks = line.rest.prefix { $0 == mark }.count
    line.skipMark(marks)
    return marks >= length && line.isBlank
  }
}
