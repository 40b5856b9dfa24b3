import LessonDocument
import LessonRendering
import SourceText
import Testing

@Suite struct ValueTests {
  private func html(_ markdown: String, _ values: String...) -> String {
    page(evaluated(markdown, values: values)).html(typesetter: sharedTypesetter).text
  }

  private func markdown(_ markdown: String, _ values: String...) -> String {
    page(evaluated(markdown, values: values)).markdown()
  }

  @Test func aValueStandsInTheTextEscaped() {
    let html = html("# T\n\nIt is `{neuron} x`, *`{neuron} y`*.\n", "<b>&", "1\u{7}")
    #expect(html.contains(#"It is <span class="value">&lt;b&gt;&amp;</span>, <em><span"#))
    #expect(html.contains("<span class=\"value\">1\u{2407}</span></em>."))
  }

  @Test func alternativesAndTitlesHoldItsText() {
    let html = html("# At `{neuron} x`\n\n![loss `{neuron} y`](a.png)\n", "0.5", "2 < 3")
    #expect(html.contains(#"At <span class="value">0.5</span>"#))
    #expect(html.contains(#"alt="loss 2 &lt; 3""#))
    #expect(html.contains("<title>At x · All lessons</title>"))
  }

  @Test func whatFailedSaysSo() {
    var lesson = evaluated("# T\n\n`{neuron} x` `{neuron} y`\n", values: ["", ""])
    let place = Place(lesson.lesson.source, Span(0, 1))
    let problem = Diagnostic(.mathTooLong, "NameError: x", at: place)
    lesson.values[0].outcome = .failed(problem)
    lesson.values[1].outcome = .notRun
    let html = page(lesson).html(typesetter: sharedTypesetter).text
    #expect(html.contains(#"<span class="value failure">NameError: x</span>"#))
    #expect(html.contains(#"<span class="value pending">{neuron} y</span>"#))
  }

  @Test(arguments: [
    ("It is `{neuron} x`.", "a*b_c|d<e>`f`", "It is a\\*b\\_c\\|d\\<e\\>\\`f\\`."),
    ("`{neuron} x`. Then", "5", "&#53;. Then"),
    ("`{neuron} x` Then", "12)", "&#49;2) Then"),
    ("> - `{neuron} x`", "- a", "> - \\- a"),
    ("a\n`{neuron} x`", "===", "a\n\\==="),
    ("`{neuron} x` a", "  3", "&#32; 3 a"),
    ("a `{neuron} x`\nb", "3  ", "a 3 &#32;\nb"),
    ("[a]`{neuron} x`", "(b)", "[a]&#40;b)"),
    ("a `{neuron} x` b", "", "a  b"),
    ("a\n`{neuron} x`\nb", "", "a\n&#32;\nb"),
    ("| a |\n|---|\n| `{neuron} x` |", "p|q", "| a |\n|---|\n| p\\|q |"),
    ("a `{neuron} x`", "b\nc", "a b c"),
  ])
  func inMarkdownItStaysText(text: String, value: String, expected: String) {
    #expect(markdown("# T\n\n" + text + "\n", value) == "# T\n\n" + expected + "\n")
  }
}
