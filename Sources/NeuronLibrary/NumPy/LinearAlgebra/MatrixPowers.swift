import Backprop
import NeuronRuntime

// Products of many matrices.

extension Machine {
  func defineMatrixPowers(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("matrix_power", "a, n") { (call) throws(Interruption) in
      let x = try call.array(0)
      if x.array.rank < 2 { _ = try call.matrices(0) }
      try call.requireSquare(x.array)
      guard let given = call[1], call.machine.integer(given) != nil else {
        throw .raised(.type, "exponent must be an integer")
      }
      let exponent = try call.machine.indexArgument(given)
      // NumPy gives the very array.
      if exponent == 1, call.machine.arrayValue(call.given(0) ?? .none) != nil {
        return call.given(0) ?? .none
      }
      return try call.arrayValue(try call.math.matrixPower(x, exponent))
    }
    functions.define("multi_dot", "arrays, *, out=") { (call) throws(Interruption) in
      try call.chainProduct()
    }
  }
}

extension ArrayMath {
  /// By squaring, in the order in which NumPy multiplies.
  fileprivate func matrixPower(
    _ x: TracedArray, _ exponent: Int
  ) throws(Interruption) -> TracedArray {
    let shape = x.array.shape
    if exponent == 0 {
      let size = shape[shape.count - 1]
      let identity = try filled(Int64(0), [size, size]).array
      for i in 0..<size { identity.pointer(Int64.self)[i * size + i] = 1 }
      let typed = try converted(TracedArray(identity), to: x.array.dtype)
      return try copied(try broadcast(typed, to: shape))
    }
    var base = x
    if exponent < 0 { base = try apply(.inverse, try float(x)) }
    if exponent.magnitude == 1 { return exponent < 0 ? base : try copied(base) }
    if exponent.magnitude == 3 { return try matmul(try matmul(base, base), base) }
    var power = base
    var result: TracedArray?
    var rest = exponent.magnitude
    while true {
      if rest & 1 == 1 {
        if let known = result { result = try matmul(known, power) } else { result = power }
      }
      rest >>= 1
      if rest == 0 { break }
      power = try matmul(power, power)
    }
    return result ?? base
  }
}

extension ArrayCall {
  /// The product of a chain in the order that takes the fewest multiplications.
  fileprivate func chainProduct() throws(Interruption) -> Value {
    var matrices = try arrays(0)
    if matrices.count < 2 { throw .raised(.value, "Expecting at least two arrays.") }
    if matrices.count == 2 {
      return try value(try math.dot(matrices[0], matrices[1]), into: 1)
    }
    let (first, last) = (matrices[0].array.rank, matrices[matrices.count - 1].array.rank)
    if first == 1 { matrices[0] = try math.atLeast(2, matrices[0]) }
    if last == 1 {
      let column = matrices[matrices.count - 1]
      matrices[matrices.count - 1] = try math.reshaped(column, to: [column.array.count, 1])
    }
    for matrix in matrices where matrix.array.rank != 2 {
      throw machine.linearAlgebraError(
        "\(matrix.array.rank)-dimensional array given. Array must be two-dimensional")
    }
    let splits = try chainSplits(matrices.map(\.array.shape))
    var result = try product(matrices, splits, 0, matrices.count - 1)
    if first == 1 { result = try math.position(result, axis: 0, 0) }
    if last == 1 {
      result = try math.position(result, axis: result.array.rank - 1, 0)
    }
    return try value(result, into: 1)
  }

  /// Where to split each part of a chain last, by its first and last matrix.
  private func chainSplits(_ shapes: [[Int]]) throws(Interruption) -> [[Int]] {
    let count = shapes.count
    try machine.charge(count * count, times: count)
    let sizes = shapes.map { Double($0[0]) } + [Double(shapes[count - 1][1])]
    var costs = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    var splits = Array(repeating: Array(repeating: 0, count: count), count: count)
    for length in 1..<count {
      for start in 0..<(count - length) {
        let end = start + length
        costs[start][end] = .infinity
        for split in start..<end {
          let cost =
            costs[start][split] + costs[split + 1][end] + sizes[start] * sizes[split + 1]
            * sizes[end + 1]
          // Of three matrices NumPy takes the right product first where both orders cost the same.
          if cost < costs[start][end] {
            costs[start][end] = cost
            splits[start][end] = split
          }
        }
      }
    }
    return splits
  }

  private func product(
    _ matrices: [TracedArray], _ splits: [[Int]], _ start: Int, _ end: Int
  ) throws(Interruption) -> TracedArray {
    if start == end { return matrices[start] }
    let split = splits[start][end]
    return try machine.nested { () throws(Interruption) in
      try math.dot(
        try product(matrices, splits, start, split),
        try product(matrices, splits, split + 1, end))
    }
  }
}
