import Backprop
import NeuronRuntime

/// `math.hypot` and `math.dist`.
func defineDistances(_ module: NativeModule, _ machine: Machine) {
  module.define(
    "hypot",
    machine.makeNative("hypot") { (arguments, machine) throws(Interruption) in
      try arguments.expectMath("hypot", 0...Int.max)
      return try machine.norm(arguments.positional)
    })
  module.define(
    "dist",
    machine.makeNative("dist") { (arguments, machine) throws(Interruption) in
      try arguments.expectMath("dist", 2...2)
      let p = try machine.allItems(of: arguments[0])
      let q = try machine.allItems(of: arguments[1])
      if p.count != q.count {
        throw .raised(.value, "both points must have the same number of dimensions")
      }
      var differences: [Value] = []
      for (x, y) in zip(p, q) {
        let x = try machine.tracedArgument(x)
        let y = try machine.tracedArgument(y)
        differences.append(machine.plain(machine.tape.apply(.subtract, x, y)))
      }
      return try machine.norm(differences)
    })
}

extension Machine {
  fileprivate func norm(_ values: [Value]) throws(Interruption) -> Value {
    var coordinates: [Traced] = []
    for value in values { coordinates.append(try tracedArgument(value)) }
    if coordinates.allSatisfy(\.isConstant) {
      return Value(euclideanNorm(coordinates.map(\.value)))
    }
    var result = Traced(0)
    for coordinate in coordinates { result = tape.apply(.hypot, result, coordinate) }
    return plain(result)
  }
}

/// The root of the sum of squares, by CPython's own way: scaled by a power of two, squares split into
/// halves that are exact, sums compensated, and the root corrected once.
private func euclideanNorm(_ vector: [Double]) -> Double {
  let sizes = vector.map(\.magnitude)
  if sizes.contains(.infinity) { return .infinity }
  if sizes.contains(where: \.isNaN) { return .nan }
  guard let largest = sizes.max(), largest > 0 else { return 0 }
  if sizes.count == 1 { return largest }
  let exponent = Int(largest.exponent) + 1
  if exponent < -1_023 {
    // The scale itself would overflow: a unit of denormals is taken first.
    let unit = Double.leastNonzeroMagnitude
    return unit * euclideanNorm(sizes.map { $0 / unit })
  }
  let scale = Double(sign: .plus, exponent: -exponent, significand: 1)
  var sum = CompensatedSquares()
  for size in sizes { sum.add(size * scale, sign: 1) }
  let root = sum.value.squareRoot()
  sum.add(root, sign: -1)
  return (root + sum.value / (2 * root)) / scale
}

private struct CompensatedSquares {
  /// Begins at 1 so that what is added is always the smaller.
  private var sum = 1.0
  private var lost = (0.0, 0.0, 0.0)

  mutating func add(_ x: Double, sign: Double) {
    // Veltkamp's splitting by 2²⁷ + 1.
    let t = x * 134_217_729
    let high = t - (t - x)
    let low = x - high
    lost.0 += takeUp(sign * high * high)
    lost.1 += takeUp(sign * 2 * high * low)
    lost.2 += sign > 0 ? low * low : takeUp(-low * low)
  }

  /// Adds to the sum and gives what its rounding lost.
  private mutating func takeUp(_ x: Double) -> Double {
    let old = sum
    sum += x
    return (old - sum) + x
  }

  var value: Double { sum - 1 + (lost.0 + lost.1 + lost.2) }
}
