import LessonDocument
import LessonRendering
import SourceText
import Testing

@Suite struct CellHTMLTests {
  private func cell(
    _ options: String, _ result: EvaluatedCell = .gave("out\n", value: "7")
  )
    -> String
  {
    pageHTML("```neuron\n\(options)f(x)\n```\n", [result])
  }

  @Test func `code, printed text and value stand under each other`() {
    let page = cell("")
    #expect(
      page.contains(
        """
        <figure class="cell" aria-label="Cell 1">
        <div class="in"><span class="prompt" aria-hidden="true">In [1]</span><pre><code>f(x)</code></pre></div>
        <div class="out"><pre><samp>out</samp></pre></div>
        <div class="out value"><span class="prompt" aria-hidden="true">Out [1]</span><pre><samp>7</samp></pre></div>
        </figure>
        """))
  }

  @Test func `cells that do not run are not counted`() {
    let page = pageHTML(
      "```neuron\n1\n```\n\n```neuron\n#| eval: false\n2\n```\n\n```neuron\n3\n```\n")
    for prompt in ["In [1]", "In [ ]", "In [2]"] { #expect(page.contains(prompt)) }
  }

  @Test func `options hide what they name`() {
    #expect(!cell("#| echo: false\n").contains("f(x)"))
    #expect(cell("#| echo: false\n").contains("<samp>out</samp>"))
    #expect(cell("#| output: false\n").contains("f(x)"))
    #expect(!cell("#| output: false\n").contains("<samp>"))
    #expect(!cell("#| include: false\n").contains("figure"))
  }

  @Test func `folded code opens on demand`() {
    #expect(
      cell("#| code-fold: true\n").contains(
        "<details class=\"fold\"><summary>Code</summary>\n<div class=\"in\">"))
    #expect(cell("#| code-summary: A & B\n").contains("<summary>A &amp; B</summary>"))
  }

  @Test func `a caption closes the figure`() {
    #expect(
      cell("#| fig-cap: The loss.\n").contains(
        "<figcaption><b>Figure 1:</b> The loss.</figcaption>\n</figure>"))
  }

  @Test func `tokens are coloured by their class, and nothing is lost`() {
    let tokens = [
      HighlightedToken(.function, Span(0, 1)), HighlightedToken(.punctuation, Span(1, 2)),
      HighlightedToken(.parameter, Span(2, 3)), HighlightedToken(.comment, Span(2, 99)),
    ]
    #expect(
      cell("", .gave(tokens: tokens)).contains(
        "<code><i class=f>f</i>(<i class=p>x</i><i class=c>)</i></code>"))
  }

  @Test func `an error shows its calls and what was printed before`() throws {
    let text = "```neuron\ndef f(x):\n    return y\nf(1)\n```\n"
    let source = SourceFile(path: "lesson.md", text: text)
    let inner = Place(source, Span(31, 32))
    let problem = Diagnostic(
      Rule("name-error", .error, "a name"), "NameError: name 'y' is not defined", at: inner,
      traceback: [
        .init(function: nil, place: Place(source, Span(33, 37))),
        .init(function: "f", place: inner),
      ])
    let page = pageHTML(
      text,
      [EvaluatedCell(outcome: .failed(problem), printed: "before\n", value: nil, tokens: [])])
    #expect(page.contains("<samp>before</samp>"))
    #expect(
      page.contains(
        """
        <samp>in the cell:
            f(1)
        in f():
            return y
        NameError: name 'y' is not defined</samp>
        """))
  }

  @Test func `a box that may be wider than a phone can be scrolled by keyboard`() {
    let page = cell("", .gave(String(repeating: "x", count: 80) + "\n"))
    #expect(
      page.contains(#"<pre tabindex="0" role="group" aria-label="Output of cell 1"><samp>xxx"#))
  }

  @Test func `control characters are seen`() {
    #expect(
      cell("", .gave("a\u{0}b\rc\u{1B}[1m\td\u{7F}\n")).contains("<samp>a␀b␍c␛[1m\td␡</samp>"))
  }
}
