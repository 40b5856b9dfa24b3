import Backprop

/// The distributions as `np.random.default_rng` draws them.
struct ModernSource<Bits: BitGenerator>: DistributionSource {
  var bits: Bits

  init(_ bits: Bits) {
    self.bits = bits
  }

  mutating func standardNormal() -> Double { bits.zigguratNormal() }

  mutating func standardGamma(_ shape: Double) -> Double {
    if shape == 1 { return bits.zigguratExponential() }
    if shape == 0 { return 0 }
    if shape < 1 { return flatGamma(shape) { $0.bits.zigguratExponential() } }
    return steepGamma(shape)
  }

  mutating func draw(
    _ distribution: ContinuousDistribution, _ p: DistributionParameters
  ) -> Double {
    switch distribution {
    case .beta: beta(p.a, p.b)
    case .chisquare: chisquare(p.a)
    case .exponential: p.a * bits.zigguratExponential()
    case .f: f(p.a, p.b)
    case .gamma: p.b * standardGamma(p.a)
    case .gumbel: bits.gumbel(p.a, p.b)
    case .laplace: bits.laplace(p.a, p.b)
    case .logistic: bits.logistic(p.a, p.b)
    case .lognormal: lognormal(p.a, p.b)
    case .normal: p.a + p.b * bits.zigguratNormal()
    case .pareto: Elementary.expm1(bits.zigguratExponential() / p.a)
    case .power: Elementary.pow(-Elementary.expm1(-bits.zigguratExponential()), 1 / p.a)
    case .rayleigh: p.a * (2 * bits.zigguratExponential()).squareRoot()
    case .standardCauchy: standardCauchy()
    case .standardExponential: bits.zigguratExponential()
    case .standardGamma: standardGamma(p.a)
    case .standardNormal: bits.zigguratNormal()
    case .standardT: standardT(p.a)
    case .triangular: bits.triangular(p.a, p.b, p.c)
    case .uniform: p.a + p.b * bits.nextUnit()
    case .wald: wald(p.a, p.b)
    case .weibull: p.a == 0 ? 0 : Elementary.pow(bits.zigguratExponential(), 1 / p.a)
    }
  }

  /// M. D. Jöhnk's method where both are at most 1, else two gammas. Where both are so small that the
  /// result is 0 or 1 but for once in 10¹⁰⁰ times, one uniform number decides which.
  private mutating func beta(_ a: Double, _ b: Double) -> Double {
    guard a <= 1, b <= 1 else {
      let first = standardGamma(a)
      return first / (first + standardGamma(b))
    }
    if a < 3e-103, b < 3e-103 { return (a + b) * bits.nextUnit() < a ? 1 : 0 }
    while true {
      let (u, v) = (bits.nextUnit(), bits.nextUnit())
      let x = Elementary.pow(u, 1 / a)
      let y = Elementary.pow(v, 1 / b)
      if !(x + y <= 1 && u + v > 0) { continue }
      if x > 0, y > 0 { return x / (x + y) }
      let ratio = Elementary.log(u) / a - Elementary.log(v) / b
      if ratio > 0 { return Elementary.exp(-Elementary.log1p(Elementary.exp(-ratio))) }
      return Elementary.exp(ratio - Elementary.log1p(Elementary.exp(ratio)))
    }
  }

  // MARK: Integers

  /// D. Lemire, "Fast Random Integer Generation in an Interval", ACM TOMACS 29 (2019).
  mutating func bounded(_ range: UInt64) -> UInt64 {
    if range == 0 { return 0 }
    if range == .max { return bits.next64() }
    if range > UInt64(UInt32.max) { return boundedByWords(range + 1) }
    if range == UInt64(UInt32.max) { return UInt64(bits.next32()) }
    let count = UInt32(range) + 1
    var product = UInt64(bits.next32()) * UInt64(count)
    if UInt32(truncatingIfNeeded: product) < count {
      let threshold = (0 &- count) % count
      while UInt32(truncatingIfNeeded: product) < threshold {
        product = UInt64(bits.next32()) * UInt64(count)
      }
    }
    return product >> 32
  }

  private mutating func boundedByWords(_ count: UInt64) -> UInt64 {
    var product = bits.next64().multipliedFullWidth(by: count)
    if product.low < count {
      let threshold = (0 &- count) % count
      while product.low < threshold {
        product = bits.next64().multipliedFullWidth(by: count)
      }
    }
    return product.high
  }

  mutating func binomial(_ n: Int, _ p: Double) -> Int {
    n == 0 || p == 0 ? 0 : bits.binomial(n, p)
  }

  mutating func geometric(_ p: Double) -> Int {
    if p >= 1.0 / 3 { return bits.geometricBySearch(p) }
    let waited = (-bits.zigguratExponential() / Elementary.log1p(-p)).rounded(.up)
    return waited >= 0x1p63 ? .max : Int(cutting: waited)
  }
}
