import BigInt
import NeuronSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// Equality, order, truth, hashing.

extension Machine {
  @inline(never)
  func compare(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Bool {
    switch comparison {
    case .equal: return try isEqual(x, y)
    case .notEqual: return !(try isEqual(x, y))
    case .is: return try isSame(x, y)
    case .isNot: return !(try isSame(x, y))
    case .in: return try contains(y, x)
    case .notIn: return !(try contains(y, x))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if let result = try compareSets(comparison, x, y) { return result }
      if let result = try compareFlavours(comparison, x, y) { return result }
      if let answer = try compareForeign(comparison, x, y) { return try isTrue(answer) }
      if x.kind == .instance || y.kind == .instance {
        return try askInstances(comparison, x, y)
      }
      if x.kind == y.kind, x.kind == .list || x.kind == .tuple {
        return try compareSequences(comparison, x, y)
      }
      guard let order = try order(x, y, comparison) else { return false }
      switch comparison {
      case .less: return order < 0
      case .lessOrEqual: return order <= 0
      case .greater: return order > 0
      default: return order >= 0
      }
    }
  }

  /// What a library's value says, on either side; `nil` when there is none or it has no answer.
  func compareForeign(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Value? {
    if let foreign = foreign(x), let answer = try foreign.compare(comparison, y, in: self) {
      return answer
    }
    guard let foreign = foreign(y) else { return nil }
    return try foreign.compare(comparison.reflected, x, in: self)
  }

  // MARK: Identity

  /// Python's `is`, where Python fixes the answer: numbers and texts that are equal may or may not be
  /// one object there.
  private func isSame(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
    guard x.kind == y.kind else { return false }
    if x.isNumPy || y.isNumPy {
      // Of NumPy's truths there are two, of its numbers as many as were computed.
      if x.isNumPy != y.isNumPy { return false }
      if x.kind == .bool { return x.payload == y.payload }
      if x.isFloat && x.float.isNaN && y.float.isNaN { throw undecidedIdentity(x) }
      if try isEqual(x, y) { throw undecidedIdentity(x) }
      return false
    }
    switch x.kind {
    case .int where x.int == y.int && !(-5...256).contains(x.int),
      .float where x.float == y.float || x.float.isNaN && y.float.isNaN,
      .string where x.payload != y.payload, .bigInt where x.payload != y.payload:
      if x.isFloat && x.float.isNaN { throw undecidedIdentity(x) }
      if try isEqual(x, y) { throw undecidedIdentity(x) }
      return false
    case .tuple where x.tupleObject.pointee.count == 0 && y.tupleObject.pointee.count == 0:
      return true
    default: return x.isIdentical(to: y)
    }
  }

  private func undecidedIdentity(_ value: Value) -> Interruption {
    .raised(
      .type,
      "whether equal values of type '\(typeName(value))' are one object, Python leaves open: compare them with =="
    )
  }

  // MARK: Equality

  package func isEqual(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
    if let order = numericOrder(x, y) { return order == .some(0) }
    if let answer = try compareForeign(.equal, x, y) { return try isTrue(answer) }
    if x.kind == .instance || y.kind == .instance {
      return try askInstances(.equal, x, y)
    }
    guard x.kind == y.kind else { return try setsAreEqual(x, y) }
    switch x.kind {
    case .string:
      return x.stringObject.hasSameBytes(as: y.stringObject)
    case .list, .tuple: return try sequencesAreEqual(items(of: x), items(of: y))
    case .dictionary:
      if let answer = try compareFlavours(.equal, x, y) { return answer }
      return try dictionariesAreEqual(x, y)
    case .set, .frozenset, .view: return try setsAreEqual(x, y)
    case .range:
      let (a, b) = (x.rangeObject.pointee, y.rangeObject.pointee)
      return a.count == b.count
        && (a.count == 0 || a.start == b.start && (a.count == 1 || a.step == b.step))
    case .boundMethod:
      let (a, b) = (x.boundMethodObject.pointee, y.boundMethodObject.pointee)
      return a.receiver.isIdentical(to: b.receiver) && a.function.isIdentical(to: b.function)
    case .slice:
      let (a, b) = (x.sliceObject.pointee, y.sliceObject.pointee)
      return try sequencesAreEqual(
        [a.start, a.stop, a.step], [b.start, b.stop, b.step])
    default: return x.isIdentical(to: y)
    }
  }

  /// What native code that compares holds in the meantime, nothing else may: an element that a generator
  /// gave, or one that the comparison itself takes out of its container.
  private func askInstances(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Bool {
    try heap.withoutCollection { () throws(Interruption) in
      try isTrue(try compareToValue(comparison, x, y))
    }
  }

  /// The elements of a list or tuple, as they are now.
  func items(of value: Value) -> [Value] {
    spend(16 * (length(value) ?? 0))
    return Array(
      value.kind == .list
        ? UnsafeBufferPointer(
          start: value.listObject.pointee.items, count: value.listObject.pointee.count)
        : UnsafeBufferPointer(
          start: value.tupleObject.items, count: value.tupleObject.pointee.count))
  }

  private func sequencesAreEqual(_ x: [Value], _ y: [Value]) throws(Interruption) -> Bool {
    if x.count != y.count { return false }
    return try walking { () throws(Interruption) in
      for index in x.indices {
        if !(try areSameOrEqual(x[index], y[index])) { return false }
      }
      return true
    }
  }

  /// Containers take identity for equality: an object that is not equal to itself is found in a list.
  /// Of two nans nobody can say here whether they are one object.
  func areSameOrEqual(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
    if x.isFloat, y.isFloat, x.float.isNaN, y.float.isNaN {
      throw .raised(
        .type, "whether two nans in containers are one object, Python leaves open: use math.isnan")
    }
    if x.isIdentical(to: y) { return true }
    return try isEqual(x, y)
  }

  func dictionariesAreEqual(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
    if length(x) != length(y) { return false }
    return try walking { () throws(Interruption) in
      for entry in x.dictionaryObject.pointee.table.entries {
        guard let other = try getItem(y, entry.key) else { return false }
        if !(try areSameOrEqual(entry.value, other)) { return false }
      }
      return true
    }
  }

  /// Bounds the recursion of native code into containers, as CPython does.
  func walking<R>(_ body: () throws(Interruption) -> R) throws(Interruption) -> R {
    if walkDepth >= limits.depth || NativeStack.position < stackFloor {
      throw .recursionLimit()
    }
    try spendSteps(64)
    walkDepth += 1
    defer { walkDepth -= 1 }
    return try body()
  }

  // MARK: Order

  /// The sign of `x - y`; `.some(nil)` when unordered (a nan); `nil` when one is no number.
  private func numericOrder(_ x: Value, _ y: Value) -> Int?? {
    if x.isInt, y.isInt { return .some(x.int < y.int ? -1 : x.int == y.int ? 0 : 1) }
    if x.isFloat, y.isFloat {
      let (a, b) = (x.float, y.float)
      return .some(a < b ? -1 : a == b ? 0 : a > b ? 1 : nil)
    }
    guard x.kind.isNumber, y.kind.isNumber, let a = Number(x, self), let b = Number(y, self) else {
      return nil
    }
    switch (a, b) {
    case (.int(let a), .int(let b)): return .some(a < b ? -1 : a == b ? 0 : 1)
    case (.float(let a, _), _): return .some(order(ofInteger: b.big, a.value).map { -$0 })
    case (_, .float(let b, _)): return .some(order(ofInteger: a.big, b.value))
    default: return .some(a.big < b.big ? -1 : a.big == b.big ? 0 : 1)
    }
  }

  /// An integer against a float, exactly: 2⁵³ + 1 is more than 2.0⁵³.
  private func order(ofInteger x: BigInt, _ y: Double) -> Int? {
    if y.isNaN { return nil }
    if y.isInfinite { return y > 0 ? -1 : 1 }
    let whole = BigInt(y.rounded(.down))
    if x != whole { return x < whole ? -1 : 1 }
    return y.rounded(.down) == y ? 0 : -1
  }

  /// The sign of `x - y`, `nil` when unordered.
  private func order(
    _ x: Value, _ y: Value, _ comparison: ComparisonOperator
  ) throws(Interruption) -> Int? {
    if let order = numericOrder(x, y) { return order }
    if x.kind == .string, y.kind == .string {
      return compareBytes(x.stringObject.buffer, y.stringObject.buffer)
    }
    throw .raised(
      .type,
      "'\(comparison.rawValue)' not supported between instances of '\(operandName(x, y))' and '\(operandName(y, x))'"
    )
  }

  /// Two lists or tuples compare as the first items that differ, else as their lengths.
  private func compareSequences(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Bool {
    if let a = item(0, of: x), let b = item(0, of: y), a.isInt, b.isInt, a.int != b.int {
      return try compare(comparison, a, b)
    }
    return try walking { () throws(Interruption) in
      var index = 0
      while let a = item(index, of: x), let b = item(index, of: y) {
        spend(32)
        if !(try areSameOrEqual(a, b)) { return try compare(comparison, a, b) }
        index += 1
      }
      return try compare(comparison, Value(length(x) ?? 0), Value(length(y) ?? 0))
    }
  }

  /// An item of a list or tuple as it is now; `nil` from the end on.
  private func item(_ index: Int, of sequence: Value) -> Value? {
    if sequence.kind == .list {
      let list = sequence.listObject
      return index < list.pointee.count ? list.pointee.items[index] : nil
    }
    let tuple = sequence.tupleObject
    return index < tuple.pointee.count ? tuple.items[index] : nil
  }

  /// UTF-8 bytes compare as the scalars that they encode.
  func compareBytes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    if let x = a.baseAddress, let y = b.baseAddress {
      let order = memcmp(x, y, min(a.count, b.count))
      if order != 0 { return Int(order) }
    }
    return a.count < b.count ? -1 : a.count == b.count ? 0 : 1
  }

  func isLess(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
    try compare(.less, x, y)
  }

  // MARK: Truth

  @inline(never)
  package func isTrue(_ value: Value) throws(Interruption) -> Bool {
    switch value.kind {
    case .bool, .int: return value.payload != 0
    case .float: return value.float != 0
    case .none: return false
    case .string: return value.stringObject.pointee.byteCount != 0
    case .list: return value.listObject.pointee.count != 0
    case .tuple: return value.tupleObject.pointee.count != 0
    case .dictionary, .set, .frozenset, .view: return length(value) != 0
    case .range: return value.rangeObject.pointee.count != 0
    case .foreign: return try value.foreignObject.pointee.value.isTrue(in: self)
    case .instance: return try instanceIsTrue(value)
    default: return true
    }
  }

  private func instanceIsTrue(_ value: Value) throws(Interruption) -> Bool {
    if let method = specialMethod(.truth, of: value) {
      let result = try callSpecial(method, on: value)
      if result.kind == .bool { return result.isTrueBool }
      throw .raised(.type, "__bool__ should return bool, returned \(typeName(result))")
    }
    if specialMethod(.length, of: value) != nil { return try lengthOf(value) != 0 }
    guard let part = value.builtinPart else { return true }
    return try isTrue(part)
  }

  // MARK: Containment

  func contains(_ container: Value, _ element: Value) throws(Interruption) -> Bool {
    switch container.kind {
    case .list, .tuple:
      return try walking { () throws(Interruption) in
        for item in items(of: container) {
          if try areSameOrEqual(item, element) { return true }
        }
        return false
      }
    case .instance: return try instanceContains(container, element)
    case .string:
      guard let element = element.builtinPart, element.kind == .string else {
        throw .raised(
          .type, "'in <string>' requires string as left operand, not \(typeName(element))")
      }
      let (text, wanted) = (container.stringObject.buffer, element.stringObject.buffer)
      spend(text.count)
      if wanted.count == 1, let start = text.baseAddress {
        return memchr(start, Int32(wanted[0]), text.count) != nil
      }
      return ByteSearch.occurs(wanted, in: text)
    case .dictionary: return try getItem(container, element) != nil
    case .range:
      guard let number = Number(element, self) else { return false }
      let value: Int
      switch number {
      case .int(let int): value = int
      case .float(let float, _):
        guard let exact = Int(exactly: float.value) else { return false }
        value = exact
      case .big: return false
      }
      return container.rangeObject.pointee.index(of: value) != nil
    case .set, .frozenset: return try setContains(container, element)
    case .view: return try viewContains(container, element)
    case .iterator, .generator: return try walks(container, to: element)
    case .foreign where isIterable(container) || foreign(container)?.isNumeric == true:
      if let found = try container.foreignObject.pointee.value.contains(element, in: self) {
        return found
      }
      return try walks(try makeIterator(container), to: element)
    default:
      throw .raised(.type, "argument of type '\(typeName(container))' is not iterable")
    }
  }

  private func walks(_ iterator: Value, to element: Value) throws(Interruption) -> Bool {
    try heap.pinning([iterator, element]) { () throws(Interruption) in
      while let item = try next(iterator) {
        spend(64)
        if try areSameOrEqual(item, element) { return true }
      }
      return false
    }
  }

  private func instanceContains(
    _ container: Value, _ element: Value
  ) throws(Interruption) -> Bool {
    if let method = specialMethod(.contains, of: container) {
      if method.isNone {
        throw .raised(.type, "'\(typeName(container))' object is not a container")
      }
      return try isTrue(try callSpecial(method, on: container, element))
    }
    if specialMethod(.iterator, of: container) == nil, let part = container.builtinPart {
      return try contains(part, element)
    }
    // In place of what a failing `__iter__` says.
    let iterator = try catching(.type) { () throws(Interruption) in
      try instanceIterator(container)
    }
    guard let iterator = iterator ?? nil else {
      throw .raised(.type, "argument of type '\(typeName(container))' is not iterable")
    }
    return try heap.pinning([iterator, element]) { () throws(Interruption) in
      while let item = try next(iterator) {
        if try areSameOrEqual(item, element) { return true }
      }
      return false
    }
  }

  private func viewContains(_ view: Value, _ element: Value) throws(Interruption) -> Bool {
    let object = view.viewObject.pointee
    switch object.part {
    case .keys: return try getItem(object.dictionary, element) != nil
    case .values:
      for item in try allItems(of: view) where try areSameOrEqual(item, element) { return true }
      return false
    case .items:
      guard element.kind == .tuple, element.tupleObject.pointee.count == 2,
        let value = try getItem(object.dictionary, element.tupleObject.items[0])
      else { return false }
      return try areSameOrEqual(value, element.tupleObject.items[1])
    }
  }

  // MARK: Hashing

  /// Equal values have equal hashes; numbers hash as in CPython, so that 1, 1.0 and True are one key.
  func hash(_ value: Value) throws(Interruption) -> Int {
    switch value.kind {
    case .int, .bool: return PythonHash.integer(value.int)
    case .float:
      if value.isTraced { try refuseKey(value) }
      return PythonHash.float(value.float)
    case .bigInt: return PythonHash.integer(value.bigIntObject.pointee.value)
    case .string: return value.stringObject.hash
    case .tuple: return try hash(ofTuple: value)
    case .instance: return try instanceHash(value)
    case .frozenset: return hash(ofSet: value)
    case .foreign where !value.foreignObject.pointee.value.isHashable, .list, .dictionary, .set,
      .slice, .view:
      throw .raised(.type, "unhashable type: '\(typeName(value))'")
    case .range:
      let range = value.rangeObject.pointee
      return range.count &* 31 &+ (range.count > 0 ? range.start : 0)
    default: return Int(truncatingIfNeeded: value.payload) ^ Int(value.tag & 0xFF)
    }
  }

  /// What is found under a key that is being differentiated does not change with it, whatever it was
  /// computed from.
  private func refuseKey(_ value: Value) throws(Interruption) {
    if tracing.traced(value).isConstant { return }
    throw .raised(
      .type,
      "a number that is being differentiated cannot be a key: what is kept under it has no derivative by it"
    )
  }

  private func hash(ofTuple tuple: Value) throws(Interruption) -> Int {
    let items = tuple.tupleObject.items
    var result = PythonHash.Tuple()
    for index in 0..<tuple.tupleObject.pointee.count {
      guard items[index].kind.hashesAlone else { return try hash(ofNested: tuple) }
      result.combine(try hash(items[index]))
    }
    return result.hash
  }

  /// Of a tuple whose items may be deep, or run a program.
  private func hash(ofNested tuple: Value) throws(Interruption) -> Int {
    try walking { () throws(Interruption) in
      try heap.pinning(tuple) { () throws(Interruption) in
        var result = PythonHash.Tuple()
        for item in items(of: tuple) { result.combine(try hash(item)) }
        return result.hash
      }
    }
  }

  /// What `hash` gives for an instance with a `__hash__`: the program sees it, so that what differs
  /// from run to run in Python must not go into it.
  func askedHash(of value: Value) throws(Interruption) -> Value {
    let depth = hashingDepth
    hashingDepth = 0
    defer { hashingDepth = depth }
    return Value(try resultOfHash(of: value))
  }

  private func instanceHash(_ value: Value) throws(Interruption) -> Int {
    guard specialMethod(.hash, of: value) != nil else {
      if let part = value.builtinPart { return try hash(part) }
      return Int(truncatingIfNeeded: value.payload >> 4)
    }
    hashingDepth += 1
    defer { hashingDepth -= 1 }
    return try heap.withoutCollection { () throws(Interruption) in try resultOfHash(of: value) }
  }

  private func resultOfHash(of value: Value) throws(Interruption) -> Int {
    guard let method = specialMethod(.hash, of: value), !method.isNone else {
      throw .raised(.type, "unhashable type: '\(typeName(value))'")
    }
    let result = try walking { () throws(Interruption) in try callSpecial(method, on: value) }
    switch result.kind {
    case .int, .bool: return result.int == -1 ? -2 : result.int
    case .bigInt: return PythonHash.integer(result.bigIntObject.pointee.value)
    default: throw .raised(.type, "__hash__ method should return an integer")
    }
  }
}

extension ComparisonOperator {
  /// Whether values say themselves what it means for them.
  var isOrderOrEquality: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .is, .isNot, .in, .notIn: false
    }
  }

  /// As `y op x` must ask for what `x self y` asks.
  package var reflected: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}
