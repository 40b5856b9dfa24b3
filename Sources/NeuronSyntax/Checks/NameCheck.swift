import SourceText

/// Follows one cell in the order in which it runs, and asks of each name that is used whether it is
/// bound. In the body of a function every binding of the session counts, since the call decides
/// when it runs.
struct NameCheck {
  private struct Level {
    /// Names that are no globals here.
    let known: Set<String>
    let locals: [String]
    let globals: Set<String>
    /// Whether the code runs later, at some call.
    let isDeferred: Bool
    let isClassBody: Bool
  }

  private let source: SourceFragment
  private let names: SessionNames
  private let cell: Int

  /// What is bound at module level where the walk is.
  private(set) var bound: Set<String>
  private(set) var diagnostics: [Diagnostic] = []
  /// How often this session's names were searched for one that may have been meant.
  private(set) var searchCount: Int
  private static let mostSearches = 20

  private var levels: [Level] = []
  /// What the loops around the place bind: it may be bound from an earlier turn.
  private var loopNames: [Set<String>] = []
  /// How many statements at module level the place is inside of: what a branch deletes may still be
  /// bound.
  private var branches = 0
  /// Whether the program itself handles a name that is not bound.
  private var isGuarded = false
  private var isInAnnotation = false
  /// Names already reported in the function, or the module's own code, under way, each with the index
  /// of its problem.
  private var reported: [String: Int] = [:]
  /// Further places of one name that are told; the rest are as plain to see.
  private static let mostFurtherPlaces = 5

  init(_ source: SourceFragment, _ names: SessionNames, cell: Int, bound: consuming Set<String>) {
    self.source = source
    self.names = names
    self.cell = cell
    self.bound = bound
    searchCount = names.searchCount
  }

  mutating func walk(_ module: Module) {
    walk(module.body)
  }

  private var isDeferred: Bool { levels.contains(where: \.isDeferred) }

  // MARK: Names

  private mutating func use(_ name: String, _ span: Span) {
    if let top = levels.last {
      if top.known.contains(name) { return }
      if name == "__class__" { return }
      if top.isClassBody, Self.classNames.contains(name) { return }
    }
    if names.builtinSet.contains(name) || bound.contains(name) { return }
    if names.isOpen || names.uncertain.contains(name) || Self.moduleNames.contains(name) { return }
    if loopNames.contains(where: { $0.contains(name) }) { return }
    if isDeferred, names.mayBind(name) { return }
    if isGuarded { return }
    if let problem = reported[name] { return note(span, in: problem) }
    reported[name] = diagnostics.count
    reportUnbound(name, span)
  }

  /// A further line on which a name is not bound is told with the first.
  private mutating func note(_ span: Span, in problem: Int) {
    let place = source.place(of: span)
    var lines = diagnostics[problem].notes.compactMap { $0.place?.start.line }
    if case .text(let first) = diagnostics[problem].location { lines.append(first.start.line) }
    guard !lines.contains(place.start.line), lines.count <= Self.mostFurtherPlaces else { return }
    diagnostics[problem].notes.append(.init("it is used here as well", at: place))
  }

  /// What every module has.
  private static let moduleNames: Set<String> = ["__name__", "__doc__"]
  /// What every class body has besides.
  private static let classNames: Set<String> = ["__module__", "__qualname__"]

  private mutating func reportUnbound(_ name: String, _ span: Span) {
    let place = source.place(of: span)
    guard let binding = names.bindings[name] else {
      if let help = LeftOutNames.help(for: name) {
        diagnostics.append(
          Diagnostic(
            .unsupportedSyntax, "`\(name)` is not part of neuron", at: place, help: help))
        return
      }
      let found = advice(for: name)
      diagnostics.append(
        Diagnostic(
          .undefinedName, "name '\(name)' is not defined", at: place, help: found?.help,
          fix: found?.replacement.map { Diagnostic.Fix(at: place, with: $0) }))
      return
    }
    let note = Diagnostic.Note("'\(name)' is bound here", at: binding.place)
    if binding.cell > cell {
      diagnostics.append(
        Diagnostic(
          .nameUsedBeforeItsCell, "name '\(name)' is used before the cell that binds it",
          at: place, notes: [note], help: "move the cell that binds '\(name)' above this one"))
    } else if binding.cell == cell {
      diagnostics.append(
        Diagnostic(
          .undefinedName, "name '\(name)' is used before it is bound", at: place, notes: [note],
          help: isInAnnotation
            ? "write the annotation in quotation marks"
            : "move the line that binds '\(name)' above this one"))
    } else {
      diagnostics.append(
        Diagnostic(
          .undefinedName, "name '\(name)' is used after it was deleted", at: place, notes: [note]))
    }
  }

  /// Each search looks at all names: a session with many faults gets help for the first.
  private mutating func advice(for name: String) -> NameAdvice.Advice? {
    guard searchCount < Self.mostSearches else { return nil }
    searchCount += 1
    return NameAdvice(names: names, scopes: levels.map(\.locals)).advice(for: name)
  }

  private mutating func bind(_ name: String) {
    if let top = levels.last, !top.globals.contains(name) { return }
    bound.insert(name)
  }

  private mutating func unbind(_ name: String) {
    if levels.isEmpty, branches == 0 { bound.remove(name) }
  }

  private mutating func bindTarget(_ target: Expression) {
    switch target.kind {
    case .name(let name): bind(name)
    case .tuple(let elements), .list(let elements): for element in elements { bindTarget(element) }
    case .starred(let value): bindTarget(value)
    default: walk(target)
    }
  }

  // MARK: Statements

  private mutating func walk(_ body: [Statement]) {
    for statement in body { walk(statement) }
  }

  private mutating func walk(_ statement: Statement) {
    switch statement.kind {
    case .expression(let value): walk(value)
    case .assign(let targets, let value):
      walk(value)
      for target in targets { bindTarget(target) }
    case .augmentedAssign(let target, _, let value):
      walk(target)
      walk(value)
      bindTarget(target)
    case .annotatedAssign(let target, let annotation, let value):
      walk(value)
      if value != nil { bindTarget(target) }
      // In a function Python does not evaluate it.
      if levels.last?.isClassBody ?? true { walkAnnotation(annotation) }
    case .function(let function): walk(function)
    case .classDefinition(let definition): walk(definition)
    case .return(let value): walk(value)
    case .import(let imported): for name in imported { bind(name.boundName) }
    case .importFrom(_, _, let imported):
      for name in imported ?? [] { bind((name.alias ?? name.name).name) }
    case .delete(let targets):
      for target in targets {
        walk(target)
        if case .name(let name) = target.kind { unbind(name) }
      }
    case .assert(let test, let message):
      walk(test)
      walk(message)
    case .raise(let exception, let cause):
      walk(exception)
      walk(cause)
    case .if, .while, .for, .try, .with: walkBlocks(statement)
    case .break, .continue, .pass, .global, .nonlocal, .unsupported: break
    }
  }

  private mutating func walkBlocks(_ statement: Statement) {
    branches += 1
    defer { branches -= 1 }
    switch statement.kind {
    case .if(let test, let body, let orElse):
      walk(test)
      walk(body)
      walk(orElse)
    case .while(let test, let body, let orElse):
      enterLoop(statement)
      walk(test)
      walk(body)
      loopNames.removeLast()
      walk(orElse)
    case .for(let target, let iterable, let body, let orElse):
      walk(iterable)
      enterLoop(statement)
      bindTarget(target)
      walk(body)
      loopNames.removeLast()
      walk(orElse)
    case .try(let body, let handlers, let orElse, let finally):
      guarding(names.guards.mayCatch(.name, handlers)) { $0.walk(body) }
      for handler in handlers { walk(handler) }
      walk(orElse)
      walk(finally)
    case .with(let items, let body):
      for item in items {
        walk(item.context)
        item.target.map { bindTarget($0) }
      }
      guarding(names.guards.mayCatch(items)) { $0.walk(body) }
    default: break
    }
  }

  private mutating func guarding(_ isCaught: Bool, _ walkBody: (inout NameCheck) -> Void) {
    let outer = isGuarded
    if isCaught { isGuarded = true }
    walkBody(&self)
    isGuarded = outer
  }

  private mutating func enterLoop(_ statement: Statement) {
    var bindings = Bindings()
    if levels.isEmpty { bindings.scan([statement]) }
    loopNames.append(bindings.nameSet)
  }

  /// The name of a handler is bound in its body only.
  private mutating func walk(_ handler: ExceptionHandler) {
    walk(handler.type)
    let name = handler.name?.name
    let wasBound = name.map { bound.contains($0) } ?? true
    name.map { bind($0) }
    walk(handler.body)
    if !wasBound, levels.isEmpty, let name { bound.remove(name) }
  }

  // MARK: Scopes

  private mutating func enter(_ scope: Scope, isDeferred: Bool, isClassBody: Bool = false) {
    levels.append(
      Level(
        known: scope.nonGlobals, locals: scope.locals, globals: scope.globals,
        isDeferred: isDeferred, isClassBody: isClassBody))
  }

  private mutating func walk(_ function: FunctionDefinition) {
    for decorator in function.decorators { walk(decorator) }
    for value in function.parameters.defaultValues { walk(value) }
    for parameter in function.parameters.all { parameter.annotation.map { walkAnnotation($0) } }
    function.returns.map { walkAnnotation($0) }
    bind(function.name.name)
    let outer = reported
    if !isDeferred { reported = [:] }
    enter(function.scope, isDeferred: true)
    guarding(names.guardedFromNames.cover(function, names.uses)) { $0.walk(function.body) }
    levels.removeLast()
    if !isDeferred { reported = outer }
  }

  /// Neuron never evaluates annotations, and so their names are not resolved; Python does.
  private mutating func walkAnnotation(_ annotation: Expression) {
    guard names.hasAnnotations else { return }
    switch annotation.kind {
    case .name(let name):
      let isLocal = levels.contains { !$0.isClassBody && $0.locals.contains(name) }
      if isLocal || LeftOutNames.help(for: name) != nil { return }
      isInAnnotation = true
      use(name, annotation.span)
      isInAnnotation = false
    case .lambda, .comprehension, .named: break
    default: annotation.forEachChild { walkAnnotation($0) }
    }
  }

  private mutating func walk(_ definition: ClassDefinition) {
    for decorator in definition.decorators { walk(decorator) }
    for argument in definition.arguments { walk(argument.value) }
    enter(definition.scope, isDeferred: false, isClassBody: true)
    walk(definition.body)
    levels.removeLast()
    bind(definition.name.name)
  }

  // MARK: Expressions

  private mutating func walk(_ expression: Expression?) {
    if let expression { walk(expression) }
  }

  private mutating func walk(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): use(name, expression.span)
    case .named(let name, let value):
      walk(value)
      bindNamed(name.name)
    case .lambda(let lambda):
      for value in lambda.parameters.defaultValues { walk(value) }
      enter(lambda.scope, isDeferred: true)
      guarding(names.guardedFromNames.isAnywhere) { $0.walk(lambda.body) }
      levels.removeLast()
    case .comprehension(let comprehension): walk(comprehension)
    default: expression.forEachChild { walk($0) }
    }
  }

  /// `:=` in a comprehension of the module's own code binds in the module.
  private mutating func bindNamed(_ name: String) {
    if levels.allSatisfy({ $0.globals.contains(name) }) { bound.insert(name) }
  }

  private mutating func walk(_ comprehension: Comprehension) {
    if let first = comprehension.clauses.first { walk(first.iterable) }
    let isGenerator = comprehension.kind == .generator
    let isEmpty = comprehension.clauses.first?.iterable.isEmptyByItsText == true
    enter(comprehension.scope, isDeferred: isGenerator)
    guarding(isEmpty || isGenerator && names.guardedFromNames.isAnywhere) {
      $0.walkParts(of: comprehension)
    }
    levels.removeLast()
  }

  private mutating func walkParts(of comprehension: Comprehension) {
    for (index, clause) in comprehension.clauses.enumerated() {
      if index > 0 { walk(clause.iterable) }
      bindTarget(clause.target)
      for condition in clause.conditions { walk(condition) }
    }
    walk(comprehension.element)
    walk(comprehension.value)
  }
}
