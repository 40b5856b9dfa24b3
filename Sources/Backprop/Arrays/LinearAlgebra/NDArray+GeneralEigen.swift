extension NDArray {
  /// The eigenvalues and eigenvectors of square matrices [..., n, n], which need not be symmetric, in the
  /// order and with the signs that LAPACK's `dgeev` gives them.
  ///
  /// - Returns: values [..., n]; vectors [..., n, n], of which column i, of length 1, belongs to value i.
  /// - Throws: `type` for eigenvalues that are not real; `linearAlgebra` for nan and infinities.
  public func eigen() throws(ArrayError) -> (values: NDArray, vectors: NDArray) {
    try requireSquareMatrices()
    let n = rowCount
    let values = try NDArray(uninitialized: stackShape + [n], .float64, budget: budget)
    let vectors = try NDArray(uninitialized: shape, .float64, budget: budget)
    let work = try contiguousCopy()
    guard work.isFinite else { throw .linearAlgebra("Array must not contain infs or NaNs") }
    if n == 0 { return (values, vectors) }
    for index in 0..<matrixCount {
      let (h, z) = (work.matrix(index), vectors.matrix(index))
      let balancing = Balancing(h)
      z.setToIdentity()
      reduceToHessenberg(h, z, balancing.first, balancing.last)
      try HessenbergQR(h: h, z: z, first: balancing.first, last: balancing.last).triangularize()
      multiplyByTriangularEigenvectors(z, h)
      balancing.undo(z)
      z.normalizeColumns()
      for i in 0..<n { values.pointer(Double.self)[index * n + i] = h[i, i] }
    }
    return (values, vectors)
  }
}

/// ZᵀAZ with zeros below the first subdiagonal, by Householder reflections, in place of A.
private func reduceToHessenberg(
  _ a: DenseMatrix, _ z: DenseMatrix, _ first: Int, _ last: Int
) {
  var reflections: [(Int, Reflection)] = []
  for i in first..<max(last, first) {
    let reflection = Reflection((i + 1...last).map { a[$0, i] })
    reflections.append((i + 1, reflection))
    reflection.applyFromRight(a, row: 0, column: i + 1)
    reflection.applyFromLeft(a, row: i + 1, column: i + 1)
    a[i + 1, i] = reflection.image
    for row in (i + 2)..<max(last + 1, i + 2) { a[row, i] = 0 }
  }
  for (row, reflection) in reflections.reversed() {
    reflection.applyFromLeft(z, row: row, column: row)
  }
}

/// Z·X, where the columns of X are the eigenvectors of the triangular T, in place of Z.
private func multiplyByTriangularEigenvectors(_ z: DenseMatrix, _ t: DenseMatrix) {
  let n = t.rows
  let smallest = 0x1p-1022 * (Double(n) / 0x1p-52)
  for k in stride(from: n - 1, through: 0, by: -1) {
    let value = t[k, k]
    let least = max(0x1p-52 * value.magnitude, smallest)
    var x = (0..<k).map { -t[$0, k] } + [1]
    for j in stride(from: k - 1, through: 0, by: -1) {
      var gap = t[j, j] - value
      if gap.magnitude < least { gap = least }
      x[j] /= gap
      // Only the direction counts, so that what grows too large is made smaller as a whole.
      if x[j].magnitude > 0x1p500 { for i in x.indices { x[i] *= 0x1p-500 } }
      for i in 0..<j { x[i] -= x[j] * t[i, j] }
    }
    for i in 0..<n {
      var sum = 0.0
      for j in 0..<k { sum += z[i, j] * x[j] }
      z[i, k] = sum + x[k] * z[i, k]
    }
    let most = (0..<n).map { z[$0, k].magnitude }.max() ?? 0
    if most > 0 { for i in 0..<n { z[i, k] *= 1 / most } }
  }
}

extension DenseMatrix {
  fileprivate func normalizeColumns() {
    for j in 0..<columns {
      let scale = 1 / norm(column(j, from: 0)[...])
      for i in 0..<rows { self[i, j] *= scale }
    }
  }
}
