import Backprop
import NeuronRuntime

/// A function of one number of `math`.
struct ElementaryFunction {
  let operation: Operation
  let mathName: String
  /// Whether an infinite result means that the value is too large, rather than a pole.
  var canOverflow = false

  /// In the order of Python's documentation.
  static let all: [ElementaryFunction] = [
    .init(operation: .sqrt, mathName: "sqrt"),
    .init(operation: .cbrt, mathName: "cbrt"),
    .init(operation: .exp, mathName: "exp", canOverflow: true),
    .init(operation: .exp2, mathName: "exp2", canOverflow: true),
    .init(operation: .expm1, mathName: "expm1", canOverflow: true),
    .init(operation: .log1p, mathName: "log1p"),
    .init(operation: .sin, mathName: "sin"),
    .init(operation: .cos, mathName: "cos"),
    .init(operation: .tan, mathName: "tan"),
    .init(operation: .asin, mathName: "asin"),
    .init(operation: .acos, mathName: "acos"),
    .init(operation: .atan, mathName: "atan"),
    .init(operation: .sinh, mathName: "sinh", canOverflow: true),
    .init(operation: .cosh, mathName: "cosh", canOverflow: true),
    .init(operation: .tanh, mathName: "tanh"),
    .init(operation: .asinh, mathName: "asinh"),
    .init(operation: .acosh, mathName: "acosh"),
    .init(operation: .atanh, mathName: "atanh"),
    .init(operation: .erf, mathName: "erf"),
    .init(operation: .erfc, mathName: "erfc"),
    .init(operation: .gamma, mathName: "gamma", canOverflow: true),
    .init(operation: .logGamma, mathName: "lgamma", canOverflow: true),
  ]
}

extension Operation {
  /// The functions that loops call most, for the machine to call without ceremony.
  var scalar: NativeFunction.Scalar? {
    switch self {
    case .sqrt: .init(self) { $0.squareRoot() }
    case .exp: .init(self) { Elementary.exp($0) }
    case .expm1: .init(self) { Elementary.expm1($0) }
    case .log: .init(self) { Elementary.log($0) }
    case .log1p: .init(self) { Elementary.log1p($0) }
    case .sin: .init(self) { Elementary.sin($0) }
    case .cos: .init(self) { Elementary.cos($0) }
    case .tanh: .init(self) { Elementary.tanh($0) }
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
