import SourceText

/// Where a command says what it found: problems on standard error, as compilers do, results and the
/// closing line on standard output.
public final class Reporter {
  public let output: Console
  public let error: Console
  private let printer: DiagnosticPrinter
  private(set) var status = RunStatus.success
  private var printed = SeenProblems()
  private var problems = ProblemTally()

  /// A reporter to these two places.
  public init(output: Console, error: Console) {
    self.output = output
    self.error = error
    printer = DiagnosticPrinter(style: error.style)
  }

  /// To the process's own.
  public static func standard(colour: ColourChoice = .auto) -> Reporter {
    Reporter(output: .output(colour), error: .error(colour))
  }

  /// Prints problems, at once, and lets them count.
  func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where printed.insert(diagnostic) {
      error.write(printer.text(for: diagnostic) + "\n")
      problems.count(diagnostic)
    }
    error.flush()
    status = max(status, RunStatus(diagnostics))
  }

  /// "no problems", or how many.
  var tally: String { problems.text }

  /// Ends the report.
  func close(_ summary: String) {
    output.write(summary + "\n")
    output.flush()
  }
}

/// "1 lesson", "2 lessons".
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
