import NeuronSyntax

// Calls of the methods by which classes take part in operators.

extension Machine {
  /// Calls a function with arguments that need no arranging first.
  func invoke(_ function: Value, _ first: Value) throws(Interruption) -> Value {
    let base = try takeRegisters(1)
    defer { state.pointee.top = base }
    base[0] = first
    return try invoke(function, base, 1)
  }

  func invoke(_ function: Value, _ first: Value, _ second: Value) throws(Interruption) -> Value {
    let base = try takeRegisters(2)
    defer { state.pointee.top = base }
    base[0] = first
    base[1] = second
    return try invoke(function, base, 2)
  }

  private func takeRegisters(_ count: Int) throws(Interruption) -> UnsafeMutablePointer<Value> {
    let base = state.pointee.top
    if base + count > state.pointee.registerEnd { throw .recursionLimit() }
    state.pointee.raiseTop(to: base + count)
    return base
  }

  private func invoke(
    _ function: Value, _ base: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Interruption) -> Value {
    if function.kind == .function, try enter(function, base, count) {
      return try run(until: state.pointee.frameCount - 1)
    }
    return try callValue(function, base, count, [])
  }

  /// Calls a special method of an instance.
  func callSpecial(_ method: Value, on value: Value) throws(Interruption) -> Value {
    if method.kind == .function { return try invoke(method, value) }
    return try call(bound(method, to: value, type: type(of: value)), [])
  }

  func callSpecial(
    _ method: Value, on value: Value, _ argument: Value
  ) throws(Interruption) -> Value {
    if method.kind == .function { return try invoke(method, value, argument) }
    return try call(bound(method, to: value, type: type(of: value)), [argument])
  }

  func callSpecial(
    _ method: Value, on value: Value, _ arguments: [Value]
  ) throws(Interruption) -> Value {
    if method.kind == .function { return try call(method, [value] + arguments) }
    return try call(bound(method, to: value, type: type(of: value)), arguments)
  }

  /// Calls a method that a class of the program defines; `nil` where it defines none.
  package func callOwnMethod(_ name: String, of value: Value) throws(Interruption) -> Value? {
    guard value.kind == .instance,
      let method = lookUpAttribute(name, in: value.instanceObject.pointee.type)
    else { return nil }
    return try callSpecial(method, on: value)
  }

  // MARK: Binary operators

  /// `x op y` where one of them is an instance.
  func instanceBinary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, _ isInPlace: Bool
  ) throws(Interruption) -> Value {
    if isInPlace, let method = specialMethod(.inPlace(operation), of: x) {
      let result = try callSpecial(method, on: x, y)
      if result.kind != .notImplemented { return result }
    }
    if operation == .modulo, x.kind == .string,
      y.builtinPart?.kind != .string || specialMethod(.reflectedModulo, of: y) == nil
    {
      return try percentFormat(x, y)
    }
    let forward = SpecialMethod.forward(operation)
    let reflected = SpecialMethod.reflected(operation)
    // A built-in number on the left knows numbers on the right, and goes first unless the type of the
    // right one is derived from its own.
    if let number = Number(x, self), let other = y.builtinPart.flatMap({ Number($0, self) }),
      number.isFloat || !other.isFloat, !isSubclass(type(of: y), of: type(of: x))
    {
      return try binary(operation, x, y.builtinPart ?? y, false)
    }
    if let result = try dispatch(x, forward, y, reflected) { return result }
    // What built-in operands would have done, had they been asked first.
    if isInPlace, operation == .add, let list = x.builtinPart, list.kind == .list {
      try extend(list, with: y)
      return x
    }
    if let a = x.builtinPart, let b = y.builtinPart, specialMethod(forward, of: x) == nil {
      let result = try binary(operation, a, b, isInPlace)
      // What was changed in place is still of its class.
      let isChanged = isInPlace && a.kind.isChangedInPlace && result.isIdentical(to: a)
      return isChanged ? x : result
    }
    // A built-in sequence has words of its own for what it cannot take.
    if let sequence = x.builtinPart, sequence.kind.isRepeatable, y.builtinPart == nil,
      let value = try sequenceBinary(
        operation, sequence, operation == .multiply ? try indexValue(y) : y, false)
    {
      return value
    }
    if operation == .multiply, !isInPlace, let sequence = y.builtinPart,
      sequence.kind.isRepeatable,
      specialMethod(.index, of: x) != nil
    {
      return try binary(.multiply, try indexValue(x), sequence, false)
    }
    if operation == .multiply, !isInPlace, x.builtinPart == nil,
      let sequence = y.builtinPart, sequence.kind.isRepeatable
    {
      throw .raised(.type, "can't multiply sequence by non-int of type '\(typeName(x))'")
    }
    throw unsupportedOperands(operation, x, y, isInPlace)
  }

  /// Asks the left operand, then the right one; the right one first where its class is derived from
  /// the left one's and, but for comparisons, has a method of its own. `nil` when neither knows.
  func dispatch(
    _ x: Value, _ forward: SpecialMethod, _ y: Value, _ reflected: SpecialMethod,
    isComparison: Bool = false
  ) throws(Interruption) -> Value? {
    let left = specialMethod(forward, of: x)
    let right = specialMethod(reflected, of: y)
    let sameType = type(of: x).isIdentical(to: type(of: y))
    if let right, !sameType, isSubclass(type(of: y), of: type(of: x)),
      isComparison || specialMethod(reflected, of: x)?.isIdentical(to: right) != true
    {
      let result = try callSpecial(right, on: y, x)
      if result.kind != .notImplemented { return result }
      return try answer(left, x, y)
    }
    if let result = try answer(left, x, y) { return result }
    if sameType, !isComparison { return nil }
    return try answer(right, y, x)
  }

  private func answer(_ method: Value?, _ x: Value, _ y: Value) throws(Interruption) -> Value? {
    guard let method, !method.isNone else { return nil }
    let result = try callSpecial(method, on: x, y)
    return result.kind == .notImplemented ? nil : result
  }

  // MARK: Comparisons

  /// A comparison whose result need not be a truth value, where one operand is an instance.
  @inline(never)
  func compareToValue(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Value {
    guard x.kind == .instance || y.kind == .instance, let special = SpecialMethod(comparison),
      let reflected = SpecialMethod(comparison.reflected)
    else {
      guard comparison.isOrderOrEquality else { return Value(try compare(comparison, x, y)) }
      if x.isNumPy || y.isNumPy, let answer = try compareNumPy(comparison, x, y) { return answer }
      if x.kind == .foreign || y.kind == .foreign,
        let answer = try compareForeign(comparison, x, y)
      {
        return answer
      }
      return Value(try compare(comparison, x, y))
    }
    if y.kind == .instance, let number = foreign(x), number.isNumeric,
      let answer = try number.compare(comparison, y, in: self)
    {
      return answer
    }
    if let result = try dispatch(x, special, y, reflected, isComparison: true) { return result }
    if comparison == .notEqual, let result = try invertedEquality(x, y) { return Value(result) }
    if let a = x.builtinPart, let b = y.builtinPart, specialMethod(special, of: x) == nil {
      return try compareToValue(comparison, a, b)
    }
    if let answer = try compareForeign(comparison, x, y) { return answer }
    switch comparison {
    case .equal: return Value(x.isIdentical(to: y))
    case .notEqual: return Value(!x.isIdentical(to: y))
    default:
      throw .raised(
        .type,
        "'\(comparison.rawValue)' not supported between instances of '\(typeName(x))' and '\(typeName(y))'"
      )
    }
  }

  /// Without a `__ne__`, `!=` is the contrary of what `__eq__` says.
  private func invertedEquality(_ x: Value, _ y: Value) throws(Interruption) -> Bool? {
    if specialMethod(.equal, of: x) == nil, specialMethod(.equal, of: y) == nil { return nil }
    guard let result = try dispatch(x, .equal, y, .equal, isComparison: true) else { return nil }
    return !(try isTrue(result))
  }
}
