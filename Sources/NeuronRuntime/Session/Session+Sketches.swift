// What names hold, for whoever shows the code to people. Nothing here runs anything of the program's.

extension Session {
  /// What a name of the session holds now, in at most one line: its value, or how it is called. `nil`
  /// where it has none, or one that says no more than the name: a module, a class.
  public func sketch(ofGlobal name: String) -> String? {
    machine.mainNamespace.ownValue(name).flatMap(sketch)
  }

  /// The same for what an imported module has: `helpers.rate`.
  public func sketch(ofMember path: String) -> String? {
    guard let dot = path.lastIndex(of: "."),
      let module = machine.loadedModule(String(path[..<dot]))
    else { return nil }
    return module[String(path[path.index(after: dot)...])].flatMap(sketch)
  }

  private func sketch(of value: Value) -> String? {
    switch value.kind {
    case .function, .boundMethod: return machine.heading(of: value)
    case .foreign:
      let foreign = value.foreignObject.pointee.value
      return foreign.isCallable && foreign.sketch == nil ? nil : machine.sketch(of: value)
    default: return value.isTelling ? machine.sketch(of: value) : nil
    }
  }
}

extension Machine {
  /// How a function of the program is called: `def f(x, n=2)`.
  fileprivate func heading(of function: Value) -> String? {
    guard let parameters = parameters(of: function) else { return nil }
    let name = functionName(function) ?? "<lambda>"
    let shown = parameters.map { parameter in
      switch parameter.kind {
      case .rest: "*" + parameter.name
      case .keywordRest: "**" + parameter.name
      default: parameter.name + (parameter.defaultValue.map { "=" + sketch(of: $0) } ?? "")
      }
    }
    let list = shown.joined(separator: ", ")
    return name == "<lambda>" ? "lambda \(list)" : "def \(name)(\(list))"
  }
}
