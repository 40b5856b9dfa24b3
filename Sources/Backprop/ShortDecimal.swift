#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A number for people to read: at most 10 significant digits, correctly rounded, without trailing
/// zeros, with an exponent only where Python's `format(x, '.10g')` has one.
///
/// `0.1 + 0.2` is `0.3`, `1e-7` is `1e-07`, nan `nan` whatever its sign.
public func shortDecimal(_ x: Double) -> String {
  if x.isNaN { return "nan" }
  // The longest is `-1.234567891e-308`.
  let capacity = 32
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
    guard let start = buffer.baseAddress else { return "" }
    _ = withVaList([x]) { vsnprintf(start, capacity, "%.10g", $0) }
    return String(cString: start)
  }
}
