import Backprop

/// Draws from a binomial distribution of many expected successes by rejection: a triangle in the middle,
/// parallelograms beside it, exponential tails.
///
/// V. Kachitvichyanukul and B. W. Schmeiser, "Binomial Random Variate Generation", Communications of the
/// ACM 31 (1988), whose algorithm BTPE and its names these are.
struct BinomialRejection {
  private let n: Int
  private let r: Double
  private let q: Double
  /// The most likely number.
  private let m: Int
  private let p1: Double
  private let p2: Double
  private let p3: Double
  private let p4: Double
  private let xm: Double
  private let xl: Double
  private let xr: Double
  private let c: Double
  private let leftRate: Double
  private let rightRate: Double

  /// - Parameter p: at most 0.5, with `n * p` above 30.
  init(_ n: Int, _ p: Double) {
    self.n = n
    let size = Double(n)
    r = min(p, 1 - p)
    q = 1 - r
    let fm = size * r + r
    m = Int(cutting: fm.rounded(.down))
    p1 = (2.195 * (size * r * q).squareRoot() - 4.6 * q).rounded(.down) + 0.5
    xm = Double(m) + 0.5
    xl = xm - p1
    xr = xm + p1
    c = 0.134 + 20.5 / (15.3 + Double(m))
    let left = (fm - xl) / (fm - xl * r)
    leftRate = left * (1 + left / 2)
    let right = (xr - fm) / (xr * q)
    rightRate = right * (1 + right / 2)
    p2 = p1 * (1 + 2 * c)
    p3 = p2 + c / leftRate
    p4 = p3 + c / rightRate
  }

  func draw(from bits: inout some BitGenerator) -> Int {
    while true {
      let u = bits.nextUnit() * p4
      var v = bits.nextUnit()
      if u <= p1 { return Int(cutting: (xm - p1 * v + u).rounded(.down)) }
      let y: Int
      if u <= p2 {
        let x = xl + (u - p1) / c
        v = v * c + 1 - (Double(m) - x + 0.5).magnitude / p1
        if v > 1 { continue }
        y = Int(cutting: x.rounded(.down))
      } else if u <= p3 {
        y = Int(cutting: (xl + Elementary.log(v) / leftRate).rounded(.down))
        if y < 0 || v == 0 { continue }
        v = v * (u - p2) * leftRate
      } else {
        let x = (xr - Elementary.log(v) / rightRate).rounded(.down)
        if v == 0 || !(x < 0x1p63) { continue }
        y = Int(cutting: x)
        if y > n { continue }
        v = v * (u - p3) * rightRate
      }
      if isAccepted(y, v) { return y }
    }
  }

  private func isAccepted(_ y: Int, _ v: Double) -> Bool {
    let variance = Double(n) * r * q
    let k = (y - m).magnitude
    if k > 20, Double(k) < variance / 2 - 1 {
      return isAcceptedByBounds(y, v, Int(k), variance)
    }
    let s = r / q
    let a = s * Double(n &+ 1)
    var ratio = 1.0
    if m < y {
      for index in (m + 1)...y { ratio *= a / Double(index) - s }
    } else if m > y {
      for index in (y + 1)...m { ratio /= a / Double(index) - s }
    }
    return !(v > ratio)
  }

  private func isAcceptedByBounds(_ y: Int, _ v: Double, _ k: Int, _ variance: Double) -> Bool {
    let size = Double(k)
    let rho =
      (size / variance)
      * ((size * (size / 3 + 0.625) + 0.16666666666666666) / variance + 0.5)
    let t = Double(0 &- k &* k) / (2 * variance)
    let logV = Elementary.log(v)
    if logV < t - rho { return true }
    if logV > t + rho { return false }
    let (x1, f1) = (Double(y &+ 1), Double(m &+ 1))
    let (z, w) = (Double(n &+ 1 &- m), Double(n &- y &+ 1))
    let bound =
      xm * Elementary.log(f1 / x1) + (Double(n - m) + 0.5) * Elementary.log(z / w)
      + Double(y - m) * Elementary.log(w * r / (x1 * q)) + correction(f1) + correction(z)
      + correction(x1) + correction(w)
    return !(logV > bound)
  }

  /// The end of Stirling's series.
  private func correction(_ x: Double) -> Double {
    let square = x * x
    let inner = 99 - 140 / square
    let middle = 132 - inner / square
    let outer = 462 - middle / square
    return (13680 - outer / square) / x / 166320
  }
}
