import Backprop
import NeuronRuntime

// Equations, inverses and determinants.

extension Machine {
  func defineSolving(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("inv", "a") { (call) throws(Interruption) in
      let x = try call.squareMatrices(0)
      try call.chargeCubed(x.array)
      return try call.arrayValue(try call.math.apply(.inverse, x))
    }
    functions.define("det", "a") { (call) throws(Interruption) in
      let x = try call.squareMatrices(0)
      try call.chargeCubed(x.array)
      return try call.value(try call.math.apply(.determinant, x))
    }
    functions.define("solve", "a, b") { (call) throws(Interruption) in
      let x = try call.squareMatrices(0)
      try call.chargeCubed(x.array)
      return try call.arrayValue(
        try call.math.solved(x, try call.math.float(try call.array(1))))
    }
    let results = LinearAlgebraResults(in: module, self)
    functions.define("slogdet", "a") { (call) throws(Interruption) in
      let x = try call.squareMatrices(0)
      try call.chargeCubed(x.array)
      let (sign, size) = try call.math.attempt { () throws(ArrayError) in
        try x.array.signAndLogDeterminant()
      }
      var logarithm = TracedArray(size)
      if !x.isConstant {
        let determinant = try call.math.apply(.determinant, x)
        logarithm = try call.math.elementwise(.log, try call.math.absolute(determinant))
      }
      return try results.make(
        "SlogdetResult", [try call.value(sign), try call.value(logarithm)], in: call.machine)
    }
    defineLeastSquares(functions)
    defineFactorResults(functions, results)
  }

  private func defineLeastSquares(_ functions: ArrayFunctions) {
    functions.define("lstsq", "a, b, rcond=") { (call) throws(Interruption) in
      try call.leastSquares()
    }
    functions.define("pinv", "a, rcond=, hermitian=, *, rtol=") { (call) throws(Interruption) in
      let x = try call.matrices(0)
      try call.chargeCubed(x.array)
      if try call.flag(2) {
        throw call.refuse("`hermitian`", instead: "leave it out")
      }
      var cutoff = 1e-15
      if let given = call[1] {
        cutoff = try call.number(of: given)
      } else if let given = call.given(3) {
        cutoff =
          try given.isNone
          ? Double(x.array.shape.suffix(2).max() ?? 0) * Double.ulpOfOne
          : call.number(of: given)
      }
      if !x.isConstant { return try call.arrayValue(try call.math.pseudoInverse(x)) }
      return try call.arrayValue(
        try call.math.attempt { () throws(ArrayError) in
          try x.array.pseudoInverse(cutoff: cutoff)
        })
    }
  }
}

extension ArrayMath {
  /// x with a·x = b; the leading axes broadcast.
  fileprivate func solved(
    _ a: TracedArray, _ b: TracedArray
  ) throws(Interruption) -> TracedArray {
    let (shape, other) = (a.array.shape, b.array.shape)
    if other.count == shape.count || shape.count == 2, other.count == 1 {
      return try apply(.solve, a, b)
    }
    if other.count == 1 {
      // One vector for each of the matrices.
      if other[0] != shape[shape.count - 1] { return try apply(.solve, a, b) }
      let right = try broadcast(
        try reshaped(b, to: [other[0], 1]), to: shape.dropLast() + [1])
      return try reshaped(try apply(.solve, a, right), to: shape.dropLast())
    }
    if other.count == 0 { return try apply(.solve, a, b) }
    let stack = try commonShape([Array(shape.dropLast(2)), Array(other.dropLast(2))])
    return try apply(
      .solve, try broadcast(a, to: stack + shape.suffix(2)),
      try broadcast(b, to: stack + other.suffix(2)))
  }

  /// (AᵀA)⁻¹Aᵀ, or Aᵀ(AAᵀ)⁻¹ where there are more columns than rows: the same as by singular values
  /// where the rank is full, and with a derivative.
  fileprivate func pseudoInverse(_ a: TracedArray) throws(Interruption) -> TracedArray {
    let transpose = try matrixTransposed(a)
    let shape = a.array.shape
    if shape[shape.count - 2] >= shape[shape.count - 1] {
      return try apply(.solve, try matmul(transpose, a), transpose)
    }
    return try matmul(transpose, try apply(.inverse, try matmul(a, transpose)))
  }
}

/// What x comes nearest to a·x = b.
struct LeastSquaresSolution {
  var solution: TracedArray
  /// The sums of squares that are left.
  var residuals: TracedArray
  var rank: Int
  var singularValues: NDArray
}

extension ArrayMath {
  /// - Parameters:
  ///   - a: shape [m, n].
  ///   - b: shape [m] or [m, k].
  ///   - cutoff: singular values up to this part of the greatest count as 0.
  func leastSquares(
    _ a: TracedArray, _ b: TracedArray, cutoff: Double
  ) throws(Interruption) -> LeastSquaresSolution {
    try machine.charge(a.array.count, times: max(a.array.shape.max() ?? 1, 1))
    let found = try attempt { () throws(ArrayError) in
      try NDArray.leastSquares(a.array, b.array, cutoff: cutoff)
    }
    var result = LeastSquaresSolution(
      solution: TracedArray(found.solution), residuals: TracedArray(found.residuals),
      rank: found.rank, singularValues: found.singularValues)
    if a.isConstant, b.isConstant { return result }
    if found.rank < a.array.shape[1] {
      throw .raised(
        .value,
        "a least-squares solution cannot be differentiated where the matrix has not full column rank"
      )
    }
    result.solution = try matmul(try pseudoInverse(a), b)
    if found.residuals.count > 0 {
      let rest = ArrayFormula(self, try subtract(try matmul(a, result.solution), b))
      result.residuals = try reshaped(
        try (rest * rest).sum([0]).traced, to: found.residuals.shape)
    }
    return result
  }
}

extension ArrayCall {
  fileprivate func leastSquares() throws(Interruption) -> Value {
    let (a, b) = (try math.float(try array(0)), try math.float(try array(1)))
    for (x, ranks) in [(a.array, 2...2), (b.array, 1...2)] where !ranks.contains(x.rank) {
      throw machine.linearAlgebraError(
        "\(x.rank)-dimensional array given. Array must be two-dimensional")
    }
    if a.array.shape[0] != b.array.shape[0] {
      throw machine.linearAlgebraError("Incompatible dimensions")
    }
    let cutoff =
      try self[2].map { (value) throws(Interruption) in try number(of: value) }
      ?? Double(a.array.shape.max() ?? 0) * Double.ulpOfOne
    let found = try math.leastSquares(a, b, cutoff: cutoff)
    return try machine.heap.tuple([
      try arrayValue(found.solution), try arrayValue(found.residuals), Value(numpy: found.rank),
      try arrayValue(found.singularValues),
    ])
  }
}
