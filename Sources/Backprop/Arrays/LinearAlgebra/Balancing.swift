/// A matrix brought into a form in which its eigenvalues come out well: rows and columns permuted so that
/// eigenvalues which stand alone are at the ends, the rest scaled by powers of 2 so that rows and columns
/// are of like size. The algorithm of Parlett and Reinsch, "Balancing a matrix for calculation of
/// eigenvalues and eigenvectors" (1969), with the choices of LAPACK's `dgebal`.
struct Balancing {
  /// The rows and columns between which the eigenvalues are yet to be found.
  private(set) var first = 0
  private(set) var last: Int
  /// Outside of `first...last` with which row each was exchanged, inside by what it was multiplied.
  private var scales: [Double]

  /// Changes `a`, which is square.
  init(_ a: DenseMatrix) {
    last = a.rows - 1
    scales = Array(repeating: 1, count: a.rows)
    if pushRowsDown(a) { return }
    pushColumnsLeft(a)
    scale(a)
  }

  /// - Returns: whether nothing is left.
  private mutating func pushRowsDown(_ a: DenseMatrix) -> Bool {
    var goesOn = true
    while goesOn {
      goesOn = false
      for i in stride(from: last, through: 0, by: -1) {
        if (0...last).contains(where: { $0 != i && a[i, $0] != 0 }) { continue }
        exchange(a, i, with: last)
        goesOn = true
        if last == 0 { return true }
        last -= 1
      }
    }
    return false
  }

  private mutating func pushColumnsLeft(_ a: DenseMatrix) {
    var goesOn = true
    while goesOn {
      goesOn = false
      for j in first...last where first <= j {
        if (first...last).contains(where: { $0 != j && a[$0, j] != 0 }) { continue }
        exchange(a, j, with: first)
        goesOn = true
        first += 1
      }
    }
  }

  private mutating func exchange(_ a: DenseMatrix, _ i: Int, with end: Int) {
    scales[end] = Double(i)
    if i == end { return }
    for row in 0...last { (a[row, i], a[row, end]) = (a[row, end], a[row, i]) }
    for column in first..<a.columns {
      (a[i, column], a[end, column]) = (a[end, column], a[i, column])
    }
  }

  private mutating func scale(_ a: DenseMatrix) {
    // Far enough from the ends of the range of floats that products stay within it.
    let (least, greatest) = (0x1p-969, 0x1p969)
    var goesOn = true
    while goesOn {
      goesOn = false
      for i in first...last {
        var column = norm((first...last).map { a[$0, i] }[...])
        var row = norm((first...last).map { a[i, $0] }[...])
        var columnMost = (0...last).map { a[$0, i].magnitude }.max() ?? 0
        var rowMost = (first..<a.columns).map { a[i, $0].magnitude }.max() ?? 0
        if column == 0 || row == 0 { continue }
        let sum = column + row
        var factor = 1.0
        while column < row / 2, max(factor, column, columnMost) < greatest,
          min(row, row / 2, rowMost) > least
        {
          (factor, column, columnMost) = (factor * 2, column * 2, columnMost * 2)
          (row, rowMost) = (row / 2, rowMost / 2)
        }
        while column / 2 >= row, max(row, rowMost) < greatest,
          min(factor, column, column / 2, columnMost) > least
        {
          (factor, column, columnMost) = (factor / 2, column / 2, columnMost / 2)
          (row, rowMost) = (row * 2, rowMost * 2)
        }
        if column + row >= 0.95 * sum { continue }
        let product = scales[i] * factor
        if product < least || product > greatest { continue }
        scales[i] = product
        goesOn = true
        for j in first..<a.columns { a[i, j] /= factor }
        for j in 0...last { a[j, i] *= factor }
      }
    }
  }

  /// Turns eigenvectors of the balanced matrix, as columns, into those of the matrix itself.
  func undo(_ vectors: DenseMatrix) {
    for i in first..<max(last + 1, first) where first < last {
      for j in 0..<vectors.columns { vectors[i, j] *= scales[i] }
    }
    for i in stride(from: first - 1, through: 0, by: -1) { vectors.swapRows(i, Int(scales[i])) }
    for i in (last + 1)..<max(vectors.rows, last + 1) { vectors.swapRows(i, Int(scales[i])) }
  }
}
