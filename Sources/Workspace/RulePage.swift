import SourceText

/// What `neuronbook explain ID` prints:
///
///     undefined-name (error): a name is used that nothing binds
///
///     Neither this cell nor any other binds the name …
///
///     Wrong:
///
///         print(totl)
///     …
public struct RulePage: Sendable {
  /// Ends with a line ending.
  public let text: String

  /// The page of one rule.
  public init(_ rule: Rule) {
    var parts = [
      "\(rule.id) (\(RuleTable.word(for: rule.severity))): \(rule.summary)",
      rule.explanation,
      "Wrong:", Self.indented(rule.wrong),
      "Right:", Self.indented(rule.right),
    ]
    if rule.canBeAllowed {
      parts += [
        "Where it is meant, a comment at the end of the line says so, with the reason:",
        Self.indented("# neuronbook: allow \(rule.id): the reason"),
      ]
    }
    text = parts.joined(separator: "\n\n") + "\n"
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}
