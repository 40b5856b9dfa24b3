import BigInt
import NeuronSyntax

// What libraries may do with values beyond looking at them: the language's own operations by name.

extension Machine {
  /// `x op y`.
  package func operate(
    _ operation: BinaryOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Value {
    try binary(operation, x, y, false)
  }

  /// `x op= y`: a list is changed in place.
  package func operateInPlace(
    _ operation: BinaryOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Value {
    try binary(operation, x, y, true)
  }

  /// What `x op y` gives for a comparison: a class or an array may give what is no truth value.
  package func compared(
    _ x: Value, _ comparison: ComparisonOperator, _ y: Value
  ) throws(Interruption) -> Value {
    try compareToValue(comparison, x, y)
  }

  /// The truth of `x op y`.
  package func holds(
    _ x: Value, _ comparison: ComparisonOperator, _ y: Value
  ) throws(Interruption) -> Bool {
    try compare(comparison, x, y)
  }

  /// `-x`, `+x`, `~x`.
  package func operate(_ symbol: String, on x: Value) throws(Interruption) -> Value {
    switch symbol {
    case "-": try negate(x)
    case "+": try plus(x)
    default: try invert(x)
    }
  }

  /// `object[index]`.
  package func item(of object: Value, at index: Value) throws(Interruption) -> Value {
    try loadSubscript(object, index)
  }

  /// `object[index] = value`.
  package func setItem(
    of object: Value, at index: Value, to value: Value
  ) throws(Interruption) {
    try storeSubscript(object, index, value)
  }

  /// `del object[index]`.
  package func deleteItem(of object: Value, at index: Value) throws(Interruption) {
    try deleteSubscript(object, index)
  }

  /// The elements of a list or tuple, as they are now.
  package func elements(of value: Value) -> [Value] { items(of: value) }

  package func append(_ item: Value, to list: Value) throws(Interruption) {
    try heap.append(item, to: list)
  }

  /// Counts work of native code as steps.
  package func charge(_ steps: Int) throws(Interruption) {
    try spendSteps(steps)
  }

  /// Bounds the recursion of native code that calls itself through values.
  package func nested<R>(_ body: () throws(Interruption) -> R) throws(Interruption) -> R {
    try walking(body)
  }

  /// Fails when so many more bytes would break the limit of memory.
  package func reserve(_ bytes: Int) throws(Interruption) {
    try heap.reserve(bytes)
  }

  package func hashValue(of value: Value) throws(Interruption) -> Int {
    try hash(value)
  }

  /// An integer that fits in 64 bits, or Python's complaint.
  package func indexArgument(_ value: Value) throws(Interruption) -> Int {
    try integerArgument(value)
  }

  /// The keys and values of a dictionary, in order.
  package func entries(of dictionary: Value) -> [(key: Value, value: Value)] {
    spend(32 * (length(dictionary) ?? 0))
    return dictionary.dictionaryObject.pointee.table.entries
      .filter { !$0.key.isUnbound }.map { ($0.key, $0.value) }
  }

  /// The magnitude of an integer in words of 32 bits, the lowest first; none for 0.
  package func words(ofMagnitude value: Value) throws(Interruption) -> [UInt32] {
    let magnitude = try wholeNumber(value).magnitude
    var words: [UInt32] = []
    for word in magnitude.words {
      words.append(UInt32(truncatingIfNeeded: word))
      words.append(UInt32(truncatingIfNeeded: word >> 32))
    }
    while words.last == 0 { words.removeLast() }
    return words
  }

  /// The integer of words of 32 bits, the lowest first.
  package func integer(ofWords words: [UInt32]) throws(Interruption) -> Value {
    try heap.reserve(words.count * 4)
    var pairs: [UInt] = []
    for index in stride(from: 0, to: words.count, by: 2) {
      let high = index + 1 < words.count ? UInt(words[index + 1]) : 0
      pairs.append(UInt(words[index]) | high << 32)
    }
    return try heap.integer(BigInt(BigUInt(words: pairs)))
  }

  /// The number of bits of a positive integer.
  package func bitLength(_ value: Value) throws(Interruption) -> Int {
    try wholeNumber(value).magnitude.bitWidth
  }
}

extension Machine {
  /// Which of `count` positions a slice picks.
  package func slicePositions(
    _ slice: Value, count: Int
  ) throws(Interruption) -> (start: Int, count: Int, step: Int) {
    let positions = try sliceBounds(slice).positions(count: count)
    return (positions.start, positions.count, positions.step)
  }

  /// Gives an instance an attribute of its own, whatever its `__setattr__` does.
  package func storeAttribute(
    _ name: String, of instance: Value, _ value: Value
  ) throws(Interruption) {
    try setOwnAttribute(name, of: instance, to: value)
  }

  /// As containers compare: one object, or equal.
  package func matches(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
    try areSameOrEqual(x, y)
  }

  /// An element of a tuple, which must have one there.
  package func element(_ index: Int, ofTuple tuple: Value) -> Value {
    tuple.tupleObject.items[index]
  }

  /// An element of a list, which must have one there.
  package func element(_ index: Int, ofList list: Value) -> Value {
    list.listObject.pointee.items[index]
  }
}

extension Machine {
  /// An attribute that a class of the program has of its own or inherits from another; `nil` when only
  /// built-in types have it.
  package func programAttribute(_ name: String, of type: Value) -> Value? {
    for type in linearization(of: type) where type.kind == .class {
      if let value = type.classInfo[name] { return value }
    }
    return nil
  }

  /// The attribute of a value, or `nil` where asking for it raises AttributeError.
  package func attributeIfAny(_ name: String, of value: Value) throws(Interruption) -> Value? {
    try catching(.attribute) { () throws(Interruption) in try attribute(name, of: value) }
  }

  package func isCallable(_ value: Value) -> Bool {
    switch value.kind {
    case .function, .native, .type, .class, .boundMethod: true
    case .foreign: value.foreignObject.pointee.value.isCallable
    case .instance: specialMethod(.call, of: value) != nil
    default: false
    }
  }

  /// Whether a value can be walked; of an instance only the attempt can tell.
  package func canIterate(_ value: Value) -> Bool { isIterable(value) }
}

extension Machine {
  /// A new instance of the class of another, without attributes; `nil` for one that is a list, a
  /// number or an exception besides.
  package func bareInstance(like object: Value) -> Value? {
    guard object.kind == .instance, object.instanceObject.pointee.payload.isUnbound else {
      return nil
    }
    return heap.instance(of: object.instanceObject.pointee.type)
  }

  /// The attributes that an instance has of its own, in the order in which it got them.
  package func ownAttributes(of object: Value) -> [(name: String, value: Value)] {
    let instance = object.instanceObject
    if instance.pointee.shapeID == 0 {
      return entries(of: instance.pointee.slots[0])
        .filter { $0.key.kind == .string }.map { (textOf($0.key), $0.value) }
    }
    let names = instance.pointee.shape._withUnsafeGuaranteedRef { Array($0.allNames) }
    return names.enumerated().map { ($1, instance.pointee.slots[$0]) }
      .filter { !$0.1.isUnbound }
  }
}

extension Machine {
  /// A new class of exceptions, which lives as long as something holds it.
  ///
  /// - Parameter module: where it is from, as its `repr` tells it.
  package func makeExceptionClass(
    _ name: String, module: String, bases: [Value]
  ) throws(Interruption) -> Value {
    try makeClass(
      name, qualifiedName: name, module: module, bases: bases, names: heap.dictionary(),
      keywords: nil)
  }

  /// An exception of a class, with a message.
  package func raised(_ type: Value, _ message: String) -> Interruption {
    do throws(Interruption) {
      let state = heap.exceptionState(arguments: try heap.tuple([try heap.string(message)]))
      let value = heap.instance(of: type, payload: state)
      setContext(of: value)
      return .exception(value)
    } catch { return error }
  }
}
