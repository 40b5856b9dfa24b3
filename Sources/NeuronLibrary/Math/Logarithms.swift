import Backprop
import NeuronRuntime

/// `math.log`, `log2` and `log10`, which take integers of any size.
func defineLogarithms(_ module: NativeModule, _ machine: Machine) {
  module.define(
    "log",
    machine.makeNative("log", scalar: Operation.log.scalar) {
      (arguments, machine) throws(Interruption) in
      if !arguments.keywords.isEmpty {
        throw .raised(.type, "log() takes no keyword arguments")
      }
      guard (1...2).contains(arguments.count) else {
        throw .raised(.type, "math.log requires 1 to 2 arguments")
      }
      let x = try machine.logarithm(arguments[0], .log)
      if arguments.count == 1 { return machine.plain(x) }
      let base = try machine.logarithm(arguments[1], .log)
      if base.value == 0 { throw .raised(.zeroDivision, "float division by zero") }
      return machine.plain(machine.tape.apply(.divide, x, base))
    })
  for (name, operation) in [("log2", Operation.log2), ("log10", .log10)] {
    module.define(
      name,
      machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMath(name, 1...1)
        return machine.plain(try machine.logarithm(arguments[0], operation))
      })
  }
}

extension Machine {
  fileprivate func logarithm(
    _ value: Value, _ operation: Operation
  ) throws(Interruption) -> Traced {
    if let (fraction, exponent) = binaryParts(ofLargeInteger: value) {
      if fraction < 0 { throw .raised(.value, "math domain error") }
      return Traced(
        operation.value(fraction) + operation.value(2) * Double(exponent))
    }
    let x = try tracedArgument(value)
    if x.value <= 0 { throw .raised(.value, "math domain error") }
    return tape.apply(operation, x)
  }
}
