import Backprop
import NeuronRuntime

// Where elements stand.

extension ArrayMath {
  /// The row-major places of all elements but zeros.
  func nonzeroPositions(_ x: NDArray) throws(Interruption) -> NDArray {
    try machine.charge(x.count)
    return try attempt { () throws(ArrayError) in try x.nonzeroPositions() }
  }

  /// Row-major places as indices into a shape, one array for each axis.
  func unraveled(_ positions: NDArray, _ shape: [Int]) throws(Interruption) -> [NDArray] {
    let strides = NDArray.rowMajorStrides(shape)
    let flat = try contiguous(positions)
    let places = flat.pointer(Int64.self)
    return try shape.indices.map { (axis) throws(Interruption) in
      let result = try empty(positions.shape, .int64)
      let indices = result.pointer(Int64.self)
      let (step, size) = (Int64(strides[axis]), Int64(shape[axis]))
      for place in 0..<flat.count { indices[place] = places[place] / step % size }
      return result
    }
  }

  func nonzero(_ x: NDArray) throws(Interruption) -> [NDArray] {
    if x.rank == 0 {
      let context =
        " If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`."
      throw .raised(
        .value,
        "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead."
          + (x.dtype == .bool ? context : ""))
    }
    return try unraveled(try nonzeroPositions(x), x.shape)
  }
}

extension Machine {
  func defineFinding(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("nonzero", "a") { (call) throws(Interruption) in
      try call.tuple(try call.math.nonzero(try call.array(0).array).map { TracedArray($0) })
    }
    functions.define("flatnonzero", "a") { (call) throws(Interruption) in
      try call.arrayValue(try call.math.nonzeroPositions(try call.array(0).array))
    }
    functions.define("argwhere", "a") { (call) throws(Interruption) in
      let x = try call.array(0).array
      if x.rank == 0 {
        let found = try call.math.nonzeroPositions(x).count
        return try call.arrayValue(try call.math.empty([found, 0], .int64))
      }
      let columns = try call.math.nonzero(x).map { TracedArray($0) }
      return try call.arrayValue(try call.math.stacked(columns, axis: 1))
    }
    functions.define("where", "condition, x=, y=") { (call) throws(Interruption) in
      let condition = try call.array(0)
      guard let x = call.given(1), let y = call.given(2) else {
        if call.given(1) != nil || call.given(2) != nil {
          throw .raised(.value, "either both or neither of x and y should be given")
        }
        return try call.tuple(
          try call.math.nonzero(condition.array).map { TracedArray($0) })
      }
      let truths = try call.math.converted(condition, to: .bool).array
      return try call.arrayValue(
        try call.math.select(truths, try call.array(of: x), try call.array(of: y)))
    }
    defineIndexConversions(functions)
  }

  private func defineIndexConversions(_ functions: ArrayFunctions) {
    functions.define("unravel_index", "indices, shape, order=") { (call) throws(Interruption) in
      let indices = try call.wholeNumbers(0)
      let shape = try call.sizes(1)
      let count = try call.math.attempt { () throws(ArrayError) in try NDArray.count(of: shape) }
      for index in indices.integerList where index < 0 || index >= count {
        throw .raised(
          .value, "index \(index) is out of bounds for array with size \(count)")
      }
      let isByColumns = try call.order(2) == .columnMajor
      let parts = try call.math.unraveled(indices, isByColumns ? shape.reversed() : shape)
      let results = try (isByColumns ? parts.reversed() : parts).map {
        (part) throws(Interruption) in try call.value(part)
      }
      return try call.machine.heap.tuple(results)
    }
    functions.define("ravel_multi_index", "multi_index, dims, mode=, order=") {
      (call) throws(Interruption) in
      try call.raveledIndex()
    }
  }
}

extension ArrayCall {
  fileprivate func wholeNumbers(_ place: Int) throws(Interruption) -> NDArray {
    let indices = try array(place).array
    if indices.dtype == .float64, indices.count > 0 {
      throw .raised(.type, "only int indices permitted")
    }
    return try math.converted(TracedArray(indices), to: .int64).array
  }

  fileprivate func raveledIndex() throws(Interruption) -> Value {
    let shape = try sizes(1)
    let parts = try arrays(0)
    if parts.count != shape.count {
      throw .raised(
        .value,
        "parameter multi_index must be a sequence of length \(shape.count)")
    }
    let mode = try IndexMode(word(2) ?? "raise")
    if (try? NDArray.count(of: shape)) == nil {
      throw .raised(
        .value,
        "invalid dims: array size defined by dims is larger than the maximum possible size.")
    }
    let strides =
      try order(3) == .columnMajor
      ? NDArray.rowMajorStrides(shape.reversed()).reversed() : NDArray.rowMajorStrides(shape)
    var total = try math.integer(0)
    for (axis, part) in parts.enumerated() {
      if part.array.dtype == .float64 {
        throw .raised(.type, "only int indices permitted")
      }
      let indices = try math.converted(part, to: .int64).array
      let places = try indices.integerList.map { (index) throws(Interruption) in
        guard let place = mode.place(index, size: shape[axis]),
          mode != .raise || index >= 0
        else { throw .raised(.value, "invalid entry in coordinates array") }
        return place * strides[axis]
      }
      total = try math.add(
        total, TracedArray(try math.integers(places, shape: indices.shape)))
    }
    return try value(total)
  }
}

/// What becomes of an index outside of an axis.
enum IndexMode: String {
  case raise, wrap, clip

  init(_ word: String) throws(Interruption) {
    guard let mode = IndexMode(rawValue: word) else {
      throw .raised(
        .value, "clipmode must be one of 'clip', 'raise', or 'wrap' (got '\(word)')")
    }
    self = mode
  }

  /// From 0 on; `nil` for one outside, when that is an error. To be raised an index may count from the
  /// end.
  func place(_ index: Int, size: Int) -> Int? {
    switch self {
    case .raise:
      if index < -size || index >= size { return nil }
      return index < 0 ? index + size : index
    case .wrap: return size == 0 ? nil : ((index % size) + size) % size
    case .clip: return size == 0 ? nil : min(max(index, 0), size - 1)
    }
  }
}
