import LessonDocument
import SourceText
import Testing

@testable import LessonVerification

extension Rule {
  fileprivate static let fault = Rule("fault", .error, "an error for tests")
  fileprivate static let doubt = Rule("doubt", .warning, "a warning for tests")
  fileprivate static let stop = Rule("stop", .incomplete, "a limit for tests")
}

@Suite struct LessonReportTests {
  /// Three cells: the first with a stored output, the second marked `error: true`, the third not to run.
  private let text = """
    # T

    ```neuron
    #| label: loss
    1
    ```

    ```output
    1
    ```

    ```neuron
    #| error: true
    2
    ```

    between

    ```neuron
    #| eval: false
    3
    ```

    """

  private func report(_ given: Given..., adding others: [Diagnostic] = []) -> LessonReport {
    let evaluated = EvaluatedLesson(text, giving: given)
    return LessonReport(
      VerifiedLesson(evaluated), path: evaluated.lesson.source.path, adding: others)
  }

  /// A problem at the beginning of a line.
  private func problem(_ rule: Rule, line: Int) -> Diagnostic {
    let source = EvaluatedLesson(text, giving: []).lesson.source
    return Diagnostic(rule, "m", at: Place(source, source.span(ofLine: line)))
  }

  @Test func cellsKnowTheirPlaceAndWhatWasChecked() {
    let report = report(.value("1"), .raised("E: x"), .notRun)
    #expect(report.cells.map(\.number) == [1, 2, 3])
    #expect(report.cells.map(\.label) == ["loss", nil, nil])
    #expect(report.cells.map(\.start.line) == [3, 12, 19])
    #expect(report.cells.map(\.end.line) == [10, 15, 22])
    #expect(report.cells.map(\.comparesOutput) == [true, false, false])
    #expect(report.cells.map(\.isMeantToRun) == [true, true, false])
    #expect(report.cells.map(\.outcome) == [.passed, .passed, .notRun])
  }

  @Test func cellsFailWithTheirRunOrTheirProblems() {
    #expect(
      report(.value("2"), .value("1"), .notRun).cells.map(\.outcome) == [.failed, .failed, .notRun])
    #expect(
      report(.raised("E: x"), .stopped, .notRun).cells.map(\.outcome)
        == [.failed, .incomplete, .notRun])
    let found = [problem(.doubt, line: 3), problem(.fault, line: 14), problem(.stop, line: 22)]
    #expect(
      report(.value("1"), .raised("E: x"), .notRun, adding: found).cells.map(\.outcome)
        == [.passed, .failed, .incomplete])
  }

  @Test func problemsBelongToTheCellTheyStandIn() {
    let lines = [1, 3, 5, 7, 8, 10, 11, 12, 15, 17, 19, 22]
    let found = lines.map { problem(.fault, line: $0) }
    let elsewhere = Diagnostic(
      .fault, "m", at: Place(SourceFile(path: "b.py", text: "x"), Span(0, 1)))
    let report = report(
      .value("1"), .raised("E: x"), .notRun,
      adding: found + [elsewhere, Diagnostic(.fault, "m", file: "a")])
    let (cells, others) = report.diagnosticsByCell
    func starts(_ diagnostics: [Diagnostic]) -> [Int] {
      diagnostics.filter { $0.rule == .fault }.map {
        if case .text(let place) = $0.location { place.start.line } else { 0 }
      }
    }
    #expect(cells.map(starts) == [[3, 5, 7, 8, 10], [12, 15], [19, 22]])
    #expect(starts(others).sorted() == [0, 1, 1, 11, 17])
  }

  @Test func theWorstProblemDecides() {
    func outcome(_ found: [Diagnostic], strict: Bool = false) -> CheckOutcome {
      CheckOutcome(found, strict: strict)
    }
    #expect(outcome([]) == .passed)
    #expect(outcome([problem(.doubt, line: 1)]) == .passed)
    #expect(outcome([problem(.doubt, line: 1)], strict: true) == .failed)
    #expect(outcome([problem(.stop, line: 1), problem(.fault, line: 1)]) == .incomplete)
    #expect(outcome([problem(.fault, line: 1), problem(.doubt, line: 1)]) == .failed)
  }

  @Test func aFileThatCannotBeReadHasNoCells() {
    let report = LessonReport(path: "a.md", problem: Diagnostic(.stop, "m", file: "a.md"))
    #expect(report.outcome(strict: false) == .incomplete)
    #expect(report.counts.lessons == 0)
    #expect(report.cells.isEmpty)
  }
}
