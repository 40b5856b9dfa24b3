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
  /// What is to be added to all labels then; 0 where they are the numbers themselves.
  public private(set) var offset = 0.0

  /// What stands at the end of the axis: `×10⁻⁵ + 1`. Empty where the labels say all.
  public var factorText: String {
    let power = exponent == 0 ? "" : "×10" + Self.superscript(exponent)
    if offset == 0 { return power }
    let sum = (offset < 0 ? "− " : "+ ") + Self.written(offset.magnitude)
    return power.isEmpty ? sum : power + " " + sum
  }

  /// A number with its power of ten in raised digits: `2.5·10⁹`.
  private static func written(_ number: Double) -> String {
    let text = number.rounded(toDigits: 15)
    guard let mark = text.firstIndex(of: "e"), let power = Int(text[text.index(after: mark)...])
    else { return text }
    let digits = text[..<mark]
    return (digits == "1" ? "" : digits + "·") + "10" + superscript(power)
  }

  /// The marks that an axis has between its limits, with room for so many steps.
  public init(_ axis: Axis, _ limits: ClosedRange<Double>, intervals: Int) {
    if let ticks = axis.ticks {
      place(ticks, limits)
    } else if axis.scale == .log, limits.lowerBound > 0 {
      placeDecades(limits, intervals: intervals)
      if axis.hasMinorMarks == false { minor = [] }
    } else {
      let ticks = LinearTicks(limits, intervals: intervals)
      place(ticks.values.map { Axis.Tick($0) }, limits)
      if axis.hasMinorMarks == true { placeBetween(ticks, limits) }
    }
  }

  private mutating func place(_ ticks: [Axis.Tick], _ limits: ClosedRange<Double>) {
    let tolerance = (limits.upperBound - limits.lowerBound) * 1e-9
    let within = ticks.filter {
      $0.value >= limits.lowerBound - tolerance && $0.value <= limits.upperBound + tolerance
    }
    let numbers = within.filter { $0.label == nil }.map(\.value)
    let format = NumberFormat(numbers)
    exponent = format.exponent
    offset = format.offset
    marks = within.map { Mark(value: $0.value, label: $0.label ?? format.text(of: $0.value)) }
  }

  /// As matplotlib's `AutoMinorLocator`: steps of 1, 2.5, 5 and 10 in five parts, others in four.
  private mutating func placeBetween(_ ticks: LinearTicks, _ limits: ClosedRange<Double>) {
    let lead = ticks.step / LinearTicks.powerOfTen(below: ticks.step)
    let parts = [1, 2.5, 5, 10].contains { abs($0 - lead) < 1e-6 } ? 5 : 4
    minor = ticks.values.flatMap { value in
      (1..<parts).map { value + ticks.step * Double($0) / Double(parts) }
    }.filter { limits.contains($0) }
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
    if values.count < 2 {
      place(LinearTicks(limits, intervals: 6).values.map { Axis.Tick($0) }, limits)
    } else {
      marks = values.map { Mark(value: $0, label: $0.rounded(toDigits: 3)) }
    }
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
  private(set) var offset = 0.0
  private var decimals = 0

  /// As many decimals as tell the numbers apart; very large and very small ones share a power of ten, and
  /// those that lie close together far from 0 share what is added to them.
  init(_ numbers: [Double]) {
    let numbers = numbers.filter(\.isFinite)
    offset = Self.offset(numbers)
    let rests = numbers.map { $0 - offset }
    let largest = rests.map(\.magnitude).max() ?? 0
    if largest >= 1e6 || (largest > 0 && largest < 1e-4) {
      exponent = Int(LinearTicks.powerOfTen(below: largest).exponentOfTen)
    }
    for rest in rests {
      let text = scaled(rest).rounded(toDigits: 6)
      if let mark = text.firstIndex(of: "e") {
        decimals = max(decimals, -(Int(text[text.index(after: mark)...]) ?? 0) + 1)
      } else if let point = text.firstIndex(of: ".") {
        decimals = max(decimals, text.distance(from: point, to: text.endIndex) - 1)
      }
    }
    decimals = min(decimals, 10)
  }

  /// The leading digits that all numbers share, by matplotlib's rule: where they are four or more.
  private static func offset(_ numbers: [Double]) -> Double {
    guard let least = numbers.min(), let greatest = numbers.max(), least < greatest,
      least > 0 || greatest < 0
    else { return 0 }
    let (low, high) = (
      min(least.magnitude, greatest.magnitude), max(least.magnitude, greatest.magnitude)
    )
    let top = Int(LinearTicks.powerOfTen(below: high).exponentOfTen) + 1
    func digits(_ number: Double, _ power: Int) -> Double {
      // A little more, as 1.00002 · 10⁵ is a little less than 100002.
      let part =
        power >= 0 ? number / Double.powerOfTen(power) : number * Double.powerOfTen(-power)
      return (part * (1 + 4e-16)).rounded(.down)
    }
    // No power is lower than those of the last digits of doubles.
    let powers = stride(from: top, through: max(top - 17, -290), by: -1)
    guard var power = powers.first(where: { digits(low, $0) != digits(high, $0) }) else { return 0 }
    power += 1
    if (high - low) / Double.powerOfTen(power) <= 1e-2 {
      // On both sides of a round number, as 9999.9 and 10000.1.
      guard let wide = powers.first(where: { digits(high, $0) - digits(low, $0) > 1 }) else {
        return 0
      }
      power = wide + 1
    }
    let shared = digits(high, power)
    guard shared >= 1_000 else { return 0 }
    let size =
      power >= 0 ? shared * Double.powerOfTen(power) : shared / Double.powerOfTen(-power)
    return least < 0 ? -size : size
  }

  private func scaled(_ number: Double) -> Double {
    exponent >= 0 ? number / Double.powerOfTen(exponent) : number * Double.powerOfTen(-exponent)
  }

  func text(of number: Double) -> String {
    guard number.isFinite else { return number.rounded(toDigits: 6) }
    let value = scaled(number - offset)
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
