import SourceText

/// How the check of a cell or a lesson ended, from the best to the worst.
public enum CheckOutcome: String, CaseIterable, Comparable, Sendable {
  /// A cell that was not to run, or stands after one that a limit stopped.
  case notRun = "not-run"
  /// All that it says holds.
  case passed
  /// It is wrong.
  case failed
  /// It could not be checked to its end.
  case incomplete

  /// What problems come to. `strict` counts warnings as errors.
  public init(_ diagnostics: some Sequence<Diagnostic>, strict: Bool) {
    var worst = CheckOutcome.passed
    for diagnostic in diagnostics {
      switch diagnostic.rule.severity {
      case .incomplete: worst = .incomplete
      case .error: worst = max(worst, .failed)
      case .warning: worst = max(worst, strict ? .failed : .passed)
      }
    }
    self = worst
  }

  public static func < (a: CheckOutcome, b: CheckOutcome) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .notRun: 0
    case .passed: 1
    case .failed: 2
    case .incomplete: 3
    }
  }
}
