import LessonDocument
import NeuronLibrary
import NeuronRuntime
import NeuronSyntax
import SourceText

/// Runs lessons. Each lesson has a session of its own, which its cells share from top to bottom.
///
///     LessonEvaluator().evaluate(Lesson(parsing: source)).cells[0].outputText
public struct LessonEvaluator: Sendable {
  public var limits: Limits
  /// What lessons may import beyond the library.
  public var modules: ModuleSources
  /// Whether lines of functions that no cell ran are reported.
  public var findsWhatNeverRan = false
  /// Time since some moment, to measure cells by; without it nothing is measured.
  public var clock: (@Sendable () -> Duration)?

  public init(limits: Limits = .standard, modules: ModuleSources = .library) {
    self.limits = limits
    self.modules = modules
  }

  /// Checks and runs a lesson's cells.
  ///
  /// A cell whose text has syntax errors does not run, the cells after it do; so they do after one
  /// that raised. A limit that stopped a cell ends the lesson there.
  public func evaluate(_ lesson: Lesson) -> EvaluatedLesson {
    let session = Library.makeSession(limits: limits)
    session.importModules(from: modules, areChecked: true)
    session.recordsCoverage = findsWhatNeverRan
    let texts = lesson.cells.map { readNeuron($0.code) }
    let findings = check(lesson, texts, builtins: session.builtinNames)
    let highlighter = CodeHighlighter(builtins: session.builtinNames, texts: texts)
    var report = RunReport(lesson.diagnostics)
    var cells: [EvaluatedCell] = []
    var isStopped = false
    var neverRun = NeverRunReport()
    for (index, (cell, text)) in zip(lesson.cells, texts).enumerated() {
      var evaluated = EvaluatedCell(
        outcome: .notRun, printed: "", value: nil, tokens: highlighter.highlight(text))
      report.begin(cell, text, findings[index])
      if cell.options.eval, text.diagnostics.contains(where: \.isError) {
        neverRun.isIncomplete = true
      } else if cell.options.eval, !isStopped {
        let start = clock?()
        var outcome = session.run(text)
        if let clock, let start { evaluated.duration = clock() - start }
        // Calls without an end are an exception in Python, and a lesson may show it.
        if cell.options.error, outcome.failure?.rule == .recursionLimit {
          outcome.failure?.rule = .uncaughtException
        }
        evaluated.take(outcome)
        report.add(outcome)
        neverRun.add(text, outcome, isMeantToFail: cell.options.error)
        isStopped = outcome.failure?.rule.severity == .incomplete
      }
      cells.append(evaluated)
    }
    return EvaluatedLesson(
      lesson: lesson, cells: cells, diagnostics: (report.diagnostics + neverRun.problems).sorted())
  }

  /// What the static checks find, a list a cell. A cell that is expected to fail may do so because of
  /// what they would find.
  private func check(
    _ lesson: Lesson, _ texts: [ReadText], builtins: [String]
  ) -> [[Diagnostic]] {
    var checker = StaticChecker(builtins: builtins)
    for (cell, text) in zip(lesson.cells, texts) where cell.options.eval {
      checker.declare(text.module)
    }
    return zip(lesson.cells, texts).map { cell, text in
      let found = cell.options.eval ? checker.check(text.module) : []
      return cell.options.error ? found.filter { !$0.isError } : found
    }
  }
}

extension EvaluatedCell {
  fileprivate mutating func take(_ outcome: Session.Outcome) {
    if outcome.problems.contains(where: \.isError) { return }
    printed = outcome.printed
    value = outcome.value
    derivatives = outcome.derivatives
    self.outcome = outcome.failure.map { .failed($0) } ?? .ran
  }
}
