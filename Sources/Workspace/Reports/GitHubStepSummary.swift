import LessonVerification
import SourceText

/// What the page of a workflow run shows of a verification: a table of the lessons with problems.
struct GitHubStepSummary {
  /// A page may have a mebibyte; this is far below.
  private static let shownLessons = 200
  private var rows: [String] = []
  private var hidden = 0

  mutating func add(_ lesson: LessonReport, strict: Bool) {
    guard !lesson.diagnostics.isEmpty else { return }
    guard rows.count < Self.shownLessons else {
      hidden += 1
      return
    }
    var tally = ProblemTally()
    tally.count(lesson.diagnostics)
    let outcome = lesson.outcome(strict: strict).rawValue
    rows.append("| \(Self.code(lesson.path)) | \(outcome) | \(tally.text) |\n")
  }

  /// Markdown.
  func text(closingLine: String) -> String {
    var text = "### neuronbook verify\n\n\(closingLine)\n"
    guard !rows.isEmpty else { return text }
    text += "| lesson | outcome | problems |\n| --- | --- | --- |\n" + rows.joined()
    if hidden > 0 { text += "\nand \(counted(hidden, "further lesson")) with problems\n" }
    return text + "\n"
  }

  /// A path as code in a cell of a table, where a bar would end the cell and a backtick the code.
  private static func code(_ path: String) -> String {
    var shown = ""
    for character in VisibleText.message(path) {
      switch character {
      case "|": shown += "\\|"
      case "`": shown += "'"
      case "\n": shown += " "
      default: shown.append(character)
      }
    }
    return "`\(shown)`"
  }
}
