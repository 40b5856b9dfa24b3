import SourceText

/// Where a table and its cells stand in the file.
struct TableLayout {
  struct Row {
    /// From its first byte that is no white space to its last.
    let span: Span
    /// White space around them left out; never more than there are columns.
    let cells: [Span]
    let front: LineFront
  }

  let alignments: [Table.Alignment?]
  /// The header first.
  let rows: [Row]
  /// The row of hyphens.
  let delimiter: Span
  /// What rows have beyond the last column.
  let excess: [Span]

  var span: Span { Span(rows[0].span.start, max(delimiter.end, rows[rows.count - 1].span.end)) }
}

extension TableLayout {
  /// Each cell as a heading on a line of its own, so that no markup reaches from one into another;
  /// empty ones only where a row begins. The row of hyphens falls away.
  func substitutions(_ table: Int, in source: SourceFile) -> [Substitution] {
    var all: [Substitution] = []
    for (index, row) in rows.enumerated() {
      var start = row.front.start
      for (column, cell) in row.cells.enumerated() where column == 0 || cell.length > 0 {
        all.append(
          Substitution(
            span: Span(start, cell.start),
            replacement: .heading(
              before: column == 0 ? row.front.padding : "\n" + row.front.prefix, after: " ",
              .cell(table: table, row: index, column: column))))
        all += Self.escapes(in: cell, of: source.utf8)
        start = cell.end
      }
      // A space and not nothing: so the end of the last cell leads back to its own place.
      let end = index == 0 ? delimiter.end : row.span.end
      if end > start {
        all.append(Substitution(span: Span(start, end), replacement: .text(" ")))
      }
    }
    return all
  }

  /// Bars lose their backslashes; number signs at the end get one, as a heading would drop them.
  private static func escapes(in cell: Span, of bytes: [UInt8]) -> [Substitution] {
    var all: [Substitution] = []
    var offset = cell.start
    while let backslash = bytes[offset..<cell.end].firstIndex(of: .backslash) {
      offset = backslash + 1
      guard offset < cell.end, bytes[offset] == .bar else { continue }
      all.append(Substitution(span: Span(backslash, offset + 1), replacement: .text("|")))
      offset += 1
    }
    if cell.length > 0, bytes[cell.end - 1] == .numberSign {
      all.append(
        Substitution(span: Span(cell.end - 1, cell.end - 1), replacement: .text("\\")))
    }
    return all
  }
}
