import Backprop
import NeuronRuntime

/// A function of one number that `math` and `numpy` share.
struct ElementaryFunction {
  let operation: Operation
  /// Its name in `math`; `nil` where it has none.
  let mathName: String?
  /// Its name in `numpy`; `nil` where it has none.
  let numPyName: String?
  /// Whether an infinite result means that the value is too large, rather than a pole.
  var canOverflow = false

  /// In the order of Python's documentation.
  static let all: [ElementaryFunction] = [
    .init(operation: .sqrt, mathName: "sqrt", numPyName: "sqrt"),
    .init(operation: .cbrt, mathName: "cbrt", numPyName: "cbrt"),
    .init(operation: .exp, mathName: "exp", numPyName: "exp", canOverflow: true),
    .init(operation: .exp2, mathName: "exp2", numPyName: "exp2", canOverflow: true),
    .init(operation: .expm1, mathName: "expm1", numPyName: "expm1", canOverflow: true),
    .init(operation: .log, mathName: nil, numPyName: "log"),
    .init(operation: .log1p, mathName: "log1p", numPyName: "log1p"),
    .init(operation: .log2, mathName: nil, numPyName: "log2"),
    .init(operation: .log10, mathName: nil, numPyName: "log10"),
    .init(operation: .sin, mathName: "sin", numPyName: "sin"),
    .init(operation: .cos, mathName: "cos", numPyName: "cos"),
    .init(operation: .tan, mathName: "tan", numPyName: "tan"),
    .init(operation: .asin, mathName: "asin", numPyName: "arcsin"),
    .init(operation: .acos, mathName: "acos", numPyName: "arccos"),
    .init(operation: .atan, mathName: "atan", numPyName: "arctan"),
    .init(operation: .sinh, mathName: "sinh", numPyName: "sinh", canOverflow: true),
    .init(operation: .cosh, mathName: "cosh", numPyName: "cosh", canOverflow: true),
    .init(operation: .tanh, mathName: "tanh", numPyName: "tanh"),
    .init(operation: .asinh, mathName: "asinh", numPyName: "arcsinh"),
    .init(operation: .acosh, mathName: "acosh", numPyName: "arccosh"),
    .init(operation: .atanh, mathName: "atanh", numPyName: "arctanh"),
    .init(operation: .erf, mathName: "erf", numPyName: nil),
    .init(operation: .erfc, mathName: "erfc", numPyName: nil),
    .init(operation: .gamma, mathName: "gamma", numPyName: nil, canOverflow: true),
    .init(operation: .logGamma, mathName: "lgamma", numPyName: nil, canOverflow: true),
  ]
}

extension Operation {
  /// The functions that loops call most, for the machine to call without ceremony.
  fileprivate var scalar: NativeFunction.Scalar? {
    switch self {
    case .sqrt: { $0.squareRoot() }
    case .exp: { Elementary.exp($0) }
    case .sin: { Elementary.sin($0) }
    case .cos: { Elementary.cos($0) }
    case .tanh: { Elementary.tanh($0) }
    default: nil
    }
  }
}

extension Machine {
  /// A number as a float with its tape entry; Python's complaint for anything else.
  func tracedArgument(_ value: Value) throws(Interruption) -> Traced {
    guard let traced = try tracedNumber(try floatOfInstance(value)) else {
      throw .raised(.type, "must be real number, not \(typeName(value))")
    }
    return traced
  }

  /// The value of a computed number in the language.
  func plain(_ traced: Traced) -> Value { tracing.value(traced, isNumPy: false) }

  /// A function of one number in `math`'s manner: errors where the result is no number.
  func mathFunction(
    _ name: String, _ operation: Operation, canOverflow: Bool
  ) -> Value {
    makeNative(name, scalar: operation.scalar) { (arguments, machine) throws(Interruption) in
      try arguments.expectMath(name, 1...1)
      let x = try machine.tracedArgument(arguments[0])
      let value = operation.value(x.value)
      if value.isNaN && !x.value.isNaN { throw .raised(.value, "math domain error") }
      if value.isInfinite && x.value.isFinite {
        // Of the functions that can overflow only Γ and its logarithm have poles, up to 0.
        let isPole = (operation == .gamma || operation == .logGamma) && x.value <= 0
        throw canOverflow && !isPole
          ? .raised(.overflow, "math range error") : .raised(.value, "math domain error")
      }
      return machine.plain(machine.tape.record(operation, x, value: value))
    }
  }

  /// A function of one or two numbers in `numpy`'s manner: nan and infinity are results like others.
  /// One that `keepsIntegers` takes floats only.
  func numPyFunction(
    _ name: String, _ operation: Operation, keepsIntegers: Bool = false
  ) -> Value {
    let count = operation.isUnary ? 1 : 2
    return makeNative(name) { (arguments, machine) throws(Interruption) in
      try arguments.expect(name, count...count)
      let x = try machine.numPyArgument(arguments[0], name)
      let y = count == 2 ? try machine.numPyArgument(arguments[1], name) : x
      if keepsIntegers { try machine.refuseIntegers(arguments, name) }
      let result =
        count == 2 ? machine.tape.apply(operation, x, y) : machine.tape.apply(operation, x)
      return machine.tracing.value(result, isNumPy: true)
    }
  }

  /// Defines `isnan`, `isinf` and `isfinite`; `number` takes the argument of the function so named.
  func defineFloatTests(
    in module: NativeModule,
    number: @escaping (Value, String, Machine) throws(Interruption) -> Traced
  ) {
    let tests: [(String, (Double) -> Bool)] = [
      ("isnan", { $0.isNaN }), ("isinf", { $0.isInfinite }), ("isfinite", { $0.isFinite }),
    ]
    for (name, test) in tests {
      module.define(
        name,
        makeNative(name) { (arguments, machine) throws(Interruption) in
          try arguments.expect("\(module.name == "math" ? "math." : "")\(name)", 1...1)
          return Value(test(try number(arguments[0], name, machine).value))
        })
    }
  }
}
