extension NDArray {
  /// Stacks of matrices: how many, of how many rows and columns.
  var matrixCount: Int { shape.dropLast(2).reduce(1, *) }
  var rowCount: Int { shape[rank - 2] }
  var columnCount: Int { shape[rank - 1] }
  var stackShape: [Int] { Array(shape.dropLast(2)) }

  /// The matrices of a contiguous stack, one after another.
  func matrix(_ index: Int) -> DenseMatrix {
    DenseMatrix(
      self, at: index * rowCount * columnCount, rows: rowCount, columns: columnCount)
  }

  func requireMatrices() throws(ArrayError) {
    guard rank >= 2 else {
      throw .linearAlgebra(
        "\(rank)-dimensional array given. Array must be at least two-dimensional")
    }
  }

  func requireSquareMatrices() throws(ArrayError) {
    try requireMatrices()
    guard rowCount == columnCount else {
      throw .linearAlgebra("Last 2 dimensions of the array must be square")
    }
  }

  /// Whether no element is nan or infinite.
  var isFinite: Bool {
    var isFinite = true
    let elements = pointer(Double.self)
    forEachOffset { isFinite = isFinite && elements[$0].isFinite }
    return isFinite
  }
}
