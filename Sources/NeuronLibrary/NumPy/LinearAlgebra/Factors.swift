import Backprop
import NeuronRuntime

// Matrices as products: orthogonal, triangular and diagonal ones.

extension Machine {
  func defineFactors(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("cholesky", "a, *, upper=") { (call) throws(Interruption) in
      let traced = try call.squareMatrices(0)
      try call.chargeCubed(traced.array)
      let isUpper = try call.flag(1)
      if !traced.isConstant, traced.array.rank == 2 {
        let lower = try call.math.choleskyFactor(
          isUpper ? try call.math.matrixTransposed(traced) : traced)
        return try call.arrayValue(
          isUpper ? try call.math.matrixTransposed(lower) : lower)
      }
      let x = try call.constant(traced)
      let factor = try call.math.attempt { () throws(ArrayError) in
        try isUpper ? x.matrixTransposed().cholesky().matrixTransposed() : x.cholesky()
      }
      return try call.arrayValue(factor)
    }
    for name in ["eigvalsh", "svdvals"] {
      let isSymmetric = name == "eigvalsh"
      functions.define(name, isSymmetric ? "a, UPLO=" : "x") { (call) throws(Interruption) in
        let x = try call.constant(
          try isSymmetric ? call.symmetricMatrices() : call.matrices(0))
        try call.chargeCubed(x)
        return try call.arrayValue(
          try call.math.attempt { () throws(ArrayError) in
            isSymmetric
              ? try x.symmetricEigen().values
              : try x.singularValueDecomposition(full: false).values
          })
      }
    }
    functions.define("matrix_rank", "A, tol=, hermitian=, *, rtol=") {
      (call) throws(Interruption) in
      try call.matrixRank()
    }
  }

  /// Those that give named tuples.
  func defineFactorResults(_ functions: ArrayFunctions, _ results: LinearAlgebraResults) {
    functions.define("qr", "a, mode=") { (call) throws(Interruption) in
      let x = try call.constant(try call.matrices(0))
      try call.chargeCubed(x)
      let mode = call.word(1) ?? "reduced"
      switch mode {
      case "reduced", "complete", "r", "f", "full": break
      case "raw", "e", "economic":
        throw call.refuse("mode '\(mode)'", instead: "use 'reduced' or 'complete'")
      default: throw .raised(.value, "Unrecognized mode '\(mode)'")
      }
      let (q, r) = try call.math.attempt { () throws(ArrayError) in
        try x.qr(complete: mode == "complete")
      }
      if mode == "r" { return try call.arrayValue(r) }
      return try results.make(
        "QRResult", [try call.arrayValue(q), try call.arrayValue(r)], in: call.machine)
    }
    functions.define("eigh", "a, UPLO=") { (call) throws(Interruption) in
      let x = try call.constant(try call.symmetricMatrices())
      try call.chargeCubed(x)
      let (values, vectors) = try call.math.attempt { () throws(ArrayError) in
        try x.symmetricEigen()
      }
      return try results.make(
        "EighResult", [try call.arrayValue(values), try call.arrayValue(vectors)],
        in: call.machine)
    }
    functions.define("eig", "a") { (call) throws(Interruption) in
      let x = try call.constant(try call.squareMatrices(0))
      try call.chargeCubed(x)
      let (values, vectors) = try call.math.attempt { () throws(ArrayError) in try x.eigen() }
      return try results.make(
        "EigResult", [try call.arrayValue(values), try call.arrayValue(vectors)],
        in: call.machine)
    }
    functions.define("eigvals", "a") { (call) throws(Interruption) in
      let x = try call.constant(try call.squareMatrices(0))
      try call.chargeCubed(x)
      return try call.arrayValue(
        try call.math.attempt { () throws(ArrayError) in try x.eigen().values })
    }
    functions.define("svd", "a, full_matrices=, compute_uv=, hermitian=") {
      (call) throws(Interruption) in
      let x = try call.constant(try call.matrices(0))
      try call.chargeCubed(x)
      if try call.flag(3) {
        throw call.refuse("`hermitian`", instead: "leave it out")
      }
      let isFull = try call.flag(1, else: true)
      let wantsVectors = try call.flag(2, else: true)
      let (u, values, vt) = try call.math.attempt { () throws(ArrayError) in
        try x.singularValueDecomposition(full: isFull && wantsVectors)
      }
      if !wantsVectors { return try call.arrayValue(values) }
      return try results.make(
        "SVDResult",
        [try call.arrayValue(u), try call.arrayValue(values), try call.arrayValue(vt)],
        in: call.machine)
    }
  }
}

extension ArrayMath {
  /// Column by column from the lower triangle, by operations that are recorded.
  fileprivate func choleskyFactor(_ a: TracedArray) throws(Interruption) -> TracedArray {
    _ = try attempt { () throws(ArrayError) in try a.array.cholesky() }
    let size = a.array.shape[0]
    var columns: [TracedArray] = []
    for j in 0..<size {
      var below = ArrayFormula(
        self, try slice(try position(a, axis: 1, j), axis: 0, start: j, count: size - j))
      if j > 0 {
        let known = ArrayFormula(self, try stacked(columns, axis: 1))
        let rows = try known.slice(j, size - j)
        let own = try position(rows.traced, axis: 0, 0)
        below = try below - ArrayFormula(self, try matmul(rows.traced, own))
      }
      let column = try below / below.slice(0, 1).squareRoot()
      let zeros = try filled(0.0, [j])
      columns.append(try concatenated([zeros, column.traced], axis: 0))
    }
    return try stacked(columns, axis: 1)
  }
}

extension NDArray {
  fileprivate func matrixTransposed() -> NDArray {
    transposed(Array(0..<(rank - 2)) + [rank - 1, rank - 2])
  }
}

extension ArrayCall {
  /// Square matrices of which the lower triangle counts.
  fileprivate func symmetricMatrices() throws(Interruption) -> TracedArray {
    let triangle = (word(1) ?? "L").uppercased()
    if triangle != "L", triangle != "U" {
      throw .raised(.value, "UPLO argument must be 'L' or 'U'")
    }
    let x = try squareMatrices(0)
    return triangle == "L" ? x : try math.matrixTransposed(x)
  }

  fileprivate func matrixRank() throws(Interruption) -> Value {
    let x = try array(0).array
    if x.rank < 2 {
      return Value(x.floats.contains { $0 != 0 } ? 1 : 0)
    }
    if try flag(2) { throw refuse("`hermitian`", instead: "leave it out") }
    try chargeCubed(x)
    let floats = try math.float(TracedArray(x)).array
    let values = try math.attempt { () throws(ArrayError) in
      try floats.singularValueDecomposition(full: false).values
    }
    let largest = try math.extremum(
      TracedArray(values), Reduction(axes: [values.rank - 1], keepsAxes: true), isMaximum: true)
    let cutoff: TracedArray
    if let given = self[1] {
      let limit = try array(of: given)
      cutoff = try math.expanded(limit, [limit.array.rank])
    } else {
      let factor =
        try self[3].map { (value) throws(Interruption) in try number(of: value) }
        ?? Double(x.shape.suffix(2).max() ?? 0) * Double.ulpOfOne
      cutoff = try math.multiply(largest, try math.number(factor))
    }
    let counted = try math.compare(.greater, TracedArray(values), cutoff)
    return try value(try math.sum(TracedArray(counted), [values.rank - 1]))
  }
}
