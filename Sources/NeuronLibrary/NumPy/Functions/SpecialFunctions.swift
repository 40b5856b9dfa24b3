import Backprop
import NeuronRuntime

// Functions of signals: windows, sin(πx)/πx, phases without jumps.

extension Machine {
  func defineSpecialFunctions(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("sinc", "x") { (call) throws(Interruption) in
      let x = try call.math.float(try call.array(0))
      let isZero = try call.math.compare(.equal, x, try call.math.number(0))
      let angle =
        try Double.pi
        * call.formula(try call.math.select(isZero, try call.math.number(1e-20), x))
      let sine = call.formula(try call.math.elementwise(.sin, angle.traced))
      // At 0 its series, which has the value 1 and the derivatives that the quotient has not.
      let square = try Double.pi * Double.pi * (call.formula(x) * call.formula(x))
      let one = call.formula(try call.math.number(1))
      var series = one
      for factor in [72.0, 42, 20, 6] { series = try one - square / factor * series }
      return try call.value(
        try call.math.select(isZero, series.traced, (sine / angle).traced))
    }
    defineWindows(functions)
    for (name, infinity) in [("isposinf", Double.infinity), ("isneginf", -.infinity)] {
      functions.define(name, "x, out=") { (call) throws(Interruption) in
        let x = try call.array(0)
        let result = try call.math.compare(.equal, x, try call.math.number(infinity))
        return try call.value(TracedArray(result), into: 1)
      }
    }
    for (name, answer) in [("isreal", UInt8(1)), ("iscomplex", 0)] {
      functions.define(name, "x") { (call) throws(Interruption) in
        try call.value(try call.math.filled(answer, try call.array(0).array.shape))
      }
    }
    functions.define("real", "val") { (call) throws(Interruption) in
      let value = call.given(0) ?? .none
      if call.machine.integer(value) != nil || value.isFloat { return value }
      return try call.arrayValue(try call.array(0))
    }
    functions.define("imag", "val") { (call) throws(Interruption) in
      let value = call.given(0) ?? .none
      if call.machine.integer(value) != nil { return Value(0) }
      if value.isFloat { return value.isNumPy ? Value(numpy: 0.0) : Value(0.0) }
      let x = try call.array(0).array
      return try call.arrayValue(
        try call.math.converted(try call.math.filled(UInt8(0), x.shape), to: x.dtype))
    }
    functions.define("angle", "z, deg=") { (call) throws(Interruption) in
      let x = try call.math.float(try call.array(0))
      let angle = try call.math.elementwise(.atan2, try call.math.number(0), x)
      if !(try call.flag(1)) { return try call.value(angle) }
      return try call.value(
        try call.math.multiply(angle, try call.math.number(180 / .pi)))
    }
    functions.define("iterable", "y") { (call) throws(Interruption) in
      Value(call.machine.canIterate(call.given(0) ?? .none))
    }
    functions.define("unwrap", "p, discont=, axis=, *, period=") { (call) throws(Interruption) in
      try call.unwrapped()
    }
  }

  /// Sums of cosines over −π…π, or a triangle.
  private func defineWindows(_ functions: ArrayFunctions) {
    for (name, terms) in [
      ("hanning", [0.5, 0.5]), ("hamming", [0.54, 0.46]), ("blackman", [0.42, 0.5, 0.08]),
    ] {
      functions.define(name, "M") { (call) throws(Interruption) in
        try call.window { (place, width) throws(Interruption) in
          let angle = try Double.pi * place / width
          var result = try call.formula(call.math.number(terms[0])) + terms[1] * cosine(angle)
          if terms.count > 2 { result = try result + terms[2] * cosine(2.0 * angle) }
          return result
        }
      }
    }
    functions.define("bartlett", "M") { (call) throws(Interruption) in
      try call.window { (place, width) throws(Interruption) in
        let ratio = try place / width
        let isLeft = try call.math.compare(
          .lessOrEqual, place.traced, try call.math.number(0))
        return call.formula(
          try call.math.select(
            isLeft, try (ratio + 1).traced, try (ratio.number(1) - ratio).traced))
      }
    }
  }
}

private func cosine(_ x: ArrayFormula) throws(Interruption) -> ArrayFormula {
  ArrayFormula(x.math, try x.math.elementwise(.cos, x.traced))
}

extension ArrayCall {
  /// - Parameter body: gets 1 − M, 3 − M, …, M − 1, and M − 1.
  fileprivate func window(
    _ body: (ArrayFormula, Double) throws(Interruption) -> ArrayFormula
  ) throws(Interruption) -> Value {
    let size = try number(0, else: 0)
    if size < 1 { return try arrayValue(try math.floats([])) }
    if size == 1 { return try arrayValue(try math.filled(1.0, [1])) }
    let count = Int(exactly: min(size, 0x1p62).rounded(.up)) ?? 0
    let places = try math.empty([count], .float64)
    for index in 0..<count { places.pointer(Double.self)[index] = 1 - size + 2 * Double(index) }
    return try arrayValue(try body(formula(TracedArray(places)), size - 1).traced)
  }

  /// Without jumps of more than half a period.
  fileprivate func unwrapped() throws(Interruption) -> Value {
    let x = try array(0)
    let axis = try axis(2, else: -1, rank: x.array.rank)
    let period = try number(3, else: 2 * .pi)
    let isWhole = x.array.dtype != .float64 && period == period.rounded()
    if isWhole, period.remainder(dividingBy: 2) != 0 || !(x.array.dtype == .int64) {
      throw refuse("whole numbers with an odd period", instead: "make them floats")
    }
    let values = formula(try math.float(x))
    let steps = formula(try math.differences(values.traced, axis: axis))
    let (low, high) = (-period / 2, period / 2)
    let wrapped = try math.elementwise(
      .modulo, try (steps - low).traced, try math.number(period))
    var jump = try formula(wrapped) + low
    let isLow = try math.compare(.equal, jump.traced, try math.number(low))
    let isUp = try math.compare(.greater, steps.traced, try math.number(0))
    if !isWhole || period.remainder(dividingBy: 2) == 0 {
      let both = try math.compare(
        .equal,
        try math.add(TracedArray(isLow), try math.add(TracedArray(isUp), try math.integer(0))),
        try math.integer(2))
      jump = formula(try math.select(both, try math.number(high), jump.traced))
    }
    var correction = try (jump - steps).traced
    let discontinuity = try max(number(1, else: high), high)
    let isSmall = try math.compare(
      .less, try steps.magnitude().traced, try math.number(discontinuity))
    correction = try math.select(isSmall, try math.number(0), correction)
    let shift = try math.accumulated(correction, axis: axis, dtype: .float64, isSum: true)
    let count = x.array.shape[axis]
    let first = try values.slice(0, min(count, 1), axis: axis)
    let rest = try values.slice(min(count, 1), max(count - 1, 0), axis: axis) + formula(shift)
    let result = try math.concatenated([first.traced, rest.traced], axis: axis)
    return try arrayValue(try math.converted(result, to: isWhole ? .int64 : .float64))
  }
}
