// Dictionaries: the table holds hashes, the machine hashes and compares.

extension Machine {
  /// The value for a key, or `nil`.
  package func getItem(_ dictionary: Value, _ key: Value) throws(Interruption) -> Value? {
    let table = dictionary.dictionaryObject.table
    guard let index = try find(key, try keyHash(key), in: table) else { return nil }
    return table.pointee[index].value
  }

  /// As `hash`, with a short way for what is a key most often.
  @inline(__always)
  private func keyHash(_ key: Value) throws(Interruption) -> Int {
    if key.isInt { return PythonHash.integer(key.int) }
    return key.kind == .string ? key.stringObject.hash : try hash(key)
  }

  /// The index of a key's entry.
  func find(
    _ key: Value, _ hash: Int, in table: UnsafeMutablePointer<HashTable>
  ) throws(Interruption) -> Int? {
    switch key.kind {
    case .int:
      return try table.find(hash) { (other) throws(Interruption) in
        other.isInt ? other.payload == key.payload : try areSameOrEqual(key, other)
      }
    case .string:
      let text = key.stringObject
      return try table.find(hash) { (other) throws(Interruption) in
        if other.kind != .string { return try areSameOrEqual(key, other) }
        return other.payload == key.payload || text.hasSameBytes(as: other.stringObject)
      }
    default:
      return try table.find(hash) { (other) throws(Interruption) in
        try areSameOrEqual(key, other)
      }
    }
  }

  /// - Parameter callee: the function for whose call the dictionary gathers keywords, each of which
  ///   may come only once.
  package func setItem(
    _ dictionary: Value, _ key: Value, _ value: Value, callee: Value? = nil
  ) throws(Interruption) {
    let hash = try keyHash(key)
    let object = dictionary.dictionaryObject
    if let index = try find(key, hash, in: object.table) {
      if let callee {
        let name = try text(of: key)
        throw .raised(
          .type,
          "\(describedFunction(callee)) got multiple values for keyword argument '\(name)'")
      }
      object.pointee.table.setValue(value, at: index)
      return
    }
    try heap.dictionaryGrew(dictionary, by: HashTable.bytesPerEntry)
    object.pointee.table.append(HashTable.Entry(hash: hash, key: key, value: value))
  }

  /// Removes a key; gives its value, or `nil` when it is not there.
  func removeItem(_ dictionary: Value, _ key: Value) throws(Interruption) -> Value? {
    let hash = try hash(key)
    let object = dictionary.dictionaryObject
    guard let index = try find(key, hash, in: object.table) else { return nil }
    let value = object.pointee.table[index].value
    object.pointee.table.remove(at: index)
    heap.dictionaryShrank(dictionary, by: 1)
    return value
  }

  func makeDictionary(
    _ pairs: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Interruption) -> Value {
    let dictionary = heap.dictionary()
    for index in 0..<count {
      try setItem(dictionary, pairs[index * 2], pairs[index * 2 + 1])
    }
    return dictionary
  }

  func update(
    _ dictionary: Value, with mapping: Value, callee: Value? = nil
  ) throws(Interruption) {
    let given = mapping
    let mapping = given.builtinPart ?? given
    if hasKeys(given), mapping.kind != .dictionary || hasOwnIteration(given) {
      return try update(dictionary, withItemsOf: given, callee: callee)
    }
    guard mapping.kind == .dictionary else {
      throw .raised(
        .type,
        callee.map {
          "\(describedFunction($0)) argument after ** must be a mapping, not \(typeName(mapping))"
        } ?? "'\(typeName(mapping))' object is not a mapping")
    }
    for entry in mapping.dictionaryObject.pointee.table.entries {
      try setItem(dictionary, entry.key, entry.value, callee: callee)
    }
  }

  /// Whether a subclass of `dict` says itself what its keys are.
  private func hasOwnIteration(_ value: Value) -> Bool {
    specialMethod(.iterator, of: value) != nil
  }

  /// Whether an object that is no plain dictionary has a method `keys`, by which it is a mapping.
  func hasKeys(_ value: Value) -> Bool {
    switch value.kind {
    case .instance: lookUpAttribute("keys", in: value.instanceObject.pointee.type) != nil
    case .foreign: foreign(value)?.method("keys", in: self) != nil
    default: false
    }
  }

  /// Takes the items of an object that has `keys()` and can be subscripted.
  func update(
    _ dictionary: Value, withItemsOf object: Value, callee: Value? = nil
  ) throws(Interruption) {
    let keys = try allItems(of: call(attribute("keys", of: object), []))
    try heap.pinning(keys) { () throws(Interruption) in
      for key in keys {
        try setItem(dictionary, key, try loadSubscript(object, key), callee: callee)
      }
    }
  }

  func keyError(_ key: Value) -> Interruption {
    do throws(Interruption) {
      return .exception(try exception(.key, [key]))
    } catch { return error }
  }
}

extension Heap {
  /// Sets a new string key.
  func set(_ dictionary: Value, _ key: String, _ value: Value) throws(Interruption) {
    let key = try string(key)
    try dictionaryGrew(dictionary, by: HashTable.bytesPerEntry)
    dictionary.dictionaryObject.pointee.table.append(
      HashTable.Entry(hash: key.stringObject.hash, key: key, value: value))
  }
}
