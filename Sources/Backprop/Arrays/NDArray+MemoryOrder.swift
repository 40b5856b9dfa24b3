// Element-wise results lie in memory as their operands do: a function of a transposed matrix gives a
// transposed matrix. That is the quick way to walk them, and it is NumPy's, whose sums of such results
// follow memory.

extension NDArray {
  /// The axes of `shape`, to which the operands broadcast, with those of the greatest steps first; nil
  /// where that is the order in which they are.
  @inline(__always)
  static func memoryOrder(_ shape: [Int], _ x: NDArray, _ y: NDArray) -> [Int]? {
    if shape.count < 2 || (x.isContiguous && y.isContiguous) { return nil }
    return sortedAxes(shape, x, y)
  }

  @inline(never)
  private static func sortedAxes(_ shape: [Int], _ x: NDArray, _ y: NDArray) -> [Int]? {
    var axes: [Int] = []
    for axis in shape.indices.reversed() {
      var place = axes.count
      for other in axes.indices.reversed() {
        guard let isOuter = precedes(axes[other], axis, shape.count, x, y) else { continue }
        if !isOuter { break }
        place = other
      }
      axes.insert(axis, at: place)
    }
    axes.reverse()
    return axes.elementsEqual(shape.indices) ? nil : axes
  }

  /// Whether an axis has greater steps than another one that is now further out; nil where no operand
  /// moves along both. When operands disagree the axes stay as they are.
  private static func precedes(
    _ inner: Int, _ outer: Int, _ rank: Int, _ x: NDArray, _ y: NDArray
  ) -> Bool? {
    var answer: Bool?
    for operand in [x, y] {
      let innerStep = operand.step(along: inner, of: rank).magnitude
      let outerStep = operand.step(along: outer, of: rank).magnitude
      if innerStep == 0 || outerStep == 0 { continue }
      answer = innerStep > outerStep && answer ?? true
    }
    return answer
  }

  /// This array, broadcast to a shape, with its axes in another order.
  func permuted(_ order: [Int], of shape: [Int]) -> NDArray {
    NDArray(
      storage: storage, dtype: dtype, offset: offset, shape: order.map { shape[$0] },
      strides: order.map { step(along: $0, of: shape.count) })
  }

  /// Takes `permuted` back.
  func restored(from order: [Int]) -> NDArray {
    var (shape, strides) = (self.shape, self.strides)
    for (place, axis) in order.enumerated() {
      shape[axis] = self.shape[place]
      strides[axis] = self.strides[place]
    }
    return NDArray(
      storage: storage, dtype: dtype, offset: offset, shape: shape, strides: strides)
  }
}
