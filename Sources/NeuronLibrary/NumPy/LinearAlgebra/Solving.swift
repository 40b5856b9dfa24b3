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
    try chargeCubed(a.array)
    let cutoff =
      try self[2].map { (value) throws(Interruption) in try number(of: value) }
      ?? Double(a.array.shape.max() ?? 0) * Double.ulpOfOne
    let found = try math.attempt { () throws(ArrayError) in
      try NDArray.leastSquares(a.array, b.array, cutoff: cutoff)
    }
    var solution = TracedArray(found.solution)
    var residuals = TracedArray(found.residuals)
    if !a.isConstant || !b.isConstant {
      if found.rank < a.array.shape[1] {
        throw .raised(
          .value,
          "np.linalg.lstsq cannot be differentiated where the matrix has not full column rank")
      }
      solution = try math.matmul(try math.pseudoInverse(a), b)
      if found.residuals.count > 0 {
        let rest = formula(try math.subtract(try math.matmul(a, solution), b))
        residuals = try math.reshaped(
          try (rest * rest).sum([0]).traced, to: found.residuals.shape)
      }
    }
    return try machine.heap.tuple([
      try arrayValue(solution), try arrayValue(residuals), Value(numpy: found.rank),
      try arrayValue(found.singularValues),
    ])
  }
}
