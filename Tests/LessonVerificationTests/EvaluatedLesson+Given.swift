import LessonDocument
import SourceText

extension Rule {
  static let raised = Rule("raised", .error, "for tests: a cell raised")
  static let stopped = Rule("stopped", .incomplete, "for tests: a limit stopped a cell")
}

/// What a cell of a test's lesson gives.
enum Given {
  case printed(String)
  case value(String)
  case raised(String)
  case stopped
  case notRun

  fileprivate func cell(at place: Place) -> EvaluatedCell {
    var cell = EvaluatedCell(outcome: .ran, printed: "", value: nil, tokens: [])
    switch self {
    case .printed(let text): cell.printed = text
    case .value(let text): cell.value = text
    case .raised(let message): cell.outcome = .failed(Diagnostic(.raised, message, at: place))
    case .stopped: cell.outcome = .failed(Diagnostic(.stopped, "too many steps", at: place))
    case .notRun: cell.outcome = .notRun
    }
    return cell
  }
}

extension EvaluatedLesson {
  /// The lesson in `text`, its cells giving `outputs` in order, as if they had run.
  init(_ text: String, giving outputs: [Given]) {
    let lesson = Lesson(parsing: SourceFile(path: "a.md", text: text))
    let cells = zip(lesson.cells, outputs).map { cell, given in
      given.cell(at: Place(lesson.source, cell.fence))
    }
    self.init(lesson: lesson, cells: cells, diagnostics: lesson.diagnostics)
  }
}
