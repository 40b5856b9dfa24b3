extension NDArray {
  /// The inverses of square matrices, shape [..., n, n].
  ///
  /// - Throws: `linearAlgebra` for a singular matrix, and one that is not square.
  public func inverse() throws(ArrayError) -> NDArray {
    try requireSquareMatrices()
    let factors = try contiguousCopy()
    let result = try NDArray(uninitialized: shape, .float64, budget: budget)
    for index in 0..<matrixCount {
      let target = result.matrix(index)
      target.setToIdentity()
      try NDArray.solve(factors.matrix(index), target)
    }
    return result
  }

  /// What x is in a·x = b.
  ///
  /// - Parameters:
  ///   - a: shape [..., n, n].
  ///   - b: shape [n], or [..., n, k]; the leading axes broadcast.
  /// - Throws: `linearAlgebra` for a singular matrix, and one that is not square.
  public static func solve(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    try a.requireSquareMatrices()
    let isVector = b.rank == 1
    let (count, size) = (a.rowCount, isVector ? b.count : b.rank == 0 ? 1 : b.rowCount)
    guard b.rank > 0 else {
      throw .value(
        "solve: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature (m,m),(m,n)->(m,n) requires 2)"
      )
    }
    guard count == size else {
      let signature = isVector ? "solve1: |(m,m),(m)->(m)" : "solve: |(m,m),(m,n)->(m,n)"
      let parts = signature.split(separator: "|")
      throw .value(
        "\(parts[0])Input operand 1 has a mismatch in its core dimension 0, with gufunc signature \(parts[1]) (size \(size) is different from \(count))"
      )
    }
    let right = isVector ? try b.reshaped([size, 1]) : b
    let stack = try broadcastShape(a.stackShape, right.stackShape)
    let factors = try a.broadcast(to: stack + [count, count]).contiguousCopy()
    let result = try right.broadcast(to: stack + [count, right.columnCount]).contiguousCopy()
    for index in 0..<result.matrixCount { try solve(factors.matrix(index), result.matrix(index)) }
    return isVector ? try result.reshaped(stack + [size]) : result
  }

  private static func solve(_ a: DenseMatrix, _ right: DenseMatrix) throws(ArrayError) {
    let factors = LUFactors(a)
    if factors.isSingular { throw .linearAlgebra("Singular matrix") }
    factors.solve(right)
  }

  /// The determinants of square matrices [..., n, n], shape [...]; 0 of a singular matrix.
  public func determinant() throws(ArrayError) -> NDArray {
    let (sign, logarithm) = try signAndLogDeterminant()
    let (to, logs) = (sign.pointer(Double.self), logarithm.pointer(Double.self))
    for i in 0..<sign.count { to[i] *= Elementary.exp(logs[i]) }
    return sign
  }

  /// The signs of the determinants and the logarithms of their sizes, each of shape [...].
  public func signAndLogDeterminant() throws(ArrayError) -> (sign: NDArray, logarithm: NDArray) {
    try requireSquareMatrices()
    let factors = try contiguousCopy()
    let signs = try NDArray(uninitialized: stackShape, .float64, budget: budget)
    let logarithms = try NDArray(uninitialized: stackShape, .float64, budget: budget)
    for index in 0..<signs.count {
      let determinant = LUFactors(factors.matrix(index)).determinant
      signs.pointer(Double.self)[index] = determinant.sign
      logarithms.pointer(Double.self)[index] = determinant.logarithm
    }
    return (signs, logarithms)
  }

  /// A square matrix to a whole power, by squaring; below 0 that of its inverse.
  public func matrixPower(_ exponent: Int) throws(ArrayError) -> NDArray {
    try requireSquareMatrices()
    if exponent < 0 {
      guard exponent != .min else { throw .value("exponent is out of range") }
      return try cast(.float64).inverse().matrixPower(-exponent)
    }
    var result: NDArray?
    var (factor, left) = (self, exponent)
    while left > 0 {
      if left & 1 == 1 {
        result = if let result { try NDArray.matmul(result, factor) } else { factor }
      }
      left >>= 1
      if left > 0 { factor = try NDArray.matmul(factor, factor) }
    }
    if let result { return exponent == 1 ? try result.contiguousCopy() : result }
    let identity = try NDArray(uninitialized: shape, .float64, budget: budget)
    for index in 0..<matrixCount { identity.matrix(index).setToIdentity() }
    return try identity.cast(dtype)
  }
}
