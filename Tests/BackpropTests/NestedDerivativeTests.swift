import Testing

@testable import Backprop

/// f and its first three derivatives at x, each taken of the recorded one before.
private func threeDerivatives(
  of function: (Tape, Traced) -> Traced, at x: Double
) -> [Double] {
  let tape = Tape()
  let input = tape.input(Traced(x))
  var results = [function(tape, input)]
  for _ in 1...3 {
    results += tape.recordedGradients(of: results[results.count - 1], withRespectTo: [input.node])
  }
  return results.map(\.value)
}

private func expectClose(_ found: [Double], _ expected: [Double], _ place: String) {
  for (order, (x, y)) in zip(found, expected).enumerated() {
    #expect(isClose(x, y, within: 1e-13), "derivative \(order) at \(place): \(x), not \(y)")
  }
  #expect(found.count == expected.count)
}

@Suite struct NestedDerivativeTests {
  @Test(arguments: [-2.0, 0, 0.5, 3])
  func exponential(_ x: Double) {
    let e = Elementary.exp(x)
    expectClose(threeDerivatives(of: { $0.apply(.exp, $1) }, at: x), [e, e, e, e], "\(x)")
  }

  @Test(arguments: [-1.5, 0, 0.3, 2])
  func hyperbolicTangent(_ x: Double) {
    let t = Elementary.tanh(x)
    let slope = 1 - t * t
    expectClose(
      threeDerivatives(of: { $0.apply(.tanh, $1) }, at: x),
      [t, slope, -2 * t * slope, slope * (6 * t * t - 2)], "\(x)")
  }

  @Test(arguments: [0.2, 1, 7])
  func logarithm(_ x: Double) {
    expectClose(
      threeDerivatives(of: { $0.apply(.log, $1) }, at: x),
      [Elementary.log(x), 1 / x, -1 / (x * x), 2 / (x * x * x)], "\(x)")
  }

  @Test(arguments: [0.25, 1, 9])
  func squareRoot(_ x: Double) {
    let r = x.squareRoot()
    expectClose(
      threeDerivatives(of: { $0.apply(.sqrt, $1) }, at: x),
      [r, 0.5 / r, -0.25 / (x * r), 0.375 / (x * x * r)], "\(x)")
  }

  @Test(arguments: [-2.0, 0, 1.5], [0.0, 1, 2, 3, 4, 5])
  func wholePowers(_ x: Double, _ n: Double) {
    func term(_ factor: Double, _ exponent: Double) -> Double {
      factor == 0 ? 0 : factor * Elementary.pow(x, exponent)
    }
    expectClose(
      threeDerivatives(of: { $0.apply(.power, $1, Traced(n)) }, at: x),
      [
        term(1, n), term(n, n - 1), term(n * (n - 1), n - 2),
        term(n * (n - 1) * (n - 2), n - 3),
      ], "\(x)**\(n)")
  }

  @Test(arguments: [-2.0, 0.5])
  func negativePowers(_ x: Double) {
    expectClose(
      threeDerivatives(of: { $0.apply(.power, $1, Traced(-2)) }, at: x),
      [1 / (x * x), -2 / (x * x * x), 6 / (x * x * x * x), -24 / (x * x * x * x * x)], "\(x)")
  }

  @Test func anExponentialToAnyBase() {
    let log2 = Elementary.log(2)
    expectClose(
      threeDerivatives(of: { $0.apply(.power, Traced(2), $1) }, at: 3),
      [8, 8 * log2, 8 * log2 * log2, 8 * log2 * log2 * log2], "2**3")
  }

  @Test func aPowerByBaseAndThenByExponent() {
    // ∂²xⁿ/∂x∂n = xⁿ⁻¹(1 + n·log x), at n = 0 too.
    for n in [0.0, 2] {
      let tape = Tape()
      let x = tape.input(Traced(3))
      let exponent = tape.input(Traced(n))
      let power = tape.apply(.power, x, exponent)
      let byBase = tape.recordedGradients(of: power, withRespectTo: [x.node])[0]
      let mixed = tape.gradients(of: byBase, withRespectTo: [exponent.node])[0]
      #expect(
        isClose(mixed, Elementary.pow(3, n - 1) * (1 + n * Elementary.log(3)), within: 1e-14))
    }
  }

  /// Second derivatives agree with central differences of first ones, for every operation.
  @Test(arguments: Operation.allCases.filter { ![.input, .array].contains($0) })
  func secondDerivatives(_ operation: Operation) {
    let x = operation == .acosh ? 1.7 : 0.6
    let other = Traced(operation == .polygamma ? 1 : 0.8)
    func first(_ x: Double) -> Double {
      let tape = Tape()
      let input = tape.input(Traced(x))
      return tape.gradients(of: apply(tape, input), withRespectTo: [input.node])[0]
    }
    func apply(_ tape: Tape, _ input: Traced) -> Traced {
      operation.isUnary ? tape.apply(operation, input) : tape.apply(operation, input, other)
    }
    let tape = Tape()
    let input = tape.input(Traced(x))
    let slope = tape.recordedGradients(of: apply(tape, input), withRespectTo: [input.node])[0]
    expectConsistent(tape)
    #expect(isClose(slope.value, first(x), within: 0))
    let second = tape.gradients(of: slope, withRespectTo: [input.node])[0]
    let difference = (first(x + 6e-6) - first(x - 6e-6)) / 1.2e-5
    #expect(isClose(second, difference, within: 1e-8))
  }

  @Test func anInnerDerivativeIsNotConfusedWithAnOuterOne() {
    // d/dx (x · d/dy (x + y) at y = 1) at x = 1 is 1; to take the inner y for x would give 2.
    let tape = Tape()
    let x = tape.input(Traced(1))
    let y = tape.input(Traced(1))
    let inner = tape.recordedGradients(of: tape.apply(.add, x, y), withRespectTo: [y.node])[0]
    let outer = tape.apply(.multiply, x, inner)
    #expect(tape.gradients(of: outer, withRespectTo: [x.node]) == [1])
  }

  @Test func anInnerDerivativeByACopySeesOnlyTheCopy() {
    // f(y) = x·y² with y a copy of x: df/dy = 2xy, and d/dx of (2x·x) is 4x.
    let tape = Tape()
    let x = tape.input(Traced(3))
    let y = tape.input(x)
    let f = tape.apply(.multiply, x, tape.apply(.square, y))
    let inner = tape.recordedGradients(of: f, withRespectTo: [y.node])[0]
    #expect(inner.value == 18)
    #expect(tape.gradients(of: inner, withRespectTo: [x.node]) == [12])
    #expect(tape.gradients(of: f, withRespectTo: [x.node]) == [27])
  }

  @Test func aDerivativeThatDependsOnNothingIsAConstant() {
    let tape = Tape()
    let x = tape.input(Traced(3))
    let line = tape.apply(.add, tape.apply(.multiply, Traced(2), x), Traced(1))
    let slope = tape.recordedGradients(of: line, withRespectTo: [x.node])[0]
    #expect(slope.value == 2)
    #expect(tape.gradients(of: slope, withRespectTo: [x.node]) == [0])
  }
}

/// What holds on every tape: operands stand before what uses them, and every value is that of its
/// operation.
private func expectConsistent(_ tape: Tape) {
  for node in 1..<tape.count {
    let entry = tape.entry(node)
    #expect(entry.left < node && entry.right < node)
    if entry.operation == .input { continue }
    let value = entry.operation.value(tape.left(of: entry).value, tape.right(of: entry).value)
    #expect(value == entry.value || value.isNaN && entry.value.isNaN)
    if entry.operation.isUnary { #expect(entry.right == 0) }
  }
}
