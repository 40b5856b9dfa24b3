import Pictures

extension StepsTable {
  /// The table in a box that scrolls where it is wider than the column. Names are formulas as far as
  /// `formula` can set them.
  ///
  /// - Parameters:
  ///   - label: what it is called, for who cannot see it; plain words.
  ///   - formula: MathML for TeX; `nil` where it cannot be set.
  func html(label: String, _ names: MathNames, formula: (String) -> String?) -> String {
    var html =
      "<div class=\"table steps\" tabindex=\"0\" role=\"group\" aria-label=\"\(label)\"><table>"
    html += "<caption>Steps of the chain rule</caption>\n<thead><tr>"
    for (column, title) in titles.enumerated() {
      let span = isEquation(column) ? " colspan=\"2\"" : ""
      html += "<th scope=\"col\"\(span)>\(HTMLEscaping.escaped(title))</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    html += withoutActuallyEscaping(formula) { formula in
      body(Setting(names: names, formula: formula))
    }
    return html + gap(before: rows.count) + "</tbody></table></div>"
  }

  private func body(_ setting: Setting) -> String {
    var html = ""
    for (index, row) in rows.enumerated() {
      html += gap(before: index) + "<tr>"
      for (column, content) in row.enumerated() { html += cell(content, column, setting) }
      html += "</tr>\n"
    }
    return html
  }

  /// How names are set.
  private struct Setting {
    let names: MathNames
    let formula: (String) -> String?

    func name(_ name: String) -> String {
      formula(names.tex(name)) ?? "<i>\(HTMLEscaping.escaped(name))</i>"
    }

    /// A name that a row is called by. MathML alone is none to all who hear the page.
    func header(_ name: String) -> String {
      let html = self.name(name)
      let tag = "<math"
      guard html.hasPrefix(tag) else { return html }
      return "\(tag) aria-label=\"\(HTMLEscaping.escaped(name))\"\(html.dropFirst(tag.count))"
    }

    func derivative(of quantity: String, by other: String) -> String {
      formula("\\frac{\\partial \(names.tex(quantity))}{\\partial \(names.tex(other))}")
        ?? HTMLEscaping.escaped("∂\(quantity)/∂\(other)")
    }
  }

  private func gap(before row: Int) -> String {
    guard let omission, omission.position == row else { return "" }
    let span = titles.indices.reduce(0) { $0 + (isEquation($1) ? 2 : 1) }
    let rows = omission.count == 1 ? "row" : "rows"
    return "<tr><td colspan=\"\(span)\">… \(omission.count) more \(rows) …</td></tr>\n"
  }

  private func isEquation(_ column: Int) -> Bool {
    rows.contains {
      if case .derivative = $0[column] { return true }
      return false
    }
  }

  private func cell(_ content: Content, _ column: Int, _ setting: Setting) -> String {
    func number(_ text: String) -> String { HTMLEscaping.escaped(aligned(text, column: column)) }
    switch content {
    case .empty: return isEquation(column) ? "<td colspan=\"2\"></td>" : "<td></td>"
    case .text(let text):
      let span = isEquation(column) ? " colspan=\"2\"" : ""
      return "<td\(span)>\(HTMLEscaping.escaped(text))</td>"
    case .number(let value): return "<td>\(number(value))</td>"
    case .names(let names):
      let all = names.map(setting.header).joined(separator: " = ")
      return "<th scope=\"row\">\(all)</th>"
    case .derivative(let quantity, let other, let value):
      let left = quantity.map { setting.derivative(of: $0, by: other) } ?? ""
      return "<td>\(left)</td><td>= \(number(value))</td>"
    }
  }
}
