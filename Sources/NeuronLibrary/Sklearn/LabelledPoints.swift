import Backprop
import NeuronRuntime

/// Points with the number of the class of each.
struct LabelledPoints {
  /// `float64[n,d]`.
  private(set) var points: NDArray
  /// `int64[n]`.
  private(set) var labels: NDArray
  private let machine: Machine

  /// - Parameter isByColumn: whether the points stand column by column in memory, as NumPy's transposed
  ///   arrays do; sums go along memory, so it shows in last digits.
  init(
    count: Int, dimension: Int, isByColumn: Bool, in machine: Machine
  ) throws(Interruption) {
    self.machine = machine
    let rows = try machine.attempt { () throws(ArrayError) in
      try NDArray(uninitialized: [count, dimension], .float64, budget: machine.budget)
    }
    labels = try machine.attempt { () throws(ArrayError) in
      try NDArray(uninitialized: [count], .int64, budget: machine.budget)
    }
    points =
      isByColumn
      ? NDArray(
        storage: rows.storage, dtype: .float64, offset: 0, shape: [count, dimension],
        strides: [1, max(count, 1)])
      : rows
    try machine.charge(rows.count &* 4)
  }

  var count: Int { labels.count }

  /// Sets one point of two coordinates.
  func set(_ index: Int, _ x: Double, _ y: Double, label: Int64) {
    let target = points.pointer(Double.self) + index * points.strides[0]
    target[0] = x
    target[points.strides[1]] = y
    labels.pointer(Int64.self)[index] = label
  }

  /// The points in random order, row by row in memory.
  mutating func shuffle(_ state: RandomStateValue) throws(Interruption) {
    let call = StreamCall(machine, "shuffle", state, [])
    let places = try call.permutation(try state.stream(), of: count)
    points = try call.taken(places, from: TracedArray(points), axis: 0).array
    labels = try call.taken(places, from: TracedArray(labels), axis: 0).array
  }

  /// Adds normal noise to every coordinate, point by point.
  func addNoise(_ deviation: Double, _ state: RandomStateValue) throws(Interruption) {
    let call = StreamCall(machine, "normal", state, [])
    let stream = try state.stream()
    let noise = try call.array(points.shape, of: Double.self) {
      stream.fill($0, .normal, [RandomColumn(0), RandomColumn(deviation)])
    }
    var next = noise.pointer(Double.self)
    let target = points.pointer(Double.self)
    points.forEachOffset {
      target[$0] += next.pointee
      next += 1
    }
  }

  /// The tuple `(X, y)`, or with more.
  func value(_ more: [Value] = []) throws(Interruption) -> Value {
    let parts = [try machine.array(points), try machine.array(labels)]
    return try machine.heap.tuple(parts + more)
  }
}
