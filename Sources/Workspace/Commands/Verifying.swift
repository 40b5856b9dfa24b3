import LessonDocument
import LessonRendering
import LessonVerification
import NeuronRuntime
import SourceText
import Typesetting

/// `neuronbook verify`: does every lesson give what it says?
public struct Verifying: Sendable {
  /// What to do with outputs that do not hold.
  public enum Acceptance: Sendable {
    /// Report them.
    case refuse
    /// Report them, and show what accepting would change.
    case preview
    /// Write the computed ones into the lesson.
    case write
  }

  /// Files and folders; none means `Notebooks`, or the current folder.
  public var paths: [String] = []
  public var acceptance = Acceptance.refuse
  /// Whether warnings fail.
  public var isStrict = false
  /// The most lessons at once.
  public var jobs = OrderedWork.processorCount
  /// What a lesson or program may take.
  public var resources = ResourceLimits()
  /// Pages are written here; nothing below it is a lesson.
  public var output = RenderedFolder.usualName
  /// Where typeset formulas are kept; `nil` means the user's cache.
  var formulaFolder: String?

  /// Verification of the usual lessons.
  public init() {}

  /// What became of one file.
  private struct Outcome: Sendable {
    var diagnostics: [Diagnostic] = []
    var counts = VerifiedLesson.Counts()
    var accepted = 0
    var diff = ""
  }

  /// Verifies, and says what was found.
  public func run(_ reporter: Reporter) -> RunStatus {
    reporter.isStrict = isStrict
    let search = LessonSearch(paths: paths, output: output)
    reporter.report(search.diagnostics)
    var counts = VerifiedLesson.Counts()
    var accepted = 0
    let store = FormulaStore(in: formulaFolder)
    let typesetter = Typesetter(cache: store.load())
    OrderedWork.run(search.files, jobs: jobs) { [self] file in
      verify(file, typesetter)
    } consume: { outcome in
      reporter.report(outcome.diagnostics)
      reporter.output.write(outcome.diff)
      counts += outcome.counts
      accepted += outcome.accepted
    }
    reporter.report(typesetter.problem.map { [$0] } ?? [])
    store.save(typesetter.cache)
    if counts.lessons == 0, reporter.status != .incomplete { reporter.report([search.noLessons]) }
    reporter.close(Self.summary(counts, accepted: accepted, tally: reporter.tally))
    return reporter.status
  }

  private static func summary(
    _ counts: VerifiedLesson.Counts, accepted: Int, tally: String
  ) -> String {
    let checked = [
      counted(counts.cells, "cell"), counted(counts.outputs, "output"),
      counted(counts.derivatives, "derivative"), counted(counts.equations, "equation"),
    ].joined(separator: ", ")
    let written = accepted == 0 ? "" : "; \(counted(accepted, "output")) accepted"
    return "checked \(counted(counts.lessons, "lesson")) (\(checked)): \(tally)\(written)"
  }

  private func verify(_ file: LessonFile, _ typesetter: Typesetter) -> Outcome {
    let loading = LessonLoading(limits: resources.limits, findsWhatNeverRan: true)
    switch loading.load(file) {
    case .notALesson: return Outcome()
    case .failed(let problem): return Outcome(diagnostics: [problem])
    case .evaluated(let lesson):
      var outcome = outcome(of: lesson, typesetter)
      accept(lesson, file, loading, typesetter, &outcome)
      return outcome
    }
  }

  private func outcome(of lesson: EvaluatedLesson, _ typesetter: Typesetter) -> Outcome {
    let verified = VerifiedLesson(lesson)
    let formulas = lesson.lesson.formulaProblems(typesetter: typesetter)
    return Outcome(
      diagnostics: (verified.diagnostics + formulas).sorted(), counts: verified.counts)
  }

  /// What is written is run and verified again, so that the report is of the file as it then stands.
  private func accept(
    _ lesson: EvaluatedLesson, _ file: LessonFile, _ loading: LessonLoading,
    _ typesetter: Typesetter, _ outcome: inout Outcome
  ) {
    if case .refuse = acceptance { return }
    let accepted = AcceptedLesson(lesson)
    guard !accepted.edits.isEmpty else { return }
    if case .preview = acceptance {
      outcome.diff = EditDiff(accepted.edits, of: lesson.lesson.source).text
      return
    }
    do {
      let care = AtomicWriting.Care(
        permissions: FileStatus(path: file.path)?.permissions, replacing: lesson.lesson.source.utf8)
      let target = FilePath.resolvingLinks(file.path)
      AtomicWriting.removeAbandoned(in: FilePath.folder(of: target))
      try AtomicWriting.write(accepted.utf8, to: target, care)
    } catch {
      outcome.diagnostics.append(error)
      return
    }
    let written = SourceFile(path: file.path, utf8: accepted.utf8)
    outcome = self.outcome(of: loading.evaluate(Lesson(parsing: written)), typesetter)
    outcome.accepted = accepted.edits.count
  }
}
