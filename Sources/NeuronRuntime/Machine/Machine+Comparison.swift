import BigInt

// Equality, order, truth, hashing.

extension Machine {
  @inline(never)
  func compare(
    _ comparison: Comparison, _ x: Value, _ y: Value
  ) throws(Interruption) -> Bool {
    switch comparison {
    case .equal: return try isEqual(x, y)
    case .notEqual: return !(try isEqual(x, y))
    case .is: return x.isIdentical(to: y)
    case .isNot: return !x.isIdentical(to: y)
    case .in: return try contains(y, x)
    case .notIn: return !(try contains(y, x))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let order = try order(x, y, comparison) else { return false }
      switch comparison {
      case .less: return order < 0
      case .lessOrEqual: return order <= 0
      case .greater: return order > 0
      default: return order >= 0
      }
    }
  }

  // MARK: Equality

  package func isEqual(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
    if let order = numericOrder(x, y) { return order == .some(0) }
    guard x.kind == y.kind else { return false }
    switch x.kind {
    case .string:
      let (a, b) = (x.stringObject.buffer, y.stringObject.buffer)
      return a.count == b.count && a.elementsEqual(b)
    case .list, .tuple: return try sequencesAreEqual(items(of: x), items(of: y))
    case .dictionary: return try dictionariesAreEqual(x, y)
    case .range:
      let (a, b) = (x.rangeObject.pointee, y.rangeObject.pointee)
      return a.count == b.count
        && (a.count == 0 || a.start == b.start && (a.count == 1 || a.step == b.step))
    case .slice:
      let (a, b) = (x.sliceObject.pointee, y.sliceObject.pointee)
      return try sequencesAreEqual(
        [a.start, a.stop, a.step], [b.start, b.stop, b.step])
    default: return x.isIdentical(to: y)
    }
  }

  /// The elements of a list or tuple, as they are now.
  func items(of value: Value) -> [Value] {
    Array(
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

  /// Containers take identity for equality, so that a list with a nan equals itself.
  func areSameOrEqual(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
    if x.isIdentical(to: y) { return true }
    return try isEqual(x, y)
  }

  private func dictionariesAreEqual(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
    let (a, b) = (x.dictionaryObject.pointee.table, y.dictionaryObject.pointee.table)
    if a.count != b.count { return false }
    return try walking { () throws(Interruption) in
      for entry in a.entries {
        if entry.key.isUnbound { continue }
        guard let other = try getItem(y, entry.key) else { return false }
        if !(try areSameOrEqual(entry.value, other)) { return false }
      }
      return true
    }
  }

  /// Bounds the recursion of native code into containers, as CPython does.
  func walking<R>(_ body: () throws(Interruption) -> R) throws(Interruption) -> R {
    if walkDepth >= limits.depth {
      throw .limit(.recursionLimit, "RecursionError: maximum recursion depth exceeded")
    }
    walkDepth += 1
    defer { walkDepth -= 1 }
    return try body()
  }

  // MARK: Order

  /// The sign of `x - y`; `.some(nil)` when unordered (a nan); `nil` when one is no number.
  private func numericOrder(_ x: Value, _ y: Value) -> Int??  {
    guard let a = Number(x, self), let b = Number(y, self) else { return nil }
    switch (a, b) {
    case (.int(let a), .int(let b)): return .some(a < b ? -1 : a == b ? 0 : 1)
    case (.float(let a, _), .float(let b, _)):
      if a.value.isNaN || b.value.isNaN { return .some(nil) }
      return .some(a.value < b.value ? -1 : a.value == b.value ? 0 : 1)
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
    _ x: Value, _ y: Value, _ comparison: Comparison
  ) throws(Interruption) -> Int? {
    if let order = numericOrder(x, y) { return order }
    if x.kind == .string, y.kind == .string {
      return compareBytes(x.stringObject.buffer, y.stringObject.buffer)
    }
    if x.kind == y.kind, x.kind == .list || x.kind == .tuple {
      let (a, b) = (items(of: x), items(of: y))
      return try walking { () throws(Interruption) in
        for index in 0..<min(a.count, b.count) {
          if try areSameOrEqual(a[index], b[index]) { continue }
          return try order(a[index], b[index], comparison)
        }
        return a.count < b.count ? -1 : a.count == b.count ? 0 : 1
      }
    }
    throw .raised(
      .type,
      "'\(comparison.symbol)' not supported between instances of '\(typeName(x))' and '\(typeName(y))'"
    )
  }

  /// UTF-8 bytes compare as the scalars that they encode.
  private func compareBytes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    for index in 0..<min(a.count, b.count) where a[index] != b[index] {
      return a[index] < b[index] ? -1 : 1
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
    case .bool, .int: value.payload != 0
    case .float: value.float != 0
    case .none: false
    case .string: value.stringObject.pointee.byteCount != 0
    case .list: value.listObject.pointee.count != 0
    case .tuple: value.tupleObject.pointee.count != 0
    case .dictionary, .view: length(value) != 0
    case .range: value.rangeObject.pointee.count != 0
    default: true
    }
  }

  // MARK: Containment

  private func contains(_ container: Value, _ element: Value) throws(Interruption) -> Bool {
    switch container.kind {
    case .list, .tuple:
      return try walking { () throws(Interruption) in
        for item in items(of: container) {
          if try areSameOrEqual(item, element) { return true }
        }
        return false
      }
    case .string:
      guard element.kind == .string else {
        throw .raised(
          .type, "'in <string>' requires string as left operand, not \(typeName(element))")
      }
      return textOf(container).firstRange(ofScalars: textOf(element)) != nil
    case .dictionary: return try getItem(container, element) != nil
    case .range:
      guard let number = Number(element, self) else { return false }
      let range = container.rangeObject.pointee
      let value: Int
      switch number {
      case .int(let int): value = int
      case .float(let float, _):
        guard let exact = Int(exactly: float.value) else { return false }
        value = exact
      case .big: return false
      }
      if range.count == 0 { return false }
      let last = range.start + (range.count - 1) * range.step
      return value >= min(range.start, last) && value <= max(range.start, last)
        && (value - range.start) % range.step == 0
    case .view:
      return try contains(try heap.list(try allItems(of: container)), element)
    case .iterator:
      while let item = try next(container) {
        if try areSameOrEqual(item, element) { return true }
      }
      return false
    default:
      throw .raised(.type, "argument of type '\(typeName(container))' is not iterable")
    }
  }

  // MARK: Hashing

  /// Equal values have equal hashes; numbers hash as in CPython, so that 1, 1.0 and True are one key.
  func hash(_ value: Value) throws(Interruption) -> Int {
    switch value.kind {
    case .int, .bool: return PythonHash.integer(value.int)
    case .float: return PythonHash.float(value.float)
    case .bigInt: return PythonHash.integer(value.bigIntObject.pointee.value)
    case .string: return PythonHash.bytes(value.stringObject.buffer)
    case .tuple:
      return try walking { () throws(Interruption) in
        var hash = 0x345678
        for item in items(of: value) { hash = (hash &* 1_000_003) ^ (try self.hash(item)) }
        return hash
      }
    case .list, .dictionary, .slice:
      throw .raised(.type, "unhashable type: '\(typeName(value))'")
    case .range:
      let range = value.rangeObject.pointee
      return range.count &* 31 &+ (range.count > 0 ? range.start : 0)
    default: return Int(truncatingIfNeeded: value.payload) ^ Int(value.tag & 0xFF)
    }
  }
}

/// Hashes of numbers as in CPython (`Python/pyhash.c`): modulo the prime 2⁶¹ − 1.
enum PythonHash {
  private static let modulus = (1 << 61) - 1

  static func integer(_ value: Int) -> Int {
    let hash = Int(value.magnitude % UInt(modulus))
    return finish(value < 0 ? -hash : hash)
  }

  static func integer(_ value: BigInt) -> Int {
    let hash = Int(value.magnitude % BigUInt(modulus))
    return finish(value < 0 ? -hash : hash)
  }

  static func float(_ value: Double) -> Int {
    if value.isNaN { return 0 }
    if value.isInfinite { return value > 0 ? 314_159 : -314_159 }
    if let whole = Int(exactly: value) { return integer(whole) }
    if value == value.rounded(.towardZero) { return integer(BigInt(value)) }
    // value = significand · 2^exponent: multiplying by 2 rotates 61 bits.
    var exponent = value == 0 ? 0 : Int(value.exponent) - 52
    let mantissa = Int((abs(value) * Double(sign: .plus, exponent: -exponent, significand: 1)))
    exponent = ((exponent % 61) + 61) % 61
    var hash = mantissa % modulus
    hash = ((hash << exponent) & modulus) | (hash >> (61 - exponent))
    return finish(value < 0 ? -hash : hash)
  }

  /// FNV-1a: a string's hash has no answer in the language, it only has to spread.
  static func bytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash)
  }

  private static func finish(_ hash: Int) -> Int { hash == -1 ? -2 : hash }
}
