/// Walks an array together with the result of a reduction over some of its axes, in the order in which
/// the elements lie in memory, a run along one axis at a time.
///
/// The order is that of NumPy's iterator, since sums depend on it: axes sorted by the size of their
/// steps, backward ones turned, and those that go on evenly joined.
struct ReductionRuns {
  /// A run of elements that go into one element of the result (`step` 0 there) or into a row of it.
  struct Axis {
    var size: Int
    /// Steps in the operand and in the result.
    var step: Int
    var resultStep: Int
    var place = 0
  }

  private(set) var inner = Axis(size: 1, step: 0, resultStep: 0)
  private var outer: [Axis] = []
  private var start = 0
  private var resultStart = 0
  private let isEmpty: Bool

  /// - Parameter resultStrides: the step of the result along each axis of `x`, 0 along reduced ones.
  init(_ x: NDArray, resultStrides: [Int]) {
    isEmpty = x.count == 0
    var axes: [Axis] = []
    for axis in x.shape.indices where x.shape[axis] != 1 {
      var (step, resultStep) = (x.strides[axis], resultStrides[axis])
      if step < 0 {
        start += step * (x.shape[axis] - 1)
        resultStart += resultStep * (x.shape[axis] - 1)
        (step, resultStep) = (-step, -resultStep)
      }
      let place = axes.firstIndex { $0.step != 0 && $0.step < step } ?? axes.endIndex
      axes.insert(Axis(size: x.shape[axis], step: step, resultStep: resultStep), at: place)
    }
    for axis in axes { add(axis) }
  }

  private mutating func add(_ axis: Axis) {
    if inner.size == 1 {
      inner = axis
    } else if inner.step == axis.step * axis.size
      && inner.resultStep == axis.resultStep * axis.size
    {
      inner = Axis(size: inner.size * axis.size, step: axis.step, resultStep: axis.resultStep)
    } else {
      outer.append(inner)
      inner = axis
    }
  }

  /// Hands the place of each run's start in the operand and in the result to `body`.
  @inline(__always)
  mutating func forEach(_ body: (_ start: Int, _ resultStart: Int) -> Void) {
    if isEmpty { return }
    repeat {
      body(start, resultStart)
    } while advance()
  }

  private mutating func advance() -> Bool {
    for axis in outer.indices.reversed() {
      let (size, step, resultStep) = (outer[axis].size, outer[axis].step, outer[axis].resultStep)
      outer[axis].place += 1
      start += step
      resultStart += resultStep
      if outer[axis].place < size { return true }
      outer[axis].place = 0
      start -= step * size
      resultStart -= resultStep * size
    }
    return false
  }
}

extension NDArray {
  /// The shape that a reduction leaves.
  func reducedShape(_ axes: [Int], keepsAxes: Bool) -> [Int] {
    var result: [Int] = []
    for axis in shape.indices {
      if !axes.contains(axis) {
        result.append(shape[axis])
      } else if keepsAxes {
        result.append(1)
      }
    }
    return result
  }

  /// A new array for a reduction over `axes`, filled with `identity`, and the walk that fills it.
  func reduction<R: ArrayElement>(
    _ axes: [Int], keepsAxes: Bool, identity: R
  ) throws(ArrayError) -> (result: NDArray, runs: ReductionRuns) {
    let result = try NDArray(
      repeating: identity, shape: reducedShape(axes, keepsAxes: keepsAxes), budget: budget)
    let kept = NDArray.rowMajorStrides(reducedShape(axes, keepsAxes: true))
    let steps = shape.indices.map { axes.contains($0) ? 0 : kept[$0] }
    return (result, ReductionRuns(self, resultStrides: steps))
  }

  /// Combines the elements along `axes`, one after another, starting with `identity`.
  @inline(__always)
  func reduced<E: ArrayElement, R: ArrayElement>(
    _ axes: [Int], keepsAxes: Bool, identity: R, _ combine: (R, E) -> R
  ) throws(ArrayError) -> NDArray {
    var (result, runs) = try reduction(axes, keepsAxes: keepsAxes, identity: identity)
    let (source, target) = (pointer(E.self), result.pointer(R.self))
    let (count, step, resultStep) = (runs.inner.size, runs.inner.step, runs.inner.resultStep)
    runs.forEach { start, resultStart in
      let (from, to) = (source + start, target + resultStart)
      if resultStep == 0 {
        var total = to[0]
        for i in 0..<count { total = combine(total, from[i &* step]) }
        to[0] = total
      } else {
        for i in 0..<count { to[i &* resultStep] = combine(to[i &* resultStep], from[i &* step]) }
      }
    }
    return result
  }
}
