extension Table {
  /// The table as lines of text, each without blanks at its end; no newline after the last one.
  ///
  /// Widths count characters, so a letter with combining marks is one wide. Columns are two blanks
  /// apart. Rows that are left out are one line that says how many.
  public var text: String {
    let texts = columns.indices.map { column in
      Table.aligned(
        rows.map { column < $0.count ? Table.line($0[column]) : "" },
        by: columns[column].alignment)
    }
    let widths = columns.indices.map { column in
      max(columns[column].title.count, texts[column].map(\.count).max() ?? 0)
    }
    var lines = [Table.line(columns.map(\.title), widths: widths)]
    for row in rows.indices {
      if omission?.position == row { appendOmission(to: &lines) }
      lines.append(Table.line(texts.map { $0[row] }, widths: widths))
    }
    if omission?.position == rows.count { appendOmission(to: &lines) }
    return lines.joined(separator: "\n")
  }

  /// A cell on one line, whatever it holds.
  private static func line(_ cell: String) -> String {
    cell.contains(where: \.isNewline)
      ? String(cell.map { $0.isNewline ? " " : $0 }) : cell
  }

  private func appendOmission(to lines: inout [String]) {
    guard let omission else { return }
    lines.append("… \(omission.count) more \(omission.count == 1 ? "row" : "rows") …")
  }

  private static func line(_ cells: [String], widths: [Int]) -> String {
    var line = ""
    for (cell, width) in zip(cells, widths) {
      line += cell + blanks(width - cell.count + 2)
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The cells padded in front, or inside, so that they can stand at the left edge of the column.
  private static func aligned(_ cells: [String], by alignment: Alignment) -> [String] {
    switch alignment {
    case .leading: return cells
    case .trailing: return padded(cells, to: cells.map(\.count))
    case .decimal: return padded(cells, to: cells.map(wholeWidth))
    case .equation: return alignedEquations(cells)
    }
  }

  /// Each cell moved to the right by what its measure lacks to the greatest.
  private static func padded(_ cells: [String], to measures: [Int]) -> [String] {
    let greatest = measures.max() ?? 0
    return zip(cells, measures).map { cell, measure in
      cell.isEmpty ? "" : blanks(greatest - measure) + cell
    }
  }

  /// The number of characters before the decimal point, the exponent or the end.
  private static func wholeWidth(_ number: String) -> Int {
    if number.hasSuffix("inf") || number.hasSuffix("nan") { return number.count }
    return number.prefix { $0 != "." && $0 != "e" }.count
  }

  private static func alignedEquations(_ cells: [String]) -> [String] {
    let sides = cells.map(equationSides)
    let numbers = padded(
      sides.map { $0?.right ?? "" }, to: sides.map { wholeWidth($0?.right ?? "") })
    let width = sides.map { $0?.left.count ?? 0 }.max() ?? 0
    return cells.indices.map { index in
      guard let left = sides[index]?.left else { return cells[index] }
      return left + blanks(width - left.count) + " = " + numbers[index]
    }
  }

  /// What stands on both sides of the last ` = `; a cell that begins with `= ` has an empty left side.
  private static func equationSides(_ cell: String) -> (left: String, right: String)? {
    if cell.hasPrefix("= ") { return ("", String(cell.dropFirst(2))) }
    let characters = Array(cell)
    let starts = characters.indices.dropLast(2).reversed()
    guard let start = starts.first(where: { characters[$0...].starts(with: [" ", "=", " "]) })
    else {
      return nil
    }
    return (String(characters[..<start]), String(characters[(start + 3)...]))
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(count, 0))
  }
}
