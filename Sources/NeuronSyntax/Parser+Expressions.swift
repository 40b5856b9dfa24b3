import SourceText

// From the loosest to the tightest: lists, `:=`, `if … else` and `lambda`, `or`, `and`, `not`,
// comparisons, binary operators, signs, `**`, `await`.
extension Parser {
  /// `a, *b, c`: one expression, or a tuple without parentheses.
  mutating func expressionList() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    let first = try starExpression()
    guard next == .comma else { return first }
    var elements = [first]
    while accept(.comma), next.beginsOperand || next == .star || next == .lambda {
      elements.append(try starExpression())
    }
    try grow()
    return Expression(.tuple(elements), span(from: start))
  }

  mutating func starExpression() throws(SyntaxFault) -> Expression {
    guard next == .star else { return try expression() }
    return try starred()
  }

  /// An element of a display or an argument: `*a`, `a := b` or an expression.
  mutating func starNamedExpression() throws(SyntaxFault) -> Expression {
    next == .star ? try starred() : try namedExpression()
  }

  private mutating func starred() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    advance()
    let value = try binary(1)
    try grow()
    return Expression(.starred(value), span(from: start))
  }

  mutating func namedExpression() throws(SyntaxFault) -> Expression {
    guard next == .name, second == .named else {
      let value = try expression()
      if next == .named {
        throw fault(
          "cannot use assignment expressions with \(description(of: value))", value.span)
      }
      if next == .assign {
        if case .name = value.kind { throw misplacedAssign() }
        throw cannotAssign(to: value, isHere: true)
      }
      return value
    }
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    let target = try identifier()
    advance()
    let value = try expression()
    try grow()
    return Expression(.named(target, value), span(from: start))
  }

  /// `a if b else c if d else e` is read by a loop and put together from its end.
  mutating func expression() throws(SyntaxFault) -> Expression {
    try descend()
    defer { depth -= 1 }
    let outer = beginNode()
    defer { endNode(outer) }
    var choices: [(start: Int, then: Expression, test: Expression)] = []
    var last: Expression
    while true {
      let start = here
      if next == .lambda {
        last = try lambda()
        break
      }
      last = try disjunction()
      guard accept(.if) else { break }
      let test = try disjunction()
      guard accept(.else) else {
        throw fault(
          "expected 'else' after 'if' expression", last.span.union(test.span),
          help: "write `a if condition else b`")
      }
      choices.append((start, last, test))
    }
    let end = span(from: 0).end
    while let (start, then, test) = choices.popLast() {
      try grow()
      last = Expression(.conditional(test: test, then: then, orElse: last), Span(start, end))
    }
    return last
  }

  mutating func disjunction() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    let first = try conjunction()
    guard next == .or else { return first }
    var operands = [first]
    while accept(.or) { operands.append(try conjunction()) }
    try grow()
    return Expression(.boolean(.or, operands), span(from: start))
  }

  private mutating func conjunction() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    let first = try inversion()
    guard next == .and else { return first }
    var operands = [first]
    while accept(.and) { operands.append(try inversion()) }
    try grow()
    return Expression(.boolean(.and, operands), span(from: start))
  }

  private mutating func inversion() throws(SyntaxFault) -> Expression {
    guard next == .not else { return try comparison() }
    let outer = beginNode()
    defer { endNode(outer) }
    var starts: [Int] = []
    while next == .not {
      starts.append(here)
      advance()
    }
    var value = try comparison()
    let end = span(from: 0).end
    while let start = starts.popLast() {
      try grow()
      value = Expression(.unary(.not, value), Span(start, end))
    }
    return value
  }

  private mutating func comparison() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    let first = try binary(1)
    var links: [(operation: ComparisonOperator, operand: Expression)] = []
    while let operation = comparisonOperator() { links.append((operation, try binary(1))) }
    if links.isEmpty { return first }
    try grow()
    return Expression(.comparison(first, links), span(from: start))
  }

  private mutating func comparisonOperator() -> ComparisonOperator? {
    let operation: ComparisonOperator
    switch next {
    case .equal: operation = .equal
    case .notEqual: operation = .notEqual
    case .less: operation = .less
    case .lessOrEqual: operation = .lessOrEqual
    case .greater: operation = .greater
    case .greaterOrEqual: operation = .greaterOrEqual
    case .in: operation = .in
    case .is:
      advance()
      return accept(.not) ? .isNot : .is
    case .not:
      guard second == .in else { return nil }
      advance()
      operation = .notIn
    default: return nil
    }
    advance()
    return operation
  }

  /// Binary operators that bind at least as tightly as `minimum`, from left to right.
  mutating func binary(_ minimum: Int) throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    var left = try signed()
    while let (operation, precedence) = next.binaryOperator, precedence >= minimum {
      advance()
      let right = try binary(precedence + 1)
      try grow()
      left = Expression(.binary(operation, left, right), span(from: start))
    }
    return left
  }

  private var sign: UnaryOperator? {
    switch next {
    case .plus: .plus
    case .minus: .minus
    case .tilde: .invert
    default: nil
    }
  }

  private mutating func signed() throws(SyntaxFault) -> Expression {
    guard sign != nil else { return try power() }
    let outer = beginNode()
    defer { endNode(outer) }
    var signs: [(start: Int, operation: UnaryOperator)] = []
    while let operation = sign {
      signs.append((here, operation))
      advance()
    }
    var value = try power()
    let end = span(from: 0).end
    while let (start, operation) = signs.popLast() {
      try grow()
      value = Expression(.unary(operation, value), Span(start, end))
    }
    return value
  }

  /// `**` binds tighter than a sign on its left and looser than one on its right.
  private mutating func power() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    let base = try awaited()
    guard accept(.doubleStar) else { return base }
    try descend()
    defer { depth -= 1 }
    let exponent = try signed()
    try grow()
    return Expression(.binary(.power, base, exponent), span(from: start))
  }

  private mutating func awaited() throws(SyntaxFault) -> Expression {
    guard next == .await else { return try primary() }
    guard second.beginsOperand else {
      advance()
      throw invalidSyntax()
    }
    reportUnsupported("`await`", nextSpan, help: "call the function directly")
    advance()
    return try primary()
  }

  mutating func yieldExpression() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    if !context.isInFunction, !context.isUnknown { report("'yield' outside function", nextSpan) }
    advance()
    if accept(.from) {
      let value = try expression()
      try grow()
      return Expression(.yieldFrom(value), span(from: start))
    }
    guard next.beginsOperand || next == .star || next == .lambda else {
      return Expression(.yield(nil), span(from: start))
    }
    let value = try unstarred(expressionList())
    try grow()
    return Expression(.yield(value), span(from: start))
  }
}
