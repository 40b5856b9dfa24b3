import NeuronRuntime
import NeuronSyntax

// `random`, `getrandbits`, `randrange`, `randint`.

extension RandomMethod {
  static let integers = [
    RandomMethod("random") { (source, _, machine) throws(Interruption) in
      Value(try source.unit(in: machine))
    },
    RandomMethod("getrandbits", ["k"]) { (source, arguments, machine) throws(Interruption) in
      let count = try machine.indexArgument(arguments.value(0))
      if count < 0 { throw .raised(.value, "number of bits must be non-negative") }
      return try source.bits(count, in: machine)
    },
    RandomMethod("randrange", ["start", "stop=", "step="]) {
      (source, arguments, machine) throws(Interruption) in
      try machine.randomInteger(
        source, from: arguments.value(0), to: arguments[1] ?? .none, step: arguments[2])
    },
    RandomMethod("randint", ["a", "b"]) { (source, arguments, machine) throws(Interruption) in
      try machine.randomInteger(
        source, from: arguments.value(0),
        to: try machine.operate(.add, arguments.value(1), Value(1)), step: nil)
    },
  ]
}

extension Machine {
  fileprivate func randomInteger(
    _ source: RandomSource, from start: Value, to stop: Value, step: Value?
  ) throws(Interruption) -> Value {
    let start = try wholeRangeArgument(start, "arg 1")
    if stop.isNone {
      if step != nil { throw .raised(.type, "Missing a non-None stop argument") }
      if try holds(start, .greater, Value(0)) { return try source.below(start, in: self) }
      throw .raised(.value, "empty range for randrange()")
    }
    let stop = try wholeRangeArgument(stop, "stop")
    let width = try operate(.subtract, stop, start)
    let step = try wholeRangeArgument(step ?? Value(1), "step")
    if step.isInt, step.int == 1 {
      guard try holds(width, .greater, Value(0)) else {
        let range = try [start, stop, width].map { (v) throws(Interruption) in try text(of: v) }
        throw .raised(
          .value, "empty range for randrange() (\(range.joined(separator: ", ")))")
      }
      return try operate(.add, start, try source.below(width, in: self))
    }
    if step.isInt, step.int == 0 { throw .raised(.value, "zero step for randrange()") }
    let isRising = try holds(step, .greater, Value(0))
    let reach = try operate(.add, try operate(.add, width, step), Value(isRising ? -1 : 1))
    let count = try operate(.floorDivide, reach, step)
    guard try holds(count, .greater, Value(0)) else {
      throw .raised(.value, "empty range for randrange()")
    }
    let index = try source.below(count, in: self)
    return try operate(.add, start, try operate(.multiply, step, index))
  }

  /// An integer, or a float that is one.
  private func wholeRangeArgument(_ value: Value, _ name: String) throws(Interruption) -> Value {
    if let whole = integer(value) { return whole }
    if value.isFloat {
      if value.float == value.float.rounded() { return try truncated(value.float) }
      if value.float.isNaN || value.float.isInfinite { return try truncated(value.float) }
      throw .raised(.value, "non-integer \(name) for randrange()")
    }
    throw .raised(
      .type,
      "int() argument must be a string, a bytes-like object or a real number, not '\(typeName(value))'"
    )
  }
}
