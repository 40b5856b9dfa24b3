import NeuronRuntime

/// The one form in which all floats of an array are written, chosen by a sample of them: positional
/// or scientific, with the places that the widest needs on both sides of the point.
struct FloatFormat {
  private let options: PrintOptions
  private var layout = FloatLayout()
  private var isScientific = false
  /// Whether the sample had no number, as happens where not even one element at the ends is asked for.
  private var isUnmeasured = false
  private var leftWidth = 0
  /// Without the point; what follows the digits of a scientific form counts too.
  private var rightWidth = 0

  /// The characters of an element, of those in the sample.
  var width: Int { leftWidth + 1 + rightWidth }

  init(_ sample: [Double], _ options: PrintOptions) throws(Interruption) {
    self.options = options
    if options.floatMode != .unique {
      if options.precision < 0 { throw .raised(.value, "precision must be >= 0") }
      if options.precision > Int(Int32.max), sample.contains(where: \.isFinite) {
        throw .raised(.overflow, "Python int too large to convert to C int")
      }
      layout.digits.precision = options.precision
    }
    layout.showsPlus = options.sign == .plus
    let finite = sample.filter(\.isFinite)
    isScientific = FloatFormat.isScientific(finite, options)
    layout.trim = .zeros
    if finite.isEmpty {
      isUnmeasured = true
    } else if isScientific {
      try measureScientific(finite)
    } else {
      try measurePositional(finite)
    }
    if options.sign == .blank, !finite.contains(where: { $0.sign == .minus }) { leftWidth += 1 }
    if finite.count < sample.count { makeRoom(forSpecialsIn: sample) }
    layout.leftWidth = leftWidth
    layout.rightWidth = rightWidth
  }

  /// An element, with blanks around it to the width of all.
  func text(_ value: Double) throws(Interruption) -> String {
    if !value.isFinite {
      let text = special(value)
      let missing = width - text.unicodeScalars.count
      return String(repeating: " ", count: max(0, missing)) + text
    }
    if isUnmeasured {
      throw .raised(.type, "'NoneType' object cannot be interpreted as an integer")
    }
    return try FloatFormat.checked(
      isScientific ? layout.scientific(value) : layout.positional(value))
  }

  static func checked(_ text: String?) throws(Interruption) -> String {
    guard let text else { throw .raised(.runtime, "Float formating result too large") }
    return text
  }

  /// Whether the numbers are too large, too small or too far apart for the positional form.
  private static func isScientific(_ finite: [Double], _ options: PrintOptions) -> Bool {
    let magnitudes = finite.lazy.map(\.magnitude).filter { $0 != 0 }
    guard let largest = magnitudes.max(), let smallest = magnitudes.min() else { return false }
    if largest >= 1e8 { return true }
    return !options.suppressesSmall && (smallest < 0.0001 || largest / smallest > 1000)
  }

  // MARK: Measuring

  private mutating func measureScientific(_ finite: [Double]) throws(Interruption) {
    if options.floatMode == .fixed {
      layout.trim = .keep
      layout.digits.isUnique = false
    }
    var (fraction, exponent) = (0, 0)
    for value in finite {
      let parts = try FloatFormat.checked(layout.scientific(value)).utf8.split(
        separator: UInt8(ascii: "e"))
      let point = parts[0].firstIndex(of: UInt8(ascii: ".")) ?? parts[0].endIndex
      leftWidth = max(leftWidth, parts[0][..<point].count)
      fraction = max(fraction, parts[0][point...].count - 1)
      exponent = max(exponent, parts[1].count - 1)
    }
    layout.trim = .keep
    layout.digits.precision = fraction
    layout.digits.minimum = fraction
    layout.exponentDigits = exponent
    rightWidth = exponent + 2 + fraction
  }

  private mutating func measurePositional(_ finite: [Double]) throws(Interruption) {
    if options.floatMode == .fixed {
      layout.trim = .keep
      layout.digits.isUnique = false
    }
    for value in finite {
      let text = try FloatFormat.checked(layout.positional(value)).utf8
      let point = text.firstIndex(of: UInt8(ascii: ".")) ?? text.endIndex
      leftWidth = max(leftWidth, text[..<point].count)
      rightWidth = max(rightWidth, text[point...].count - 1)
    }
    switch options.floatMode {
    case .fixed, .equalPrecision:
      layout.trim = .keep
      layout.digits.precision = rightWidth
      layout.digits.minimum = rightWidth
    case .unique, .maxPrecision:
      layout.digits.minimum = 0
    }
  }

  private mutating func makeRoom(forSpecialsIn sample: [Double]) {
    let needsSign = options.sign != .minus || sample.contains(-.infinity)
    let infinity = options.infinityText.unicodeScalars.count + (needsSign ? 1 : 0)
    let longest = max(options.nanText.unicodeScalars.count, infinity)
    leftWidth = max(leftWidth, longest - rightWidth - 1)
  }

  private func special(_ value: Double) -> String {
    let plus = options.sign == .plus ? "+" : ""
    if value.isNaN { return plus + options.nanText }
    return (value < 0 ? "-" : plus) + options.infinityText
  }
}
