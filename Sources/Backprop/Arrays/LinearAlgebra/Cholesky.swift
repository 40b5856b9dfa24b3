extension NDArray {
  /// L, lower triangular, with L·Lᵀ each of the symmetric matrices [..., n, n]; the upper triangle is
  /// not looked at.
  ///
  /// - Throws: `linearAlgebra` for a matrix that is not positive definite or not square.
  public func cholesky() throws(ArrayError) -> NDArray {
    try requireSquareMatrices()
    let result = try contiguousCopy()
    for index in 0..<matrixCount {
      guard factorByCholesky(result.matrix(index)) else {
        throw .linearAlgebra("Matrix is not positive definite")
      }
    }
    return result
  }
}

private func factorByCholesky(_ a: DenseMatrix) -> Bool {
  for i in 0..<a.rows {
    let row = a.row(i)
    for j in 0...i {
      let other = a.row(j)
      var rest = row[j]
      for k in 0..<j { rest -= row[k] * other[k] }
      if j < i {
        row[j] = rest / other[j]
      } else {
        guard rest > 0 else { return false }
        row[i] = rest.squareRoot()
      }
    }
    for j in (i + 1)..<max(a.columns, i + 1) { row[j] = 0 }
  }
  return true
}
