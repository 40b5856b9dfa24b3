import SourceText

extension Parser {
  @inline(never) mutating func decorated() throws(SyntaxFault) -> Statement.Kind {
    var decorators: [Expression] = []
    while accept(.at) {
      decorators.append(try namedExpression())
      guard accept(.newline) else { throw invalidSyntax() }
    }
    switch next {
    case .def: return .function(try function(decorators: decorators))
    case .class: return .classDefinition(try classDefinition(decorators: decorators))
    case .async:
      let start = here
      advance()
      guard next == .def else { throw invalidSyntax() }
      reportUnsupported(
        "`async def`", Span(start, nextSpan.end),
        help: "write a plain `def`: code runs in one thread")
      return .function(try function(decorators: decorators))
    default: throw invalidSyntax()
    }
  }

  @inline(never) mutating func function(
    decorators: [Expression]
  ) throws(SyntaxFault) -> FunctionDefinition {
    let start = here
    advance()
    let name = try identifier()
    try skipTypeParameters()
    guard accept(.openParenthesis) else { throw fault("expected '('", pointable(nextSpan)) }
    openBrackets += 1
    let parameters = try parameters(until: .closeParenthesis, areAnnotated: true)
    openBrackets -= 1
    guard accept(.closeParenthesis) else { throw invalidSyntax() }
    let returns = accept(.arrow) ? try expression() : nil
    guard next == .colon else { throw fault("expected ':'", pointable(nextSpan)) }
    let outer = context
    context = Context(isInFunction: true)
    let body = try block(of: "function definition", at: start)
    context = outer
    return FunctionDefinition(
      name: name, parameters: parameters, decorators: decorators, returns: returns, body: body,
      scope: Scope())
  }

  @inline(never) mutating func classDefinition(
    decorators: [Expression]
  ) throws(SyntaxFault) -> ClassDefinition {
    let start = here
    advance()
    let spelling = text(nextSpan)
    let name = try identifier()
    try skipTypeParameters()
    var arguments: [Argument] = []
    if accept(.openParenthesis) {
      if next == .name, second == .for { throw invalidSyntax() }
      arguments = try self.arguments()
    }
    for case .keyword(let keyword) in arguments.map(\.kind) where keyword.name == "metaclass" {
      reportUnsupported(
        "a metaclass", keyword.span,
        help: "leave it out: a decorator, or a function that is given the class, can do its work")
    }
    let outer = context
    let outerClass = className
    context = Context(isUnknown: context.isUnknown)
    className = normalizedName(spelling)
    defer { className = outerClass }
    let body = try block(of: "class definition", at: start)
    context = outer
    return ClassDefinition(
      name: name, arguments: arguments, decorators: decorators, body: body, scope: Scope())
  }

  /// `[T]` after the name, which later Pythons have.
  private mutating func skipTypeParameters() throws(SyntaxFault) {
    guard next == .openBracket, second == .name || second == .star || second == .doubleStar else {
      return
    }
    let start = here
    var open = 0
    repeat {
      if next == .openBracket { open += 1 }
      if next == .closeBracket { open -= 1 }
      if next == .newline || next == .endOfText { throw invalidSyntax() }
      advance()
    } while open > 0
    reportUnsupported(
      "a list of type parameters", span(from: start), help: "leave it out: types are not checked")
  }

  @inline(never) mutating func lambda() throws(SyntaxFault) -> Expression {
    let start = here
    let outerHeight = beginNode()
    defer { endNode(outerHeight) }
    advance()
    let parameters = try parameters(until: .colon, areAnnotated: false)
    guard accept(.colon) else { throw fault("expected ':'", pointable(nextSpan)) }
    let outer = context
    context.isInFunction = true
    let body = try expression()
    context = outer
    try grow()
    let lambda = Lambda(parameters: parameters, body: body, scope: Scope())
    return Expression(.lambda(lambda), span(from: start))
  }

  // MARK: Parameters

  /// What of a parameter list has been read.
  private struct ParameterProgress {
    var hasSlash = false
    var hasStar = false
    /// `*` alone: a name must follow.
    var bareStar: Span?
    var hasDefault = false
  }

  @inline(never) private mutating func parameters(
    until end: Terminal, areAnnotated: Bool
  ) throws(SyntaxFault) -> Parameters {
    var result = Parameters()
    var progress = ParameterProgress()
    while next != end {
      if result.keywordRest != nil {
        throw fault("arguments cannot follow var-keyword argument", nextSpan)
      }
      try parameterPart(into: &result, &progress, areAnnotated)
      if next == end { break }
      guard accept(.comma) else {
        if next == .assign { throw invalidSyntax() }
        throw openBrackets > 0 && next.beginsOnlyOperand
          ? fault(
            "invalid syntax", nextSpan, help: "parameters are separated by commas")
          : invalidSyntax()
      }
    }
    if let star = progress.bareStar { throw fault("named arguments must follow bare *", star) }
    return result
  }

  private mutating func parameterPart(
    into result: inout Parameters, _ progress: inout ParameterProgress, _ areAnnotated: Bool
  ) throws(SyntaxFault) {
    switch next {
    case .slash: try slash(into: &result, &progress)
    case .star: try starParameter(into: &result, &progress, areAnnotated)
    case .doubleStar:
      if let star = progress.bareStar {
        throw fault("named arguments must follow bare *", star)
      }
      advance()
      result.keywordRest = try parameter(areAnnotated)
      if next == .assign {
        throw fault("var-keyword argument cannot have default value", nextSpan)
      }
    case .openParenthesis:
      throw fault(
        "\(areAnnotated ? "Function" : "Lambda expression") parameters cannot be parenthesized",
        nextSpan)
    default:
      var parameter = try parameter(areAnnotated)
      if accept(.assign) {
        parameter.defaultValue = try expression()
        progress.hasDefault = true
      } else if progress.hasDefault, !progress.hasStar {
        throw fault(
          "non-default argument follows default argument", parameter.identifier.span,
          help: "put the parameters without a default first")
      }
      progress.bareStar = nil
      if progress.hasStar {
        result.keywordOnly.append(parameter)
      } else {
        result.ordinary.append(parameter)
      }
    }
  }

  private mutating func slash(
    into result: inout Parameters, _ progress: inout ParameterProgress
  ) throws(SyntaxFault) {
    if progress.hasStar { throw fault("/ must be ahead of *", nextSpan) }
    if progress.hasSlash { throw fault("/ may appear only once", nextSpan) }
    if result.ordinary.isEmpty {
      throw fault("invalid syntax", nextSpan, help: "a parameter must stand before `/`")
    }
    advance()
    progress.hasSlash = true
    result.positionalOnly = result.ordinary
    result.ordinary = []
  }

  private mutating func starParameter(
    into result: inout Parameters, _ progress: inout ParameterProgress, _ areAnnotated: Bool
  ) throws(SyntaxFault) {
    if progress.hasStar { throw fault("* argument may appear only once", nextSpan) }
    progress.hasStar = true
    let star = nextSpan
    advance()
    guard next == .name else {
      progress.bareStar = star
      return
    }
    result.rest = try parameter(areAnnotated)
    if next == .assign {
      throw fault("var-positional argument cannot have default value", nextSpan)
    }
  }

  private mutating func parameter(_ isAnnotated: Bool) throws(SyntaxFault) -> Parameter {
    let name = try identifier()
    var annotation: Expression?
    if isAnnotated, accept(.colon) {
      annotation = next == .star ? try starExpression() : try expression()
    }
    return Parameter(identifier: name, annotation: annotation, defaultValue: nil)
  }
}
