/// The eigenvalues of a symmetric tridiagonal matrix by QL and QR steps with implicit shifts.
///
/// Source: the algorithm of Dubrulle, Martin and Wilkinson (Handbook for Automatic Computation, II/4),
/// with the choices of LAPACK's `steqr`, on which the signs of eigenvectors depend: QL where the lower
/// end is the greater one, else QR, and blocks of two solved directly.
struct TridiagonalEigen {
  private(set) var diagonal: [Double]
  /// Element i joins i and i + 1.
  private var offDiagonal: [Double]
  /// Its rows become the eigenvectors: they are turned as the matrix is.
  let vectors: DenseMatrix
  private var stepsLeft: Int
  private(set) var hasConverged = true

  /// - Parameter vectors: the identity of the size of the matrix.
  init(diagonal: [Double], offDiagonal: [Double], vectors: DenseMatrix) {
    self.diagonal = diagonal
    self.offDiagonal = offDiagonal
    self.vectors = vectors
    stepsLeft = 30 * diagonal.count
    var first = 0
    while first < diagonal.count && hasConverged {
      let last = endOfBlock(first)
      solveBlock(first, last)
      if blockIsDone(first, last) { first = last + 1 }
      if stepsLeft <= 0 { hasConverged = first >= diagonal.count }
    }
    sort()
  }

  private func blockIsDone(_ first: Int, _ last: Int) -> Bool {
    (first..<last).allSatisfy { offDiagonal[$0] == 0 }
  }

  /// The last row that is joined with `first`; sets what joins it with the next one to 0.
  private mutating func endOfBlock(_ first: Int) -> Int {
    for i in first..<(diagonal.count - 1) {
      let size = offDiagonal[i].magnitude
      let scale =
        diagonal[i].magnitude.squareRoot() * diagonal[i + 1].magnitude.squareRoot()
      if size == 0 || size <= scale * unitRoundoff {
        offDiagonal[i] = 0
        return i
      }
    }
    return diagonal.count - 1
  }

  private mutating func solveBlock(_ first: Int, _ last: Int) {
    if first == last { return }
    if diagonal[last].magnitude < diagonal[first].magnitude {
      solveUpwards(from: last, to: first)
    } else {
      solveDownwards(from: first, to: last)
    }
  }

  private func isNegligible(_ i: Int) -> Bool {
    offDiagonal[i] * offDiagonal[i]
      <= unitRoundoff * unitRoundoff * diagonal[i].magnitude * diagonal[i + 1].magnitude
      + Double.leastNormalMagnitude
  }

  /// QL: eigenvalues appear at the low end.
  private mutating func solveDownwards(from first: Int, to last: Int) {
    var low = first
    while low <= last {
      let high = (low..<last).first { isNegligible($0) } ?? last
      if high < last { offDiagonal[high] = 0 }
      if high == low {
        low += 1
      } else if high == low + 1 {
        solvePair(low)
        low += 2
      } else {
        if stepsLeft <= 0 { return }
        stepsLeft -= 1
        stepDownwards(low, high)
      }
    }
  }

  private mutating func stepDownwards(_ low: Int, _ high: Int) {
    var p = diagonal[low]
    var g = (diagonal[low + 1] - p) / (2 * offDiagonal[low])
    g =
      diagonal[high] - p + offDiagonal[low]
      / (g + Double(signOf: g, magnitudeOf: Elementary.hypot(g, 1)))
    var rotation = Rotation(cosine: 1, sine: 1)
    p = 0
    for i in stride(from: high - 1, through: low, by: -1) {
      let f = rotation.sine * offDiagonal[i]
      let b = rotation.cosine * offDiagonal[i]
      let (next, r) = Rotation.zeroing(f, against: g)
      rotation = next
      if i != high - 1 { offDiagonal[i + 1] = r }
      g = diagonal[i + 1] - p
      let t = (diagonal[i] - g) * rotation.sine + 2 * rotation.cosine * b
      p = rotation.sine * t
      diagonal[i + 1] = g + p
      g = rotation.cosine * t - b
      vectors.rotateRows(i, i + 1, Rotation(cosine: rotation.cosine, sine: -rotation.sine))
    }
    diagonal[low] -= p
    offDiagonal[low] = g
  }

  /// QR: eigenvalues appear at the high end.
  private mutating func solveUpwards(from first: Int, to last: Int) {
    var high = first
    while high >= last {
      let low = (last..<high).last { isNegligible($0) }.map { $0 + 1 } ?? last
      if low > last { offDiagonal[low - 1] = 0 }
      if low == high {
        high -= 1
      } else if low == high - 1 {
        solvePair(low)
        high -= 2
      } else {
        if stepsLeft <= 0 { return }
        stepsLeft -= 1
        stepUpwards(low, high)
      }
    }
  }

  private mutating func stepUpwards(_ low: Int, _ high: Int) {
    var p = diagonal[high]
    var g = (diagonal[high - 1] - p) / (2 * offDiagonal[high - 1])
    g =
      diagonal[low] - p + offDiagonal[high - 1]
      / (g + Double(signOf: g, magnitudeOf: Elementary.hypot(g, 1)))
    var rotation = Rotation(cosine: 1, sine: 1)
    p = 0
    for i in low..<high {
      let f = rotation.sine * offDiagonal[i]
      let b = rotation.cosine * offDiagonal[i]
      let (next, r) = Rotation.zeroing(f, against: g)
      rotation = next
      if i != low { offDiagonal[i - 1] = r }
      g = diagonal[i] - p
      let t = (diagonal[i + 1] - g) * rotation.sine + 2 * rotation.cosine * b
      p = rotation.sine * t
      diagonal[i] = g + p
      g = rotation.cosine * t - b
      vectors.rotateRows(i, i + 1, rotation)
    }
    diagonal[high] -= p
    offDiagonal[high - 1] = g
  }

  private mutating func solvePair(_ i: Int) {
    let pair = SymmetricPair(diagonal[i], offDiagonal[i], diagonal[i + 1])
    diagonal[i] = pair.greater
    diagonal[i + 1] = pair.lesser
    offDiagonal[i] = 0
    vectors.rotateRows(i, i + 1, pair.rotation)
  }

  /// Ascending, with the fewest swaps.
  private mutating func sort() {
    for i in diagonal.indices.dropLast() {
      var least = i
      for j in (i + 1)..<diagonal.count where diagonal[j] < diagonal[least] { least = j }
      diagonal.swapAt(i, least)
      vectors.swapRows(i, least)
    }
  }
}

/// The eigenvalues of the matrix [a, b; b, c], by size, and the rotation to the eigenvector of the one
/// of greater size, (cosine, sine).
struct SymmetricPair {
  let greater: Double
  let lesser: Double
  let rotation: Rotation

  init(_ a: Double, _ b: Double, _ c: Double) {
    let (sum, difference, twice) = (a + c, a - c, b + b)
    let distance = SymmetricPair.hypotenuse(difference.magnitude, twice.magnitude)
    let isNegative = sum < 0
    if sum == 0 {
      greater = 0.5 * distance
      lesser = -0.5 * distance
    } else {
      greater = 0.5 * (isNegative ? sum - distance : sum + distance)
      let (large, small) = a.magnitude > c.magnitude ? (a, c) : (c, a)
      lesser = (large / greater) * small - (b / greater) * b
    }
    let isFalling = difference >= 0
    let direction = SymmetricPair.direction(
      isFalling ? difference + distance : difference - distance, twice)
    rotation =
      isNegative != isFalling
      ? Rotation(cosine: -direction.sine, sine: direction.cosine) : direction
  }

  private static func hypotenuse(_ x: Double, _ y: Double) -> Double {
    let (large, small) = x > y ? (x, y) : (y, x)
    if large == small { return large * 2.0.squareRoot() }
    return large * (1 + (small / large) * (small / large)).squareRoot()
  }

  private static func direction(_ cosine: Double, _ twice: Double) -> Rotation {
    if cosine.magnitude > twice.magnitude {
      let ratio = -twice / cosine
      let sine = 1 / (1 + ratio * ratio).squareRoot()
      return Rotation(cosine: ratio * sine, sine: sine)
    }
    if twice == 0 { return Rotation(cosine: 1, sine: 0) }
    let ratio = -cosine / twice
    let result = 1 / (1 + ratio * ratio).squareRoot()
    return Rotation(cosine: result, sine: ratio * result)
  }
}
