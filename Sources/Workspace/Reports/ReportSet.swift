import LessonVerification
import SourceText

/// All reports of one verification: what goes to standard output, and those in files.
///
/// Reports in files are written when all is done, each whole or not at all, also when the run
/// failed. What cannot be written is a problem of the run, which the report on standard output
/// tells of.
final class ReportSet {
  private let heading: ReportHeading
  private let output: Console
  private let error: Console
  private let standard: any ReportWriter
  private let isForPeople: Bool
  private var files: [(writer: any ReportWriter, text: Console, path: String)] = []
  private(set) var summary = RunSummary()
  private var seen = SeenProblems()

  init(
    _ heading: ReportHeading, format: ReportFormat, files: [ReportFile],
    _ environment: GitHubEnvironment, output: Console, error: Console
  ) {
    self.heading = heading
    self.output = output
    self.error = error
    isForPeople = format == .terminal
    standard = Self.writer(format, heading, environment, to: output, problems: error)
    for file in files {
      if let problem = file.obstacle {
        add([problem])
        continue
      }
      let text = Console.memory()
      let writer = Self.writer(file.format, heading, .none, to: text, problems: text)
      self.files.append((writer, text, file.path))
    }
  }

  private static func writer(
    _ format: ReportFormat, _ heading: ReportHeading, _ environment: GitHubEnvironment,
    to output: Console, problems: Console
  ) -> any ReportWriter {
    switch format {
    case .terminal: TerminalReport(heading, problems: problems, results: output)
    case .json: JSONReport(heading, to: output)
    case .sarif: SARIFReport(heading, to: output)
    case .junit: JUnitReport(heading, to: output)
    case .github: GitHubReport(heading, environment, to: output)
    }
  }

  /// Problems of the run as a whole.
  func add(_ problems: [Diagnostic]) {
    guard !problems.isEmpty else { return }
    summary.add(problems, strict: heading.isStrict)
    standard.add(problems)
    for file in files { file.writer.add(problems) }
  }

  func add(_ lesson: LessonReport) {
    // What stands in the lesson itself cannot have been told before.
    let new = lesson.diagnostics.filter { $0.path == lesson.path || seen.insert($0) }
    summary.add(lesson, new: new, strict: heading.isStrict)
    standard.add(lesson, new: new)
    for file in files { file.writer.add(lesson, new: new) }
  }

  /// Text that is no report: beside it on a terminal, else out of its way.
  func write(_ text: String) {
    (isForPeople ? output : error).write(text)
  }

  /// Writes what is not written yet, and says how the run ended.
  func end() -> RunStatus {
    let written = files
    files = []
    for file in written {
      file.writer.end(summary)
      do throws(Diagnostic) {
        try ReportFile.write(file.text.bytes, to: file.path)
      } catch {
        add([error])
      }
    }
    standard.end(summary)
    output.flush()
    error.flush()
    // A program that reads half a report must not take it for all.
    return output.isClosed && !isForPeople ? .incomplete : summary.status
  }
}
