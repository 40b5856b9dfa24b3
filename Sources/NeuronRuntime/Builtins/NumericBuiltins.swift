import Backprop
import BigInt
import NeuronSyntax

// `abs`, `round`, `pow`, `divmod`, `sum`, `min`, `max` and the writing of integers.

extension Machine {
  func installNumericBuiltins() {
    builtin("abs", scalar: .init(.absolute) { $0.magnitude }) {
      (arguments, machine) throws(Interruption) in
      try arguments.expect("abs", 1...1)
      return try machine.absolute(arguments[0])
    }
    builtin("round") { (arguments, machine) throws(Interruption) in
      try arguments.expectAtMost("round", ["number", "ndigits"])
      guard let number = arguments.value(at: 0, or: "number") else {
        throw .raised(.type, "round() missing required argument 'number' (pos 1)")
      }
      let digits = arguments.value(at: 1, or: "ndigits") ?? .none
      // A number asks for a whole number of digits; what an instance takes is its own affair.
      return try machine.round(
        number, number.kind == .instance ? digits : try machine.indexValue(digits))
    }
    builtin("pow") { (arguments, machine) throws(Interruption) in
      try arguments.expectAtMost("pow", ["base", "exp", "mod"])
      guard let base = arguments.value(at: 0, or: "base") else {
        throw .raised(.type, "pow() missing required argument 'base' (pos 1)")
      }
      guard let exponent = arguments.value(at: 1, or: "exp") else {
        throw .raised(.type, "pow() missing required argument 'exp' (pos 2)")
      }
      guard let modulus = arguments.value(at: 2, or: "mod"), !modulus.isNone else {
        return try machine.binary(.power, base, exponent, false)
      }
      if let method = machine.specialMethod(.power, of: base) {
        let result = try machine.callSpecial(method, on: base, [exponent, modulus])
        if result.kind != .notImplemented { return result }
      }
      return try machine.modularPower(
        base.builtinPart ?? base, exponent.builtinPart ?? exponent, modulus)
    }
    builtin("divmod") { (arguments, machine) throws(Interruption) in
      try arguments.expect("divmod", 2...2)
      if let result = try machine.instanceDivmod(arguments[0], arguments[1]) { return result }
      if machine.foreign(arguments[0])?.isNumeric != true,
        machine.foreign(arguments[1])?.isNumeric != true
      {
        try machine.checkDivisible(arguments[0], arguments[1])
      }
      return try machine.heap.tuple([
        try machine.binary(.floorDivide, arguments[0], arguments[1], false),
        try machine.binary(.modulo, arguments[0], arguments[1], false),
      ])
    }
    builtin("sum") { (arguments, machine) throws(Interruption) in
      if arguments.count == 0 {
        throw .raised(.type, "sum() takes at least 1 positional argument (0 given)")
      }
      try arguments.expectAtMost("sum", ["iterable", "start"])
      let iterator = try machine.makeIterator(arguments[0])
      let start = arguments.value(at: 1, or: "start") ?? Value(0)
      if start.kind == .string {
        throw .raised(.type, "sum() can't sum strings [use ''.join(seq) instead]")
      }
      return try machine.sum(arguments[0].kind == .list ? arguments[0] : iterator, start)
    }
    for (name, comparison) in [("min", ComparisonOperator.less), ("max", .greater)] {
      builtin(name) { (arguments, machine) throws(Interruption) in
        try machine.extreme(name, comparison, arguments)
      }
    }
    for (name, radix, prefix) in [("bin", 2, "0b"), ("oct", 8, "0o"), ("hex", 16, "0x")] {
      builtin(name) { (arguments, machine) throws(Interruption) in
        try arguments.expect(name, 1...1)
        let value = try machine.indexValue(arguments[0])
        guard let number = Number(value, machine), !value.isFloat else {
          throw .raised(
            .type,
            "'\(machine.typeName(arguments[0]))' object cannot be interpreted as an integer")
        }
        let sign = number.big < 0 ? "-" : ""
        return try machine.heap.string(
          sign + prefix + (try IntegerText.digits(number.big.magnitude, radix: radix)))
      }
    }
  }

  private func sum(_ source: Value, _ start: Value) throws(Interruption) -> Value {
    if source.kind == .generator {
      return try drain(source, by: .sum, into: start) { (item, total) throws(Interruption) in
        total = try binary(.add, total, item, false)
        return true
      }
    }
    var total = start
    if source.kind == .list {
      var index = 0
      while index < source.listObject.pointee.count {
        let item = source.listObject.pointee.items[index]
        if !Fast.add(total, item, &total) { total = try binary(.add, total, item, false) }
        index += 1
      }
      try spendSteps(index)
      return total
    }
    return try heap.pinning(source) { () throws(Interruption) in
      while let item = try next(keeping: total, of: source) {
        if !Fast.add(total, item, &total) { total = try binary(.add, total, item, false) }
      }
      return total
    }
  }

  private func instanceDivmod(_ x: Value, _ y: Value) throws(Interruption) -> Value? {
    guard x.kind == .instance || y.kind == .instance else { return nil }
    if let result = try dispatch(x, .divmod, y, .reflectedDivmod) { return result }
    guard let a = x.builtinPart, let b = y.builtinPart else { return nil }
    return try callBuiltin("divmod", [a, b])
  }

  /// Complains about what `divmod` cannot divide, in words of its own.
  private func checkDivisible(_ x: Value, _ y: Value) throws(Interruption) {
    guard Number(x, self) != nil, let divisor = Number(y, self) else {
      throw .raised(
        .type,
        "unsupported operand type(s) for divmod(): '\(typeName(x))' and '\(typeName(y))'")
    }
    let isZero =
      if case .float(let float, _) = divisor { float.value == 0 } else { divisor.big == 0 }
    if isZero, x.isFloat || y.isFloat, !x.isNumPy, !y.isNumPy {
      throw .raised(.zeroDivision, "float divmod()")
    }
  }

  private func absolute(_ value: Value) throws(Interruption) -> Value {
    if let value = try numPyUnary("abs", value) { return value }
    switch Number(value, self) {
    case .int(let int) where int != .min: return Value(abs(int))
    case .int(let int): return try heap.integer(-BigInt(int))
    case .big(let big): return try heap.integer(abs(big))
    case .float(let traced, let isNumPy):
      return tracing.value(tape.apply(.absolute, traced), isNumPy: isNumPy)
    case nil:
      if let value = try foreign(value)?.unary("abs", in: self) { return value }
      if let method = specialMethod(.absolute, of: value) {
        return try callSpecial(method, on: value)
      }
      if let part = value.builtinPart, value.kind == .instance { return try absolute(part) }
      throw .raised(.type, "bad operand type for abs(): '\(typeName(value))'")
    }
  }

  // MARK: Rounding

  private func round(_ value: Value, _ digits: Value) throws(Interruption) -> Value {
    guard let number = Number(value, self) else {
      if let method = specialMethod(.round, of: value) {
        return try callSpecial(method, on: value, digits.isNone ? [] : [digits])
      }
      if let part = value.builtinPart, value.kind == .instance { return try round(part, digits) }
      throw .raised(
        .type, "type \(typeName(value)) doesn't define __round__ method")
    }
    if value.isNumPy { return try numPyRound(value, digits) }
    if digits.isNone {
      guard case .float(let float, _) = number else {
        return value.kind == .bool ? Value(value.int) : value
      }
      return try truncated(float.value.rounded(.toNearestOrEven))
    }
    guard digits.kind == .int || digits.kind == .bool else {
      throw .raised(
        .type, "'\(typeName(digits))' object cannot be interpreted as an integer")
    }
    switch number {
    case .float(let float, let isNumPy):
      return tracing.value(
        Traced(try rounded(float.value, digits: digits.int)), isNumPy: isNumPy)
    case .int, .big:
      if digits.int >= 0 { return value.kind == .bool ? Value(value.int) : value }
      return try roundInteger(number.big, places: digits.int == .min ? .max : -digits.int)
    }
  }

  /// Half-even in the exact decimal value, as CPython: by writing the digits and reading them back.
  private func rounded(_ value: Double, digits: Int) throws(Interruption) -> Double {
    if !value.isFinite || value == 0 || digits > 323 { return value }
    if digits < -308 { return Double(signOf: value, magnitudeOf: 0) }
    if digits >= 0 {
      return Double(FloatText.fixed(value, "f", precision: digits)) ?? value
    }
    // Left of the point: all digits of a float's whole part are exact.
    let exact = FloatText.fixed(value.magnitude, "f", precision: 0)
    let hasFraction = value != value.rounded(.towardZero)
    guard let whole = BigInt(exact) else { return value }
    let truncated = hasFraction ? BigInt(value.magnitude.rounded(.down)) : whole
    let unit = BigInt(10).power(-digits)
    let (down, remainder) = truncated.quotientAndRemainder(dividingBy: unit)
    let twice = remainder * 2
    let roundsUp = twice > unit || twice == unit && (hasFraction || down % 2 != 0)
    let quotient = roundsUp ? down + 1 : down
    let result = IntegerDivision.nearestDouble(quotient * unit)
    if result.isInfinite {
      throw .raised(.overflow, "rounded value too large to represent")
    }
    return Double(signOf: value, magnitudeOf: result)
  }

  private func roundInteger(_ value: BigInt, places: Int) throws(Interruption) -> Value {
    if places > value.magnitude.bitWidth { return Value(0) }
    let words = value.magnitude.bitWidth / 64 + 1
    try spendSteps(words.multipliedReportingOverflow(by: words).partialValue)
    let unit = BigInt(10).power(places)
    let (quotient, remainder) = IntegerDivision.floor(value, unit)
    let twice = remainder * 2
    let roundsUp = twice > unit || twice == unit && quotient % 2 != 0
    return try heap.integer((roundsUp ? quotient + 1 : quotient) * unit)
  }

  // MARK: Powers, extremes

  private func modularPower(
    _ base: Value, _ exponent: Value, _ modulus: Value
  ) throws(Interruption) -> Value {
    guard let x = Number(base, self), let y = Number(exponent, self),
      let m = Number(modulus, self), !base.isNumPy, !exponent.isNumPy, !base.isFloat,
      !exponent.isFloat, !modulus.isFloat
    else {
      if base.isNumPy || exponent.isNumPy
        || [base, exponent, modulus].contains(where: { Number($0, self) == nil })
      {
        let names = [base, exponent, modulus].map { "'\(typeName($0))'" }
        throw .raised(
          .type,
          "unsupported operand type(s) for ** or pow(): \(names.joined(separator: ", "))")
      }
      throw .raised(
        .type, "pow() 3rd argument not allowed unless all arguments are integers")
    }
    if m.big == 0 { throw .raised(.value, "pow() 3rd argument cannot be 0") }
    if m.big.magnitude == 1 { return Value(0) }
    let size = m.big.magnitude.bitWidth
    let words = size / 64 + 1
    let (steps, overflow) = y.big.magnitude.bitWidth.multipliedReportingOverflow(by: words * words)
    try spendSteps(overflow ? .max : steps)
    var base = x.big
    if y.big < 0 {
      guard let inverse = base.inverse(m.big.magnitude.asBigInt) else {
        throw .raised(.value, "base is not invertible for the given modulus")
      }
      base = inverse
    }
    let power = base.power(y.big.magnitude.asBigInt, modulus: m.big.magnitude.asBigInt)
    return try heap.integer(IntegerDivision.floor(power, m.big).remainder)
  }

  private func extreme(
    _ name: String, _ comparison: ComparisonOperator, _ arguments: Arguments
  ) throws(Interruption) -> Value {
    try arguments.expectKeywords(name, ["key", "default"])
    if arguments.count == 0 {
      throw .raised(.type, "\(name) expected at least 1 argument, got 0")
    }
    if arguments.count > 1, arguments.keyword("default") != nil {
      throw .raised(
        .type, "Cannot specify a default for \(name)() with multiple positional arguments")
    }
    let source = try makeIterator(
      arguments.count == 1 ? arguments[0] : try heap.tuple(arguments.positional))
    let key = arguments.keyword("key") ?? .none
    // The best item and its measure, where the collector sees them.
    let best = try heap.list([.unbound, .unbound])
    let slots = best.listObject.pointee.items
    try heap.pinning([source, best]) { () throws(Interruption) in
      while let item = try next(source) {
        spend(64)
        let measure =
          key.isNone
          ? item
          : try heap.pinning([item]) { () throws(Interruption) in try call(key, [item]) }
        let isBetter: Bool
        if slots[1].isUnbound {
          isBetter = true
        } else if let fast = comparison == .less
          ? Fast.less(measure, slots[1]) : Fast.less(slots[1], measure)
        {
          isBetter = fast
        } else {
          isBetter = try compare(comparison, measure, slots[1])
        }
        if isBetter {
          slots[0] = item
          slots[1] = measure
        }
      }
    }
    if !slots[0].isUnbound { return slots[0] }
    if let missing = arguments.keyword("default") { return missing }
    throw .raised(.value, "\(name)() arg is an empty sequence")
  }

  /// What a `key=` function gives for each item; the items themselves for `None`.
  func keys(of items: [Value], by key: Value) throws(Interruption) -> [Value] {
    if key.isNone { return items }
    let kept = try heap.list(items)
    let made = try heap.emptyList(capacity: items.count)
    return try heap.pinning([kept, made, key]) { () throws(Interruption) in
      for item in items { try heap.append(try call(key, item), to: made) }
      return self.items(of: made)
    }
  }
}

extension BigUInt {
  fileprivate var asBigInt: BigInt { BigInt(self) }
}
