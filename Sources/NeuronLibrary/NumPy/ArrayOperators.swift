import Backprop
import NeuronRuntime
import NeuronSyntax

// What operators do with arrays.

extension ArrayValue {
  func binary(
    _ operation: BinaryOperator, _ other: Value, isReflected: Bool, in machine: Machine
  ) throws(Interruption) -> Value? {
    guard let operand = try machine.operand(other, operation.rawValue) else { return nil }
    let own = traced(in: machine)
    let (x, y) = isReflected ? (operand, own) : (own, operand)
    return try machine.value(of: try machine.arithmetic(operation, x, y))
  }
}

extension Machine {
  /// What stands beside an array in an operation; `nil` for what is no operand of arrays.
  func operand(_ value: Value, _ name: String) throws(Interruption) -> TracedArray? {
    switch value.kind {
    case .int, .float, .bool, .list, .tuple, .range: try arrayArgument(value, name)
    case .foreign: arrayValue(value)?.traced(in: self)
    default: nil
    }
  }

  func arithmetic(
    _ operation: BinaryOperator, _ x: TracedArray, _ y: TracedArray
  ) throws(Interruption) -> TracedArray {
    let dtype = max(x.array.dtype, y.array.dtype)
    let floats: Operation
    let integers: IntegerOperation?
    switch operation {
    case .add: (floats, integers) = (.add, .add)
    case .subtract: (floats, integers) = (.subtract, .subtract)
    case .multiply: (floats, integers) = (.multiply, .multiply)
    case .divide: (floats, integers) = (.divide, nil)
    default: throw .raised(.type, "\(operation.rawValue) of arrays is not there yet")
    }
    try charge(max(x.array.count, y.array.count) / 8)
    if dtype == .float64 || integers == nil {
      return try apply(.elementwise(floats), [try asFloats(x), try asFloats(y)])
    }
    return TracedArray(
      try attempt { () throws(ArrayError) in
        try NDArray.integers(
          integers ?? .add, try x.array.cast(.int64), try y.array.cast(.int64))
      })
  }

  /// An operand as float64.
  func asFloats(_ x: TracedArray) throws(Interruption) -> TracedArray {
    if x.array.dtype == .float64 { return x }
    return TracedArray(try attempt { () throws(ArrayError) in try x.array.cast(.float64) })
  }
}
