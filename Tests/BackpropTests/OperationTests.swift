import Testing

@testable import Backprop

/// The derivatives of one operation at one point, by the tape.
private func derivatives(_ operation: Operation, _ x: Double, _ y: Double) -> [Double] {
  let tape = Tape()
  let left = tape.input(Traced(x))
  let right = tape.input(Traced(y))
  let result =
    operation.isUnary ? tape.apply(operation, left) : tape.apply(operation, left, right)
  return tape.gradients(of: result, withRespectTo: [left.node, right.node])
}

/// Points inside the domain and away from kinks; y matters to binary operations only.
private func points(of operation: Operation) -> [(Double, Double)] {
  let anywhere = [(-3.2, 0.0), (-0.7, 0), (0.3, 0), (1.0, 0), (2.9, 0)]
  let positive = [(0.3, 0.0), (0.7, 0), (1.0, 0), (8.5, 0)]
  let withinOne = [(-0.9, 0.0), (-0.2, 0), (0.4, 0), (0.8, 0)]
  let pairs = [(-2.5, 0.7), (0.3, -1.9), (1.4, 3.3), (-0.6, -0.25), (4.0, 1.1)]
  switch operation {
  case .input, .array: return []
  case .copy, .negate, .absolute, .square, .reciprocal, .cbrt, .exp, .exp2, .expm1, .sin, .cos,
    .tan, .atan, .sinh, .cosh, .tanh, .asinh, .erf, .erfc:
    return anywhere
  case .add, .subtract, .multiply, .divide, .modulo, .maximum, .minimum, .hypot, .logAddExp, .atan2:
    return pairs
  case .copySign: return pairs + [(2.5, -1)]
  case .power: return [(0.4, -1.5), (2.0, 3.0), (1.7, 0.3), (3.1, 0.0), (1.0, 2.0)]
  case .sqrt, .log, .log2, .log10: return positive
  case .log1p: return positive + [(-0.8, 0)]
  case .asin, .acos, .atanh: return withinOne
  case .acosh: return [(1.1, 0), (2.0, 0), (9.0, 0)]
  case .gamma, .logGamma: return [(-1.6, 0), (0.4, 0), (1.0, 0), (4.5, 0)]
  // Its right operand is a constant.
  case .polygamma: return []
  }
}

/// What calculus books give, by the left and the right operand.
private func closedForm(_ operation: Operation, _ x: Double, _ y: Double) -> [Double]? {
  switch operation {
  case .copy, .add: [1, operation == .add ? 1 : 0]
  case .subtract: [1, -1]
  case .multiply: [y, x]
  case .divide: [1 / y, -x / (y * y)]
  case .power: [y * Elementary.pow(x, y - 1), Elementary.log(x) * Elementary.pow(x, y)]
  case .negate: [-1, 0]
  case .square: [2 * x, 0]
  case .reciprocal: [-1 / (x * x), 0]
  case .sqrt: [0.5 / x.squareRoot(), 0]
  case .exp: [Elementary.exp(x), 0]
  case .log: [1 / x, 0]
  case .log1p: [1 / (1 + x), 0]
  case .sin: [Elementary.cos(x), 0]
  case .cos: [-Elementary.sin(x), 0]
  case .tan: [1 / (Elementary.cos(x) * Elementary.cos(x)), 0]
  case .atan: [1 / (1 + x * x), 0]
  case .tanh: [1 / (Elementary.cosh(x) * Elementary.cosh(x)), 0]
  case .hypot: [x / (x * x + y * y).squareRoot(), y / (x * x + y * y).squareRoot()]
  default: nil
  }
}

@Suite struct OperationTests {
  @Test(arguments: Operation.allCases)
  func derivativesAgreeWithCentralDifferences(_ operation: Operation) {
    for (x, y) in points(of: operation) {
      let found = derivatives(operation, x, y)
      // The cube root of the precision balances cutting the series off against rounding.
      let (h, k) = (6e-6 * max(1, x.magnitude), 6e-6 * max(1, y.magnitude))
      let byLeft = (operation.value(x + h, y) - operation.value(x - h, y)) / (2 * h)
      let byRight = (operation.value(x, y + k) - operation.value(x, y - k)) / (2 * k)
      #expect(isClose(found[0], byLeft, within: 2e-9), "by x at \((x, y))")
      #expect(
        isClose(found[1], operation.isUnary ? 0 : byRight, within: 2e-9), "by y at \((x, y))")
    }
  }

  @Test(arguments: Operation.allCases)
  func derivativesAgreeWithClosedForms(_ operation: Operation) {
    for (x, y) in points(of: operation) {
      guard let expected = closedForm(operation, x, y) else { continue }
      let found = derivatives(operation, x, y)
      #expect(isClose(found[0], expected[0], within: 4e-15), "by x at \((x, y))")
      #expect(isClose(found[1], expected[1], within: 4e-15), "by y at \((x, y))")
    }
  }

  @Test func absoluteHasDerivativeZeroAtZero() {
    #expect(derivatives(.absolute, 0, 0) == [0, 0])
    #expect(derivatives(.absolute, -0.0, 0) == [0, 0])
  }

  @Test func tiesShareTheDerivative() {
    #expect(derivatives(.maximum, 2, 2) == [0.5, 0.5])
    #expect(derivatives(.minimum, 2, 2) == [0.5, 0.5])
  }

  @Test func theLoserOfMaximumGetsNothingEvenWhereItsOwnDerivativeIsInfinite() {
    let tape = Tape()
    let x = tape.input(Traced(0))
    let y = tape.apply(.maximum, tape.apply(.sqrt, x), Traced(1))
    #expect(tape.gradients(of: y, withRespectTo: [x.node]) == [0])
  }

  @Test func rootsAreVerticalAtZero() {
    #expect(derivatives(.sqrt, 0, 0)[0] == .infinity)
    #expect(derivatives(.cbrt, 0, 0)[0] == .infinity)
  }

  @Test func arcsAreVerticalAtTheEndsOfTheirDomain() {
    #expect(derivatives(.asin, 1, 0)[0] == .infinity)
    #expect(derivatives(.acos, -1, 0)[0] == -.infinity)
    #expect(derivatives(.acosh, 1, 0)[0] == .infinity)
    #expect(derivatives(.atanh, 1, 0)[0] == .infinity)
  }

  @Test func theOriginOfHypotHasNoDerivative() {
    #expect(derivatives(.hypot, 0, 0).map(\.isNaN) == [true, true])
  }

  @Test func powersOfZero() {
    #expect(derivatives(.power, 0, 0) == [0, 0])
    #expect(derivatives(.power, 0, 1) == [1, 0])
    #expect(derivatives(.power, 0, 2) == [0, 0])
    #expect(derivatives(.power, 0, 0.5) == [.infinity, 0])
    #expect(derivatives(.power, 0, 3) == [0, 0])
  }

  @Test func aNegativeBaseHasNoDerivativeByItsExponent() {
    #expect(derivatives(.power, -2, 3)[0] == 12)
    #expect(derivatives(.power, -2, 3)[1].isNaN)
  }

  @Test func aNegativeBaseWithAConstantExponentIsSound() {
    let tape = Tape()
    let x = tape.input(Traced(-2))
    let y = tape.apply(.power, x, Traced(3))
    #expect(tape.gradients(of: y, withRespectTo: [x.node]) == [12])
  }

  @Test func tanhKeepsItsSlopeFarFromZero() {
    let slope = 1 / (Elementary.cosh(15) * Elementary.cosh(15))
    #expect(isClose(derivatives(.tanh, 15, 0)[0], slope, within: 1e-3))
  }

  /// Values by mpmath 1.3 with 30 digits.
  @Test(arguments: [
    (0, 1, -0.57721566490153286), (0, 0.1, -10.423754940411076), (0, -2.3, 3.3173231575618227),
    (0, 30, 3.3844381326855249), (1, 1, 1.6449340668482264), (1, 0.5, 4.9348022005446793),
    (1, -1.7, 14.632201633884014), (2, 2.5, -0.2362040516417274), (3, 0.3, 743.14176465504978),
    (2, -0.4, 21.287168462856536),
  ])
  func polygamma(_ order: Double, _ x: Double, _ expected: Double) {
    #expect(isClose(Operation.polygamma.value(x, order) / expected, 1, within: 2e-14))
  }

  @Test func polygammaOutsideItsDomainIsNan() {
    for (order, x) in [(0.0, 0.0), (0, -3), (-1, 2), (0.5, 2), (1e300, 2), (0, -1e300), (0, .nan)] {
      #expect(Operation.polygamma.value(x, order).isNaN)
    }
  }

  @Test func remaindersOfEveryConventionShareOneRule() {
    // fmod(-7, 3) is -1: -7 + 2·3. Python's -7 % 3 is 2: -7 + 3·3.
    for (remainder, slope) in [(-1.0, 2.0), (2.0, 3.0)] {
      let tape = Tape()
      let x = tape.input(Traced(-7))
      let y = tape.input(Traced(3))
      let r = tape.record(.modulo, x, y, value: remainder)
      #expect(tape.gradients(of: r, withRespectTo: [x.node, y.node]) == [1, slope])
    }
  }

  @Test func valuesAreThoseOfPythonWhereCDiffers() {
    #expect(Operation.modulo.value(-7, 3) == 2)
    #expect(Operation.modulo.value(7, -3) == -2)
    #expect(Operation.modulo.value(7, 0).isNaN)
    #expect(Operation.maximum.value(.nan, 1).isNaN)
    #expect(Operation.maximum.value(1, .nan).isNaN)
    #expect(Operation.minimum.value(1, .nan).isNaN)
    #expect(Operation.logAddExp.value(1000, 1000) == 1000 + 0.6931471805599453)
    #expect(Operation.logAddExp.value(-.infinity, 2) == 2)
    #expect(Operation.copySign.value(3, -0.0) == -3)
  }
}

/// Whether two numbers agree relatively, or absolutely where they are below 1; nan agrees with none.
func isClose(_ x: Double, _ y: Double, within tolerance: Double) -> Bool {
  x == y || (x - y).magnitude <= tolerance * max(1, max(x.magnitude, y.magnitude))
}
