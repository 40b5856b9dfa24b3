import LessonDocument
import LessonEvaluation
import LessonRendering
import LessonVerification
import NeuronRuntime
import SourceText
import Testing
import Typesetting

@testable import Workspace

/// The examples of all pages: the wrong one has the problem, the right one has none at all.
@Suite struct RulePageTests {
  static let tested = RuleTable.all.filter { $0.form != .sketch }.map(\.id)

  private func rule(_ id: String) throws -> Rule {
    try #require(RuleTable.all.first { $0.id == id })
  }

  /// Small, so that a program without an end is stopped at once.
  private static let limits = Limits(
    steps: 20_000_000, depth: 200, memory: 64 << 20, output: 1 << 20, tape: 1 << 16)

  /// An example shows a piece of a lesson: only that of `never-run` is meant to run all it defines.
  private func problems(of text: String, _ form: Rule.Form, for rule: Rule) -> [Diagnostic] {
    let text = form == .program ? "```neuron\n\(text)\n```\n" : text + "\n"
    return OrderedWork.run {
      let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
      var evaluator = LessonEvaluator(limits: Self.limits)
      evaluator.findsWhatNeverRan = rule == .neverRun
      let verified = VerifiedLesson(evaluator.evaluate(lesson))
      let formulas = lesson.formulaProblems(typesetter: Typesetter(cache: FormulaCache()))
      // An example of a program shows code, and not what it prints.
      return (verified.diagnostics + formulas + lesson.htmlProblems).filter {
        form == .lesson || $0.rule != .outputNotStored
      }
    }
  }

  @Test(arguments: tested)
  func theWrongExampleHasTheProblem(_ id: String) throws {
    let rule = try rule(id)
    let found = problems(of: rule.wrong, rule.form, for: rule)
    #expect(found.contains { $0.rule == rule }, "\(found.map(\.rule.id))")
  }

  @Test(arguments: tested)
  func theRightExampleHasNoProblem(_ id: String) throws {
    let rule = try rule(id)
    #expect(problems(of: rule.right, rule.form, for: rule).map(\.message) == [])
  }

  @Test(arguments: tested)
  func aFixMendsTheProblem(_ id: String) throws {
    let rule = try rule(id)
    let found = problems(of: rule.wrong, rule.form, for: rule)
    guard let fix = found.first(where: { $0.rule == rule })?.fix else { return }
    var bytes = fix.place.file.utf8
    bytes.replaceSubrange(fix.place.span.start..<fix.place.span.end, with: fix.replacement.utf8)
    let mended = String(decoding: bytes, as: UTF8.self)
    #expect(!problems(of: mended, .lesson, for: rule).contains { $0.rule == rule }, "\(mended)")
  }

  @Test(arguments: RuleTable.all.map(\.id))
  func everyRuleHasAPage(_ id: String) throws {
    let rule = try rule(id)
    let page = RulePage(rule).text
    #expect(page.hasPrefix("\(rule.id) ("))
    #expect(!rule.explanation.isEmpty && !rule.wrong.isEmpty && !rule.right.isEmpty)
    #expect(rule.wrong != rule.right)
    for line in page.split(separator: "\n").dropFirst() { #expect(line.count <= 100, "\(line)") }
  }

  @Test func aPageSaysHowToAllow() {
    #expect(RulePage(.unusedLocal).text.contains("# neuronbook: allow unused-local: the reason"))
    #expect(!RulePage(.outputDiffers).text.contains("neuronbook: allow"))
  }
}
