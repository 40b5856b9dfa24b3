import SourceText

extension Parser {
  /// A statement with blocks, or `nil` where none begins.
  mutating func compoundStatement() throws(SyntaxFault) -> Statement? {
    let start = here
    let kind: Statement.Kind
    switch next {
    case .if: return try ifStatement()
    case .while: kind = try whileStatement()
    case .for: kind = try forStatement()
    case .try: kind = try tryStatement()
    case .with: kind = try withStatement()
    case .def: kind = .function(try function(decorators: []))
    case .class: kind = .classDefinition(try classDefinition(decorators: []))
    case .at: kind = try decorated()
    case .async: kind = try asyncStatement()
    case .name where isMatchStatement: kind = matchStatement()
    default: return nil
    }
    return Statement(kind, blockSpan(from: start))
  }

  /// To the end of the last lexeme that is written, not counting line ends and dedents.
  func blockSpan(from start: Int) -> Span {
    var last = index - 1
    while last > 0, lexemes[last].terminal == .newline || lexemes[last].terminal == .dedent {
      last -= 1
    }
    return Span(start, max(start, lexemes[max(last, 0)].span.end))
  }

  /// `elif` by `elif`, not by recursion: a chain may be long.
  @inline(never) private mutating func ifStatement() throws(SyntaxFault) -> Statement {
    var branches: [(start: Int, test: Expression, body: [Statement])] = []
    repeat {
      let start = here
      let keyword = text(nextSpan)
      advance()
      let test = try namedExpression()
      branches.append((start, test, try block(of: "'\(keyword)' statement", at: start)))
    } while next == .elif
    var orElse = try elseBlock()
    let end = blockSpan(from: 0).end
    while let (start, test, body) = branches.popLast() {
      let statement = Statement(.if(test: test, body: body, orElse: orElse), Span(start, end))
      if branches.isEmpty { return statement }
      try grow()
      orElse = [statement]
    }
    return Statement(.pass, Span(end, end))
  }

  private mutating func elseBlock() throws(SyntaxFault) -> [Statement] {
    let start = here
    guard accept(.else) else { return [] }
    if next != .colon {
      throw fault(
        "expected ':'", pointable(nextSpan), help: next == .if ? "write `elif`" : nil)
    }
    return try block(of: "'else' statement", at: start)
  }

  private mutating func loopBody(of head: String, at start: Int) throws(SyntaxFault) -> [Statement]
  {
    let outer = context.isInLoop
    context.isInLoop = true
    let body = try block(of: head, at: start)
    context.isInLoop = outer
    return body
  }

  @inline(never) private mutating func whileStatement() throws(SyntaxFault) -> Statement.Kind {
    let start = here
    advance()
    let test = try namedExpression()
    let body = try loopBody(of: "'while' statement", at: start)
    return .while(test: test, body: body, orElse: try elseBlock())
  }

  @inline(never) private mutating func forStatement() throws(SyntaxFault) -> Statement.Kind {
    let start = here
    advance()
    let target = try targetList()
    guard accept(.in) else { throw invalidSyntax() }
    let iterable = try unstarred(expressionList())
    let body = try loopBody(of: "'for' statement", at: start)
    return .for(target: target, iterable: iterable, body: body, orElse: try elseBlock())
  }

  // MARK: try

  @inline(never) private mutating func tryStatement() throws(SyntaxFault) -> Statement.Kind {
    let start = here
    advance()
    guard next == .colon else { throw fault("expected ':'", pointable(nextSpan)) }
    let body = try block(of: "'try' statement", at: start)
    var handlers: [ExceptionHandler] = []
    while next == .except {
      if let last = handlers.last, last.type == nil {
        report("default 'except:' must be last", last.span)
      }
      handlers.append(try handler())
    }
    let orElse = handlers.isEmpty ? [] : try elseBlock()
    let finallyStart = here
    var finally: [Statement] = []
    if accept(.finally) {
      guard next == .colon else { throw fault("expected ':'", pointable(nextSpan)) }
      finally = try block(of: "'finally' statement", at: finallyStart)
    } else if handlers.isEmpty, !body.isEmpty, !context.isUnknown {
      report("expected 'except' or 'finally' block", pointable(nextSpan))
    }
    return .try(body: body, handlers: handlers, orElse: orElse, finally: finally)
  }

  private mutating func handler() throws(SyntaxFault) -> ExceptionHandler {
    let start = here
    advance()
    if next == .star {
      reportUnsupported("`except*`", span(from: start), help: "write `except`")
      advance()
    }
    var type: Expression?
    var name: Identifier?
    if next != .colon, next != .newline {
      type = try expression()
      if next == .comma {
        throw fault("multiple exception types must be parenthesized", nextSpan)
      }
      if accept(.as) { name = try identifier() }
    }
    let head = span(from: start)
    let body = try block(of: "'except' statement", at: start)
    return ExceptionHandler(type: type, name: name, body: body, span: head)
  }

  // MARK: with

  @inline(never) private mutating func withStatement() throws(SyntaxFault) -> Statement.Kind {
    let start = here
    advance()
    let parenthesized = try parenthesizedItems()
    let items = if let parenthesized { parenthesized } else { try withItems(until: .colon) }
    return .with(items, body: try block(of: "'with' statement", at: start))
  }

  /// `(a as b, c as d)`, unless the parentheses belong to the first context.
  private mutating func parenthesizedItems() throws(SyntaxFault) -> [WithItem]? {
    guard next == .openParenthesis else { return nil }
    let before = self
    advance()
    openBrackets += 1
    if let items = try? withItems(until: .closeParenthesis), accept(.closeParenthesis),
      next == .colon
    {
      openBrackets -= 1
      return items
    }
    self = before
    return nil
  }

  private mutating func withItems(until end: Terminal) throws(SyntaxFault) -> [WithItem] {
    var items: [WithItem] = []
    repeat {
      if next == end, end == .closeParenthesis, !items.isEmpty { break }
      let context = try expression()
      var target: Expression?
      if accept(.as) {
        let written = try starTarget()
        try checkTarget(written)
        target = written
      }
      items.append(WithItem(context: context, target: target))
    } while accept(.comma)
    return items
  }

  // MARK: What neuron leaves out

  @inline(never) private mutating func asyncStatement() throws(SyntaxFault) -> Statement.Kind {
    let start = here
    advance()
    let keyword = text(nextSpan)
    guard next == .def || next == .for || next == .with else { throw invalidSyntax() }
    let head = Span(start, nextSpan.end)
    let plain = keyword == "def" ? "a plain `def`" : "`\(keyword)` without `async`"
    reportUnsupported("`async \(keyword)`", head, help: "write \(plain): code runs in one thread")
    return try compoundStatement()?.kind ?? .unsupported("async \(keyword)")
  }

  /// `match value:` with a `case` as its first line: nothing else in Python looks like it.
  private var isMatchStatement: Bool {
    guard second.beginsOperand || second == .star, text(nextSpan) == "match" else { return false }
    var end = index
    while lexemes[end].terminal != .newline, end + 3 < lexemes.count { end += 1 }
    guard end + 2 < lexemes.count else { return false }
    return lexemes[end - 1].terminal == .colon && lexemes[end + 1].terminal == .indent
      && lexemes[end + 2].terminal == .name && text(lexemes[end + 2].span) == "case"
  }

  private mutating func matchStatement() -> Statement.Kind {
    reportUnsupported(
      "`match`", nextSpan, help: "write `if` … `elif` … `else` with comparisons")
    while next != .newline { advance() }
    advance()
    var open = 0
    repeat {
      if next == .indent { open += 1 }
      if next == .dedent { open -= 1 }
      advance()
    } while open > 0 && next != .endOfText
    return .unsupported("match")
  }
}
