/// The marks of one direction of a system of axes, with what is written at them.
public struct AxisMarks: Hashable, Sendable {
  /// A mark within the limits.
  public struct Mark: Hashable, Sendable {
    public var value: Double
    public var label: String
  }

  public private(set) var marks: [Mark] = []
  /// Marks without labels, between the others.
  public private(set) var minor: [Double] = []
  /// What all labels are to be multiplied with: a power of ten other than 0, or 0.
  public private(set) var exponent = 0

  /// The marks that an axis has between its limits, with room for so many steps.
  public init(_ axis: Axis, _ limits: ClosedRange<Double>, intervals: Int) {
    if let ticks = axis.ticks {
      place(ticks, limits, isLog: axis.scale == .log)
    } else if axis.scale == .log, limits.lowerBound > 0 {
      placeDecades(limits, intervals: intervals)
    } else {
      place(
        LinearTicks(limits, intervals: intervals).values.map { Axis.Tick($0) }, limits, isLog: false
      )
    }
  }

  private mutating func place(
    _ ticks: [Axis.Tick], _ limits: ClosedRange<Double>, isLog: Bool
  ) {
    let tolerance = (limits.upperBound - limits.lowerBound) * 1e-9
    let within = ticks.filter {
      $0.value >= limits.lowerBound - tolerance && $0.value <= limits.upperBound + tolerance
    }
    let numbers = within.filter { $0.label == nil }.map(\.value)
    let format = NumberFormat(numbers)
    exponent = format.exponent
    marks = within.map { Mark(value: $0.value, label: $0.label ?? format.text(of: $0.value)) }
  }

  /// Powers of ten, and where there is room what lies between them.
  private mutating func placeDecades(_ limits: ClosedRange<Double>, intervals: Int) {
    let first = LinearTicks.powerOfTen(below: limits.lowerBound)
    var powers: [Int] = []
    var power = Int(first.rounded(toDigits: 3).exponentOfTen)
    while power <= 308, Double.powerOfTen(power) <= limits.upperBound * (1 + 1e-9) {
      powers.append(power)
      power += 1
    }
    let within = powers.filter { Double.powerOfTen($0) >= limits.lowerBound * (1 - 1e-9) }
    let stride = max(1, (within.count - 2 + intervals) / max(intervals, 1))
    if within.count < 2 {
      placeBetweenDecades(limits, powers)
      return
    }
    marks = within.enumerated().filter { $0.offset % stride == 0 }.map {
      Mark(value: Double.powerOfTen($0.element), label: Self.label(ofPower: $0.element))
    }
    guard stride == 1 else { return }
    minor = powers.flatMap { power in (2...9).map { Double($0) * Double.powerOfTen(power) } }
      .filter { limits.contains($0) }
  }

  /// Within one decade numbers are written out.
  private mutating func placeBetweenDecades(_ limits: ClosedRange<Double>, _ powers: [Int]) {
    let values = powers.flatMap { power in
      [1.0, 2, 3, 4, 6, 8].map { $0 * Double.powerOfTen(power) }
    }.filter { limits.contains($0) }
    marks = values.map { Mark(value: $0, label: $0.rounded(toDigits: 3)) }
  }

  private static func label(ofPower power: Int) -> String {
    switch power {
    case -2...3: Double.powerOfTen(power).rounded(toDigits: 3)
    default: "10" + superscript(power)
    }
  }

  /// A whole number in raised digits.
  public static func superscript(_ number: Int) -> String {
    String(String(number).map { $0 == "-" ? "⁻" : Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[$0.wholeNumberValue ?? 0] })
  }
}

extension String {
  /// Of a power of ten as it is written: `0.01`, `1e-05`, `100`.
  fileprivate var exponentOfTen: Int {
    if let mark = firstIndex(of: "e") { return Int(self[index(after: mark)...]) ?? 0 }
    guard let point = firstIndex(of: ".") else { return count - 1 }
    return -distance(from: point, to: endIndex) + 1
  }
}

/// One way of writing all numbers of an axis.
struct NumberFormat {
  private(set) var exponent = 0
  private var decimals = 0

  /// As many decimals as tell the numbers apart; very large and very small ones share a power of ten.
  init(_ numbers: [Double]) {
    let largest = numbers.map(\.magnitude).filter(\.isFinite).max() ?? 0
    if largest >= 1e6 || (largest > 0 && largest < 1e-4) {
      exponent = Int(LinearTicks.powerOfTen(below: largest).exponentOfTen)
    }
    for number in numbers where number.isFinite {
      let text = scaled(number).rounded(toDigits: 6)
      if let mark = text.firstIndex(of: "e") {
        decimals = max(decimals, -(Int(text[text.index(after: mark)...]) ?? 0) + 1)
      } else if let point = text.firstIndex(of: ".") {
        decimals = max(decimals, text.distance(from: point, to: text.endIndex) - 1)
      }
    }
    decimals = min(decimals, 10)
  }

  private func scaled(_ number: Double) -> Double {
    exponent >= 0 ? number / Double.powerOfTen(exponent) : number * Double.powerOfTen(-exponent)
  }

  func text(of number: Double) -> String {
    guard number.isFinite else { return number.rounded(toDigits: 6) }
    let value = scaled(number)
    let whole = (value.magnitude * Double.powerOfTen(decimals)).rounded()
    guard whole < 9e15 else { return number.rounded(toDigits: 6) }
    var digits = String(Int(whole))
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let sign = value < 0 && whole != 0 ? "−" : ""
    guard decimals > 0 else { return sign + digits }
    return sign + digits.dropLast(decimals) + "." + digits.suffix(decimals)
  }
}

extension Double {
  /// Of an exact power of ten.
  fileprivate var exponentOfTen: Int { rounded(toDigits: 3).exponentOfTen }
}
