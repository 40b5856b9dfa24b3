/// Walks up to three operands of an element-wise kernel together, in row-major order of the shape to
/// which they broadcast, a run along one axis at a time.
///
/// Axes over which every operand goes on evenly are joined, so that contiguous operands give one run.
struct OperandRuns {
  /// An axis with the step of each operand along it: 0 where the operand is repeated.
  struct Axis {
    var size: Int
    var steps: (Int, Int, Int)
    var place = 0
  }

  /// The axis along which every run goes.
  private(set) var inner = Axis(size: 1, steps: (0, 0, 0))
  private var outer: [Axis] = []
  private let isEmpty: Bool

  /// - Parameter shape: what the operands broadcast to.
  init(_ shape: [Int], _ x: NDArray, _ y: NDArray, _ z: NDArray) {
    isEmpty = shape.contains(0)
    for (axis, size) in shape.enumerated() where size != 1 {
      add(
        Axis(
          size: size,
          steps: (
            x.step(along: axis, of: shape.count), y.step(along: axis, of: shape.count),
            z.step(along: axis, of: shape.count)
          )))
    }
  }

  private mutating func add(_ axis: Axis) {
    if inner.size == 1 {
      inner = axis
    } else if inner.steps.0 == axis.steps.0 * axis.size && inner.steps.1 == axis.steps.1 * axis.size
      && inner.steps.2 == axis.steps.2 * axis.size
    {
      inner = Axis(size: inner.size * axis.size, steps: axis.steps)
    } else {
      outer.append(inner)
      inner = axis
    }
  }

  /// Hands the distance of each run's start from the first element of each operand to `body`.
  @inline(__always)
  mutating func forEach(_ body: (_ x: Int, _ y: Int, _ z: Int) -> Void) {
    if isEmpty { return }
    var starts = (0, 0, 0)
    repeat {
      body(starts.0, starts.1, starts.2)
    } while advance(&starts)
  }

  private mutating func advance(_ starts: inout (Int, Int, Int)) -> Bool {
    for axis in outer.indices.reversed() {
      let (size, steps) = (outer[axis].size, outer[axis].steps)
      outer[axis].place += 1
      starts.0 += steps.0
      starts.1 += steps.1
      starts.2 += steps.2
      if outer[axis].place < size { return true }
      outer[axis].place = 0
      starts.0 -= steps.0 * size
      starts.1 -= steps.1 * size
      starts.2 -= steps.2 * size
    }
    return false
  }
}

extension NDArray {
  /// The step along an axis of a shape of `rank` axes to which this broadcasts.
  @inline(__always)
  func step(along axis: Int, of rank: Int) -> Int {
    let own = axis - (rank - self.rank)
    return own < 0 || shape[own] == 1 ? 0 : strides[own]
  }
}
