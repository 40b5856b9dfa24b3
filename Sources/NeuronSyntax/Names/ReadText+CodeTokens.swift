import SourceText

extension ReadText {
  /// The tokens, and in place of an f-string those of its expressions with the text around them.
  ///
  ///     f'{a + 1:.2f}'    f'{   a   +   1   :.2f}'
  public var codeTokens: [Token] {
    var fields: [Span] = []
    for statement in module.body { collectFields(statement, into: &fields) }
    if fields.isEmpty { return tokens }
    var expansion = FieldExpansion(source: module.source, fields: fields)
    for token in tokens { expansion.add(token) }
    return expansion.tokens
  }

  private func collectFields(_ statement: Statement, into fields: inout [Span]) {
    statement.forEachExpression { collectFields($0, into: &fields) }
    statement.forEachBlock { for inner in $0 { collectFields(inner, into: &fields) } }
  }

  private func collectFields(_ expression: Expression, into fields: inout [Span]) {
    if case .formatted(let pieces) = expression.kind {
      pieces.forEachExpression { fields.append($0.span) }
    }
    expression.forEachChild { collectFields($0, into: &fields) }
  }
}

private struct FieldExpansion {
  let source: SourceFragment
  /// By their places, outer ones before those in them.
  private let fields: [Span]
  private var next = 0
  private(set) var tokens: [Token] = []

  init(source: SourceFragment, fields: [Span]) {
    self.source = source
    self.fields = fields.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
  }

  mutating func add(_ token: Token) {
    guard token.kind == .string else { return tokens.append(token) }
    var start = token.span.start
    while next < fields.count, fields[next].start < token.span.end {
      let field = fields[next]
      next += 1
      guard field.start >= start, field.end <= token.span.end else { continue }
      addText(from: start, to: field.start)
      var lexer = Lexer(field: field, of: source)
      lexer.readField()
      for lexeme in lexer.lexemes where lexeme.span.length > 0 {
        let kind = lexeme.terminal.tokenKind
        add(Token(kind == .invalid ? .punctuation : kind, lexeme.span))
      }
      start = field.end
    }
    addText(from: start, to: token.span.end)
  }

  private mutating func addText(from start: Int, to end: Int) {
    if start < end { tokens.append(Token(.string, Span(start, end))) }
  }
}
