import LessonDocument
import LessonRendering
import SourceText
import Testing

@Suite struct ShownProblemsTests {
  private static let lesson = """
    ---
    titel: a
    ---

    A $$x and more.
    - b

      ```neuron
      #| ecko: true
      #| include: false
      1
      ```
    """

  private func shown(
    _ results: [EvaluatedCell] = [.gave()], _ more: [Diagnostic] = []
  ) -> LessonPage {
    let evaluated = evaluated(Self.lesson, results)
    var page = page(evaluated)
    page.problems = evaluated.lesson.diagnostics + more
    return page
  }

  @Test func `Markdown has each problem at its place`() {
    #expect(
      shown().markdown() == """
        ```text
        unknown-key: front matter has no key `titel`
        ```

        A $$x and more.

        ```text
        unclosed-math: the formula that `$$` begins is never closed
        ```

        - b

          ```text
          unknown-option: there is no cell option `ecko`
          ```
        """)
  }

  @Test func `a page has each problem at its place`() throws {
    let html = shown().html(typesetter: sharedTypesetter).text
    let parts = ["unknown-key:", "A $$x", "unclosed-math:", "<ul>", "unknown-option:", "</ul>"]
    var rest = html[...]
    for part in parts {
      #expect(html.components(of: part).count == 2)
      rest = try #require(rest.firstRange(of: part).map { rest[$0.upperBound...] }, "\(part)")
    }
  }

  @Test func `what a run raised is shown once`() throws {
    let source = SourceFile(path: "lesson.md", text: Self.lesson)
    let failure = Diagnostic(.unknownKey, "it raised", at: Place(source, Span(60, 61)))
    let page = shown(
      [EvaluatedCell(outcome: .failed(failure), printed: "", value: nil, tokens: [])], [failure])
    #expect(!page.html(typesetter: sharedTypesetter).text.contains("it raised"))
  }
}
