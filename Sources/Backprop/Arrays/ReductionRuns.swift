/// Walks an array together with the result of a reduction over some of its axes, in the order in which
/// the elements lie in memory, a run along one axis at a time.
///
/// The order is that of NumPy's iterator, since sums depend on it: axes sorted by the size of their
/// steps, and those that go on evenly joined; backward axes are not turned.
struct ReductionRuns {
  /// A run of elements that go into one element of the result (`resultStep` 0) or into a row of it.
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
    for axis in ReductionRuns.sortedAxes(x) {
      add(Axis(size: x.shape[axis], step: x.strides[axis], resultStep: resultStrides[axis]))
    }
  }

  private init(outer: [Axis], inner: Axis) {
    isEmpty = false
    self.outer = outer
    self.inner = inner
  }

  /// The axes of more than one place, those of the greatest steps first. An axis on which nothing moves
  /// says nothing about the order and stays where it is.
  private static func sortedAxes(_ x: NDArray) -> [Int] {
    var axes: [Int] = []
    for axis in x.shape.indices.reversed() where x.shape[axis] != 1 {
      let step = x.strides[axis].magnitude
      var place = axes.count
      for other in axes.indices.reversed() where step != 0 && x.strides[axes[other]] != 0 {
        if x.strides[axes[other]].magnitude <= step { break }
        place = other
      }
      axes.insert(axis, at: place)
    }
    return axes.reversed()
  }

  /// Where the elements that go into one element of the result lie on several axes: takes those axes out
  /// of this walk, which then gives the starts of such groups, and returns the walk through a group.
  mutating func splitGroup() -> ReductionRuns? {
    let kept = outer.lastIndex { $0.resultStep != 0 }.map { $0 + 1 } ?? 0
    let axes = Array(outer[kept...])
    if inner.resultStep != 0 || axes.isEmpty { return nil }
    let group = ReductionRuns(outer: axes, inner: inner)
    outer.removeLast(axes.count)
    inner = Axis(size: 1, step: 0, resultStep: 0)
    return group
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
