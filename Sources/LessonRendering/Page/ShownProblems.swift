import LessonDocument
import SourceText

/// Problems by the parts of a page that show them: a cell its own, else the block of the lesson that
/// each is in.
struct ShownProblems {
  private var ofCells: [Int: [String]] = [:]
  private var below: [Int: [String]] = [:]
  /// Those that stand in no block, as in front matter.
  private(set) var atTop: [String] = []

  /// What a cell or inline value shows as its own error is left out.
  init(_ problems: [Diagnostic], in lesson: EvaluatedLesson) {
    guard !problems.isEmpty else { return }
    let failures = Set(
      (lesson.cells.compactMap(\.failure) + lesson.values.compactMap(\.failure)).map(Key.init))
    for problem in problems where !failures.contains(Key(problem)) {
      add(problem, in: lesson.lesson)
    }
  }

  /// What makes two problems one: a run's report adds notes to what a cell has.
  private struct Key: Hashable {
    let rule: Rule
    let message: String
    let location: Diagnostic.Location

    init(_ problem: Diagnostic) {
      (rule, message, location) = (problem.rule, problem.message, problem.location)
    }
  }

  private mutating func add(_ problem: Diagnostic, in lesson: Lesson) {
    let text = "\(problem.rule.id): \(problem.message)"
    guard case .text(let place) = problem.location, place.file.path == lesson.source.path else {
      atTop.append(text)
      return
    }
    let offset = place.span.start
    if let cell = lesson.cells.last(at: offset, \.whole), offset < lesson.cells[cell].whole.end {
      ofCells[cell, default: []].append(text)
    } else if let block = lesson.blocks.last(at: offset, \.span) {
      below[block, default: []].append(text)
    } else {
      atTop.append(text)
    }
  }

  func ofCell(_ index: Int) -> [String] { ofCells[index] ?? [] }

  /// Those below a block of the lesson, by its index.
  func below(_ index: Int) -> [String] { below[index] ?? [] }
}

extension Array {
  /// The last, of elements in the order of their spans, that begins at `offset` or before.
  fileprivate func last(at offset: Int, _ span: (Element) -> Span) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if span(self[middle]).start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

extension Cell {
  /// With its stored output.
  var whole: Span { span.union(stored?.span ?? span) }
}

extension EvaluatedCell {
  fileprivate var failure: Diagnostic? {
    if case .failed(let problem) = outcome { problem } else { nil }
  }
}

extension EvaluatedValue {
  fileprivate var failure: Diagnostic? {
    if case .failed(let problem) = outcome { problem } else { nil }
  }
}
