extension NDArray {
  /// The elements of each line along `axis` in ascending order, nan last.
  public func sorted(axis: Int) throws(ArrayError) -> NDArray {
    switch dtype {
    case .float64: try sorted(axis, of: Double.self)
    case .int64: try sorted(axis, of: Int64.self)
    case .bool: try sorted(axis, of: UInt8.self)
    }
  }

  private func sorted<E: SortableElement>(
    _ axis: Int, of type: E.Type
  ) throws(ArrayError) -> NDArray {
    let result = try contiguousCopy()
    let (count, step) = (shape[axis], result.strides[axis])
    if result.count == 0 { return result }
    let target = result.pointer(E.self)
    if step == 1 {
      result.forEachLine(along: axis) { SortedElements(items: target + $0).quicksort(count) }
      return result
    }
    let spare = try NDArray(uninitialized: [count], E.dtype, budget: budget)
    return withExtendedLifetime(spare) {
      let line = spare.pointer(E.self)
      result.forEachLine(along: axis) { start in
        for i in 0..<count { line[i] = target[start + i * step] }
        SortedElements(items: line).quicksort(count)
        for i in 0..<count { target[start + i * step] = line[i] }
      }
      return result
    }
  }

  /// The positions along `axis` that sort each line, as `int64`.
  ///
  /// - Parameter stable: whether equal elements keep their order.
  public func argsorted(axis: Int, stable: Bool) throws(ArrayError) -> NDArray {
    switch dtype {
    case .float64: try argsorted(axis, stable, of: Double.self)
    case .int64: try argsorted(axis, stable, of: Int64.self)
    case .bool: try argsorted(axis, stable, of: UInt8.self)
    }
  }

  private func argsorted<E: SortableElement>(
    _ axis: Int, _ stable: Bool, of type: E.Type
  ) throws(ArrayError) -> NDArray {
    let result = try NDArray(uninitialized: shape, .int64, budget: budget)
    if result.count == 0 { return result }
    let count = shape[axis]
    let (step, resultStep) = (strides[axis], result.strides[axis])
    let line = try NDArray(uninitialized: [count], E.dtype, budget: budget)
    let places = try NDArray(uninitialized: [2, count], .int64, budget: budget)
    let (source, target) = (pointer(E.self), result.pointer(Int64.self))
    withExtendedLifetime((line, places)) {
      let elements = line.pointer(E.self)
      let positions = SortedPositions(
        items: places.pointer(Int64.self), elements: UnsafePointer(elements))
      walkLines(along: axis, with: result) { start, resultStart in
        for i in 0..<count {
          elements[i] = source[start + i * step]
          positions.items[i] = Int64(i)
        }
        if stable {
          positions.mergesort(count, spare: positions.items + count)
        } else {
          positions.quicksort(count)
        }
        for i in 0..<count { target[resultStart + i * resultStep] = positions.items[i] }
      }
    }
    return result
  }

  /// Where the values would have to be put into this array, which is sorted, as `int64` of their shape.
  ///
  /// - Parameters:
  ///   - values: of this dtype.
  ///   - right: whether behind the elements that equal them, not before.
  ///   - sorter: `int64`, the positions that sort this array, if it is not sorted.
  public func searchSorted(
    _ values: NDArray, right: Bool, sorter: NDArray? = nil
  ) throws(ArrayError) -> NDArray {
    let source =
      if let sorter { try take(sorter, shape: sorter.shape) } else { try contiguous() }
    return switch dtype {
    case .float64: try source.search(values, right, of: Double.self)
    case .int64: try source.search(values, right, of: Int64.self)
    case .bool: try source.search(values, right, of: UInt8.self)
    }
  }

  /// Goes on from the last find when values ascend. That also decides what an array that is not
  /// sorted gives, as NumPy's search does.
  private func search<E: SortableElement>(
    _ values: NDArray, _ right: Bool, of type: E.Type
  ) throws(ArrayError) -> NDArray {
    let result = try NDArray(uninitialized: values.shape, .int64, budget: budget)
    let (source, keys) = (pointer(E.self), values.pointer(E.self))
    if result.count == 0 { return result }
    var to = result.pointer(Int64.self)
    var (low, high, last) = (0, count, keys[0])
    values.forEachOffset { place in
      let key = keys[place]
      if right ? !E.precedes(key, last) : E.precedes(last, key) {
        high = count
      } else {
        low = 0
        high = min(high + 1, count)
      }
      last = key
      while low < high {
        let middle = (low + high) / 2
        let isBefore =
          right ? !E.precedes(key, source[middle]) : E.precedes(source[middle], key)
        if isBefore { low = middle + 1 } else { high = middle }
      }
      to[0] = Int64(low)
      to += 1
    }
    return result
  }

  /// The positions of the elements other than 0, in row-major order, as `int64` of one axis.
  public func nonzeroPositions() throws(ArrayError) -> NDArray {
    let found = try countNonzero(axes: Array(shape.indices), keepsAxes: false)
    let result = try NDArray(
      uninitialized: [Int(found.integer(atOffset: 0))], .int64, budget: budget)
    switch dtype {
    case .float64: writePositions(to: result) { (a: Double) in a != 0 }
    case .int64: writePositions(to: result) { (a: Int64) in a != 0 }
    case .bool: writePositions(to: result) { (a: UInt8) in a != 0 }
    }
    return result
  }

  @inline(__always)
  private func writePositions<E: ArrayElement>(to result: NDArray, where isMeant: (E) -> Bool) {
    let source = pointer(E.self)
    var to = result.pointer(Int64.self)
    var position: Int64 = 0
    forEachOffset { place in
      if isMeant(source[place]) {
        to[0] = position
        to += 1
      }
      position += 1
    }
  }
}
