/// A kind of problem, declared once, with the page that explains it.
///
///     extension Rule {
///       static let undefinedName = Rule(
///         "undefined-name", .error, "a name is used that nothing binds",
///         """
///         What it means, why it matters, what to do.
///         """,
///         wrong: "print(totl)",
///         right: "total = 3\nprint(total)")
///     }
public struct Rule: Hashable, Sendable {
  /// What the example of a page is.
  public enum Form: Sendable {
    /// The code of one cell.
    case program
    /// A lesson, or a piece of one.
    case lesson
    /// What happens outside a text, or is too large to be shown: read, not run.
    case sketch
  }

  /// Stable, in kebab case; what `# neuronbook: allow ID` and `neuronbook explain ID` name.
  public let id: String
  public let severity: Severity
  /// One line for the table of rules: what is wrong, in general.
  public let summary: String
  /// What it means and what to do: paragraphs in Markdown.
  public let explanation: String
  /// A small example that has the problem, and the same without it.
  public let form: Form
  public let wrong: String
  public let right: String
  /// Whether `# neuronbook: allow ID: reason` at the end of a line silences it there.
  public let canBeAllowed: Bool

  /// A rule. Its `id` never changes once released. What has no page is for tests.
  public init(
    _ id: String, _ severity: Severity, _ summary: String, _ explanation: String = "",
    _ form: Form = .program, wrong: String = "", right: String = "", canBeAllowed: Bool = false
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
    self.form = form
    self.wrong = wrong
    self.right = right
    self.canBeAllowed = canBeAllowed
  }

  public static func == (a: Rule, b: Rule) -> Bool { a.id == b.id }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
  }
}
