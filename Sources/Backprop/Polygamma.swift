/// The polygamma function ψₙ, the n-th derivative of ψ = Γ′/Γ: order 0 is ψ itself, 1 trigamma.
///
/// By the asymptotic series of DLMF 5.11.2 and 5.15.8 (https://dlmf.nist.gov/5.15), after going up to
/// an argument where it converges by ψₙ(x) = ψₙ(x + 1) - (-1)ⁿ·n!/xⁿ⁺¹. Relative error about 1e-14 for
/// orders below 5, away from zeros of ψₙ. nan at the poles 0, -1, -2, …, below -1000 (where the way up
/// would be long), and for an order that is not a whole number from 0 to 20.
func derivativeOfLogGamma(_ order: Double, at x: Double) -> Double {
  guard order >= 0, order <= 20, order == order.rounded(), x > -1000 else { return .nan }
  if x <= 0 && x == x.rounded() { return .nan }
  let n = Int(order)
  // (-1)ⁿ·n!
  let signedFactorial = (1...max(n, 1)).reduce(n % 2 == 0 ? 1.0 : -1.0) { $0 * Double($1) }
  var steps = 0.0
  var argument = x
  while argument < 20 + order {
    steps += 1 / Elementary.pow(argument, order + 1)
    argument += 1
  }
  return polygammaSeries(n, at: argument) - signedFactorial * steps
}

/// The asymptotic series; for x of 20 and above eight terms are enough.
private func polygammaSeries(_ n: Int, at x: Double) -> Double {
  let bernoulli: [Double] = [
    1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510,
  ]
  // Each term is a derivative of one of ψ's own: log x, -1/(2x) and -B₂ₖ/(2k·x²ᵏ).
  var sum = n == 0 ? Elementary.log(x) : derivativeOfPower(n - 1, x)
  sum -= derivativeOfPower(n, x) / 2
  for (index, number) in bernoulli.enumerated() {
    let power = 2 * (index + 1)
    sum -= number / Double(power) * derivativeOfPower(n, x, power)
  }
  return sum
}

/// The n-th derivative of x⁻ᵖ: (-1)ⁿ·p·(p + 1)⋯(p + n - 1)·x⁻ᵖ⁻ⁿ.
private func derivativeOfPower(_ n: Int, _ x: Double, _ power: Int = 1) -> Double {
  var factor = 1.0
  for step in 0..<n { factor *= -Double(power + step) }
  return factor * Elementary.pow(x, -Double(power + n))
}
