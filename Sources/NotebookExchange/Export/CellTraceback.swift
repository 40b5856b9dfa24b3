import LessonDocument
import SourceText

/// The way to an error as Jupyter shows it, in lines of the notebook's cells.
///
///     Traceback (most recent call last):
///       Cell In[3], line 2, in f
///         1 / 0
///     ZeroDivisionError: division by zero
struct CellTraceback {
  /// Empty where nothing failed.
  private(set) var lines: [String] = []
  private let lesson: Lesson
  private let executions: ExecutionCounts

  /// Calls that are shown, at each end of the chain.
  private static let shownCalls = 10

  init(of result: EvaluatedCell, in lesson: Lesson, _ executions: ExecutionCounts) {
    self.lesson = lesson
    self.executions = executions
    guard case .failed(let problem) = result.outcome else { return }
    lines = ["Traceback (most recent call last):"]
    let frames = Self.frames(of: problem)
    for (index, frame) in frames.enumerated() {
      let fromEnd = frames.count - index
      if index >= Self.shownCalls, fromEnd > Self.shownCalls {
        if index == Self.shownCalls {
          lines.append("  … \(frames.count - 2 * Self.shownCalls) more calls")
        }
        continue
      }
      lines.append(heading(of: frame))
      lines.append("    " + code(at: frame.place))
    }
    lines.append(problem.message)
  }

  private static func frames(of problem: Diagnostic) -> [Diagnostic.Frame] {
    guard problem.traceback.isEmpty, case .text(let place) = problem.location else {
      return problem.traceback
    }
    return [Diagnostic.Frame(function: nil, place: place)]
  }

  private func heading(of frame: Diagnostic.Frame) -> String {
    let line = frame.place.start.line
    let function = frame.function.map { ", in \($0)" } ?? ""
    if frame.place.file === lesson.source, let cell = cell(at: frame.place.span.start),
      let count = executions[cell]
    {
      let fence = lesson.source.position(at: lesson.cells[cell].fence.start).line
      return "  Cell In[\(count)], line \(line - fence)\(function)"
    }
    let name = frame.place.file.path.split(separator: "/").last ?? ""
    return "  File \(name), line \(line)\(function)"
  }

  /// The cell that an offset lies in, among cells in order.
  private func cell(at offset: Int) -> Int? {
    var (low, high) = (0, lesson.cells.count)
    while low < high {
      let middle = (low + high) / 2
      if lesson.cells[middle].span.end < offset { low = middle + 1 } else { high = middle }
    }
    return low < lesson.cells.count && lesson.cells[low].span.start <= offset ? low : nil
  }

  private func code(at place: Place) -> String {
    let line = place.file.text(of: place.file.lineSpan(at: place.span.start))
    return String(line.drop { $0 == " " || $0 == "\t" })
  }
}
