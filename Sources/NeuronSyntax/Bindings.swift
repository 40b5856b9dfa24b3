import SourceText

/// What one body binds, declares and uses of its own, not looking into inner functions: collected
/// before any name in it is resolved, since a binding counts for the whole body.
struct Bindings {
  /// In the order of first binding.
  var names: [String] { order.filter(nameSet.contains) }
  /// Where each of `names` is first bound.
  private(set) var places: [String: Span] = [:]
  private(set) var nameSet: Set<String> = []
  private(set) var globals: Set<String> = []
  private(set) var nonlocals: Set<String> = []
  private(set) var isGenerator = false
  /// Message and place of each faulty declaration.
  private(set) var faults: [(String, Span)] = []

  /// The names in the order of first binding, also those that a late `global` took away.
  private var order: [String] = []
  /// Whether a `def` or `class` counts as a binding.
  private let countsDefinitions: Bool
  private var parameters: Set<String> = []
  private var used: Set<String> = []

  init(parameters: [Parameter] = [], countsDefinitions: Bool = true) {
    self.countsDefinitions = countsDefinitions
    for parameter in parameters {
      let name = parameter.identifier
      if !self.parameters.insert(name.name).inserted {
        faults.append(("duplicate argument '\(name.name)' in function definition", name.span))
      }
      bind(name)
    }
  }

  mutating func bind(_ name: String, _ span: Span) {
    if globals.contains(name) || nonlocals.contains(name) { return }
    if nameSet.insert(name).inserted {
      order.append(name)
      places[name] = span
    }
  }

  mutating func bind(_ identifier: Identifier) {
    bind(identifier.name, identifier.span)
  }

  // MARK: Declarations

  private mutating func declare(_ names: [Identifier], asGlobal: Bool) {
    let kind = asGlobal ? "global" : "nonlocal"
    for identifier in names {
      let name = identifier.name
      if parameters.contains(name) {
        faults.append(("name '\(name)' is parameter and \(kind)", identifier.span))
        continue
      }
      if (asGlobal ? nonlocals : globals).contains(name) {
        faults.append(("name '\(name)' is nonlocal and global", identifier.span))
        continue
      }
      if nameSet.contains(name) {
        faults.append(
          ("name '\(name)' is assigned to before \(kind) declaration", identifier.span))
      } else if used.contains(name) {
        faults.append(("name '\(name)' is used prior to \(kind) declaration", identifier.span))
      }
      if asGlobal { globals.insert(name) } else { nonlocals.insert(name) }
      nameSet.remove(name)
    }
  }

  // MARK: Statements

  mutating func scan(_ body: [Statement]) {
    for statement in body { scan(statement) }
  }

  private mutating func scan(_ statement: Statement) {
    switch statement.kind {
    case .expression(let value): scan(value)
    case .assign(let targets, let value):
      scan(value)
      for target in targets { bindTarget(target) }
    case .augmentedAssign(let target, _, let value):
      bindTarget(target)
      scan(value)
    case .annotatedAssign(let target, _, let value):
      bindTarget(target)
      value.map { scan($0) }
    case .function(let function):
      function.decorators.forEach { scan($0) }
      function.parameters.defaultValues.forEach { scan($0) }
      if countsDefinitions { bind(function.name) }
    case .classDefinition(let definition):
      definition.decorators.forEach { scan($0) }
      definition.arguments.forEach { scan($0.value) }
      if countsDefinitions { bind(definition.name) }
    case .return(let value): value.map { scan($0) }
    case .if(let test, let body, let orElse), .while(let test, let body, let orElse):
      scan(test)
      scan(body)
      scan(orElse)
    case .for(let target, let iterable, let body, let orElse):
      bindTarget(target)
      scan(iterable)
      scan(body)
      scan(orElse)
    case .break, .continue, .pass, .unsupported: break
    case .import(let names):
      for name in names { bind(name.boundName, name.boundPlace) }
    case .importFrom(_, _, let names):
      for name in names ?? [] { bind(name.alias ?? name.name) }
    case .global(let names): declare(names, asGlobal: true)
    case .nonlocal(let names): declare(names, asGlobal: false)
    case .delete(let targets): targets.forEach { bindTarget($0) }
    case .assert(let test, let message):
      scan(test)
      message.map { scan($0) }
    case .raise(let exception, let cause):
      exception.map { scan($0) }
      cause.map { scan($0) }
    case .try(let body, let handlers, let orElse, let finally):
      scan(body)
      for handler in handlers {
        handler.type.map { scan($0) }
        handler.name.map { bind($0) }
        scan(handler.body)
      }
      scan(orElse)
      scan(finally)
    case .with(let items, let body):
      for item in items {
        scan(item.context)
        item.target.map { bindTarget($0) }
      }
      scan(body)
    }
  }

  // MARK: Expressions

  /// The names in a target are bound; the parts of its attributes and subscripts are used.
  mutating func bindTarget(_ target: Expression) {
    switch target.kind {
    case .name(let name): bind(name, target.span)
    case .tuple(let elements), .list(let elements): elements.forEach { bindTarget($0) }
    case .starred(let value): bindTarget(value)
    default: scan(target)
    }
  }

  private mutating func scan(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): used.insert(name)
    case .named(let name, let value):
      scan(value)
      bind(name)
    case .lambda(let lambda): lambda.parameters.defaultValues.forEach { scan($0) }
    case .comprehension(let comprehension): scan(comprehension)
    case .yield, .yieldFrom:
      isGenerator = true
      scanChildren(of: expression)
    default: scanChildren(of: expression)
    }
  }

  private mutating func scanChildren(of expression: Expression) {
    expression.forEachChild { scan($0) }
  }

  /// Its first iterable is evaluated here; of the rest only `:=` binds here.
  private mutating func scan(_ comprehension: Comprehension) {
    if let first = comprehension.clauses.first { scan(first.iterable) }
    for name in comprehension.assignedNames { bind(name) }
  }
}

extension ImportedName {
  /// `import a.b` binds `a`.
  var boundName: String {
    alias?.name ?? String(name.name.prefix { $0 != "." })
  }

  var boundPlace: Span { (alias ?? name).span }
}

extension Comprehension {
  /// The names that `:=` binds inside it, for the function around it.
  var assignedNames: [Identifier] {
    var names: [Identifier] = []
    func collect(_ expression: Expression) {
      switch expression.kind {
      case .named(let name, let value):
        collect(value)
        names.append(name)
      case .lambda(let lambda): lambda.parameters.defaultValues.forEach(collect)
      default: expression.forEachChild(collect)
      }
    }
    for clause in clauses {
      if clause.iterable.span != clauses[0].iterable.span { collect(clause.iterable) }
      clause.conditions.forEach(collect)
    }
    collect(element)
    value.map(collect)
    return names
  }
}
