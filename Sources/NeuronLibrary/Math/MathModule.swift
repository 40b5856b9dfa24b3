import Backprop
import NeuronRuntime

/// Python's `math`.
func makeMathModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "math")
  for (name, value) in [
    ("pi", Double.pi), ("e", 2.718281828459045), ("tau", 2 * Double.pi), ("inf", .infinity),
    ("nan", .nan),
  ] {
    module.define(name, Value(value))
  }
  for function in ElementaryFunction.all {
    let name = function.mathName
    module.define(
      name,
      machine.mathFunction(name, function.operation, canOverflow: function.canOverflow))
  }
  defineLogarithms(module, machine)
  defineFloatParts(module, machine)
  defineDistances(module, machine)
  defineBinaryFunctions(module, machine)
  defineRounding(module, machine)
  defineTests(module, machine)
  defineIntegerFunctions(module, machine)
  return module
}

private func defineBinaryFunctions(_ module: NativeModule, _ machine: Machine) {
  for (name, operation) in [
    ("pow", Operation.power), ("atan2", .atan2), ("copysign", .copySign),
  ] {
    module.define(
      name,
      machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMath(name, 2...2)
        let x = try machine.tracedArgument(arguments[0])
        let y = try machine.tracedArgument(arguments[1])
        let value = operation.value(x.value, y.value)
        let isProper = x.value.isFinite && y.value.isFinite
        if isProper, value.isNaN || value.isInfinite && x.value == 0 {
          throw .raised(.value, "math domain error")
        }
        if isProper, value.isInfinite { throw .raised(.overflow, "math range error") }
        return machine.plain(machine.tape.record(operation, x, y, value: value))
      })
  }
  module.define(
    "fmod",
    machine.makeNative("fmod") { (arguments, machine) throws(Interruption) in
      try arguments.expectMath("fmod", 2...2)
      let x = try machine.tracedArgument(arguments[0])
      let y = try machine.tracedArgument(arguments[1])
      if y.value == 0 || x.value.isInfinite, !x.value.isNaN, !y.value.isNaN {
        throw .raised(.value, "math domain error")
      }
      let value = x.value.truncatingRemainder(dividingBy: y.value)
      return machine.plain(machine.tape.record(.modulo, x, y, value: value))
    })
  for (name, factor) in [("degrees", 180 / Double.pi), ("radians", Double.pi / 180)] {
    module.define(
      name,
      machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMath(name, 1...1)
        let x = try machine.tracedArgument(arguments[0])
        return machine.plain(machine.tape.apply(.multiply, x, Traced(factor)))
      })
  }
}

private func defineRounding(_ module: NativeModule, _ machine: Machine) {
  module.define(
    "fabs",
    machine.makeNative("fabs") { (arguments, machine) throws(Interruption) in
      try arguments.expectMath("fabs", 1...1)
      return machine.plain(
        machine.tape.apply(.absolute, try machine.tracedArgument(arguments[0])))
    })
  for (name, rule) in [
    ("floor", FloatingPointRoundingRule.down), ("ceil", .up), ("trunc", .towardZero),
  ] {
    module.define(
      name,
      machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMath(name, 1...1)
        if let whole = machine.integer(arguments[0]) { return whole }
        if let result = try machine.callOwnMethod("__\(name)__", of: arguments[0]) {
          return result
        }
        if name == "trunc", try machine.tracedNumber(arguments[0]) == nil {
          throw .raised(
            .type, "type \(machine.typeName(arguments[0])) doesn't define __trunc__ method")
        }
        let x = try machine.tracedArgument(arguments[0])
        return try machine.truncated(x.value.rounded(rule))
      })
  }
}

private let isCloseSignature = ClinicSignature(
  name: "isclose", parameters: ["a", "b", "rel_tol", "abs_tol"], required: 2, keywordOnly: 2)

private func defineTests(_ module: NativeModule, _ machine: Machine) {
  machine.defineFloatTests(in: module) { (value, _, machine) throws(Interruption) in
    try machine.tracedArgument(value)
  }
  module.define(
    "isclose",
    machine.makeNative("isclose") { (arguments, machine) throws(Interruption) in
      let bound = try isCloseSignature.bind(arguments)
      let (a, b) = (bound[0] ?? .none, bound[1] ?? .none)
      func tolerance(_ index: Int, _ missing: Double) throws(Interruption) -> Double {
        guard let value = bound[index] else { return missing }
        return try machine.tracedArgument(value).value
      }
      let x = try machine.tracedArgument(a).value
      let y = try machine.tracedArgument(b).value
      let relative = try tolerance(2, 1e-9)
      let absolute = try tolerance(3, 0)
      if relative < 0 || absolute < 0 { throw .raised(.value, "tolerances must be non-negative") }
      if x == y { return .true }
      if x.isInfinite || y.isInfinite { return .false }
      let difference = abs(x - y)
      return Value(difference <= relative * max(abs(x), abs(y)) || difference <= absolute)
    })
  module.define(
    "prod",
    machine.makeNative("prod") { (arguments, machine) throws(Interruption) in
      try arguments.expectKeywords("prod", ["start"])
      try arguments.expectPositional("prod", 1...1)
      var result = arguments.keyword("start") ?? Value(1)
      for item in try machine.allItems(of: arguments[0]) {
        result = try machine.multiply(result, item)
      }
      return result
    })
  module.define(
    "fsum",
    machine.makeNative("fsum") { (arguments, machine) throws(Interruption) in
      try arguments.expectMath("fsum", 1...1)
      var sum = ExactSum()
      for item in try machine.allItems(of: arguments[0]) {
        let x = try machine.tracedArgument(item)
        if !x.isConstant {
          throw .raised(.type, "math.fsum has no derivative here: use sum")
        }
        try sum.add(x.value)
      }
      return Value(try sum.value())
    })
}

private func defineIntegerFunctions(_ module: NativeModule, _ machine: Machine) {
  for name in ["factorial", "isqrt"] {
    module.define(
      name,
      machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMath(name, 1...1)
        return name == "factorial"
          ? try machine.factorial(arguments[0]) : try machine.integerSquareRoot(arguments[0])
      })
  }
  for name in ["gcd", "lcm"] {
    module.define(
      name,
      machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMath(name, 0...Int.max)
        return try machine.commonMeasure(arguments.positional, isGreatest: name == "gcd")
      })
  }
  for name in ["comb", "perm"] {
    module.define(
      name,
      machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMath(name, name == "comb" ? 2...2 : 1...2)
        if arguments.count == 1 || name == "perm" && arguments[1].isNone {
          return try machine.factorial(arguments[0])
        }
        return try machine.arrangements(
          arguments[0], arguments[1], isOrdered: name == "perm")
      })
  }
}

/// A sum without rounding but at its end, by Shewchuk's growing expansions ("Adaptive Precision
/// Floating-Point Arithmetic", 1997), as Python's `fsum`.
private struct ExactSum {
  /// Non-overlapping parts, the smallest first.
  private var parts: [Double] = []
  private var special = 0.0
  private var infinities = 0.0

  mutating func add(_ x: Double) throws(Interruption) {
    if !x.isFinite {
      special += x
      if x.isInfinite { infinities += x }
      return
    }
    var x = x
    var kept: [Double] = []
    for part in parts {
      let (large, small) = abs(x) < abs(part) ? (part, x) : (x, part)
      let high = large + small
      let low = small - (high - large)
      if low != 0 { kept.append(low) }
      x = high
    }
    if !x.isFinite { throw .raised(.overflow, "intermediate overflow in fsum") }
    parts = kept + [x]
  }

  /// The exact sum rounded once, half to even.
  func value() throws(Interruption) -> Double {
    if infinities.isNaN { throw .raised(.value, "-inf + inf in fsum") }
    if special != 0 { return special }
    var rest = parts[...]
    guard var high = rest.popLast() else { return 0 }
    var low = 0.0
    while let next = rest.popLast() {
      let sum = high + next
      low = next - (sum - high)
      high = sum
      if low != 0 { break }
    }
    if let next = rest.last, low < 0 && next < 0 || low > 0 && next > 0 {
      let twice = low * 2
      if high + twice - high == twice { high += twice }
    }
    return high
  }
}

extension Arguments {
  /// Checks what a function of `math` is given, in the words of CPython's.
  func expectMath(_ name: String, _ range: ClosedRange<Int>) throws(Interruption) {
    if keywords.isEmpty, range.contains(count) { return }
    if !keywords.isEmpty { throw .raised(.type, "math.\(name)() takes no keyword arguments") }
    try expectPositional(range == 1...1 ? "math.\(name)" : name, range)
  }
}
