// Classes: making them, and finding what they have.

extension Machine {
  // MARK: Making

  /// The names that the body of a class has bound, in a dictionary.
  func collectNames(
    code: Unmanaged<Code>, base: UnsafeMutablePointer<Value>
  ) throws(Interruption) -> Value {
    let names = code._withUnsafeGuaranteedRef { $0.localNames }
    let documentation = code._withUnsafeGuaranteedRef { $0.documentation }
    let dictionary = heap.dictionary()
    if let documentation {
      try heap.set(dictionary, "__doc__", try heap.string(documentation))
    }
    for (register, name) in names.enumerated() where !base[register].isUnbound {
      try heap.set(dictionary, name, base[register])
    }
    return dictionary
  }

  /// `class Name(bases, keywords): body`.
  func buildClass(
    _ body: Value, bases: Value, keywords: Value
  ) throws(Interruption) -> Value {
    let names = try call(body, [])
    let code = body.functionObject.pointee.code._withUnsafeGuaranteedRef { $0 }
    return try heap.pinning([names]) { () throws(Interruption) in
      let type = try makeClass(
        code.name, qualifiedName: code.qualifiedName, module: code.namespace.name,
        bases: items(of: bases), names: names,
        keywords: keywords)
      if let cell = try getItem(names, heap.string("__class__")) {
        cell.boxObject.pointee.value = type
      }
      return type
    }
  }

  /// - Parameter names: a dictionary of the class's attributes.
  func makeClass(
    _ name: String, qualifiedName: String, module: String, bases: [Value], names: Value,
    keywords: Value?
  ) throws(Interruption) -> Value {
    let bases = bases.isEmpty ? [Value(type: .object)] : bases
    let info = ClassInfo(
      name: name, qualifiedName: qualifiedName, module: module, bases: bases,
      rootShape: makeRootShape(), payloadType: try payloadType(of: bases),
      isException: bases.contains { $0.kind == .class && $0.classInfo.isException })
    let type = try heap.classObject(info)
    info.linearization = [type] + (try mergedLinearization(of: bases))
    heap.account(
      info.linearization.count * MemoryLayout<Value>.stride, to: type)
    try heap.reserve(0)
    for entry in names.dictionaryObject.pointee.table.entries where !entry.key.isUnbound {
      guard entry.key.kind == .string else { continue }
      let name = textOf(entry.key)
      if name == "__class__", entry.value.kind == .box { continue }
      try refuseUnsupportedMethod(name)
      heap.account(ClassInfo.sizeOfAttribute, to: type)
      info.set(name, wrapped(entry.value, as: name))
    }
    if info["__eq__"] != nil, info["__hash__"] == nil { info.set("__hash__", .none) }
    info.allowedNames = try allowedNames(of: info)
    try heap.pinning([type, names]) { () throws(Interruption) in
      try announce(type, keywords: keywords)
    }
    return type
  }

  /// Some methods are class or static methods without being told so.
  private func wrapped(_ value: Value, as name: String) -> Value {
    guard value.kind == .function else { return value }
    switch name {
    case "__new__": return heap.descriptor(.staticMethod, value)
    case "__init_subclass__", "__class_getitem__": return heap.descriptor(.classMethod, value)
    default: return value
    }
  }

  private func refuseUnsupportedMethod(_ name: String) throws(Interruption) {
    let instead: [String: String] = [
      "__getattribute__": "write `__getattr__`, which is asked for what is not there",
      "__del__": "objects end without notice here: write a method that is called",
      "__await__": "there is no `async`", "__aiter__": "there is no `async`",
      "__aenter__": "there is no `async`",
    ]
    if let help = instead[name] {
      throw .raised(.type, "the method \(name) is not part of neuron: \(help)")
    }
  }

  /// A `RuntimeError` with the exception that was raised as its cause; a limit stays what it is.
  private func failure(
    _ message: String, because error: Interruption
  ) throws(Interruption) -> Interruption {
    guard let cause = try exceptionValue(error) else { return error }
    return try heap.pinning([cause]) { () throws(Interruption) in
      let failure = try exception(.runtime, [try heap.string(message)])
      return try raised(failure, cause: cause)
    }
  }

  /// Tells attributes their names and the bases of their new class.
  private func announce(_ type: Value, keywords: Value?) throws(Interruption) {
    let info = type.classInfo
    for name in info.names {
      guard let attribute = info[name] else { continue }
      let method =
        attribute.kind == .instance
        ? lookUpAttribute("__set_name__", in: attribute.instanceObject.pointee.type)
        : foreign(attribute)?.method("__set_name__", in: self)
      guard let method else { continue }
      do throws(Interruption) {
        _ = try call(method, [attribute, type, try heap.string(name)])
      } catch {
        throw try failure(
          "Error calling __set_name__ on '\(typeName(attribute))' instance '\(name)' in '\(info.name)'",
          because: error)
      }
    }
    var names: [String] = []
    var values: [Value] = []
    if let keywords {
      for entry in keywords.dictionaryObject.pointee.table.entries where !entry.key.isUnbound {
        names.append(textOf(entry.key))
        values.append(entry.value)
      }
    }
    if names.contains("metaclass") {
      throw .raised(.type, "a metaclass is not part of neuron: write a class decorator")
    }
    for parent in info.linearization.dropFirst() where parent.kind == .class {
      if let hook = parent.classInfo["__init_subclass__"] {
        let function = hook.kind == .descriptor ? hook.descriptorObject.pointee.function : hook
        _ = try call(function, [type] + values, keywords: names)
        return
      }
    }
    if !names.isEmpty {
      throw .raised(.type, "\(info.name).__init_subclass__() takes no keyword arguments")
    }
  }

  func makeRootShape() -> Shape {
    shapeCount += 1
    return Shape(id: 1 << 63 | shapeCount)
  }

  // MARK: Bases

  private func payloadType(of bases: [Value]) throws(Interruption) -> BuiltinType? {
    var result: BuiltinType?
    var isException = false
    for (index, base) in bases.enumerated() {
      if bases[..<index].contains(where: base.isIdentical) {
        throw .raised(.type, "duplicate base class \(typeObjectName(base))")
      }
      let type: BuiltinType?
      switch base.kind {
      case .class:
        type = base.classInfo.payloadType
        isException = isException || base.classInfo.isException
      case .type:
        type = try acceptableBase(base)
      case .foreign where foreign(base) is LibraryType || foreign(base) is any TupleClass:
        throw .raised(
          .type,
          "a class that inherits from \(try representation(of: base)) is not part of neuron: keep one in an attribute"
        )
      default:
        throw .raised(.type, "a class cannot inherit from a '\(typeName(base))' object")
      }
      guard let type else { continue }
      if let result, result != type {
        throw .raised(.type, "multiple bases have instance lay-out conflict")
      }
      result = type
    }
    if isException, result != nil {
      throw .raised(.type, "multiple bases have instance lay-out conflict")
    }
    return result
  }

  private func acceptableBase(_ base: Value) throws(Interruption) -> BuiltinType? {
    guard let type = BuiltinType(rawValue: UInt8(base.payload)) else { return nil }
    switch type {
    case .object: return nil
    case .int, .float, .string, .list, .tuple, .dictionary, .set, .frozenset: return type
    case .type: throw .raised(.type, "a metaclass is not part of neuron: write a class decorator")
    default: throw .raised(.type, "type '\(type.name)' is not an acceptable base type")
    }
  }

  /// The classes in which a type's attributes are looked for.
  func linearization(of type: Value) -> [Value] {
    guard type.kind == .class else {
      if type.payload == UInt64(BuiltinType.object.rawValue) { return [type] }
      let parents = BuiltinType(rawValue: UInt8(type.payload))?.parents ?? []
      return [type] + parents.map { Value(type: $0) } + [Value(type: .object)]
    }
    return type.classInfo.linearization
  }

  /// The C3 linearization: each class before its bases, bases in the order in which they are named.
  private func mergedLinearization(of bases: [Value]) throws(Interruption) -> [Value] {
    var sequences = bases.map { linearization(of: $0)[...] } + [bases[...]]
    if bases.count == 1 { return Array(sequences[0]) }
    var result: [Value] = []
    while true {
      sequences.removeAll(where: \.isEmpty)
      if sequences.isEmpty { return result }
      let next = sequences.lazy.compactMap(\.first).first { candidate in
        !sequences.contains { $0.dropFirst().contains { $0.isIdentical(to: candidate) } }
      }
      try spendSteps(sequences.reduce(0) { $0 + $1.count })
      guard let next else {
        let names = bases.map { typeObjectName($0) }.joined(separator: ", ")
        throw .raised(
          .type,
          "Cannot create a consistent method resolution\norder (MRO) for bases \(names)")
      }
      result.append(next)
      for index in sequences.indices
      where sequences[index].first?.isIdentical(to: next) == true {
        sequences[index].removeFirst()
      }
    }
  }

  /// The attributes that `__slots__` allows, where every class above says which.
  private func allowedNames(of info: ClassInfo) throws(Interruption) -> [String]? {
    guard let own = info["__slots__"], !info.isException, info.payloadType == nil else {
      return nil
    }
    var names =
      own.kind == .string
      ? [textOf(own)]
      : try allItems(of: own).compactMap { $0.kind == .string ? textOf($0) : nil }
    for parent in info.linearization.dropFirst() where parent.kind == .class {
      guard let more = parent.classInfo.allowedNames else { return nil }
      names += more
    }
    return names
  }

  // MARK: Finding

  /// What a type has by a name.
  enum ClassAttribute {
    /// A class of the program, or of a library, has it.
    case attribute(Value)
    /// Every object or exception has it; a native that takes the object first.
    case method(Value)
    /// A built-in type has it; a native that takes the built-in part of the object first.
    case payloadMethod(Value)
  }

  /// - Parameter after: begins behind this class, as `super` does.
  func lookUp(
    _ name: String, in type: Value, after: Value? = nil
  ) throws(Interruption) -> ClassAttribute? {
    var isBehind = after == nil
    for one in linearization(of: type) {
      if !isBehind {
        isBehind = after.map(one.isIdentical) ?? true
        continue
      }
      if one.kind == .class {
        if let value = one.classInfo[name] { return .attribute(value) }
        if one.classInfo.module == "builtins", let method = exceptionMethods[name] {
          return .method(method)
        }
      } else if let builtin = BuiltinType(rawValue: UInt8(one.payload)) {
        if builtin == .object {
          if let method = objectMethods[name] { return .method(method) }
        } else if let method = builtinMethod(name, of: builtin) {
          return .payloadMethod(method)
        }
      }
    }
    return nil
  }

  /// What a class of the program has by a name, itself or from those above.
  func lookUpAttribute(_ name: String, in type: Value) -> Value? {
    guard type.kind == .class else { return nil }
    for one in type.classInfo.linearization where one.kind == .class {
      if let value = one.classInfo[name] { return value }
    }
    return nil
  }

  /// A method by which a class of the program takes part in an operator; `nil` where it has none, and
  /// for all that is built in.
  @inline(__always)
  func specialMethod(_ special: SpecialMethod, of value: Value) -> Value? {
    guard value.kind == .instance else { return nil }
    return specialMethod(special, ofClass: value.instanceObject.pointee.type)
  }

  func specialMethod(_ special: SpecialMethod, ofClass type: Value) -> Value? {
    let info = type.classInfo
    if info.specialMethodsEpoch != classEpoch {
      info.specialMethods.update(repeating: .unbound, count: SpecialMethod.allCases.count)
      info.specialMethodsEpoch = classEpoch
    }
    let known = info.specialMethods[special.rawValue]
    if known.kind == .ellipsis { return nil }
    if !known.isUnbound { return known }
    let found = lookUpAttribute(special.name, in: type)
    info.specialMethods[special.rawValue] = found ?? .ellipsis
    return found
  }

  /// A special method with its object; also those of built-in kinds that libraries bring.
  func boundSpecialMethod(
    _ special: SpecialMethod, of value: Value
  ) throws(Interruption) -> Value? {
    if value.kind == .foreign {
      return try value.foreignObject.pointee.value.attribute(special.name, in: self)
    }
    guard let method = specialMethod(special, of: value) else { return nil }
    return try bound(method, to: value, type: value.instanceObject.pointee.type)
  }

  // MARK: Instances of

  /// The type of a value: a class, or a built-in type.
  package func type(of value: Value) -> Value {
    value.kind == .instance
      ? value.instanceObject.pointee.type : Value(type: builtinType(of: value))
  }

  func isInstance(_ value: Value, ofClass type: Value) -> Bool {
    value.kind == .instance && isSubclass(value.instanceObject.pointee.type, of: type)
  }

  func isSubclass(_ type: Value, of other: Value) -> Bool {
    if type.isIdentical(to: other) { return true }
    return linearization(of: type).contains { $0.isIdentical(to: other) }
  }
}
