extension NDArray {
  /// A new array with the same elements in row-major order.
  public func contiguousCopy() throws(ArrayError) -> NDArray {
    let copy = try NDArray(uninitialized: shape, dtype, budget: budget)
    copy.assign(self)
    return copy
  }

  /// The same elements in row-major order: itself where it is so already.
  public func contiguous() throws(ArrayError) -> NDArray {
    isContiguous ? self : try contiguousCopy()
  }

  /// The same elements as another dtype, in a new array. Floats are cut towards zero, and to `bool` all
  /// but 0 is 1.
  public func converted(to dtype: DType) throws(ArrayError) -> NDArray {
    let result = try NDArray(uninitialized: shape, dtype, budget: budget)
    result.assign(self)
    return result
  }

  /// Itself where it is of this dtype, else converted.
  public func cast(_ dtype: DType) throws(ArrayError) -> NDArray {
    dtype == self.dtype ? self : try converted(to: dtype)
  }

  /// Writes the elements of `source`, of the same shape and any dtype, into those of this. The two must
  /// not overlap, unless they are the same.
  public func assign(_ source: NDArray) {
    switch dtype {
    case .float64: assign(source, as: Double.self) { source.float(atOffset: $0) }
    case .int64: assign(source, as: Int64.self) { source.integer(atOffset: $0) }
    case .bool: assign(source, as: UInt8.self) { source.float(atOffset: $0) != 0 ? 1 : 0 }
    }
  }

  @inline(__always)
  private func assign<E: ArrayElement>(
    _ source: NDArray, as type: E.Type, converted: (Int) -> E
  ) {
    let target = pointer(E.self)
    guard source.dtype == dtype else { return walk(with: source) { target[$0] = converted($1) } }
    let from = source.pointer(E.self)
    if isContiguous && source.isContiguous { return target.update(from: from, count: count) }
    var runs = OperandRuns(shape, self, source, source)
    let (count, steps) = (runs.inner.size, runs.inner.steps)
    runs.forEach { place, sourcePlace, _ in
      let (to, from) = (target + place, from + sourcePlace)
      if steps.0 == 1 && steps.1 == 1 {
        to.update(from: from, count: count)
      } else {
        for i in 0..<count { to[i &* steps.0] = from[i &* steps.1] }
      }
    }
  }

  /// Hands the distances of the elements of this and of `other`, of the same shape, to `body`.
  @inline(__always)
  func walk(with other: NDArray, _ body: (Int, Int) -> Void) {
    var loop = StridedLoop(shape, [strides, other.strides])
    let (step, otherStep) = (loop.steps[0], loop.steps[1])
    while let run = loop.next() {
      var (place, otherPlace) = (run.starts[0], run.starts[1])
      for _ in 0..<loop.runCount {
        body(place, otherPlace)
        place += step
        otherPlace += otherStep
      }
    }
  }
}
