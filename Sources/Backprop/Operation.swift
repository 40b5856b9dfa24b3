/// What an entry of the tape computed, with x its left operand, y its right one and r the result.
///
/// Each case names its function; the rules, with their formulas, stand in `Operation+Rules.swift`.
public enum Operation: UInt8, Sendable, CaseIterable {
  /// What stands for itself.
  case input
  /// The same value as another entry: what an inner derivative is taken by, while outer derivatives
  /// still flow through it.
  case copy
  /// An operation on arrays, which the tape holds beside its entries: `ArrayOperation`.
  case array

  // Arithmetic.
  case add, subtract, multiply, divide
  /// What is left after taking a whole number of y from x. Serves Python's `%` as well as `fmod` and
  /// `remainder`, which differ in that whole number only.
  case modulo
  case power
  case negate, absolute, square, reciprocal
  case maximum, minimum
  /// The size of x with the sign of y.
  case copySign

  // Powers, exponentials, logarithms.
  case sqrt, cbrt, hypot
  case exp, exp2, expm1
  case log, log2, log10, log1p
  /// log(exp(x) + exp(y)), without overflow.
  case logAddExp

  // Circular and hyperbolic functions; angles in radians.
  case sin, cos, tan, asin, acos, atan
  /// The angle of a point: x is its ordinate and y its abscissa, in the order of `math.atan2`.
  case atan2
  case sinh, cosh, tanh, asinh, acosh, atanh

  case erf, erfc
  /// `logGamma` is the logarithm of the size of Γ(x).
  case gamma, logGamma
  /// The (y + 1)-th derivative of log Γ at x, y a constant whole number from 0 on. In no program, but
  /// in the derivatives of `gamma` and `logGamma`.
  case polygamma

  /// Whether the right operand means nothing.
  public var isUnary: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .modulo, .power, .maximum, .minimum, .copySign,
      .hypot, .logAddExp, .atan2, .polygamma:
      false
    default: true
    }
  }
}
