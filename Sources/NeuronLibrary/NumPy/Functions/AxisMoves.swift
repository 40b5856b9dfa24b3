import Backprop
import NeuronRuntime

// Axes in another order, and elements in another order along an axis.

extension ArrayMath {
  /// The axes in the order that a program gives, from -rank to rank - 1.
  func transposed(_ x: TracedArray, checking axes: [Int]) throws(Interruption) -> TracedArray {
    let rank = x.array.rank
    if axes.count != rank { throw .raised(.value, "axes don't match array") }
    var order: [Int] = []
    for axis in axes {
      let axis = try self.axis(axis, rank: rank)
      if order.contains(axis) { throw .raised(.value, "repeated axis in transpose") }
      order.append(axis)
    }
    return try transposed(x, order)
  }

  func swapped(_ x: TracedArray, _ axis1: Int, _ axis2: Int) throws(Interruption) -> TracedArray {
    let rank = x.array.rank
    var axes = Array(0..<rank)
    axes.swapAt(
      try axis(axis1, rank: rank, "axis1: "), try axis(axis2, rank: rank, "axis2: "))
    return try apply(.transpose(axes), x)
  }

  /// In reverse order along the axes.
  func flipped(_ x: TracedArray, _ axes: [Int]) throws(Interruption) -> TracedArray {
    let items = x.array.shape.enumerated().map { (axis, size) in
      axes.contains(axis)
        ? BasicIndex.Item.slice(start: size - 1, count: size, step: -1)
        : .slice(start: 0, count: size, step: 1)
    }
    return try apply(.view(BasicIndex(items)), x)
  }

  /// Moved by so many places along an axis, what falls off the end coming back at the start.
  func rolled(_ x: TracedArray, by shift: Int, axis: Int) throws(Interruption) -> TracedArray {
    let size = x.array.shape[axis]
    if size == 0 { return x }
    let distance = ((shift % size) + size) % size
    if distance == 0 { return x }
    return try concatenated(
      [
        try slice(x, axis: axis, start: size - distance, count: distance),
        try slice(x, axis: axis, start: 0, count: size - distance),
      ], axis: axis)
  }
}

extension Machine {
  func defineAxisMoves(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    for name in ["transpose", "permute_dims"] {
      functions.define(name, "a, axes=") { (call) throws(Interruption) in
        if let number = call.numPyNumber { return number }
        let x = try call.array(0)
        guard let axes = call[1] else {
          return try call.arrayValue(try call.math.transposed(x))
        }
        return try call.arrayValue(
          try call.math.transposed(x, checking: try call.integers(of: axes)))
      }
    }
    functions.define("matrix_transpose", "x") { (call) throws(Interruption) in
      try call.arrayValue(try call.math.matrixTransposed(try call.array(0)))
    }
    functions.define("swapaxes", "a, axis1, axis2") { (call) throws(Interruption) in
      try call.arrayValue(
        try call.math.swapped(
          try call.array(0), try call.integer(1, else: 0), try call.integer(2, else: 0)))
    }
    functions.define("moveaxis", "a, source, destination") { (call) throws(Interruption) in
      let x = try call.array(0)
      let rank = x.array.rank
      if call[1] == nil || call[2] == nil {
        throw .raised(.type, "'NoneType' object is not iterable")
      }
      let source = try call.axes(of: call.given(1) ?? .none, rank: rank, parameter: "source")
      let destination = try call.axes(
        of: call.given(2) ?? .none, rank: rank, parameter: "destination")
      if source.count != destination.count {
        throw .raised(
          .value,
          "`source` and `destination` arguments must have the same number of elements")
      }
      var order = (0..<rank).filter { !source.contains($0) }
      for (place, axis) in zip(destination, source).sorted(by: { $0.0 < $1.0 }) {
        order.insert(axis, at: place)
      }
      return try call.arrayValue(try call.math.apply(.transpose(order), x))
    }
    defineRollAxis(functions)
    defineFlips(functions)
    defineRoll(functions)
  }

  private func defineRollAxis(_ functions: ArrayFunctions) {
    functions.define("rollaxis", "a, axis, start=") { (call) throws(Interruption) in
      let x = try call.array(0)
      let rank = x.array.rank
      let axis = try call.axis(1, else: 0, rank: rank)
      let given = try call.integer(2, else: 0)
      var start = given < 0 ? given &+ rank : given
      guard start >= 0, start <= rank else {
        throw call.machine.axisError(
          "'start' arg requires \(-rank) <= start < \(rank + 1), but \(given) was passed in")
      }
      if axis < start { start -= 1 }
      return try call.arrayValue(try call.math.moving(x, axis, to: start))
    }
  }

  private func defineFlips(_ functions: ArrayFunctions) {
    functions.define("flip", "m, axis=") { (call) throws(Interruption) in
      let x = try call.array(0)
      let axes =
        try call[1].map { (value) throws(Interruption) in
          try call.axes(of: value, rank: x.array.rank)
        } ?? Array(0..<x.array.rank)
      let result = try call.math.flipped(x, axes)
      return x.array.rank == 0 ? try call.value(result) : try call.arrayValue(result)
    }
    for (name, axis) in [("flipud", 0), ("fliplr", 1)] {
      functions.define(name, "m") { (call) throws(Interruption) in
        let x = try call.array(0)
        if x.array.rank <= axis {
          throw .raised(.value, "Input must be >= \(axis + 1)-d.")
        }
        return try call.arrayValue(try call.math.flipped(x, [axis]))
      }
    }
    functions.define("rot90", "m, k=, axes=") { (call) throws(Interruption) in
      let x = try call.array(0)
      let rank = x.array.rank
      let given = try call[2].map { (value) throws(Interruption) in try call.integers(of: value) }
      let axes = given ?? [0, 1]
      if axes.count != 2 { throw .raised(.value, "len(axes) must be 2.") }
      let (first, second) = (axes[0], axes[1])
      if first == second || (first &- second).magnitude == UInt(rank) {
        throw .raised(.value, "Axes must be different.")
      }
      if !(-rank..<rank).contains(first) || !(-rank..<rank).contains(second) {
        throw .raised(
          .value, "Axes=(\(first), \(second)) out of range for array of ndim=\(rank).")
      }
      let plane = [try call.math.axis(first, rank: rank), try call.math.axis(second, rank: rank)]
      return try call.arrayValue(
        try call.math.turned(x, quarters: try call.number(1, else: 1), plane))
    }
  }

  private func defineRoll(_ functions: ArrayFunctions) {
    functions.define("roll", "a, shift, axis=") { (call) throws(Interruption) in
      let x = try call.array(0)
      let shifts = try call.array(1).array
      guard call[2] != nil else {
        var flat = try call.math.flattened(x)
        for shift in try call.shifts(shifts) {
          flat = try call.math.rolled(flat, by: shift, axis: 0)
        }
        let result = try call.math.reshaped(flat, to: x.array.shape)
        return try call.arrayValue(try call.math.separated(result, from: x))
      }
      let axes = try call.sizes(2)
      if shifts.rank > 1 {
        throw .raised(.value, "'shift' and 'axis' should be scalars or 1D sequences")
      }
      var result = x
      for (shift, axis) in try call.pairs(try call.shifts(shifts), axes, isScalar: shifts.rank == 0)
      {
        result = try call.math.rolled(
          result, by: shift, axis: try call.math.axis(axis, rank: x.array.rank))
      }
      return try call.arrayValue(try call.math.separated(result, from: x))
    }
  }
}

extension ArrayMath {
  /// With the last two axes swapped.
  func matrixTransposed(_ x: TracedArray) throws(Interruption) -> TracedArray {
    let rank = x.array.rank
    if rank < 2 {
      throw .raised(
        .value, "Input array must be at least 2-dimensional, but it is \(rank)")
    }
    var axes = Array(0..<rank)
    axes.swapAt(rank - 1, rank - 2)
    return try apply(.transpose(axes), x)
  }

  /// Turned by quarters of a circle from the first axis of the plane towards the second.
  fileprivate func turned(
    _ x: TracedArray, quarters: Double, _ plane: [Int]
  ) throws(Interruption) -> TracedArray {
    var order = Array(0..<x.array.rank)
    order.swapAt(plane[0], plane[1])
    let turn = quarters - 4 * (quarters / 4).rounded(.down)
    switch turn {
    case 0: return try flipped(x, [])
    case 2: return try flipped(x, plane)
    case 1: return try apply(.transpose(order), try flipped(x, [plane[1]]))
    default: return try flipped(try apply(.transpose(order), x), [plane[1]])
    }
  }

  /// A copy where the result would be the argument itself, or a view of it.
  func separated(_ result: TracedArray, from x: TracedArray) throws(Interruption) -> TracedArray {
    result.array.storage === x.array.storage ? try copied(result) : result
  }
}

extension ArrayCall {
  fileprivate func shifts(_ array: NDArray) throws(Interruption) -> [Int] {
    try machine.charge(array.count)
    var shifts: [Int] = []
    array.forEachOffset { shifts.append(Int(array.integer(atOffset: $0))) }
    return shifts
  }

  /// Each shift with its axis, one of either serving all.
  fileprivate func pairs(
    _ shifts: [Int], _ axes: [Int], isScalar: Bool
  ) throws(Interruption) -> [(Int, Int)] {
    if shifts.count == 1 { return axes.map { (shifts[0], $0) } }
    if axes.count == 1 { return shifts.map { ($0, axes[0]) } }
    if shifts.count != axes.count {
      throw .raised(
        .value,
        "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape (\(shifts.count),) and arg 1 with shape (\(axes.count),)."
      )
    }
    return Array(zip(shifts, axes))
  }
}
