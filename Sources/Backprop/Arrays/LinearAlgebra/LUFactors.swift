/// P·A = L·U of a square matrix, in the memory of A: L below the diagonal, its ones left out, and U.
struct LUFactors {
  let matrix: DenseMatrix
  /// The row that was swapped with row i at step i.
  private(set) var pivots: [Int] = []
  /// Whether a pivot was 0: there is no inverse.
  private(set) var isSingular = false

  /// Gaussian elimination; the pivot is the element of the greatest size left in its column.
  init(_ matrix: DenseMatrix) {
    self.matrix = matrix
    for step in 0..<matrix.rows {
      let pivot = greatestRow(step)
      pivots.append(pivot)
      if matrix[pivot, step] == 0 {
        isSingular = true
        continue
      }
      matrix.swapRows(step, pivot)
      eliminate(step)
    }
  }

  private func greatestRow(_ step: Int) -> Int {
    var best = step
    for i in (step + 1)..<max(matrix.rows, step + 1)
    where matrix[i, step].magnitude > matrix[best, step].magnitude {
      best = i
    }
    return best
  }

  private func eliminate(_ step: Int) {
    let source = matrix.row(step)
    let reciprocal = 1 / source[step]
    for i in (step + 1)..<max(matrix.rows, step + 1) {
      let row = matrix.row(i)
      let factor = row[step] * reciprocal
      row[step] = factor
      if factor == 0 { continue }
      for j in (step + 1)..<matrix.columns { row[j] -= factor * source[j] }
    }
  }

  /// Overwrites the rows of `right` with those of A⁻¹·right.
  func solve(_ right: DenseMatrix) {
    for (i, pivot) in pivots.enumerated() { right.swapRows(i, pivot) }
    for i in 0..<right.rows {
      for k in 0..<i { subtract(matrix[i, k], times: k, from: i, of: right) }
    }
    for i in stride(from: right.rows - 1, through: 0, by: -1) {
      for k in (i + 1)..<max(right.rows, i + 1) {
        subtract(matrix[i, k], times: k, from: i, of: right)
      }
      let row = right.row(i)
      for j in 0..<right.columns { row[j] /= matrix[i, i] }
    }
  }

  @inline(__always)
  private func subtract(_ factor: Double, times k: Int, from i: Int, of right: DenseMatrix) {
    if factor == 0 { return }
    let (row, other) = (right.row(i), right.row(k))
    for j in 0..<right.columns { row[j] -= factor * other[j] }
  }

  /// The sign of the determinant and the logarithm of its size; 0 and -inf of a singular matrix.
  var determinant: (sign: Double, logarithm: Double) {
    if isSingular { return (0, -.infinity) }
    var (sign, logarithm) = (1.0, 0.0)
    for (i, pivot) in pivots.enumerated() {
      if pivot != i { sign = -sign }
      if matrix[i, i] < 0 { sign = -sign }
      logarithm += Elementary.log(matrix[i, i].magnitude)
    }
    return (sign, logarithm)
  }
}
