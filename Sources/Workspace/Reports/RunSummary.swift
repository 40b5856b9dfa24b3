import LessonVerification
import SourceText

/// What a whole verification came to, known when the last lesson is done.
struct RunSummary {
  var counts = VerifiedLesson.Counts()
  var acceptedOutputs = 0
  /// Each problem once.
  var tally = ProblemTally()
  var status = RunStatus.success
  /// Problems of the run and of no lesson.
  var problems: [Diagnostic] = []
  var slowestLessons = SlowestList()
  var slowestCells = SlowestList()

  /// - Parameter new: the lesson's problems that no report before it told.
  mutating func add(_ lesson: LessonReport, new: [Diagnostic], strict: Bool) {
    counts += lesson.counts
    acceptedOutputs += lesson.acceptedOutputs
    tally.count(new)
    status = max(status, RunStatus(lesson.diagnostics, strict: strict))
    if let duration = lesson.duration { slowestLessons.add(lesson.path, duration) }
    for cell in lesson.cells {
      if let duration = cell.duration { slowestCells.add(cell.place(in: lesson), duration) }
    }
  }

  mutating func add(_ diagnostics: [Diagnostic], strict: Bool) {
    problems += diagnostics
    tally.count(diagnostics)
    status = max(status, RunStatus(diagnostics, strict: strict))
  }

  /// "3 cells, 2 outputs, 0 derivatives, 0 equations". Inline values are named where there are any,
  /// since few lessons have them.
  var checkedParts: String {
    Self.parts(of: counts).filter { $0.count > 0 || $0.name != "values" }
      .map { counted($0.count, $0.noun) }.joined(separator: ", ")
  }

  /// What is counted in a lesson: its name in JSON, and one of it to people.
  static func parts(
    of counts: VerifiedLesson.Counts
  ) -> [(name: String, noun: String, count: Int)] {
    [
      ("cells", "cell", counts.cells),
      ("values", "inline value", counts.values),
      ("outputs", "output", counts.outputs),
      ("derivatives", "derivative", counts.derivatives),
      ("equations", "equation", counts.equations),
    ]
  }
}

extension CellReport {
  /// "cell 3", or "cell 3 (loss)".
  var name: String { "cell \(number)" + (label.map { " (\($0))" } ?? "") }

  /// The lesson's path, the line of the cell and its label.
  fileprivate func place(in lesson: LessonReport) -> String {
    "\(lesson.path):\(start.line)" + (label.map { " (\($0))" } ?? "")
  }
}
