/// When two numbers count as the same derivative.
///
/// Two formulas for one derivative differ by rounding. That is some units in the last place, more
/// where a formula subtracts numbers that are nearly equal; a formula loses half of its 16 digits only
/// at the worst of places. A slip changes far more. So numbers agree within a relative 1e-7.
///
/// Where a derivative all but vanishes, its relative error says nothing: σ(1 - σ) is 0 at 40, as a
/// float, and e⁻⁴⁰ / (1 + e⁻⁴⁰)² is not. So what is far below what is usual for the function is 0.
public struct DerivativeTolerance: Sendable {
  /// The largest relative difference.
  public static let relative = 1e-7

  /// A difference that is none, whatever its size relative to the numbers.
  private let floor: Double

  /// For a series of derivatives of one function: 10⁻¹² of their median size is the floor.
  public init(for derivatives: [Double]) {
    let sizes = derivatives.map(abs).filter(\.isFinite).sorted()
    floor = sizes.isEmpty ? 0 : 1e-12 * sizes[sizes.count / 2]
  }

  /// Whether two numbers are the same but for rounding. Nan agrees with nothing.
  ///
  /// - Parameter unit: the size of the function over that of its input, at this place: a derivative
  ///   of some 2⁻⁴⁶ of it cannot be told from 0 by any change of the function's value.
  public func agree(_ x: Double, _ y: Double, unit: Double = 0) -> Bool {
    let allowed = Self.relative * max(abs(x), abs(y)) + floor + unit * 0x1p-46
    return abs(x - y) <= allowed
  }

  /// Whether two sets of numbers, each of values beside one place, have one in common: they do at a
  /// bend, where the derivative jumps and any number between is one.
  public func meet(_ x: [Double], _ y: [Double], unit: Double = 0) -> Bool {
    guard let lowX = x.min(), let highX = x.max(), let lowY = y.min(), let highY = y.max() else {
      return false
    }
    let (low, high) = (max(lowX, lowY), min(highX, highY))
    return low <= high || agree(low, high, unit: unit)
  }

  /// How far two numbers that agree are apart, relative to the larger.
  public func difference(_ x: Double, _ y: Double, unit: Double = 0) -> Double {
    let size = max(abs(x), abs(y))
    return size == 0 || abs(x - y) <= floor + unit * 0x1p-46 ? 0 : abs(x - y) / size
  }
}
