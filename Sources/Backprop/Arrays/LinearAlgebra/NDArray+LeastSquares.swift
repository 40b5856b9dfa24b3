extension NDArray {
  /// The x of least size among those for which |a·x - b| is least.
  ///
  /// - Parameters:
  ///   - a: shape [m, n].
  ///   - b: shape [m] or [m, k].
  ///   - cutoff: singular values up to this part of the greatest count as 0.
  /// - Returns: x, shape [n] or [n, k]; the sums of squared residuals, shape [1] or [k], empty unless a
  ///   has full rank and more rows than columns; the rank of a; its singular values.
  public static func leastSquares(
    _ a: NDArray, _ b: NDArray, cutoff: Double
  ) throws(ArrayError) -> (
    solution: NDArray, residuals: NDArray, rank: Int, singularValues: NDArray
  ) {
    guard a.rank == 2 else {
      throw .linearAlgebra("\(a.rank)-dimensional array given. Array must be two-dimensional")
    }
    guard b.rank == 1 || b.rank == 2 else {
      throw .linearAlgebra("\(b.rank)-dimensional array given. Array must be two-dimensional")
    }
    guard a.shape[0] == b.shape[0] else { throw .linearAlgebra("Incompatible dimensions") }
    guard a.isFinite, b.isFinite else {
      throw .linearAlgebra("SVD did not converge in Linear Least Squares")
    }
    let right = b.rank == 1 ? try b.reshaped([b.count, 1]) : b
    let (u, values, vt) = try a.singularValueDecomposition(full: false)
    let bound = cutoff * (values.count > 0 ? values.pointer(Double.self)[0] : 0)
    let rank = values.floats.count { $0 > bound }
    let x = try matmul(
      vt.transposed(), matmul(u.transposed(), right).dividedByRows(values, above: bound))
    var squares = try NDArray(uninitialized: [0], .float64, budget: a.budget)
    if rank == a.shape[1] && a.shape[0] > a.shape[1] {
      let rest = try elementwise(.subtract, right, matmul(a, x))
      squares = try elementwise(.square, rest).sum(axes: [0], keepsAxes: false)
    }
    let solution = b.rank == 1 ? try x.reshaped([x.count]) : x
    return (solution, squares, rank, values)
  }

  /// Rows divided by the values that belong to them; 0 where the value is not above the bound.
  private func dividedByRows(_ values: NDArray, above bound: Double) throws(ArrayError) -> NDArray {
    let result = try contiguousCopy()
    let divisors = values.pointer(Double.self)
    let matrix = result.matrix(0)
    for i in 0..<matrix.rows {
      let row = matrix.row(i)
      for j in 0..<matrix.columns { row[j] = divisors[i] > bound ? row[j] / divisors[i] : 0 }
    }
    return result
  }

  /// The pseudo-inverses of matrices [..., m, n], shape [..., n, m].
  ///
  /// - Parameter cutoff: singular values up to this part of the greatest count as 0.
  public func pseudoInverse(cutoff: Double) throws(ArrayError) -> NDArray {
    try requireMatrices()
    let axes = Array(0..<(rank - 2)) + [rank - 1, rank - 2]
    let result = stackShape + [columnCount, rowCount]
    if count == 0 { return try NDArray(uninitialized: result, .float64, budget: budget) }
    let (u, values, vt) = try singularValueDecomposition(full: false)
    let k = values.shape[values.rank - 1]
    let numbers = values.pointer(Double.self)
    for start in stride(from: 0, to: values.count, by: k) {
      let bound = cutoff * numbers[start]
      for i in start..<(start + k) { numbers[i] = numbers[i] > bound ? 1 / numbers[i] : 0 }
    }
    let factors = try values.reshaped(stackShape + [k, 1])
    return try NDArray.matmul(
      vt.transposed(axes), NDArray.elementwise(.multiply, factors, u.transposed(axes)))
  }
}
