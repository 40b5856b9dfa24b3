import LessonRendering
import SourceText
import Testing
import Typesetting

@Suite struct FormulaTests {
  private func problems(_ markdown: String) -> [Diagnostic] {
    page(evaluated(markdown)).html(typesetter: sharedTypesetter).diagnostics
  }

  @Test func `formulas are set by KaTeX`() {
    let page = pageHTML("Inline $x$.\n\n$$y$$\n")
    #expect(
      page.contains(
        #"<p>Inline <span class="whole"><span class=katex><span class=katex-mathml>"#))
    #expect(page.contains(#"<span class="katex-display">"#))
  }

  @Test func `only a short formula is kept on one line`() {
    #expect(!pageHTML("$a + b + c + d + e + f + g$\n").contains("whole"))
  }

  @Test(arguments: [
    ("Wrong: $a + \\foo$.\n", 1, 13, "\\foo"),
    ("$$\na\n\\foo\n$$\n", 3, 1, "\\foo"),
    ("> $$\n> a\n> \\foo\n> $$\n", 3, 3, "\\foo"),
    ("\\(σ \\foo\\)\n", 1, 5, "\\foo"),
    ("\\[ \\foo \\]\n", 1, 4, "\\foo"),
    ("\\begin{align}\n\\foo\n\\end{align}\n", 2, 1, "\\foo"),
  ])
  func `a rejected formula is reported at its place in the file`(
    markdown: String, line: Int, column: Int, text: String
  ) throws {
    let problem = try #require(problems(markdown).first)
    #expect(problem.rule.id == "math-rejected")
    #expect(problem.message == "undefined control sequence: \\foo")
    guard case .text(let place) = problem.location else {
      Issue.record("no place in a text")
      return
    }
    #expect(place.start == Position(line: line, column: column))
    #expect(place.file.text(of: place.span) == text)
  }

  @Test func `a formula is reported once though the contents show it too`() {
    #expect(problems("## One $\\foo$\n\n## Two\n").count == 1)
  }

  @Test func `a rejected formula shows as marked TeX`() {
    #expect(pageHTML("$\\foo<$\n").contains(#"<code class="tex rejected">\foo&lt;</code>"#))
  }

  @Test func `without KaTeX the page shows TeX and nothing is an error`() {
    let bare = Typesetter(
      cache: FormulaCache(), limits: TypesettingLimits(), folder: nil, engineNames: [])
    let rendered = page(evaluated("A $x$.\n\n$$y$$\n")).html(typesetter: bare)
    #expect(rendered.text.contains(#"<code class="tex">x</code>"#))
    #expect(rendered.text.contains(#"<code class="tex display">y</code>"#))
    #expect(rendered.diagnostics.isEmpty)
  }

  @Test func `formulas are checked without a page as with one`() {
    let text = "# A $\\one$\n\n> - *b $\\two$*\n\n$$\\three$$\n\n```neuron\n'$\\d$'\n```\n"
    let lesson = evaluated(text)
    let found = lesson.lesson.formulaProblems(typesetter: sharedTypesetter)
    #expect(found == page(lesson).html(typesetter: sharedTypesetter).diagnostics)
    #expect(
      found.map(\.message)
        == ["one", "two", "three"].map { "undefined control sequence: \\\($0)" })
  }
}
