import SourceText

extension Rule {
  public static let argumentsInAnotherOrder = Rule(
    "arguments-in-another-order", .error,
    "the arguments bear the names of the parameters, but stand in another order")
  public static let wrongArgumentCount = Rule(
    "wrong-argument-count", .error, "a function is called with too many or too few arguments")
  public static let unknownKeyword = Rule(
    "unknown-keyword", .error, "a function is called with a keyword that it has no parameter for")
  public static let callOfNumber = Rule(
    "call-of-number", .error, "a number is called as if it were a function")
}

/// Compares each call of a function of the lesson with its parameters.
struct CallCheck {
  private let source: SourceFragment
  private let names: SessionNames
  private(set) var diagnostics: [Diagnostic] = []
  /// The names that are no globals, scope by scope.
  private var hidden: [Set<String>] = []
  /// The functions around the place: their names, and those of their parameters in order.
  private var functions: [(name: String, parameters: [String])] = []

  init(_ source: SourceFragment, _ names: SessionNames) {
    self.source = source
    self.names = names
  }

  mutating func walk(_ body: [Statement]) {
    for statement in body { walk(statement) }
  }

  private mutating func walk(_ statement: Statement) {
    statement.forEachExpression { walk($0) }
    switch statement.kind {
    case .function(let function):
      let parameters = function.parameters.all.map(\.identifier.name)
      functions.append((function.name.name, parameters))
      enter(function.scope)
      walk(function.body)
      hidden.removeLast()
      functions.removeLast()
    case .classDefinition(let definition):
      enter(definition.scope)
      walk(definition.body)
      hidden.removeLast()
    case .try(_, let handlers, let orElse, let finally):
      // What the program itself expects to fail is left alone.
      for handler in handlers { walk(handler.body) }
      walk(orElse)
      walk(finally)
    default: statement.forEachBlock { walk($0) }
    }
  }

  private mutating func enter(_ scope: Scope) {
    hidden.append(Set(scope.locals).union(scope.free))
  }

  private mutating func walk(_ expression: Expression) {
    switch expression.kind {
    case .lambda(let lambda):
      lambda.parameters.defaultValues.forEach { walk($0) }
      enter(lambda.scope)
      walk(lambda.body)
      hidden.removeLast()
    case .comprehension(let comprehension):
      enter(comprehension.scope)
      expression.forEachChild { walk($0) }
      hidden.removeLast()
    case .call(let function, let arguments):
      check(function, arguments, expression.span)
      expression.forEachChild { walk($0) }
    default: expression.forEachChild { walk($0) }
    }
  }

  // MARK: Calls

  private mutating func report(
    _ rule: Rule, _ message: String, _ span: Span, help: String? = nil
  ) {
    diagnostics.append(Diagnostic(rule, message, at: source.place(of: span), help: help))
  }

  private mutating func check(_ function: Expression, _ arguments: [Argument], _ span: Span) {
    switch function.kind {
    case .integer, .float:
      let isFloat = if case .float = function.kind { true } else { false }
      report(
        .callOfNumber, "'\(isFloat ? "float" : "int")' object is not callable", function.span,
        help: "write `*` between the factors of a product")
    case .name(let name):
      guard hidden.last?.contains(name) != true, let parameters = names.signature(of: name)
      else { return }
      checkOrder(name, parameters, arguments, span)
      checkKeywords(name, parameters, arguments)
      checkCount(name, parameters, arguments, span)
    default: return
    }
  }

  /// `h(w, b, x)` for `def h(x, w, b)`. A function that calls itself may well mean it.
  private mutating func checkOrder(
    _ name: String, _ parameters: Parameters, _ arguments: [Argument], _ span: Span
  ) {
    if functions.contains(where: { $0.name == name }) { return }
    let expected = (parameters.positionalOnly + parameters.ordinary).map(\.identifier.name)
    var given: [String] = []
    for argument in arguments {
      guard argument.kind == .positional, case .name(let name) = argument.value.kind else { return }
      given.append(name)
    }
    guard given.count >= 2, given.count <= expected.count, Set(given).count == given.count,
      given.allSatisfy(expected.contains), given != Array(expected.prefix(given.count)),
      Set(given) == Set(expected.prefix(given.count))
    else { return }
    let displaced = zip(given, expected).filter { $0 != $1 }.count
    // Two that change places are often meant to, unless they only follow the caller's own order.
    if displaced == 2, functions.last?.parameters.filter(given.contains) != given { return }
    let right = expected.prefix(given.count).joined(separator: ", ")
    report(
      .argumentsInAnotherOrder,
      "'\(name)' takes (\(expected.joined(separator: ", "))), but is given "
        + "(\(given.joined(separator: ", ")))", span,
      help: "write `\(name)(\(right))`, or name the arguments")
  }

  private mutating func checkKeywords(
    _ name: String, _ parameters: Parameters, _ arguments: [Argument]
  ) {
    if parameters.keywordRest != nil { return }
    let known = (parameters.ordinary + parameters.keywordOnly).map(\.identifier.name)
    for case .keyword(let keyword) in arguments.map(\.kind) where !known.contains(keyword.name) {
      let list = known.map { "`\($0)`" }.joined(separator: ", ")
      report(
        .unknownKeyword, "\(name)() got an unexpected keyword argument '\(keyword.name)'",
        keyword.span, help: known.isEmpty ? nil : "it has \(list)")
    }
  }

  private mutating func checkCount(
    _ name: String, _ parameters: Parameters, _ arguments: [Argument], _ span: Span
  ) {
    let isUnpacked = arguments.contains { $0.kind == .unpacked || $0.kind == .keywordsUnpacked }
    if isUnpacked { return }
    let positional = parameters.positionalOnly + parameters.ordinary
    let given = arguments.filter { $0.kind == .positional }.count
    if given > positional.count, parameters.rest == nil {
      let count = positional.count
      return report(
        .wrongArgumentCount,
        "\(name)() takes \(count) positional argument\(count == 1 ? "" : "s") but \(given) "
          + (given == 1 ? "was given" : "were given"), span)
    }
    var named: Set<String> = []
    for case .keyword(let keyword) in arguments.map(\.kind) { named.insert(keyword.name) }
    let missing = (positional.dropFirst(given) + parameters.keywordOnly).filter {
      $0.defaultValue == nil && !named.contains($0.identifier.name)
    }
    if missing.isEmpty { return }
    let list = missing.map { "'\($0.identifier.name)'" }.joined(separator: ", ")
    report(
      .wrongArgumentCount,
      "\(name)() missing \(missing.count) required argument\(missing.count == 1 ? "" : "s"): "
        + list, span)
  }
}
