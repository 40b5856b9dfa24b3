import Backprop

/// The distributions as `np.random.seed` and `RandomState` draw them: frozen in NumPy 1.16, on the
/// Mersenne Twister.
struct LegacySource: DistributionSource {
  var bits: MersenneTwister
  /// The second of the two numbers that the polar method makes at a time.
  var spareNormal: Double?

  init(_ bits: MersenneTwister) {
    self.bits = bits
  }

  /// G. Marsaglia and T. A. Bray, "A Convenient Method for Generating Normal Variables", SIAM Review 6
  /// (1964).
  mutating func standardNormal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let x = 2 * bits.nextUnit() - 1
      let y = 2 * bits.nextUnit() - 1
      let square = x * x + y * y
      if square >= 1 || square == 0 { continue }
      let factor = (-2 * Elementary.log(square) / square).squareRoot()
      spareNormal = factor * x
      return factor * y
    }
  }

  mutating func standardExponential() -> Double { -Elementary.log(1 - bits.nextUnit()) }

  mutating func standardGamma(_ shape: Double) -> Double {
    if shape == 1 { return standardExponential() }
    if shape == 0 { return 0 }
    if shape < 1 { return flatGamma(shape) { $0.standardExponential() } }
    return steepGamma(shape)
  }

  mutating func draw(
    _ distribution: ContinuousDistribution, _ p: DistributionParameters
  ) -> Double {
    switch distribution {
    case .beta: beta(p.a, p.b)
    case .chisquare: chisquare(p.a)
    case .exponential: p.a * standardExponential()
    case .f: f(p.a, p.b)
    case .gamma: p.b * standardGamma(p.a)
    case .gumbel: bits.gumbel(p.a, p.b)
    case .laplace: bits.laplace(p.a, p.b)
    case .logistic: bits.logistic(p.a, p.b)
    case .lognormal: lognormal(p.a, p.b)
    case .normal: p.a + p.b * standardNormal()
    case .pareto: Elementary.exp(standardExponential() / p.a) - 1
    case .power: Elementary.pow(1 - Elementary.exp(-standardExponential()), 1 / p.a)
    case .rayleigh: p.a * (-2 * Elementary.log1p(-bits.nextUnit())).squareRoot()
    case .standardCauchy: standardCauchy()
    case .standardExponential: standardExponential()
    case .standardGamma: standardGamma(p.a)
    case .standardNormal: standardNormal()
    case .standardT: standardT(p.a)
    case .triangular: bits.triangular(p.a, p.b, p.c)
    case .uniform: p.a + p.b * bits.nextUnit()
    case .wald: wald(p.a, p.b)
    case .weibull: p.a == 0 ? 0 : Elementary.pow(standardExponential(), 1 / p.a)
    }
  }

  /// M. D. Jöhnk's method where both are at most 1, else two gammas.
  private mutating func beta(_ a: Double, _ b: Double) -> Double {
    guard a <= 1, b <= 1 else {
      let first = standardGamma(a)
      return first / (first + standardGamma(b))
    }
    while true {
      let (u, v) = (bits.nextUnit(), bits.nextUnit())
      let x = Elementary.pow(u, 1 / a)
      let y = Elementary.pow(v, 1 / b)
      if !(x + y <= 1) { continue }
      if x + y > 0 { return x / (x + y) }
      var logX = Elementary.log(u) / a
      var logY = Elementary.log(v) / b
      let larger = logX > logY ? logX : logY
      logX -= larger
      logY -= larger
      return Elementary.exp(
        logX - Elementary.log(Elementary.exp(logX) + Elementary.exp(logY)))
    }
  }

  // MARK: Integers

  mutating func bounded(_ range: UInt64) -> UInt64 {
    range == .max ? bits.next64() : bits.interval(range)
  }

  mutating func binomial(_ n: Int, _ p: Double) -> Int { bits.binomial(n, p) }

  mutating func geometric(_ p: Double) -> Int {
    if p >= 1.0 / 3 { return bits.geometricBySearch(p) }
    return Int(cutting: (Elementary.log1p(-bits.nextUnit()) / Elementary.log(1 - p)).rounded(.up))
  }
}
