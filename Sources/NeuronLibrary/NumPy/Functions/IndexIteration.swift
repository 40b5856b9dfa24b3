import Backprop
import NeuronRuntime

// `np.ndenumerate` and `np.ndindex`: the indices of an array, one after another.

/// Goes through the indices of a shape in row-major order.
private final class IndexIterator: ForeignValue {
  let typeName: String
  private let shape: [Int]
  /// Whose elements are given beside the indices.
  private let array: ArrayValue?
  private var index: [Int]
  private var isDone: Bool

  init(_ typeName: String, shape: [Int], array: ArrayValue?) {
    self.typeName = typeName
    self.shape = shape
    self.array = array
    index = Array(repeating: 0, count: shape.count)
    isDone = shape.contains(0)
  }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<numpy.\(typeName) object>"
  }

  func visitValues(_ visit: (Value) -> Void) {
    if let array { visit(array.value) }
  }

  var isIterator: Bool { true }

  func next(in machine: Machine) throws(Interruption) -> Value? {
    if isDone { return nil }
    try machine.charge(8)
    let place = try machine.heap.tuple(index.map { Value($0) })
    var item = place
    if let array {
      let own = array.traced(in: machine)
      let element = try machine.apply(
        .view(BasicIndex(index.map { .position($0) })), [own])
      item = try machine.heap.tuple([place, machine.number(element)])
    }
    advance()
    return item
  }

  private func advance() {
    for axis in shape.indices.reversed() {
      index[axis] += 1
      if index[axis] < shape[axis] { return }
      index[axis] = 0
    }
    isDone = true
  }
}

extension Machine {
  func defineIteration(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("ndenumerate", "arr") { (call) throws(Interruption) in
      let array = try call.array(0)
      let value = try call.machine.array(array)
      return call.machine.heap.foreign(
        IndexIterator(
          "ndenumerate", shape: array.array.shape, array: call.machine.arrayValue(value)))
    }
    functions.defineVariadic("ndindex") { (values, call) throws(Interruption) in
      var sizes: [Int] = []
      if values.count == 1 {
        sizes = try call.integers(of: values[0])
      } else {
        for value in values { sizes.append(try call.machine.indexArgument(value)) }
      }
      if sizes.contains(where: { $0 < 0 }) {
        throw .raised(.value, "negative dimensions are not allowed")
      }
      return call.machine.heap.foreign(IndexIterator("ndindex", shape: sizes, array: nil))
    }
  }
}
