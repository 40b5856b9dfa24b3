import LessonDocument
import SourceText

extension EvaluatedLesson {
  /// A lesson whose cells are said to have given what `result` says, by their index, and each inline
  /// value 0.5.
  init(_ text: String, _ result: (Int) -> EvaluatedCell = { _ in .ran() }) {
    let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
    self.init(
      lesson: lesson, cells: lesson.cells.indices.map(result),
      values: lesson.values.map { _ in EvaluatedValue(.text("0.5")) },
      diagnostics: lesson.diagnostics)
  }
}

extension EvaluatedCell {
  static func ran(printed: String = "", value: String? = nil) -> Self {
    Self(outcome: .ran, printed: printed, value: value, tokens: [])
  }

  static func failed(_ message: String, printed: String = "") -> Self {
    let source = SourceFile(path: "helpers.py", text: "1 / 0\n")
    let problem = Diagnostic(
      Rule("uncaught-exception", .error, ""), message, at: Place(source, Span(0, 5)))
    return Self(outcome: .failed(problem), printed: printed, value: nil, tokens: [])
  }

  static var notRun: Self { Self(outcome: .notRun, printed: "", value: nil, tokens: []) }
}
