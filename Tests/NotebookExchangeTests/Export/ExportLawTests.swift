import LessonDocument
import SourceText
import Testing

@testable import NotebookExchange

/// What an import makes of a notebook's file.
func imported(_ notebook: Notebook) throws -> ImportedLesson {
  let file = SourceFile(path: "lesson.ipynb", utf8: notebook.utf8)
  return try ImportedLesson(of: file, at: "lesson.md")
}

private func expectRoundTrip(_ evaluated: EvaluatedLesson, _ comment: String) throws {
  let notebook = ExportedLesson(evaluated).notebook
  let back = try imported(notebook)
  #expect(back.source.utf8 == evaluated.lesson.source.utf8, "\(comment)")
  #expect(back.files.isEmpty)
  #expect(notebook.isAsExported)
  #expect(Set(notebook.cells.map(\.id)).count == notebook.cells.count)
  for case let id? in notebook.cells.map(\.id) {
    #expect(id.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil, "\(id)")
  }
}

@Suite struct ExportLawTests {
  static let results: [EvaluatedCell] = [
    .ran(), .ran(value: "1"), .ran(printed: "1\n"), .ran(printed: "1", value: "1\n"),
    .ran(printed: "a\r\nb\rc\0\n"), .ran(value: "```"), .notRun,
    .failed("ZeroDivisionError: division by zero", printed: "1"), .failed("KeyError"),
    .failed("the lesson takes more than 9 steps"),
  ]

  @Test(arguments: oddLessons.map(\.name))
  func importOfExportIsTheSameLesson(name: String) throws {
    let text = try #require(oddLessons.first { $0.name == name }).text
    for result in Self.results {
      try expectRoundTrip(EvaluatedLesson(text) { _ in result }, name)
    }
  }

  @Test func importOfExportIsTheSameLessonForAnyText() throws {
    var random = SeededGenerator(seed: 7)
    var cells = 0
    for _ in 0..<4_000 {
      let beginning =
        ["", "a", "\u{FEFF}", "---\ntitle: a\n---\n"].randomElement(using: &random) ?? ""
      let count = Int.random(in: 1...40, using: &random)
      let text =
        beginning + (0..<count).map { _ in marks.randomElement(using: &random) ?? "" }.joined()
      // A blank text is no lesson.
      if text.allSatisfy({ $0.isWhitespace || $0 == "\u{FEFF}" }) { continue }
      let chosen = Self.results.randomElement(using: &random) ?? .notRun
      let evaluated = EvaluatedLesson(text) { $0 % 3 == 0 ? chosen : .ran(value: "1") }
      cells += evaluated.lesson.cells.count
      try expectRoundTrip(evaluated, text.debugDescription)
    }
    #expect(cells > 1_000)
  }

  private let marks = [
    "a", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\r\n", "\r", "> ", "- ", "1. ",
    "```neuron\n1\n```\n", "```neuron\n", "```\n", "~~~ neuron\n", "~~~", "````", "```output\n",
    "\n```output\n1\n```\n", "#| label: a\n", "#| eval: false\n", "# ", "---\n", "title: A\n", "\0",
    "é", "\u{FEFF}", "<b>", "<!-- ", "-->", "<div>\n", "`", "$x$", "\\(", "\\)", "[a](b)",
  ]
}

struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
