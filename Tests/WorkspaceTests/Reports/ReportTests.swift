import JSONText
import SourceText
import Testing

@testable import Workspace

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reports of whole runs. How each format reads is in `Tests/Reports`.
@Suite struct ReportTests {
  private func lesson(_ code: String, storing output: String) -> String {
    "# T\n\n```neuron\n\(code)\n```\n\n```output\n\(output)\n```\n"
  }

  private func json(_ text: String?) throws -> JSON {
    try JSON(parsing: SourceFile(path: "report", text: #require(text)))
  }

  @Test func reportsAreWrittenAlsoWhenTheRunFails() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", lesson("1", storing: "2"))
    let result = CommandResult.verify(folder.path) {
      $0.reports = ReportFormat.allCases.map { ReportFile($0, path: folder("out/\($0.rawValue)")) }
    }
    #expect(result.status == .problems)
    #expect(
      folder.files() == ["a.md"] + ReportFormat.allCases.map { "out/\($0.rawValue)" }.sorted())
    #expect(folder.read("out/terminal") == result.error + result.output)
    #expect(try json(folder.read("out/json"))["exitCode"] == 1)
  }

  @Test func aReportIsReplacedEachTime() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", lesson("1", storing: "1"))
    func verify() {
      _ = CommandResult.verify(folder("a.md")) {
        $0.reports = [ReportFile(.json, path: folder("r"))]
      }
    }
    verify()
    let first = folder.read("r")
    var times = [timeval(), timeval()]
    utimes(folder("r"), &times)
    let old = folder.time(of: "r")
    verify()
    #expect(folder.read("r") == first)
    #expect(folder.time(of: "r") != old)
  }

  @Test func aReportFollowsALink() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", lesson("1", storing: "1"))
    try folder.write("real/r", "")
    folder.link("r", to: "real/r")
    _ = CommandResult.verify(folder("a.md")) { $0.reports = [ReportFile(.json, path: folder("r"))] }
    #expect(try json(folder.read("real/r"))["exitCode"] == 0)
    #expect(folder.files() == ["a.md", "r", "real/r"])
  }

  @Test func aReportThatCannotBeWrittenIsAProblemOfTheRun() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", lesson("1", storing: "1"))
    try folder.write("folder/x", "")
    let result = CommandResult.verify(folder("a.md")) {
      $0.format = .json
      $0.reports = [
        ReportFile(.junit, path: folder("folder")), ReportFile(.sarif, path: folder("a.md/x")),
      ]
    }
    #expect(result.status == .incomplete)
    #expect(result.error.isEmpty)
    let report = try json(result.output)
    #expect(report["exitCode"] == 2)
    #expect(
      report["problems"]?.array?.map { $0["rule"] } == ["unwritable-file", "unwritable-file"])
    #expect(report["lessons"]?.array?.map { $0["outcome"] } == ["passed"])
    #expect(folder.read("a.md") == lesson("1", storing: "1"))
  }

  /// Both lessons fail because of it; it is told once to people, and of each lesson to programs.
  @Test func aModulesProblemIsToldOncePerRun() throws {
    let folder = try TemporaryFolder()
    try folder.write("helpers.py", "def f():\n    return undefined\n")
    for name in ["a", "b"] {
      try folder.write(name + ".md", lesson("import helpers\n1", storing: "1"))
    }
    let result = CommandResult.verify(folder.path) {
      $0.reports = ReportFormat.allCases.map { ReportFile($0, path: folder($0.rawValue)) }
    }
    #expect(result.rules == ["undefined-name"])
    #expect(result.summary.hasSuffix(": 1 error"))
    #expect(folder.read("github")?.components("::error ") == 2)
    #expect(folder.read("sarif")?.components("\"ruleId\":") == 2)
    #expect(folder.read("junit")?.components("<failure ") == 3)
    let report = try json(folder.read("json"))
    #expect(report["lessons"]?.array?.map { $0["problems"]?.array?.count } == [1, 1])
    #expect(report["summary"]?["errors"] == 1)
  }

  @Test func eachLessonForWhichAModuleFailsIsNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/helper.py", "def f():\n    return 1 / 0\n")
    for name in ["a", "b"] {
      try folder.write("in/\(name).md", "```neuron\nimport helper\nhelper.f()\n```\n")
    }
    let result = CommandResult.verify(folder("in"))
    #expect(result.rules == ["uncaught-exception", "uncaught-exception"])
    #expect(result.error.contains("in/a.md:3:1"))
    #expect(result.error.contains("in/b.md:3:1"))
    let log = CommandResult.verify(folder("in")) { $0.format = .github }.output
    #expect(log.components("::error ") == 3)
    #expect(log.contains("called from \(folder("in/a.md")):3"))
    #expect(log.contains("called from \(folder("in/b.md")):3"))
  }

  @Test func timesAreShownOnlyWhenAsked() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", lesson("1", storing: "1") + "\n```neuron\n#| label: two\nx = 2\n```\n")
    let silent = CommandResult.verify(folder("a.md")) { $0.clock = { unwantedClock() } }
    #expect(silent.status == .success)
    let ticks = Monitor(0)
    let timed = CommandResult.verify(folder("a.md")) {
      $0.showsTimings = true
      $0.clock = {
        ticks.update { count in
          count += 1
          return .milliseconds(count * count)
        }
      }
    }
    // The clock shows 1, 4, 9, 16, 25, 36: the run takes from the first to the last.
    #expect(
      timed.output.replacing(folder.path + "/", with: "") == """
             35.0 ms  a.md
              5.0 ms    cell 1, line 3
              9.0 ms    cell 2 (two), line 11
        the slowest cells
              9.0 ms  a.md:11 (two)
              5.0 ms  a.md:3
        checked 1 lesson (2 cells, 1 output, 0 derivatives, 0 equations): no problems

        """)
  }

  @Test func quietSaysNothingOfWhatIsWell() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", lesson("1", storing: "1"))
    let result = CommandResult.verify(folder.path) { $0.isQuiet = true }
    #expect(result.output.isEmpty && result.error.isEmpty)
  }

  @Test func filesThatAreNoLessonsArePassedOver() throws {
    let folder = try TemporaryFolder()
    try folder.write("README.md", "# No lesson\n")
    try folder.write("a.md", lesson("1", storing: "1"))
    let named = CommandResult.verify(folder("README.md"), folder("a.md"))
    #expect(named.rules == ["not-a-lesson"])
    let passed = CommandResult.verify(folder("README.md"), folder("a.md")) {
      $0.passesOverOthers = true
    }
    #expect(passed.status == .success)
    #expect(passed.output.hasPrefix("checked 1 lesson ("))
  }

  @Test func theDifferenceKeepsOutOfAReport() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", lesson("1", storing: "2"))
    let result = CommandResult.verify(folder.path) {
      $0.acceptance = .preview
      $0.format = .json
    }
    #expect(try json(result.output)["exitCode"] == 1)
    #expect(result.error.contains("@@ -8,1 +8,1 @@\n-2\n+1\n"))
  }

  @Test(arguments: ReportFormat.allCases)
  func reportsDoNotDependOnTheNumberOfThreads(format: ReportFormat) throws {
    let folder = try TemporaryFolder()
    for number in 0..<20 {
      try folder.write("\(number).md", lesson("print(\(number) % 7)", storing: "3"))
    }
    let results = [1, 2, 8].map { jobs in
      CommandResult.verify(folder.path) {
        $0.jobs = jobs
        $0.format = format
      }
    }
    #expect(Set(results.map(\.output)).count == 1)
    #expect(Set(results.map(\.error)).count == 1)
  }
}

/// No report may ask for the time unasked.
private func unwantedClock() -> Duration {
  Issue.record("the clock was read")
  return .zero
}

extension String {
  /// How many pieces the text falls into at a separator.
  fileprivate func components(_ separator: String) -> Int {
    split(separator: separator, omittingEmptySubsequences: false).count
  }
}
