import SourceText

/// A line of a table taken apart at its bars. A bar with a backslash before it is text, in code too.
struct TableRowText {
  /// Each without the white space around it; in the offsets of the text.
  private(set) var cells: [Span] = []
  /// From the first byte that is no white space to the last.
  let span: Span

  /// The row in `line` of `bytes`.
  init(_ bytes: [UInt8], _ line: Span) {
    span = Self.trimmed(bytes, line)
    var start = span.start
    if start < span.end, bytes[start] == .bar { start += 1 }
    var offset = start
    while offset < span.end {
      if bytes[offset] == .backslash, offset + 1 < span.end, bytes[offset + 1] == .bar {
        offset += 2
      } else if bytes[offset] == .bar {
        cells.append(Self.trimmed(bytes, Span(start, offset)))
        offset += 1
        start = offset
      } else {
        offset += 1
      }
    }
    if start < span.end { cells.append(Self.trimmed(bytes, Span(start, span.end))) }
  }

  private static func trimmed(_ bytes: [UInt8], _ span: Span) -> Span {
    var span = span
    while span.length > 0, bytes[span.end - 1].isWhitespace { span.end -= 1 }
    while span.length > 0, bytes[span.start].isWhitespace { span.start += 1 }
    return span
  }
}

extension TableRowText {
  /// How each column is set, when this is the row of hyphens below a header: `:--`, `:-:`, `--:` or
  /// `---` in each cell. Hyphens alone underline a heading or are a break.
  func alignments(_ bytes: [UInt8]) -> [Table.Alignment?]? {
    let marks = bytes[span.start..<span.end]
    guard marks.allSatisfy({ $0.isWhitespace || $0 == .hyphen || $0 == .colon || $0 == .bar }),
      marks.contains(.hyphen), marks.contains(where: { $0 == .bar || $0 == .colon })
    else { return nil }
    var alignments: [Table.Alignment?] = []
    for cell in cells {
      var hyphens = cell
      let isLeft = cell.length > 0 && bytes[cell.start] == .colon
      let isRight = cell.length > 1 && bytes[cell.end - 1] == .colon
      hyphens.start += isLeft ? 1 : 0
      hyphens.end -= isRight ? 1 : 0
      guard hyphens.length > 0,
        bytes[hyphens.start..<hyphens.end].allSatisfy({ $0 == .hyphen })
      else { return nil }
      alignments.append(isLeft && isRight ? .center : isLeft ? .left : isRight ? .right : nil)
    }
    return alignments
  }
}
