import SourceText

/// How many problems there were of each weight.
struct ProblemTally: Hashable, Sendable {
  var incomplete = 0
  var errors = 0
  var warnings = 0

  mutating func count(_ diagnostic: Diagnostic) {
    switch diagnostic.rule.severity {
    case .incomplete: incomplete += 1
    case .error: errors += 1
    case .warning: warnings += 1
    }
  }

  mutating func count(_ diagnostics: [Diagnostic]) {
    diagnostics.forEach { count($0) }
  }

  /// "2 errors, 1 warning", or "no problems". What stopped the run is an error to people.
  var text: String {
    let parts = [
      Self.counted(incomplete + errors, "error"), Self.counted(warnings, "warning"),
    ].compactMap { $0 }
    return parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
  }

  private static func counted(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : Workspace.counted(number, noun)
  }
}
