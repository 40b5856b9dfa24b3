extension NDArray {
  /// The sums of the first 1, 2, … elements along `axis`, added one after another; `int64` of integers
  /// and truths.
  public func cumulativeSum(axis: Int) throws(ArrayError) -> NDArray {
    switch dtype {
    case .float64: try accumulated(axis) { (a: Double, b: Double) in a + b }
    case .int64: try accumulated(axis) { (a: Int64, b: Int64) in a &+ b }
    case .bool: try cast(.int64).accumulated(axis) { (a: Int64, b: Int64) in a &+ b }
    }
  }

  /// The products of the first 1, 2, … elements along `axis`; `int64` of integers and truths.
  public func cumulativeProduct(axis: Int) throws(ArrayError) -> NDArray {
    switch dtype {
    case .float64: try accumulated(axis) { (a: Double, b: Double) in a * b }
    case .int64: try accumulated(axis) { (a: Int64, b: Int64) in a &* b }
    case .bool: try cast(.int64).accumulated(axis) { (a: Int64, b: Int64) in a &* b }
    }
  }

  @inline(__always)
  private func accumulated<E: ArrayElement>(
    _ axis: Int, _ combine: (E, E) -> E
  ) throws(ArrayError) -> NDArray {
    let result = try contiguousCopy()
    let (count, step) = (shape[axis], result.strides[axis])
    let target = result.pointer(E.self)
    if result.count == 0 { return result }
    result.forEachLine(along: axis) { start in
      let line = target + start
      for i in 1..<max(count, 1) {
        line[i &* step] = combine(line[(i &- 1) &* step], line[i &* step])
      }
    }
    return result
  }
}
