/// A call whose arguments have found their parameters, so that they can be looked at by name and
/// replaced before it is made.
package struct BoundCall {
  package let callee: Value
  /// What each value is for: a parameter, `args[0]` of a parameter `*args`, or a keyword of `**kwargs`.
  package let names: [String]
  /// In the order in which arguments can be written: those by place first.
  package var values: [Value]
  /// The names of the last values, where those are to be handed on by keyword.
  private let keywords: [String]
  /// Whether the values are the registers of the function's parameters.
  private let areRegisters: Bool

  fileprivate init(
    callee: Value, names: [String], values: [Value], keywords: [String], areRegisters: Bool = false
  ) {
    self.callee = callee
    self.names = names
    self.values = values
    self.keywords = keywords
    self.areRegisters = areRegisters
  }

  /// The same arguments for another callee with the same parameters.
  fileprivate func handedOn(to callee: Value) -> BoundCall {
    BoundCall(callee: callee, names: names, values: values, keywords: keywords)
  }

  /// Makes the call.
  package func run(in machine: Machine) throws(Interruption) -> Value {
    areRegisters
      ? try machine.callFunction(callee, registers: values)
      : try machine.call(callee, values, keywords: keywords)
  }
}

extension Machine {
  /// Finds the parameters of a call. For a function of the program every parameter is there, defaults
  /// filled in, and each argument that `*args` or `**kwargs` takes by itself; what is written in Swift
  /// has no named parameters but those given by keyword.
  package func bind(_ callee: Value, _ arguments: Arguments) throws(Interruption) -> BoundCall {
    if callee.kind == .function {
      return try bind(function: callee, arguments)
    }
    if let inner = underlyingFunction(callee) {
      return try bind(inner, arguments).handedOn(to: callee)
    }
    let all = UnsafeBufferPointer(
      start: arguments.base, count: arguments.count + arguments.keywords.count)
    return BoundCall(
      callee: callee,
      names: (0..<arguments.count).map { "argument \($0 + 1)" } + arguments.keywords,
      values: Array(all), keywords: arguments.keywords)
  }

  private func bind(function: Value, _ arguments: Arguments) throws(Interruption) -> BoundCall {
    let code = function.functionObject.pointee.code._withUnsafeGuaranteedRef { $0 }
    let shape = code.parameters
    let registers = UnsafeMutablePointer<Value>.allocate(capacity: max(shape.count, 1))
    defer { registers.deallocate() }
    registers.initialize(repeating: .unbound, count: max(shape.count, 1))
    try ArgumentBinder(code: code, function: function, heap: heap).bind(arguments, to: registers)
    var names = Array(code.localNames.prefix(shape.count))
    var values = Array(UnsafeBufferPointer(start: registers, count: shape.count))
    var keywords = Array(names[shape.positional..<shape.positional + shape.keywordOnly])
    guard shape.hasRest || shape.hasKeywordRest else {
      return BoundCall(
        callee: function, names: names, values: values, keywords: keywords, areRegisters: true)
    }
    let keywordRest = shape.hasKeywordRest ? values.removeLast() : .none
    if shape.hasRest {
      let rest = values.removeLast()
      let place = shape.positional
      values.insert(contentsOf: items(of: rest), at: place)
      let name = code.localNames[shape.positional + shape.keywordOnly]
      names.insert(
        contentsOf: items(of: rest).indices.map { "\(name)[\($0)]" }, at: place)
    }
    names = Array(names.prefix(values.count))
    if shape.hasKeywordRest {
      for entry in entries(of: keywordRest) {
        keywords.append(textOf(entry.key))
        names.append(textOf(entry.key))
        values.append(entry.value)
      }
    }
    return BoundCall(callee: function, names: names, values: values, keywords: keywords)
  }

  /// The same for arguments by place that are not in registers.
  package func bind(_ callee: Value, _ values: [Value]) throws(Interruption) -> BoundCall {
    let registers = UnsafeMutablePointer<Value>.allocate(capacity: max(values.count, 1))
    defer { registers.deallocate() }
    for (index, value) in values.enumerated() { (registers + index).initialize(to: value) }
    return try bind(callee, Arguments(base: registers, count: values.count, keywords: []))
  }

  /// The function of the program that a library's function stands for: the `f` of `grad(f)`.
  func underlyingFunction(_ callee: Value) -> Value? {
    guard callee.kind == .foreign else { return nil }
    return callee.foreignObject.pointee.value.underlyingFunction
  }

  /// What a library put into a value; `nil` for a value that is the language's own.
  package func foreign(_ value: Value) -> (any ForeignValue)? {
    value.kind == .foreign ? value.foreignObject.pointee.value : nil
  }

  /// Whether a value is a function that the program defined.
  package func isProgramFunction(_ value: Value) -> Bool { value.kind == .function }

  /// The place of a parameter among those of a function of the program; nil where it has none.
  package func place(ofParameter name: String, of callee: Value) -> Int? {
    guard callee.kind == .function else { return nil }
    return callee.functionObject.pointee.code._withUnsafeGuaranteedRef {
      $0.localNames.prefix($0.parameterCount).firstIndex(of: name)
    }
  }

  /// What calls of a function of the program are named by.
  package func functionName(_ value: Value) -> String? {
    guard value.kind == .function else {
      return underlyingFunction(value).flatMap(functionName)
    }
    return value.functionObject.pointee.code._withUnsafeGuaranteedRef { $0.callName }
  }
}
