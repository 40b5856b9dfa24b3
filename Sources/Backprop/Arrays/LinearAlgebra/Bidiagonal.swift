/// A matrix of at least as many rows as columns as Q·B·Pᵀ, B upper bidiagonal.
struct Bidiagonal {
  private(set) var diagonal: [Double] = []
  private(set) var upper: [Double] = []
  /// Number i acts on the rows from i on; Q is their product.
  private(set) var left: [Reflection] = []
  /// Number i acts on the columns from i + 1 on; P is their product.
  private(set) var right: [Reflection] = []

  /// Overwrites `a`.
  init(_ a: DenseMatrix) {
    for i in 0..<a.columns {
      let fromLeft = Reflection(a.column(i, from: i))
      fromLeft.applyFromLeft(a, row: i, column: i + 1)
      diagonal.append(fromLeft.image)
      left.append(fromLeft)
      if i + 1 < a.columns {
        let fromRight = Reflection(a.row(i, from: i + 1))
        fromRight.applyFromRight(a, row: i + 1, column: i + 1)
        upper.append(fromRight.image)
        right.append(fromRight)
      }
    }
  }

  /// Writes the singular vectors of B, or of Bᵀ, into the leading parts of `u` and `vt`; gives the
  /// singular values.
  func solve(
    _ u: DenseMatrix, _ vt: DenseMatrix, isTransposed: Bool, _ budget: ArrayBudget
  ) throws(ArrayError) -> [Double] {
    let count = diagonal.count
    if count == 1 {
      u[0, 0] = unitSign(diagonal[0])
      return [diagonal[0].magnitude]
    }
    var (diagonal, upper) = (diagonal, upper)
    let rotations = isTransposed ? Bidiagonal.makeUpper(&diagonal, &upper) : []
    let solution = BidiagonalSVD(
      diagonal: diagonal, upper: upper, left: try DenseMatrix.identity(count, budget: budget),
      right: try DenseMatrix.identity(count, budget: budget))
    guard solution.hasConverged else { throw .linearAlgebra("SVD did not converge") }
    for i in 0..<count {
      for j in 0..<count {
        u[i, j] = solution.left[j, i]
        vt[i, j] = solution.right[i, j]
      }
    }
    for (i, rotation) in rotations.enumerated().reversed() { u.rotateRows(i, i + 1, rotation) }
    return solution.diagonal
  }

  /// Turns a lower bidiagonal matrix into an upper one; the rotations turn it back.
  private static func makeUpper(_ diagonal: inout [Double], _ other: inout [Double]) -> [Rotation] {
    other.indices.map { i in
      let (turn, r) = Rotation.zeroing(other[i], against: diagonal[i])
      diagonal[i] = r
      other[i] = turn.sine * diagonal[i + 1]
      diagonal[i + 1] *= turn.cosine
      return Rotation(cosine: turn.cosine, sine: -turn.sine)
    }
  }
}
