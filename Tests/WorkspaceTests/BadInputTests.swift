import Testing

@testable import Workspace

/// A lesson that goes wrong, and what is to be said of it.
struct BadLesson: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let rule: String
  /// Line and column.
  let place: String
  let status: RunStatus

  var testDescription: String { name }

  private static func cell(_ code: String) -> String { "# T\n\n```neuron\n\(code)\n```\n" }

  static let errorInACallChain = BadLesson(
    name: "an error in a call chain",
    text: cell("def f(x):\n    return 1 / x\ndef g(x):\n    return f(x)\ng(0)"),
    rule: "uncaught-exception", place: "5:12", status: .problems)

  static let all = [
    BadLesson(
      name: "an unclosed fence", text: "# T\n\n```neuron\nx = 1\n", rule: "unclosed-fence",
      place: "3:1", status: .problems),
    BadLesson(
      name: "an unknown cell option", text: cell("#| lable: a\nx = 1"), rule: "unknown-option",
      place: "4:4", status: .problems),
    BadLesson(
      name: "a syntax error", text: cell("x = (1 +"), rule: "syntax-error", place: "4:5",
      status: .problems),
    BadLesson(
      name: "an undefined name", text: cell("x = 1\nprint(x + q)"), rule: "undefined-name",
      place: "5:11", status: .problems),
    BadLesson(
      name: "an undefined name that no run reaches", text: cell("def f(x):\n    return x + q"),
      rule: "undefined-name", place: "5:16", status: .problems),
    errorInACallChain,
    BadLesson(
      name: "a loop that never ends", text: cell("while True:\n    pass"), rule: "step-limit",
      place: "4:1", status: .incomplete),
    BadLesson(
      name: "recursion without end", text: cell("def f(x):\n    return f(x + 1)\nf(0)"),
      rule: "recursion-limit", place: "5:12", status: .incomplete),
  ]
}

@Suite struct BadInputTests {
  private let good = "# Good\n\n```neuron\n1 + 1\n```\n\n```output\n2\n```\n"

  @Test(arguments: BadLesson.all)
  func isReportedAtItsPlaceAndTheOthersAreRendered(bad: BadLesson) throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", bad.text)
    try folder.write("in/b.md", good)

    let verified = CommandResult.verify(folder("in")) { $0.resources.steps = 100_000 }
    #expect(verified.status == bad.status)
    #expect(verified.rules.contains(bad.rule), "\(verified.error)")
    #expect(verified.places.contains("a.md:\(bad.place)"), "\(verified.error)")

    let rendered = CommandResult.render(folder) { $0.resources.steps = 100_000 }
    #expect(rendered.status == bad.status)
    #expect(rendered.rules.first == bad.rule)
    #expect(rendered.summary.hasPrefix("rendered 1 of 2 lessons"))
    let pages = folder.files().filter { $0.hasPrefix("out/") && !$0.hasPrefix("out/assets/") }
    #expect(pages == ["out/b.html", "out/b.md", "out/index.html", "out/index.md"])
  }

  @Test func theOldPageStaysAndKeepGoingWritesANewOne() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", good)
    #expect(CommandResult.render(folder).status == .success)
    let old = try #require(folder.read("out/a.html"))
    try folder.write("in/a.md", good + "\n```neuron\nq\n```\n")
    #expect(CommandResult.render(folder).status == .problems)
    #expect(folder.read("out/a.html") == old)
    #expect(CommandResult.render(folder) { $0.keepsGoing = true }.status == .problems)
    #expect(folder.read("out/a.html") != old)
  }

  @Test func tracebacksAreInLinesOfTheLesson() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", BadLesson.errorInACallChain.text)
    let error = CommandResult.verify(folder("a.md")).error
    let calls = error.matches(of: /--> .*a\.md:(\d+):\d+(?:, in (\w+))?/).dropFirst()
    #expect(calls.map { "\($0.1) \($0.2 ?? "")" } == ["8 ", "7 g", "5 f"], "\(error)")
  }

  @Test(arguments: [
    (#"$\frac$"#, "math-rejected", RunStatus.problems),
    (
      #"$\def\a{xxxxxxxx}"# + String(repeating: #"\edef\a{\a\a\a\a\a\a\a\a}"#, count: 5)
        + String(repeating: #"\edef\b{\a}"#, count: 900) + "$", "math-timeout", .incomplete
    ),
  ])
  func formulasThatCannotBeSetStopTheirLessonOnly(
    formula: String, rule: String, status: RunStatus
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", "# T\n\nHere: \(formula) it is.\n\n```neuron\n1\n```\n")
    try folder.write("in/b.md", good + "\n$x^2$\n")
    let rendered = CommandResult.render(folder)
    #expect(rendered.status == status)
    #expect(rendered.rules == [rule], "\(rendered.error)")
    #expect(rendered.places.first?.hasPrefix("a.md:3:") == true, "\(rendered.error)")
    #expect(folder.read("out/a.html") == nil)
    #expect(folder.read("out/b.html") != nil)
    let verified = CommandResult.verify(folder("in"))
    #expect(verified.status == status)
    #expect(verified.rules.filter { $0 != "output-not-stored" } == [rule], "\(verified.error)")
  }

  @Test func missingAndForeignFilesAreIncomplete() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/notes.md", "nothing to run\n")
    try folder.write("in/a.txt", good)
    try folder.write("in/latin.md", bytes: Array("# T\n\n```neuron\n".utf8) + [0xE9, 0x0A])
    for (name, rule) in [
      ("none.md", "unreadable-file"), ("notes.md", "not-a-lesson"), ("a.txt", "not-a-lesson"),
      ("latin.md", "not-utf-8"),
    ] {
      for result in [CommandResult.verify(folder("in/" + name)), .render(folder, name)] {
        #expect(result.status == .incomplete)
        #expect(result.rules == [rule])
      }
    }
    #expect(folder.files().allSatisfy { $0.hasPrefix("in/") })
  }

  @Test func noLessonIsIncomplete() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/notes.md", "nothing to run\n")
    for result in [CommandResult.verify(folder("in")), .render(folder)] {
      #expect(result.status == .incomplete)
      #expect(result.rules == ["no-lessons"])
    }
  }

  @Test func theListOfLessonsIsNotWrittenOver() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/index.md", good)
    try folder.write("in/a.md", good)
    let result = CommandResult.render(folder)
    #expect(result.status == .incomplete)
    #expect(result.rules == ["output-collision"])
    #expect(folder.read("out/a.html") != nil)
  }
}
