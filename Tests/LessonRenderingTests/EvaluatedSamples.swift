import LessonDocument
import LessonRendering
import SourceText
import Typesetting

/// One for all tests: what is set once is kept.
let sharedTypesetter = Typesetter()

/// A lesson whose cells gave `results`; those without one ran and gave nothing.
func evaluated(
  _ markdown: String, _ results: [EvaluatedCell] = [], values: [String] = []
) -> EvaluatedLesson {
  let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: markdown))
  let cells = lesson.cells.indices.map { results.indices.contains($0) ? results[$0] : .gave() }
  return EvaluatedLesson(
    lesson: lesson, cells: cells, values: values.map { EvaluatedValue(.text($0)) },
    diagnostics: lesson.diagnostics)
}

extension EvaluatedCell {
  /// The result of a cell that ran.
  static func gave(
    _ printed: String = "", value: String? = nil, tokens: [HighlightedToken] = []
  ) -> EvaluatedCell {
    EvaluatedCell(outcome: .ran, printed: printed, value: value, tokens: tokens)
  }
}

/// The page of a lesson on a site of three, the second of which it is.
func page(
  _ lesson: EvaluatedLesson, path: String = "basics/second", lessonFolder: String = ""
) -> LessonPage {
  let site = Site(
    title: "All lessons",
    lessons: [
      SiteEntry(path: "third", title: "Third"),
      SiteEntry(path: "basics/first", title: "First & foremost", order: 1),
      SiteEntry(path: "basics/second", title: "Second", order: 2),
    ])
  return LessonPage(lesson, path: path, in: site, lessonFolder: lessonFolder)
}

/// The HTML of a page.
func pageHTML(
  _ markdown: String, _ results: [EvaluatedCell] = [], lessonFolder: String = ""
) -> String {
  page(evaluated(markdown, results), lessonFolder: lessonFolder)
    .html(typesetter: sharedTypesetter).text
}

/// The Markdown of a page.
func pageMarkdown(
  _ markdown: String, _ results: [EvaluatedCell] = [], lessonFolder: String = ""
) -> String {
  page(evaluated(markdown, results), lessonFolder: lessonFolder).markdown()
}
