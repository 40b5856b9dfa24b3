import LessonVerification
import SourceText

/// Workflow commands of GitHub Actions, which makes annotations of them. Each lesson with problems
/// is first shown as on a terminal, in a group that a click opens:
///
///     ::group::Notebooks/neuron.md: 1 error
///     …
///     ::endgroup::
///     ::error file=Notebooks/neuron.md,line=15,endLine=15,col=1,endColumn=4,title=output-differs::6.0 is …
final class GitHubReport: ReportWriter {
  private let heading: ReportHeading
  private let environment: GitHubEnvironment
  private let output: Console
  private let printer = DiagnosticPrinter(style: .plain)
  private var page = GitHubStepSummary()

  /// Annotations of one kind that GitHub shows of a step; more are only in the log.
  private static let shownAnnotations = 10

  init(_ heading: ReportHeading, _ environment: GitHubEnvironment, to output: Console) {
    self.heading = heading
    self.environment = environment
    self.output = output
  }

  func add(_ problems: [Diagnostic]) {
    annotate(problems, title: "neuronbook")
  }

  func add(_ lesson: LessonReport, new: [Diagnostic]) {
    page.add(lesson, strict: heading.isStrict)
    annotate(new, title: lesson.path)
  }

  func end(_ summary: RunSummary) {
    let shown = Self.shownAnnotations
    if summary.tally.incomplete + summary.tally.errors > shown || summary.tally.warnings > shown {
      output.write(
        "GitHub shows no more than \(shown) errors and \(shown) warnings of a step as annotations; "
          + "all are above\n")
    }
    let closingLine = TerminalReport.closingLine(summary, heading)
    output.write(closingLine)
    output.flush()
    environment.appendToStepSummary(page.text(closingLine: closingLine))
  }

  private func annotate(_ problems: [Diagnostic], title: String) {
    guard !problems.isEmpty else { return }
    var tally = ProblemTally()
    tally.count(problems)
    let text = problems.map { printer.text(for: $0) }.joined(separator: "\n")
    let headline = VisibleText.message("\(title): \(tally.text)")
    output.write("::group::\(GitHubCommand.data(headline))\n")
    output.write(GitHubCommand.quoted(text))
    output.write("::endgroup::\n")
    for problem in problems { output.write(command(problem) + "\n") }
    output.flush()
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    var properties = [("file", environment.path(diagnostic.path))]
    if case .text(let place) = diagnostic.location {
      let region = TextRegion(place)
      properties += [("line", "\(region.start.line)"), ("endLine", "\(region.end.line)")]
      // GitHub refuses columns of what has more than one line.
      if region.isOneLine {
        properties += [("col", "\(region.start.column)"), ("endColumn", "\(region.end.column)")]
      }
    }
    properties.append(("title", diagnostic.rule.id))
    let list = properties.map { "\($0)=\(GitHubCommand.property($1))" }.joined(separator: ",")
    let kind = diagnostic.isError ? "error" : "warning"
    return "::\(kind) \(list)::\(GitHubCommand.data(Self.message(of: diagnostic)))"
  }

  /// Bytes of a message; GitHub cuts a longer one.
  private static let messageLimit = 4000

  private static func message(of diagnostic: Diagnostic) -> String {
    var parts = [diagnostic.message]
    if let call = diagnostic.traceback.first, call.place.file.path != diagnostic.path {
      parts.append("called from \(call.place.file.path):\(TextRegion(call.place).start.line)")
    }
    parts += diagnostic.notes.map { "note: \($0.message)" }
    if let help = diagnostic.help { parts.append("help: \(help)") }
    let text = VisibleText.message(parts.joined(separator: "\n"))
    guard text.utf8.count > messageLimit else { return text }
    return String(decoding: text.utf8.prefix(messageLimit), as: UTF8.self) + "…"
  }
}

/// The syntax of workflow commands.
enum GitHubCommand {
  /// The part after the second `::`.
  static func data(_ text: String) -> String {
    escape(text, "")
  }

  /// The value of a property.
  static func property(_ text: String) -> String {
    escape(text, ":,")
  }

  /// Lines in which nothing is taken for a command, whatever a lesson has in it: commands are off
  /// until a word that the lines do not have. It is made of them, lest a lesson has many such
  /// words.
  static func quoted(_ text: String) -> String {
    var number = fingerprint(text)
    while text.contains("neuronbook-\(number)") { number &+= 1 }
    let word = "neuronbook-\(number)"
    return "::stop-commands::\(word)\n\(text)::\(word)::\n"
  }

  /// FNV-1a, 64 bits.
  private static func fingerprint(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func escape(_ text: String, _ more: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "%\r\n".unicodeScalars.contains(scalar) || more.unicodeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
