// `sorted` and `list.sort`.

extension Machine {
  /// Stable; equal items keep their order in reverse too, as in Python.
  func sort(
    _ items: [Value], by key: Value, isReversed: Bool
  ) throws(Interruption) -> [Value] {
    var sorting = StableSort(machine: self, keys: try keys(of: items, by: key), items: items)
    if isReversed { sorting.reverse() }
    try sorting.sort()
    if isReversed { sorting.reverse() }
    return sorting.items
  }
}

/// A merge sort whose short runs are sorted by binary insertion, in CPython's order of comparisons for
/// up to 63 items, so that of several items that cannot be compared the same pair is complained about.
private struct StableSort {
  let machine: Machine
  private(set) var keys: [Value]
  private(set) var items: [Value]
  private static let runLength = 32

  init(machine: Machine, keys: [Value], items: [Value]) {
    self.machine = machine
    self.keys = keys
    self.items = items
  }

  mutating func reverse() {
    keys.reverse()
    items.reverse()
  }

  mutating func sort() throws(Interruption) {
    if keys.count < 2 { return }
    machine.spend(keys.count * 64)
    if keys.count < 64 { return try sortRun(0, keys.count) }
    var start = 0
    while start < keys.count {
      try sortRun(start, min(start + Self.runLength, keys.count))
      start += Self.runLength
    }
    var width = Self.runLength
    while width < keys.count {
      try mergeAll(width)
      width *= 2
    }
  }

  private func isLess(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
    try machine.isLess(x, y)
  }

  /// Takes the run that stands at the start already, turned round if it falls, and inserts the rest.
  private mutating func sortRun(_ low: Int, _ high: Int) throws(Interruption) {
    if high - low < 2 { return }
    var next = low + 2
    if try isLess(keys[low + 1], keys[low]) {
      while next < high, try isLess(keys[next], keys[next - 1]) { next += 1 }
      keys[low..<next].reverse()
      items[low..<next].reverse()
    } else {
      while next < high, try !isLess(keys[next], keys[next - 1]) { next += 1 }
    }
    while next < high {
      try insert(next, from: low)
      next += 1
    }
  }

  private mutating func insert(_ index: Int, from low: Int) throws(Interruption) {
    let (key, item) = (keys[index], items[index])
    var (left, right) = (low, index)
    while left < right {
      let middle = left + (right - left) / 2
      if try isLess(key, keys[middle]) { right = middle } else { left = middle + 1 }
    }
    var place = index
    while place > left {
      keys[place] = keys[place - 1]
      items[place] = items[place - 1]
      place -= 1
    }
    keys[left] = key
    items[left] = item
  }

  private mutating func mergeAll(_ width: Int) throws(Interruption) {
    var mergedKeys: [Value] = []
    var mergedItems: [Value] = []
    mergedKeys.reserveCapacity(keys.count)
    mergedItems.reserveCapacity(keys.count)
    var start = 0
    while start < keys.count {
      let middle = min(start + width, keys.count)
      let end = min(start + 2 * width, keys.count)
      var (left, right) = (start, middle)
      while left < middle || right < end {
        let takesRight =
          left == middle ? true : right == end ? false : try isLess(keys[right], keys[left])
        mergedKeys.append(keys[takesRight ? right : left])
        mergedItems.append(items[takesRight ? right : left])
        if takesRight { right += 1 } else { left += 1 }
      }
      start = end
    }
    keys = mergedKeys
    items = mergedItems
  }
}
