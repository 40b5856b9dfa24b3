import NeuronSyntax

// Dictionaries and tuples that a library makes more of: what is theirs comes before what is of the plain
// ones.

extension Machine {
  /// The class of a named tuple.
  func tupleClass(of value: Value) -> (any TupleClass)? {
    value.tupleClass.flatMap(foreign) as? any TupleClass
  }

  /// Under what calls of methods on a value are remembered; `.max` for values that are not.
  @inline(__always)
  func receiverKey(of value: Value) -> UInt64 {
    switch value.kind {
    case .dictionary where value.dictionaryObject.pointee.flavour != nil: .max
    case .tuple where value.header.pointee.hasClass: .max
    default: UInt64(value.kind.rawValue)
    }
  }

  /// An attribute of a named tuple or of a dictionary with a flavour, methods left out.
  func flavouredAttribute(_ name: String, of value: Value) throws(Interruption) -> Value? {
    if let attribute = value.flavour?.attribute(name) { return attribute }
    guard let tupleClass = tupleClass(of: value) else { return nil }
    if let index = tupleClass.fields.firstIndex(of: name) { return value.tupleObject.items[index] }
    return tupleClass.tupleMethod(name) == nil ? try tupleClass.attribute(name, in: self) : nil
  }

  func flavouredMethod(_ name: String, of value: Value) -> Value? {
    if let method = value.flavour?.method(name) { return method }
    return tupleClass(of: value)?.tupleMethod(name)
  }

  /// What `type` gives for values of a library's making.
  func libraryType(of value: Value) -> Value? {
    value.flavour?.type ?? value.tupleClass ?? foreign(value)?.type(in: self)
  }

  func flavouredBinary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, _ isInPlace: Bool
  ) throws(Interruption) -> Value? {
    if let flavour = x.flavour {
      return try flavour.binary(operation, x, y, isInPlace: isInPlace, in: self)
    }
    // `d |= e` updates a plain dictionary, whatever the other one is.
    if isInPlace, x.kind == .dictionary { return nil }
    return try y.flavour?.binary(operation, x, y, isInPlace: false, in: self)
  }

  func compareFlavours(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Bool? {
    guard let flavour = x.flavour, let other = y.flavour, flavour.type.isIdentical(to: other.type)
    else { return nil }
    return try flavour.compare(comparison, x, y, in: self)
  }

  // MARK: What flavours are made with

  /// A dictionary of a flavour.
  package func dictionary(_ flavour: any DictionaryFlavour) -> Value {
    let dictionary = heap.dictionary()
    dictionary.dictionaryObject.pointee.flavour = flavour
    dictionary.header.pointee.hasClass = true
    return dictionary
  }

  /// Whether two dictionaries are equal as plain ones.
  package func areEqualAsPlain(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
    try dictionariesAreEqual(x, y)
  }

  /// Takes a mapping or pairs, if one is given, then the keywords: what `dict(…)` and `update` take.
  package func fillDictionary(
    _ dictionary: Value, from arguments: Arguments
  ) throws(Interruption) {
    try heap.pinning([dictionary]) { () throws(Interruption) in
      try fill(dictionary, from: arguments)
    }
  }

  /// Takes all entries of a dictionary.
  package func updateDictionary(_ dictionary: Value, with other: Value) throws(Interruption) {
    try heap.pinning([dictionary, other]) { () throws(Interruption) in
      try update(dictionary, with: other)
    }
  }

  /// Gives a dictionary the keys that an iterable gives, all with one value, as `fromkeys` does.
  package func fillDictionary(
    _ dictionary: Value, withKeys keys: Value, value: Value
  ) throws(Interruption) {
    try heap.pinning([dictionary, value]) { () throws(Interruption) in
      try forEach(in: keys) { (key) throws(Interruption) in
        try setItem(dictionary, key, value)
      }
    }
  }

  /// Removes a key; gives its value, or `nil` when it is not there.
  package func removeKey(_ key: Value, from dictionary: Value) throws(Interruption) -> Value? {
    try removeItem(dictionary, key)
  }

  /// Moves the entry of a key to an end of its dictionary; `false` when there is none.
  package func moveEntry(
    of key: Value, in dictionary: Value, toLast: Bool
  ) throws(Interruption) -> Bool {
    let object = dictionary.dictionaryObject
    guard let index = try find(key, try hash(key), in: object.table) else { return false }
    if !toLast { try spendSteps(object.pointee.table.count * 4) }
    let entry = object.pointee.table[index]
    object.pointee.table.remove(at: index)
    let others = toLast ? [] : object.pointee.table.entries
    if !toLast { object.pointee.table.removeAll() }
    object.pointee.table.append(entry)
    for other in others { object.pointee.table.append(other) }
    return true
  }

  /// The first or the last entry.
  package func endEntry(
    of dictionary: Value, isLast: Bool
  ) -> (key: Value, value: Value)? {
    let table = dictionary.dictionaryObject.table
    guard table.pointee.count > 0 else { return nil }
    let entry = table.pointee[isLast ? table.pointee.entryCount - 1 : table.pointee.firstIndex()]
    return (entry.key, entry.value)
  }

  package func iterator(of iterable: Value) throws(Interruption) -> Value {
    try makeIterator(iterable)
  }

  package func missingKey(_ key: Value) -> Interruption { keyError(key) }

  package func walkItems(
    of iterable: Value, _ body: (Value) throws(Interruption) -> Void
  ) throws(Interruption) {
    try forEach(in: iterable, body)
  }

  package func sorted(
    _ items: [Value], by key: Value, isReversed: Bool
  ) throws(Interruption) -> [Value] {
    try sort(items, by: key, isReversed: isReversed)
  }

  /// The items of a list in place, to be read and written as long as nothing else touches the list.
  package func buffer(ofList list: Value) -> UnsafeMutableBufferPointer<Value> {
    UnsafeMutableBufferPointer(
      start: list.listObject.pointee.items, count: list.listObject.pointee.count)
  }

  /// One end of a part of a sequence, clamped.
  package func bound(
    _ arguments: Arguments, _ index: Int, missing: Int, count: Int
  ) throws(Interruption) -> Int {
    try boundArgument(arguments, index, missing: missing, count: count, allowsNone: false)
  }
}
