import LessonEvaluation
import NeuronRuntime
import SourceText
import Testing

/// What still runs when a program is over: the generators that wait at a `yield`.
@Suite struct ProgramEndTests {
  private static let waiting = """
    def numbers(isLast):
        try:
            yield 1
            yield 2
        finally:
            print("closed")
            while isLast: pass

    """

  private func run(_ text: String) -> (printed: String, problems: [String]) {
    var printed: [UInt8] = []
    var limits = Limits.standard
    limits.steps = 100_000
    let file = SourceFile(path: "a.py", text: Self.waiting + text)
    let problems = NeuronProgram(limits: limits).run(SourceFragment(file)) { printed += $0 }
    return (String(decoding: printed, as: UTF8.self), problems.map(\.rule.id))
  }

  @Test func anExceptionClosesGenerators() {
    let end = run("n = numbers(False)\nprint(next(n))\nraise ValueError('no')\n")
    #expect(end.printed == "1\nclosed\n")
    #expect(end.problems == ["uncaught-exception"])
  }

  @Test func callsWithoutEndCloseGenerators() {
    let end = run("n = numbers(False)\nprint(next(n))\ndef f(): f()\nf()\n")
    #expect(end.printed == "1\nclosed\n")
    #expect(end.problems == ["recursion-limit"])
  }

  @Test func aLimitWhileGeneratorsCloseIsReportedToo() {
    let end = run("n = numbers(True)\nprint(next(n))\nraise ValueError('no')\n")
    #expect(end.printed == "1\nclosed\n")
    #expect(end.problems == ["uncaught-exception", "step-limit"])
  }

  @Test func nothingRunsAfterALimit() {
    let end = run("n = numbers(False)\nprint(next(n))\nwhile True: pass\n")
    #expect(end.printed == "1\n")
    #expect(end.problems == ["step-limit"])
  }
}
