/// The singular values of the matrix [f, g; 0, h] and the rotations that make it diagonal, computed so
/// that each is right to a few units in the last place.
///
/// Source: Demmel and Kahan, "Accurate singular values of bidiagonal matrices", SIAM J. Sci. Stat.
/// Comput. 11 (1990), as LAPACK's `lasv2`. The values bear the signs that the rotations leave.
struct TriangularPair {
  let greater: Double
  let lesser: Double
  let left: Rotation
  let right: Rotation

  init(_ f: Double, _ g: Double, _ h: Double) {
    let isSwapped = h.magnitude > f.magnitude
    let (first, last) = isSwapped ? (h, f) : (f, h)
    let solution = Solution(first, g, last)
    left =
      isSwapped
      ? Rotation(cosine: solution.right.sine, sine: solution.right.cosine) : solution.left
    right =
      isSwapped
      ? Rotation(cosine: solution.left.sine, sine: solution.left.cosine) : solution.right
    let sign: Double =
      if solution.gIsGreatest {
        unitSign(right.sine) * unitSign(left.cosine) * unitSign(g)
      } else if isSwapped {
        unitSign(right.sine) * unitSign(left.sine) * unitSign(h)
      } else {
        unitSign(right.cosine) * unitSign(left.cosine) * unitSign(f)
      }
    greater = Double(signOf: sign, magnitudeOf: solution.greater)
    lesser = Double(
      signOf: sign * unitSign(f) * unitSign(h), magnitudeOf: solution.lesser)
  }

  /// The same for |f| at least |h|, without signs of the values.
  private struct Solution {
    var greater: Double
    var lesser: Double
    var left = Rotation(cosine: 1, sine: 0)
    var right = Rotation(cosine: 1, sine: 0)
    var gIsGreatest = false

    init(_ f: Double, _ g: Double, _ h: Double) {
      let (fSize, gSize, hSize) = (f.magnitude, g.magnitude, h.magnitude)
      greater = fSize
      lesser = hSize
      if gSize == 0 { return }
      gIsGreatest = gSize > fSize
      if gIsGreatest && fSize / gSize < unitRoundoff {
        greater = gSize
        lesser = hSize > 1 ? fSize / (gSize / hSize) : (fSize / gSize) * hSize
        left = Rotation(cosine: 1, sine: h / g)
        right = Rotation(cosine: f / g, sine: 1)
        return
      }
      let d = fSize - hSize
      let l = d == fSize ? 1 : d / fSize
      let m = g / f
      let (mm, t) = (m * m, 2 - l)
      let s = (t * t + mm).squareRoot()
      let r = l == 0 ? m.magnitude : (l * l + mm).squareRoot()
      let a = 0.5 * (s + r)
      lesser = hSize / a
      greater = fSize * a
      let tangent =
        if mm != 0 {
          (m / (s + t) + m / (r + l)) * (1 + a)
        } else if l == 0 {
          2 * unitSign(f) * unitSign(g)
        } else {
          g / Double(signOf: f, magnitudeOf: d) + m / t
        }
      let size = (tangent * tangent + 4).squareRoot()
      right = Rotation(cosine: 2 / size, sine: tangent / size)
      left = Rotation(
        cosine: (right.cosine + right.sine * m) / a, sine: (h / f) * right.sine / a)
    }
  }

  /// The lesser singular value alone.
  static func lesser(_ f: Double, _ g: Double, _ h: Double) -> Double {
    let low = min(f.magnitude, h.magnitude)
    let high = max(f.magnitude, h.magnitude)
    let size = g.magnitude
    if low == 0 { return 0 }
    let (sum, difference) = (1 + low / high, (high - low) / high)
    if size < high {
      let square = (size / high) * (size / high)
      return low
        * (2
          / ((sum * sum + square).squareRoot() + (difference * difference + square).squareRoot()))
    }
    let ratio = high / size
    if ratio == 0 { return low * high / size }
    let (x, y) = (sum * ratio, difference * ratio)
    return 2 * (low * (1 / ((1 + x * x).squareRoot() + (1 + y * y).squareRoot())) * ratio)
  }
}
