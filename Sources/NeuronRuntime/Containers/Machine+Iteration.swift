// Iterators over what is built in, and taking values apart.

extension Machine {
  package func makeIterator(_ value: Value) throws(Interruption) -> Value {
    switch value.kind {
    case .range: return heap.iterator(over: value.rangeObject)
    case .list: return heap.iterator(.list(value))
    case .tuple: return heap.iterator(.tuple(value, index: 0))
    case .string: return heap.iterator(.string(value, index: 0))
    case .dictionary:
      return heap.iterator(.entries(value, .keys, index: 0, count: length(value) ?? 0, given: 0))
    case .set, .frozenset:
      return heap.iterator(.set(value, position: 0, count: value.setObject.pointee.count))
    case .view:
      let view = value.viewObject.pointee
      return heap.iterator(
        .entries(
          view.dictionary, view.part, index: 0, count: length(value) ?? 0, given: 0))
    case .iterator, .generator: return value
    case .foreign:
      let foreign = value.foreignObject.pointee.value
      if foreign.isIterator { return value }
      if let iterator = try foreign.makeIterator(in: self) { return iterator }
      throw .raised(.type, "'\(typeName(value))' object is not iterable")
    case .instance:
      guard let iterator = try instanceIterator(value) else {
        throw .raised(.type, "'\(typeName(value))' object is not iterable")
      }
      return iterator
    default: throw .raised(.type, "'\(typeName(value))' object is not iterable")
    }
  }

  /// The next value, or `nil` at the end, where the iterator then stays.
  @inline(never)
  package func next(_ iterator: Value) throws(Interruption) -> Value? {
    if iterator.kind == .foreign { return try nextOfForeign(iterator) }
    if iterator.kind == .generator { return try nextOfGenerator(iterator) }
    let object = iterator.iteratorObject
    switch object.pointee.source {
    case .range:
      if object.pointee.remaining > 0 {
        let next = object.pointee.position
        object.pointee.position = next &+ object.pointee.step
        object.pointee.remaining -= 1
        return Value(next)
      }
    case .list(let list):
      let index = object.pointee.position
      if index < list.listObject.pointee.count {
        object.pointee.position = index + 1
        return list.listObject.pointee.items[index]
      }
    case .tuple(let tuple, let index):
      if index < tuple.tupleObject.pointee.count {
        object.pointee.source = .tuple(tuple, index: index + 1)
        return tuple.tupleObject.items[index]
      }
    case .string(let text, let index):
      let bytes = text.stringObject.buffer
      if index < bytes.count {
        if bytes[index] < 0x80 {
          object.pointee.source = .string(text, index: index + 1)
          return try heap.character(bytes[index])
        }
        var end = index + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        object.pointee.source = .string(text, index: end)
        return try heap.string(UnsafeBufferPointer(rebasing: bytes[index..<end]))
      }
    case .entries(let dictionary, let part, let index, let count, let given):
      if let value = try nextEntry(object, dictionary, part, index, count, given) { return value }
    case .set(let set, let position, let count):
      if let value = try nextElement(object, set, position, count) { return value }
    case .enumeration(let inner, let number):
      if let value = try nextOfInner(inner) {
        object.pointee.source = .enumeration(inner, next: try count(after: number))
        return try heap.pair(Value(number), value)
      }
    case .zip(let iterators, let isStrict):
      if let value = try nextOfZip(iterators, isStrict) { return value }
    case .map(let function, let iterators):
      if iterators.tupleObject.pointee.count == 1 {
        if let argument = try nextOfInner(iterators.tupleObject.items[0]) {
          return try valueBeforeStop { () throws(Interruption) in try call(function, argument) }
        }
      } else if let arguments = try nextOfAll(iterators) {
        return try valueBeforeStop { () throws(Interruption) in try call(function, arguments) }
      }
    case .filter(let function, let inner):
      return try valueBeforeStop { () throws(Interruption) in
        try nextOfFilter(function, inner)
      }
    case .calls(let function, let sentinel):
      return try nextCall(of: function, until: sentinel, object)
    case .reversed(let sequence, let remaining):
      if remaining > 0 {
        object.pointee.source = .reversed(sequence, remaining: remaining - 1)
        if remaining <= length(sequence) ?? remaining {
          return try loadSubscript(sequence, Value(remaining - 1))
        }
      }
    case .instance(let iterator):
      if let value = try nextOfInstance(iterator) { return value }
      // An instance may go on after its end.
      return nil
    case .items(let sequence, let index):
      object.pointee.source = .items(sequence, index: index + 1)
      if let value = try item(index, of: sequence) { return value }
    case .exhausted: break
    }
    object.exhaust()
    return nil
  }

  /// Whether what a loop takes next is a pair that its body takes apart first of all and never sees.
  @inline(__always)
  static func isUnpackedAtOnce(
    _ next: UnsafePointer<Instruction>, by first: UnsafePointer<Instruction>,
    in code: Unmanaged<Code>
  ) -> Bool {
    first.opcode == .unpack && first.b == next.a && first.c == 2
      && next.a >= code._withUnsafeGuaranteedRef { $0.variableCount }
  }

  /// The two items of the next value of an iterator of pairs, without making a tuple of them.
  ///
  /// - Returns: whether there was one; `nil` where the iterator must be asked in the general way, and
  ///   nothing has been taken from it.
  func nextPair(
    _ iterator: Value, into registers: UnsafeMutablePointer<Value>
  ) throws(Interruption) -> Bool? {
    guard iterator.kind == .iterator else { return nil }
    let object = iterator.iteratorObject
    switch object.pointee.source {
    case .zip(let iterators, isStrict: false):
      let items = iterators.tupleObject.items
      guard iterators.tupleObject.pointee.count == 2, isFlat(items[0]), isFlat(items[1]) else {
        return nil
      }
      if let first = try nextItem(items[0]), let second = try nextItem(items[1]) {
        registers[0] = first
        registers[1] = second
        return true
      }
    case .enumeration(let inner, let number):
      guard isFlat(inner) else { return nil }
      if let value = try nextItem(inner) {
        object.pointee.source = .enumeration(inner, next: try count(after: number))
        registers[0] = Value(number)
        registers[1] = value
        return true
      }
    case .entries(let dictionary, .items, let index, let count, let given):
      let table = dictionary.dictionaryObject.table
      guard table.pointee.count == count, given < count, index < table.pointee.entryCount else {
        return nil
      }
      let entry = table.pointee[index]
      if entry.key.isUnbound { return nil }
      object.pointee.source = .entries(
        dictionary, .items, index: index + 1, count: count, given: given + 1)
      registers[0] = entry.key
      registers[1] = entry.value
      return true
    default: return nil
    }
    object.exhaust()
    return false
  }

  /// The number that `enumerate` gives next.
  @inline(__always)
  private func count(after number: Int) throws(Interruption) -> Int {
    let (next, overflow) = number.addingReportingOverflow(1)
    if overflow { throw .raised(.overflow, "enumerate() beyond 64 bits is not part of neuron") }
    return next
  }

  /// As `next`, with a short way for lists.
  @inline(__always)
  private func nextItem(_ iterator: Value) throws(Interruption) -> Value? {
    let object = iterator.iteratorObject
    let index = object.pointee.position
    guard object.pointee.walk == .list, case .list(let list) = object.pointee.source,
      index < list.listObject.pointee.count
    else { return try next(iterator) }
    object.pointee.position = index &+ 1
    return list.listObject.pointee.items[index]
  }

  /// Iterators of libraries take others as their source, so that they may be nested.
  private func nextOfForeign(_ iterator: Value) throws(Interruption) -> Value? {
    try heap.pinning([iterator]) { () throws(Interruption) in
      try walking { () throws(Interruption) in
        try valueBeforeStop { () throws(Interruption) in
          try iterator.foreignObject.pointee.value.next(in: self)
        }
      }
    }
  }

  // MARK: Instances

  /// What an instance gives one after another; `nil` where it is not iterable.
  func instanceIterator(_ value: Value) throws(Interruption) -> Value? {
    if let method = specialMethod(.iterator, of: value) {
      if method.isNone { return nil }
      let iterator = try callSpecial(method, on: value)
      switch iterator.kind {
      case .instance:
        if specialMethod(.next, of: iterator) != nil { return heap.iterator(.instance(iterator)) }
      default:
        if isIterator(iterator) { return iterator }
      }
      throw .raised(
        .type, "iter() returned non-iterator of type '\(typeName(iterator))'")
    }
    if specialMethod(.getItem, of: value) != nil, value.builtinPart == nil {
      return heap.iterator(.items(value, index: 0))
    }
    guard let part = value.builtinPart else { return nil }
    return try makeIterator(part)
  }

  func isIterableInstance(_ value: Value) -> Bool {
    if let method = specialMethod(.iterator, of: value) { return !method.isNone }
    if specialMethod(.getItem, of: value) != nil { return true }
    return value.builtinPart.map(isIterable) ?? false
  }

  /// Whether `next` may be asked of a value that is no instance.
  func isIterator(_ value: Value) -> Bool {
    value.kind == .iterator || value.kind == .generator || foreign(value)?.isIterator == true
  }

  private func nextOfInstance(_ iterator: Value) throws(Interruption) -> Value? {
    guard let method = specialMethod(.next, of: iterator) else { return nil }
    return try walking { () throws(Interruption) in
      try catching(.stopIteration) { () throws(Interruption) in
        try callSpecial(method, on: iterator)
      }
    }
  }

  /// The next value, while another is safe from the collector.
  func next(keeping kept: Value, of iterator: Value) throws(Interruption) -> Value? {
    if !kept.isObject { return try next(iterator) }
    return try heap.pinning(kept) { () throws(Interruption) in try next(iterator) }
  }

  /// `nil` where a function that an iterator calls says StopIteration itself.
  private func valueBeforeStop(
    _ body: () throws(Interruption) -> Value?
  ) throws(Interruption) -> Value? {
    do throws(Interruption) {
      return try body()
    } catch {
      if isException(error, .stopIteration) {
        pendingTrace = []
        return nil
      }
      throw error
    }
  }

  private func nextOfFilter(_ function: Value, _ inner: Value) throws(Interruption) -> Value? {
    while let value = try walking({ () throws(Interruption) in try next(inner) }) {
      spend(64)
      let keeps = try heap.pinning([value, inner]) { () throws(Interruption) in
        try isTrue(function.isNone ? value : try call(function, [value]))
      }
      if keeps { return value }
    }
    return nil
  }

  private func nextCall(
    of function: Value, until sentinel: Value, _ object: UnsafeMutablePointer<IteratorObject>
  ) throws(Interruption) -> Value? {
    try spendSteps(5)
    let value = try valueBeforeStop { () throws(Interruption) in try call(function, []) }
    if let value, !(try areSameOrEqual(sentinel, value)) { return value }
    object.exhaust()
    return nil
  }

  /// The old protocol: items by number until IndexError.
  private func item(_ index: Int, of sequence: Value) throws(Interruption) -> Value? {
    try walking { () throws(Interruption) in
      try catching(.index, or: .stopIteration) { () throws(Interruption) in
        try loadSubscript(sequence, Value(index))
      }
    }
  }

  private func nextEntry(
    _ object: UnsafeMutablePointer<IteratorObject>, _ dictionary: Value, _ part: ViewObject.Part,
    _ index: Int, _ count: Int, _ given: Int
  ) throws(Interruption) -> Value? {
    let dictionaryObject = dictionary.dictionaryObject
    if dictionaryObject.pointee.table.count != count {
      throw .raised(.runtime, "dictionary changed size during iteration")
    }
    var index = index
    while index < dictionaryObject.pointee.table.entryCount {
      let entry = dictionaryObject.pointee.table[index]
      index += 1
      if !entry.key.isUnbound {
        if given == count {
          throw .raised(.runtime, "dictionary keys changed during iteration")
        }
        object.pointee.source = .entries(
          dictionary, part, index: index, count: count, given: given + 1)
        return try self.part(part, of: entry)
      }
    }
    return nil
  }

  func part(
    _ part: ViewObject.Part, of entry: HashTable.Entry
  ) throws(Interruption) -> Value {
    switch part {
    case .keys: entry.key
    case .values: entry.value
    case .items: try heap.pair(entry.key, entry.value)
    }
  }

  private func nextOfAll(_ iterators: Value) throws(Interruption) -> [Value]? {
    var values: [Value] = []
    for iterator in items(of: iterators) {
      let value = try heap.pinning(values) { () throws(Interruption) in
        try walking { () throws(Interruption) in try next(iterator) }
      }
      guard let value else { return nil }
      values.append(value)
    }
    return values
  }

  private func nextOfZip(_ iterators: Value, _ isStrict: Bool) throws(Interruption) -> Value? {
    if iterators.tupleObject.pointee.count == 0 { return nil }
    if !isStrict { return try nextTuple(iterators) }
    let all = items(of: iterators)
    var values: [Value] = []
    for (index, iterator) in all.enumerated() {
      let value = try heap.pinning(values) { () throws(Interruption) in
        try walking { () throws(Interruption) in try next(iterator) }
      }
      if let value {
        if values.count < index { throw unevenZip(index, "longer") }
        values.append(value)
      } else if index > 0, !values.isEmpty {
        throw unevenZip(index, "shorter")
      }
    }
    return values.isEmpty ? nil : try heap.tuple(values)
  }

  /// The next values of iterators as a tuple, `nil` when one is at its end.
  private func nextTuple(_ iterators: Value) throws(Interruption) -> Value? {
    let count = iterators.tupleObject.pointee.count
    let items = iterators.tupleObject.items
    if count == 2, isFlat(items[0]), isFlat(items[1]) {
      guard let first = try next(items[0]), let second = try next(items[1]) else { return nil }
      return try heap.pair(first, second)
    }
    let result = try heap.emptyTuple(count: count)
    return try heap.pinning(Value(.tuple, result)) { () throws(Interruption) in
      for index in 0..<count {
        guard let value = try nextOfInner(iterators.tupleObject.items[index]) else { return nil }
        result.items[index] = value
      }
      return Value(.tuple, result)
    }
  }

  private func isFlat(_ iterator: Value) -> Bool {
    iterator.kind == .iterator && iterator.iteratorObject.pointee.source.isFlat
  }

  /// The next value of an iterator that another one walks; nesting of those is bounded.
  private func nextOfInner(_ iterator: Value) throws(Interruption) -> Value? {
    if isFlat(iterator) { return try next(iterator) }
    return try walking { () throws(Interruption) in try next(iterator) }
  }

  private func unevenZip(_ index: Int, _ word: String) -> Interruption {
    let others = index == 1 ? "argument 1" : "arguments 1-\(index)"
    return .raised(.value, "zip() argument \(index + 1) is \(word) than \(others)")
  }

  /// All that an iterable gives; `message` is the TypeError for what is none.
  package func allItems(
    of value: Value, else message: String? = nil
  ) throws(Interruption) -> [Value] {
    switch value.kind {
    case .list, .tuple: return items(of: value)
    case .range, .string, .dictionary, .set, .frozenset, .view, .iterator, .generator: break
    case .foreign where isIterable(value): break
    // A number among arrays has its own complaint.
    case .foreign where foreign(value)?.isNumeric == true: _ = try makeIterator(value)
    case .instance:
      guard let iterator = try instanceIterator(value) else {
        throw .raised(.type, message ?? "'\(typeName(value))' object is not iterable")
      }
      return try heap.pinning([iterator]) { () throws(Interruption) in
        try allItems(of: iterator)
      }
    default:
      throw .raised(.type, message ?? "'\(typeName(value))' object is not iterable")
    }
    let list = try heap.emptyList(capacity: length(value) ?? 8)
    try heap.pinning([list]) { () throws(Interruption) in try extend(list, with: value) }
    return items(of: list)
  }

  /// Up to `count` items of what may give more, or give them without end.
  private func firstItems(
    _ count: Int, of value: Value, else message: String
  ) throws(Interruption) -> [Value] {
    let iterator: Value
    switch value.kind {
    case .iterator, .generator: iterator = value
    case .foreign where isIterable(value): iterator = try makeIterator(value)
    case .instance:
      guard let own = try instanceIterator(value) else {
        let isRefused = specialMethod(.iterator, of: value) != nil
        throw .raised(
          .type, isRefused ? "'\(typeName(value))' object is not iterable" : message)
      }
      iterator = own
    default: return try allItems(of: value, else: message)
    }
    let list = try heap.emptyList(capacity: count)
    return try heap.pinning([list, iterator]) { () throws(Interruption) in
      while list.listObject.pointee.count < count, let item = try next(iterator) {
        try heap.append(item, to: list)
      }
      return items(of: list)
    }
  }

  // MARK: Taking apart

  func unpack(
    _ value: Value, into registers: UnsafeMutablePointer<Value>, count: Int
  ) throws(Interruption) {
    if value.kind == .tuple, value.tupleObject.pointee.count == count {
      registers.update(from: value.tupleObject.items, count: count)
      return
    }
    if value.kind == .list, value.listObject.pointee.count == count {
      registers.update(from: value.listObject.pointee.items, count: count)
      return
    }
    let items = try firstItems(
      count + 1, of: value, else: "cannot unpack non-iterable \(typeName(value)) object")
    if items.count < count {
      throw .raised(
        .value, "not enough values to unpack (expected \(count), got \(items.count))")
    }
    if items.count > count {
      throw .raised(.value, "too many values to unpack (expected \(count))")
    }
    for (index, item) in items.enumerated() { registers[index] = item }
  }

  func unpack(
    _ value: Value, into registers: UnsafeMutablePointer<Value>, count: Int, starredAt star: Int
  ) throws(Interruption) {
    let items = try allItems(
      of: value, else: "cannot unpack non-iterable \(typeName(value)) object")
    guard items.count >= count - 1 else {
      throw .raised(
        .value,
        "not enough values to unpack (expected at least \(count - 1), got \(items.count))")
    }
    let rest = items.count - (count - 1)
    for index in 0..<star { registers[index] = items[index] }
    registers[star] = try heap.list(Array(items[star..<star + rest]))
    for index in star + 1..<max(count, star + 1) { registers[index] = items[index - 1 + rest] }
  }
}
