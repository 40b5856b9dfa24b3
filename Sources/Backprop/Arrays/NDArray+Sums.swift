import CKernels

extension NDArray {
  /// The sum over `axes`.
  ///
  /// Floats are added pairwise and in NumPy's order, so that the error grows with the logarithm of the
  /// count and results are NumPy's to the bit; integers wrap around at 64 bits; truths are counted.
  /// Nothing sums to 0.
  ///
  /// - Parameters:
  ///   - axes: ascending.
  ///   - keepsAxes: whether these axes stay, with size 1.
  /// - Returns: `float64`, or `int64` of integers and truths.
  public func sum(axes: [Int], keepsAxes: Bool) throws(ArrayError) -> NDArray {
    switch dtype {
    case .int64:
      try reduced(axes, keepsAxes: keepsAxes, identity: 0) { (a: Int64, b: Int64) in a &+ b }
    case .bool:
      try reduced(axes, keepsAxes: keepsAxes, identity: 0) { (a: Int64, b: UInt8) in a &+ Int64(b) }
    case .float64: try floatSum(axes, keepsAxes: keepsAxes)
    }
  }

  private func floatSum(_ axes: [Int], keepsAxes: Bool) throws(ArrayError) -> NDArray {
    var (result, runs) = try reduction(axes, keepsAxes: keepsAxes, identity: 0.0)
    let (source, target) = (pointer(Double.self), result.pointer(Double.self))
    if var group = runs.splitGroup() {
      runs.forEach { addGroup(source + $0, &group, to: target + $1) }
      return result
    }
    let (count, step, resultStep) = (runs.inner.size, runs.inner.step, runs.inner.resultStep)
    runs.forEach { start, resultStart in
      let (from, to) = (source + start, target + resultStart)
      if resultStep == 0 {
        for block in stride(from: 0, to: count, by: sumBlock) {
          to[0] += pairwiseSum(from + block * step, min(sumBlock, count - block), step)
        }
      } else if step == 1 && resultStep == 1 {
        kernelAccumulate(count, from, to)
      } else {
        for i in 0..<count { to[i &* resultStep] += from[i &* step] }
      }
    }
    return result
  }
}

/// NumPy's iterator hands a reduction at most so many elements at a time, and the sums of such blocks
/// are added one after another.
private let sumBlock = 8192

/// Adds the elements of a group, taken together in blocks wherever they lie.
private func addGroup(
  _ x: UnsafePointer<Double>, _ group: inout ReductionRuns, to total: UnsafeMutablePointer<Double>
) {
  let (count, step) = (group.inner.size, group.inner.step)
  withUnsafeTemporaryAllocation(of: Double.self, capacity: sumBlock) { block in
    guard let elements = block.baseAddress else { return }
    var filled = 0
    group.forEach { start, _ in
      for i in 0..<count {
        elements[filled] = x[start + i * step]
        filled += 1
        if filled == sumBlock {
          total[0] += pairwiseSum(elements, filled, 1)
          filled = 0
        }
      }
    }
    if filled > 0 { total[0] += pairwiseSum(elements, filled, 1) }
  }
}

/// The sum of `count` elements that are `step` apart: of up to 128 by eight running sums, which are
/// added at the end, of more by halves.
private func pairwiseSum(_ x: UnsafePointer<Double>, _ count: Int, _ step: Int) -> Double {
  if step == 1 { return kernelPairwiseSum(count, x) }
  if count < 8 {
    var sum = -0.0
    for i in 0..<count { sum += x[i &* step] }
    return sum
  }
  if count > 128 {
    let half = (count / 2) & ~7
    return pairwiseSum(x, half, step) + pairwiseSum(x + half &* step, count - half, step)
  }
  var low = SIMD4(x[0], x[step], x[2 &* step], x[3 &* step])
  var high = SIMD4(x[4 &* step], x[5 &* step], x[6 &* step], x[7 &* step])
  var i = 8
  while i < count & ~7 {
    let y = x + i &* step
    low += SIMD4(y[0], y[step], y[2 &* step], y[3 &* step])
    high += SIMD4(y[4 &* step], y[5 &* step], y[6 &* step], y[7 &* step])
    i += 8
  }
  var sum = ((low[0] + low[1]) + (low[2] + low[3])) + ((high[0] + high[1]) + (high[2] + high[3]))
  while i < count {
    sum += x[i &* step]
    i += 1
  }
  return sum
}
