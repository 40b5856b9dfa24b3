import Backprop
import NeuronRuntime

/// The quick way for what training loops do in every step: no derivative around it, a function of the
/// program that takes its arguments by place, plain numbers to differentiate by. Only what has no place
/// in that is left to the general way, and nothing is allocated but a tuple of results.
struct NumberGradients {
  private let function: Value
  private let positions: UnsafeMutableBufferPointer<Int>
  private let derivatives: UnsafeMutableBufferPointer<Double>
  /// The derivatives as the last call gave them, for the caller to take before another one.
  let results: UnsafeMutablePointer<Value>

  var count: Int { positions.count }

  init(of function: Value, at positions: [Int]) {
    self.function = function
    self.positions = .allocate(capacity: positions.count)
    _ = self.positions.initialize(from: positions)
    derivatives = .allocate(capacity: positions.count)
    derivatives.initialize(repeating: 0)
    results = .allocate(capacity: positions.count)
    results.initialize(repeating: .none, count: positions.count)
  }

  func deallocate() {
    positions.deallocate()
    derivatives.deallocate()
    results.deallocate()
  }

  func canTake(_ arguments: Arguments, in machine: Machine) -> Bool {
    guard machine.tracing.depth == 0, arguments.areByPlace,
      machine.takesByPlace(function, arguments.count)
    else { return false }
    for position in positions {
      guard position >= 0, position < arguments.count, arguments[position].isFloat else {
        return false
      }
    }
    return true
  }

  /// Puts the derivatives into `results`, where `canTake`.
  ///
  /// - Returns: the value.
  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    let tape = machine.tape
    let mark = tape.count
    machine.beginDerivative()
    defer {
      machine.tracing.end()
      tape.truncate(to: mark)
    }
    let result = try machine.callByPlace(
      function, arguments, tracing: UnsafeBufferPointer(positions))
    try machine.checkTape()
    let output = try machine.makeOutput(result, of: function)
    try machine.charge(tape.count >> 3)
    // Fresh entries stand one after another.
    if tape.holdsArrays {
      let inputs = positions.indices.map {
        TracedValue.number(Traced(0, node: UInt32(truncatingIfNeeded: mark + $0)))
      }
      let gradients = try machine.cotangents(
        of: .number(output.number), seed: .number(Traced(1)), by: inputs)
      for (index, gradient) in gradients.enumerated() {
        derivatives[index] = RunValue(gradient).asNumber
      }
    } else {
      tape.gradients(of: output.number, byInputsFrom: mark, into: derivatives)
    }
    for index in positions.indices {
      let isNumPy = arguments[positions[index]].isNumPy
      results[index] = isNumPy ? Value(numpy: derivatives[index]) : Value(derivatives[index])
    }
    let value = output.number.value
    return output.isNumPy ? Value(numpy: value) : Value(value)
  }
}
