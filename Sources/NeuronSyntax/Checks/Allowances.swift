import SourceText

extension Rule {
  public static let unusedAllow = Rule(
    "unused-allow", .warning, "a comment allows a problem that its line does not have")
}

/// The comments `# neuronbook: allow ID: reason`, each of which silences one rule on its line.
struct Allowances {
  private struct Allowance {
    var line: Int
    var id: String
    var span: Span
  }

  private let source: SourceFragment
  private var allowances: [Allowance] = []

  init(_ source: SourceFragment) {
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

  /// The problems that nothing silences, and one for each allowance of a static check that silenced
  /// none.
  func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
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
    for (allowance, isUsed) in zip(allowances, used) where !isUsed {
      guard Rule.neuronSyntax.contains(where: { $0.id == allowance.id }) else { continue }
      result.append(
        Diagnostic(
          .unusedAllow, "nothing on this line is silenced by 'allow \(allowance.id)'",
          at: source.place(of: allowance.span), help: "delete the comment"))
    }
    return result.sorted()
  }
}
