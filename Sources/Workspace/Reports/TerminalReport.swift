import LessonVerification
import SourceText

/// Problems as compilers print them, and a closing line.
final class TerminalReport: ReportWriter {
  private let heading: ReportHeading
  private let problems: Console
  private let results: Console
  private let printer: DiagnosticPrinter

  /// Problems go to one place, results to another or the same.
  init(_ heading: ReportHeading, problems: Console, results: Console) {
    self.heading = heading
    self.problems = problems
    self.results = results
    printer = DiagnosticPrinter(style: problems.style)
  }

  func add(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { problems.write(printer.text(for: diagnostic) + "\n") }
    problems.flush()
  }

  func add(_ lesson: LessonReport, new: [Diagnostic]) {
    add(new)
    guard let duration = lesson.duration else { return }
    results.write("\(duration.text)  \(VisibleText.message(lesson.path))\n")
    for cell in lesson.cells {
      guard let duration = cell.duration else { continue }
      results.write(
        "\(duration.text)    \(VisibleText.message(cell.name)), line \(cell.start.line)\n")
    }
  }

  func end(_ summary: RunSummary) {
    write("the slowest lessons", summary.slowestLessons)
    write("the slowest cells", summary.slowestCells)
    if !heading.isQuiet { results.write(Self.closingLine(summary, heading)) }
    results.flush()
  }

  /// A list of one says nothing that was not said above.
  private func write(_ title: String, _ list: SlowestList) {
    guard list.entries.count > 1 else { return }
    results.write(title + "\n")
    for entry in list.entries {
      results.write("\(entry.duration.text)  \(VisibleText.message(entry.name))\n")
    }
  }

  static func closingLine(_ summary: RunSummary, _ heading: ReportHeading) -> String {
    let lessons = counted(summary.counts.lessons, "lesson")
    let shard = heading.shard.map { " of shard \($0)" } ?? ""
    let accepted =
      summary.acceptedOutputs == 0
      ? "" : "; \(counted(summary.acceptedOutputs, "output")) accepted"
    return
      "checked \(lessons)\(shard) (\(summary.checkedParts)): \(summary.tally.text)\(accepted)\n"
  }
}
