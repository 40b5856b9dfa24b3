import LessonDocument

/// The numbers that Jupyter gives cells that ran: 1, 2, 3 from the top of the notebook.
struct ExecutionCounts {
  private var counts: [Int: Int] = [:]

  init(_ evaluated: EvaluatedLesson, _ pieces: LessonPieces) {
    for piece in pieces.pieces {
      guard case .cell(let index) = piece.kind else { continue }
      if case .notRun = evaluated.cells[index].outcome { continue }
      counts[index] = counts.count + 1
    }
  }

  /// Of the cell `index` of the lesson; `nil` if it did not run or is no cell of the notebook.
  subscript(index: Int) -> Int? { counts[index] }
}
