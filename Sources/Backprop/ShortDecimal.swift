#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A number for people to read: at most so many significant digits, correctly rounded, without trailing
/// zeros, with an exponent only where Python's `format(x, '.10g')` has one.
///
/// `0.1 + 0.2` is `0.3`, `1e-7` is `1e-07`, nan `nan` whatever its sign.
public func shortDecimal(_ x: Double, digits: Int = 10) -> String {
  if x.isNaN { return "nan" }
  let digits = Int32(clamping: min(digits, 17))
  // The longest is `-1.2345678901234567e-308`.
  let capacity = 32
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
    guard let start = buffer.baseAddress else { return "" }
    _ = withVaList([digits, x]) { vsnprintf(start, capacity, "%.*g", $0) }
    return String(cString: start)
  }
}

/// The bounds of a range with 4 significant digits, or as many more as tell what lies between them.
public func shortRange(_ least: Double, _ greatest: Double) -> (least: String, greatest: String) {
  let tolerance = greatest / 50 - least / 50
  func isTold(_ bound: Double, by text: String) -> Bool {
    Double(text).map { abs($0 - bound) <= tolerance } ?? true
  }
  var digits = 4
  while true {
    let texts = (shortDecimal(least, digits: digits), shortDecimal(greatest, digits: digits))
    if digits == 17 || isTold(least, by: texts.0) && isTold(greatest, by: texts.1) { return texts }
    digits += 1
  }
}
