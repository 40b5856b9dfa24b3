import Backprop
import NeuronRuntime

extension Machine {
  func dtypeArgument(_ value: Value) throws(Interruption) -> DType {
    switch value.payload {
    case UInt64(BuiltinType.int.rawValue): .int64
    case UInt64(BuiltinType.bool.rawValue): .bool
    default: .float64
    }
  }
}
