import Backprop
import NeuronRuntime

// The same elements several times over.

extension ArrayMath {
  /// Laid side by side, so many times along each axis.
  func tiled(_ x: TracedArray, _ counts: [Int]) throws(Interruption) -> TracedArray {
    let rank = max(counts.count, x.array.rank)
    let shape = Array(repeating: 1, count: rank - x.array.rank) + x.array.shape
    let repeats = Array(repeating: 1, count: rank - counts.count) + counts
    if repeats.allSatisfy({ $0 == 1 }) { return try copied(try reshaped(x, to: shape)) }
    if repeats.contains(where: { $0 < 0 }) {
      throw .raised(.value, "negative dimensions are not allowed")
    }
    var separate: [Int] = []
    var spread: [Int] = []
    var joined: [Int] = []
    for axis in 0..<rank {
      separate += [1, shape[axis]]
      spread += [repeats[axis], shape[axis]]
      joined.append(try product(repeats[axis], shape[axis]))
    }
    let result = try reshaped(
      try broadcast(try reshaped(x, to: separate), to: spread), to: joined)
    return try separated(result, from: x)
  }

  private func product(_ x: Int, _ y: Int) throws(Interruption) -> Int {
    let (product, overflows) = x.multipliedReportingOverflow(by: y)
    if overflows {
      return try attempt { () throws(ArrayError) in throw ArrayError.memory(byteCount: .max) }
    }
    return product
  }

  /// Each place along an axis so many times as `counts` says: one number for all, or one each.
  func repeated(
    _ x: TracedArray, _ counts: [Int], axis: Int
  ) throws(Interruption) -> TracedArray {
    let size = x.array.shape[axis]
    if counts.count == 1, counts[0] < 0 {
      throw .raised(.value, "negative dimensions are not allowed")
    }
    if counts.count != 1, counts.count != size {
      throw .raised(
        .value,
        "operands could not be broadcast together with shape (\(size),) (\(counts.count),)")
    }
    if counts.contains(where: { $0 < 0 }) {
      throw .raised(.value, "repeats may not contain negative values.")
    }
    var total = 0
    for place in 0..<size {
      let (sum, overflows) = total.addingReportingOverflow(counts[counts.count == 1 ? 0 : place])
      total = overflows ? .max : sum
    }
    let indices = try empty([total], .int64)
    var next = indices.pointer(Int64.self)
    for place in 0..<size {
      let count = counts[counts.count == 1 ? 0 : place]
      next.update(repeating: Int64(place), count: count)
      next += count
    }
    return try taken(x, indices, axis: axis)
  }

  /// The elements one after another in another shape, over and over until it is full.
  func resized(_ x: TracedArray, to shape: [Int]) throws(Interruption) -> TracedArray {
    if shape.contains(where: { $0 < 0 }) {
      throw .raised(.value, "all elements of `new_shape` must be non-negative")
    }
    let positions = try empty(shape, .int64)
    let count = x.array.count
    if count == 0 {
      return try converted(try filled(UInt8(0), shape), to: x.array.dtype)
    }
    let places = positions.pointer(Int64.self)
    for index in 0..<positions.count { places[index] = Int64(index % count) }
    return try taken(x, at: positions, shape: shape)
  }

  /// The shape to which all broadcast.
  func commonShape(_ shapes: [[Int]]) throws(Interruption) -> [Int] {
    var result: [Int] = []
    for (index, shape) in shapes.enumerated() {
      if let joined = join(result, shape) {
        result = joined
        continue
      }
      let other = shapes[..<index].firstIndex { join($0, shape) == nil } ?? 0
      throw .raised(
        .value,
        "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg \(other) with shape \(pythonText(shapes[other])) and arg \(index) with shape \(pythonText(shape))."
      )
    }
    return result
  }

  private func join(_ x: [Int], _ y: [Int]) -> [Int]? {
    let rank = max(x.count, y.count)
    var result: [Int] = []
    for axis in 0..<rank {
      let a = axis < rank - x.count ? 1 : x[axis - rank + x.count]
      let b = axis < rank - y.count ? 1 : y[axis - rank + y.count]
      if a != b, a != 1, b != 1 { return nil }
      result.append(a == 1 ? b : a)
    }
    return result
  }

  /// A shape as Python prints the tuple: `(2, 3)`.
  func pythonText(_ shape: [Int]) -> String {
    shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.map(String.init).joined(separator: ", ")))"
  }
}

extension Machine {
  func defineRepetition(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("tile", "A, reps") { (call) throws(Interruption) in
      try call.arrayValue(try call.math.tiled(try call.array(0), try call.sizes(1)))
    }
    functions.define("repeat", "a, repeats, axis=") { (call) throws(Interruption) in
      let x = try call.array(0)
      let counts = try call.array(1).array
      if counts.rank > 1 { throw .raised(.value, "object too deep for desired array") }
      try call.machine.charge(counts.count)
      var values: [Int] = []
      counts.forEachOffset { values.append(Int(counts.integer(atOffset: $0))) }
      let axis = try call.axis(2, rank: max(x.array.rank, 1))
      guard let axis, x.array.rank > 0 else {
        return try call.arrayValue(
          try call.math.repeated(try call.math.flattened(x), values, axis: 0))
      }
      return try call.arrayValue(try call.math.repeated(x, values, axis: axis))
    }
    functions.define("resize", "a, new_shape") { (call) throws(Interruption) in
      try call.arrayValue(try call.math.resized(try call.array(0), to: try call.sizes(1)))
    }
    defineBroadcasting(functions)
  }

  private func defineBroadcasting(_ functions: ArrayFunctions) {
    functions.define("broadcast_to", "array, shape, subok=") { (call) throws(Interruption) in
      let x = try call.array(0)
      let shape = try call.sizes(1)
      if shape.contains(where: { $0 < 0 }) {
        throw .raised(.value, "all elements of broadcast shape must be non-negative")
      }
      if shape.count < x.array.rank {
        throw .raised(
          .value,
          shape.isEmpty
            ? "cannot broadcast a non-scalar to a scalar array"
            : "input operand has more dimensions than allowed by the axis remapping")
      }
      return try call.readOnly(try call.math.broadcast(x, to: shape))
    }
    functions.defineVariadic("broadcast_arrays", named: ["subok"]) {
      (values, call) throws(Interruption) in
      let arrays = try call.arrays(ofItems: values)
      let shape = try call.math.commonShape(arrays.map(\.array.shape))
      return try call.tuple(
        try arrays.map { (array) throws(Interruption) in
          try call.math.broadcast(array, to: shape)
        })
    }
    functions.defineVariadic("broadcast_shapes") { (values, call) throws(Interruption) in
      let shapes = try values.map { (value) throws(Interruption) in
        try call.integers(of: value)
      }
      if shapes.joined().contains(where: { $0 < 0 }) {
        throw .raised(.value, "negative dimensions are not allowed")
      }
      return try call.tuple(ofSizes: try call.math.commonShape(shapes))
    }
  }
}
