import SourceText

/// Looks at each function by itself: what it never uses, what it returns, what it never reaches.
struct FunctionCheck {
  private let source: SourceFragment
  private let names: SessionNames
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceFragment, _ names: SessionNames) {
    self.source = source
    self.names = names
  }

  /// How many functions are around the place.
  private var depth = 0

  mutating func walk(_ body: [Statement], in definition: ClassDefinition? = nil) {
    checkReach(body)
    for statement in body {
      switch statement.kind {
      case .function(let function):
        check(function, in: definition)
        depth += 1
        walk(function.body)
        depth -= 1
      case .classDefinition(let inner): walk(inner.body, in: inner)
      default: statement.forEachBlock { walk($0, in: definition) }
      }
    }
  }

  private mutating func report(
    _ rule: Rule, _ message: String, _ span: Span, help: String? = nil, fix: Diagnostic.Fix? = nil
  ) {
    diagnostics.append(
      Diagnostic(rule, message, at: source.place(of: span), help: help, fix: fix))
  }

  // MARK: Reach

  private mutating func checkReach(_ body: [Statement]) {
    guard let last = body.firstIndex(where: \.neverGoesOn), last + 1 < body.count else { return }
    let next = body[last + 1]
    // A `yield` that is never reached makes a function a generator.
    if case .expression(let value) = next.kind {
      switch value.kind {
      case .yield, .yieldFrom: return
      default: break
      }
    }
    report(.unreachableCode, "this is never reached", next.span)
  }

  // MARK: Uses

  private mutating func check(_ function: FunctionDefinition, in definition: ClassDefinition?) {
    var uses = FunctionUses()
    uses.collect(function.body)
    if uses.isUncertain { return }
    uses.names.formUnion(function.scope.cells)
    checkParameters(function, uses, in: definition)
    let locals = Set(function.scope.locals)
    let parameters = Set(function.parameters.all.map(\.identifier.name))
    let unused = uses.assigned.filter {
      locals.contains($0.name) && uses.lacks($0.name) && !parameters.contains($0.name)
    }
    let returned = uses.returned.filter { !locals.contains($0.name) }
    let hiding = checkHiding(function, unused, uses)
    var seen: Set<String> = hiding.map { [$0] } ?? []
    for name in unused where seen.insert(name.name).inserted {
      report(
        .unusedLocal, "local '\(name.name)' is assigned and never used", name.span,
        help: "use it, or begin its name with `_`")
    }
    checkResults(returned, unused)
  }

  private mutating func checkParameters(
    _ function: FunctionDefinition, _ uses: FunctionUses, in definition: ClassDefinition?
  ) {
    guard function.decorators.isEmpty, !function.isStub else { return }
    let isFree =
      definition.map { choosesParameters(of: function, in: $0) }
      ?? !isHandedOn(function.name.name)
    guard isFree else { return }
    let written = function.parameters.all.dropFirst(definition == nil ? 0 : 1)
    for parameter in written where uses.lacks(parameter.identifier.name) {
      let name = parameter.identifier
      report(
        .unusedParameter, "parameter '\(name.name)' of '\(function.name.name)' is never used",
        name.span, help: "leave it out, or begin its name with `_`")
    }
  }

  /// Whether a function is used as a value, so that who gets it decides what it takes.
  private func isHandedOn(_ name: String) -> Bool {
    names.uses.valueNames.contains(name)
      || (depth > 0 && names.uses.localValueNames.contains(name))
  }

  /// Whether nothing but the class itself decides what a method takes: no class above or below it,
  /// no namesake in another class, no protocol of the language, no caller that gets it as a value.
  private func choosesParameters(
    of method: FunctionDefinition, in definition: ClassDefinition
  ) -> Bool {
    let name = method.name.name
    let className = definition.name.name
    guard definition.arguments.isEmpty, !names.uses.baseNames.contains(className) else {
      return false
    }
    if name == "__init__" { return !isHandedOn(className) }
    if name.hasPrefix("__"), name.hasSuffix("__") { return false }
    return names.uses.methodCounts[name] ?? 0 <= 1 && !names.uses.valueAttributes.contains(name)
  }

  // MARK: Results

  /// `return dJ_dw`, a function, while the local `dJ_dw_result` is never used.
  private mutating func checkResults(_ returned: [Identifier], _ unused: [Identifier]) {
    for result in returned where names.isOnlyFunction(result.name) {
      let like = Set(
        unused.map(\.name).filter {
          $0.hasPrefix(result.name + "_") || $0.hasSuffix("_" + result.name)
        })
      guard let first = unused.first(where: { like.contains($0.name) }) else { continue }
      report(
        .shadowedFunctionResult,
        "'\(result.name)' is a function, while the local '\(first.name)' is never used",
        result.span, help: "write `return \(first.name)`",
        fix: like.count == 1
          ? Diagnostic.Fix(at: source.place(of: result.span), with: first.name) : nil)
    }
  }

  /// The local `dJ_dw`, which hides the function of that name and is never used, while `dw` is
  /// returned. Gives the local's name.
  private mutating func checkHiding(
    _ function: FunctionDefinition, _ unused: [Identifier], _ uses: FunctionUses
  ) -> String? {
    guard let result = uses.returned.last,
      let hiding = unused.first(where: {
        $0.name != result.name
          && ($0.name == function.name.name || names.isOnlyFunction($0.name))
      })
    else { return nil }
    let isOwn = hiding.name == function.name.name
    let isUnbound = !function.scope.locals.contains(result.name) && !names.mayBind(result.name)
    report(
      .localHidesFunction,
      "the local '\(hiding.name)' hides the function of that name and is never used, while "
        + "'\(result.name)' is returned", hiding.span, help: "write `return \(hiding.name)`",
      fix: isOwn && isUnbound && uses.returned.count == 1
        ? Diagnostic.Fix(at: source.place(of: result.span), with: hiding.name) : nil)
    return hiding.name
  }
}

extension FunctionDefinition {
  /// Whether the body does nothing yet: `pass`, `...`, a text, or an exception.
  fileprivate var isStub: Bool {
    body.allSatisfy { statement in
      switch statement.kind {
      case .pass, .raise: true
      case .expression(let value), .return(let value?):
        switch value.kind {
        case .string, .constant(.ellipsis), .constant(.none), .name("NotImplemented"): true
        default: false
        }
      case .return(nil): true
      default: false
      }
    }
  }
}
