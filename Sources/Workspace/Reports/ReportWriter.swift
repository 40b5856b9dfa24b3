import LessonVerification
import SourceText

/// Writes a report of one format, lesson by lesson, so that no more than one lesson is ever held.
protocol ReportWriter: AnyObject {
  /// Problems of the run as a whole, as they come up; `end` has all of them again.
  func add(_ problems: [Diagnostic])

  /// A lesson. Those of its problems that no lesson before it had are `new`: a module that many
  /// lessons import brings its problems to each of them.
  func add(_ lesson: LessonReport, new: [Diagnostic])

  /// The end of the report; nothing is written after it.
  func end(_ summary: RunSummary)
}

extension ReportWriter {
  func add(_ problems: [Diagnostic]) {}
}

/// What all reports of a run know before its first lesson.
struct ReportHeading: Sendable {
  /// Warnings count as errors.
  var isStrict = false
  var shard: Shard?
  var showsTimings = false
  /// Nothing is said of what is well.
  var isQuiet = false
}
