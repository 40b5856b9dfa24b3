// One table: each operation with its value and with how the result r = f(x, y) changes with x and
// with y. A derivative that is nil is absent: at this place the result does not depend on that
// operand at all, and nothing flows back, not even a zero (0·inf would be nan).
//
// At a point without a derivative the table chooses as JAX does; each such choice is noted.

extension Operation {
  /// The value of the operation, as IEEE arithmetic and libm give it; `y` is ignored by unary ones.
  public func value(_ x: Double, _ y: Double = 0) -> Double {
    table(Wanted.value, x, y, 0).value
  }

  /// The local derivatives ∂r/∂x and ∂r/∂y, those of them that are wanted.
  @inline(__always)
  func derivatives<N: RuleNumber>(
    of r: N, by x: N, wanted left: Bool, by y: N, wanted right: Bool
  ) -> (byLeft: N?, byRight: N?) {
    let rule = table(Wanted.derivatives(left: left, right: right), x, y, r)
    return (rule.byLeft, rule.byRight)
  }

  @inline(__always)
  private func table<N: RuleNumber>(_ rule: Wanted, _ x: N, _ y: N, _ r: N) -> Rule<N> {
    let a = x.value
    let b = y.value
    switch self {
    case .input, .array: return rule(a, byLeft: nil)
    case .copy: return rule(a, byLeft: 1)

    // x + y: 1 and 1.
    case .add: return rule(a + b, byLeft: 1, byRight: 1)
    // x - y: 1 and -1.
    case .subtract: return rule(a - b, byLeft: 1, byRight: -1)
    // x·y: y and x.
    case .multiply: return rule(a * b, byLeft: y, byRight: x)
    // x/y: 1/y and -x/y².
    case .divide: return rule(a / b, byLeft: 1 / y, byRight: -(r / y))
    // x - k·y with k whole: 1 and -k; where k jumps, the derivative of the piece that holds.
    case .modulo: return rule(pythonModulo(a, b), byLeft: 1, byRight: wholeMultiples(x, y, r))
    // xʸ: y·xʸ⁻¹ and xʸ·log x; see the functions for 0.
    case .power:
      return rule(Elementary.pow(a, b), byLeft: powerByBase(x, y), byRight: powerByExponent(x, r))

    // -x: -1.
    case .negate: return rule(-a, byLeft: -1)
    // |x|: the sign of x, and 0 at 0.
    case .absolute: return rule(abs(a), byLeft: signOutsideZero(x))
    // x²: 2x.
    case .square: return rule(a * a, byLeft: 2 * x)
    // 1/x: -1/x².
    case .reciprocal: return rule(1 / a, byLeft: -(r * r))
    // The greater: 1 for the one that wins, nothing for the other, a half each at a tie.
    case .maximum: return rule(greater(a, b), byLeft: share(x, over: y), byRight: share(y, over: x))
    // The lesser, likewise.
    case .minimum: return rule(lesser(a, b), byLeft: share(y, over: x), byRight: share(x, over: y))
    // |x| with the sign of y: 1 where it left x as it was, -1 where it turned it; y: nothing.
    case .copySign:
      return rule(
        a.magnitude * (b.sign == .minus ? -1 : 1),
        byLeft: N.constant(of: x, y, r) { x, y, _ in x.sign == y.sign ? 1 : -1 })

    // √x: 1/(2√x), inf at 0.
    case .sqrt: return rule(a.squareRoot(), byLeft: 0.5 / r)
    // ∛x: 1/(3∛x²), inf at 0.
    case .cbrt: return rule(Elementary.cbrt(a), byLeft: 1 / (3 * (r * r)))
    // √(x² + y²): x/r and y/r; nan at the origin, where there is none.
    case .hypot: return rule(Elementary.hypot(a, b), byLeft: x / r, byRight: y / r)
    // eˣ: eˣ.
    case .exp: return rule(Elementary.exp(a), byLeft: r)
    // 2ˣ: 2ˣ·log 2.
    case .exp2: return rule(Elementary.exp2(a), byLeft: r * N(constant: naturalLogOf2))
    // eˣ - 1: eˣ.
    case .expm1: return rule(Elementary.expm1(a), byLeft: r + 1)
    // log x: 1/x.
    case .log: return rule(Elementary.log(a), byLeft: 1 / x)
    // log x / log 2: 1/(x·log 2).
    case .log2: return rule(Elementary.log2(a), byLeft: 1 / (x * N(constant: naturalLogOf2)))
    // log x / log 10: 1/(x·log 10).
    case .log10: return rule(Elementary.log10(a), byLeft: 1 / (x * N(constant: naturalLogOf10)))
    // log(1 + x): 1/(1 + x).
    case .log1p: return rule(Elementary.log1p(a), byLeft: 1 / (1 + x))
    // log(eˣ + eʸ): the shares eˣ⁻ʳ and eʸ⁻ʳ, which add to 1.
    case .logAddExp:
      return rule(logAddExponentials(a, b), byLeft: N.exp(x - r), byRight: N.exp(y - r))

    // sin x: cos x.
    case .sin: return rule(Elementary.sin(a), byLeft: N.cos(x))
    // cos x: -sin x.
    case .cos: return rule(Elementary.cos(a), byLeft: -N.sin(x))
    // tan x: 1 + tan² x.
    case .tan: return rule(Elementary.tan(a), byLeft: 1 + r * r)
    // asin x: 1/√(1 - x²), the difference as a product since that cancels less; inf at ±1.
    case .asin: return rule(Elementary.asin(a), byLeft: 1 / N.sqrt((1 - x) * (1 + x)))
    // acos x: -1/√(1 - x²), -inf at ±1.
    case .acos: return rule(Elementary.acos(a), byLeft: -(1 / N.sqrt((1 - x) * (1 + x))))
    // atan x: 1/(1 + x²).
    case .atan: return rule(Elementary.atan(a), byLeft: 1 / (1 + x * x))
    // The angle of (y, x): y/(x² + y²) by its ordinate x, -x/(x² + y²) by its abscissa y.
    case .atan2:
      return rule(
        Elementary.atan2(a, b), byLeft: y / (x * x + y * y), byRight: -(x / (x * x + y * y)))
    // sinh x: cosh x.
    case .sinh: return rule(Elementary.sinh(a), byLeft: N.cosh(x))
    // cosh x: sinh x.
    case .cosh: return rule(Elementary.cosh(a), byLeft: N.sinh(x))
    // tanh x: 1 - tanh² x, as a product.
    case .tanh: return rule(Elementary.tanh(a), byLeft: (1 - r) * (1 + r))
    // asinh x: 1/√(x² + 1).
    case .asinh: return rule(Elementary.asinh(a), byLeft: 1 / N.sqrt(x * x + 1))
    // acosh x: 1/√(x² - 1); inf at 1.
    case .acosh: return rule(Elementary.acosh(a), byLeft: 1 / N.sqrt((x - 1) * (x + 1)))
    // atanh x: 1/(1 - x²); inf at ±1.
    case .atanh: return rule(Elementary.atanh(a), byLeft: 1 / ((1 - x) * (1 + x)))

    // erf x: 2/√π·exp(-x²).
    case .erf:
      return rule(Elementary.erf(a), byLeft: N(constant: twoOverRootPi) * N.exp(-(x * x)))
    // 1 - erf x: -2/√π·exp(-x²).
    case .erfc:
      return rule(Elementary.erfc(a), byLeft: N(constant: -twoOverRootPi) * N.exp(-(x * x)))
    // Γ(x): Γ(x)·ψ(x), with ψ the derivative of log Γ.
    case .gamma: return rule(Elementary.gamma(a), byLeft: r * N.polygamma(x, 0))
    // log |Γ(x)|: ψ(x).
    case .logGamma: return rule(Elementary.logGamma(a), byLeft: N.polygamma(x, 0))
    // The y-th derivative of ψ: the next one.
    case .polygamma: return rule(derivativeOfLogGamma(b, at: a), byLeft: N.polygamma(x, y + 1))
    }
  }
}

/// What the table gives: of its parts, those that were wanted.
private struct Rule<N: RuleNumber> {
  var value: Double
  var byLeft: N?
  var byRight: N?
}

/// The parts of a rule that are wanted; only those are computed.
private enum Wanted {
  case value
  case derivatives(left: Bool, right: Bool)

  @inline(__always)
  func callAsFunction<N: RuleNumber>(
    _ value: @autoclosure () -> Double,
    byLeft: @autoclosure () -> N?,
    byRight: @autoclosure () -> N? = nil
  ) -> Rule<N> {
    switch self {
    case .value:
      Rule(value: value(), byLeft: nil, byRight: nil)
    case .derivatives(let left, let right):
      Rule(value: .nan, byLeft: left ? byLeft() : nil, byRight: right ? byRight() : nil)
    }
  }
}

private let naturalLogOf2 = 0.6931471805599453
private let naturalLogOf10 = 2.302585092994046
private let twoOverRootPi = 1.1283791670955126

/// y·xʸ⁻¹; absent for a constant exponent 0, where the power is 1 whatever the base. The exponents 1
/// and 2 need no power, and every whole exponent counts down to 0, so that a base of 0 or below has
/// all its derivatives.
private func powerByBase<N: RuleNumber>(_ x: N, _ y: N) -> N? {
  let isConstant = y.isConstant
  if isConstant, let exponent = y.commonValue {
    switch exponent {
    case 0: return nil
    case 1: return 1
    case 2: return 2 * x
    default: return y * N.power(x, y - 1)
    }
  }
  return N.present(x, y, where: { x, y in y != 0 || (x != 0 && !isConstant) }) { x, y in
    y * N.power(x, y - 1)
  }
}

/// xʸ·log x; absent where x is 0. For a negative base there is none: nan.
private func powerByExponent<N: RuleNumber>(_ x: N, _ r: N) -> N? {
  N.present(x, r, where: { x, _ in x != 0 }) { x, r in r * N.log(x) }
}

/// Minus the whole number of y that a remainder r has taken from x.
private func wholeMultiples<N: RuleNumber>(_ x: N, _ y: N, _ r: N) -> N? {
  N.constant(of: x, y, r) { x, y, r in -((x - r) / y).rounded() }
}

/// The sign of x; absent where x is 0.
private func signOutsideZero<N: RuleNumber>(_ x: N) -> N? {
  N.constant(of: x, x, x) { x, _, _ in x == 0 ? nil : sign(x) }
}

/// How much of max(x, y) is x: all, half or nothing.
private func share<N: RuleNumber>(_ x: N, over y: N) -> N? {
  N.constant(of: x, y, y) { x, y, _ in x > y ? 1 : x == y ? 0.5 : nil }
}

/// The remainder with the sign of y, as Python's `%`; nan where y is 0.
private func pythonModulo(_ x: Double, _ y: Double) -> Double {
  let r = x.truncatingRemainder(dividingBy: y)
  if r == 0 { return y.sign == .minus ? -0.0 : 0.0 }
  return (r < 0) == (y < 0) ? r : r + y
}

private func sign(_ x: Double) -> Double {
  x > 0 ? 1 : x < 0 ? -1 : x
}

private func greater(_ x: Double, _ y: Double) -> Double {
  x.isNaN || x > y ? x : y
}

private func lesser(_ x: Double, _ y: Double) -> Double {
  x.isNaN || x < y ? x : y
}

private func logAddExponentials(_ x: Double, _ y: Double) -> Double {
  if x == y { return x + naturalLogOf2 }
  return greater(x, y) + Elementary.log1p(Elementary.exp(-(x - y).magnitude))
}
