/// What is certain about the classes of a session: how one is called, and how its methods are.
extension SessionNames {
  /// How a call of the class must look; `nil` where that is not certain.
  func constructor(of name: String) -> CallShape? {
    guard !uses.hasDynamicAttributes, !uses.assignedAttributes.contains("__init__"),
      let (definition, method) = member("__init__", of: name),
      member("__new__", of: name) == nil
    else { return nil }
    return CallShape(
      callee: "\(definition.name.name).__init__", parameters: method.parameters, implicitCount: 1)
  }

  /// How a call of a method by `self` must look inside the class; `nil` where that is not certain,
  /// as in a class that others derive from.
  func method(_ method: String, of name: String) -> CallShape? {
    guard !uses.hasDynamicAttributes, !uses.assignedAttributes.contains(method),
      !uses.baseNames.contains(name), let (definition, function) = member(method, of: name),
      member("__getattribute__", of: name) == nil
    else { return nil }
    return CallShape(
      callee: "\(definition.name.name).\(method)", parameters: function.parameters,
      implicitCount: 1)
  }

  /// The plain function that a class surely has under a name, and the class that defines it.
  private func member(
    _ name: String, of className: String
  ) -> (ClassDefinition, FunctionDefinition)? {
    var next = className
    var visited: Set<String> = []
    while visited.insert(next).inserted, let definition = onlyClass(next) {
      if definition.scope.locals.contains(name) {
        let found = definition.methods(named: name)
        guard found.count == 1, found[0].decorators.isEmpty, !found[0].parameters.hasNoSelf
        else { return nil }
        return (definition, found[0])
      }
      guard definition.arguments.count == 1, definition.arguments[0].kind == .positional,
        case .name(let base) = definition.arguments[0].value.kind
      else { return nil }
      next = base
    }
    return nil
  }
}

extension ClassDefinition {
  /// The functions of a name in the body itself, unless something else there binds the name too.
  fileprivate func methods(named name: String) -> [FunctionDefinition] {
    var others = Bindings(countsDefinitions: false)
    others.scan(body)
    if others.nameSet.contains(name) { return [] }
    var functions: [FunctionDefinition] = []
    var isCertain = true
    for statement in body {
      if case .function(let function) = statement.kind {
        if function.name.name == name { functions.append(function) }
      } else if case .classDefinition(let definition) = statement.kind {
        if definition.name.name == name { isCertain = false }
      } else {
        var inner = Bindings()
        inner.scan([statement])
        if inner.nameSet.contains(name) { isCertain = false }
      }
    }
    return isCertain ? functions : []
  }
}

extension Parameters {
  /// Whether the object of a method finds no place among them.
  fileprivate var hasNoSelf: Bool {
    positionalOnly.isEmpty && ordinary.isEmpty
  }
}
