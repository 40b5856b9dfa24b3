import LessonDocument
import LessonEvaluation
import NeuronRuntime
import SourceText

extension LessonFile {
  /// Whether the file belongs to a set of lessons: it is one, or says why it cannot be read.
  var isMember: Bool {
    guard !isNamed, let source = try? FileReading.source(path) else { return true }
    return Lesson.isLesson(source)
  }

  /// The lesson in the file; `nil` when it holds other Markdown, as a file in a folder may. One that
  /// was named must be a lesson.
  func lesson() throws(Diagnostic) -> Lesson? {
    let source = try FileReading.source(path)
    if path.hasSuffix(".md") {
      let lesson = Lesson(parsing: source)
      if lesson.isLesson { return lesson }
    }
    guard isNamed else { return nil }
    throw path.hasSuffix(".md")
      ? Diagnostic(
        .notALesson, "not a lesson: it has neither a `neuron` cell nor a title", file: path,
        help: "begin it with front matter: a line `---`, a line `title: …`, a line `---`")
      : Diagnostic(.notALesson, "not a lesson: its name does not end in `.md`", file: path)
  }
}

/// A file, read and run as a lesson.
enum LoadedLesson: Sendable {
  case evaluated(EvaluatedLesson)
  /// Other Markdown.
  case notALesson
  /// It cannot be read, or was named and is no lesson.
  case failed(Diagnostic)
}

/// Reads files and runs those that are lessons. Each call stands alone, on whatever thread.
struct LessonLoading: Sendable {
  let limits: Limits
  /// What holds where a lesson says nothing of its own.
  let tolerance: Tolerance
  /// Whether lines that no cell ran are reported.
  var findsWhatNeverRan = false
  /// What cells are timed by.
  var clock: (@Sendable () -> Duration)?
  /// What the stages are timed by.
  var times: StageTimes?
  /// Whether that is wanted which only pages show.
  var isForPage = true

  /// With what the command line says of resources, and the configuration of a file where it says nothing.
  init(_ resources: ResourceLimits, _ configuration: Configuration) {
    limits = resources.completed(by: configuration.limits).limits
    tolerance = configuration.tolerance ?? .standard
  }

  func load(_ file: LessonFile) -> LoadedLesson {
    do throws(Diagnostic) {
      let lesson = try times.measure(.parse) { () throws(Diagnostic) in try file.lesson() }
      guard let lesson else { return .notALesson }
      return .evaluated(times.measure(.run) { evaluate(lesson) })
    } catch {
      return .failed(error)
    }
  }

  func evaluate(_ lesson: Lesson) -> EvaluatedLesson {
    let modules = ModuleFolder(beside: lesson.source.path)
    var evaluator = LessonEvaluator(limits: limits, modules: modules.sources)
    evaluator.findsWhatNeverRan = findsWhatNeverRan
    evaluator.clock = clock
    evaluator.isForPage = isForPage
    var lesson = lesson
    lesson.usualTolerance = tolerance
    return evaluator.evaluate(lesson)
  }
}

extension LessonSearch {
  /// What is to be said when nothing was a lesson and nothing else says why.
  var noLessons: Diagnostic {
    Diagnostic(
      .noLessons, "no lesson here", file: roots.joined(separator: ", "),
      help: "a lesson is a `.md` file with a `neuron` cell or a `title` in its front matter")
  }
}
