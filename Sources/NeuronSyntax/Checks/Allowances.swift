import SourceText

/// The comments `# neuronbook: allow ID: reason`, each of which silences one rule, or several, on its
/// line.
struct Allowances {
  private struct LineRule: Hashable {
    var line: Int
    var id: String
  }

  private struct Allowance {
    var line: Int
    var id: String
    /// The id, and the comment if that says nothing else.
    var span: Span
    var isAlone: Bool
  }

  private let source: SourceFragment
  private var allowances: [Allowance] = []
  /// Comments that were meant to allow something and name nothing.
  private var malformed: [Span] = []

  init(_ module: Module) {
    source = module.source
    for span in module.comments {
      for comment in AllowComment.all(in: span, source) { add(comment) }
    }
  }

  private mutating func add(_ comment: AllowComment) {
    let line = source.place(of: comment.span).start.line
    if comment.names.isEmpty { malformed.append(comment.span) }
    let isAlone = comment.names.count == 1
    for name in comment.names {
      allowances.append(
        Allowance(
          line: line, id: name.id, span: isAlone ? comment.span : name.span, isAlone: isAlone))
    }
  }

  /// The problems that nothing silences, and one for each allowance that silenced none: the first of
  /// them, in the order of their places.
  /// - Parameters:
  ///   - diagnostics: all that was found.
  ///   - rules: what was looked for; allowances of other rules are not judged, unless there is no such
  ///     rule.
  func apply(
    to diagnostics: [Diagnostic], of rules: [Rule] = Rule.staticChecks
  ) -> [Diagnostic] {
    firstProblems(of: judged(diagnostics, rules))
  }

  private func judged(_ diagnostics: [Diagnostic], _ rules: [Rule]) -> [Diagnostic] {
    if allowances.isEmpty && malformed.isEmpty { return diagnostics }
    let indices = Dictionary(
      zip(allowances.map { LineRule(line: $0.line, id: $0.id) }, allowances.indices),
      uniquingKeysWith: { first, _ in first })
    var used = Array(repeating: false, count: allowances.count)
    var result = diagnostics.filter { diagnostic in
      guard case .text(let place) = diagnostic.location else { return true }
      let line = place.start.line
      guard let index = indices[LineRule(line: line, id: diagnostic.rule.id)] else { return true }
      used[index] = true
      return false
    }
    for (allowance, isUsed) in zip(allowances, used) where !isUsed && isJudged(allowance, rules) {
      result.append(unused(allowance))
    }
    if rules == Rule.staticChecks { result += malformed.map { withoutName($0) } }
    return result
  }

  private func isJudged(_ allowance: Allowance, _ rules: [Rule]) -> Bool {
    if rules.contains(where: { $0.id == allowance.id }) { return true }
    let isKnown = allowance.id == Rule.neverRun.id
    return !isKnown && rules == Rule.staticChecks
  }

  private func unused(_ allowance: Allowance) -> Diagnostic {
    let ids = Rule.allowed.map(\.id)
    let near = ids.contains(allowance.id) ? nil : nearestName(to: allowance.id, in: ids)
    return Diagnostic(
      .unusedAllow, "nothing on this line is silenced by 'allow \(allowance.id)'",
      at: source.place(of: allowance.span),
      help: near.map { "did you mean `\($0)`?" }
        ?? (allowance.isAlone ? "delete the comment" : "take it out of the comment"),
      fix: near == nil && allowance.isAlone
        ? Diagnostic.Fix(at: source.place(of: withSpaces(allowance)), with: "") : nil)
  }

  private func withoutName(_ comment: Span) -> Diagnostic {
    Diagnostic(
      .unusedAllow, "this comment silences nothing", at: source.place(of: comment),
      help: "write `# neuronbook: allow ID: reason`")
  }

  /// The comment with what stands between it and the code before it.
  private func withSpaces(_ allowance: Allowance) -> Span {
    var start = allowance.span.start
    while start > 0, source.utf8[start - 1] == UInt8(ascii: " ") { start -= 1 }
    return Span(start, allowance.span.end)
  }
}

extension Rule {
  /// What `StaticChecker` looks for.
  public static let staticChecks: [Rule] = neuronSyntax.filter {
    $0.canBeAllowed && $0 != .neverRun || $0 == .unusedAllow
  }

  /// What a comment can silence.
  static let allowed: [Rule] = staticChecks + [.neverRun]
}
