/// Walks several arrays of one shape in row-major order, a run along one axis at a time.
///
/// Axes over which every operand goes on evenly are joined, so that contiguous operands give one run.
public struct StridedLoop {
  /// Where the next run starts in each operand, in elements.
  public struct Run {
    public var starts: [Int]
  }

  /// The length of every run; at least 1 unless there is nothing to walk.
  public let runCount: Int
  /// The step of each operand within a run.
  public let steps: [Int]

  private let sizes: [Int]
  private let outerSteps: [[Int]]
  private var place: [Int]
  private var starts: [Int]
  private var isDone: Bool

  /// - Parameter strides: those of each operand, as long as `shape`.
  public init(_ shape: [Int], _ strides: [[Int]]) {
    var sizes: [Int] = []
    var joined = [[Int]](repeating: [], count: strides.count)
    for axis in shape.indices where shape[axis] != 1 {
      if let last = sizes.indices.last,
        strides.indices.allSatisfy({
          joined[$0][last] == strides[$0][axis] * shape[axis]
        })
      {
        sizes[last] *= shape[axis]
        for operand in strides.indices { joined[operand][last] = strides[operand][axis] }
      } else {
        sizes.append(shape[axis])
        for operand in strides.indices { joined[operand].append(strides[operand][axis]) }
      }
    }
    isDone = shape.contains(0)
    runCount = sizes.last ?? 1
    steps = joined.map { $0.last ?? 0 }
    self.sizes = Array(sizes.dropLast())
    outerSteps = joined.map { Array($0.dropLast()) }
    place = Array(repeating: 0, count: self.sizes.count)
    starts = Array(repeating: 0, count: strides.count)
  }

  public mutating func next() -> Run? {
    if isDone { return nil }
    let run = Run(starts: starts)
    advance()
    return run
  }

  private mutating func advance() {
    for axis in stride(from: sizes.count - 1, through: 0, by: -1) {
      place[axis] += 1
      for operand in starts.indices { starts[operand] += outerSteps[operand][axis] }
      if place[axis] < sizes[axis] { return }
      for operand in starts.indices {
        starts[operand] -= outerSteps[operand][axis] * sizes[axis]
      }
      place[axis] = 0
    }
    isDone = true
  }
}
