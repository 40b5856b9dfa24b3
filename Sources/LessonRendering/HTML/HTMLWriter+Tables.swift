import LessonDocument

extension HTMLWriter {
  /// A table in a box of its own, which scrolls where it is wider than the column.
  mutating func writeTable(_ table: Table) {
    let width = table.width
    let isWide = width > Table.phoneWidth
    let reach = isWide ? " tabindex=\"0\" role=\"group\" aria-label=\"Table\"" : ""
    let classes =
      width <= 2 * Table.phoneWidth
      ? "table" : table.wordWidth <= Table.paperWidth ? "table wide" : "table wide crowded"
    html += "<div class=\"\(classes)\"\(reach)>\n<table>\n<thead>\n"
    writeRow(table.header, of: table, as: "th scope=\"col\"", closing: "th")
    html += "</thead>\n"
    if !table.rows.isEmpty {
      html += "<tbody>\n"
      for row in table.rows { writeRow(row, of: table, as: "td", closing: "td") }
      html += "</tbody>\n"
    }
    html += "</table>\n</div>\n"
  }

  /// Cells that are not written are empty.
  private mutating func writeRow(
    _ row: Table.Row, of table: Table, as opening: String, closing: String
  ) {
    html += "<tr>\n"
    for (column, alignment) in table.alignments.enumerated() {
      let alignment = alignment.map { " class=\"\($0.rawValue)\"" } ?? ""
      html += "<\(opening)\(alignment)>"
      if column < row.cells.count { contained { $0.write(row.cells[column].content) } }
      html += "</\(closing)>\n"
    }
    html += "</tr>\n"
  }
}

extension Table {
  /// Characters of a row that certainly fit into a phone's width. With twice as many it is read more
  /// easily when it scrolls than when its cells break their lines.
  fileprivate static let phoneWidth = 36

  /// The characters of the longest row, with three between two cells.
  fileprivate var width: Int {
    ([header] + rows).map { row in
      row.cells.reduce(0) { $0 + $1.content.plainText.unicodeScalars.count + 3 }
    }.max() ?? 0
  }

  /// Characters of a row that certainly fit onto paper in the letters of a wide table.
  fileprivate static let paperWidth = 96

  /// The characters of a row whose cells break between all words, and anywhere in code; one between two
  /// cells.
  fileprivate var wordWidth: Int {
    let rows = [header] + self.rows
    return alignments.indices.reduce(0) { width, column in
      let words = rows.flatMap { row in
        column < row.cells.count ? row.cells[column].content.wordLengths : []
      }
      return width + (words.max() ?? 0) + 1
    }
  }
}

extension [Inline] {
  fileprivate var wordLengths: [Int] {
    filter { if case .code = $0 { false } else { true } }.plainText
      .split(separator: " ").map(\.unicodeScalars.count)
  }
}
