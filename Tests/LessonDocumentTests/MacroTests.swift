import LessonDocument
import SourceText
import Testing

@Suite struct MacroTests {
  private func parse(_ macros: String, _ text: String) -> Lesson {
    Lesson(
      parsing: SourceFile(
        path: "lesson.md", text: "---\ntitle: T\nmacros:\(macros)\n---\n\n\(text)\n"))
  }

  /// The formulas of a text with macros put in.
  private func set(_ macros: String, _ text: String) -> [String] {
    let lesson = parse(macros, text)
    #expect(lesson.diagnostics.isEmpty)
    return lesson.blocks.withDescendants.flatMap(\.inlines.formulas).map {
      lesson.text(of: $0, for: .markdown).tex
    }
  }

  @Test(arguments: [
    ("$\\RR^n$", "\\mathbb{R}^n"),
    ("$\\RR x$", "\\mathbb{R} x"),
    ("$\\RRx\\RR$", "\\RRx\\mathbb{R}"),
    ("$\\norm x$", "\\lVert x \\rVert"),
    ("$\\norm{x + \\norm{y}}$", "\\lVert x + \\lVert y \\rVert \\rVert"),
    ("$\\norm\\RR$", "\\lVert \\mathbb{R} \\rVert"),
    ("$\\pd{J}w$", "\\frac{\\partial J}{\\partial w}"),
    ("$\\half y$", "\\tfrac12 y"),
    ("$\\half{}y$", "\\tfrac12{}y"),
    ("$\\w z$", "\\omega z"),
    ("$\\w{z}$", "\\omega{z}"),
    ("$a\\%\\RR$", "a\\%\\mathbb{R}"),
    ("$\\verb|\\RR|$", "\\verb|\\RR|"),
    ("$\\text{in \\RR}$", "\\text{in \\mathbb{R}}"),
    ("$\\def\\RR{x}\\RR$", "\\def\\RR{x}\\RR"),
    ("$\\newcommand{\\RR}{x}\\RR\\w$", "\\newcommand{\\RR}{x}\\RR\\omega"),
  ])
  func `macros are put in as TeX would`(formula: String, expected: String) {
    let macros = """

        '\\RR': '\\mathbb{R}'
        '\\norm[1]': '\\lVert #1 \\rVert'
        '\\pd[2]': '\\frac{\\partial #1}{\\partial #2}'
        '\\half': '\\tfrac12'
        '\\w': '\\omega'
      """
    #expect(set(macros, formula) == [expected])
  }

  @Test func `a letter after a command of letters keeps its distance`() {
    #expect(set(" {'\\s[1]': '\\sin#1'}", "$\\s x$") == ["\\sin x"])
  }

  @Test func `definitions are read as TeX writes them`() {
    let macros = """
       |
        \\newcommand{\\RR}{\\mathbb{R}} % the reals
        \\newcommand\\norm[1]{\\lVert #1 \\rVert}
        \\def\\pd#1#2{\\partial_{#2} #1}
        \\DeclareMathOperator*{\\argmin}{arg\\,min}
      """
    #expect(
      set(macros, "$\\argmin_{w \\in \\RR} \\norm{\\pd f w}$") == [
        "\\operatorname*{arg\\,min}_{w \\in \\mathbb{R}} \\lVert \\partial_{w} f \\rVert"
      ])
    #expect(
      set("\n  - '\\newcommand{\\a}{b}'\n  - '\\newcommand{\\c}{d}'", "$\\a\\c$") == ["bd"])
  }

  @Test(arguments: [
    (" {'\\a': '\\a'}", "$\\a$", ["3:16-3:21 the macro `\\a` goes on without end"]),
    (
      " {'\\a[1]': '\\a{#1#1}'}", "$\\a x$", ["3:19-3:30 the macro `\\a` goes on without end"]
    ),
    (
      " {'\\a[1]': '#1'}", "$x + \\a$",
      ["6:6-6:8 the macro `\\a` takes 1 argument, and there are fewer"]
    ),
    (
      " {'\\a[1]': '#1'}", "${\\a}$",
      ["6:3-6:5 the macro `\\a` takes 1 argument, and there are fewer"]
    ),
    (
      " {a: b}", "",
      ["3:10-3:11 a macro is called `\\name`, or `\\name[2]` with two arguments, not `a`"]
    ),
    (" {'\\a': '{'}", "", ["3:16-3:20 the macro `\\a` opens a brace that it does not close"]),
    (" {'\\a': '}{'}", "", ["3:16-3:21 the macro `\\a` closes a brace that it does not open"]),
    (" {'\\a': '#1'}", "", ["3:16-3:21 the macro `\\a` has no arguments, but uses `#1`"]),
    (" {'\\a[1]': '#2'}", "", ["3:19-3:24 the macro `\\a` has 1 argument, but uses `#2`"]),
    (
      " \\newcommand{\\a}", "",
      [
        "3:9-3:24 `macros` is lines `'\\name': 'TeX'`, or lines `\\newcommand{\\name}[1]{TeX}`, "
          + "but `\\newcommand{\\a}` is given"
      ]
    ),
  ])
  func `what is wrong is told at its place`(macros: String, text: String, expected: [String]) {
    let lesson = parse(macros, text)
    #expect(
      lesson.diagnostics.map { problem in
        guard case .text(let place) = problem.location else { return problem.message }
        return "\(place.range) \(problem.message)"
      } == expected)
  }

  @Test func `what grows without end is stopped`() {
    let macros = (0..<40).map {
      "  '\\\(Self.name($0))': '\\\(Self.name($0 + 1))\\\(Self.name($0 + 1))'"
    }
    let lesson = parse("\n" + macros.joined(separator: "\n"), "$\\\(Self.name(0))$")
    #expect(lesson.diagnostics.map(\.rule.id) == ["macro-expansion"])
    let copying = parse(
      " {'\\a[1]': '#1#1#1#1#1#1#1#1'}",
      "$" + String(repeating: "\\a{", count: 60) + "x" + String(repeating: "}", count: 60) + "$")
    #expect(copying.diagnostics.map(\.rule.id) == ["macro-expansion"])
  }

  private static func name(_ number: Int) -> String {
    "m" + String(UnicodeScalar(UInt8(97 + number / 26)))
      + String(UnicodeScalar(UInt8(97 + number % 26)))
  }

  @Test func `a place in the text leads back to formula or macro`() throws {
    let lesson = parse(" {'\\norm[1]': '\\lVert #1 \\rVert'}", "$a\\norm{bc}d$")
    let text = lesson.text(of: try #require(lesson.blocks[0].inlines.formulas.first), for: .page)
    #expect(text.tex == "a\\lVert bc \\rVert d")
    #expect(text.origin(of: 0) == .formula(0))
    #expect(text.origin(of: 1) == .macro(0, usedAt: 1))
    #expect(text.origin(of: 9) == .formula(8))
    #expect(text.origin(of: 18) == .formula(10) || text.origin(of: 19) == .formula(10))
  }
}
