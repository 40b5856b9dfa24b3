import LessonDocument
import SourceText
import Testing

private func parse(_ text: String) -> Lesson {
  Lesson(parsing: SourceFile(path: "lesson.md", text: text))
}

private func repeated(_ text: String, _ count: Int = 10_000) -> String {
  String(repeating: text, count: count)
}

/// Bars and brackets that are tables and notes, or nearly.
private let halfTables = [
  repeated("|", 100_000), repeated("|", 100_000) + "\n" + repeated("|-", 100_000),
  repeated("|a", 50_000) + "\n" + repeated("|-", 50_000) + "\n" + repeated("|\\|", 50_000),
  repeated("a|b\n"), repeated("-|-\n"), repeated("a|b\n-|-\n"),
  repeated("a|b\n-|-\n    c\n", 3_000),
  repeated("a|b\n-|-\n2. "), repeated("[^"), repeated("[^1]"), repeated("[^1]:"),
  repeated("[^1]: ", 5_000),
  repeated("[^1]:\n"), repeated("[^1]:\n    ", 3_000), repeated("[^a]: b\n\n"), repeated("[^1\n"),
  repeated("|[^1]", 10_000) + "\n" + repeated("|-", 10_000), repeated("+ a\n[^1]: b\n", 5_000),
]

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
    #expect(parse("$x$ " + text).diagnostics.allSatisfy { $0.rule == .loneDollar })
  }

  @Test(arguments: halfTables)
  func tablesAndNotesTakeLinearTime(text: String) {
    #expect(!parse(text).blocks.isEmpty)
  }

  @Test func cellsThatAreNotWrittenAreBounded() {
    let wide = repeated("|a", 5_000) + "\n" + repeated("|-", 5_000) + "\n" + repeated("|b\n", 5_000)
    #expect(parse(wide).diagnostics.map(\.rule.id) == ["document-too-complex"])
    let deep = repeated("123456789.    ", 90) + repeated("|a", 5_000) + "\n"
    let mark = repeated(" ", 90 * 14)
    let table =
      deep + mark + repeated("|-", 5_000) + "\n" + repeated(mark + repeated("|b", 5_000) + "\n", 30)
    #expect(parse(table).diagnostics.map(\.rule.id) == ["document-too-complex"])
  }

  @Test(arguments: [
    ("a \u{202E}b", ["1:3-1:4 U+202E cannot be seen and turns the text after it around"]),
    (
      "---\ntitle: \u{2067}a\n---\n\n```neuron\nx = 1  # \u{202A}\u{202C}\n```",
      [
        "2:8-2:9 U+2067 cannot be seen and turns the text after it around",
        "6:10-6:11 U+202A cannot be seen and turns the text after it around",
      ]
    ),
    ("שלום \u{200F}a… “b”", []),
  ])
  func bidirectionalControlsAreReported(text: String, expected: [String]) {
    #expect(problems(text) == expected)
  }

  @Test func aFloodOfBidirectionalControlsIsReportedOnce() {
    #expect(parse(repeated("\u{202E}\n")).diagnostics.count == 21)
  }

  @Test(arguments: [
    (
      "\u{FEFF}|a|\r\n|-|\r|b|\n\n[^1]: c\r\n\r\n    d [^1]\r\n",
      "table -\n  | a\n  | b\nnote 1\n  p c\n  p d <^1>"
    ),
    ("a\0b\n\n|\0|\n|-|", "p a\u{FFFD}b\ntable -\n  | \u{FFFD}"),
    ("a\rb\r\nc\nd", "p a⏎b⏎c⏎d"),
    (
      "> - ```neuron\r\n>   a\r>   ```\n>   ```output\n>   b\r\n>   ```",
      "quote\n  list\n  - item\n    cell \"a⏎\"\n      output \"b⏎\""
    ),
  ])
  func lineEndingsMarksAndNULAreRead(text: String, expected: String) {
    #expect(Dump.blocks(text) == expected)
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
