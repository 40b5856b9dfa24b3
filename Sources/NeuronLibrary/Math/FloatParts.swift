import Backprop
import NeuronRuntime

/// `modf`, `frexp`, `ldexp` and their kin: a float taken apart.
func defineFloatParts(_ module: NativeModule, _ machine: Machine) {
  func define(
    _ name: String, _ count: Int,
    _ body: @escaping ([Double], Machine) throws(Interruption) -> Value
  ) {
    module.define(
      name,
      machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMath(name, count...count)
        var numbers: [Double] = []
        for value in arguments.positional {
          let number = try machine.tracedArgument(value)
          if !number.isConstant {
            throw .raised(.type, "math.\(name) has no derivative here")
          }
          numbers.append(number.value)
        }
        return try body(numbers, machine)
      })
  }
  define("modf", 1) { (x, machine) throws(Interruption) in
    let whole = x[0].rounded(.towardZero)
    let rest = x[0].isInfinite ? 0 : (x[0] - whole).magnitude
    return try machine.heap.tuple([
      Value(x[0].isNaN ? x[0] : Double(signOf: x[0], magnitudeOf: rest)), Value(whole),
    ])
  }
  define("frexp", 1) { (x, machine) throws(Interruption) in
    if !x[0].isFinite || x[0] == 0 { return try machine.heap.tuple([Value(x[0]), Value(0)]) }
    return try machine.heap.tuple([
      Value(Double(signOf: x[0], magnitudeOf: x[0].significand / 2)), Value(Int(x[0].exponent) + 1),
    ])
  }
  define("ulp", 1) { (x, _) throws(Interruption) in
    let size = x[0].magnitude
    if !size.isFinite { return Value(size) }
    return Value(size.nextUp.isInfinite ? size - size.nextDown : size.nextUp - size)
  }
  define("nextafter", 2) { (x, _) throws(Interruption) in
    if x[0].isNaN || x[1].isNaN { return Value(Double.nan) }
    if x[0] == x[1] { return Value(x[1]) }
    return Value(x[1] > x[0] ? x[0].nextUp : x[0].nextDown)
  }
  define("remainder", 2) { (x, _) throws(Interruption) in
    if x[0].isNaN || x[1].isNaN { return Value(Double.nan) }
    if x[1] == 0 || x[0].isInfinite { throw .raised(.value, "math domain error") }
    return Value(x[1].isInfinite ? x[0] : x[0].remainder(dividingBy: x[1]))
  }
  module.define(
    "ldexp",
    machine.makeNative("ldexp") { (arguments, machine) throws(Interruption) in
      try arguments.expectMath("ldexp", 2...2)
      let x = try machine.tracedArgument(arguments[0])
      guard let exponent = machine.integer(arguments[1]) else {
        throw .raised(.type, "Expected an int as second argument to ldexp.")
      }
      return machine.plain(try machine.scaled(x, by: machine.clampedInt(exponent)))
    })
}

extension Machine {
  fileprivate func scaled(_ x: Traced, by exponent: Int) throws(Interruption) -> Traced {
    if x.value == 0 || !x.value.isFinite { return x }
    // Beyond these the result is 0 or infinite for every float.
    let exponent = max(min(exponent, 2_200), -2_200)
    let value = Double(sign: x.value.sign, exponent: exponent, significand: x.value.magnitude)
    if value.isInfinite { throw .raised(.overflow, "math range error") }
    if !x.isConstant { throw .raised(.type, "math.ldexp has no derivative here: multiply") }
    return Traced(value)
  }
}
