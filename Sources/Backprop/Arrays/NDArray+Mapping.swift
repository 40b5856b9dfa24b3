// What every element-wise kernel is made of. The closures are inlined into each kernel's loops.

extension NDArray {
  /// A new array of `body` of each element.
  @inline(__always)
  static func map<A: ArrayElement, R: ArrayElement>(
    _ x: NDArray, _ body: (A) -> R
  ) throws(ArrayError) -> NDArray {
    let result = try NDArray(uninitialized: x.shape, R.dtype, budget: x.budget)
    let target = result.pointer(R.self)
    let source = x.pointer(A.self)
    if x.isContiguous {
      for i in 0..<result.count { target[i] = body(source[i]) }
      return result
    }
    var runs = OperandRuns(x.shape, x, x, x)
    let (count, step) = (runs.inner.size, runs.inner.steps.0)
    var to = target
    runs.forEach { start, _, _ in
      let from = source + start
      for i in 0..<count { to[i] = body(from[i &* step]) }
      to += count
    }
    return result
  }

  /// A new array of `body` of each pair of elements, of the shape to which the two broadcast.
  @inline(__always)
  static func map<A: ArrayElement, B: ArrayElement, R: ArrayElement>(
    _ x: NDArray, _ y: NDArray, _ body: (A, B) -> R
  ) throws(ArrayError) -> NDArray {
    let shape = x.shape == y.shape ? x.shape : try broadcastShape(x.shape, y.shape)
    let result = try NDArray(uninitialized: shape, R.dtype, budget: x.budget)
    var to = result.pointer(R.self)
    let (left, right) = (x.pointer(A.self), y.pointer(B.self))
    if x.shape == y.shape && x.isContiguous && y.isContiguous {
      for i in 0..<result.count { to[i] = body(left[i], right[i]) }
      return result
    }
    var runs = OperandRuns(shape, x, y, y)
    let (count, steps) = (runs.inner.size, runs.inner.steps)
    runs.forEach { leftStart, rightStart, _ in
      let (a, b) = (left + leftStart, right + rightStart)
      switch (steps.0, steps.1) {
      case (1, 1): for i in 0..<count { to[i] = body(a[i], b[i]) }
      case (1, 0):
        let b = b[0]
        for i in 0..<count { to[i] = body(a[i], b) }
      case (0, 1):
        let a = a[0]
        for i in 0..<count { to[i] = body(a, b[i]) }
      default: for i in 0..<count { to[i] = body(a[i &* steps.0], b[i &* steps.1]) }
      }
      to += count
    }
    return result
  }

  /// The same without a loop for each way in which operands lie: for functions that take longer than
  /// the way to their operands.
  @inline(__always)
  static func mapSlowly<A: ArrayElement, R: ArrayElement>(
    _ x: NDArray, _ y: NDArray, _ body: (A, A) -> R
  ) throws(ArrayError) -> NDArray {
    let shape = x.shape == y.shape ? x.shape : try broadcastShape(x.shape, y.shape)
    let result = try NDArray(uninitialized: shape, R.dtype, budget: x.budget)
    var to = result.pointer(R.self)
    let (left, right) = (x.pointer(A.self), y.pointer(A.self))
    var runs = OperandRuns(shape, x, y, y)
    let (count, steps) = (runs.inner.size, runs.inner.steps)
    runs.forEach { leftStart, rightStart, _ in
      let (a, b) = (left + leftStart, right + rightStart)
      for i in 0..<count { to[i] = body(a[i &* steps.0], b[i &* steps.1]) }
      to += count
    }
    return result
  }
}
