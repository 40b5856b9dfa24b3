import Backprop

/// The continuous distributions of NumPy's generators, by the names of their methods.
enum ContinuousDistribution: String, CaseIterable, Sendable {
  case beta, chisquare, exponential, f, gamma, gumbel, laplace, logistic, lognormal, normal, pareto
  case power, rayleigh
  case standardCauchy = "standard_cauchy"
  case standardExponential = "standard_exponential"
  case standardGamma = "standard_gamma"
  case standardNormal = "standard_normal"
  case standardT = "standard_t"
  case triangular, uniform, wald, weibull
}

/// The parameters of one draw, in the order of the method's; what a distribution has not is 0.
struct DistributionParameters {
  var a = 0.0
  var b = 0.0
  var c = 0.0
}

/// What draws from distributions: the older way of NumPy's `RandomState` or that of its `Generator`.
protocol DistributionSource {
  associatedtype Bits: BitGenerator
  var bits: Bits { get set }

  /// `uniform` takes the lower bound and the width.
  mutating func draw(
    _ distribution: ContinuousDistribution, _ parameters: DistributionParameters
  ) -> Double
  mutating func standardNormal() -> Double
  /// - Parameter shape: not below 0; nan gives nan.
  mutating func standardGamma(_ shape: Double) -> Double

  /// From 0 to `range`, both included.
  mutating func bounded(_ range: UInt64) -> UInt64
  /// How often `n` tries succeed, each with probability `p` from 0 to 1.
  mutating func binomial(_ n: Int, _ p: Double) -> Int
  /// The tries up to the first success; `p` is above 0 and up to 1.
  mutating func geometric(_ p: Double) -> Int
}

extension BitGenerator {
  mutating func laplace(_ location: Double, _ scale: Double) -> Double {
    while true {
      let unit = nextUnit()
      if unit >= 0.5 { return location - scale * Elementary.log(2 - unit - unit) }
      if unit > 0 { return location + scale * Elementary.log(unit + unit) }
    }
  }

  mutating func gumbel(_ location: Double, _ scale: Double) -> Double {
    while true {
      let unit = 1 - nextUnit()
      if unit < 1 { return location - scale * Elementary.log(-Elementary.log(unit)) }
    }
  }

  mutating func logistic(_ location: Double, _ scale: Double) -> Double {
    while true {
      let unit = nextUnit()
      if unit > 0 { return location + scale * Elementary.log(unit / (1 - unit)) }
    }
  }

  mutating func triangular(_ left: Double, _ mode: Double, _ right: Double) -> Double {
    let base = right - left
    let leftBase = mode - left
    let unit = nextUnit()
    if unit <= leftBase / base { return left + (unit * (leftBase * base)).squareRoot() }
    return right - ((1 - unit) * ((right - mode) * base)).squareRoot()
  }
}

extension DistributionSource {
  mutating func lognormal(_ mean: Double, _ deviation: Double) -> Double {
    Elementary.exp(mean + deviation * standardNormal())
  }

  mutating func chisquare(_ degrees: Double) -> Double { 2 * standardGamma(degrees / 2) }

  mutating func f(_ above: Double, _ below: Double) -> Double {
    let numerator = chisquare(above) * below
    return numerator / (chisquare(below) * above)
  }

  mutating func standardT(_ degrees: Double) -> Double {
    let normal = standardNormal()
    let gamma = standardGamma(degrees / 2)
    return (degrees / 2).squareRoot() * normal / gamma.squareRoot()
  }

  mutating func standardCauchy() -> Double {
    let above = standardNormal()
    return above / standardNormal()
  }

  mutating func wald(_ mean: Double, _ scale: Double) -> Double {
    let half = mean / (2 * scale)
    let normal = standardNormal()
    let y = mean * normal * normal
    let x = mean + half * (y - (4 * scale * y + y * y).squareRoot())
    return bits.nextUnit() <= mean / (mean + x) ? x : mean * mean / x
  }

  /// G. Marsaglia and W. W. Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26 (2000);
  /// for shapes of at least 1.
  mutating func steepGamma(_ shape: Double) -> Double {
    let b = shape - 1.0 / 3
    let c = 1 / (9 * b).squareRoot()
    while true {
      var x: Double
      var v: Double
      repeat {
        x = standardNormal()
        v = 1 + c * x
      } while v <= 0
      v = v * v * v
      let unit = bits.nextUnit()
      if unit < 1 - 0.0331 * (x * x) * (x * x) { return b * v }
      if Elementary.log(unit) < 0.5 * x * x + b * (1 - v + Elementary.log(v)) { return b * v }
    }
  }

  /// For shapes between 0 and 1: a power of a uniform number below its turn, an exponential tail above.
  @inline(__always)
  mutating func flatGamma(
    _ shape: Double, exponential: (inout Self) -> Double
  ) -> Double {
    while true {
      let unit = bits.nextUnit()
      let waited = exponential(&self)
      if unit <= 1 - shape {
        let x = Elementary.pow(unit, 1 / shape)
        if x <= waited { return x }
      } else {
        let y = -Elementary.log((1 - unit) / shape)
        let x = Elementary.pow(1 - shape + shape * y, 1 / shape)
        if x <= waited + y { return x }
      }
    }
  }
}
