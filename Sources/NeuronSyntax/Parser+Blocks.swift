import SourceText

extension Parser {
  /// Everything up to the end.
  mutating func readModule() -> [Statement] {
    var body: [Statement] = []
    while next != .endOfText {
      readStatements(into: &body)
      // A dedent that closes nothing here ends an indentation that nothing asked for.
      if next == .dedent { advance() }
    }
    return body
  }

  /// Statements up to the block's end; faulty ones are reported and stand in it as `unsupported`.
  mutating func readStatements(into body: inout [Statement]) {
    while next != .dedent, next != .endOfText {
      let start = index
      let outerHeight = beginNode()
      let outerContext = context
      let outer = (depth, openBrackets)
      do throws(SyntaxFault) {
        if next == .indent { throw invalidSyntax() }
        try statement(into: &body)
      } catch {
        context = outerContext
        (depth, openBrackets) = outer
        recover(from: start, error, into: &body)
      }
      endNode(outerHeight)
    }
  }

  /// The statements after a `:`: a block, or simple statements on the same line. `head` says in a
  /// message what the block belongs to.
  mutating func block(of head: String, at start: Int) throws(SyntaxFault) -> [Statement] {
    guard accept(.colon) else { throw missingColon() }
    var body: [Statement] = []
    guard accept(.newline) else {
      try simpleStatements(into: &body)
      return body
    }
    guard accept(.indent) else {
      let span = pointable(nextSpan)
      if !isAtTruncation {
        report("expected an indented block after \(head) on line \(line(at: start))", span)
      }
      return body
    }
    try descend()
    readStatements(into: &body)
    depth -= 1
    _ = accept(.dedent)
    return body
  }

  /// Reports a fault, unless the lexer already said what is wrong with the line, and goes to the
  /// next statement.
  private mutating func recover(
    from start: Int, _ fault: SyntaxFault, into body: inout [Statement]
  ) {
    let first = lexemes[start].span.start
    if index == start, next == .indent {
      diagnostics.append(fault.diagnostic)
      advance()
      readStatements(into: &body)
      _ = accept(.dedent)
      return
    }
    while next != .newline, next != .endOfText, next != .indent, next != .dedent { advance() }
    let lineSpan = Span(first, nextSpan.end)
    let isKnown = hasLexicalFault(in: lineSpan) || isAtTruncation
    if !isKnown { diagnostics.append(fault.diagnostic) }
    _ = accept(.newline)
    skipRest(of: lexemes[start].terminal)
    body.append(Statement(.unsupported("faulty statement"), span(from: first)))
  }

  /// What belongs to a statement whose head is faulty: its block, and its `else` and their like.
  /// They are read for their own faults.
  private mutating func skipRest(of head: Terminal) {
    let outer = context
    context.isUnknown = true
    defer { context = outer }
    skipBlock()
    while next == .elif || next == .else || next == .except || next == .finally {
      while next != .newline, next != .endOfText, next != .dedent { advance() }
      _ = accept(.newline)
      skipBlock()
    }
  }

  private mutating func skipBlock() {
    guard accept(.indent) else { return }
    var discarded: [Statement] = []
    readStatements(into: &discarded)
    _ = accept(.dedent)
  }

  /// Whether what is missing here may stand in what the lexer left unread.
  private var isAtTruncation: Bool {
    isTruncated && nextSpan.start >= lexemes[lexemes.count - 1].span.start
  }

  private func hasLexicalFault(in span: Span) -> Bool {
    var low = 0
    var high = faultOffsets.count
    while low < high {
      let middle = (low + high) / 2
      if faultOffsets[middle] < span.start { low = middle + 1 } else { high = middle }
    }
    return low < faultOffsets.count && faultOffsets[low] <= span.end
  }
}
