import Backprop
import NeuronRuntime

// Functions of `numpy.linalg` that `numpy` has too, with the last two axes as matrices.

extension Machine {
  func defineNamesakes(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("matmul", "x1, x2") { (call) throws(Interruption) in
      try call.value(try call.math.matmul(try call.array(0), try call.array(1)))
    }
    functions.define("matrix_transpose", "x") { (call) throws(Interruption) in
      try call.arrayValue(try call.math.matrixTransposed(try call.array(0)))
    }
    functions.define("outer", "x1, x2") { (call) throws(Interruption) in
      let (x, y) = (try call.array(0), try call.array(1))
      if x.array.rank != 1 || y.array.rank != 1 {
        throw .raised(
          .value,
          "Input arrays must be one-dimensional, but they are x1.ndim=\(x.array.rank) and x2.ndim=\(y.array.rank)."
        )
      }
      return try call.arrayValue(try call.math.outer(x, y))
    }
    functions.define("vecdot", "x1, x2, *, axis=") { (call) throws(Interruption) in
      try call.vectorProduct(axis: 2)
    }
    functions.define("cross", "x1, x2, *, axis=") { (call) throws(Interruption) in
      try call.spaceProduct()
    }
    functions.define("tensordot", "x1, x2, *, axes=") { (call) throws(Interruption) in
      try call.tensorDot()
    }
    functions.define("diagonal", "x, *, offset=") { (call) throws(Interruption) in
      try call.arrayValue(try call.lastDiagonal(offset: 1))
    }
    functions.define("trace", "x, *, offset=, dtype=") { (call) throws(Interruption) in
      let diagonal = try call.lastDiagonal(offset: 1)
      let axis = diagonal.array.rank - 1
      return try call.value(
        try call.math.sum(diagonal, Reduction(axes: [axis], dtype: try call.dtype(2))))
    }
  }
}

extension ArrayCall {
  fileprivate func spaceProduct() throws(Interruption) -> Value {
    let (x, y) = (try array(0).array, try array(1).array)
    let axes = (
      try axis(2, else: -1, rank: x.rank), try axis(2, else: -1, rank: y.rank)
    )
    if x.shape[axes.0] != 3 || y.shape[axes.1] != 3 {
      throw .raised(
        .value,
        "Both input arrays must be (arrays of) 3-dimensional vectors, but they are \(x.shape[axes.0]) and \(y.shape[axes.1]) dimensional instead."
      )
    }
    return try cross(axis: 2)
  }

  fileprivate func lastDiagonal(offset: Int) throws(Interruption) -> TracedArray {
    let x = try array(0)
    let rank = x.array.rank
    if rank < 2 {
      throw .raised(.value, "diag requires an array of at least two dimensions")
    }
    return try math.diagonal(
      x, offset: try integer(offset, else: 0), axis1: rank - 2, axis2: rank - 1)
  }

  /// Σx·y along one axis, the others broadcast.
  func vectorProduct(axis: Int) throws(Interruption) -> Value {
    var (x, y) = (try array(0), try array(1))
    for (place, operand) in [x, y].enumerated() where operand.array.rank == 0 {
      throw .raised(
        .value,
        "vecdot: Input operand \(place) does not have enough dimensions (has 0, gufunc core with signature (n),(n)->() requires 1)"
      )
    }
    let (own, other) = (
      try self.axis(axis, else: -1, rank: x.array.rank),
      try self.axis(axis, else: -1, rank: y.array.rank)
    )
    x = try math.moving(x, own, to: x.array.rank - 1)
    y = try math.moving(y, other, to: y.array.rank - 1)
    let (size, otherSize) = (x.array.shape.last ?? 0, y.array.shape.last ?? 0)
    if size != otherSize {
      throw .raised(
        .value,
        "vecdot: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n),(n)->() (size \(otherSize) is different from \(size))"
      )
    }
    let rows = try math.expanded(x, [x.array.rank - 1])
    let columns = try math.expanded(y, [y.array.rank])
    let product = try math.matmul(rows, columns)
    return try value(
      try math.reshaped(product, to: Array(product.array.shape.dropLast(2))))
  }
}
