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
  /// Whether that is wanted which only pages show: the tokens of cells, pictures of their values.
  public var isForPage = true

  public init(limits: Limits = .standard, modules: ModuleSources = .library) {
    self.limits = limits
    self.modules = modules
  }

  /// Checks and runs a lesson's cells and inline values, in the order in which they stand in it.
  ///
  /// A cell whose text has syntax errors does not run, what stands after it does; so it does after one
  /// that raised. A limit that stopped a cell or value ends the lesson there.
  public func evaluate(_ lesson: Lesson) -> EvaluatedLesson {
    let session = Library.makeSession(limits: limits)
    session.importModules(from: modules, areChecked: true)
    // What was run tells which definitions hold.
    session.recordsCoverage = findsWhatNeverRan || isForPage
    session.exhibitsValues = isForPage
    var run = LessonRun(lesson, session, clock, isForPage: isForPage)
    return run.evaluated(findsWhatNeverRan: findsWhatNeverRan)
  }
}
