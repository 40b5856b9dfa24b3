extension NDArray {
  /// The eigenvalues, ascending, and eigenvectors of symmetric matrices [..., n, n]; only the lower
  /// triangle is looked at. The signs of the vectors are LAPACK's up to n = 25.
  ///
  /// - Returns: values [..., n]; vectors [..., n, n], of which column i belongs to value i.
  public func symmetricEigen() throws(ArrayError) -> (values: NDArray, vectors: NDArray) {
    try requireSquareMatrices()
    let n = rowCount
    let values = try NDArray(uninitialized: stackShape + [n], .float64, budget: budget)
    let vectors = try contiguousCopy()
    guard vectors.isFinite else { throw .linearAlgebra("Eigenvalues did not converge") }
    for index in 0..<matrixCount {
      let target = vectors.matrix(index)
      let eigen = try solveSymmetric(target, budget)
      values.pointer(Double.self).advanced(by: index * n).update(from: eigen, count: n)
    }
    return (values, vectors)
  }
}

/// Overwrites a symmetric matrix with its eigenvectors; gives its eigenvalues.
private func solveSymmetric(
  _ matrix: DenseMatrix, _ budget: ArrayBudget
) throws(ArrayError) -> [Double] {
  let n = matrix.rows
  if n == 0 { return [] }
  let reflections = tridiagonalize(matrix)
  let eigen = TridiagonalEigen(
    diagonal: (0..<n).map { matrix[$0, $0] },
    offDiagonal: (1..<max(n, 1)).map { matrix[$0, $0 - 1] },
    vectors: try DenseMatrix.identity(n, budget: budget))
  guard eigen.hasConverged else { throw .linearAlgebra("Eigenvalues did not converge") }
  for i in 0..<n {
    for j in 0..<n { matrix[i, j] = eigen.vectors[j, i] }
  }
  for (column, reflection) in reflections.enumerated().reversed() {
    reflection.applyFromLeft(matrix, row: column + 1, column: 0)
  }
  return eigen.diagonal
}

/// Leaves the diagonal and what is below it of the tridiagonal matrix Hᵀ·A·H; H is the product of the
/// reflections, of which number i acts from row i + 1 on.
private func tridiagonalize(_ a: DenseMatrix) -> [Reflection] {
  var reflections: [Reflection] = []
  for i in 0..<max(a.rows - 1, 0) {
    let reflection = Reflection(a.column(i, from: i + 1))
    a[i + 1, i] = reflection.image
    if reflection.tau != 0 { reflection.applyFromBothSides(a, from: i + 1) }
    reflections.append(reflection)
  }
  return reflections
}

extension Reflection {
  /// H·A·H on the lower triangle of the symmetric matrix that begins at (start, start).
  fileprivate func applyFromBothSides(_ a: DenseMatrix, from start: Int) {
    let count = vector.count
    var product = [Double](repeating: 0, count: count)
    for i in 0..<count {
      let row = a.row(start + i) + start
      for j in 0..<i {
        product[i] += row[j] * vector[j]
        product[j] += row[j] * vector[i]
      }
      product[i] += row[i] * vector[i]
    }
    var overlap = 0.0
    for i in 0..<count {
      product[i] *= tau
      overlap += product[i] * vector[i]
    }
    for i in 0..<count { product[i] -= 0.5 * tau * overlap * vector[i] }
    for i in 0..<count {
      let row = a.row(start + i) + start
      for j in 0...i { row[j] -= vector[i] * product[j] + product[i] * vector[j] }
    }
  }
}
