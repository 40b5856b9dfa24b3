import LessonDocument
import LessonRendering
import Pictures
import Testing

@Suite struct ArrayHTMLTests {
  private func page(
    _ shape: [Int], typeName: String = "float64", _ number: @escaping ([Int]) -> Double
  ) -> String {
    func all(_ axis: Int, _ index: [Int]) -> [Double] {
      axis == shape.count
        ? [number(index)] : (0..<shape[axis]).flatMap { all(axis + 1, index + [$0]) }
    }
    let source = ArrayGrid.Source(
      shape: shape, typeName: typeName, numbers: all(0, []), steps: shape.map { _ in 1 }
    ) { ArrayGrid.Cell(" \(number($0))", number($0)) }
    var result = EvaluatedCell.gave(value: "array([[<1>]])")
    result.valuePicture = ArrayGrid(source).map(Picture.array)
    return pageHTML("```neuron\nx\n```\n", [result])
  }

  @Test func `numbers stand in a table with their indices`() {
    let page = page([5, 5]) { Double($0[0] - $0[1]) }
    #expect(
      page.contains(
        "<div class=\"out value array\"><span class=\"prompt\" aria-hidden=\"true\">Out [1]</span>")
    )
    #expect(page.contains("<th scope=\"col\">4</th></tr></thead>"))
    #expect(
      page.contains(
        "<tr><th scope=\"row\">1</th><td class=\"w2\">1.0</td><td>0.0</td><td class=\"c2\">-1.0</td>"
      ))
    #expect(page.contains("(5, 5) float64, -4 to 4</p>"))
  }

  @Test func `the text stays within reach`() {
    let page = page([5, 5]) { _ in 1 }
    #expect(page.contains("<summary>As text</summary>"))
    #expect(page.contains("<samp>array([[&lt;1&gt;]])</samp>"))
    #expect(page.contains("(5, 5) float64, all 1</p>"))
  }

  @Test func `ranges are true`() {
    func range(_ typeName: String = "float64", _ number: @escaping ([Int]) -> Double) -> String? {
      let page = page([7, 7], typeName: typeName, number)
      let start = page.firstRange(of: "(7, 7) \(typeName), ")?.upperBound
      return start.map { String(page[$0...].prefix { $0 != "<" }) }
    }
    #expect(range("int64") { Double(2_572 * (7 * $0[0] + $0[1])) } == "0 to 123456")
    #expect(range("int64") { _ in 1e18 } == "about 1e+18")
    #expect(range { 1 + 1e-6 * Double($0[0]) } == "1 to 1.000006")
    #expect(range { -1.23456 + 3.45678 * Double($0[0]) } == "-1.235 to 19.51")
    #expect(range { $0[0] == 0 ? -.greatestFiniteMagnitude : .greatestFiniteMagnitude } != nil)
  }

  @Test func `rows that are left out leave a gap`() {
    let page = page([99, 2]) { Double($0[0]) }
    #expect(page.contains("<tr class=\"gap\"><th scope=\"row\">⋮</th><td colspan=\"2\"></td></tr>"))
    #expect(page.contains("<th scope=\"row\">98</th><td class=\"w9\">98.0</td>"))
    #expect(!page.contains("<th scope=\"row\">50</th>"))
  }

  @Test func `many numbers are one picture with words for it`() {
    let page = page([40, 30]) { $0 == [3, 4] ? .nan : Double($0[0]) }
    #expect(page.contains("<img class=\"field\" src=\"data:image/png;base64,"))
    #expect(page.contains("width=\"270\" height=\"360\""))
    #expect(
      page.contains("alt=\"Value of cell 1 in colours: (40, 30) float64, 0 to 39, 1 nan\""))
    #expect(page.contains("<p class=\"shape\"><span class=\"scale\">0 <img src="))
    #expect(!page.contains("<td"))
  }

  @Test func `what is no number, or beyond all, is marked`() {
    let numbers = [Double.nan, .infinity, -.infinity, 1, 2]
    let page = page([5, 5]) { numbers[$0[1]] }
    #expect(
      page.contains(
        "<td class=\"nan\">nan</td><td class=\"w9\">inf</td><td>-inf</td><td>1.0</td><td class=\"w9\">2.0</td>"
      ))
    #expect(page.contains("1 to 2, 5 nan, 10 inf"))
  }

  @Test func `a range wider than the largest number has colours`() {
    let large = Double.greatestFiniteMagnitude
    let page = page([40, 40]) { $0[0] < 20 ? large : -large }
    #expect(page.contains("<img class=\"field\""))
  }

  @Test func `planes stand side by side`() {
    let page = page([30, 20, 20]) { Double($0[0]) }
    #expect(page.contains("<div class=\"planes\"><div><img class=\"field\""))
    #expect(page.contains("<p>[11]</p></div></div>"))
    #expect(page.contains("(30, 20, 20) float64; the first 12 of 30</p>"))
  }

  @Test func `in Markdown an array is its text`() {
    var result = EvaluatedCell.gave(value: "array([1])")
    let source = ArrayGrid.Source(
      shape: [99], typeName: "int64", numbers: Array(repeating: 1, count: 99), steps: [1]
    ) { _ in ArrayGrid.Cell("1", 1) }
    result.valuePicture = ArrayGrid(source).map(Picture.array)
    #expect(
      pageMarkdown("```neuron\nx\n```\n", [result]).contains("```text\narray([1])\n```"))
  }
}
