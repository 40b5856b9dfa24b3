import LessonDocument
import LessonRendering
import SourceText
import Testing

private func cells(_ captions: String...) -> String {
  captions.map { "```neuron\n#| fig-cap: \($0)\n1\n```\n" }.joined(separator: "\n")
}

@Suite struct FigureCaptionTests {
  @Test func `figures are counted, hidden ones and cells without caption are not`() {
    let text =
      cells("One.")
      + "\n```neuron\n1\n```\n\n```neuron\n#| include: false\n#| fig-cap: No.\n1\n```\n\n"
      + cells("Two.")
    let page = pageHTML(text)
    #expect(page.contains("<figcaption><b>Figure 1:</b> One.</figcaption>"))
    #expect(page.contains("<figcaption><b>Figure 2:</b> Two.</figcaption>"))
    #expect(pageMarkdown(text).contains("*Figure 2: Two.*"))
  }

  @Test func `a caption is Markdown of one line`() {
    let page = pageHTML(cells("The *loss* of `f` in [Two](#two)."))
    #expect(
      page.contains(
        ##"<b>Figure 1:</b> The <em>loss</em> of <code>f</code> in <a href="#two">Two</a>."##))
    for caption in ["1. step", "# sharp", "> more", "- less", "{neuron} x"] {
      #expect(
        pageHTML(cells(caption)).contains(
          "<b>Figure 1:</b> \(HTMLEscaping.escaped(caption))</figcaption>"))
    }
  }

  @Test func `a caption's formulas are set, and reported at the cell`() throws {
    #expect(
      pageHTML(cells("The slope $w$.")).contains(
        "<b>Figure 1:</b> The slope <span class=\"katex whole\">"))
    let lesson = evaluated("Text.\n\n" + cells("The slope $\\frac{a$."))
    let rendered = page(lesson).html(typesetter: sharedTypesetter)
    let problem = try #require(rendered.diagnostics.first)
    #expect(problem.rule == .mathRejected)
    guard case .text(let place) = problem.location else {
      Issue.record("it has no place")
      return
    }
    #expect(place.start.line == 4)
    #expect(place.file.text(of: place.span) == "$\\frac{a$")
    #expect(
      lesson.lesson.formulaProblems(typesetter: sharedTypesetter).map(\.message)
        == rendered.diagnostics.map(\.message))
  }

  @Test func `a caption refers to equations and uses macros in Markdown too`() {
    let text =
      "---\nmacros:\n  '\\RR': '\\mathbb{R}'\n---\n\n$$x \\label{eq:a}$$\n\n"
      + cells("In $\\RR$, by \\eqref{eq:a} and $1 + \\ref{eq:a}$.")
    #expect(
      pageMarkdown(text).contains("*Figure 1: In $\\mathbb{R}$, by (1) and $1 + \\text{1}$.*"))
  }

  @Test func `an unknown reference in a caption is reported at its place`() throws {
    let lesson = evaluated("Text.\n\n" + cells("See \\eqref{eq:nowhere}."))
    let problem = try #require(
      lesson.lesson.formulaProblems(typesetter: sharedTypesetter).first)
    #expect(problem.rule == .unknownLabel)
    guard case .text(let place) = problem.location else {
      Issue.record("it has no place")
      return
    }
    #expect(place.file.text(of: place.span) == "\\eqref{eq:nowhere}")
  }

  @Test func `a link without text says which figure or equation it leads to`() {
    let text =
      "See [](#clouds), [ ](#eq:a), [](#nowhere).\n\n$$x \\label{eq:a}$$\n\n"
      + cells("One.").replacing("fig-cap", with: "label: clouds\n#| fig-cap")
    #expect(
      pageHTML(text).contains(
        ##"See <a href="#clouds">Figure 1</a>, <a href="#eq:a">(1)</a>, <a href="#nowhere"></a>."##)
    )
    #expect(
      pageMarkdown(text).contains("See [Figure 1](#clouds), [(1)](#eq:a), [](#nowhere)."))
  }

  @Test func `in Markdown it stays Markdown, in the containers of its cell`() {
    #expect(
      pageMarkdown(cells("The *loss* $ J $ of `f`.")).hasSuffix(
        "\n\n*Figure 1: The *loss* $J$ of `f`.*\n"))
    #expect(
      pageMarkdown("> ```neuron\n> #| fig-cap: One.\n> 1\n> ```\n").hasSuffix(
        ">\n> *Figure 1: One.*\n"))
  }
}
