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
    if isSmall {
      factorByColumns()
    } else {
      factorByRows()
    }
  }

  /// Whether sums are in the order that OpenBLAS has for so few rows, so that results are NumPy's to the
  /// bit.
  private var isSmall: Bool { matrix.rows <= 8 }

  private mutating func factorByRows() {
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
    if !isSmall { return solveByRows(right) }
    for column in 0..<right.columns {
      if right.columns == 1 {
        solveVector(right, column)
      } else {
        solveByBlocks(right, column)
      }
    }
  }

  private func solveByRows(_ right: DenseMatrix) {
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

  // MARK: Few rows

  /// Column by column: what the columns before have to say to it, then its pivot.
  private mutating func factorByColumns() {
    for column in 0..<matrix.rows {
      for (i, pivot) in pivots.enumerated() { swapElements(i, pivot, column) }
      for i in 1..<max(column, 1) { matrix[i, column] -= productAbove(i, column) }
      let whole = (matrix.rows - column) & ~3
      for i in column..<matrix.rows { reduce(i, column, inFours: i - column < whole) }
      let pivot = greatestRow(column)
      pivots.append(pivot)
      if matrix[pivot, column] == 0 {
        isSingular = true
        continue
      }
      for other in 0...column { swapElements(column, pivot, other) }
      let reciprocal = 1 / matrix[column, column]
      for i in (column + 1)..<max(matrix.rows, column + 1) { matrix[i, column] *= reciprocal }
    }
  }

  private func swapElements(_ i: Int, _ j: Int, _ column: Int) {
    (matrix[i, column], matrix[j, column]) = (matrix[j, column], matrix[i, column])
  }

  /// Row i of L times what is above row i in a column, by two sums.
  private func productAbove(_ i: Int, _ column: Int) -> Double {
    var (even, odd, k) = (0.0, 0.0, 0)
    while k + 4 <= i {
      even += fused(i, k, column, onto: matrix[i, k + 2] * matrix[k + 2, column])
      odd += fused(i, k + 1, column, onto: matrix[i, k + 3] * matrix[k + 3, column])
      k += 4
    }
    while k < i {
      even = fused(i, k, column, onto: even)
      k += 1
    }
    return even + odd
  }

  /// L[i, k]·U[k, column] added to a sum, rounded once.
  private func fused(_ i: Int, _ k: Int, _ column: Int, onto sum: Double) -> Double {
    sum.addingProduct(matrix[i, k], matrix[k, column])
  }

  /// Subtracts what the columns before have in row i.
  private func reduce(_ i: Int, _ column: Int, inFours: Bool) {
    if !inFours {
      let sum = (0..<column).reduce(0.0) { fused(i, $1, column, onto: $0) }
      matrix[i, column] -= sum
      return
    }
    var k = 0
    while k + 4 <= column {
      matrix[i, column] -= fused(
        i, k + 3, column, onto: fused(i, k + 2, column, onto: fusedPair(i, k, column)))
      k += 4
    }
    if k + 2 <= column {
      matrix[i, column] -= fusedPair(i, k, column)
      k += 2
    }
    if k < column { matrix[i, column] -= matrix[i, k] * matrix[k, column] }
  }

  private func fusedPair(_ i: Int, _ k: Int, _ column: Int) -> Double {
    fused(i, k, column, onto: matrix[i, k + 1] * matrix[k + 1, column])
  }

  /// Each element, once it is known, is taken out of the others at once.
  private func solveVector(_ x: DenseMatrix, _ column: Int) {
    for i in 0..<x.rows { eliminate(i, from: (i + 1)..<max(x.rows, i + 1), x, column) }
    for i in (0..<x.rows).reversed() {
      x[i, column] /= matrix[i, i]
      eliminate(i, from: 0..<i, x, column)
    }
  }

  private func eliminate(_ i: Int, from rows: Range<Int>, _ x: DenseMatrix, _ column: Int) {
    for k in rows { x[k, column].addProduct(-x[i, column], matrix[k, i]) }
  }

  /// The same within blocks of 8, 4, 2 and 1 rows; what other blocks have to say is summed first.
  private func solveByBlocks(_ x: DenseMatrix, _ column: Int) {
    let blocks = blocksOfRows
    for block in blocks {
      for i in block { subtractKnown(0..<block.lowerBound, from: i, x, column) }
      for i in block { eliminate(i, from: (i + 1)..<max(block.upperBound, i + 1), x, column) }
    }
    for block in blocks.reversed() {
      for i in block { subtractKnown(block.upperBound..<x.rows, from: i, x, column) }
      for i in block.reversed() {
        x[i, column] *= 1 / matrix[i, i]
        eliminate(i, from: block.lowerBound..<i, x, column)
      }
    }
  }

  private func subtractKnown(_ known: Range<Int>, from i: Int, _ x: DenseMatrix, _ column: Int) {
    if known.isEmpty { return }
    x[i, column] -= known.reduce(0.0) { $0.addingProduct(matrix[i, $1], x[$1, column]) }
  }

  private var blocksOfRows: [Range<Int>] {
    var blocks: [Range<Int>] = []
    for size in [8, 4, 2, 1] where matrix.rows & size != 0 {
      let start = blocks.last?.upperBound ?? 0
      blocks.append(start..<(start + size))
    }
    return blocks
  }
}
