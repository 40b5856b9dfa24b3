import Backprop
import NeuronRuntime

/// The scalar functions of `numpy`. They give NumPy scalars: floats that divide by zero without an
/// error.
func makeNumPyModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "numpy")
  for (name, value) in [
    ("pi", Double.pi), ("e", 2.718281828459045), ("inf", .infinity), ("nan", .nan),
  ] {
    module.define(name, Value(value))
  }
  for function in ElementaryFunction.all {
    guard let name = function.numPyName else { continue }
    module.define(name, machine.numPyFunction(name, function.operation))
  }
  module.define("fabs", machine.numPyFunction("fabs", .absolute))
  for (name, operation) in [
    ("hypot", Operation.hypot), ("arctan2", .atan2), ("copysign", .copySign),
    ("logaddexp", .logAddExp),
  ] {
    module.define(name, machine.numPyFunction(name, operation))
  }
  for (name, operation) in [
    ("abs", Operation.absolute), ("absolute", .absolute), ("square", .square),
    ("reciprocal", .reciprocal), ("maximum", .maximum), ("minimum", .minimum), ("power", .power),
  ] {
    module.define(name, machine.numPyFunction(name, operation, keepsIntegers: true))
  }
  module.define(
    "sign",
    machine.makeNative("sign") { (arguments, machine) throws(Interruption) in
      try arguments.expect("sign", 1...1)
      try machine.refuseIntegers(arguments, "sign")
      let x = try machine.numPyArgument(arguments[0], "sign").value
      return Value(numpy: x > 0 ? 1 : x < 0 ? -1 : x.isNaN ? x : 0)
    })
  machine.defineFloatTests(in: module) { (value, name, machine) throws(Interruption) in
    try machine.numPyArgument(value, name)
  }
  defineNumPyRounding(module, machine)
  machine.defineArrayCreation(in: module)
  machine.defineArrayFunctions(in: module)
  module.define("random", machine.libraryModule("numpy.random"))
  machine.definePrinting(in: module)
  return module
}

private func defineNumPyRounding(_ module: NativeModule, _ machine: Machine) {
  for (name, rule) in [
    ("floor", FloatingPointRoundingRule.down), ("ceil", .up), ("trunc", .towardZero),
    ("rint", .toNearestOrEven),
  ] {
    module.define(
      name,
      machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        try arguments.expect(name, 1...1)
        try machine.refuseIntegers(arguments, name)
        return Value(
          numpy: try machine.numPyArgument(arguments[0], name).value.rounded(rule))
      })
  }
  module.define(
    "float64",
    machine.makeNative("float64") { (arguments, machine) throws(Interruption) in
      try arguments.expect("float64", 0...1)
      if arguments.count == 0 { return Value(numpy: 0) }
      return machine.tracing.value(
        try machine.numPyArgument(arguments[0], "float64"), isNumPy: true)
    })
}

extension Machine {
  /// A number for a function of numpy; arrays and what would become one are refused by name.
  func numPyArgument(_ value: Value, _ name: String) throws(Interruption) -> Traced {
    if value.kind == .bigInt {
      throw .raised(.type, "np.\(name) takes no integer beyond 64 bits: make it a float")
    }
    if let traced = try tracedNumber(value) { return traced }
    throw .raised(
      .type,
      "np.\(name) takes a number in neuron, not \(typeName(value)): there are no arrays yet")
  }

  /// Of integers NumPy makes an integer, of a type that is not here.
  func refuseIntegers(_ arguments: Arguments, _ name: String) throws(Interruption) {
    if arguments.positional.allSatisfy({ integer($0) != nil }) {
      throw .raised(
        .type,
        "np.\(name) of integers gives a NumPy integer, which neuron has not yet: give it a float")
    }
  }
}
