import NeuronSyntax

// `d.keys() & other`: the operators of sets on views of dictionaries, as `Objects/dictobject.c` has them.

extension Machine {
  /// `nil` where neither operand is a view of keys or of entries.
  func viewBinary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value
  ) throws(Interruption) -> Value? {
    guard isSetView(x) || isSetView(y) else { return nil }
    switch operation {
    case .bitAnd: return try viewIntersection(x, y)
    case .bitXor where isItemsView(x) && isItemsView(y): return try entriesInOne(x, y)
    case .bitOr, .subtract, .bitXor: break
    default: return nil
    }
    let result = heap.set(.set)
    try heap.pinning([x, y, result]) { () throws(Interruption) in
      try addAll(of: isKeysView(x) ? x.viewObject.pointee.dictionary : x, to: result)
      switch operation {
      case .bitOr: try addAll(of: y, to: result)
      case .subtract: try subtract(y, from: result)
      default: try toggle(result, with: y)
      }
    }
    return result
  }

  private func isSetView(_ value: Value) -> Bool {
    value.kind == .view && value.viewObject.pointee.part != .values
  }

  private func isKeysView(_ value: Value) -> Bool {
    value.kind == .view && value.viewObject.pointee.part == .keys
  }

  private func isItemsView(_ value: Value) -> Bool {
    value.kind == .view && value.viewObject.pointee.part == .items
  }

  private func viewIntersection(_ x: Value, _ y: Value) throws(Interruption) -> Value {
    var (view, other) = isSetView(x) ? (x, y) : (y, x)
    let count = length(view) ?? 0
    if other.kind == .set, count <= length(other) ?? 0 { return try intersection(other, view) }
    if isSetView(other), length(other) ?? 0 > count { swap(&view, &other) }
    let result = heap.set(.set)
    try heap.pinning([view, other, result]) { () throws(Interruption) in
      try forEach(in: other) { (item) throws(Interruption) in
        if try contains(view, item) { try add(item, to: result) }
      }
    }
    return result
  }

  /// The entries that only one of two dictionaries has.
  private func entriesInOne(_ x: Value, _ y: Value) throws(Interruption) -> Value {
    let rest = heap.dictionary()
    let result = heap.set(.set)
    try heap.pinning([x, y, rest, result]) { () throws(Interruption) in
      try update(rest, with: x.viewObject.pointee.dictionary)
      try forEach(in: y) { (pair) throws(Interruption) in
        let (key, value) = (pair.tupleObject.items[0], pair.tupleObject.items[1])
        if let other = try getItem(rest, key), try areSameOrEqual(other, value) {
          _ = try removeItem(rest, key)
        } else {
          try add(pair, to: result)
        }
      }
      try addAll(of: heap.view(of: rest, .items), to: result)
    }
    return result
  }

  /// `isdisjoint` of a view.
  func viewIsDisjoint(_ view: Value, _ other: Value) throws(Interruption) -> Bool {
    if view.payload == other.payload { return length(view) == 0 }
    let isLarger =
      (other.kind == .set || isSetView(other)) && length(other) ?? 0 > length(view) ?? 0
    let (walked, searched) = isLarger ? (view, other) : (other, view)
    let iterator = try makeIterator(walked)
    return try heap.pinning([view, other, iterator]) { () throws(Interruption) in
      while let item = try next(iterator) {
        spend(64)
        if try contains(searched, item) { return false }
      }
      return true
    }
  }
}
