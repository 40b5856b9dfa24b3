/// How the cells of a lesson use names and attributes, whatever the scope: what the checks must know
/// before they call anything certain.
struct SessionUses {
  /// Names that are used as values, not called: who gets a function decides what it takes.
  private(set) var valueNames: Set<String> = []
  /// The same for names that are local to a function.
  private(set) var localValueNames: Set<String> = []
  /// Attributes that are read and not called.
  private(set) var valueAttributes: Set<String> = []
  /// Attributes that are assigned or deleted somewhere.
  private(set) var assignedAttributes: Set<String> = []
  /// Names that stand among the bases of a class.
  private(set) var baseNames: Set<String> = []
  /// In how many classes a method of a name is defined.
  private(set) var methodCounts: [String: Int] = [:]
  /// Whether attributes may be changed in a way that no text shows.
  private(set) var hasDynamicAttributes = false
  /// The functions around the place, by name.
  private var functions: [String] = []
  /// What is no global in them.
  private var locals: [Set<String>] = []

  private static let dynamicNames: Set<String> = [
    "setattr", "delattr", "vars", "type", "globals", "locals", "eval", "exec",
  ]

  mutating func collect(_ body: [Statement]) {
    for statement in body { collect(statement) }
  }

  private mutating func collect(_ statement: Statement) {
    switch statement.kind {
    case .function(let function):
      statement.forEachExpression { collect($0) }
      functions.append(function.name.name)
      locals.append(function.scope.nonGlobals)
      collect(function.body)
      functions.removeLast()
      locals.removeLast()
      return
    case .classDefinition(let definition): collect(definition)
    case .return(let value?):
      // A function that returns itself is a slip, not a use.
      if case .name(let name) = value.kind, functions.contains(name) { return }
    case .assign(let targets, let value):
      collect(value)
      for target in targets {
        noteTarget(target)
        // To bind a name is no use of what it was.
        if case .name = target.kind { continue }
        collect(target)
      }
      return
    case .augmentedAssign(let target, _, _), .annotatedAssign(let target, _, _),
      .for(let target, _, _, _):
      noteTarget(target)
    case .delete(let targets): targets.forEach { noteTarget($0) }
    case .with(let items, _):
      for item in items { item.target.map { noteTarget($0) } }
    default: break
    }
    statement.forEachExpression { collect($0) }
    statement.forEachBlock { collect($0) }
  }

  private mutating func collect(_ definition: ClassDefinition) {
    for argument in definition.arguments {
      if case .name(let name) = argument.value.kind { baseNames.insert(name) }
      // A metaclass decides what a call of the class means.
      if argument.kind != .positional { hasDynamicAttributes = true }
    }
    var seen: Set<String> = []
    for case .function(let method) in definition.body.map(\.kind)
    where seen.insert(method.name.name).inserted {
      methodCounts[method.name.name, default: 0] += 1
    }
  }

  private mutating func noteTarget(_ target: Expression) {
    switch target.kind {
    case .attribute(_, let name): assignedAttributes.insert(name.name)
    case .tuple(let elements), .list(let elements): elements.forEach { noteTarget($0) }
    case .starred(let value): noteTarget(value)
    default: break
    }
  }

  private mutating func collect(_ expression: Expression) {
    switch expression.kind {
    case .name(let name):
      if locals.contains(where: { $0.contains(name) }) {
        localValueNames.insert(name)
      } else {
        valueNames.insert(name)
      }
      if Self.dynamicNames.contains(name) { hasDynamicAttributes = true }
    case .attribute(let value, let name):
      noteAttribute(name.name)
      valueAttributes.insert(name.name)
      collect(value)
    case .call(let function, let arguments): collectCall(function, arguments)
    default: expression.forEachChild { collect($0) }
    }
  }

  private mutating func collectCall(_ function: Expression, _ arguments: [Argument]) {
    switch function.kind {
    case .name(let name):
      // `type(x)` only asks; with three arguments it makes a class.
      if Self.dynamicNames.contains(name), name != "type" || arguments.count != 1 {
        hasDynamicAttributes = true
      }
    case .attribute(let value, let name):
      noteAttribute(name.name)
      collect(value)
    default: collect(function)
    }
    for argument in arguments { collect(argument.value) }
  }

  private mutating func noteAttribute(_ name: String) {
    if name == "__dict__" || name == "__class__" { hasDynamicAttributes = true }
  }
}
