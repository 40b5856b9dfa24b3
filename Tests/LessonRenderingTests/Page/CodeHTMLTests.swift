import LessonDocument
import LessonRendering
import SourceText
import Testing

/// Names in code, and where they lead.
@Suite struct CodeHTMLTests {
  /// The page of cells in which each name leads to the first place where it stands.
  private func page(_ markdown: String, notes: [String: String] = [:]) -> String {
    var lesson = evaluated(markdown)
    for index in lesson.cells.indices {
      let code = Array(lesson.lesson.cells[index].code.utf8)
      var start = 0
      for word in code.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
        let name = String(decoding: word.prefix { $0 != 0x0A }, as: UTF8.self)
        let span = Span(start, start + name.utf8.count)
        start += word.count + 1
        var token = HighlightedToken(.name, span)
        token.note = notes[name]
        if let known = lesson.definitions.firstIndex(where: { $0.name == name }) {
          token.definition = known
        } else {
          token.definition = lesson.definitions.count
          lesson.definitions.append(Definition(name: name, cell: index, span: span))
        }
        lesson.cells[index].tokens.append(token)
      }
    }
    return LessonRenderingTests.page(lesson).html(typesetter: sharedTypesetter).text
  }

  @Test func `a name leads to its definition, in its cell or another`() {
    let page = page("```neuron\na b a\n```\n\n```neuron\nc b\n```\n")
    #expect(
      page.contains(
        "<code><a id=:1>a</a> <a id=:2>b</a> <a href=#:1>a</a></code>"))
    #expect(page.contains("<code>c <a href=#:2>b</a></code>"))
  }

  @Test func `nothing leads to what is not shown`() {
    let page = page("```neuron\n#| echo: false\na\n```\n\n```neuron\na b\n```\n")
    #expect(page.contains("<code>a b</code>"))
  }

  @Test func `what is to be told of a name is its title`() {
    #expect(
      page("```neuron\na a\n```\n", notes: ["a": "0.5"]).contains(
        "<code><a id=:1 title=0.5>a</a> <a href=#:1 title=0.5>a</a></code>"))
  }

  @Test(arguments: [
    ("two words", "\"two words\""), ("", "\"\""), ("a\"b<c>&'d", "\"a&quot;b&lt;c&gt;&amp;'d\""),
    ("a>b", "\"a&gt;b\""), ("x=1", "\"x=1\""), ("a/", "\"a/\""), ("`", "\"`\""),
    ("a\nb", "\"a\nb\""), ("\u{1B}[0m\r", "\"␛[0m␍\""),
    ("\u{202E}a\u{2066}", "\"\\u202ea\\u2066\""),
    ("def_f(x)", "def_f(x)"), ("σ", "\"σ\""),
  ])
  func `a title is escaped`(_ note: String, _ expected: String) {
    #expect(page("```neuron\na\n```\n", notes: ["a": note]).contains("<a title=\(expected)>a</a>"))
  }

  @Test func `the identifiers are no headings`() {
    let page = page("# :1\n\n## 1\n\n```neuron\na a\n```\n")
    #expect(page.contains("<a id=:1>a</a>"))
    #expect(!page.contains("id=\":1\""))
  }

  @Test func `wrong tokens lose no text`() {
    var lesson = evaluated("```neuron\na + b\n```\n")
    var token = HighlightedToken(.function, Span(2, 900))
    token.definition = 77
    lesson.cells[0].tokens = [
      HighlightedToken(.name, Span(0, 0)), token, HighlightedToken(.keyword, Span(1, 3)),
    ]
    #expect(
      LessonRenderingTests.page(lesson).html(typesetter: sharedTypesetter).text
        .contains("<code>a <i class=f>+ b</i></code>"))
  }
}
