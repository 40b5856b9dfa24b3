import SourceText

/// What begins within the lines that libcmark takes for one paragraph and ends it: notes, a table.
///
///     The losses are[^1]
///     | loss | rate |        the table begins here, so the paragraph above has one line
///     |------|------|
///     [^1]: Of one epoch.    a note
struct ParagraphSplit {
  private let region: InlineRegion
  private let text: MarkdownText
  private let extensions: MarkdownExtensions

  init(_ region: InlineRegion, in text: MarkdownText, extensions: MarkdownExtensions) {
    self.region = region
    self.text = text
    self.extensions = extensions
  }

  /// A line with the marks of its containers taken off.
  private struct Line {
    let number: Int
    let cursor: LineCursor
    /// Whether it stands in all containers of the paragraph.
    let isInside: Bool

    var isIndented: Bool { cursor.indentation >= 4 }
    var span: Span { Span(cursor.offset, cursor.end) }
  }

  /// What else begins in the paragraph's lines, and where.
  enum Find {
    case notes
    case table(TableLines)
  }

  /// The first line that is not the paragraph's own.
  func first() -> (line: Int, find: Find)? {
    guard mayHold else { return nil }
    var mayHaveTable = extensions.contains(.tables)
    for number in region.firstLine...region.lastLine {
      let line = self.line(number)
      if note(at: line) != nil { return (number, .notes) }
      guard mayHaveTable, let delimiter = delimiter(below: line) else { continue }
      if let table = table(headedBy: line, delimiter) {
        return (number, .table(table))
      }
      // As GitHub has it: one row of hyphens that does not fit, and none is looked for any more.
      mayHaveTable = false
    }
    return nil
  }

  /// A quick refusal of most paragraphs.
  private var mayHold: Bool {
    let end = text.span(ofLine: region.lastLine).end
    let bytes = text.utf8[min(text.span(ofLine: region.firstLine).start, end)..<end]
    if extensions.contains(.footnotes), !text.markup.colons.isEmpty { return true }
    return extensions.contains(.tables) && region.lastLine > region.firstLine
      && bytes.contains(.hyphen) && bytes.contains { $0 == .bar || $0 == .colon }
  }

  private func line(_ number: Int) -> Line {
    var cursor = text.cursor(line: number)
    let isInside = region.chain.enter(&cursor, line: number)
    return Line(number: number, cursor: cursor, isInside: isInside)
  }

  private func front(of line: Line) -> LineFront {
    LineFront(line.cursor, onLine: line.number, of: text)
  }

  // MARK: Notes

  /// The beginnings of notes from a line on. A note ends a paragraph wherever its line stands.
  func notes(from first: Int) -> [NoteMark] {
    (first...max(first, region.lastLine)).compactMap { note(at: line($0)) }
  }

  private func note(at line: Line) -> NoteMark? {
    guard extensions.contains(.footnotes), !line.isIndented else { return nil }
    var cursor = line.cursor
    cursor.skipSpaces()
    let start = cursor.offset
    guard let (label, end) = text.noteLabel(at: start), let colon = text.endOfColon(at: end)
    else { return nil }
    let content = text.utf8[..<cursor.end].endOfSpaces(from: colon)
    return NoteMark(
      front: front(of: line), labelSpan: text.original(of: Span(start, end)), label: label,
      end: text.original(of: content), isAlone: content == cursor.end)
  }

  // MARK: Tables

  private struct Delimiter {
    let row: TableRowText
    let alignments: [Table.Alignment?]
    let front: LineFront
  }

  private func delimiter(below line: Line) -> Delimiter? {
    guard line.number < region.lastLine else { return nil }
    let next = self.line(line.number + 1)
    guard next.isInside, !next.isIndented else { return nil }
    let row = TableRowText(text.utf8, next.span)
    return row.alignments(text.utf8).map {
      Delimiter(row: row, alignments: $0, front: front(of: next))
    }
  }

  private func table(headedBy line: Line, _ delimiter: Delimiter) -> TableLines? {
    let header = TableRowText(text.utf8, line.span)
    guard header.cells.count == delimiter.alignments.count else { return nil }
    let front =
      line.isInside
      ? front(of: line) : LineFront(ofLine: line.number, in: text, as: delimiter.front)
    var rows = [TableLines.Row(text: header, front: front)]
    var number = line.number + 2
    while number <= text.lineCount, let row = row(number) {
      rows.append(row)
      number += 1
    }
    return TableLines(
      alignments: delimiter.alignments, delimiter: delimiter.row, rows: rows,
      lastLine: number - 1, text: text)
  }

  /// The row on a line, which may lie beyond what libcmark takes for the paragraph.
  private func row(_ number: Int) -> TableLines.Row? {
    let line = self.line(number)
    guard line.isInside, !line.cursor.isBlank, !BlockStart.isAt(line.cursor),
      note(at: line) == nil
    else { return nil }
    let row = TableRowText(text.utf8, line.span)
    return row.cells.isEmpty ? nil : TableLines.Row(text: row, front: front(of: line))
  }
}

/// A table in the text that was parsed.
struct TableLines {
  let alignments: [Table.Alignment?]
  let delimiter: TableRowText
  let rows: [Row]
  /// 1-based.
  let lastLine: Int
  let text: MarkdownText

  struct Row {
    let text: TableRowText
    let front: LineFront
  }

  /// Cells that rows lack.
  var missingCells: Int { rows.reduce(0) { $0 + max(0, alignments.count - $1.text.cells.count) } }

  /// Bytes that libcmark is given besides the table's own.
  var addedBytes: Int {
    rows.reduce(0) { sum, row in
      sum + min(row.text.cells.count, alignments.count) * (row.front.prefix.utf8.count + 4)
    }
  }

  /// In the offsets of the file.
  var layout: TableLayout {
    TableLayout(
      alignments: alignments,
      rows: rows.map { row in
        TableLayout.Row(
          span: text.original(of: row.text.span),
          cells: row.text.cells.prefix(alignments.count).map { text.original(of: $0) },
          front: row.front)
      },
      delimiter: text.original(of: delimiter.span), excess: excess)
  }

  private var excess: [Span] {
    rows.compactMap { row in
      guard row.text.cells.count > alignments.count else { return nil }
      let span = Span(row.text.cells[alignments.count].start, row.text.span.end)
      return text.original(of: span)
    }
  }
}
