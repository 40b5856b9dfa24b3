import LessonDocument
import SourceText
import Testing

private func parse(_ text: String) -> Lesson {
  Lesson(parsing: SourceFile(path: "lesson.md", text: text))
}

@Suite struct FrontMatterTests {
  @Test func everyKeyHasItsOwnType() throws {
    let lesson = parse(
      """
      ---
      title: no
      description: "Two: lines"
      author: 0o7
      date: 2024-05-01
      order: 1.5
      tags: [yes, 1, "a b"]
      symbols:
        sigmoid: \\sigma
        dJ_dw: '\\frac{\\partial J}{\\partial w}'
      tolerance: exact
      draft: true
      ...
      # T
      """)
    var expected = FrontMatter()
    expected.title = "no"
    expected.description = "Two: lines"
    expected.author = "0o7"
    expected.date = "2024-05-01"
    expected.order = 1.5
    expected.tags = ["yes", "1", "a b"]
    let spans = lesson.frontMatter.symbols.map(\.span)
    try #require(spans.count == 2)
    expected.symbols = [
      .init(name: "sigmoid", tex: "\\sigma", span: spans[0]),
      .init(name: "dJ_dw", tex: "\\frac{\\partial J}{\\partial w}", span: spans[1]),
    ]
    #expect(
      spans.map(lesson.source.text(of:))
        == ["\\sigma", "'\\frac{\\partial J}{\\partial w}'"])
    expected.tolerance = .exact
    expected.isDraft = true
    #expect(lesson.frontMatter == expected)
    #expect(lesson.diagnostics.isEmpty)
    #expect(lesson.blocks.count == 1)
    #expect(lesson.source.text(of: lesson.blocks[0].span) == "# T")
  }

  @Test(arguments: [
    ("---\ntitel: a\n---", ["2:1-2:6 front matter has no key `titel`"]),
    ("---\r\ntitle: é\r\nfoo: 1\r\n---\r\n", ["3:1-3:4 front matter has no key `foo`"]),
    ("---\ntitle:\n---", ["2:7-2:7 `title` is a text, but nothing is given"]),
    ("---\ntitle: [a]\n---", ["2:8-2:11 `title` is a text, not a list or mapping"]),
    ("---\norder: one\n---", ["2:8-2:11 `order` is a number, but `one` is given"]),
    ("---\ndraft: yes\n---", ["2:8-2:11 `draft` is `true` or `false`, but `yes` is given"]),
    (
      "---\ntolerance: 0\n---",
      ["2:12-2:13 `tolerance` is a positive number or `exact`, but `0` is given"]
    ),
    (
      "---\nsymbols: [a]\n---",
      [
        "2:10-2:13 `symbols` is one line `name: tex` a symbol, such as `sigmoid: \\sigma`"
      ]
    ),
    ("---\nfoo\n---", ["2:1-2:4 front matter is lines `key: value`"]),
    (
      "---\ntitle: a\n  b: c\n---",
      ["3:4-3:7 this is no YAML: mapping values are not allowed in this context"]
    ),
    (
      "---\ntitle: &a b\n---",
      ["2:8-2:12 anchors and aliases are not read in front matter"]
    ),
    ("\u{FEFF}---\ntitle: a\n", ["1:1-1:4 the front matter that begins here is never closed"]),
    ("---\ntitle: a\ntitle: b\n---", ["3:1-3:6 the key `title` is given twice"]),
  ])
  func whatTheSchemaDoesNotHaveIsReported(text: String, expected: [String]) {
    #expect(problems(text) == expected)
  }

  @Test func severalProblemsAreReportedTogether() {
    let found = problems("---\ntitel: a\norder: x\ntitle: T\n---")
    #expect(
      found == [
        "2:1-2:6 front matter has no key `titel`", "3:8-3:9 `order` is a number, but `x` is given",
      ])
  }

  @Test func macrosAreToldOfWhereTheyAreWritten() {
    let lesson = parse(
      #"""
      ---
      macros: |
        \newcommand{\RR}{\mathbb{R}}

        \newcommand{\bb}[2]{#1 #2
        \def\qq{q}
        \newcommand{\RR}{r}
      ---
      """#)
    #expect(
      lesson.diagnostics.compactMap { problem -> Int? in
        guard case .text(let place) = problem.location else { return nil }
        return place.start.line
      } == [5, 7])
    #expect(
      lesson.frontMatter.macros.map { lesson.source.text(of: $0.span) }
        == ["\\newcommand{\\RR}{\\mathbb{R}}", "\\def\\qq{q}"])
  }

  @Test(arguments: [
    "---\n" + String(repeating: "[", count: 5_000) + "\n---",
    "---\n" + String(repeating: "- ", count: 5_000) + "\n---",
    "---\n" + String(repeating: "? ", count: 5_000) + "\n---",
    "---\na: &a [x, x]\n"
      + (0..<30).map { "b\($0): &a [*a, *a, *a]\n" }.joined() + "? *a\n: 1\n---",
    "---\ntitle: " + String(repeating: "a", count: 70_000) + "\n---",
  ])
  func aBombIsRefused(text: String) {
    #expect(parse(text).diagnostics.map(\.rule.id) == ["front-matter-syntax"])
  }

  @Test(arguments: [
    ("---\n\na", "break\np a"), ("--- a\n---\n", "h2 --- a"), ("----\na\n---", "break\nh2 a"),
    ("---\ntitle: a", "break\np title: a"), ("a\n---\nb\n---", "h2 a\nh2 b"),
    ("---\n---\na", "p a"), ("\u{FEFF}--- \ntitle: a\n---\t\nb", "p b"), ("---\ntitle: a\n---", ""),
  ])
  func frontMatterIsAtTheStartAndEnds(text: String, expected: String) {
    #expect(Dump.blocks(text) == expected)
  }

  @Test(arguments: [
    ("---\ntitle: a\n---", true), ("```neuron\n```", true), ("> ~~~neuron", true),
    ("# neuron\n\nA neuron.", false), ("---\nauthor: a\n---\n", false), ("# A", false),
    ("    ```neuron", false), ("", false), ("---\ntitle: a: b\n---", true),
    ("---\ntitle: [a]\n---", true), ("---\ntitle:\n---", false),
  ])
  func aLessonHasACellOrATitle(text: String, expected: Bool) {
    let source = SourceFile(path: "lesson.md", text: text)
    #expect(Lesson.isLesson(source) == expected)
    #expect(Lesson(parsing: source).isLesson == expected)
  }
}
