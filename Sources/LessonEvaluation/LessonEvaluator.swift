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
    let texts = lesson.cells.map { readNeuron($0.code) }
    var diagnostics = lesson.diagnostics
    let findings = check(lesson, texts, builtins: session.builtinNames)
    diagnostics += findings.flatMap(\.self)
    let highlighter = CodeHighlighter(builtins: session.builtinNames, texts: texts)
    var cells: [EvaluatedCell] = []
    var isStopped = false
    for (cell, text) in zip(lesson.cells, texts) {
      let tokens = highlighter.highlight(text)
      let runs = cell.options.eval && !isStopped && !text.diagnostics.contains(where: \.isError)
      guard runs else {
        cells.append(EvaluatedCell(outcome: .notRun, printed: "", value: nil, tokens: tokens))
        continue
      }
      let outcome = session.run(text)
      diagnostics += outcome.problems + outcome.moduleProblems
      var evaluated = EvaluatedCell(
        outcome: .ran, printed: outcome.printed, value: outcome.value, tokens: tokens)
      if outcome.problems.contains(where: \.isError) { evaluated.outcome = .notRun }
      if let failure = outcome.failure {
        evaluated.outcome = .failed(failure)
        isStopped = failure.rule.severity == .incomplete
        if !cell.options.error || isStopped { diagnostics.append(failure) }
      }
      cells.append(evaluated)
    }
    return EvaluatedLesson(
      lesson: lesson, cells: cells, diagnostics: withoutRepetition(diagnostics.sorted()))
  }

  /// What reading and checking finds, a list a cell. A cell that is expected to fail may do so because
  /// of what the checks would find.
  private func check(
    _ lesson: Lesson, _ texts: [ReadText], builtins: [String]
  ) -> [[Diagnostic]] {
    var checker = StaticChecker(builtins: builtins)
    for (cell, text) in zip(lesson.cells, texts) where cell.options.eval {
      checker.declare(text.module)
    }
    return zip(lesson.cells, texts).map { cell, text in
      let found = cell.options.eval ? checker.check(text.module) : []
      return text.diagnostics + (cell.options.error ? found.filter { !$0.isError } : found)
    }
  }

  /// A name that is not defined is found twice, by the checks and by the run: the run's report, with
  /// its traceback, is the one to keep.
  private func withoutRepetition(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let raised = Set(
      diagnostics.filter { $0.rule == .uncaughtException && $0.message.hasPrefix("NameError") }
        .map(\.location))
    return diagnostics.filter { $0.rule != .undefinedName || !raised.contains($0.location) }
  }
}

extension Diagnostic {
  fileprivate var isError: Bool { rule.severity != .warning }
}
