/// A call whose arguments have found their parameters, so that they can be looked at by name and
/// replaced before it is made.
package struct BoundCall {
  package let callee: Value
  /// The parameter that each value is for.
  package let names: [String]
  package var values: [Value]
  /// The names of the last values, where those are to be handed on by keyword.
  private let keywords: [String]
  /// Whether `values` are all registers of the function's parameters.
  private let isComplete: Bool

  fileprivate init(
    callee: Value, names: [String], values: [Value], keywords: [String] = [], isComplete: Bool
  ) {
    self.callee = callee
    self.names = names
    self.values = values
    self.keywords = keywords
    self.isComplete = isComplete
  }

  /// Makes the call.
  package func run(in machine: Machine) throws(Interruption) -> Value {
    isComplete
      ? try machine.callFunction(callee, registers: values)
      : try machine.call(callee, values, keywords: keywords)
  }
}

extension Machine {
  /// Finds the parameters of a call. For a function of the program every parameter is there, defaults
  /// filled in; what is written in Swift has no named parameters but those given by keyword.
  package func bind(_ callee: Value, _ arguments: Arguments) throws(Interruption) -> BoundCall {
    if callee.kind == .function {
      let code = callee.functionObject.pointee.code._withUnsafeGuaranteedRef { $0 }
      let count = code.parameters.count
      let registers = UnsafeMutablePointer<Value>.allocate(capacity: max(count, 1))
      defer { registers.deallocate() }
      registers.initialize(repeating: .unbound, count: max(count, 1))
      try ArgumentBinder(code: code, function: callee, heap: heap).bind(arguments, to: registers)
      return BoundCall(
        callee: callee, names: Array(code.localNames.prefix(count)),
        values: Array(UnsafeBufferPointer(start: registers, count: count)), isComplete: true)
    }
    if let inner = underlyingFunction(callee) {
      let bound = try bind(inner, arguments)
      return BoundCall(
        callee: callee, names: bound.names, values: bound.values, isComplete: false)
    }
    let all = UnsafeBufferPointer(
      start: arguments.base, count: arguments.count + arguments.keywords.count)
    return BoundCall(
      callee: callee,
      names: (0..<arguments.count).map { "argument \($0 + 1)" } + arguments.keywords,
      values: Array(all), keywords: arguments.keywords, isComplete: false)
  }

  /// The same for arguments by place that are not in registers.
  package func bind(_ callee: Value, _ values: [Value]) throws(Interruption) -> BoundCall {
    let registers = UnsafeMutablePointer<Value>.allocate(capacity: max(values.count, 1))
    defer { registers.deallocate() }
    for (index, value) in values.enumerated() { (registers + index).initialize(to: value) }
    return try bind(callee, Arguments(base: registers, count: values.count, keywords: []))
  }

  /// The function of the program that a library's function stands for: the `f` of `grad(f)`.
  private func underlyingFunction(_ callee: Value) -> Value? {
    guard callee.kind == .foreign else { return nil }
    return callee.foreignObject.pointee.value.underlyingFunction
  }

  /// What a library put into a value; `nil` for a value that is the language's own.
  package func foreign(_ value: Value) -> (any ForeignValue)? {
    value.kind == .foreign ? value.foreignObject.pointee.value : nil
  }

  /// Whether a value is a function that the program defined.
  package func isProgramFunction(_ value: Value) -> Bool { value.kind == .function }

  /// The name of a function of the program.
  package func functionName(_ value: Value) -> String? {
    guard value.kind == .function else {
      return underlyingFunction(value).flatMap(functionName)
    }
    return value.functionObject.pointee.code._withUnsafeGuaranteedRef { $0.name }
  }
}
