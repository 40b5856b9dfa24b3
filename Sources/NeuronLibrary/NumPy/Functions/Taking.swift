import Backprop
import NeuronRuntime

// Elements picked by their indices.

extension Machine {
  func defineTaking(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("take", "a, indices, axis=, out=, mode=") { (call) throws(Interruption) in
      let mode = try IndexMode(call.word(4) ?? "raise")
      var x = try call.array(0)
      var axis = 0
      let given = try call.axis(2, rank: max(x.array.rank, 1))
      if let given, x.array.rank > 0 {
        axis = given
      } else {
        x = try call.math.flattened(x)
      }
      let indices = try call.indices(1)
      let places = try call.math.places(
        indices, axis: axis, size: x.array.shape[axis], mode)
      return try call.value(try call.math.taken(x, places, axis: axis), into: 3)
    }
    functions.define("take_along_axis", "arr, indices, axis") { (call) throws(Interruption) in
      let (x, indices, axis) = try call.alongAxis(axis: 2)
      let places = try call.math.places(
        indices, axis: axis, size: x.array.shape[axis], .raise, isAlongAxis: true)
      return try call.arrayValue(try call.math.taken(x, along: axis, at: places))
    }
    functions.define("compress", "condition, a, axis=, out=") { (call) throws(Interruption) in
      let condition = try call.array(0).array
      if condition.rank != 1 { throw .raised(.value, "condition must be a 1-d array") }
      let chosen = try call.math.nonzeroPositions(condition)
      var x = try call.math.atLeast(1, try call.array(1))
      var axis = 0
      let given = try call.axis(2, rank: max(x.array.rank, 1))
      if let given, x.array.rank > 0 {
        axis = given
      } else {
        x = try call.math.flattened(x)
      }
      if given != nil, x.array.shape[axis] == 0, let first = chosen.integerList.first {
        throw .raised(
          .index, "index \(first) is out of bounds for axis \(axis) with size 0")
      }
      let places = try call.math.places(
        chosen, axis: axis, size: x.array.shape[axis], .raise)
      return try call.value(try call.math.taken(x, places, axis: axis), into: 3)
    }
    functions.define("extract", "condition, arr") { (call) throws(Interruption) in
      let chosen = try call.math.nonzeroPositions(try call.array(0).array)
      let x = try call.math.flattened(try call.array(1))
      let places = try call.math.places(chosen, axis: 0, size: x.array.count, .raise)
      return try call.arrayValue(try call.math.taken(x, places, axis: 0))
    }
    defineChoose(functions)
  }

  private func defineChoose(_ functions: ArrayFunctions) {
    functions.define("choose", "a, choices, out=, mode=") { (call) throws(Interruption) in
      let mode = try IndexMode(call.word(3) ?? "raise")
      let selector = try call.array(0)
      if selector.array.dtype == .float64 {
        throw .raised(
          .type,
          "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'"
        )
      }
      let choices = try call.math.promoted(try call.arrays(1))
      if choices.isEmpty { throw .raised(.value, "need at least one array to choose from") }
      let shape = try call.math.commonShape((choices + [selector]).map(\.array.shape))
      let whole = try call.math.broadcast(
        try call.math.converted(selector, to: .int64), to: shape
      ).array
      let all = try call.math.stacked(
        try choices.map { (choice) throws(Interruption) in
          try call.math.broadcast(choice, to: shape)
        }, axis: 0)
      var positions: [Int] = []
      for (place, index) in whole.integerList.enumerated() {
        guard let choice = mode.place(index, size: choices.count), mode != .raise || index >= 0
        else { throw .raised(.value, "invalid entry in choice array") }
        positions.append(choice * whole.count + place)
      }
      let places = try call.math.integers(positions, shape: shape)
      return try call.value(try call.math.taken(all, at: places, shape: shape), into: 2)
    }
  }
}

extension ArrayMath {
  /// Indices from 0 on, as a new array of the same shape.
  ///
  /// - Throws: IndexError for one outside.
  func places(
    _ indices: NDArray, axis: Int, size: Int, _ mode: IndexMode, isAlongAxis: Bool = false
  ) throws(Interruption) -> NDArray {
    let result = try empty(indices.shape, .int64)
    let flat = try contiguous(indices)
    let (given, places) = (flat.pointer(Int64.self), result.pointer(Int64.self))
    for index in 0..<result.count {
      guard let place = mode.place(Int(given[index]), size: size) else {
        if size == 0, !isAlongAxis {
          throw .raised(.index, "cannot do a non-empty take from an empty axes.")
        }
        throw .raised(
          .index, "index \(given[index]) is out of bounds for axis \(axis) with size \(size)")
      }
      places[index] = Int64(place)
    }
    return result
  }
}

extension ArrayCall {
  /// The integers of a parameter; what is no array is cut towards zero.
  func indices(_ place: Int) throws(Interruption) -> NDArray {
    let value = given(place) ?? .none
    let indices = try array(of: value)
    if indices.array.dtype == .float64, machine.arrayValue(value) != nil {
      throw .raised(
        .type,
        "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'"
      )
    }
    return try math.converted(indices, to: .int64).array
  }

  /// An array and the indices along one of its axes, both of one rank.
  func alongAxis(axis place: Int) throws(Interruption) -> (TracedArray, NDArray, Int) {
    for place in 0...1 {
      let value = given(place) ?? .none
      if machine.arrayValue(value) == nil, machine.integer(value) == nil {
        throw .raised(
          .attribute, "'\(machine.typeName(value))' object has no attribute 'ndim'")
      }
    }
    let indices = try array(1).array
    if indices.dtype != .int64 {
      throw .raised(.index, "`indices` must be an integer array")
    }
    var x = try array(0)
    guard let axis = try axis(place, rank: x.array.rank) else {
      if indices.rank != 1 {
        throw .raised(
          .value, "when axis=None, `indices` must have a single dimension.")
      }
      x = try math.flattened(x)
      return (x, indices, 0)
    }
    if indices.rank != x.array.rank {
      throw .raised(
        .value, "`indices` and `arr` must have the same number of dimensions")
    }
    try math.requireMatching(indices.shape, x.array.shape, axis)
    return (x, indices, axis)
  }
}
