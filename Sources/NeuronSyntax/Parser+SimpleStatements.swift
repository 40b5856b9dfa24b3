import SourceText

extension Parser {
  mutating func statement(into body: inout [Statement]) throws(SyntaxFault) {
    if let compound = try compoundStatement() {
      try grow()
      body.append(compound)
    } else {
      try simpleStatements(into: &body)
    }
  }

  /// `a; b; c` up to the end of the line.
  mutating func simpleStatements(into body: inout [Statement]) throws(SyntaxFault) {
    repeat {
      let start = here
      let outer = beginNode()
      let kind = try simpleStatement()
      try grow()
      endNode(outer)
      body.append(Statement(kind, span(from: start)))
      guard accept(.semicolon) else { break }
    } while next != .newline && next != .endOfText
    guard accept(.newline) || next == .endOfText else { throw missingLineEnd(body.last) }
  }

  private func missingLineEnd(_ last: Statement?) -> SyntaxFault {
    if case .expression(let expression) = last?.kind {
      if case .name(let name) = expression.kind {
        if name == "print" || name == "exec", next.beginsOperand {
          return fault(
            "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?",
            expression.span.union(nextSpan), help: "write `\(name)(…)`")
        }
      } else if next == .named {
        return fault(
          "cannot use assignment expressions with \(description(of: expression))",
          expression.span)
      }
      if next == .assign { return cannotAssign(to: expression, isHere: true) }
    }
    return invalidSyntax()
  }

  private mutating func simpleStatement() throws(SyntaxFault) -> Statement.Kind {
    switch next {
    case .pass:
      advance()
      return .pass
    case .break, .continue: return loopExit()
    case .return: return try returnStatement()
    case .raise: return try raiseStatement()
    case .global, .nonlocal: return try scopeStatement()
    case .del: return try deleteStatement()
    case .assert: return try assertStatement()
    case .import: return try importStatement()
    case .from: return try importFromStatement()
    case .name where isTypeStatement: return typeStatement()
    default: return try expressionStatement()
    }
  }

  private mutating func loopExit() -> Statement.Kind {
    let isBreak = next == .break
    if !context.isInLoop, !context.isUnknown {
      report(isBreak ? "'break' outside loop" : "'continue' not properly in loop", nextSpan)
    }
    advance()
    return isBreak ? .break : .continue
  }

  private var endsSimpleStatement: Bool {
    next == .newline || next == .semicolon || next == .endOfText
  }

  private mutating func returnStatement() throws(SyntaxFault) -> Statement.Kind {
    if !context.isInFunction, !context.isUnknown { report("'return' outside function", nextSpan) }
    advance()
    return .return(endsSimpleStatement ? nil : try unstarred(expressionList()))
  }

  private mutating func raiseStatement() throws(SyntaxFault) -> Statement.Kind {
    advance()
    if endsSimpleStatement { return .raise(nil, cause: nil) }
    let exception = try expression()
    return .raise(exception, cause: accept(.from) ? try expression() : nil)
  }

  private mutating func scopeStatement() throws(SyntaxFault) -> Statement.Kind {
    let isGlobal = next == .global
    advance()
    var names = [try identifier()]
    while accept(.comma) { names.append(try identifier()) }
    return isGlobal ? .global(names) : .nonlocal(names)
  }

  private mutating func deleteStatement() throws(SyntaxFault) -> Statement.Kind {
    advance()
    let value = try expressionList()
    try checkDeletable(value)
    if case .tuple(let elements) = value.kind,
      source.utf8[value.span.start] != UInt8(ascii: "(")
    {
      return .delete(elements)
    }
    return .delete([value])
  }

  private mutating func assertStatement() throws(SyntaxFault) -> Statement.Kind {
    advance()
    let test = try expression()
    return .assert(test: test, message: accept(.comma) ? try expression() : nil)
  }

  // MARK: Imports

  private mutating func dottedName() throws(SyntaxFault) -> Identifier {
    let start = here
    var name = try identifier().name
    while accept(.dot) { name += "." + (try identifier().name) }
    return Identifier(name, span(from: start))
  }

  private mutating func importStatement() throws(SyntaxFault) -> Statement.Kind {
    advance()
    var names: [ImportedName] = []
    repeat {
      let name = try dottedName()
      names.append(ImportedName(name: name, alias: accept(.as) ? try identifier() : nil))
    } while accept(.comma)
    return .import(names)
  }

  private mutating func importFromStatement() throws(SyntaxFault) -> Statement.Kind {
    advance()
    var level = 0
    while next == .dot || next == .ellipsis {
      level += next == .dot ? 1 : 3
      advance()
    }
    let module =
      next == .import && level > 0 ? Identifier("", Span(here, here)) : try dottedName()
    try expect(.import)
    if accept(.star) {
      return .importFrom(module: module, level: level, names: nil)
    }
    let names = try importedNames()
    if level == 0, module.name == "__future__" { return try futureImport(names) }
    return .importFrom(module: module, level: level, names: names)
  }

  /// What Python 3.11 already does, or what neuron does anyway: annotations are never evaluated.
  private static let futureFeatures: Set<String> = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
  ]

  /// A directive to the compiler that changes nothing here.
  private mutating func futureImport(_ names: [ImportedName]) throws(SyntaxFault) -> Statement.Kind
  {
    for name in names where !Self.futureFeatures.contains(name.name.name) {
      let feature = name.name.name
      throw fault(
        feature == "braces" ? "not a chance" : "future feature \(feature) is not defined",
        name.name.span)
    }
    if names.contains(where: { $0.name.name == "annotations" }) {
      leavesAnnotationsUnevaluated = true
    }
    return .pass
  }

  private mutating func importedNames() throws(SyntaxFault) -> [ImportedName] {
    let isParenthesized = accept(.openParenthesis)
    var names: [ImportedName] = []
    repeat {
      if isParenthesized, !names.isEmpty, next == .closeParenthesis { break }
      if !isParenthesized, !names.isEmpty, next == .newline {
        throw fault(
          "trailing comma not allowed without surrounding parentheses", pointable(nextSpan))
      }
      let name = try identifier()
      names.append(ImportedName(name: name, alias: accept(.as) ? try identifier() : nil))
    } while accept(.comma)
    if isParenthesized { try expect(.closeParenthesis) }
    return names
  }

  // MARK: Expressions and assignments

  private mutating func expressionStatement() throws(SyntaxFault) -> Statement.Kind {
    let first = try valueOrYield()
    if next == .assign { return try assignment(first) }
    if let operation = next.augmentedOperator {
      try checkAugmentedTarget(first)
      advance()
      let value = try unstarred(valueOrYield())
      if next == .assign { throw invalidSyntax() }
      return .augmentedAssign(target: first, operation: operation, value: value)
    }
    if next == .colon, canBeAnnotated(first) { return try annotatedAssignment(first) }
    return .expression(try unstarred(first))
  }

  /// A list of expressions, or a `yield` without parentheses.
  private mutating func valueOrYield() throws(SyntaxFault) -> Expression {
    next == .yield ? try yieldExpression() : try expressionList()
  }

  private mutating func assignment(_ first: Expression) throws(SyntaxFault) -> Statement.Kind {
    var targets: [Expression] = []
    var value = first
    while next == .assign {
      if isBareYield(value) {
        throw fault("assignment to yield expression not possible", value.span)
      }
      try checkTarget(value, isHere: true)
      targets.append(value)
      advance()
      value = try valueOrYield()
    }
    return .assign(targets: targets, value: try unstarred(value))
  }

  private func isBareYield(_ value: Expression) -> Bool {
    switch value.kind {
    case .yield, .yieldFrom: value.span.end == lexemes[index - 1].span.end
    default: false
    }
  }

  private mutating func annotatedAssignment(
    _ target: Expression
  ) throws(SyntaxFault) -> Statement.Kind {
    try checkAnnotatedTarget(target)
    advance()
    let annotation = try expression()
    guard accept(.assign) else {
      return .annotatedAssign(target: target, annotation: annotation, value: nil)
    }
    let value = try unstarred(valueOrYield())
    return .annotatedAssign(target: target, annotation: annotation, value: value)
  }

  /// A starred expression alone has nothing to be unpacked into.
  mutating func unstarred(_ value: Expression) throws(SyntaxFault) -> Expression {
    if case .starred = value.kind {
      throw fault("can't use starred expression here", value.span)
    }
    return value
  }

  // MARK: Type statements

  /// `type Name = …`, which later Pythons have.
  private var isTypeStatement: Bool {
    second == .name && text(nextSpan) == "type"
  }

  private mutating func typeStatement() -> Statement.Kind {
    let start = here
    while !endsSimpleStatement { advance() }
    reportUnsupported(
      "a `type` statement", span(from: start), help: "bind the type as a value: `Name = …`")
    return .unsupported("type statement")
  }
}
