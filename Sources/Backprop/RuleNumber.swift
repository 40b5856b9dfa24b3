/// What a derivative rule computes with: plain numbers, numbers that record what is done to them, or
/// whole arrays of either.
protocol RuleNumber: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  init(constant: Double)

  /// The number; nan for an array, of whose values nobody may ask at once.
  var value: Double { get }
  /// The value of all elements where one is enough to know; `value` for a number.
  var commonValue: Double? { get }
  /// Whether no further derivative can ask how the result changes with this number.
  var isConstant: Bool { get }

  static func + (x: Self, y: Self) -> Self
  static func - (x: Self, y: Self) -> Self
  static func * (x: Self, y: Self) -> Self
  static func / (x: Self, y: Self) -> Self
  static prefix func - (x: Self) -> Self
  static func exp(_ x: Self) -> Self
  static func log(_ x: Self) -> Self
  static func sqrt(_ x: Self) -> Self
  static func sin(_ x: Self) -> Self
  static func cos(_ x: Self) -> Self
  static func sinh(_ x: Self) -> Self
  static func cosh(_ x: Self) -> Self
  static func power(_ x: Self, _ y: Self) -> Self
  static func polygamma(_ x: Self, _ order: Self) -> Self

  /// What depends on the values of x, y and r, but changes with none of them; nil where it is absent.
  static func constant(
    of x: Self, _ y: Self, _ r: Self, _ value: (Double, Double, Double) -> Double?
  ) -> Self?

  /// `local` of x and y where `condition` holds for their values, absent elsewhere.
  static func present(
    _ x: Self, _ y: Self, where condition: (Double, Double) -> Bool, _ local: (Self, Self) -> Self
  ) -> Self?
}

extension RuleNumber {
  @inline(__always)
  var commonValue: Double? { value }

  @inline(__always)
  static func constant(
    of x: Self, _ y: Self, _ r: Self, _ value: (Double, Double, Double) -> Double?
  ) -> Self? {
    value(x.value, y.value, r.value).map(Self.init(constant:))
  }

  @inline(__always)
  static func present(
    _ x: Self, _ y: Self, where condition: (Double, Double) -> Bool, _ local: (Self, Self) -> Self
  ) -> Self? {
    condition(x.value, y.value) ? local(x, y) : nil
  }
}

/// What a sweep over a tape computes with.
///
/// With `Double` it gives numbers; with `Recorded` it gives entries on the tape, which can be
/// differentiated again by the same rules.
protocol SweepNumber: RuleNumber {
  /// The arrays of such numbers.
  associatedtype Whole: RuleArray where Whole.Number == Self

  /// A number of the program.
  init(_ traced: Traced, of tape: Tape)
  /// The number for the program.
  var traced: Traced { get }
}

extension Double: SweepNumber {
  typealias Whole = NDArray

  init(constant: Double) { self = constant }

  @inline(__always)
  init(_ traced: Traced, of tape: Tape) { self = traced.value }
  var traced: Traced { Traced(self) }

  var value: Double { self }
  var isConstant: Bool { true }

  static func exp(_ x: Double) -> Double { Elementary.exp(x) }
  static func log(_ x: Double) -> Double { Elementary.log(x) }
  static func sqrt(_ x: Double) -> Double { x.squareRoot() }
  static func sin(_ x: Double) -> Double { Elementary.sin(x) }
  static func cos(_ x: Double) -> Double { Elementary.cos(x) }
  static func sinh(_ x: Double) -> Double { Elementary.sinh(x) }
  static func cosh(_ x: Double) -> Double { Elementary.cosh(x) }
  static func power(_ x: Double, _ y: Double) -> Double { Elementary.pow(x, y) }
  static func polygamma(_ x: Double, _ order: Double) -> Double {
    derivativeOfLogGamma(order, at: x)
  }
}

/// A number that appends what is done to it to its tape.
struct Recorded: SweepNumber {
  typealias Whole = RecordedArray

  let traced: Traced
  /// nil for a constant, which then takes the tape of what it meets.
  let tape: Unmanaged<Tape>?

  init(_ traced: Traced, on tape: Unmanaged<Tape>?) {
    self.traced = traced
    self.tape = tape
  }

  init(constant: Double) { self.init(Traced(constant), on: nil) }
  init(floatLiteral value: Double) { self.init(constant: value) }
  init(integerLiteral value: Int) { self.init(constant: Double(value)) }

  init(_ traced: Traced, of tape: Tape) {
    self.init(traced, on: Unmanaged.passUnretained(tape))
  }

  var value: Double { traced.value }
  var isConstant: Bool { traced.isConstant }

  static func + (x: Recorded, y: Recorded) -> Recorded { apply(.add, x, y) }
  static func - (x: Recorded, y: Recorded) -> Recorded { apply(.subtract, x, y) }
  static func / (x: Recorded, y: Recorded) -> Recorded { apply(.divide, x, y) }
  static prefix func - (x: Recorded) -> Recorded { apply(.negate, x) }

  /// The product; by a constant 1 or -1 it needs no entry of its own to be exact.
  static func * (x: Recorded, y: Recorded) -> Recorded {
    if x.isUnit { return y }
    if y.isUnit { return x }
    if x.isConstant && x.value == -1 { return -y }
    if y.isConstant && y.value == -1 { return -x }
    return apply(.multiply, x, y)
  }

  static func exp(_ x: Recorded) -> Recorded { apply(.exp, x) }
  static func log(_ x: Recorded) -> Recorded { apply(.log, x) }
  static func sqrt(_ x: Recorded) -> Recorded { apply(.sqrt, x) }
  static func sin(_ x: Recorded) -> Recorded { apply(.sin, x) }
  static func cos(_ x: Recorded) -> Recorded { apply(.cos, x) }
  static func sinh(_ x: Recorded) -> Recorded { apply(.sinh, x) }
  static func cosh(_ x: Recorded) -> Recorded { apply(.cosh, x) }
  static func power(_ x: Recorded, _ y: Recorded) -> Recorded { apply(.power, x, y) }
  static func polygamma(_ x: Recorded, _ order: Recorded) -> Recorded {
    apply(.polygamma, x, order)
  }

  private var isUnit: Bool { isConstant && value == 1 }

  private static func apply(_ operation: Operation, _ x: Recorded) -> Recorded {
    apply(operation, x, Recorded(constant: 0))
  }

  private static func apply(_ operation: Operation, _ x: Recorded, _ y: Recorded) -> Recorded {
    let value = operation.value(x.value, y.value)
    guard let tape = x.tape ?? y.tape else { return Recorded(constant: value) }
    let result = tape._withUnsafeGuaranteedRef { tape in
      operation.isUnary
        ? tape.record(operation, x.traced, value: value)
        : tape.record(operation, x.traced, y.traced, value: value)
    }
    return Recorded(result, on: tape)
  }
}
