import SourceText

/// Text read to a tree whose scopes are resolved, with tokens and problems.
public struct ReadText: Sendable {
  /// All tokens in order, comments among them; the last is the end of the text.
  public let tokens: [Token]
  /// What could be read. Statements that could not stand in it as `unsupported`.
  public let module: Module
  /// The problems in the order of their places. Empty means that the text may be compiled.
  public let diagnostics: [Diagnostic]
}

/// Reads a text: a file, or one cell of a lesson. There is a tree whatever the text is; its height
/// is at most `NestingLimit.treeHeight` nodes, in at most `NestingLimit.blocks` nested blocks.
///
///     let text = SourceFragment(SourceFile(path: "a.py", text: "x = 1 +\n"))
///     readNeuron(text).diagnostics.first?.message  // "invalid syntax"
public func readNeuron(_ source: SourceFragment) -> ReadText {
  var lexer = Lexer(source)
  lexer.readAll()
  var parser = Parser(source, lexer)
  let body = parser.readModule()
  var module = Module(
    source: source, body: body, comments: lexer.comments,
    leavesAnnotationsUnevaluated: parser.leavesAnnotationsUnevaluated)
  var resolver = Resolver(source)
  resolver.resolve(&module)
  let diagnostics = lexer.diagnostics + parser.diagnostics + resolver.diagnostics
  return ReadText(
    tokens: tokens(of: lexer), module: module, diagnostics: firstProblems(of: diagnostics))
}

/// Reads an expression with an optional format, `l(1, .3):.4f`, as a field of an f-string is read. Run,
/// the text gives the string that the field would put there.
public func readNeuronValue(_ expression: SourceFragment) -> ReadText {
  let source = expression.inBraces
  var nothing = Lexer(field: Span(0, 0), of: source)
  nothing.readField()
  var parser = Parser(source, nothing)
  let pieces = parser.readValue()
  let span = Span(1, source.utf8.count - 1)
  var module = Module(
    source: source,
    body: pieces.isEmpty
      ? [] : [Statement(.expression(Expression(.formatted(pieces), span)), span)],
    comments: [], leavesAnnotationsUnevaluated: false)
  var resolver = Resolver(source)
  resolver.resolve(&module)
  let diagnostics = parser.diagnostics + resolver.diagnostics
  return ReadText(tokens: [], module: module, diagnostics: firstProblems(of: diagnostics))
}

/// As many problems as a person reads; what is no program at all has one in every line.
func firstProblems(of diagnostics: [Diagnostic]) -> [Diagnostic] {
  let maximum = 100
  var sorted = diagnostics.sorted()
  guard sorted.count > maximum else { return sorted }
  let rest = sorted.count - maximum
  sorted.removeLast(rest)
  sorted[maximum - 1].notes.append(Diagnostic.Note("\(rest) further problems are not shown"))
  return sorted
}

/// The lexemes and the comments, merged by their places.
private func tokens(of lexer: Lexer) -> [Token] {
  var tokens: [Token] = []
  tokens.reserveCapacity(lexer.lexemes.count + lexer.comments.count)
  var comments = lexer.comments.makeIterator()
  var comment = comments.next()
  for lexeme in lexer.lexemes {
    while let span = comment, span.start <= lexeme.span.start {
      tokens.append(Token(.comment, span))
      comment = comments.next()
    }
    tokens.append(Token(lexeme.terminal.tokenKind, lexeme.span))
  }
  while let span = comment {
    tokens.insert(Token(.comment, span), at: max(tokens.count - 1, 0))
    comment = comments.next()
  }
  return tokens
}
