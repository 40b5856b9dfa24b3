/// Which functions of a lesson may run where the program itself handles an exception: those that the
/// body of a `try` names, those that they name, and so on.
///
///     def f(): return q         # reached: the error may be what is to be shown
///     def g(): return q         # not reached
///     try: f()
///     except Exception: pass
///
/// What runs without being named, as a lambda or `__add__`, may be reached from any `try`.
struct GuardedFunctions {
  private let exception: Guards.Exception
  private let guards: Guards

  /// Whether any handler may take the exception.
  private(set) var isAnywhere = false
  /// Names and attributes that are used where it is handled.
  private var reached: Set<String> = []
  /// What functions and classes use, by their names, as long as they are not reached.
  private var mentioned: [String: Set<String>] = [:]
  /// Whether functions may be called by a name that no text shows.
  private var isDynamic = false

  /// The names of the functions and classes around the place.
  private var surroundings: [String] = []
  private var isGuarded = false

  private static let dynamicNames: Set<String> = [
    "getattr", "globals", "locals", "vars", "eval", "exec", "__dict__", "__getattribute__",
    "methodcaller", "attrgetter",
  ]

  init(_ exception: Guards.Exception, _ guards: Guards) {
    self.exception = exception
    self.guards = guards
  }

  /// Whether the body of a function may run where the exception is handled.
  /// - Parameter uses: tells which functions are values, which anything may call.
  func cover(_ function: FunctionDefinition, _ uses: SessionUses) -> Bool {
    guard isAnywhere else { return false }
    let name = function.name.name
    return isDynamic || function.scope.isGenerator || !function.decorators.isEmpty
      || reached.contains(name)
      || name != "__init__" && name.hasPrefix("__") && name.hasSuffix("__")
      || uses.valueNames.contains(name) || uses.localValueNames.contains(name)
      || uses.valueAttributes.contains(name)
  }

  mutating func collect(_ body: [Statement]) {
    for statement in body { collect(statement) }
  }

  private mutating func collect(_ statement: Statement) {
    statement.forEachExpression { collect($0) }
    switch statement.kind {
    case .function(let function):
      surroundings.append(function.name.name)
      collect(function.body)
      surroundings.removeLast()
    case .classDefinition(let definition):
      surroundings.append(definition.name.name)
      // Whoever names a class may make an object of it, or of one that it derives from.
      mention("__init__")
      for argument in definition.arguments { collect(argument.value) }
      surroundings.removeLast()
      collect(definition.body)
    case .try(let body, let handlers, let orElse, let finally):
      let outer = isGuarded
      if guards.mayCatch(exception, handlers) { (isGuarded, isAnywhere) = (true, true) }
      collect(body)
      isGuarded = outer
      for handler in handlers { collect(handler.body) }
      collect(orElse)
      collect(finally)
    default: statement.forEachBlock { collect($0) }
    }
  }

  private mutating func collect(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): mention(name)
    case .attribute(let value, let name):
      mention(name.name)
      collect(value)
    default: expression.forEachChild { collect($0) }
    }
  }

  private mutating func mention(_ name: String) {
    if Self.dynamicNames.contains(name) { isDynamic = true }
    if isGuarded || surroundings.last.map({ reached.contains($0) }) == true {
      reach(name)
    } else if let user = surroundings.last {
      mentioned[user, default: []].insert(name)
    }
  }

  private mutating func reach(_ name: String) {
    var pending = [name]
    while let name = pending.popLast() {
      guard reached.insert(name).inserted else { continue }
      pending += mentioned.removeValue(forKey: name) ?? []
    }
  }
}
