import SourceText

/// A table while its cells come one after the other.
struct TableBuilder {
  let index: Int
  private let layout: TableLayout
  private var contents: [[[Inline]]]

  init(_ index: Int, _ layout: TableLayout) {
    self.index = index
    self.layout = layout
    contents = layout.rows.map { row in row.cells.map { _ in [] } }
  }

  mutating func set(row: Int, column: Int, _ content: [Inline]) {
    contents[row][column] = content
  }

  var block: Block {
    let rows = zip(layout.rows, contents).map { row, contents in
      Table.Row(zip(row.cells, contents).map { Table.Cell($1, $0) }, row.span)
    }
    let table = Table(
      alignments: layout.alignments, header: rows[0], rows: Array(rows.dropFirst()))
    return Block(.table(table), layout.span)
  }
}
