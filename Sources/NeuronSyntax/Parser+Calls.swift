import SourceText

extension Parser {
  /// An atom with its attributes, calls and subscripts, from left to right.
  mutating func primary() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    var value = try atom()
    while true {
      switch next {
      case .dot:
        advance()
        let name = try identifier()
        try grow()
        value = Expression(.attribute(value, name), span(from: start))
      case .openParenthesis:
        advance()
        let arguments = try arguments()
        try grow()
        value = Expression(.call(value, arguments), span(from: start))
      case .openBracket:
        advance()
        let index = try subscripts()
        try grow()
        value = Expression(.subscript(value, index), span(from: start))
      default:
        return value
      }
    }
  }

  // MARK: Arguments

  /// After `(`, up to and with `)`.
  @inline(never) mutating func arguments() throws(SyntaxFault) -> [Argument] {
    openBrackets += 1
    var result: [Argument] = []
    var seen: Set<String> = []
    while next != .closeParenthesis {
      let argument = try argument(isFirst: result.isEmpty)
      try check(argument, after: result, &seen)
      result.append(argument)
      if next == .for || next == .async {
        throw fault(
          "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", argument.value.span)
      }
      if !accept(.comma), next != .closeParenthesis { throw missingComma(argument.value) }
    }
    openBrackets -= 1
    advance()
    return result
  }

  private mutating func argument(isFirst: Bool) throws(SyntaxFault) -> Argument {
    switch next {
    case .star:
      advance()
      return Argument(.unpacked, try expression())
    case .doubleStar:
      advance()
      return Argument(.keywordsUnpacked, try expression())
    case .name where second == .assign:
      let name = try identifier()
      advance()
      return Argument(.keyword(name), try expression())
    default:
      let start = here
      if second == .assign, next == .true || next == .false || next == .none {
        throw fault("cannot assign to \(text(nextSpan))", nextSpan)
      }
      let value = next == .name && second == .named ? try namedExpression() : try expression()
      if next == .named { return Argument(.positional, try namedFault(value)) }
      if next == .assign {
        throw fault(
          "expression cannot contain assignment, perhaps you meant \"==\"?", value.span)
      }
      guard next == .for || next == .async else { return Argument(.positional, value) }
      let generator = try comprehension(.generator, value, nil, from: start)
      guard isFirst, next == .closeParenthesis else {
        throw fault("Generator expression must be parenthesized", generator.span)
      }
      return Argument(.positional, generator)
    }
  }

  private func namedFault(_ value: Expression) throws(SyntaxFault) -> Expression {
    throw fault(
      "cannot use assignment expressions with \(description(of: value))", value.span)
  }

  private func check(
    _ argument: Argument, after earlier: [Argument], _ seen: inout Set<String>
  ) throws(SyntaxFault) {
    switch argument.kind {
    case .keyword(let name):
      if !seen.insert(name.name).inserted {
        throw fault("keyword argument repeated: \(name.name)", name.span)
      }
    case .positional:
      guard let last = earlier.last else { return }
      switch last.kind {
      case .keyword:
        throw fault(
          "positional argument follows keyword argument", argument.value.span,
          help: "put the arguments without a name first")
      case .keywordsUnpacked:
        throw fault(
          "positional argument follows keyword argument unpacking", argument.value.span)
      default: return
      }
    case .unpacked:
      if case .keywordsUnpacked = earlier.last?.kind {
        throw fault(
          "iterable argument unpacking follows keyword argument unpacking", argument.value.span)
      }
    case .keywordsUnpacked: return
    }
  }

  // MARK: Subscripts

  /// After `[`, up to and with `]`.
  @inline(never) private mutating func subscripts() throws(SyntaxFault) -> Expression {
    openBrackets += 1
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    let first = try subscriptPart()
    var result = first
    if next == .comma {
      var elements = [first]
      while accept(.comma), next != .closeBracket { elements.append(try subscriptPart()) }
      try grow()
      result = Expression(.tuple(elements), span(from: start))
    } else if case .starred = first.kind {
      try grow()
      result = Expression(.tuple([first]), span(from: start))
    }
    guard next == .closeBracket else { throw missingComma(result) }
    openBrackets -= 1
    advance()
    return result
  }

  private mutating func subscriptPart() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    let lower = next == .colon ? nil : try starNamedExpression()
    guard accept(.colon), lower.map(isStarred) != true else {
      return lower ?? Expression(.unsupported("subscript"), span(from: start))
    }
    let upper = endsSlicePart ? nil : try expression()
    let step = accept(.colon) && !endsSlicePart ? try expression() : nil
    try grow()
    return Expression(.slice(lower: lower, upper: upper, step: step), span(from: start))
  }

  private var endsSlicePart: Bool {
    next == .colon || next == .comma || next == .closeBracket
  }

  private func isStarred(_ expression: Expression) -> Bool {
    if case .starred = expression.kind { true } else { false }
  }
}
