import Backprop

extension Int {
  /// A float cut towards zero as the processor does it in C: what is beyond 64 bits, and nan, gives the
  /// lowest.
  init(cutting x: Double) {
    self = x >= -0x1p63 && x < 0x1p63 ? Int(x) : .min
  }
}

extension BitGenerator {
  /// The tries up to the first success, counted one by one.
  mutating func geometricBySearch(_ p: Double) -> Int {
    let q = 1 - p
    var (sum, product) = (p, p)
    var count = 1
    let unit = nextUnit()
    // Of a product that has become 0 the sum no longer grows.
    while unit > sum, product > 0 {
      product *= q
      sum += product
      count += 1
    }
    return count
  }

  // MARK: Poisson

  /// - Parameter mean: not below 0, nor beyond about 2⁶³.
  mutating func poisson(_ mean: Double) -> Int {
    if mean >= 10 { return poissonByRejection(mean) }
    return mean == 0 ? 0 : poissonByProduct(mean)
  }

  private mutating func poissonByProduct(_ mean: Double) -> Int {
    let bound = Elementary.exp(-mean)
    var product = 1.0
    var count = 0
    while true {
      product *= nextUnit()
      if !(product > bound) { return count }
      count += 1
    }
  }

  /// W. Hörmann, "The transformed rejection method for generating Poisson random variables", Insurance:
  /// Mathematics and Economics 12 (1993).
  private mutating func poissonByRejection(_ mean: Double) -> Int {
    let logMean = Elementary.log(mean)
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let fastBound = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = nextUnit() - 0.5
      let v = nextUnit()
      let us = 0.5 - u.magnitude
      let k = Int(cutting: ((2 * a / us + b) * u + mean + 0.43).rounded(.down))
      if us >= 0.07, v <= fastBound { return k }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let left =
        Elementary.log(v) + Elementary.log(inverseAlpha) - Elementary.log(a / (us * us) + b)
      let right = -mean + Double(k) * logMean - stirlingLogGamma(Double(k &+ 1))
      if left <= right { return k }
    }
  }

  // MARK: Binomial

  /// - Parameter p: from 0 to 1.
  mutating func binomial(_ n: Int, _ p: Double) -> Int {
    if p <= 0.5 { return smallBinomial(n, p) }
    return n - smallBinomial(n, 1 - p)
  }

  private mutating func smallBinomial(_ n: Int, _ p: Double) -> Int {
    if p * Double(n) <= 30 { return binomialByInversion(n, p) }
    let sampler = BinomialRejection(n, p)
    return sampler.draw(from: &self)
  }

  private mutating func binomialByInversion(_ n: Int, _ p: Double) -> Int {
    let q = 1 - p
    let start = Elementary.exp(Double(n) * Elementary.log(q))
    let mean = Double(n) * p
    let bound = Int(cutting: min(Double(n), mean + 10 * (mean * q + 1).squareRoot()))
    var count = 0
    var probability = start
    var unit = nextUnit()
    while unit > probability {
      count += 1
      if count > bound {
        count = 0
        probability = start
        unit = nextUnit()
      } else {
        unit -= probability
        probability = Double(n - count + 1) * p * probability / (Double(count) * q)
      }
    }
    return count
  }
}

/// log Γ(x) by Stirling's series for x > 0, raised to 7 where it is below: with the very rounding of
/// NumPy's generators.
///
/// S. Zhang and J. Jin, "Computation of Special Functions" (1996).
func stirlingLogGamma(_ x: Double) -> Double {
  if x == 1 || x == 2 { return 0 }
  let raised = x < 7 ? Double(Int(cutting: 7 - x)) : 0
  var y = x + raised
  let square = (1 / y) * (1 / y)
  var series = stirlingCoefficients[9]
  for index in (0...8).reversed() {
    series *= square
    series += stirlingCoefficients[index]
  }
  let logTwoPi = 1.8378770664093453
  var result = series / y + 0.5 * logTwoPi + (y - 0.5) * Elementary.log(y) - y
  for _ in 0..<Int(raised) {
    result -= Elementary.log(y - 1)
    y -= 1
  }
  return result
}

private let stirlingCoefficients: [Double] = [
  8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04, -5.952380952380952e-04,
  8.417508417508418e-04, -1.917526917526918e-03, 6.410256410256410e-03, -2.955065359477124e-02,
  1.796443723688307e-01, -1.39243221690590e+00,
]
