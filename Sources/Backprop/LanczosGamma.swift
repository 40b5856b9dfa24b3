/// Γ and its logarithm by Lanczos' approximation, as CPython's `math.gamma` and `math.lgamma` compute
/// them, so that the last digits agree; a libm's own differ from them.
///
/// Γ(x) = Lg(x) · (x + g − ½)^(x − ½) · e^−(x + g − ½), with the rational Lg of Godfrey and Boost for
/// g = 6.0246….
enum LanczosGamma {
  private static let g = 6.024680040776729583740234375
  private static let gMinusHalf = 5.524680040776729583740234375

  private static let numerator: [Double] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
  ]
  private static let denominator: [Double] = [
    0, 39_916_800, 120_543_840, 150_917_976, 105_258_076, 45_995_730, 13_339_535, 2_637_558,
    357_423, 32_670, 1_925, 66, 1,
  ]
  /// Γ(1) to Γ(23), which are exact.
  private static let factorials: [Double] = (1...23).reduce(into: []) { all, n in
    all.append(n == 1 ? 1 : (all.last ?? 1) * Double(n - 1))
  }

  private static func rational(_ x: Double) -> Double {
    var (top, bottom) = (0.0, 0.0)
    if x < 5 {
      for index in numerator.indices.reversed() {
        top = top * x + numerator[index]
        bottom = bottom * x + denominator[index]
      }
    } else {
      for index in numerator.indices {
        top = top / x + numerator[index]
        bottom = bottom / x + denominator[index]
      }
    }
    return top / bottom
  }

  /// sin(πx), exact at whole and half numbers.
  private static func sinPi(_ x: Double) -> Double {
    let y = x.magnitude.truncatingRemainder(dividingBy: 2)
    let value: Double
    switch Int((2 * y).rounded()) {
    case 0: value = Elementary.sin(.pi * y)
    case 1: value = Elementary.cos(.pi * (y - 0.5))
    case 2: value = Elementary.sin(.pi * (1 - y))
    case 3: value = -Elementary.cos(.pi * (y - 1.5))
    default: value = Elementary.sin(.pi * (y - 2))
    }
    return x < 0 ? -value : value
  }

  /// nan at whole numbers below 0 and at -inf, inf with the sign at a zero.
  static func gamma(_ x: Double) -> Double {
    if !x.isFinite { return x > 0 || x.isNaN ? x : .nan }
    if x == 0 { return 1 / x }
    if x == x.rounded(.down) {
      if x < 0 { return .nan }
      if x <= 23 { return factorials[Int(x) - 1] }
    }
    let size = x.magnitude
    if size < 1e-20 { return 1 / x }
    if size > 200 { return x < 0 ? 0 / sinPi(x) : .infinity }
    let y = size + gMinusHalf
    // The part of the exponent that y lost in rounding.
    let lost: Double
    if size > gMinusHalf {
      lost = y - size - gMinusHalf
    } else {
      lost = y - gMinusHalf - size
    }
    let z = lost * g / y
    return x < 0 ? negativeGamma(x, size, y, z) : positiveGamma(size, y, z)
  }

  private static func negativeGamma(
    _ x: Double, _ size: Double, _ y: Double, _ z: Double
  ) -> Double {
    var result = -Double.pi / sinPi(size) / size * Elementary.exp(y) / rational(size)
    result -= z * result
    if size < 140 { return result / Elementary.pow(y, size - 0.5) }
    let root = Elementary.pow(y, size / 2 - 0.25)
    return result / root / root
  }

  private static func positiveGamma(_ x: Double, _ y: Double, _ z: Double) -> Double {
    var result = rational(x) / Elementary.exp(y)
    result += z * result
    if x < 140 { return result * Elementary.pow(y, x - 0.5) }
    let root = Elementary.pow(y, x / 2 - 0.25)
    return result * root * root
  }

  /// log |Γ(x)|; inf at whole numbers up to 0 and at both infinities.
  static func logGamma(_ x: Double) -> Double {
    if !x.isFinite { return x.isNaN ? x : .infinity }
    if x == x.rounded(.down), x <= 2 { return x <= 0 ? .infinity : 0 }
    let size = x.magnitude
    if size < 1e-20 { return -Elementary.log(size) }
    var result = Elementary.log(rational(size)) - g
    result += (size - 0.5) * (Elementary.log(size + g - 0.5) - 1)
    if x < 0 {
      result =
        1.144729885849400174143427351353058711647 - Elementary.log(sinPi(size).magnitude)
        - Elementary.log(size) - result
    }
    return result
  }
}
