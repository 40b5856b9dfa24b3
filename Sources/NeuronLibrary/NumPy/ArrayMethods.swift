import Backprop
import NeuronRuntime

extension ArrayValue {
  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "shape": try machine.heap.tuple(array.shape.map { Value($0) })
    case "ndim": Value(array.rank)
    case "size": Value(array.count)
    default: nil
    }
  }
  func method(_ name: String, in machine: Machine) -> Value? { machine.numPy.methods[name] }
}

extension NumPyLibrary {
  func defineMethods(in machine: Machine) {
  }
}
