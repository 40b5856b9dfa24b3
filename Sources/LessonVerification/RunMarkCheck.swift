import LessonDocument
import SourceText

/// What an import noted of cells that a notebook ran in another order, or never: a lesson runs from top
/// to bottom, so that what it stores and says of them may be another run's.
struct RunMarkCheck {
  private(set) var problems: [Diagnostic] = []

  init(_ lesson: Lesson) {
    for (block, next) in zip(lesson.blocks, lesson.blocks.dropFirst()) {
      guard case .html(let html) = block.kind, case .cell(let index) = next.kind,
        let note = RunMark.note(in: html.text)
      else { continue }
      problems.append(
        Diagnostic(
          .cellOutOfOrder, "in the notebook this cell was \(note)",
          at: Place(lesson.source, lesson.cells[index].fence),
          notes: [.init("the import noted it here", at: Place(lesson.source, block.span))],
          help: "see what the cell gives where it stands now, then delete the comment"))
    }
  }
}
