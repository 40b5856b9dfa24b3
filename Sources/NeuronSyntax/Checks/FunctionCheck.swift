import SourceText

extension Rule {
  public static let shadowedFunctionResult = Rule(
    "shadowed-function-result", .error,
    "a function is returned where a local of a like name was meant")
  public static let unusedParameter = Rule(
    "unused-parameter", .warning, "a parameter is never used")
  public static let unusedLocal = Rule(
    "unused-local", .warning, "a local is assigned and never used")
  public static let unreachableCode = Rule(
    "unreachable-code", .warning, "code stands after a statement that never goes on")
}

/// Looks at each function by itself: what it never uses, what it returns, what it never reaches.
struct FunctionCheck {
  private let source: SourceFragment
  private let names: SessionNames
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceFragment, _ names: SessionNames) {
    self.source = source
    self.names = names
  }

  mutating func walk(_ body: [Statement], inClass: Bool = false) {
    checkReach(body)
    for statement in body {
      switch statement.kind {
      case .function(let function):
        check(function, isMethod: inClass)
        walk(function.body)
      case .classDefinition(let definition): walk(definition.body, inClass: true)
      default: statement.forEachBlock { walk($0, inClass: inClass) }
      }
    }
  }

  private mutating func report(_ rule: Rule, _ message: String, _ span: Span, help: String? = nil) {
    diagnostics.append(Diagnostic(rule, message, at: source.place(of: span), help: help))
  }

  // MARK: Reach

  private mutating func checkReach(_ body: [Statement]) {
    guard let last = body.firstIndex(where: \.neverGoesOn), last + 1 < body.count else { return }
    let next = body[last + 1]
    // A `yield` that is never reached makes a function a generator.
    if case .expression(let value) = next.kind, case .yield = value.kind { return }
    report(.unreachableCode, "this is never reached", next.span)
  }

  // MARK: Uses

  private mutating func check(_ function: FunctionDefinition, isMethod: Bool) {
    var uses = Uses()
    uses.collect(function.body)
    if uses.isUncertain { return }
    uses.names.formUnion(function.scope.cells)
    if !isMethod, function.decorators.isEmpty, !function.isStub {
      for parameter in function.parameters.all where uses.lacks(parameter.identifier.name) {
        let name = parameter.identifier
        report(
          .unusedParameter, "parameter '\(name.name)' of '\(function.name.name)' is never used",
          name.span, help: "leave it out, or begin its name with `_`")
      }
    }
    let locals = Set(function.scope.locals)
    let unused = uses.assigned.filter { locals.contains($0.name) && uses.lacks($0.name) }
    var seen = Set(function.parameters.all.map(\.identifier.name))
    for name in unused where seen.insert(name.name).inserted {
      report(
        .unusedLocal, "local '\(name.name)' is assigned and never used", name.span,
        help: "use it, or begin its name with `_`")
    }
    checkResults(uses.returned.filter { !locals.contains($0.name) }, unused)
  }

  /// `return dJ_dw`, a function, while the local `dJ_dw_result` is never used.
  private mutating func checkResults(_ returned: [Identifier], _ unused: [Identifier]) {
    for result in returned where names.isOnlyFunction(result.name) {
      let like = unused.first {
        $0.name.hasPrefix(result.name + "_") || $0.name.hasSuffix("_" + result.name)
      }
      guard let like else { continue }
      report(
        .shadowedFunctionResult,
        "'\(result.name)' is a function, while the local '\(like.name)' is never used", result.span,
        help: "write `return \(like.name)`")
    }
  }
}

/// What the body of a function uses, assigns and returns, inner functions left out: what these use is
/// in the function's cells.
private struct Uses {
  var names: Set<String> = []
  /// Names assigned by a plain `name = value`.
  var assigned: [Identifier] = []
  /// `return name`.
  var returned: [Identifier] = []
  /// Whether something in it could not be read, or looks names up by itself.
  var isUncertain = false

  func lacks(_ name: String) -> Bool {
    !names.contains(name) && !name.hasPrefix("_")
  }

  mutating func collect(_ body: [Statement]) {
    for statement in body { collect(statement) }
  }

  private mutating func collect(_ statement: Statement) {
    switch statement.kind {
    case .assign(let targets, let value):
      collect(value)
      for target in targets {
        if case .name(let name) = target.kind {
          assigned.append(Identifier(name, target.span))
        } else {
          collect(target)
        }
      }
      return
    case .annotatedAssign(let target, _, let value):
      value.map { collect($0) }
      if case .name(let name) = target.kind {
        if value != nil { assigned.append(Identifier(name, target.span)) }
      } else {
        collect(target)
      }
      return
    case .return(let value?):
      if case .name(let name) = value.kind { returned.append(Identifier(name, value.span)) }
    case .unsupported: isUncertain = true
    default: break
    }
    statement.forEachExpression { collect($0) }
    switch statement.kind {
    case .function: break
    default: statement.forEachBlock { collect($0) }
    }
  }

  private mutating func collect(_ expression: Expression) {
    switch expression.kind {
    case .name(let name):
      names.insert(name)
      if name == "locals" || name == "vars" || name == "eval" || name == "exec" {
        isUncertain = true
      }
    case .unsupported: isUncertain = true
    default: expression.forEachChild { collect($0) }
    }
  }
}

extension FunctionDefinition {
  /// Whether the body does nothing yet: `pass`, `...`, a text, or an exception.
  fileprivate var isStub: Bool {
    body.allSatisfy { statement in
      switch statement.kind {
      case .pass, .raise: true
      case .expression(let value):
        switch value.kind {
        case .string, .constant(.ellipsis): true
        default: false
        }
      default: false
      }
    }
  }
}

extension Statement {
  fileprivate var neverGoesOn: Bool {
    switch kind {
    case .return, .raise, .break, .continue: true
    default: false
    }
  }
}
