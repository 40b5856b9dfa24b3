extension NDArray {
  /// Where the greatest element along `axis` is, the first of equals; the first nan where there is one.
  ///
  /// - Returns: `int64`, without the axis.
  /// - Throws: `value` when the axis is empty.
  public func argMaximum(axis: Int) throws(ArrayError) -> NDArray {
    try refuseEmptyLine(axis, "argmax")
    return switch dtype {
    case .float64: try positions(axis) { (a: Double, b: Double) in !(a <= b) && !b.isNaN }
    case .int64: try positions(axis) { (a: Int64, b: Int64) in a > b }
    case .bool: try positions(axis) { (a: UInt8, b: UInt8) in a > b }
    }
  }

  /// Where the least element along `axis` is, the first of equals; the first nan where there is one.
  ///
  /// - Returns: `int64`, without the axis.
  /// - Throws: `value` when the axis is empty.
  public func argMinimum(axis: Int) throws(ArrayError) -> NDArray {
    try refuseEmptyLine(axis, "argmin")
    return switch dtype {
    case .float64: try positions(axis) { (a: Double, b: Double) in !(a >= b) && !b.isNaN }
    case .int64: try positions(axis) { (a: Int64, b: Int64) in a < b }
    case .bool: try positions(axis) { (a: UInt8, b: UInt8) in a < b }
    }
  }

  private func refuseEmptyLine(_ axis: Int, _ name: String) throws(ArrayError) {
    if shape[axis] == 0 && !reducedShape([axis], keepsAxes: false).contains(0) {
      throw .value("attempt to get \(name) of an empty sequence")
    }
  }

  /// - Parameter wins: whether the first argument is better than the second, the best so far.
  @inline(__always)
  private func positions<E: ArrayElement>(
    _ axis: Int, _ wins: (E, E) -> Bool
  ) throws(ArrayError) -> NDArray {
    let result = try NDArray(
      uninitialized: reducedShape([axis], keepsAxes: false), .int64, budget: budget)
    let (count, step) = (shape[axis], strides[axis])
    let source = pointer(E.self)
    var to = result.pointer(Int64.self)
    if result.count == 0 { return result }
    forEachLine(along: axis) { start in
      let line = source + start
      var (best, place) = (line[0], 0)
      for i in 1..<max(count, 1) where wins(line[i &* step], best) {
        (best, place) = (line[i &* step], i)
      }
      to[0] = Int64(place)
      to += 1
    }
    return result
  }
}
