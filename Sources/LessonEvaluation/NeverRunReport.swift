import NeuronRuntime
import NeuronSyntax
import SourceText

/// What no cell of a lesson ever ran. Of a lesson that did not come to its end nothing can be said.
struct NeverRunReport {
  /// Whether a cell did not do all that it was to.
  var isIncomplete = false
  private var texts: [(text: ReadText, coverage: RunCoverage)] = []

  /// A cell that ran.
  mutating func add(_ text: ReadText, _ outcome: Session.Outcome, isMeantToFail: Bool) {
    if outcome.problems.contains(where: \.isError) { isIncomplete = true }
    if let failure = outcome.failure, !isMeantToFail || failure.rule.severity == .incomplete {
      isIncomplete = true
    }
    if let coverage = outcome.coverage { texts.append((text, coverage)) }
  }

  var problems: [Diagnostic] {
    if isIncomplete { return [] }
    return texts.flatMap { text, coverage in
      NeverRunCheck(text.module, wasRun: coverage.wasRun).problems
    }
  }
}
