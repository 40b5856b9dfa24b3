/// Round values that divide a range, by matplotlib's rule: multiples of a few round numbers times a power
/// of ten, in as many steps as there is room for.
public struct LinearTicks: Sendable {
  /// Ascending; the first at or below the range, the last at or above it.
  public let values: [Double]
  /// From one to the next.
  public let step: Double

  /// The steps that marks of axes have.
  public static let plainSteps: [Double] = [1, 2, 2.5, 5, 10]
  /// The steps between lines of equal value.
  public static let contourSteps: [Double] = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

  /// - Parameter intervals: at most so many steps lie in the range.
  /// - Parameter least: at least so many values lie in it.
  /// - Parameter steps: from 1 to 10.
  public init(
    _ range: ClosedRange<Double>, intervals: Int, least: Int = 2, steps: [Double] = plainSteps
  ) {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    let width = upper - lower
    // Steps of narrower ranges would be no numbers.
    guard width > 1e-290, width.isFinite else {
      values = [lower]
      step = 1
      return
    }
    let raw = width / Double(max(intervals, 1))
    let scale = Self.powerOfTen(below: raw)
    // Those below and above, for ranges in which too few values lie.
    let steps = steps.dropLast().map { $0 / 10 } + steps + [steps[1] * 10]
    var index = steps.firstIndex { $0 * scale >= raw } ?? steps.count - 1
    while index > 0, Self.count(within: range, step: steps[index] * scale) < least {
      index -= 1
    }
    let step = steps[index] * scale
    self.step = step
    let first = (lower / step + 1e-10).rounded(.down)
    let last = (upper / step - 1e-10).rounded(.up)
    guard last - first < 10_000 else {
      values = [lower, upper]
      return
    }
    // Through text, so that three steps of 0.1 are 0.3; steps far from 0 keep all of their digits.
    let digits = max(first.magnitude, last.magnitude) < 1e9 ? 12 : 15
    values = (0...Int(max(last - first, 0))).map { index in
      let value = (first + Double(index)) * step
      return Double(value.rounded(toDigits: digits)) ?? value
    }
  }

  private static func count(within range: ClosedRange<Double>, step: Double) -> Int {
    let first = (range.lowerBound / step - 1e-10).rounded(.up)
    let last = (range.upperBound / step + 1e-10).rounded(.down)
    return Int(min(max(last - first + 1, 0), 1e6))
  }

  /// The greatest power of ten that is not above a positive number, of those that are normal numbers.
  static func powerOfTen(below number: Double) -> Double {
    var power = Int((Double(number.exponent) * 0.301_029_995_663_981_2).rounded(.down))
    power = min(max(power, -306), 306)
    while power < 307, Double.powerOfTen(power + 1) <= number { power += 1 }
    while power > -307, Double.powerOfTen(power) > number { power -= 1 }
    return Double.powerOfTen(power)
  }
}
