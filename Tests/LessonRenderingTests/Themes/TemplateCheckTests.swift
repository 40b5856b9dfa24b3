import SourceText
import Testing

@testable import LessonRendering

@Suite struct TemplateCheckTests {
  /// `file:line:column message (help)` for each problem of a theme.
  private func problems(_ templates: (name: String, text: String)...) -> [String] {
    let sources = templates.map {
      (name: $0.name, source: SourceFile(path: $0.name + ".mustache", text: $0.text))
    }
    return Theme(templates: sources, files: []).diagnostics.map { problem in
      let help = problem.help.map { " (\($0))" } ?? ""
      guard case .text(let place) = problem.location else {
        return "\(problem.path) \(problem.message)\(help)"
      }
      return "\(problem.path):\(place.start) \(problem.message)\(help)"
    }
  }

  @Test func `the usual theme has no problem`() {
    #expect(Theme.standard.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("<p>{{titel}}</p>", "1:6 a page has no value `titel` here (write `title`)"),
    ("é{{titel}}", "1:4 a page has no value `titel` here (write `title`)"),
    (
      "{{zzzzzz}}",
      "1:3 a page has no value `zzzzzz` here (`neuronbook explain --theme` lists them)"
    ),
    ("\n{{{bdy}}}", "2:4 a page has no value `bdy` here (write `body`)"),
    ("{{next.titl}}", "1:3 a page has no value `next.titl` here (write `next.title`)"),
    (
      "{{title.next}}",
      "1:3 a page has no value `title.next` here (`neuronbook explain --theme` lists them)"
    ),
    (
      "{{#lessons}}{{adress}}{{/lessons}}",
      "1:15 a page has no value `adress` here (write `address`)"
    ),
    ("{{isIndex}}", "1:3 `isIndex` is true or false (write {{#isIndex}} … {{/isIndex}})"),
    ("{{lessons}}", "1:3 `lessons` has values of its own (write {{#lessons}} … {{/lessons}})"),
    ("{{.}}", "1:3 `.` stands for the text of a section, and here is none"),
    (
      "{{#isIndex}}{{.}}{{/isIndex}}", "1:15 `.` stands for the text of a section, and here is none"
    ),
    ("{{#title}}", "1:4 the section `title` is not closed"),
    ("{{/title}}", "1:4 no section `title` is open"),
    (
      "{{#title}}{{/body}}",
      "1:14 `title` is open, and is to be closed before `body` (write `title`)"
    ),
    ("{{> foter}}", "1:5 there is no template `foter` (write `footer`)"),
    ("{{> page}}", "1:5 `page` takes in itself"),
    (
      "{{#lessons}}{{#lessons}}{{/lessons}}{{/lessons}}",
      "1:16 a list cannot stand in another section of lessons"
    ),
    ("{{title", "1:1 this tag is not closed on its line (it ends with }})"),
    ("{{{title}}", "1:1 this tag is not closed on its line (it ends with }}})"),
    ("{{ti\ntle}}", "1:1 this tag is not closed on its line (it ends with }})"),
    ("{{}}", "1:1 tags of this kind are not read (\(Self.kinds))"),
    ("{{# }}", "1:1 `` is no name"),
    ("{{a b}}", "1:3 `a b` is no name"),
    ("{{upper(title)}}", "1:3 `upper(title)` is no name"),
    ("{{! never closed", "1:1 this comment is not closed (\(Self.kinds))"),
    ("{{=<% %>=}}", "1:1 tags of this kind are not read (\(Self.kinds))"),
    ("{{<page}}{{/page}}", "1:1 tags of this kind are not read (\(Self.kinds))"),
    ("{{% CONTENT_TYPE: HTML }}", "1:1 tags of this kind are not read (\(Self.kinds))"),
    ("<b>{", "1:4 a template cannot end with `{`"),
  ])
  func `a template that cannot be filled is told where and why`(text: String, problem: String) {
    #expect(problems(("page", text)).first == "page.mustache:" + problem)
  }

  private static let kinds =
    "a tag is {{value}}, {{#section}}, {{^section}}, {{/section}}, {{> template}} or {{! comment }}"

  @Test(arguments: [
    "", "{{! a\ncomment }}", "{{{ title }}}", "{{& title }}", "{ {title} }", "a{b}}c{",
    "{{#title}}{{.}}{{title}}{{/title}} ", "{{#next.title}}{{.}}{{/next.title}} ",
    "{{^next}}{{title}}{{/next}} ", "{{#isIndex}}{{#title}}{{.}}{{/title}}{{/isIndex}} ",
    "{{#lessons}}{{> footer}}{{/lessons}} ",
  ])
  func `what Mustache has and pages can give is taken`(text: String) {
    let isCut = text.hasSuffix("{")
    #expect(problems(("page", isCut ? text + "\n" : text)) == [])
  }

  @Test func `a template that nothing takes in is told`() {
    #expect(
      problems(("pages", "")) == [
        "pages.mustache no template takes in `pages` (call it `page.mustache`)"
      ])
    #expect(problems(("footer", "{{> credits}}\n"), ("credits", "{{byline}}\n")) == [])
  }

  @Test func `templates that double each other come to an end`() {
    var templates: [(name: String, source: SourceFile)] = []
    for number in 0..<40 {
      let text = number == 39 ? "x\n" : "{{> t\(number + 1)}}{{> t\(number + 1)}}\n"
      let name = number == 0 ? "page" : "t\(number)"
      templates.append((name, SourceFile(path: name, text: text)))
    }
    let theme = Theme(templates: templates, files: [])
    #expect(theme.diagnostics.contains { $0.message == "templates are taken in too often" })
  }

  @Test func `deep sections and large templates are refused`() {
    let deep = String(repeating: "{{#title}}", count: 100)
    #expect(problems(("page", deep)).first?.hasSuffix("sections are nested too deep") == true)
    let large = String(repeating: "<p></p>\n", count: 10_000)
    #expect(problems(("page", large)) == ["page.mustache a template is at most 64 KiB"])
  }

  @Test func `random templates are read or refused, and Mustache reads what is read`() {
    var random = SystemlessRandom(state: 7)
    let pieces = [
      "{{", "}}", "{", "}", "#", "^", "/", ">", "!", "&", "=", " ", "\n", "\r\n", "title",
      "lessons",
      "next.title", ".", "isIndex", "footer", "é", "$", "<", "%", "(", "\u{2028}",
    ]
    for _ in 0..<1_000 {
      let count = Int(random.next() % 12)
      let text = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      for problem in problems(("page", text)) {
        #expect(!problem.contains("Mustache cannot read"), "\(text.debugDescription): \(problem)")
      }
    }
  }
}

/// The same numbers on every machine.
private struct SystemlessRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
