import LessonDocument
import SourceText
import Testing

@Suite struct EquationTests {
  private func parse(_ text: String) -> Lesson {
    Lesson(parsing: SourceFile(path: "lesson.md", text: text))
  }

  /// The formulas of a text as they are set.
  private func set(_ text: String, for host: FormulaText.Host = .page) -> [String] {
    let lesson = parse(text)
    return lesson.blocks.withDescendants.flatMap(\.inlines.formulas).map {
      lesson.text(of: $0, for: host).tex
    }
  }

  @Test func `equations with a label are numbered in order, others are not`() {
    let lesson = parse("$$a$$\n\n$$b \\label{b}$$\n\n$$c$$\n\n> $$d\\label{eq:d}$$\n")
    #expect(lesson.equations.all.map(\.label) == ["b", "eq:d"])
    #expect(lesson.equations.all.map(\.number) == ["1", "2"])
    #expect(lesson.diagnostics.isEmpty)
  }

  @Test func `a label becomes a tag, a reference a link, forwards and backwards`() {
    let text = "$x = \\eqref{b}$\n\n$$b \\label{b}$$\n\n$\\frac{\\ref{b}}2$\n"
    #expect(
      set(text) == [
        "x = \\href{#b}{\\text{(1)}}", "b \\tag{1}", "\\frac{\\href{#b}{\\text{1}}}2",
      ])
    #expect(
      set(text, for: .markdown) == ["x = \\text{(1)}", "b \\tag{1}", "\\frac{\\text{1}}2"])
  }

  @Test func `each line of an align has its own number, and KaTeX gives none`() {
    let text = """
      \\begin{align}
      a &= b \\label{a} \\\\
      c &= \\begin{cases} 1 \\\\ 2 \\end{cases} \\notag \\\\
      d &= e \\label{d} \\\\
      f &= g
      \\end{align}
      """
    let lesson = parse(text)
    #expect(lesson.equations.all.map(\.number) == ["1", "2"])
    #expect(
      set(text) == [
        text.replacing("align", with: "align*").replacing("\\label{a}", with: "\\tag{1}")
          .replacing("\\label{d}", with: "\\tag{2}")
      ])
    #expect(set(text, for: .markdown)[0].hasPrefix("\\begin{align}\n"))
  }

  @Test(arguments: ["equation", "equation*", "gather", "gather*"])
  func `other environments too`(name: String) {
    let text = "\\begin{\(name)}\nx \\label{x}\n\\end{\(name)}\n"
    let starred = name.hasSuffix("*") ? name : name + "*"
    #expect(set(text) == ["\\begin{\(starred)}\nx \\tag{1}\n\\end{\(starred)}"])
  }

  @Test func `an author's tag is kept and referred to`() {
    let text =
      "$$a \\tag{$\\ast$}\\label{a}$$\n\n$$b\\label{b}\\tag*{B.1}$$\n\n$\\eqref{a} \\eqref{b}$"
    #expect(parse(text).equations.all.map(\.number) == ["$\\ast$", "B.1"])
    #expect(
      set(text) == [
        "a \\tag{$\\ast$}", "b\\tag*{B.1}",
        "\\href{#a}{\\text{($\\ast$)}} \\href{#b}{\\text{(B.1)}}",
      ])
  }

  @Test func `a reference stands in the text without dollars as well`() throws {
    let lesson = parse(
      "By \\eqref{eq:my_cost} and \\ref{eq:my_cost}.\n\n$$J\\label{eq:my_cost}$$\n")
    let formulas = lesson.blocks[0].inlines.formulas
    #expect(formulas.map(\.tex) == ["\\eqref{eq:my_cost}", "\\ref{eq:my_cost}"])
    let texts = formulas.map { lesson.text(of: $0, for: .page) }
    #expect(texts.map { $0.reference?.text } == ["(1)", "1"])
    #expect(lesson.source.text(of: formulas[0].span) == "\\eqref{eq:my_cost}")
    #expect(lesson.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "\\eqref", "\\eqref{}", "\\eqref{a b}", "\\ref{a\nb}", "\\\\eqref{a}", "`\\eqref{a}`",
    "\\reference{a}",
  ])
  func `what is no reference stays text`(text: String) {
    #expect(parse(text).blocks.withDescendants.flatMap(\.inlines.formulas).isEmpty)
  }

  @Test(arguments: [
    ("$x \\label{a}$", "1:4-1:13 a formula within a line of text has no number, and so no label"),
    (
      "# $$x \\label{a}$$",
      "1:7-1:16 a formula within a line of text has no number, and so no label"
    ),
    ("$$x \\label{a} \\label{b}$$", "1:15-1:24 this equation has a label already"),
    ("$$x \\label{a b}$$", "1:5-1:16 `a b` is no label: it is a word, such as `eq:cost`"),
    ("$$x \\label{}$$", "1:5-1:13 `` is no label: it is a word, such as `eq:cost`"),
    ("> $$x\n> \\label{a}$$\n\n$$y\\label{a}$$", "4:4-4:13 the label `a` is given already"),
    ("$$y\\label{eq:b}$$\n\nσ $\\eqref{eq:c}$", "3:4-3:16 no equation has the label `eq:c`"),
    ("see \\ref{no}", "1:5-1:13 no equation has the label `no`"),
    (
      "```neuron\n#| label: a\n1\n```\n\n$$y\\label{a}$$", "6:4-6:13 the label `a` is given already"
    ),
  ])
  func `what is wrong is told at its place`(text: String, problem: String) {
    #expect(problems(text) == [problem])
  }

  @Test func `labels without end are read in no time`() {
    for piece in ["\\label{", "\\ref{", "\\begin{align}", "\\\\", "\\tag{"] {
      let tex = String(repeating: piece, count: 50_000)
      #expect(parse("$$\(tex)$$").blocks.count == 1)
      _ = set("$$\(tex.prefix(19_000))$$")
    }
  }
}
