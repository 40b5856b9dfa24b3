import LessonDocument
import SourceText
import Testing

private func parse(_ text: String) -> Lesson {
  Lesson(parsing: SourceFile(path: "lesson.md", text: text))
}

private func repeated(_ text: String, _ count: Int = 10_000) -> String {
  String(repeating: text, count: count)
}

/// Texts that would take an unguarded reader quadratic time or its stack. That they come back at all
/// is half the test.
@Suite struct HostileTextTests {
  @Test(arguments: [
    repeated("$"), repeated("$ "), repeated("$a "), repeated("$1 "), repeated("`"),
    repeated("`a"), repeated("` `` "), repeated("<"), repeated("<a "), repeated("<a b=\""),
    repeated("<a b='<c d=\""), repeated("<!--"), repeated("<?"), repeated("<![CDATA[", 900),
    repeated("<a@"), repeated("]("), repeated("[a]("), repeated("[a](b '"), repeated("[a](<b"),
    repeated("\\"), repeated("\\ "), repeated("*a_ "), repeated("&"), repeated("["),
    repeated("a $x$ "), repeated("$x$\n\n"), repeated("[a]: b\n"), repeated("- - -\n"),
    repeated("-", 1_000_000), repeated("a ", 500_000), repeated("\n", 100_000),
  ])
  func unmatchedMarksAreText(text: String) {
    #expect(parse("$x$ " + text).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("\\(", 10_000, "unclosed-math"), ("\\[", 10_000, "unclosed-math"),
    ("\\begin{align}", 10_000, "unclosed-math"), ("$$ a\n\n", 9_999, "unclosed-math"),
    ("\\[\n\n", 10_000, "unclosed-math"), ("\\begin{align}\n\n", 3_000, "unclosed-math"),
    ("- \\[\n", 10_000, "unclosed-math"),
    ("$$\n\n" + repeated("a $$$ ", 2_001), 1, "unclosed-math"),
    ("```neuron\n", 1, "unclosed-fence"),
  ])
  func whatIsNotClosedIsReportedEachTime(unit: String, count: Int, rule: String) {
    let diagnostics = parse(repeated(unit, count)).diagnostics
    #expect(diagnostics.allSatisfy { $0.rule.id == rule })
    #expect(!diagnostics.isEmpty)
  }

  @Test(arguments: [
    repeated(">"), repeated("> "), repeated("- ") + "a", repeated("1. "), repeated("* > "),
    repeated("![[]()", 40_000), "> " + repeated("![[]()", 1_001),
    (0..<150).map { repeated("  ", $0) + "- a\n" }.joined(),
    (0..<150).map { repeated("> ", $0) + "\n" }.joined(),
    repeated("*a **b ", 200) + repeated("c** d*", 200),
  ])
  func whatIsTooMuchIsRefused(text: String) {
    let diagnostics = parse(text).diagnostics
    #expect(diagnostics.contains { $0.rule.id == "document-too-complex" })
    #expect(diagnostics.allSatisfy { $0.rule.severity == .incomplete })
  }

  @Test(arguments: [
    repeated("> ", 90) + "a", repeated("- ", 90) + "a", repeated("- ", 5_000),
    repeated("* ", 5_000) + "*", repeated("![a](b) ", 900),
    repeated("*a ", 90) + repeated("b* ", 90),
  ])
  func whatIsMerelyMuchIsRead(text: String) {
    let lesson = parse(text)
    #expect(lesson.diagnostics.isEmpty)
    #expect(lesson.blocks.count == 1)
  }

  @Test func whatIsRefusedMayBeALesson() {
    #expect(parse(repeated("> ") + "\n```neuron\n```").isLesson)
    #expect(!parse(repeated("> ")).isLesson)
  }

  @Test func moreFormulasThanMasksAreReported() {
    let lesson = parse(repeated("$a$ ", 140_000))
    #expect(lesson.diagnostics.map(\.rule.id) == ["document-too-complex"])
  }
}
