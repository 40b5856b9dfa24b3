import Backprop
import NeuronRuntime

enum IntegerOperation { case add, subtract, multiply }

extension NDArray {
  static func elementwise(
    _ op: Operation, _ x: NDArray, _ y: NDArray
  ) throws(ArrayError) -> NDArray {
    let shape = try broadcastShape(x.shape, y.shape)
    let (a, b) = (
      try x.broadcast(to: shape).contiguousCopy(), try y.broadcast(to: shape).contiguousCopy()
    )
    let result = try NDArray(uninitialized: shape, .float64, budget: x.budget)
    for index in 0..<result.count {
      result.pointer(Double.self)[index] = op.value(
        a.pointer(Double.self)[index], b.pointer(Double.self)[index])
    }
    return result
  }

  static func integers(
    _ op: IntegerOperation, _ x: NDArray, _ y: NDArray
  ) throws(ArrayError) -> NDArray {
    let shape = try broadcastShape(x.shape, y.shape)
    let (a, b) = (
      try x.broadcast(to: shape).contiguousCopy(), try y.broadcast(to: shape).contiguousCopy()
    )
    let result = try NDArray(uninitialized: shape, .int64, budget: x.budget)
    for index in 0..<result.count {
      let (u, v) = (a.pointer(Int64.self)[index], b.pointer(Int64.self)[index])
      result.pointer(Int64.self)[index] = op == .add ? u &+ v : op == .subtract ? u &- v : u &* v
    }
    return result
  }
}

extension Machine {
  func apply(
    _ op: ArrayOperation, _ operands: [TracedArray]
  ) throws(Interruption) -> TracedArray {
    try attempt { () throws(ArrayError) in
      switch op {
      case .elementwise(let op):
        TracedArray(try NDArray.elementwise(op, operands[0].array, operands[1].array))
      case .view(let index): TracedArray(operands[0].array.view(index))
      case .reshape(let shape): TracedArray(try operands[0].array.reshaped(shape))
      }
    }
  }
}
