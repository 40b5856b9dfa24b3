import Backprop
import NeuronRuntime

// The quick way for what training loops do in every step: no derivative around it, a function of the
// program that takes its arguments by place, plain numbers to differentiate by.

extension Machine {
  func canDifferentiateNumbers(
    _ function: Value, at positions: [Int], _ arguments: Arguments
  ) -> Bool {
    guard tracing.depth == 0, arguments.keywords.isEmpty,
      takesByPlace(function, arguments.count)
    else { return false }
    for position in positions {
      guard position >= 0, position < arguments.count, arguments[position].isFloat else {
        return false
      }
    }
    return true
  }

  /// The value and the derivatives, where `canDifferentiateNumbers`.
  func valueAndNumberGradients(
    of function: Value, at positions: [Int], _ arguments: Arguments
  ) throws(Interruption) -> (value: Value, gradients: [Value]) {
    let mark = tape.count
    beginDerivative()
    defer {
      tracing.end()
      tape.truncate(to: mark)
    }
    // Fresh entries stand one after another.
    let first = tape.count
    let result = try callByPlace(function, arguments) { registers in
      for position in positions {
        let argument = registers[position]
        registers[position] = tracing.value(
          tape.input(Traced(argument.float)), isNumPy: argument.isNumPy)
      }
    }
    try checkTape()
    let output = try makeOutput(result, of: function)
    let inputs = positions.indices.map { UInt32(truncatingIfNeeded: first + $0) }
    try charge(tape.count >> 3)
    let gradients: [Double]
    if tape.holdsArrays {
      let values = inputs.map { TracedValue.number(Traced(0, node: $0)) }
      gradients = try cotangents(
        of: .number(output.number), seed: .number(Traced(1)), by: values
      ).map { RunValue($0).asNumber }
    } else {
      gradients = tape.gradients(of: output.number, withRespectTo: inputs)
    }
    let derivatives = zip(positions, gradients).map { position, gradient in
      arguments[position].isNumPy ? Value(numpy: gradient) : Value(gradient)
    }
    let value = output.number.value
    return (output.isNumPy ? Value(numpy: value) : Value(value), derivatives)
  }
}
