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
  private let rule: Rule

  /// The page of one rule.
  public init(_ rule: Rule) {
    self.rule = rule
  }

  /// For a terminal; ends with a line ending.
  public var text: String { text(example: Self.indented) }

  /// The same in Markdown, examples in fences.
  var markdown: String { text(example: fenced) }

  private func text(example: (String) -> String) -> String {
    var parts = [
      "\(rule.id) (\(RuleTable.word(for: rule.severity))): \(rule.summary)",
      rule.explanation,
      "Wrong:", example(rule.wrong),
      "Right:", example(rule.right),
    ]
    if rule.canBeAllowed {
      parts += [
        "Where it is meant, a comment at the end of the line says so, with the reason:",
        example("# neuronbook: allow \(rule.id): the reason"),
      ]
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }

  /// Examples have fences of three backticks, never of more.
  private func fenced(_ text: String) -> String {
    let language =
      switch rule.form {
      case .program: "python"
      case .lesson: "markdown"
      case .sketch: "text"
      }
    return "`````\(language)\n\(text)\n`````"
  }
}
