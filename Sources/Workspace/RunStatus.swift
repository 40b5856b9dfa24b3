import LessonVerification
import SourceText

/// How a command ended, for the shell. The one place where exit codes are chosen.
public enum RunStatus: Int32, Sendable, Comparable {
  /// All is well.
  case success = 0
  /// A lesson has problems.
  case problems = 1
  /// The run could not be completed: something could not be read or written, or a limit stopped it.
  /// This wins over problems, since an incomplete check must not read as a complete one.
  case incomplete = 2

  /// What the problems found come to. `strict` counts warnings as problems.
  public init(_ diagnostics: [Diagnostic], strict: Bool = false) {
    switch CheckOutcome(diagnostics, strict: strict) {
    case .notRun, .passed: self = .success
    case .failed: self = .problems
    case .incomplete: self = .incomplete
    }
  }

  public static func < (a: RunStatus, b: RunStatus) -> Bool { a.rawValue < b.rawValue }
}
