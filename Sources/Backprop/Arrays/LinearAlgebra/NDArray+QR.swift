extension NDArray {
  /// Q·R of matrices [..., m, n] by Householder reflections: Q with orthonormal columns, R upper
  /// triangular. A diagonal element of R has the sign that the reflection gives it, as in LAPACK.
  ///
  /// - Parameter complete: whether Q is [..., m, m] and R [..., m, n], not [..., m, k] and [..., k, n]
  ///   with k the lesser of m and n.
  public func qr(complete: Bool) throws(ArrayError) -> (q: NDArray, r: NDArray) {
    try requireMatrices()
    let (m, n) = (rowCount, columnCount)
    let k = complete ? m : min(m, n)
    let q = try NDArray(uninitialized: stackShape + [m, k], .float64, budget: budget)
    let r = try NDArray(uninitialized: stackShape + [k, n], .float64, budget: budget)
    let work = try contiguousCopy()
    for index in 0..<matrixCount {
      let matrix = work.matrix(index)
      let reflections = matrix.triangularize()
      r.matrix(index).elements.update(from: matrix.elements, count: k * n)
      let target = q.matrix(index)
      target.setToIdentity()
      for (column, reflection) in reflections.enumerated().reversed() {
        reflection.applyFromLeft(target, row: column, column: column)
      }
    }
    return (q, r)
  }
}

extension DenseMatrix {
  /// Makes it upper triangular; the reflections are those that did, in order.
  func triangularize() -> [Reflection] {
    var reflections: [Reflection] = []
    for column in 0..<min(rows, columns) {
      let reflection = Reflection(self.column(column, from: column))
      reflection.applyFromLeft(self, row: column, column: column + 1)
      self[column, column] = reflection.image
      for i in (column + 1)..<max(rows, column + 1) { self[i, column] = 0 }
      reflections.append(reflection)
    }
    return reflections
  }
}
