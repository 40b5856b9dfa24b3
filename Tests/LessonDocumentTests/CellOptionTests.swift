import LessonDocument
import SourceText
import Testing

private func cell(_ lines: String) -> String { "```neuron\n\(lines)\n```" }

@Suite struct CellOptionTests {
  @Test func everyOptionIsRead() throws {
    let text = cell(
      """
      #| label: loss
      #|eval: false
      #| echo: false
      #| output: false
      #| include: false
      #| error: true
      #| code-fold: true
      #| code-summary: Show: the "code"
      #| fig-cap: 'It''s $J$: a #1 figure'
      #| fig-alt: "A \\"curve\\""
      #| tolerance: 1e-3
      x = 1
      #| label: two
      """)
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    var expected = CellOptions()
    expected.label = "loss"
    expected.eval = false
    expected.echo = false
    expected.output = false
    expected.include = false
    expected.error = true
    expected.codeFold = true
    expected.codeSummary = "Show: the \"code\""
    expected.figureCaption = "It's $J$: a #1 figure"
    expected.figureAlternative = "A \"curve\""
    expected.tolerance = .relative(1e-3)
    let cell = try #require(lesson.cells.first)
    #expect(cell.options == expected)
    #expect(cell.code.text == "x = 1\n#| label: two\n")
    #expect(lesson.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("#| lable: a", ["2:4-2:9 there is no cell option `lable`"]),
    ("#| Echo: false", ["2:4-2:8 there is no cell option `Echo`"]),
    ("#| cache: true", ["2:4-2:9 there is no cell option `cache`"]),
    ("#| eval: no", ["2:10-2:12 `eval` is `true` or `false`, but `no` is given"]),
    ("#| label:", ["2:4-2:9 `label` is a text, but nothing is given"]),
    (
      "#| tolerance: -1",
      ["2:15-2:17 `tolerance` is a positive number or `exact`, but `-1` is given"]
    ),
    (
      "#| tolerance: nan",
      ["2:15-2:18 `tolerance` is a positive number or `exact`, but `nan` is given"]
    ),
    ("#| echo: true\n#| echo: false", ["3:4-3:8 the option `echo` is given twice"]),
    ("#| hidden", ["2:4-2:10 an option is written `#| key: value`"]),
    ("#| a:b", ["2:4-2:7 an option is written `#| key: value`"]),
    (
      "#| ech: true\n#| evl: true",
      ["2:4-2:7 there is no cell option `ech`", "3:4-3:7 there is no cell option `evl`"]
    ),
  ])
  func aWrongOptionIsReportedAtItsPlace(lines: String, expected: [String]) {
    #expect(problems(cell(lines)) == expected)
  }

  @Test(arguments: [
    ("#| lable: a", "write `label`"), ("#| fig-caption: a", "write `fig-cap`"),
    (
      "#| xyz: a",
      """
      the options are label, eval, echo, output, include, error, code-fold, code-summary, fig-cap, \
      fig-alt, tolerance
      """
    ),
  ])
  func anUnknownOptionIsHelpedWith(line: String, help: String) {
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: cell(line)))
    #expect(lesson.diagnostics.map(\.help) == [help])
  }
}
