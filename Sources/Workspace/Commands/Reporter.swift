import SourceText

/// Where a command says what it found: problems on standard error, as compilers do, results and the
/// closing line on standard output.
public final class Reporter {
  public let output: Console
  public let error: Console
  private let printer: DiagnosticPrinter
  private(set) var status = RunStatus.success
  /// What has been printed: a module that many lessons import has its problems once.
  private var printed: Set<Diagnostic> = []
  private var errors = 0
  private var warnings = 0

  /// Warnings count as problems.
  var isStrict = false

  /// A reporter to these two places.
  public init(output: Console, error: Console) {
    self.output = output
    self.error = error
    printer = DiagnosticPrinter(style: error.style)
  }

  /// To the process's own.
  public static func standard() -> Reporter {
    Reporter(output: .output(), error: .error())
  }

  /// Prints problems, at once, and lets them count.
  func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where printed.insert(diagnostic).inserted {
      error.write(printer.text(for: diagnostic) + "\n")
      if diagnostic.isError { errors += 1 } else { warnings += 1 }
    }
    error.flush()
    status = max(status, RunStatus(diagnostics, strict: isStrict))
  }

  /// "no problems", or how many.
  var tally: String {
    let parts = [count(errors, "error"), count(warnings, "warning")].compactMap { $0 }
    return parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
  }

  /// Ends the report.
  func close(_ summary: String) {
    output.write(summary + "\n")
    output.flush()
  }

  private func count(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : counted(number, noun)
  }
}

/// "1 lesson", "2 lessons".
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
