import Backprop
import BigInt

// What libraries need of the machine's numbers.

extension Machine {
  /// A number as a float with its tape entry; `nil` for what is no number.
  package func tracedNumber(_ value: Value) throws(Interruption) -> Traced? {
    guard let number = Number(value, self) else { return nil }
    if case .float(let traced, _) = number { return traced }
    return Traced(try double(number))
  }

  /// The value as an integer, if it is one.
  package func integer(_ value: Value) -> Value? {
    switch value.kind {
    case .bigInt: value
    case .int, .bool: Value(value.int)
    default: nil
    }
  }

  /// An integer that is too large for a float, as fraction · 2^exponent with ½ ≤ |fraction| < 1.
  package func binaryParts(ofLargeInteger value: Value) -> (fraction: Double, exponent: Int)? {
    guard value.kind == .bigInt else { return nil }
    let number = value.bigIntObject.pointee.value
    let exponent = number.magnitude.bitWidth
    if IntegerDivision.nearestDouble(number).isFinite { return nil }
    let shift = exponent - 1_000
    let head = IntegerDivision.nearestDouble(IntegerDivision.shiftRight(number, shift))
    return (head * 0x1p-1000, exponent)
  }

  /// An integer, or the nearest that fits in 64 bits.
  package func clampedInt(_ value: Value) -> Int {
    guard value.kind == .bigInt else { return value.int }
    return value.bigIntObject.pointee.value < 0 ? .min : .max
  }

  package func multiply(_ x: Value, _ y: Value) throws(Interruption) -> Value {
    try binary(.multiply, x, y, false)
  }

  func wholeNumber(_ value: Value) throws(Interruption) -> BigInt {
    guard let number = Number(value, self), !value.isFloat else {
      throw .raised(
        .type, "'\(typeName(value))' object cannot be interpreted as an integer")
    }
    return number.big
  }

  package func factorial(_ value: Value) throws(Interruption) -> Value {
    let n = try wholeNumber(value)
    if n < 0 { throw .raised(.value, "factorial() not defined for negative values") }
    guard let count = Int(exactly: n) else {
      throw .raised(
        .overflow, "factorial() argument should not exceed \(Int.max)")
    }
    if count >= 1 << 24 { throw .memoryLimit(limits.memory) }
    return try heap.integer(try product(1, count))
  }

  /// low · (low + 1) · … · high, halves first so that the factors stay of a size.
  private func product(_ low: Int, _ high: Int) throws(Interruption) -> BigInt {
    if low > high { return 1 }
    if high - low < 8 { return (low...high).reduce(BigInt(1)) { $0 * BigInt($1) } }
    let middle = low + (high - low) / 2
    let left = try product(low, middle)
    let right = try product(middle + 1, high)
    try spendSteps((left.bitWidth / 64 + 1) * (right.bitWidth / 64 + 1) * 4)
    return left * right
  }

  package func integerSquareRoot(_ value: Value) throws(Interruption) -> Value {
    let n = try wholeNumber(value)
    if n < 0 { throw .raised(.value, "isqrt() argument must be nonnegative") }
    // Newton's steps double the digits, so the last one's division counts for all.
    try spendSteps((n.bitWidth / 64 + 1) * (n.bitWidth / 64 + 1) * 4)
    return try heap.integer(n.squareRoot())
  }

  package func commonMeasure(
    _ values: [Value], isGreatest: Bool
  ) throws(Interruption) -> Value {
    var result = BigInt(isGreatest ? 0 : 1)
    for value in values {
      let n = abs(try wholeNumber(value))
      try spendSteps((result.bitWidth / 64 + 1) * (n.bitWidth / 64 + 1) * 64)
      let divisor = result.greatestCommonDivisor(with: n)
      result = isGreatest ? divisor : divisor == 0 ? 0 : result / divisor * n
    }
    return try heap.integer(result)
  }

  /// The ways to pick `k` of `n`, in an order or in none.
  package func arrangements(
    _ n: Value, _ k: Value, isOrdered: Bool
  ) throws(Interruption) -> Value {
    let n = try wholeNumber(n)
    var k = try wholeNumber(k)
    if n < 0 { throw .raised(.value, "n must be a non-negative integer") }
    if k < 0 { throw .raised(.value, "k must be a non-negative integer") }
    if k > n { return Value(0) }
    if !isOrdered { k = min(k, n - k) }
    guard let count = Int(exactly: k), count < 1 << 24, let top = Int(exactly: n) else {
      throw .memoryLimit(limits.memory)
    }
    let ordered = try product(top - count + 1, top)
    if isOrdered { return try heap.integer(ordered) }
    let divisor = try product(1, count)
    try spendSteps((ordered.bitWidth - divisor.bitWidth) / 64 * (divisor.bitWidth / 64))
    return try heap.integer(ordered / divisor)
  }
}
