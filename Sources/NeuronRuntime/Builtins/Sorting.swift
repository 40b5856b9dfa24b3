// `sorted` and `list.sort`.

extension Machine {
  /// Stable; equal items keep their order in reverse too, as in Python.
  func sort(
    _ items: [Value], by key: Value, isReversed: Bool
  ) throws(Interruption) -> [Value] {
    var order = items
    try sort(&order, by: key, isReversed: isReversed)
    return order
  }

  /// - Parameter items: what comparing made of them, where a comparison fails.
  func sort(_ items: inout [Value], by key: Value, isReversed: Bool) throws(Interruption) {
    if items.count < 2 {
      _ = try keys(of: items, by: key)
      return
    }
    var keys = try keys(of: items, by: key)
    spend(items.count * 64)
    if key.isNone {
      var nothing: [Value]?
      if NumberSort.sort(&items, &nothing, isReversed: isReversed) { return }
    } else {
      var order: [Value]? = items
      if NumberSort.sort(&keys, &order, isReversed: isReversed) {
        items = order ?? items
        return
      }
    }
    let sorting = StableSort(keys: keys, items: key.isNone ? nil : items)
    if isReversed { sorting.reverse() }
    let given = items
    defer {
      if isReversed { sorting.reverse() }
      items = sorting.sortedItems
    }
    switch commonKind(of: keys) {
    case .int?: try sorting.sort { (x, y) throws(Interruption) in x.int < y.int }
    case .float?: try sorting.sort { (x, y) throws(Interruption) in x.float < y.float }
    case .string?:
      try sorting.sort { (x, y) throws(Interruption) in
        compareBytes(x.stringObject.buffer, y.stringObject.buffer) < 0
      }
    case .tuple?:
      try heap.pinning(keys) { () throws(Interruption) in
        try heap.pinning(given) { () throws(Interruption) in
          try sorting.sort { (x, y) throws(Interruption) in
            if let isLess = Self.isLess(plain: x, y) { return isLess }
            return try isLess(x, y)
          }
        }
      }
    default:
      // A comparison may run a program, and the collector with it.
      try heap.pinning(keys) { () throws(Interruption) in
        try heap.pinning(given) { () throws(Interruption) in
          try sorting.sort { (x, y) throws(Interruption) in try isLess(x, y) }
        }
      }
    }
  }

  /// Whether a tuple is less than another, where that is for plain numbers to say.
  private static func isLess(plain x: Value, _ y: Value) -> Bool? {
    let (a, b) = (x.tupleObject, y.tupleObject)
    for index in 0..<min(a.pointee.count, b.pointee.count) {
      let (first, second) = (a.items[index], b.items[index])
      // Of two numbers that are not equal, a nan is not less, as in Python.
      guard let isEqual = Fast.equal(first, second) else { return nil }
      if !isEqual {
        return first.payload == second.payload ? nil : Fast.less(first, second)
      }
    }
    return a.pointee.count < b.pointee.count
  }

  /// The kind that all values have.
  private func commonKind(of values: [Value]) -> Kind? {
    guard let kind = values.first?.kind else { return nil }
    return values.allSatisfy { $0.kind == kind } ? kind : nil
  }
}

/// A merge sort whose short runs are sorted by binary insertion, in CPython's order of comparisons for
/// up to 63 items, so that of several items that cannot be compared the same pair is complained about.
private final class StableSort {
  private let count: Int
  private var keys: UnsafeMutablePointer<Value>
  /// What is sorted by the keys; `nil` when they are it.
  private var items: UnsafeMutablePointer<Value>?
  private var spareKeys: UnsafeMutablePointer<Value>
  private var spareItems: UnsafeMutablePointer<Value>?
  private static let runLength = 32

  init(keys: [Value], items: [Value]?) {
    count = keys.count
    self.keys = Self.copy(keys)
    self.items = items.map(Self.copy)
    spareKeys = .allocate(capacity: keys.count)
    spareItems = items.map { .allocate(capacity: $0.count) }
  }

  deinit {
    keys.deallocate()
    spareKeys.deallocate()
    items?.deallocate()
    spareItems?.deallocate()
  }

  var sortedItems: [Value] { Array(UnsafeBufferPointer(start: items ?? keys, count: count)) }

  private static func copy(_ values: [Value]) -> UnsafeMutablePointer<Value> {
    let memory = UnsafeMutableBufferPointer<Value>.allocate(capacity: values.count)
    _ = memory.initialize(from: values)
    return memory.baseAddress.unsafelyUnwrapped
  }

  func reverse() { reverse(0, count) }

  private func reverse(_ low: Int, _ high: Int) {
    for values in [keys, items] {
      guard let values else { continue }
      var part = UnsafeMutableBufferPointer(start: values + low, count: high - low)
      part.reverse()
    }
  }

  @inline(__always)
  func sort(_ isLess: (Value, Value) throws(Interruption) -> Bool) throws(Interruption) {
    if count < 64 { return try sortRun(0, count, isLess) }
    var start = 0
    while start < count {
      try sortRun(start, min(start + Self.runLength, count), isLess)
      start += Self.runLength
    }
    var width = Self.runLength
    while width < count {
      try mergeAll(width, isLess)
      width *= 2
    }
  }

  /// Takes the run that stands at the start already, turned round if it falls, and inserts the rest.
  @inline(__always)
  private func sortRun(
    _ low: Int, _ high: Int, _ isLess: (Value, Value) throws(Interruption) -> Bool
  ) throws(Interruption) {
    if high - low < 2 { return }
    var next = low + 2
    if try isLess(keys[low + 1], keys[low]) {
      while next < high, try isLess(keys[next], keys[next - 1]) { next += 1 }
      reverse(low, next)
    } else {
      while next < high, try !isLess(keys[next], keys[next - 1]) { next += 1 }
    }
    while next < high {
      try insert(next, from: low, isLess)
      next += 1
    }
  }

  @inline(__always)
  private func insert(
    _ index: Int, from low: Int, _ isLess: (Value, Value) throws(Interruption) -> Bool
  ) throws(Interruption) {
    let key = keys[index]
    var (left, right) = (low, index)
    while left < right {
      let middle = left + (right - left) / 2
      if try isLess(key, keys[middle]) { right = middle } else { left = middle + 1 }
    }
    shift(keys, left, index)
    if let items { shift(items, left, index) }
  }

  /// Moves the value at `index` before those from `place` on.
  @inline(__always)
  private func shift(_ values: UnsafeMutablePointer<Value>, _ place: Int, _ index: Int) {
    let value = values[index]
    (values + (place + 1)).update(from: values + place, count: index - place)
    values[place] = value
  }

  @inline(__always)
  private func mergeAll(
    _ width: Int, _ isLess: (Value, Value) throws(Interruption) -> Bool
  ) throws(Interruption) {
    var start = 0
    while start < count {
      let middle = min(start + width, count)
      let end = min(start + 2 * width, count)
      try merge(start, middle, end, isLess)
      start = end
    }
    swap(&keys, &spareKeys)
    swap(&items, &spareItems)
  }

  @inline(__always)
  private func merge(
    _ start: Int, _ middle: Int, _ end: Int,
    _ isLess: (Value, Value) throws(Interruption) -> Bool
  ) throws(Interruption) {
    let (keys, spareKeys) = (keys, spareKeys)
    let (items, spareItems) = (items, spareItems)
    var (left, right, target) = (start, middle, start)
    if middle < end, try isLess(keys[middle], keys[middle - 1]) {
      while left < middle, right < end {
        let takesRight = try isLess(keys[right], keys[left])
        let source = takesRight ? right : left
        spareKeys[target] = keys[source]
        if let items, let spareItems { spareItems[target] = items[source] }
        left += takesRight ? 0 : 1
        right += takesRight ? 1 : 0
        target += 1
      }
    }
    let rest = middle - left
    (spareKeys + target).update(from: keys + left, count: rest)
    (spareKeys + (target + rest)).update(from: keys + right, count: end - right)
    if let items, let spareItems {
      (spareItems + target).update(from: items + left, count: rest)
      (spareItems + (target + rest)).update(from: items + right, count: end - right)
    }
  }
}
