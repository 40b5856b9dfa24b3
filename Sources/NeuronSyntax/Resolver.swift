import SourceText

/// Fills the scopes of a tree, from the outside in; what inner scopes take from outer ones is noted
/// in these when the inner one ends.
struct Resolver {
  /// One scope under way.
  private struct Level {
    enum Kind { case function, classBody, comprehension }

    let kind: Kind
    var scope = Scope()
    /// What inner functions find here.
    var bound: Set<String>
    var nonlocals: Set<String> = []
    var freeSet: Set<String> = []
    /// The free names that inner functions capture.
    var captured: Set<String> = []
    /// Whether `super` is called, which finds its arguments in the frame of a function.
    var usesSuper = false
    /// What a comprehension is called where it must not hold a `yield`.
    var comprehension = ""

    mutating func addFree(_ name: String) {
      if freeSet.insert(name).inserted { scope.free.append(name) }
    }
  }

  private let source: SourceFragment
  private(set) var diagnostics: [Diagnostic] = []
  private var levels: [Level] = []
  /// Whether the place is in the iterable of a comprehension, where `:=` is not allowed.
  private var isInIterable = false

  init(_ source: SourceFragment) {
    self.source = source
  }

  mutating func resolve(_ module: inout Module) {
    var bindings = Bindings()
    bindings.scan(module.body)
    report(bindings)
    resolve(&module.body)
  }

  private mutating func report(_ message: String, _ span: Span) {
    diagnostics.append(Diagnostic(.syntaxError, message, at: source.place(of: span)))
  }

  private mutating func report(_ bindings: Bindings) {
    for (message, span) in bindings.faults { report(message, span) }
  }

  // MARK: Names

  /// Notes where a name that is used in the innermost scope comes from.
  private mutating func use(_ name: String) {
    guard let top = levels.last else { return }
    if name == "super", top.kind != .classBody {
      levels[levels.count - 1].usesSuper = true
      use("__class__")
    }
    if top.bound.contains(name) || top.scope.globals.contains(name) { return }
    if isBoundOutside(name) { levels[levels.count - 1].addFree(name) }
  }

  /// Whether a function around the innermost scope binds a name. The bodies of classes do not count,
  /// but that they give `__class__`.
  private func isBoundOutside(_ name: String) -> Bool {
    for level in levels.dropLast().reversed() {
      if level.kind == .classBody {
        if name == "__class__" { return true }
        continue
      }
      if level.scope.globals.contains(name) { return false }
      if level.bound.contains(name) { return true }
    }
    return false
  }

  /// Ends the innermost scope and hands what it takes from outside on to the next.
  private mutating func leave() -> Scope {
    var inner = levels.removeLast()
    inner.scope.isInlined =
      inner.kind == .comprehension && !inner.scope.isGenerator && inner.scope.boxed.isEmpty
      && !inner.usesSuper && levels.last?.kind != .classBody
    guard !levels.isEmpty else { return inner.scope }
    let outer = levels.count - 1
    for name in inner.scope.free {
      let isHere =
        levels[outer].kind == .classBody
        ? name == "__class__" : levels[outer].bound.contains(name)
      let isCaptured = !inner.scope.isInlined || inner.captured.contains(name)
      if isHere {
        levels[outer].scope.cells.insert(name)
        if isCaptured { levels[outer].scope.boxed.insert(name) }
      } else {
        levels[outer].addFree(name)
        if isCaptured { levels[outer].captured.insert(name) }
      }
    }
    return inner.scope
  }

  private mutating func enter(_ kind: Level.Kind, _ bindings: Bindings) {
    report(bindings)
    var level = Level(kind: kind, bound: bindings.nameSet)
    level.scope.locals = bindings.names
    level.scope.globals = bindings.globals
    level.scope.isGenerator = bindings.isGenerator
    level.nonlocals = bindings.nonlocals
    levels.append(level)
  }

  // MARK: Statements

  private mutating func resolve(_ body: inout [Statement]) {
    for index in body.indices {
      if case .importFrom(_, _, names: nil) = body[index].kind, !levels.isEmpty {
        report("import * only allowed at module level", body[index].span)
      }
      resolve(&body[index].kind)
    }
  }

  private mutating func resolve(_ kind: inout Statement.Kind) {
    switch kind {
    case .expression(var value):
      resolve(&value)
      kind = .expression(value)
    case .assign(var targets, var value):
      resolve(&value)
      resolve(&targets)
      kind = .assign(targets: targets, value: value)
    case .augmentedAssign(var target, let operation, var value):
      resolve(&target)
      resolve(&value)
      kind = .augmentedAssign(target: target, operation: operation, value: value)
    case .annotatedAssign(var target, let annotation, var value):
      resolve(&target)
      resolve(&value)
      kind = .annotatedAssign(target: target, annotation: annotation, value: value)
    case .function(var function):
      resolve(&function)
      kind = .function(function)
    case .classDefinition(var definition):
      resolve(&definition)
      kind = .classDefinition(definition)
    case .return(var value):
      resolve(&value)
      kind = .return(value)
    case .delete(var targets):
      resolve(&targets)
      kind = .delete(targets)
    case .assert(var test, var message):
      resolve(&test)
      resolve(&message)
      kind = .assert(test: test, message: message)
    case .raise(var exception, var cause):
      resolve(&exception)
      resolve(&cause)
      kind = .raise(exception, cause: cause)
    case .nonlocal(let names): declareNonlocal(names)
    case .break, .continue, .pass, .import, .importFrom, .global, .unsupported: break
    case .if, .while, .for, .try, .with: resolveBlocks(&kind)
    }
  }

  @inline(never) private mutating func resolveBlocks(_ kind: inout Statement.Kind) {
    switch kind {
    case .if(var test, var body, var orElse):
      resolve(&test)
      resolve(&body)
      resolve(&orElse)
      kind = .if(test: test, body: body, orElse: orElse)
    case .while(var test, var body, var orElse):
      resolve(&test)
      resolve(&body)
      resolve(&orElse)
      kind = .while(test: test, body: body, orElse: orElse)
    case .for(var target, var iterable, var body, var orElse):
      resolve(&target)
      resolve(&iterable)
      resolve(&body)
      resolve(&orElse)
      kind = .for(target: target, iterable: iterable, body: body, orElse: orElse)
    case .try(var body, var handlers, var orElse, var finally):
      resolve(&body)
      for index in handlers.indices {
        resolve(&handlers[index].type)
        if let name = handlers[index].name { use(name.name) }
        resolve(&handlers[index].body)
      }
      resolve(&orElse)
      resolve(&finally)
      kind = .try(body: body, handlers: handlers, orElse: orElse, finally: finally)
    case .with(var items, var body):
      for index in items.indices {
        resolve(&items[index].context)
        resolve(&items[index].target)
      }
      resolve(&body)
      kind = .with(items, body: body)
    default: break
    }
  }

  private mutating func declareNonlocal(_ names: [Identifier]) {
    for identifier in names {
      if levels.isEmpty {
        report("nonlocal declaration not allowed at module level", identifier.span)
      } else if isBoundOutside(identifier.name) {
        levels[levels.count - 1].addFree(identifier.name)
      } else if levels[levels.count - 1].nonlocals.contains(identifier.name) {
        report("no binding for nonlocal '\(identifier.name)' found", identifier.span)
      }
    }
  }

  // MARK: Definitions

  @inline(never) private mutating func resolve(_ function: inout FunctionDefinition) {
    resolve(&function.decorators)
    function.parameters.updateDefaults { resolve(&$0) }
    use(function.name.name)
    var bindings = Bindings(parameters: function.parameters.all)
    bindings.scan(function.body)
    enter(.function, bindings)
    resolve(&function.body)
    function.scope = leave()
  }

  @inline(never) private mutating func resolve(_ definition: inout ClassDefinition) {
    resolve(&definition.decorators)
    for index in definition.arguments.indices { resolve(&definition.arguments[index].value) }
    use(definition.name.name)
    var bindings = Bindings()
    bindings.scan(definition.body)
    enter(.classBody, bindings)
    resolve(&definition.body)
    definition.scope = leave()
  }

  @inline(never) private mutating func resolve(_ lambda: inout Lambda) {
    lambda.parameters.updateDefaults { resolve(&$0) }
    let outer = isInIterable
    isInIterable = false
    var bindings = Bindings(parameters: lambda.parameters.all)
    bindings.scan([Statement(.expression(lambda.body), lambda.body.span)])
    enter(.function, bindings)
    resolve(&lambda.body)
    lambda.scope = leave()
    isInIterable = outer
  }

  // MARK: Expressions

  private mutating func resolve(_ expressions: inout [Expression]) {
    for index in expressions.indices { resolve(&expressions[index]) }
  }

  private mutating func resolve(_ expression: inout Expression?) {
    expression.updateValue { resolve(&$0) }
  }

  private mutating func resolve(_ expression: inout Expression) {
    switch expression.kind {
    case .name(let name): use(name)
    case .lambda(var lambda):
      resolve(&lambda)
      expression.kind = .lambda(lambda)
    case .comprehension(var comprehension):
      resolve(&comprehension)
      expression.kind = .comprehension(comprehension)
    case .named(let name, _):
      expression.updateChildren { resolve(&$0) }
      resolveAssigned(name)
    case .yield, .yieldFrom:
      if let top = levels.last, top.kind == .comprehension {
        report("'yield' inside \(top.comprehension)", expression.span)
      }
      expression.updateChildren { resolve(&$0) }
    default: expression.updateChildren { resolve(&$0) }
    }
  }

  // MARK: Comprehensions

  @inline(never) private mutating func resolve(_ comprehension: inout Comprehension) {
    resolveIterable(&comprehension.clauses[0].iterable)
    var bindings = Bindings()
    let iterable = comprehension.clauses[0].iterable.span
    bindings.bind(".0", iterable)
    for clause in comprehension.clauses { bindings.bindTarget(clause.target) }
    enter(.comprehension, bindings)
    levels[levels.count - 1].comprehension =
      switch comprehension.kind {
      case .list: "list comprehension"
      case .set: "set comprehension"
      case .dictionary: "dict comprehension"
      case .generator: "generator expression"
      }
    for index in comprehension.clauses.indices {
      resolve(&comprehension.clauses[index].target)
      if index > 0 { resolveIterable(&comprehension.clauses[index].iterable) }
      resolve(&comprehension.clauses[index].conditions)
    }
    resolve(&comprehension.element)
    resolve(&comprehension.value)
    levels[levels.count - 1].scope.isGenerator = comprehension.kind == .generator
    comprehension.scope = leave()
  }

  private mutating func resolveIterable(_ iterable: inout Expression) {
    let outer = isInIterable
    isInIterable = true
    resolve(&iterable)
    isInIterable = outer
  }

  /// `name := …` inside a comprehension binds in the function around it, or in the module.
  private mutating func resolveAssigned(_ name: Identifier) {
    if isInIterable {
      report(
        "assignment expression cannot be used in a comprehension iterable expression", name.span)
    }
    var index = levels.count - 1
    while index >= 0, levels[index].kind == .comprehension {
      if levels[index].bound.contains(name.name) {
        report(
          "assignment expression cannot rebind comprehension iteration variable '\(name.name)'",
          name.span)
        return
      }
      index -= 1
    }
    if index == levels.count - 1 { return use(name.name) }
    if index >= 0, levels[index].kind == .classBody {
      report(
        "assignment expression within a comprehension cannot be used in a class body", name.span)
    } else if index >= 0, !levels[index].scope.globals.contains(name.name) {
      use(name.name)
    } else {
      for inner in (index + 1)..<levels.count { levels[inner].scope.globals.insert(name.name) }
    }
  }
}
