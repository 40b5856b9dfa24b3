import LessonDocument
import LessonEvaluation
import SourceText
import Testing

/// Each problem of a lesson is told once.
@Suite struct RunReportTests {
  private func diagnostics(_ cells: [String]) -> [Diagnostic] {
    let text = cells.map { "```neuron\n\($0)\n```\n" }.joined(separator: "\n")
    return LessonEvaluator().evaluate(
      Lesson(parsing: SourceFile(path: "a.md", text: text))
    ).diagnostics
  }

  @Test(arguments: ["1 / 0\nrate = 1", "rate = = 1", "missing\nrate = 1"])
  func whatAFailedCellWouldHaveBoundIsNotedThere(_ first: String) {
    let found = diagnostics([first, "print(rate)\nstep = 2", "print(step)", "print(1)"])
    #expect(found.count == 1)
    #expect(
      found.first?.notes.suffix(2).map(\.message) == [
        "a later cell stops because of this: NameError: name 'rate' is not defined",
        "a later cell stops because of this: NameError: name 'step' is not defined",
      ])
  }

  @Test func aNameThatAnotherCellBindsIsAProblemOfItsOwn() {
    let found = diagnostics(["rate = 1", "1 / 0\nrate = 2", "del rate", "print(rate)"])
    #expect(found.map(\.rule.id) == ["uncaught-exception", "undefined-name"])
  }

  @Test func anErrorThatIsMeantIsNoReasonForAnother() {
    let found = diagnostics(["#| error: true\n1 / 0\nrate = 1", "print(rate)"])
    #expect(found.map(\.message) == ["NameError: name 'rate' is not defined"])
  }

  @Test func whatTheChecksForesawIsToldOnce() {
    let call = diagnostics(["x = 1\ny = 3(x + 1)"])
    #expect(call.map(\.rule.id) == ["call-of-number"])
    #expect(call.first?.fix != nil)

    let group = diagnostics(["raise ExceptionGroup('a', [])"])
    #expect(group.map(\.rule.id) == ["unsupported-syntax"])

    let name = diagnostics(["def f():\n    return misspelt", "f()", "f()"])
    #expect(name.map(\.rule.id) == ["undefined-name"])
    #expect(name.first?.traceback.map(\.function) == [nil, "f"])
    #expect(name.first?.notes.last?.message == "another cell stops here as well")
  }

  @Test func manyConsequencesAreCounted() {
    let found = diagnostics(["1 / 0\nrate = 1"] + Array(repeating: "rate", count: 9))
    #expect(found.count == 1)
    #expect(found.first?.notes.last?.message == "so do 4 further cells")
  }
}
