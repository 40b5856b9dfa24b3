import LessonDocument
import LessonRendering
import Pictures
import Testing

/// The table of steps on the page and in its Markdown.
@Suite struct StepsTableTests {
  private static let columns: [Pictures.Table.Column] = [
    .init("quantity"), .init("value", .decimal), .init("local derivative", .equation),
    .init("product", .equation),
  ]

  private static let rows = [
    ["l", "0.25", "", "∂l/∂l = 1"],
    ["sigmoid = h", "-12", "∂l/∂sigmoid = -0.5", "∂l/∂sigmoid = -0.5"],
    ["", "", "∂m/∂sigmoid = 2", "= 10.25"],
    ["", "", "", "sum"],
    ["W<i>|", "float64[2]", "∂l/∂W<i>| = float64[2]", "∂l/∂W<i>| = float64[2] from -1 to 2"],
  ]

  private let lesson = "---\ntitle: T\nsymbols:\n  sigmoid: \\sigma\n---\n\n```neuron\nf()\n```\n"

  private func cell(_ table: Pictures.Table) -> EvaluatedCell {
    var cell = EvaluatedCell.gave(value: table.text)
    cell.valuePicture = .graph(ComputationGraph(nodes: [], edges: []), steps: table)
    return cell
  }

  private func html(_ table: Pictures.Table) -> String { pageHTML(lesson, [cell(table)]) }

  private func markdown(_ table: Pictures.Table) -> String { pageMarkdown(lesson, [cell(table)]) }

  private let table = Pictures.Table(columns: columns, rows: rows)

  @Test func `columns and rows have headers`() {
    let page = html(table)
    #expect(page.contains("<caption>Steps of the chain rule</caption>"))
    #expect(page.contains("<th scope=\"col\">value</th>"))
    #expect(page.contains("<th scope=\"col\" colspan=\"2\">product</th>"))
    #expect(page.components(of: "<th scope=\"row\">") == 3)
    #expect(page.contains("<math aria-label=\"sigmoid\">") || page.contains("<i>sigmoid</i>"))
    #expect(page.contains("role=\"group\" aria-label=\"Steps of cell 1\""))
  }

  @Test func `numbers stand by their points`() {
    let page = html(table)
    #expect(page.contains("<td>\u{2007}\u{2007}0.25</td>"))
    #expect(page.contains("<td>−12</td>"))
    #expect(page.contains("<td>= −0.5</td>"))
    #expect(page.contains("<td></td><td>= 10.25</td>"))
  }

  @Test func `names are written as the lesson's symbols`() {
    let page = html(table)
    #expect(page.contains("σ") || page.contains("<i>sigmoid</i>"))
    #expect(!page.contains("W<i>|"))
    #expect(markdown(table).contains("| $\\sigma = h$ | −12 |"))
    #expect(markdown(table).contains("$\\frac{\\partial l}{\\partial \\sigma}$ = −0.5"))
  }

  @Test func `Markdown has a row a line, whatever names hold`() {
    let lines = markdown(table).split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(lines.count == 7)
    for line in lines {
      let bars = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(bars == 5, "\(line)")
    }
  }

  @Test func `what is left out is a row`() {
    let long = Pictures.Table(columns: Self.columns, rowCount: 100) { _ in Self.rows[0] }
    #expect(html(long).contains("<tr><td colspan=\"5\">… 60 more rows …</td></tr>"))
    #expect(markdown(long).contains("\n| … 60 more rows … |  |  |  |\n"))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
