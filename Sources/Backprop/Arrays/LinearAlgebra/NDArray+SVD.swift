extension NDArray {
  /// U·diag(s)·Vᵀ of matrices [..., m, n], the singular values s descending. The signs of the vectors
  /// are LAPACK's up to 25 singular values.
  ///
  /// - Parameter full: whether U is [..., m, m] and Vᵀ [..., n, n], not [..., m, k] and [..., k, n] with
  ///   k the lesser of m and n.
  /// - Returns: u, values [..., k], vt.
  public func singularValueDecomposition(
    full: Bool
  ) throws(ArrayError) -> (u: NDArray, values: NDArray, vt: NDArray) {
    try requireMatrices()
    guard isFinite else { throw .linearAlgebra("SVD did not converge") }
    let (m, n) = (rowCount, columnCount)
    let k = min(m, n)
    let u = try NDArray(uninitialized: stackShape + [m, full ? m : k], .float64, budget: budget)
    let values = try NDArray(uninitialized: stackShape + [k], .float64, budget: budget)
    let vt = try NDArray(uninitialized: stackShape + [full ? n : k, n], .float64, budget: budget)
    let work = try contiguousCopy()
    for index in 0..<matrixCount {
      let (left, right) = (u.matrix(index), vt.matrix(index))
      left.setToIdentity()
      right.setToIdentity()
      let found = try decompose(work.matrix(index), left, right, budget)
      values.pointer(Double.self).advanced(by: index * k).update(from: found, count: k)
    }
    return (u, values, vt)
  }
}

/// Multiplies `u` and `vt`, identities before, by the singular vectors of `a`; gives the singular values.
///
/// A long matrix is made triangular first; what counts as long is LAPACK's choice, on which signs depend.
private func decompose(
  _ a: DenseMatrix, _ u: DenseMatrix, _ vt: DenseMatrix, _ budget: ArrayBudget
) throws(ArrayError) -> [Double] {
  if a.rows == 0 || a.columns == 0 { return [] }
  if a.rows < a.columns { return try decomposeWide(a, u, vt, budget) }
  let isLong = a.rows >= a.columns * 11 / 6
  let reflections = isLong ? a.triangularize() : []
  let values = try decomposeByBidiagonal(isLong ? a.first(a.columns) : a, u, vt, budget)
  for (i, reflection) in reflections.enumerated().reversed() {
    reflection.applyFromLeft(u, row: i, column: 0)
  }
  return values
}

private func decomposeWide(
  _ a: DenseMatrix, _ u: DenseMatrix, _ vt: DenseMatrix, _ budget: ArrayBudget
) throws(ArrayError) -> [Double] {
  let tall = try a.transposed()
  if a.columns >= a.rows * 11 / 6 {
    let reflections = tall.triangularize()
    let values = try decomposeByBidiagonal(tall.first(a.rows).transposed(), u, vt, budget)
    for (i, reflection) in reflections.enumerated().reversed() {
      reflection.applyFromRight(vt, row: 0, column: i)
    }
    return values
  }
  let form = Bidiagonal(tall)
  let values = try form.solve(u, vt, isTransposed: true, budget)
  for (i, reflection) in form.right.enumerated().reversed() {
    reflection.applyFromLeft(u, row: i + 1, column: 0)
  }
  for (i, reflection) in form.left.enumerated().reversed() {
    reflection.applyFromRight(vt, row: 0, column: i)
  }
  return values
}

private func decomposeByBidiagonal(
  _ a: DenseMatrix, _ u: DenseMatrix, _ vt: DenseMatrix, _ budget: ArrayBudget
) throws(ArrayError) -> [Double] {
  let form = Bidiagonal(a)
  let values = try form.solve(u, vt, isTransposed: false, budget)
  for (i, reflection) in form.left.enumerated().reversed() {
    reflection.applyFromLeft(u, row: i, column: 0)
  }
  for (i, reflection) in form.right.enumerated().reversed() {
    reflection.applyFromRight(vt, row: 0, column: i + 1)
  }
  return values
}
