import Pictures

extension StepsTable {
  /// The lines of the table as GitHub writes them, with formulas as TeX.
  func markdown(_ names: MathNames) -> [String] {
    let delimiters = titles.indices.map { column in
      rows.contains { if case .number = $0[column] { true } else { false } } ? "--:" : "---"
    }
    var lines = [line(titles.map(MarkdownText.escaped)), line(delimiters)]
    for (index, row) in rows.enumerated() {
      if omission?.position == index { lines.append(gap) }
      lines.append(line(row.map { cell($0, names) }))
    }
    if omission?.position == rows.count { lines.append(gap) }
    return lines
  }

  private func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  private var gap: String {
    let count = omission?.count ?? 0
    let text = "… \(count) more \(count == 1 ? "row" : "rows") …"
    return line([text] + titles.dropFirst().map { _ in "" })
  }

  private func cell(_ content: Content, _ names: MathNames) -> String {
    func tex(_ name: String) -> String { names.tex(name).replacing("|", with: "\\vert ") }
    switch content {
    case .empty: return ""
    case .text(let text): return MarkdownText.escaped(text)
    case .number(let value): return MarkdownText.escaped(value.shown)
    case .names(let names): return "$\(names.map(tex).joined(separator: " = "))$"
    case .derivative(let quantity, let other, let value):
      let number = MarkdownText.escaped(value.shown)
      guard let quantity else { return "= \(number)" }
      return "$\\frac{\\partial \(tex(quantity))}{\\partial \(tex(other))}$ = \(number)"
    }
  }
}
