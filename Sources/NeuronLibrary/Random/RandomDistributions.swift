import Backprop
import NeuronRuntime

// The distributions. Each draws as many numbers, and computes with them in the same order, as
// CPython's `random.py`; the last step is done by the language's own operators, so that what is traced
// or an integer stays so.

extension RandomMethod {
  static let distributions = [
    RandomMethod("uniform", ["a", "b"]) { (source, arguments, machine) throws(Interruption) in
      let (a, b) = (arguments.value(0), arguments.value(1))
      let width = try machine.operate(.subtract, b, a)
      let unit = Value(try source.unit(in: machine))
      return try machine.operate(.add, a, try machine.operate(.multiply, width, unit))
    },
    RandomMethod("triangular", ["low=", "high=", "mode="]) {
      (source, arguments, machine) throws(Interruption) in
      try machine.triangular(
        source, arguments[0] ?? Value(0.0), arguments[1] ?? Value(1.0), arguments[2] ?? .none)
    },
    RandomMethod("normalvariate", ["mu=", "sigma="]) {
      (source, arguments, machine) throws(Interruption) in
      try machine.scaled(try source.normal(in: machine), arguments[0], arguments[1])
    },
    RandomMethod("gauss", ["mu=", "sigma="]) {
      (source, arguments, machine) throws(Interruption) in
      try machine.scaled(try source.gauss(in: machine), arguments[0], arguments[1])
    },
    RandomMethod("lognormvariate", ["mu", "sigma"]) {
      (source, arguments, machine) throws(Interruption) in
      let normal = try machine.scaled(try source.normal(in: machine), arguments[0], arguments[1])
      let x = try machine.realArgument(normal)
      let value = Elementary.exp(x)
      if value.isInfinite, x.isFinite { throw .raised(.overflow, "math range error") }
      return Value(value)
    },
    RandomMethod("expovariate", ["lambd"]) { (source, arguments, machine) throws(Interruption) in
      let drawn = Value(-Elementary.log(1 - (try source.unit(in: machine))))
      return try machine.operate(.divide, drawn, arguments.value(0))
    },
    RandomMethod("vonmisesvariate", ["mu", "kappa"]) {
      (source, arguments, machine) throws(Interruption) in
      Value(
        try source.vonMises(
          try machine.realArgument(arguments.value(0)),
          try machine.realArgument(arguments.value(1)), in: machine))
    },
    RandomMethod("gammavariate", ["alpha", "beta"]) {
      (source, arguments, machine) throws(Interruption) in
      Value(
        try source.gamma(
          try machine.realArgument(arguments.value(0)),
          try machine.realArgument(arguments.value(1)), in: machine))
    },
    RandomMethod("betavariate", ["alpha", "beta"]) {
      (source, arguments, machine) throws(Interruption) in
      let y = try source.gamma(try machine.realArgument(arguments.value(0)), 1, in: machine)
      if y == 0 { return Value(0.0) }
      let other = try source.gamma(try machine.realArgument(arguments.value(1)), 1, in: machine)
      return Value(y / (y + other))
    },
    RandomMethod("paretovariate", ["alpha"]) { (source, arguments, machine) throws(Interruption) in
      let unit = Value(1 - (try source.unit(in: machine)))
      let exponent = try machine.operate(.divide, Value(-1.0), arguments.value(0))
      return try machine.operate(.power, unit, exponent)
    },
    RandomMethod("weibullvariate", ["alpha", "beta"]) {
      (source, arguments, machine) throws(Interruption) in
      let drawn = Value(-Elementary.log(1 - (try source.unit(in: machine))))
      let exponent = try machine.operate(.divide, Value(1.0), arguments.value(1))
      let power = try machine.operate(.power, drawn, exponent)
      return try machine.operate(.multiply, arguments.value(0), power)
    },
  ]
}

extension Machine {
  fileprivate func realArgument(_ value: Value) throws(Interruption) -> Double {
    try tracedArgument(value).value
  }

  /// `mu + z * sigma`.
  fileprivate func scaled(
    _ z: Double, _ mu: Value?, _ sigma: Value?
  ) throws(Interruption) -> Value {
    try operate(
      .add, mu ?? Value(0.0), try operate(.multiply, Value(z), sigma ?? Value(1.0)))
  }

  fileprivate func triangular(
    _ source: RandomSource, _ low: Value, _ high: Value, _ mode: Value
  ) throws(Interruption) -> Value {
    var unit = try source.unit(in: self)
    var (low, high) = (low, high)
    var turn = 0.5
    if !mode.isNone {
      let width = try operate(.subtract, high, low)
      if try !isTrue(width) { return low }
      turn = try realArgument(try operate(.divide, try operate(.subtract, mode, low), width))
    }
    if unit > turn {
      unit = 1 - unit
      turn = 1 - turn
      swap(&low, &high)
    }
    let product = unit * turn
    if product < 0 { throw .raised(.value, "math domain error") }
    return try operate(
      .add, low,
      try operate(.multiply, try operate(.subtract, high, low), Value(product.squareRoot())))
  }
}

extension RandomSource {
  /// Kinderman and Monahan, "Computer generation of random variables using the ratio of uniform
  /// deviates", ACM TOMS 3 (1977).
  fileprivate func normal(in machine: Machine) throws(Interruption) -> Double {
    let scale = 4 * Elementary.exp(-0.5) / (2.0).squareRoot()
    while true {
      let first = try unit(in: machine)
      let second = 1 - (try unit(in: machine))
      let z = scale * (first - 0.5) / second
      if z * z / 4 <= -Elementary.log(second) { return z }
    }
  }

  /// Box and Muller: two numbers at a time, one kept for the next call.
  fileprivate func gauss(in machine: Machine) throws(Interruption) -> Double {
    if let spare = spareGauss {
      spareGauss = nil
      return spare
    }
    let angle = try unit(in: machine) * (2 * Double.pi)
    let radius = (-2 * Elementary.log(1 - (try unit(in: machine)))).squareRoot()
    spareGauss = Elementary.sin(angle) * radius
    return Elementary.cos(angle) * radius
  }

  /// Fisher, "Statistical Analysis of Circular Data" (1993), page 49.
  fileprivate func vonMises(
    _ mean: Double, _ kappa: Double, in machine: Machine
  ) throws(Interruption) -> Double {
    let turn = 2 * Double.pi
    if kappa <= 1e-6 { return turn * (try unit(in: machine)) }
    let s = 0.5 / kappa
    let r = s + (1 + s * s).squareRoot()
    var z: Double
    while true {
      z = Elementary.cos(.pi * (try unit(in: machine)))
      let d = z / (r + z)
      let u = try unit(in: machine)
      if u < 1 - d * d || u <= (1 - d) * Elementary.exp(d) { break }
    }
    let q = 1 / r
    let angle = Elementary.acos((q + z) / (1 + q * z))
    return remainder(try unit(in: machine) > 0.5 ? mean + angle : mean - angle, turn)
  }

  /// Python's `%` of floats, for a positive divisor.
  private func remainder(_ x: Double, _ divisor: Double) -> Double {
    let rest = x.truncatingRemainder(dividingBy: divisor)
    return rest < 0 ? rest + divisor : rest == 0 ? 0 : rest
  }

  /// Cheng, "The generation of Gamma variables with non-integral shape parameters" (1977), above 1;
  /// Kennedy and Gentle's GS below.
  fileprivate func gamma(
    _ alpha: Double, _ beta: Double, in machine: Machine
  ) throws(Interruption) -> Double {
    if alpha <= 0 || beta <= 0 {
      throw .raised(.value, "gammavariate: alpha and beta must be > 0.0")
    }
    if alpha == 1 { return -Elementary.log(1 - (try unit(in: machine))) * beta }
    return try (alpha > 1 ? steepGamma(alpha, in: machine) : flatGamma(alpha, in: machine)) * beta
  }

  private func steepGamma(_ alpha: Double, in machine: Machine) throws(Interruption) -> Double {
    let inverse = (2 * alpha - 1).squareRoot()
    let b = alpha - Elementary.log(4)
    let c = alpha + inverse
    let magic = 1 + Elementary.log(4.5)
    while true {
      let first = try unit(in: machine)
      if !(1e-7 < first && first < 0.9999999) { continue }
      let second = 1 - (try unit(in: machine))
      let v = Elementary.log(first / (1 - first)) / inverse
      let x = alpha * Elementary.exp(v)
      let z = first * first * second
      let r = b + c * v - x
      if r + magic - 4.5 * z >= 0 || r >= Elementary.log(z) { return x }
    }
  }

  private func flatGamma(_ alpha: Double, in machine: Machine) throws(Interruption) -> Double {
    let e = 2.718281828459045
    while true {
      let b = (e + alpha) / e
      let p = b * (try unit(in: machine))
      let x =
        p <= 1 ? Elementary.pow(p, 1 / alpha) : -Elementary.log((b - p) / alpha)
      let u = try unit(in: machine)
      if p > 1 ? u <= Elementary.pow(x, alpha - 1) : u <= Elementary.exp(-x) { return x }
    }
  }
}
