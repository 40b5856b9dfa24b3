/// The singular values of an upper bidiagonal matrix by QR steps with implicit shifts, and with none
/// where a small singular value would lose its digits.
///
/// Source: Demmel and Kahan, "Accurate singular values of bidiagonal matrices", SIAM J. Sci. Stat.
/// Comput. 11 (1990), with the choices of LAPACK's `bdsqr`, on which the signs of vectors depend: the
/// bulge is chased from the greater end to the lesser.
struct BidiagonalSVD {
  private(set) var diagonal: [Double]
  /// Element i stands right of diagonal element i.
  private var upper: [Double]
  /// Their rows are turned as the columns and rows of the matrix are.
  let left: DenseMatrix
  let right: DenseMatrix
  private(set) var hasConverged = true
  /// Elements of `upper` not above it are 0.
  private var threshold = 0.0
  private let tolerance = 98.7 * unitRoundoff
  private var leastSeen = 0.0

  /// - Parameters:
  ///   - left: one row for each left singular vector.
  ///   - right: one row for each right singular vector.
  init(diagonal: [Double], upper: [Double], left: DenseMatrix, right: DenseMatrix) {
    self.diagonal = diagonal
    self.upper = upper
    self.left = left
    self.right = right
    threshold = smallest()
    iterate()
    makePositive()
    sort()
  }

  private func smallest() -> Double {
    guard var bound = diagonal.first?.magnitude else { return 0 }
    var least = bound
    for i in 1..<max(diagonal.count, 1) where least != 0 {
      bound = diagonal[i].magnitude * (bound / (bound + upper[i - 1].magnitude))
      least = min(least, bound)
    }
    let count = Double(diagonal.count)
    return max(
      tolerance * (least / count.squareRoot()), 6 * count * count * Double.leastNormalMagnitude)
  }

  private mutating func iterate() {
    var stepsLeft = 6 * diagonal.count * diagonal.count
    var high = diagonal.count - 1
    var (oldLow, oldHigh) = (-1, -1)
    var isDownwards = true
    while high > 0 {
      if stepsLeft < 0 {
        hasConverged = false
        return
      }
      let low = startOfBlock(high)
      if low == high {
        high -= 1
        continue
      }
      if low == high - 1 {
        solvePair(low)
        high -= 2
        continue
      }
      if low > oldHigh || high < oldLow {
        isDownwards = diagonal[low].magnitude >= diagonal[high].magnitude
      }
      if isDownwards ? splitsDownwards(low, high) : splitsUpwards(low, high) { continue }
      (oldLow, oldHigh) = (low, high)
      stepsLeft -= high - low
      let shift = shift(low, high, isDownwards)
      if isDownwards {
        shift == 0 ? stepDownwards(low, high) : stepDownwards(low, high, shift)
        if upper[high - 1].magnitude <= threshold { upper[high - 1] = 0 }
      } else {
        shift == 0 ? stepUpwards(low, high) : stepUpwards(low, high, shift)
        if upper[low].magnitude <= threshold { upper[low] = 0 }
      }
    }
  }

  private mutating func startOfBlock(_ high: Int) -> Int {
    for i in stride(from: high - 1, through: 0, by: -1) where upper[i].magnitude <= threshold {
      upper[i] = 0
      return i + 1
    }
    return 0
  }

  private mutating func solvePair(_ i: Int) {
    let pair = TriangularPair(diagonal[i], upper[i], diagonal[i + 1])
    diagonal[i] = pair.greater
    upper[i] = 0
    diagonal[i + 1] = pair.lesser
    right.rotateRows(i, i + 1, pair.right)
    left.rotateRows(i, i + 1, pair.left)
  }

  // MARK: Convergence

  private mutating func splitsDownwards(_ low: Int, _ high: Int) -> Bool {
    if upper[high - 1].magnitude <= tolerance * diagonal[high].magnitude {
      upper[high - 1] = 0
      return true
    }
    var bound = diagonal[low].magnitude
    leastSeen = bound
    for i in low..<high {
      if upper[i].magnitude <= tolerance * bound {
        upper[i] = 0
        return true
      }
      bound = diagonal[i + 1].magnitude * (bound / (bound + upper[i].magnitude))
      leastSeen = min(leastSeen, bound)
    }
    return false
  }

  private mutating func splitsUpwards(_ low: Int, _ high: Int) -> Bool {
    if upper[low].magnitude <= tolerance * diagonal[low].magnitude {
      upper[low] = 0
      return true
    }
    var bound = diagonal[high].magnitude
    leastSeen = bound
    for i in stride(from: high - 1, through: low, by: -1) {
      if upper[i].magnitude <= tolerance * bound {
        upper[i] = 0
        return true
      }
      bound = diagonal[i].magnitude * (bound / (bound + upper[i].magnitude))
      leastSeen = min(leastSeen, bound)
    }
    return false
  }

  /// 0 where a shift would spoil the relative accuracy of the least singular value.
  private func shift(_ low: Int, _ high: Int, _ isDownwards: Bool) -> Double {
    let greatest = (low...high).reduce(0) {
      max($0, diagonal[$1].magnitude, $1 < high ? upper[$1].magnitude : 0)
    }
    if Double(diagonal.count) * tolerance * (leastSeen / greatest)
      <= max(unitRoundoff, 0.01 * tolerance)
    {
      return 0
    }
    let i = isDownwards ? high - 1 : low
    let end = diagonal[isDownwards ? low : high].magnitude
    let shift = TriangularPair.lesser(diagonal[i], upper[i], diagonal[i + 1])
    return end > 0 && (shift / end) * (shift / end) < unitRoundoff ? 0 : shift
  }

  // MARK: Steps

  private mutating func stepDownwards(_ low: Int, _ high: Int) {
    var turn = Rotation(cosine: 1, sine: 0)
    var old = Rotation(cosine: 1, sine: 0)
    var r = 0.0
    for i in low..<high {
      (turn, r) = Rotation.zeroing(upper[i], against: diagonal[i] * turn.cosine)
      if i > low { upper[i - 1] = old.sine * r }
      (old, diagonal[i]) = Rotation.zeroing(
        diagonal[i + 1] * turn.sine, against: old.cosine * r)
      right.rotateRows(i, i + 1, turn)
      left.rotateRows(i, i + 1, old)
    }
    let last = diagonal[high] * turn.cosine
    diagonal[high] = last * old.cosine
    upper[high - 1] = last * old.sine
  }

  private mutating func stepUpwards(_ low: Int, _ high: Int) {
    var turn = Rotation(cosine: 1, sine: 0)
    var old = Rotation(cosine: 1, sine: 0)
    var r = 0.0
    for i in stride(from: high, to: low, by: -1) {
      (turn, r) = Rotation.zeroing(upper[i - 1], against: diagonal[i] * turn.cosine)
      if i < high { upper[i] = old.sine * r }
      (old, diagonal[i]) = Rotation.zeroing(
        diagonal[i - 1] * turn.sine, against: old.cosine * r)
      right.rotateRows(i - 1, i, Rotation(cosine: old.cosine, sine: -old.sine))
      left.rotateRows(i - 1, i, Rotation(cosine: turn.cosine, sine: -turn.sine))
    }
    let last = diagonal[low] * turn.cosine
    diagonal[low] = last * old.cosine
    upper[low] = last * old.sine
  }

  private mutating func stepDownwards(_ low: Int, _ high: Int, _ shift: Double) {
    var f = (diagonal[low].magnitude - shift) * (unitSign(diagonal[low]) + shift / diagonal[low])
    var g = upper[low]
    for i in low..<high {
      let (a, r) = Rotation.zeroing(g, against: f)
      if i > low { upper[i - 1] = r }
      f = a.cosine * diagonal[i] + a.sine * upper[i]
      upper[i] = a.cosine * upper[i] - a.sine * diagonal[i]
      g = a.sine * diagonal[i + 1]
      diagonal[i + 1] *= a.cosine
      let (b, s) = Rotation.zeroing(g, against: f)
      diagonal[i] = s
      f = b.cosine * upper[i] + b.sine * diagonal[i + 1]
      diagonal[i + 1] = b.cosine * diagonal[i + 1] - b.sine * upper[i]
      if i < high - 1 {
        g = b.sine * upper[i + 1]
        upper[i + 1] *= b.cosine
      }
      right.rotateRows(i, i + 1, a)
      left.rotateRows(i, i + 1, b)
    }
    upper[high - 1] = f
  }

  private mutating func stepUpwards(_ low: Int, _ high: Int, _ shift: Double) {
    var f =
      (diagonal[high].magnitude - shift) * (unitSign(diagonal[high]) + shift / diagonal[high])
    var g = upper[high - 1]
    for i in stride(from: high, to: low, by: -1) {
      let (a, r) = Rotation.zeroing(g, against: f)
      if i < high { upper[i] = r }
      f = a.cosine * diagonal[i] + a.sine * upper[i - 1]
      upper[i - 1] = a.cosine * upper[i - 1] - a.sine * diagonal[i]
      g = a.sine * diagonal[i - 1]
      diagonal[i - 1] *= a.cosine
      let (b, s) = Rotation.zeroing(g, against: f)
      diagonal[i] = s
      f = b.cosine * upper[i - 1] + b.sine * diagonal[i - 1]
      diagonal[i - 1] = b.cosine * diagonal[i - 1] - b.sine * upper[i - 1]
      if i > low + 1 {
        g = b.sine * upper[i - 2]
        upper[i - 2] *= b.cosine
      }
      right.rotateRows(i - 1, i, Rotation(cosine: b.cosine, sine: -b.sine))
      left.rotateRows(i - 1, i, Rotation(cosine: a.cosine, sine: -a.sine))
    }
    upper[low] = f
  }

  // MARK: Order

  private mutating func makePositive() {
    for i in diagonal.indices where diagonal[i] < 0 {
      diagonal[i] = -diagonal[i]
      let row = right.row(i)
      for j in 0..<right.columns { row[j] = -row[j] }
    }
  }

  /// Descending; the least of those left goes to the end.
  private mutating func sort() {
    for last in stride(from: diagonal.count - 1, to: 0, by: -1) {
      var least = 0
      for j in 1...last where diagonal[j] <= diagonal[least] { least = j }
      if least == last { continue }
      diagonal.swapAt(least, last)
      left.swapRows(least, last)
      right.swapRows(least, last)
    }
  }
}
