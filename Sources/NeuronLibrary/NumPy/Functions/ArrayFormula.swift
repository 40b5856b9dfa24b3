import Backprop
import NeuronRuntime

/// An array in a formula: `try (f.last(n) - f.first(n)) / 2`.
struct ArrayFormula {
  let math: ArrayMath
  let traced: TracedArray

  init(_ math: ArrayMath, _ traced: TracedArray) {
    self.math = math
    self.traced = traced
  }

  var shape: [Int] { traced.array.shape }
  var rank: Int { traced.array.rank }

  private func with(_ traced: TracedArray) -> ArrayFormula { ArrayFormula(math, traced) }

  func number(_ value: Double) throws(Interruption) -> ArrayFormula {
    with(try math.number(value))
  }

  /// `count` places from `start` along an axis.
  func slice(
    _ start: Int, _ count: Int, axis: Int = 0, step: Int = 1
  ) throws(Interruption) -> ArrayFormula {
    with(try math.slice(traced, axis: axis, start: start, count: count, step: step))
  }

  func sum(_ axes: [Int], keepsAxes: Bool = false) throws(Interruption) -> ArrayFormula {
    with(try math.sum(traced, axes, keepsAxes: keepsAxes))
  }

  func reshaped(_ shape: [Int]) throws(Interruption) -> ArrayFormula {
    with(try math.reshaped(traced, to: shape))
  }

  func squareRoot() throws(Interruption) -> ArrayFormula {
    with(try math.elementwise(.sqrt, traced))
  }

  func magnitude() throws(Interruption) -> ArrayFormula { with(try math.absolute(traced)) }

  static prefix func - (x: ArrayFormula) throws(Interruption) -> ArrayFormula {
    try x.number(0) - x
  }

  static func + (x: ArrayFormula, y: ArrayFormula) throws(Interruption) -> ArrayFormula {
    x.with(try x.math.add(x.traced, y.traced))
  }

  static func - (x: ArrayFormula, y: ArrayFormula) throws(Interruption) -> ArrayFormula {
    x.with(try x.math.subtract(x.traced, y.traced))
  }

  static func * (x: ArrayFormula, y: ArrayFormula) throws(Interruption) -> ArrayFormula {
    x.with(try x.math.multiply(x.traced, y.traced))
  }

  static func / (x: ArrayFormula, y: ArrayFormula) throws(Interruption) -> ArrayFormula {
    x.with(try x.math.divide(x.traced, y.traced))
  }

  static func + (x: ArrayFormula, y: Double) throws(Interruption) -> ArrayFormula {
    try x + x.number(y)
  }

  static func - (x: ArrayFormula, y: Double) throws(Interruption) -> ArrayFormula {
    try x - x.number(y)
  }

  static func * (x: Double, y: ArrayFormula) throws(Interruption) -> ArrayFormula {
    try y.number(x) * y
  }

  static func / (x: ArrayFormula, y: Double) throws(Interruption) -> ArrayFormula {
    try x / x.number(y)
  }

  static func / (x: Double, y: ArrayFormula) throws(Interruption) -> ArrayFormula {
    try y.number(x) / y
  }
}

extension ArrayCall {
  func formula(_ traced: TracedArray) -> ArrayFormula { ArrayFormula(math, traced) }
}
