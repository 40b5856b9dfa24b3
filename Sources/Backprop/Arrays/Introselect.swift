// Selection in place: the item at a place is the one that sorting would put there, nothing before it is
// greater and nothing after it is less. The order of the others is whatever comes out; programs see it
// (`partition`), so the choices are those of NumPy: Musser's introselect, "Introspective Sorting and
// Selection Algorithms" (1997), with the median of three and, where that makes no progress, the median of
// medians of five.

extension SortedItems {
  @inline(__always)
  private func swap(_ i: Int, _ j: Int) {
    (items[i], items[j]) = (items[j], items[i])
  }

  @inline(__always)
  private func isLess(_ i: Int, _ j: Int) -> Bool { precedes(items[i], items[j]) }

  /// - Parameters:
  ///   - places: ascending, each below `count`.
  ///   - isFloat: whether the last place is found by a plain search for the greatest.
  func select(_ places: [Int], count: Int, isFloat: Bool) {
    var pivots = PivotStack()
    for place in places { select(place, first: 0, count: count, isFloat: isFloat, &pivots) }
  }

  private func select(
    _ place: Int, first: Int, count: Int, isFloat: Bool, _ pivots: inout PivotStack
  ) {
    var (low, high) = (first, first + count - 1)
    while let pivot = pivots.last {
      if pivot > place {
        high = pivot - 1
        break
      }
      if pivot == place { return }
      low = pivot + 1
      pivots.removeLast()
    }
    if place - low < 3 {
      selectLowest(from: low, to: high, through: place)
      pivots.note(place, for: place)
      return
    }
    if isFloat, place == first + count - 1 { return moveGreatest(from: low, to: place) }
    narrow(to: place, low, high, depth: 2 * (Int.bitWidth - 1 - count.leadingZeroBitCount), &pivots)
    pivots.note(place, for: place)
  }

  /// Puts the lowest items in order, one after another.
  private func selectLowest(from low: Int, to high: Int, through place: Int) {
    for i in low...place {
      var least = i
      for j in i...high where isLess(j, least) { least = j }
      swap(i, least)
    }
  }

  private func moveGreatest(from low: Int, to place: Int) {
    var greatest = low
    for i in low...place where i > low && !isLess(i, greatest) { greatest = i }
    swap(place, greatest)
  }

  /// Partitions what lies around the place until no more than two items are left.
  private func narrow(
    to place: Int, _ first: Int, _ last: Int, depth: Int, _ pivots: inout PivotStack
  ) {
    var (low, high, depth) = (first, last, depth)
    while low + 1 < high {
      var (left, right) = (low + 1, high)
      if depth > 0 || right - left < 5 {
        medianOfThree(low, low + (high - low) / 2, high)
      } else {
        swap(left + medianOfMedians(left, count: right - left), low)
        left -= 1
        right += 1
      }
      depth -= 1
      let pivot = items[low]
      while true {
        repeat { left += 1 } while precedes(items[left], pivot)
        repeat { right -= 1 } while precedes(pivot, items[right])
        if right < left { break }
        swap(left, right)
      }
      swap(low, right)
      if right != place { pivots.note(right, for: place) }
      if right >= place { high = right - 1 }
      if right <= place { low = left }
    }
    if high == low + 1, isLess(high, low) { swap(high, low) }
  }

  /// The median goes to `low`, the least to the place after it, the greatest to `high`.
  private func medianOfThree(_ low: Int, _ middle: Int, _ high: Int) {
    if isLess(high, middle) { swap(high, middle) }
    if isLess(high, low) { swap(high, low) }
    if isLess(low, middle) { swap(low, middle) }
    swap(middle, low + 1)
  }

  /// - Returns: how far from `start` the median of the medians of five comes to stand.
  private func medianOfMedians(_ start: Int, count: Int) -> Int {
    let medians = count / 5
    for i in 0..<medians { swap(medianOfFive(start + 5 * i), start + i) }
    if medians > 2 {
      var pivots = PivotStack()
      select(
        start + medians / 2, first: start, count: medians, isFloat: false, &pivots)
    }
    return medians / 2
  }

  private func medianOfFive(_ start: Int) -> Int {
    let (a, b, c, d, e) = (start, start + 1, start + 2, start + 3, start + 4)
    if isLess(b, a) { swap(b, a) }
    if isLess(e, d) { swap(e, d) }
    if isLess(d, a) { swap(d, a) }
    if isLess(e, b) { swap(e, b) }
    if isLess(c, b) { swap(c, b) }
    if isLess(d, c) { return isLess(d, b) ? b : d }
    return c
  }
}

/// Places that are known to be right, above the one that is looked for: the next selection need not go
/// beyond them.
private struct PivotStack {
  private var places: [Int] = []
  /// NumPy's own limit; what it does not note makes a difference to the order of the rest.
  private static let limit = 50

  var last: Int? { places.last }

  mutating func removeLast() { places.removeLast() }

  mutating func note(_ pivot: Int, for place: Int) {
    if pivot == place, places.count == Self.limit {
      places[Self.limit - 1] = pivot
    } else if pivot >= place, places.count < Self.limit {
      places.append(pivot)
    }
  }
}

extension NDArray {
  /// The elements of each line along `axis` so that those at `places` are where sorting would put them.
  ///
  /// - Parameter places: ascending, from 0 on, each below the size of the axis.
  public func partitioned(axis: Int, at places: [Int]) throws(ArrayError) -> NDArray {
    switch dtype {
    case .float64: try partitioned(axis, places, of: Double.self)
    case .int64: try partitioned(axis, places, of: Int64.self)
    case .bool: try partitioned(axis, places, of: UInt8.self)
    }
  }

  private func partitioned<E: SortableElement>(
    _ axis: Int, _ places: [Int], of type: E.Type
  ) throws(ArrayError) -> NDArray {
    let result = try contiguousCopy()
    let (count, step) = (shape[axis], result.strides[axis])
    if result.count == 0 { return result }
    let target = result.pointer(E.self)
    let line = try NDArray(uninitialized: [count], E.dtype, budget: budget)
    let items = line.pointer(E.self)
    result.forEachLine(along: axis) { start in
      for i in 0..<count { items[i] = target[start + i * step] }
      SortedElements(items: items).select(places, count: count, isFloat: dtype == .float64)
      for i in 0..<count { target[start + i * step] = items[i] }
    }
    return result
  }

  /// The positions along `axis` that would put each line so, as `int64`.
  public func argpartitioned(axis: Int, at places: [Int]) throws(ArrayError) -> NDArray {
    switch dtype {
    case .float64: try argpartitioned(axis, places, of: Double.self)
    case .int64: try argpartitioned(axis, places, of: Int64.self)
    case .bool: try argpartitioned(axis, places, of: UInt8.self)
    }
  }

  private func argpartitioned<E: SortableElement>(
    _ axis: Int, _ places: [Int], of type: E.Type
  ) throws(ArrayError) -> NDArray {
    let result = try NDArray(uninitialized: shape, .int64, budget: budget)
    if result.count == 0 { return result }
    let count = shape[axis]
    let (step, resultStep) = (strides[axis], result.strides[axis])
    let line = try NDArray(uninitialized: [count], E.dtype, budget: budget)
    let order = try NDArray(uninitialized: [count], .int64, budget: budget)
    let positions = SortedPositions(
      items: order.pointer(Int64.self), elements: UnsafePointer(line.pointer(E.self)))
    let (source, target) = (pointer(E.self), result.pointer(Int64.self))
    walkLines(along: axis, with: result) { start, resultStart in
      for i in 0..<count {
        line.pointer(E.self)[i] = source[start + i * step]
        positions.items[i] = Int64(i)
      }
      positions.select(places, count: count, isFloat: dtype == .float64)
      for i in 0..<count { target[resultStart + i * resultStep] = positions.items[i] }
    }
    return result
  }
}
