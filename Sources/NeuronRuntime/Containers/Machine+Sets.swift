import NeuronSyntax

// Sets: the table holds hashes, the machine hashes and compares. Each operation takes the steps of
// CPython's in their order, since the order of the result follows from them.

extension Machine {
  // MARK: Making

  func makeSet(_ kind: Kind, _ arguments: Arguments) throws(Interruption) -> Value {
    try arguments.expect(kind == .set ? "set" : "frozenset", 0...1)
    if arguments.count == 1, kind == .frozenset, arguments[0].kind == .frozenset {
      return arguments[0]
    }
    let set = heap.set(kind)
    if arguments.count == 1 { try addAll(of: arguments[0], to: set) }
    return set
  }

  func makeSet(
    _ items: UnsafeMutablePointer<Value>, _ count: Int, _ display: SetDisplay
  ) throws(Interruption) -> Value {
    let set = heap.set(display == .iterated ? .frozenset : .set)
    try heap.pinning([set]) { () throws(Interruption) in
      for index in 0..<count { try add(items[index], to: set) }
    }
    if display == .elements { return set }
    // CPython's compiler makes the frozenset of constants twice, the second time from the first.
    let again = heap.set(display == .iterated ? .frozenset : .set)
    for entry in set.setObject.all { try add(entry.key, entry.hash, to: again) }
    return display == .iterated ? again : try copied(again, as: .set)
  }

  /// Takes all of a starred item.
  func extendSetDisplay(_ set: Value, with source: Value) throws(Interruption) {
    try addAll(of: source, to: set)
  }

  func copied(_ set: Value, as kind: Kind) throws(Interruption) -> Value {
    let copy = heap.set(kind)
    try merge(copy, set)
    return copy
  }

  // MARK: Elements

  /// The slot of an element, or the complement of a free one.
  @inline(__always)
  private func find(_ key: Value, _ hash: Int, in set: Value) throws(Interruption) -> Int {
    try set.setObject.find(hash) { (other) throws(Interruption) in
      if key.isInt, other.isInt { return key.payload == other.payload }
      return try isElement(key, other, of: set)
    }
  }

  @inline(never)
  private func isElement(_ key: Value, _ other: Value, of set: Value) throws(Interruption) -> Bool {
    if key.kind == .string || key.kind != other.kind && key.kind.rawValue < Kind.list.rawValue {
      return try areSameOrEqual(other, key)
    }
    return try heap.pinning([set, key, other]) { () throws(Interruption) in
      try areSameOrEqual(other, key)
    }
  }

  func add(_ key: Value, to set: Value) throws(Interruption) {
    try add(key, try hash(key), to: set)
  }

  func add(_ key: Value, _ hash: Int, to set: Value) throws(Interruption) {
    let slot = try find(key, hash, in: set)
    if slot < 0 { try heap.add(key, hash, to: set.setObject, at: ~slot) }
  }

  /// Removes an element; `false` when it is none.
  private func discard(_ key: Value, _ hash: Int, from set: Value) throws(Interruption) -> Bool {
    let slot = try find(key, hash, in: set)
    if slot >= 0 { set.setObject.remove(at: slot) }
    return slot >= 0
  }

  func discard(_ key: Value, from set: Value) throws(Interruption) -> Bool {
    try discard(key, try hash(sought: key), from: set)
  }

  func setContains(_ set: Value, _ key: Value) throws(Interruption) -> Bool {
    try find(key, try hash(sought: key), in: set) >= 0
  }

  /// A set may be looked for among frozensets.
  private func hash(sought key: Value) throws(Interruption) -> Int {
    if key.kind == .set { return hash(ofSet: key) }
    if key.kind == .instance, let part = key.builtinPart, part.kind == .set {
      return hash(ofSet: part)
    }
    return try hash(key)
  }

  func hash(ofSet set: Value) -> Int {
    let object = set.setObject
    spend(16 * object.pointee.entryCount)
    return PythonHash.set(
      (0..<object.pointee.entryCount).lazy.map { object.pointee.entries[$0] }
        .filter { !$0.key.isUnbound }.map(\.hash))
  }

  /// The next element of an iterator, or `nil` at the end.
  func nextElement(
    _ iterator: UnsafeMutablePointer<IteratorObject>, _ set: Value, _ position: Int, _ count: Int
  ) throws(Interruption) -> Value? {
    if set.setObject.pointee.count != count {
      throw .raised(.runtime, "Set changed size during iteration")
    }
    var position = position
    guard let entry = set.setObject.next(&position) else { return nil }
    iterator.pointee.source = .set(set, position: position, count: count)
    return entry.key
  }

  /// Hands all that an iterable gives to `body`, which may call back into the machine.
  func forEach(
    in iterable: Value, _ body: (Value) throws(Interruption) -> Void
  ) throws(Interruption) {
    let iterator = try makeIterator(iterable)
    try heap.pinning([iterator]) { () throws(Interruption) in
      while let item = try next(iterator) {
        spend(64)
        try body(item)
      }
    }
  }

  // MARK: Changing

  func addAll(of other: Value, to set: Value) throws(Interruption) {
    try heap.pinning([set, other]) { () throws(Interruption) in
      switch other.kind {
      case .set, .frozenset: try merge(set, other)
      case .dictionary:
        try makeRoom(in: set, for: length(other) ?? 0)
        for key in try allItems(of: other) { try add(key, to: set) }
      default:
        try forEach(in: other) { (item) throws(Interruption) in try add(item, to: set) }
      }
    }
  }

  /// Grows a table at once for elements to come.
  private func makeRoom(in set: Value, for count: Int) throws(Interruption) {
    let object = set.setObject
    if (object.pointee.fill + count) * 5 >= object.pointee.mask * 3 {
      try heap.resize(object, over: (object.pointee.count + count) * 2)
    }
  }

  private func merge(_ set: Value, _ other: Value) throws(Interruption) {
    let count = other.setObject.pointee.count
    if set.payload == other.payload || count == 0 { return }
    spend(16 * (other.setObject.pointee.mask + 8))
    try makeRoom(in: set, for: count)
    if set.setObject.pointee.fill == 0 { return set.setObject.copy(other.setObject) }
    for entry in other.setObject.all { try add(entry.key, entry.hash, to: set) }
  }

  func intersect(_ set: Value, with others: [Value]) throws(Interruption) {
    let result = try intersection(set, others)
    try heap.move(result.setObject, to: set.setObject)
  }

  func subtract(_ other: Value, from set: Value) throws(Interruption) {
    let object = set.setObject
    if set.payload == other.payload { return try heap.clear(object) }
    try heap.pinning([set, other]) { () throws(Interruption) in
      if other.kind.isSet {
        let isMuchLarger = other.setObject.pointee.count >> 3 > object.pointee.count
        let removed = isMuchLarger ? try intersection(set, other) : other
        spend(16 * (removed.setObject.pointee.mask + 8))
        for entry in removed.setObject.all { _ = try discard(entry.key, entry.hash, from: set) }
      } else {
        try forEach(in: other) { (item) throws(Interruption) in
          _ = try discard(item, from: set)
        }
      }
    }
    let removedCount = object.pointee.fill - object.pointee.count
    if removedCount <= object.pointee.mask / 4 { return }
    let count = object.pointee.count
    try heap.resize(object, over: count > 50_000 ? count * 2 : count * 4)
  }

  /// Keeps what is in one of the two only.
  func toggle(_ set: Value, with other: Value) throws(Interruption) {
    if set.payload == other.payload { return try heap.clear(set.setObject) }
    try heap.pinning([set, other]) { () throws(Interruption) in
      var entries: [SetObject.Entry] = []
      if other.kind == .dictionary {
        for key in try allItems(of: other) {
          entries.append(SetObject.Entry(hash: try hash(key), key: key))
        }
      } else {
        let distinct = other.kind.isSet ? other : heap.set(.set)
        if !other.kind.isSet { try addAll(of: other, to: distinct) }
        heap.pinned.append(distinct)
        entries = distinct.setObject.all
      }
      spend(64 * entries.count)
      for entry in entries where !(try discard(entry.key, entry.hash, from: set)) {
        try add(entry.key, entry.hash, to: set)
      }
    }
  }

  // MARK: Combining

  func union(_ set: Value, _ others: [Value]) throws(Interruption) -> Value {
    let result = try copied(set, as: set.kind)
    try heap.pinning([result, set] + others) { () throws(Interruption) in
      for other in others where other.payload != set.payload {
        try addAll(of: other, to: result)
      }
    }
    return result
  }

  func intersection(_ set: Value, _ others: [Value]) throws(Interruption) -> Value {
    if others.isEmpty { return try copied(set, as: set.kind) }
    var result = set
    for other in others {
      result = try heap.pinning([set] + others) { () throws(Interruption) in
        try intersection(result, other)
      }
    }
    return result
  }

  func intersection(_ set: Value, _ other: Value) throws(Interruption) -> Value {
    if set.payload == other.payload { return try copied(set, as: set.kind) }
    let result = heap.set(set.kind)
    try heap.pinning([set, other, result]) { () throws(Interruption) in
      if other.kind.isSet {
        let isLarger = other.setObject.pointee.count > set.setObject.pointee.count
        let (walked, searched) = isLarger ? (set, other) : (other, set)
        spend(16 * (walked.setObject.pointee.mask + 8))
        for entry in walked.setObject.all
        where try find(entry.key, entry.hash, in: searched) >= 0 {
          try add(entry.key, entry.hash, to: result)
        }
      } else {
        try forEach(in: other) { (item) throws(Interruption) in
          let hash = try hash(item)
          if try find(item, hash, in: set) >= 0 { try add(item, hash, to: result) }
        }
      }
    }
    return result
  }

  func difference(_ set: Value, _ others: [Value]) throws(Interruption) -> Value {
    guard let first = others.first else { return try copied(set, as: set.kind) }
    return try heap.pinning(others) { () throws(Interruption) in
      let result = try difference(set, first)
      try heap.pinning([result]) { () throws(Interruption) in
        for other in others.dropFirst() { try subtract(other, from: result) }
      }
      return result
    }
  }

  func difference(_ set: Value, _ other: Value) throws(Interruption) -> Value {
    let isMapping = other.kind == .dictionary
    let size = isMapping || other.kind.isSet ? length(other) : nil
    guard let size, set.setObject.pointee.count >> 2 <= size else {
      let result = try copied(set, as: set.kind)
      try heap.pinning([result]) { () throws(Interruption) in
        try subtract(other, from: result)
      }
      return result
    }
    let result = heap.set(set.kind)
    try heap.pinning([set, other, result]) { () throws(Interruption) in
      spend(16 * (set.setObject.pointee.mask + 8))
      for entry in set.setObject.all {
        let isShared =
          isMapping
          ? try getItem(other, entry.key) != nil
          : try find(entry.key, entry.hash, in: other) >= 0
        if !isShared { try add(entry.key, entry.hash, to: result) }
      }
    }
    return result
  }

  func symmetricDifference(_ set: Value, _ other: Value) throws(Interruption) -> Value {
    let result = heap.set(set.kind)
    try heap.pinning([result, set]) { () throws(Interruption) in
      try addAll(of: other, to: result)
      try toggle(result, with: set)
    }
    return result
  }

  /// `|`, `&`, `-` and `^`; `nil` where the operands are not sets.
  func setBinary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, _ isInPlace: Bool
  ) throws(Interruption) -> Value? {
    guard x.kind.isSet, y.kind.isSet else {
      return try viewBinary(operation, x, y)
    }
    let changes = isInPlace && x.kind == .set
    switch operation {
    case .bitOr:
      if !changes { return try union(x, [y]) }
      try addAll(of: y, to: x)
    case .bitAnd:
      if !changes { return try intersection(x, y) }
      try intersect(x, with: [y])
    case .subtract:
      if !changes { return try difference(x, y) }
      try subtract(y, from: x)
    case .bitXor:
      if !changes { return try symmetricDifference(x, y) }
      try toggle(x, with: y)
    default: return nil
    }
    return x
  }

  // MARK: Comparing

  /// Whether two sets, or views that compare as such, have the same elements.
  func setsAreEqual(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
    guard isSetLike(x), isSetLike(y) else { return x.isIdentical(to: y) }
    return length(x) == length(y) ? try isEach(of: x, in: y) : false
  }

  /// `<`, `<=`, `>` and `>=` as inclusion; `nil` where the operands are not sets.
  func compareSets(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Bool? {
    guard isSetLike(x), isSetLike(y), let a = length(x), let b = length(y) else { return nil }
    return switch comparison {
    case .less: a < b ? try isEach(of: x, in: y) : false
    case .lessOrEqual: a <= b ? try isEach(of: x, in: y) : false
    case .greater: b < a ? try isEach(of: y, in: x) : false
    default: b <= a ? try isEach(of: y, in: x) : false
    }
  }

  func isSubset(_ set: Value, _ other: Value) throws(Interruption) -> Bool {
    if !other.kind.isSet {
      return try length(intersection(set, other)) == length(set)
    }
    return setObjectCount(set) <= setObjectCount(other) ? try isEach(of: set, in: other) : false
  }

  func isSuperset(_ set: Value, _ other: Value) throws(Interruption) -> Bool {
    if other.kind.isSet { return try isSubset(other, set) }
    let iterator = try makeIterator(other)
    return try heap.pinning([set, iterator]) { () throws(Interruption) in
      while let item = try next(iterator) {
        spend(64)
        if !(try setContains(set, item)) { return false }
      }
      return true
    }
  }

  func isDisjoint(_ set: Value, _ other: Value) throws(Interruption) -> Bool {
    if set.payload == other.payload { return length(set) == 0 }
    if other.kind.isSet {
      let isLarger = setObjectCount(other) > setObjectCount(set)
      let (walked, searched) = isLarger ? (set, other) : (other, set)
      return try heap.pinning([set, other]) { () throws(Interruption) in
        for entry in walked.setObject.all
        where try find(entry.key, entry.hash, in: searched) >= 0 {
          return false
        }
        return true
      }
    }
    let iterator = try makeIterator(other)
    return try heap.pinning([set, iterator]) { () throws(Interruption) in
      while let item = try next(iterator) {
        spend(64)
        if try setContains(set, item) { return false }
      }
      return true
    }
  }

  private func setObjectCount(_ set: Value) -> Int { set.setObject.pointee.count }

  /// A set, or a view of keys or entries.
  private func isSetLike(_ value: Value) -> Bool {
    value.kind.isSet || value.kind == .view && value.viewObject.pointee.part != .values
  }

  private func isEach(of x: Value, in y: Value) throws(Interruption) -> Bool {
    try walking { () throws(Interruption) in
      try heap.pinning([x, y]) { () throws(Interruption) in
        if x.kind.isSet, y.kind.isSet {
          spend(16 * x.setObject.pointee.mask)
          for entry in x.setObject.all where try find(entry.key, entry.hash, in: y) < 0 {
            return false
          }
          return true
        }
        let iterator = try makeIterator(x)
        heap.pinned.append(iterator)
        while let item = try next(iterator) {
          spend(64)
          if !(try contains(y, item)) { return false }
        }
        return true
      }
    }
  }
}

extension Kind {
  @inline(__always) var isSet: Bool { self == .set || self == .frozenset }

  /// Whether operators like `+=` and `|=` change such a value.
  var isChangedInPlace: Bool { self == .list || self == .dictionary || self == .set }
}
