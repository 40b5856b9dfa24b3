// Eigenvalues of a general matrix by the QR algorithm with implicit double shifts (Francis, 1961), with the
// deflation of Ahues and Tisseur and the choices of LAPACK's `dlahqr`, so that the eigenvalues come in the
// same order and the vectors with the same signs.

/// A Hessenberg matrix on its way to triangular form, and the orthogonal matrix that takes it there.
struct HessenbergQR {
  let h: DenseMatrix
  let z: DenseMatrix
  /// The rows and columns that are not triangular from the start.
  let first: Int
  let last: Int

  private static let ulp = 0x1p-52
  private var smallest: Double { 0x1p-1022 * (Double(last - first + 1) / Self.ulp) }

  /// - Throws: `linearAlgebra` when it does not converge, `type` for eigenvalues that are not real.
  func triangularize() throws(ArrayError) {
    for j in 0..<h.columns {
      for i in (j + 2)..<max(h.rows, j + 2) { h[i, j] = 0 }
    }
    var end = last
    while end >= first {
      end = try deflate(end) - 1
    }
  }

  /// Works until an eigenvalue or two stand alone at the end; gives the first of their rows.
  private func deflate(_ end: Int) throws(ArrayError) -> Int {
    let limit = 30 * max(10, last - first + 1)
    var start = first
    for round in 0...limit {
      start = split(from: start, to: end)
      if start > first { h[start, start - 1] = 0 }
      if start == end { return start }
      if start == end - 1 {
        try separatePair(start)
        return start
      }
      let shifts = self.shifts(start, end, round: round + 1)
      sweep(from: start, to: end, shifts)
    }
    throw .linearAlgebra("Eigenvalues did not converge")
  }

  /// The first row of what is still connected with row `end`.
  private func split(from start: Int, to end: Int) -> Int {
    for k in stride(from: end, to: start, by: -1) {
      let below = h[k, k - 1].magnitude
      if below <= smallest { return k }
      var test = h[k - 1, k - 1].magnitude + h[k, k].magnitude
      if test == 0 {
        if k - 2 >= first { test += h[k - 1, k - 2].magnitude }
        if k + 1 <= last { test += h[k + 1, k].magnitude }
      }
      guard below <= Self.ulp * test else { continue }
      let above = h[k - 1, k].magnitude
      let gap = (h[k - 1, k - 1] - h[k, k]).magnitude
      let (ab, ba) = (max(below, above), min(below, above))
      let (aa, bb) = (max(h[k, k].magnitude, gap), min(h[k, k].magnitude, gap))
      let sum = aa + ab
      if ba * (ab / sum) <= max(smallest, Self.ulp * (bb * (aa / sum))) { return k }
    }
    return start
  }

  // MARK: Shifts

  /// Two shifts, conjugates of each other or both real.
  private struct Shifts {
    var real1 = 0.0
    var real2 = 0.0
    /// That of the first; the second's is the opposite.
    var imaginary = 0.0
  }

  private func shifts(_ start: Int, _ end: Int, round: Int) -> Shifts {
    var corner: (Double, Double, Double, Double)
    if round % 20 == 0 {
      // Where it does not get on, something else.
      let size = h[end, end - 1].magnitude + h[end - 1, end - 2].magnitude
      let diagonal = 0.75 * size + h[end, end]
      corner = (diagonal, -0.4375 * size, size, diagonal)
    } else if round % 10 == 0 {
      let size = h[start + 1, start].magnitude + h[start + 2, start + 1].magnitude
      let diagonal = 0.75 * size + h[start, start]
      corner = (diagonal, -0.4375 * size, size, diagonal)
    } else {
      corner = (h[end - 1, end - 1], h[end - 1, end], h[end, end - 1], h[end, end])
    }
    let scale =
      corner.0.magnitude + corner.1.magnitude + corner.2.magnitude + corner.3.magnitude
    if scale == 0 { return Shifts() }
    corner = (corner.0 / scale, corner.1 / scale, corner.2 / scale, corner.3 / scale)
    let middle = (corner.0 + corner.3) / 2
    let determinant = (corner.0 - middle) * (corner.3 - middle) - corner.1 * corner.2
    let root = determinant.magnitude.squareRoot()
    if determinant >= 0 {
      return Shifts(real1: middle * scale, real2: middle * scale, imaginary: root * scale)
    }
    let (upper, lower) = (middle + root, middle - root)
    let nearer = (upper - corner.3).magnitude <= (lower - corner.3).magnitude ? upper : lower
    return Shifts(real1: nearer * scale, real2: nearer * scale)
  }

  // MARK: A step

  private func sweep(from start: Int, to end: Int, _ shifts: Shifts) {
    let (begin, direction) = firstColumn(start, end, shifts)
    for k in begin..<end {
      let count = min(3, end - k + 1)
      let column =
        k == begin ? Array(direction.prefix(count)) : (0..<count).map { h[k + $0, k - 1] }
      let reflection = Reflection(column)
      if k > begin {
        h[k, k - 1] = reflection.image
        for i in 1..<count { h[k + i, k - 1] = 0 }
      } else if begin > start {
        h[k, k - 1] *= 1 - reflection.tau
      }
      apply(reflection, at: k, rowsUpTo: min(k + 3, end))
    }
  }

  /// Where two subdiagonal elements in a row are small enough to begin, and the first column of the
  /// product of the shifted matrices there.
  private func firstColumn(
    _ start: Int, _ end: Int, _ shifts: Shifts
  ) -> (Int, [Double]) {
    for m in stride(from: end - 2, through: start, by: -1) {
      let (own, next) = (h[m, m], h[m + 1, m + 1])
      let scale =
        (own - shifts.real2).magnitude + shifts.imaginary.magnitude + h[m + 1, m].magnitude
      let below = h[m + 1, m] / scale
      var v = [
        below * h[m, m + 1] + (own - shifts.real1) * ((own - shifts.real2) / scale)
          + shifts.imaginary * (shifts.imaginary / scale),
        below * (own + next - shifts.real1 - shifts.real2),
        below * h[m + 2, m + 1],
      ]
      let size = v[0].magnitude + v[1].magnitude + v[2].magnitude
      for i in 0..<3 { v[i] /= size }
      if m == start { return (m, v) }
      let around = h[m - 1, m - 1].magnitude + own.magnitude + next.magnitude
      if h[m, m - 1].magnitude * (v[1].magnitude + v[2].magnitude)
        <= Self.ulp * v[0].magnitude * around
      {
        return (m, v)
      }
    }
    return (start, [1, 0, 0])
  }

  /// H on rows k, k + 1, k + 2 of the matrix, and on the columns of both matrices.
  private func apply(_ reflection: Reflection, at k: Int, rowsUpTo bound: Int) {
    let (tau, v) = (reflection.tau, reflection.vector)
    for j in k..<h.columns {
      var sum = 0.0
      for (i, factor) in v.enumerated() { sum += factor * h[k + i, j] }
      for (i, factor) in v.enumerated() { h[k + i, j] -= sum * (tau * factor) }
    }
    for (matrix, rows) in [(h, 0...bound), (z, 0...(z.rows - 1))] {
      for j in rows {
        var sum = 0.0
        for (i, factor) in v.enumerated() { sum += factor * matrix[j, k + i] }
        for (i, factor) in v.enumerated() { matrix[j, k + i] -= sum * (tau * factor) }
      }
    }
  }

  // MARK: Two at the end

  /// Makes the block at rows `row` and `row` + 1 triangular.
  private func separatePair(_ row: Int) throws(ArrayError) {
    let block = SchurBlock(h[row, row], h[row, row + 1], h[row + 1, row], h[row + 1, row + 1])
    if block.c != 0 {
      throw .type(
        "the matrix has eigenvalues that are not real, and complex numbers are not part of neuron")
    }
    (h[row, row], h[row, row + 1]) = (block.a, block.b)
    (h[row + 1, row], h[row + 1, row + 1]) = (0, block.d)
    let (cosine, sine) = (block.cosine, block.sine)
    for j in (row + 2)..<max(h.columns, row + 2) {
      let (x, y) = (h[row, j], h[row + 1, j])
      (h[row, j], h[row + 1, j]) = (cosine * x + sine * y, cosine * y - sine * x)
    }
    for (matrix, count) in [(h, row), (z, z.rows)] {
      for i in 0..<count {
        let (x, y) = (matrix[i, row], matrix[i, row + 1])
        (matrix[i, row], matrix[i, row + 1]) = (cosine * x + sine * y, cosine * y - sine * x)
      }
    }
  }
}

/// A matrix of two rows, turned so that it is triangular, or else has equal diagonal elements; as LAPACK's
/// `dlanv2`.
private struct SchurBlock {
  var a: Double
  var b: Double
  var c: Double
  var d: Double
  var cosine = 1.0
  var sine = 0.0

  init(_ a: Double, _ b: Double, _ c: Double, _ d: Double) {
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
    if c == 0 { return }
    if b == 0 {
      (cosine, sine) = (0, 1)
      (self.a, self.b, self.c, self.d) = (d, -c, 0, a)
      return
    }
    if a == d, b.sign != c.sign { return }
    let half = 0.5 * (a - d)
    let most = max(b.magnitude, c.magnitude)
    let least = min(b.magnitude, c.magnitude) * unitSign(b) * unitSign(c)
    let scale = max(half.magnitude, most)
    let discriminant = (half / scale) * half + (most / scale) * least
    if discriminant >= 4 * 0x1p-52 {
      separate(half, most, least, scale.squareRoot() * discriminant.squareRoot())
    } else {
      equalize()
    }
  }

  /// Of two different real eigenvalues.
  private mutating func separate(
    _ half: Double, _ most: Double, _ least: Double, _ root: Double
  ) {
    let z = half + Double(signOf: half, magnitudeOf: root)
    a = d + z
    d -= (most / z) * least
    let size = Elementary.hypot(c, z)
    (cosine, sine) = (z / size, c / size)
    b -= c
    c = 0
  }

  /// Of eigenvalues that are equal, nearly so, or not real.
  private mutating func equalize() {
    let (sum, gap) = (b + c, a - d)
    let size = Elementary.hypot(sum, gap)
    cosine = (0.5 * (1 + sum.magnitude / size)).squareRoot()
    sine = -(0.5 * gap / (size * cosine)) * unitSign(sum)
    let (aa, bb) = (a * cosine + b * sine, -a * sine + b * cosine)
    let (cc, dd) = (c * cosine + d * sine, -c * sine + d * cosine)
    (a, b) = (aa * cosine + cc * sine, bb * cosine + dd * sine)
    (c, d) = (-aa * sine + cc * cosine, -bb * sine + dd * cosine)
    let middle = 0.5 * (a + d)
    (a, d) = (middle, middle)
    if c == 0 { return }
    if b == 0 {
      (b, c) = (-c, 0)
      (cosine, sine) = (-sine, cosine)
    } else if b.sign == c.sign {
      let (rootB, rootC) = (b.magnitude.squareRoot(), c.magnitude.squareRoot())
      let distance = Double(signOf: c, magnitudeOf: rootB * rootC)
      let scale = 1 / (b + c).magnitude.squareRoot()
      (a, d) = (middle + distance, middle - distance)
      (b, c) = (b - c, 0)
      let (cosine1, sine1) = (rootB * scale, rootC * scale)
      (cosine, sine) = (
        cosine * cosine1 - sine * sine1, cosine * sine1 + sine * cosine1
      )
    }
  }
}
