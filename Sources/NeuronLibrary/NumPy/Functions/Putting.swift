import Backprop
import NeuronRuntime

// Functions that change an array in place.

extension ArrayCall {
  /// The array of the first parameter, which is to be changed.
  fileprivate func target() throws(Interruption) -> TracedArray {
    let value = given(0) ?? .none
    guard let array = machine.arrayValue(value) else {
      throw .raised(
        .type, "argument 1 must be numpy.ndarray, not \(machine.typeName(value))")
    }
    return array.traced(in: machine)
  }

  /// Lets the first parameter have other elements.
  fileprivate func replace(with result: TracedArray) throws(Interruption) -> Value {
    try machine.setItem(
      of: given(0) ?? .none, at: .ellipsis, to: try machine.array(result))
    return .none
  }

  /// The target with values, over and over again, at row-major places.
  fileprivate func put(
    _ values: TracedArray, _ positions: NDArray, into x: TracedArray,
    at place: (Int) -> Int = { $0 }
  ) throws(Interruption) -> Value {
    if positions.count == 0 { return .none }
    let flat = try math.flattened(try math.converted(values, to: x.array.dtype))
    let chosen = try math.taken(
      flat, positions.integerList.enumerated().map { place($0.offset) % flat.array.count },
      axis: 0)
    let result = try math.apply(
      .putAt(positions: positions, shape: [positions.count]), try math.flattened(x), chosen)
    return try replace(with: try math.reshaped(result, to: x.array.shape))
  }
}

extension Machine {
  func definePutting(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("put", "a, ind, v, mode=") { (call) throws(Interruption) in
      let mode = try IndexMode(call.word(3) ?? "raise")
      let x = try call.target()
      if x.array.count == 0, try call.indices(1).count > 0 {
        throw .raised(.index, "cannot replace elements of an empty array")
      }
      let places = try call.math.places(
        try call.math.flattened(TracedArray(try call.indices(1))).array, axis: 0,
        size: x.array.count, mode)
      let values = try call.array(2)
      if values.array.count == 0 { return .none }
      return try call.put(values, places, into: x)
    }
    functions.define("place", "arr, mask, vals") { (call) throws(Interruption) in
      let x = try call.target()
      let mask = try call.array(1).array
      if mask.count != x.array.count {
        throw .raised(.value, "place: mask and data must be the same size")
      }
      let places = try call.math.nonzeroPositions(mask)
      let values = try call.array(2)
      if values.array.count == 0, places.count > 0 {
        throw .raised(.value, "Cannot insert from an empty array!")
      }
      return try call.put(values, places, into: x)
    }
    functions.define("putmask", "a, mask, values") { (call) throws(Interruption) in
      let x = try call.target()
      let mask = try call.array(1).array
      if mask.count != x.array.count {
        throw .raised(.value, "putmask: mask and data must be the same size")
      }
      let places = try call.math.nonzeroPositions(mask)
      let values = try call.array(2)
      if values.array.count == 0 { return .none }
      let list = places.integerList
      return try call.put(values, places, into: x) { list[$0] }
    }
    functions.define("put_along_axis", "arr, indices, values, axis") {
      (call) throws(Interruption) in
      let (x, indices, axis) = try call.alongAxis(axis: 3)
      let places = try call.math.places(
        indices, axis: axis, size: x.array.shape[axis], .raise)
      let positions = try call.math.positions(of: places, in: x.array.shape, axis)
      let values = try call.math.broadcast(
        try call.math.converted(try call.array(2), to: x.array.dtype), to: positions.shape)
      let result = try call.math.apply(
        .putAt(positions: positions, shape: positions.shape), x, values)
      return try call.replace(
        with: try call.math.reshaped(result, to: call.target().array.shape))
    }
    defineWholePuts(functions)
  }

  private func defineWholePuts(_ functions: ArrayFunctions) {
    functions.define("copyto", "dst, src, casting=, where=") { (call) throws(Interruption) in
      let x = try call.target()
      let source = try call.array(1)
      if x.array.dtype < source.array.dtype, call.word(2) != "unsafe" {
        throw .raised(
          .type,
          "Cannot cast \(call.machine.arrayValue(call.given(1) ?? .none) == nil ? "scalar" : "array data") from dtype('\(source.array.dtype.name)') to dtype('\(x.array.dtype.name)') according to the rule '\(call.word(2) ?? "same_kind")'"
        )
      }
      let ones = source.array.shape.prefix(max(0, source.array.rank - x.array.rank))
      if !ones.allSatisfy({ $0 == 1 })
        || !call.math.broadcasts(Array(source.array.shape.dropFirst(ones.count)), to: x.array.shape)
      {
        throw .raised(
          .value,
          "could not broadcast input array from shape \(shapeText(source.array.shape)) into shape \(shapeText(x.array.shape))"
        )
      }
      let values = try call.math.converted(source, to: x.array.dtype)
      guard let given = call[3] else {
        return try call.replace(with: try call.math.broadcast(values, to: x.array.shape))
      }
      let mask = try call.math.converted(try call.array(of: given), to: .bool)
      let all = try call.math.broadcast(mask, to: x.array.shape).array
      return try call.replace(with: try call.math.select(all, values, x))
    }
    functions.define("fill_diagonal", "a, val, wrap=") { (call) throws(Interruption) in
      let x = try call.target()
      let shape = x.array.shape
      if shape.count < 2 { throw .raised(.value, "array must be at least 2-d") }
      if shape.count > 2, Set(shape).count > 1 {
        throw .raised(.value, "All dimensions of input must be of equal length")
      }
      let strides = NDArray.rowMajorStrides(shape)
      let step = strides.reduce(0, +)
      let columns = shape[shape.count - 1]
      // Down a tall matrix the diagonal would start again.
      let wraps = try call.flag(2)
      let isCut = shape.count == 2 && !wraps
      let end = isCut ? min(x.array.count, columns * columns) : x.array.count
      let places = Array(stride(from: 0, to: end, by: step))
      let values = try call.array(1)
      if values.array.count == 0 { return .none }
      return try call.put(values, try call.math.integers(places), into: x)
    }
  }
}
