import LessonDocument
import LessonRendering
import SourceText
import Typesetting

/// What is checked of a lesson's text beyond reading it: can its formulas be set, does its HTML stand on
/// a page, do its links lead anywhere. Shared by all lessons of a run.
struct TextChecks: Sendable {
  let typesetter: Typesetter
  private let targets = LinkTargets()

  init(typesetter: Typesetter) {
    self.typesetter = typesetter
  }

  func problems(in lesson: Lesson) -> [Diagnostic] {
    lesson.formulaProblems(typesetter: typesetter) + lesson.htmlProblems
      + LinkCheck(lesson, targets).problems
  }
}
