#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The transcendental functions, by the platform's libm.
///
/// The only place in the project that calls them: replacing these bodies by functions of our own
/// makes every result the same on every platform. Domain errors give nan or inf, as in C; whether
/// that is an error is for the caller to say. Exactly rounded functions (`squareRoot()`, `fmod`) need
/// no place here.
public enum Elementary {
  public static func exp(_ x: Double) -> Double { libmExp(x) }
  public static func exp2(_ x: Double) -> Double { libmExp2(x) }
  public static func expm1(_ x: Double) -> Double { libmExpm1(x) }
  public static func log(_ x: Double) -> Double { libmLog(x) }
  public static func log2(_ x: Double) -> Double { libmLog2(x) }
  public static func log10(_ x: Double) -> Double { libmLog10(x) }
  public static func log1p(_ x: Double) -> Double { libmLog1p(x) }
  public static func cbrt(_ x: Double) -> Double { libmCbrt(x) }
  public static func sin(_ x: Double) -> Double { libmSin(x) }
  public static func cos(_ x: Double) -> Double { libmCos(x) }
  public static func tan(_ x: Double) -> Double { libmTan(x) }
  public static func asin(_ x: Double) -> Double { libmAsin(x) }
  public static func acos(_ x: Double) -> Double { libmAcos(x) }
  public static func atan(_ x: Double) -> Double { libmAtan(x) }
  public static func sinh(_ x: Double) -> Double { libmSinh(x) }
  public static func cosh(_ x: Double) -> Double { libmCosh(x) }
  public static func tanh(_ x: Double) -> Double { libmTanh(x) }
  public static func asinh(_ x: Double) -> Double { libmAsinh(x) }
  public static func acosh(_ x: Double) -> Double { libmAcosh(x) }
  public static func atanh(_ x: Double) -> Double { libmAtanh(x) }
  public static func erf(_ x: Double) -> Double { libmErf(x) }
  public static func erfc(_ x: Double) -> Double { libmErfc(x) }
  /// `x` to the power `y`, as C's `pow`: `pow(0, -1)` is inf, `pow(-2, 0.5)` nan, `pow(x, 0)` 1.
  public static func pow(_ x: Double, _ y: Double) -> Double { libmPow(x, y) }
  /// What `pow(x, 2)` is; `nil` where only it can tell.
  ///
  /// The product is rounded correctly, while `pow` may be wrong by up to 0.54 units of the last place
  /// and so differs once in a thousand times: where the exact square is close to the middle between two
  /// floats. How far it is from the product is computed exactly (T. J. Dekker, "A Floating-Point
  /// Technique for Extending the Available Precision", 1971).
  @inlinable @inline(__always)
  public static func quickSquare(_ x: Double) -> Double? {
    let square = x * x
    // So that nothing below overflows, nor loses digits.
    guard square > 1e-200, square < 1e200 else { return nil }
    let scaled = x * 0x1.000_0002p27
    let high = scaled - (scaled - x)
    let low = x - high
    let rest = ((high * high - square) + 2 * high * low) + low * low
    // A power of two has closer neighbours below it.
    let power = Double(bitPattern: square.bitPattern & 0x7FF0_0000_0000_0000)
    return rest.magnitude < power * 0x1.cp-54 && square != power ? square : nil
  }
  public static func hypot(_ x: Double, _ y: Double) -> Double { libmHypot(x, y) }
  /// The angle of the point (`x`, `y`) in radians, from -π to π.
  public static func atan2(_ y: Double, _ x: Double) -> Double { libmAtan2(y, x) }
  public static func gamma(_ x: Double) -> Double { LanczosGamma.gamma(x) }
  /// The logarithm of the absolute value of Γ(`x`).
  public static func logGamma(_ x: Double) -> Double { LanczosGamma.logGamma(x) }
}

// Inside `Elementary` the name `exp` means its own member, so libm's is called from out here.
private func libmExp(_ x: Double) -> Double { exp(x) }
private func libmExp2(_ x: Double) -> Double { exp2(x) }
private func libmExpm1(_ x: Double) -> Double { expm1(x) }
private func libmLog(_ x: Double) -> Double { log(x) }
private func libmLog2(_ x: Double) -> Double { log2(x) }
private func libmLog10(_ x: Double) -> Double { log10(x) }
private func libmLog1p(_ x: Double) -> Double { log1p(x) }
private func libmCbrt(_ x: Double) -> Double { cbrt(x) }
private func libmSin(_ x: Double) -> Double { sin(x) }
private func libmCos(_ x: Double) -> Double { cos(x) }
private func libmTan(_ x: Double) -> Double { tan(x) }
private func libmAsin(_ x: Double) -> Double { asin(x) }
private func libmAcos(_ x: Double) -> Double { acos(x) }
private func libmAtan(_ x: Double) -> Double { atan(x) }
private func libmSinh(_ x: Double) -> Double { sinh(x) }
private func libmCosh(_ x: Double) -> Double { cosh(x) }
private func libmTanh(_ x: Double) -> Double { tanh(x) }
private func libmAsinh(_ x: Double) -> Double { asinh(x) }
private func libmAcosh(_ x: Double) -> Double { acosh(x) }
private func libmAtanh(_ x: Double) -> Double { atanh(x) }
private func libmErf(_ x: Double) -> Double { erf(x) }
private func libmErfc(_ x: Double) -> Double { erfc(x) }
private func libmPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
private func libmHypot(_ x: Double, _ y: Double) -> Double { hypot(x, y) }
private func libmAtan2(_ x: Double, _ y: Double) -> Double { atan2(x, y) }
