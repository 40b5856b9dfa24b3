import Testing

@testable import Workspace

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct VerifyingTests {
  private func lesson(_ code: String, storing output: String? = nil) -> String {
    "# T\n\n```neuron\n\(code)\n```\n" + (output.map { "\n```output\n\($0)\n```\n" } ?? "")
  }

  @Test func agreementIsOneLine() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", lesson("print(6 * 7)", storing: "42"))
    let result = CommandResult.verify(folder.path)
    #expect(result.status == .success)
    #expect(result.error.isEmpty)
    #expect(
      result.output
        == "checked 1 lesson (1 cell, 1 output, 0 derivatives, 0 equations): no problems\n")
  }

  @Test func aStaleOutputFailsAtItsLine() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", lesson("print(6 * 7)", storing: "41"))
    let result = CommandResult.verify(folder.path)
    #expect(result.status == .problems)
    #expect(result.rules == ["output-differs"])
    #expect(result.places == ["a.md:8:1"])
    #expect(result.summary.hasSuffix(": 1 error"))
  }

  private let slope = """
    def f(x):
        return x**2

    def df(x):
        return FACTOR * x

    check_derivative(df, of=f)
    """

  @Test func derivativesAreCountedAndFailAtTheirLine() throws {
    let folder = try TemporaryFolder()
    let agreement = "df agrees with ∂f/∂x at 40 points, to a relative 1e-12"
    try folder.write(
      "a.md", lesson(slope.replacing("FACTOR", with: "2"), storing: agreement))
    let good = CommandResult.verify(folder.path)
    #expect(good.status == .success, "\(good.error)")
    #expect(good.output.contains("(1 cell, 1 output, 1 derivative, 0 equations): no problems"))

    try folder.write(
      "a.md", lesson(slope.replacing("FACTOR", with: "3"), storing: agreement))
    let bad = CommandResult.verify(folder.path) { $0.acceptance = .write }
    #expect(bad.status == .problems)
    #expect(bad.rules == ["derivative-wrong"])
    #expect(bad.places == ["a.md:10:1"])
    #expect(folder.read("a.md")?.contains(agreement) == true)
  }

  @Test(arguments: [
    "try:\n    check_derivative(df, of=f)\nexcept AssertionError as error:\n    print('good')",
    "def check():\n    try:\n        check_derivative(df, of=f)\n    finally:\n        return 'good'\ncheck()",
    "class Calm:\n    def __enter__(self):\n        return self\n    def __exit__(self, *error):\n"
      + "        return True\nwith Calm():\n    check_derivative(df, of=f)\nprint('good')",
    "for d in [df, df]:\n    try:\n        check_derivative(d, of=f)\n    except Exception:\n"
      + "        continue\nprint('good')",
  ])
  func aWrongDerivativeIsAProblemWhereItIsCaught(_ check: String) throws {
    let folder = try TemporaryFolder()
    let functions = "def f(x):\n    return x**2\ndef df(x):\n    return 3 * x\n"
    let text = lesson(functions + check, storing: "bad")
    try folder.write("a.md", text)
    let result = CommandResult.verify(folder.path) { $0.acceptance = .write }
    #expect(result.status == .problems)
    #expect(result.rules == ["derivative-wrong"], "\(result.error)")
    #expect(folder.read("a.md") == text)
  }

  @Test func aWrongDerivativeMayBeShownByACellThatEndsWithIt() throws {
    let folder = try TemporaryFolder()
    let code = "def f(x):\n    return x**2\ndef df(x):\n    return 3 * x\n"
    let check = "check_derivative(df, of=f)"
    try folder.write("a.md", lesson("#| error: true\n" + code + check, storing: "..."))
    #expect(CommandResult.verify(folder.path).status == .success)
    let caught = "try:\n    \(check)\nexcept AssertionError:\n    raise ValueError('other')"
    try folder.write("a.md", lesson("#| error: true\n" + code + caught, storing: "..."))
    #expect(CommandResult.verify(folder.path).rules == ["derivative-wrong"])
  }

  @Test func anOutputThatNothingComparesIsAWarning() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", lesson("#| eval: false\n1 + 1", storing: "3"))
    let result = CommandResult.verify(folder.path)
    #expect(result.status == .success)
    #expect(result.rules == ["output-without-run"])
  }

  @Test func warningsFailOnlyWhenStrict() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", lesson("1"))
    #expect(CommandResult.verify(folder.path).status == .success)
    let strict = CommandResult.verify(folder.path) { $0.isStrict = true }
    #expect(strict.status == .problems)
    #expect(strict.rules == ["output-not-stored"])
  }

  @Test func acceptingWritesTheLessonOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", lesson("print(6 * 7)", storing: "41"))
    chmod(folder("a.md"), 0o600)
    let result = CommandResult.verify(folder.path) { $0.acceptance = .write }
    #expect(result.status == .success, "\(result.error)")
    #expect(result.summary.hasSuffix("no problems; 1 output accepted"))
    #expect(folder.read("a.md") == lesson("print(6 * 7)", storing: "42"))
    #expect(FileStatus(path: folder("a.md"))?.permissions == 0o600)

    let time = folder.time(of: "a.md")
    #expect(CommandResult.verify(folder.path) { $0.acceptance = .write }.status == .success)
    #expect(folder.time(of: "a.md") == time)
    #expect(folder.files() == ["a.md"])
  }

  @Test func acceptingFollowsALink() throws {
    let folder = try TemporaryFolder()
    try folder.write("real/a.txt", lesson("2"))
    folder.link("a.md", to: "real/a.txt")
    #expect(CommandResult.verify(folder("a.md")) { $0.acceptance = .write }.status == .success)
    #expect(folder.read("real/a.txt") == lesson("2", storing: "2"))
    #expect(folder.files() == ["a.md", "real/a.txt"])
  }

  @Test func previewPrintsTheDifferenceAndWritesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", lesson("print(6 * 7)", storing: "41"))
    let result = CommandResult.verify(folder("a.md")) { $0.acceptance = .preview }
    #expect(result.status == .problems)
    #expect(
      result.output.hasPrefix(
        "--- \(folder("a.md"))\n+++ \(folder("a.md"))\n@@ -8,1 +8,1 @@\n-41\n+42\n"))
    #expect(folder.read("a.md") == lesson("print(6 * 7)", storing: "41"))
  }

  @Test func cellsThatFailAreNotAccepted() throws {
    let folder = try TemporaryFolder()
    let text = lesson("1 / 0", storing: "old")
    try folder.write("a.md", text)
    let result = CommandResult.verify(folder.path) { $0.acceptance = .write }
    #expect(result.status == .problems)
    #expect(folder.read("a.md") == text)
  }

  @Test func theReportDoesNotDependOnTheNumberOfThreads() throws {
    let folder = try TemporaryFolder()
    for number in 0..<40 {
      try folder.write("\(number).md", lesson("print(\(number) % 7)", storing: "3"))
    }
    let alone = CommandResult.verify(folder.path) { $0.jobs = 1 }
    let together = CommandResult.verify(folder.path) { $0.jobs = 4 }
    #expect(alone.status == .problems)
    #expect(alone.error == together.error)
    #expect(alone.output == together.output)
  }
}

@Suite struct RunningProgramTests {
  @Test func printsWhatTheProgramPrints() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.py", "def f(x):\n    return 2 * x\nprint(f(21))\n7\n")
    let result = CommandResult.run(folder("a.py"))
    #expect(result.status == .success, "\(result.error)")
    #expect(result.output == "42\n")
    #expect(result.error.isEmpty)
  }

  @Test func errorsComeAfterTheOutput() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.py", "print(1)\nprint(1 / 0)\n")
    let result = CommandResult.run(folder("a.py"))
    #expect(result.status == .problems)
    #expect(result.output == "1\n")
    #expect(result.rules == ["uncaught-exception"])
    #expect(result.places == ["a.py:2:7"])
    #expect(result.error.contains("ZeroDivisionError: division by zero"))
  }

  @Test func limitsAndMissingFilesAreIncomplete() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.py", "while True:\n    pass\n")
    #expect(CommandResult.run(folder("a.py"), maxSteps: 1000).status == .incomplete)
    #expect(CommandResult.run(folder("none.py")).status == .incomplete)
  }

  @Test func aLessonMayShowCallsWithoutAnEnd() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.md",
      """
      # T

      ```neuron
      #| error: true
      def f(n):
          return f(n + 1)
      f(0)
      ```

      ```output
      RecursionError: maximum recursion depth exceeded
      ```

      ```neuron
      print("after")
      ```

      ```output
      after
      ```

      """)
    #expect(CommandResult.verify(folder("a.md")).status == .success)
  }
}
