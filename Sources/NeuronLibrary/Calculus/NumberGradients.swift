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
    try charge(tape.count >> 3)
    var derivatives: [Value] = []
    derivatives.reserveCapacity(positions.count)
    if tape.holdsArrays {
      let inputs = positions.indices.map {
        TracedValue.number(Traced(0, node: UInt32(truncatingIfNeeded: first + $0)))
      }
      let gradients = try cotangents(
        of: .number(output.number), seed: .number(Traced(1)), by: inputs)
      for gradient in gradients { derivatives.append(Value(RunValue(gradient).asNumber)) }
    } else {
      appendGradients(of: output.number, byEntriesFrom: first, positions.count, to: &derivatives)
    }
    for (index, position) in positions.enumerated() where arguments[position].isNumPy {
      derivatives[index] = Value(numpy: derivatives[index].float)
    }
    let value = output.number.value
    return (output.isNumPy ? Value(numpy: value) : Value(value), derivatives)
  }

  private func appendGradients(
    of output: Traced, byEntriesFrom first: Int, _ count: Int, to derivatives: inout [Value]
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { inputs in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { gradients in
        for index in 0..<count {
          inputs.initializeElement(at: index, to: UInt32(truncatingIfNeeded: first + index))
        }
        gradients.initialize(repeating: 0)
        tape.gradients(of: output, withRespectTo: UnsafeBufferPointer(inputs), into: gradients)
        for gradient in gradients { derivatives.append(Value(gradient)) }
      }
    }
  }
}
