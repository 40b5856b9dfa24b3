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
  /// Whether warnings fail; `nil` leaves it to configurations.
  public var isStrict: Bool?
  /// The most lessons at once.
  public var jobs = OrderedWork.processorCount
  /// What a lesson or program may take.
  public var resources = ResourceLimits()
  /// Pages are written here; nothing below it is a lesson. `nil` leaves it to configurations.
  public var output: String?
  /// What goes to standard output; `nil` leaves it to configurations, as for what follows.
  public var format: ReportFormat?
  /// Further reports, none of them on standard output, all of them in different files.
  public var reports: [ReportFile]?
  /// The part of the lessons to verify; `nil` is all.
  public var shard: Shard?
  /// Whether reports say how long lessons and cells took. Nothing else in them is of the clock.
  public var showsTimings: Bool?
  /// Whether the terminal is told of problems only.
  public var isQuiet = false
  /// Whether files that were named and are no lessons are passed over, even if nothing is left.
  public var passesOverOthers = false
  /// Where typeset formulas are kept; `nil` means the user's cache.
  var formulaFolder: String?
  /// What `showsTimings` measures by.
  var clock: @Sendable () -> Duration = Clock.now
  /// What a runner of GitHub's says of itself.
  var environment = GitHubEnvironment.current()

  /// Verification of the usual lessons.
  public init() {}

  /// What became of one file.
  private struct Outcome: Sendable {
    /// `nil` for what is no lesson.
    var report: LessonReport?
    var diff = ""
  }

  /// Verifies, and says what was found.
  public func run(_ reporter: Reporter) -> RunStatus {
    let search = LessonSearch(paths: paths, output: output)
    let (settings, problems) = search.reportSettings()
    let heading = ReportHeading(
      isStrict: isStrict ?? settings.isStrict ?? false, shard: shard,
      showsTimings: showsTimings ?? settings.showsTimings ?? false, isQuiet: isQuiet)
    let reports = ReportSet(
      heading, format: format ?? settings.format ?? .terminal, files: reports ?? settings.files,
      environment, output: reporter.output, error: reporter.error)
    reports.add(search.diagnostics + search.orderProblems + problems)
    let (files, isEmpty) = selected(search.files)
    let store = FormulaStore(in: formulaFolder)
    let typesetter = Typesetter(cache: store.load())
    let checks = TextChecks(typesetter: typesetter)
    OrderedWork.run(files, jobs: jobs) { [self] file in
      verify(file, checks, isTimed: heading.showsTimings)
    } consume: { outcome in
      if let report = outcome.report { reports.add(report) }
      reports.write(outcome.diff)
    }
    reports.add(typesetter.problems)
    store.save(typesetter.cache)
    let foundNone = isEmpty ?? (reports.summary.counts.lessons == 0)
    if foundNone, !passesOverOthers, reports.summary.status != .incomplete {
      reports.add([search.noLessons])
    }
    return reports.end()
  }

  /// The files of the shard, and whether there is none in any, as far as that is known yet.
  ///
  /// Only lessons are dealt out: where each folder has a `README.md` beside one lesson, one of two
  /// machines would else get all the lessons.
  private func selected(_ found: [LessonFile]) -> (files: [LessonFile], isEmpty: Bool?) {
    let files = found.map { file in
      var file = file
      if passesOverOthers { file.isNamed = false }
      return file
    }
    guard let shard else { return (files, nil) }
    var members: [LessonFile] = []
    OrderedWork.run(files, jobs: jobs) {
      $0.isMember ? $0 : nil
    } consume: { file in
      if let file { members.append(file) }
    }
    return (shard.part(of: members), members.isEmpty)
  }

  private func verify(
    _ file: LessonFile, _ checks: TextChecks, isTimed: Bool
  ) -> Outcome {
    let start = isTimed ? clock() : .zero
    var loading = LessonLoading(resources, file.configuration)
    loading.findsWhatNeverRan = true
    loading.clock = isTimed ? clock : nil
    loading.isForPage = false
    var outcome = Outcome()
    switch loading.load(file) {
    case .notALesson: break
    case .failed(let problem):
      outcome.report = LessonReport(path: problem.path, problem: problem)
    case .evaluated(let lesson):
      outcome.report = report(of: lesson, checks)
      accept(lesson, file, loading, checks, &outcome)
    }
    if isTimed { outcome.report?.duration = clock() - start }
    return outcome
  }

  private func report(of lesson: EvaluatedLesson, _ checks: TextChecks) -> LessonReport {
    LessonReport(
      VerifiedLesson(lesson), path: lesson.lesson.source.path,
      adding: checks.problems(in: lesson.lesson))
  }

  /// What is written is run and verified again, so that the report is of the file as it then
  /// stands.
  private func accept(
    _ lesson: EvaluatedLesson, _ file: LessonFile, _ loading: LessonLoading,
    _ checks: TextChecks, _ outcome: inout Outcome
  ) {
    if case .refuse = acceptance { return }
    let accepted = AcceptedLesson(lesson)
    guard !accepted.edits.isEmpty else { return }
    if case .preview = acceptance {
      outcome.diff = UnifiedDiff(accepted, of: lesson.lesson.source).text
      return
    }
    let target = FilePath.resolvingLinks(file.path)
    do {
      let care = AtomicWriting.Care(
        model: FileStatus(path: file.path), replacing: lesson.lesson.source.utf8)
      try AtomicWriting.write(accepted.utf8, to: target, care)
    } catch {
      var problem = error
      // The lesson has one path in a report, wherever it is checked out.
      if problem.path == target { problem.location = .file(file.path) }
      outcome.report?.add(problem)
      return
    }
    let written = SourceFile(path: file.path, utf8: accepted.utf8)
    outcome.report = report(of: loading.evaluate(Lesson(parsing: written)), checks)
    outcome.report?.acceptedOutputs = accepted.edits.count
  }
}
