/// What is certain about the classes of a session: how one is called, and how its methods are. It
/// remembers what it found, which holds until another cell is declared.
struct ClassShapes {
  /// A plain function of a class, and the class that defines it.
  private struct Member {
    var className: String
    var parameters: Parameters
  }

  private struct Key: Hashable {
    var className: String
    var name: String
  }

  /// `nil` where nothing is certain.
  private var members: [Key: Member?] = [:]
  /// The functions of each class body.
  private var functions: [String: [String: FunctionDefinition]] = [:]

  /// How a call of the class must look; `nil` where that is not certain.
  mutating func constructor(of className: String, _ names: SessionNames) -> CallShape? {
    guard !names.uses.hasDynamicAttributes, !names.uses.assignedAttributes.contains("__init__"),
      let initializer = member("__init__", of: className, names),
      member("__new__", of: className, names) == nil
    else { return nil }
    return CallShape(
      callee: "\(initializer.className).__init__", parameters: initializer.parameters,
      implicitCount: 1)
  }

  /// How a call of a method by `self` must look inside the class; `nil` where that is not certain,
  /// as in a class that others derive from.
  mutating func method(
    _ method: String, of className: String, _ names: SessionNames
  ) -> CallShape? {
    guard !names.uses.hasDynamicAttributes, !names.uses.assignedAttributes.contains(method),
      !names.uses.baseNames.contains(className),
      let found = member(method, of: className, names),
      member("__getattribute__", of: className, names) == nil
    else { return nil }
    return CallShape(
      callee: "\(found.className).\(method)", parameters: found.parameters, implicitCount: 1)
  }

  /// The plain function that a class surely has under a name.
  private mutating func member(
    _ name: String, of className: String, _ names: SessionNames
  ) -> Member? {
    var chain: [String] = []
    var visited: Set<String> = []
    var next: String? = className
    var found: Member?
    while let current = next, visited.insert(current).inserted {
      if let known = members[Key(className: current, name: name)] {
        found = known
        break
      }
      chain.append(current)
      guard let definition = names.onlyClass(current) else { break }
      if definition.scope.locals.contains(name) {
        found = ownMember(name, of: definition)
        break
      }
      next = definition.onlyBase
    }
    for current in chain { members[Key(className: current, name: name)] = .some(found) }
    return found
  }

  private mutating func ownMember(_ name: String, of definition: ClassDefinition) -> Member? {
    let className = definition.name.name
    if functions[className] == nil { functions[className] = definition.certainFunctions }
    guard let function = functions[className]?[name], function.decorators.isEmpty,
      !function.parameters.hasNoSelf
    else { return nil }
    return Member(className: className, parameters: function.parameters)
  }
}

extension ClassDefinition {
  /// The class that it derives from, where it is written as a plain name and the only one.
  fileprivate var onlyBase: String? {
    guard arguments.count == 1, arguments[0].kind == .positional,
      case .name(let base) = arguments[0].value.kind
    else { return nil }
    return base
  }

  /// The functions in the body itself whose names nothing else there binds.
  fileprivate var certainFunctions: [String: FunctionDefinition] {
    var others = Bindings(countsDefinitions: false)
    others.scan(body)
    var uncertain = others.nameSet
    var functions: [String: FunctionDefinition] = [:]
    for statement in body {
      switch statement.kind {
      case .function(let function):
        let name = function.name.name
        if functions.updateValue(function, forKey: name) != nil { uncertain.insert(name) }
      case .classDefinition(let definition): uncertain.insert(definition.name.name)
      default:
        var inner = Bindings()
        inner.scan([statement])
        uncertain.formUnion(inner.nameSet)
      }
    }
    return functions.filter { !uncertain.contains($0.key) }
  }
}

extension Parameters {
  /// Whether the object of a method finds no place among them.
  fileprivate var hasNoSelf: Bool {
    positionalOnly.isEmpty && ordinary.isEmpty
  }
}
