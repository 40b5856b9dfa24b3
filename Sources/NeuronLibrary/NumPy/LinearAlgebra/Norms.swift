import Backprop
import NeuronRuntime

// Lengths of vectors and of matrices.

/// Which norm is meant.
private enum NormOrder {
  /// None was named: Euclid's, over all elements.
  case usual
  case number(Double)
  case word(String)
}

extension Machine {
  func defineNorms(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("norm", "x, ord=, axis=, keepdims=") { (call) throws(Interruption) in
      let x = try call.math.float(try call.array(0))
      return try call.value(
        try call.norm(
          x, try call.normOrder(1), call[2], keepsAxes: try call.flag(3)))
    }
    functions.define("vector_norm", "x, *, axis=, keepdims=, ord=") {
      (call) throws(Interruption) in
      var x = try call.math.float(try call.array(0))
      let order = try call.given(3) == nil ? NormOrder.number(2) : call.normOrder(3)
      let keepsAxes = try call.flag(2)
      var axis = 0
      let shape = x.array.shape
      if let given = call[1] {
        if given.kind == .tuple {
          throw call.refuse("a tuple as axis", instead: "reshape the array first")
        }
        axis = try call.axis(1, else: -1, rank: x.array.rank)
      } else {
        x = try call.math.flattened(x)
      }
      let result = try call.vectorNorm(x, order, axis: axis, keepsAxes: keepsAxes)
      if keepsAxes, call[1] == nil {
        return try call.value(try call.math.reshaped(result, to: shape.map { _ in 1 }))
      }
      return try call.value(result)
    }
    functions.define("matrix_norm", "x, *, keepdims=, ord=") { (call) throws(Interruption) in
      let x = try call.math.float(try call.array(0))
      let rank = x.array.rank
      if rank < 2 {
        throw call.machine.axisError(
          "axis -2 is out of bounds for array of dimension \(rank)")
      }
      let order = try call.given(2) == nil ? NormOrder.word("fro") : call.normOrder(2)
      return try call.value(
        try call.matrixNorm(
          x, order, rows: rank - 2, columns: rank - 1, keepsAxes: try call.flag(1)))
    }
    functions.define("cond", "x, p=") { (call) throws(Interruption) in
      try call.condition()
    }
  }
}

extension ArrayCall {
  fileprivate func normOrder(_ place: Int) throws(Interruption) -> NormOrder {
    guard let value = self[place] else { return .usual }
    if let word = word(place) { return .word(word) }
    return .number(try number(of: value))
  }

  fileprivate func norm(
    _ x: TracedArray, _ order: NormOrder, _ axis: Value?, keepsAxes: Bool
  ) throws(Interruption) -> TracedArray {
    let rank = x.array.rank
    guard let axis else {
      if isEuclidean(order, rank) {
        let flat = try math.raveled(x, .inMemory)
        let length = try math.elementwise(.sqrt, try math.matmul(flat, flat))
        return keepsAxes
          ? try math.reshaped(length, to: Array(repeating: 1, count: rank)) : length
      }
      return try norm(x, order, axes: Array(0..<rank), keepsAxes: keepsAxes)
    }
    if axis.kind == .tuple {
      return try norm(x, order, axes: try integers(of: axis), keepsAxes: keepsAxes)
    }
    guard let number = try? number(of: axis), number.isFinite else {
      throw .raised(.type, "'axis' must be None, an integer or a tuple of integers")
    }
    return try norm(
      x, order, axes: [Int(exactly: number.rounded(.towardZero)) ?? .max], keepsAxes: keepsAxes)
  }

  private func isEuclidean(_ order: NormOrder, _ rank: Int) -> Bool {
    switch order {
    case .usual: true
    case .number(let number): number == 2 && rank == 1
    case .word(let word): (word == "fro" || word == "f") && rank == 2
    }
  }

  private func norm(
    _ x: TracedArray, _ order: NormOrder, axes: [Int], keepsAxes: Bool
  ) throws(Interruption) -> TracedArray {
    let rank = x.array.rank
    switch axes.count {
    case 1:
      return try vectorNorm(
        x, order, axis: try math.axis(axes[0], rank: rank), keepsAxes: keepsAxes)
    case 2:
      let (rows, columns) = (
        try math.axis(axes[0], rank: rank), try math.axis(axes[1], rank: rank)
      )
      if rows == columns { throw .raised(.value, "Duplicate axes given.") }
      return try matrixNorm(x, order, rows: rows, columns: columns, keepsAxes: keepsAxes)
    default:
      throw .raised(.value, "Improper number of dimensions to norm.")
    }
  }

  // MARK: Vectors

  /// (Σ|x|ᵖ)^(1/p), and its limits.
  fileprivate func vectorNorm(
    _ x: TracedArray, _ order: NormOrder, axis: Int, keepsAxes: Bool
  ) throws(Interruption) -> TracedArray {
    let reduction = Reduction(axes: [axis], keepsAxes: keepsAxes)
    func total(_ x: TracedArray) throws(Interruption) -> TracedArray {
      try math.sum(x, [axis], keepsAxes: keepsAxes)
    }
    let power: Double
    switch order {
    case .usual: power = 2
    case .number(let number): power = number
    case .word(let word):
      throw .raised(.value, "Invalid norm order '\(word)' for vectors")
    }
    switch power {
    case 2: return try math.elementwise(.sqrt, try total(try math.multiply(x, x)))
    case .infinity:
      return try math.extremum(try math.absolute(x), reduction, isMaximum: true)
    case -.infinity:
      return try math.extremum(try math.absolute(x), reduction, isMaximum: false)
    case 0:
      let counted = try math.compare(.notEqual, x, try math.number(0))
      return try math.float(try total(TracedArray(counted)))
    case 1: return try total(try math.absolute(x))
    default:
      let powers = try math.elementwise(
        .power, try math.absolute(x), try math.number(power))
      return try math.elementwise(.power, try total(powers), try math.number(1 / power))
    }
  }

  // MARK: Matrices

  fileprivate func matrixNorm(
    _ x: TracedArray, _ order: NormOrder, rows: Int, columns: Int, keepsAxes: Bool
  ) throws(Interruption) -> TracedArray {
    let axes = [rows, columns].sorted()
    let result: TracedArray
    switch order {
    case .usual, .word("fro"), .word("f"):
      result = try math.elementwise(.sqrt, try math.sum(try math.multiply(x, x), axes))
    case .word("nuc"):
      result = TracedArray(
        try math.sum(TracedArray(try singularValues(x, rows, columns)), [x.array.rank - 2])
          .array)
    case .number(2), .number(-2):
      result = try math.extremum(
        TracedArray(try singularValues(x, rows, columns)),
        Reduction(axes: [x.array.rank - 2]), isMaximum: order.isNumber(2))
    case .number(1), .number(-1):
      result = try sumsAcross(x, rows, of: columns, isMaximum: order.isNumber(1))
    case .number(.infinity), .number(-.infinity):
      result = try sumsAcross(x, columns, of: rows, isMaximum: order.isNumber(.infinity))
    default:
      throw .raised(.value, "Invalid norm order for matrices.")
    }
    return keepsAxes ? try math.expanded(result, axes) : result
  }

  /// The greatest or least sum of magnitudes along an axis.
  private func sumsAcross(
    _ x: TracedArray, _ axis: Int, of other: Int, isMaximum: Bool
  ) throws(Interruption) -> TracedArray {
    let sums = try math.sum(try math.absolute(x), [axis])
    return try math.extremum(
      sums, Reduction(axes: [other > axis ? other - 1 : other]), isMaximum: isMaximum)
  }

  /// Along a new last axis.
  private func singularValues(
    _ x: TracedArray, _ rows: Int, _ columns: Int
  ) throws(Interruption) -> NDArray {
    let others = (0..<x.array.rank).filter { $0 != rows && $0 != columns }
    let matrices = try constant(try math.transposed(x, others + [rows, columns]))
    try chargeCubed(matrices)
    return try math.attempt { () throws(ArrayError) in
      try matrices.singularValueDecomposition(full: false).values
    }
  }

  // MARK: Condition

  fileprivate func condition() throws(Interruption) -> Value {
    let x = try math.float(try array(0))
    if x.array.count == 0 {
      throw machine.linearAlgebraError("cond is not defined on empty arrays")
    }
    let order = try normOrder(1)
    if order.isUsual || order.isNumber(2) || order.isNumber(-2) {
      let matrices = try constant(try matrices(0))
      let axis = matrices.rank - 2
      let values = TracedArray(
        try singularValues(TracedArray(matrices), axis, axis + 1))
      let first = try math.position(values, axis: axis, 0)
      let last = try math.position(values, axis: axis, values.array.shape[axis] - 1)
      return try value(
        try order.isNumber(-2) ? math.divide(last, first) : math.divide(first, last))
    }
    let square = try squareMatrices(0)
    let axes = [square.array.rank - 2, square.array.rank - 1]
    let inverse: TracedArray
    do throws(Interruption) {
      inverse = try math.apply(.inverse, square)
    } catch {
      if square.array.rank == 2, machine.isException(error, .value) {
        return Value(numpy: Double.infinity)
      }
      throw error
    }
    let (size, inverseSize) = (
      try norm(square, order, axes: axes, keepsAxes: false),
      try norm(inverse, order, axes: axes, keepsAxes: false)
    )
    return try value(try math.multiply(size, inverseSize))
  }
}

extension NormOrder {
  fileprivate var isUsual: Bool {
    if case .usual = self { return true }
    return false
  }

  fileprivate func isNumber(_ number: Double) -> Bool {
    if case .number(let own) = self { return own == number }
    return false
  }
}
