import SourceText

/// The comments `# neuronbook: allow ID: reason`, each of which silences one rule on its line.
public struct Allowances {
  private struct Allowance {
    var line: Int
    var id: String
    var span: Span
  }

  private let source: SourceFragment
  private var allowances: [Allowance] = []

  /// The allowances of a text.
  public init(_ source: SourceFragment) {
    self.source = source
    guard source.text.contains("neuronbook: allow") else { return }
    var lexer = Lexer(source)
    lexer.readAll()
    for comment in lexer.comments {
      guard let id = Self.allowedID(in: comment, source) else { continue }
      let line = source.place(of: comment).start.line
      allowances.append(Allowance(line: line, id: id, span: comment))
    }
  }

  private static func allowedID(in comment: Span, _ source: SourceFragment) -> String? {
    let text = String(decoding: source.utf8[comment.start..<comment.end], as: UTF8.self)
    let body = text.drop { $0 == "#" || $0 == " " }
    guard body.hasPrefix("neuronbook: allow ") else { return nil }
    return String(body.dropFirst("neuronbook: allow ".count).prefix { $0 != ":" && $0 != " " })
  }

  /// The problems that nothing silences, and one for each allowance that silenced none.
  /// - Parameter rules: what was looked for; allowances of other rules are not judged, unless there
  ///   is no such rule.
  public func apply(
    to diagnostics: [Diagnostic], of rules: [Rule] = Rule.staticChecks
  ) -> [Diagnostic] {
    if allowances.isEmpty { return diagnostics }
    var used = Array(repeating: false, count: allowances.count)
    var result = diagnostics.filter { diagnostic in
      guard case .text(let place) = diagnostic.location else { return true }
      let line = place.start.line
      guard
        let index = allowances.firstIndex(where: {
          $0.line == line && $0.id == diagnostic.rule.id
        })
      else { return true }
      used[index] = true
      return false
    }
    for (allowance, isUsed) in zip(allowances, used) where !isUsed && isJudged(allowance, rules) {
      result.append(unused(allowance))
    }
    return result.sorted()
  }

  private func isJudged(_ allowance: Allowance, _ rules: [Rule]) -> Bool {
    if rules.contains(where: { $0.id == allowance.id }) { return true }
    let isKnown = allowance.id == Rule.neverRun.id
    return !isKnown && rules == Rule.staticChecks
  }

  private func unused(_ allowance: Allowance) -> Diagnostic {
    let ids = Rule.staticChecks.map(\.id) + [Rule.neverRun.id]
    let near = ids.contains(allowance.id) ? nil : nearestName(to: allowance.id, in: ids)
    return Diagnostic(
      .unusedAllow, "nothing on this line is silenced by 'allow \(allowance.id)'",
      at: source.place(of: allowance.span),
      help: near.map { "did you mean `\($0)`?" } ?? "delete the comment",
      fix: near == nil ? Diagnostic.Fix(at: source.place(of: withSpaces(allowance)), with: "") : nil
    )
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
}
