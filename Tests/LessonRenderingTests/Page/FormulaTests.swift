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
        #"<p>Inline <span class="katex whole"><span class=katex-mathml>"#))
    #expect(page.contains(#"<span class="katex-display">"#))
  }

  @Test func `a symbol that cannot be set is reported where it is written`() throws {
    let text = "---\nsymbols:\n  a: \\alpha\n  z: \\foo\n---\n\nText.\n"
    for problems in [
      problems(text),
      evaluated(text).lesson.formulaProblems(typesetter: sharedTypesetter),
    ] {
      let problem = try #require(problems.first)
      #expect(problems.count == 1)
      #expect(problem.message == "in the symbol `z`: undefined control sequence: \\foo")
      guard case .text(let place) = problem.location else {
        Issue.record("no place in a text")
        return
      }
      #expect(place.start.line == 4)
      #expect(place.file.text(of: place.span) == "\\foo")
    }
  }

  @Test func `a symbol may use macros`() {
    let text = "---\nmacros:\n  '\\RR': '\\mathbb{R}'\nsymbols:\n  r: \\RR\n---\n\nText.\n"
    #expect(problems(text).isEmpty)
  }

  @Test func `the number of an equation is a box beside it`() {
    #expect(
      pageHTML("$$x \\label{eq:x}$$\n").contains(
        #"<i class="katex-html numbered" aria-hidden=true><i><i class=base>"#))
    #expect(
      pageHTML("\\begin{align}\nx \\label{eq:x} \\\\ y\n\\end{align}\n").contains(
        #"<i class="katex-html numbered lines" aria-hidden=true>"#))
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

  @Test func `an equation has its number and its anchor, and references lead there`() {
    let page = pageHTML("By \\eqref{eq:J} and $\\ref{eq:J}$:\n\n$$J \\label{eq:J}$$\n\n# Eq:J\n")
    #expect(page.contains(##"<p>By <a href="#eq:J">(1)</a> and <a href="#eq:J">1</a>:</p>"##))
    #expect(page.contains(#"<span id="eq:J" class="katex-display">"#))
    #expect(page.contains("<mtext>(1)</mtext>"))
  }

  @Test func `a reference in a formula is a link that the keyboard passes by`() {
    let page = pageHTML("$x \\overset{\\eqref{J}}{=} y$\n\n$$J \\label{J}$$\n")
    #expect(page.contains(##"<a href=#J tabindex=-1>"##))
  }

  @Test func `no link is within another`() {
    let page = pageHTML("## See \\eqref{J}\n\n## [at $\\eqref{J}$](#J)\n\n$$J \\label{J}$$\n")
    #expect(page.contains(##"<a href="#J">at (1)</a>"##))
    #expect(page.contains(##"<a href="#see-eqrefj">See (1)</a>"##))
  }

  @Test func `a heading's anchor is no equation's`() {
    let page = pageHTML("# Cost\n\n## Cost\n\n$$J \\label{cost}$$\n")
    #expect(page.contains(#"<h1 id="cost-1">"#) && page.contains(#"<h2 id="cost-2">"#))
    #expect(page.contains(#"<span id="cost" class="katex-display">"#))
  }

  @Test func `what may be wider than a phone is in reach of the keyboard`() {
    let long = (0..<20).map { "x_{\($0)}" }.joined(separator: "+")
    #expect(
      pageHTML("$$\(long)$$\n").contains("<span tabindex=0 role=group aria-label=Formula class"))
    #expect(!pageHTML("$$x = y$$\n").contains("tabindex=0"))
  }

  @Test func `Markdown has numbers and macros as plain TeX`() {
    let markdown = pageMarkdown(
      "---\ntitle: T\nmacros: {'\\n[1]': '\\lVert #1 \\rVert'}\n---\n"
        + "See $\\eqref{J}$, $\\n x$.\n\n$$J \\label{J}$$\n")
    #expect(markdown.contains("See (1), $\\lVert x \\rVert$.\n\n$$\nJ \\tag{1}\n$$\n"))
  }

  @Test func `a fault in a macro is told once, where the macro stands`() throws {
    let found = problems(
      "---\ntitle: T\nmacros: {'\\f': '\\frac{1}\\foo'}\n---\n$\\f$ and $x + \\f$ and $\\bar$\n")
    #expect(
      found.map(\.message).first == "in the macro `\\f`: undefined control sequence: \\foo")
    #expect(found.count == 2)
    guard case .text(let place)? = found.first?.location else {
      Issue.record("no place in a text")
      return
    }
    #expect(place.start == Position(line: 3, column: 16))
  }

  @Test func `code in other languages is coloured, in unknown ones plain`() {
    let page = pageHTML(
      "```python\nreturn 1 < 2  # c\n```\n\n```{.js}\nnull\n```\n\n```nolang\n1 < 2\n```\n")
    #expect(
      page.contains(
        "<code><span class=k>return</span> <span class=m>1</span> &lt; <span class=m>2</span>  "
          + "<span class=c># c</span>\n</code>"))
    #expect(page.contains("<span class=k>null</span>"))
    #expect(page.contains("<code>1 &lt; 2\n</code>"))
  }
}
