import Backprop
import NeuronRuntime

// An array in parts, each a view.

extension ArrayMath {
  /// Between places, as Python's slices are: `[:p0]`, `[p0:p1]`, …, `[pn:]`.
  fileprivate func parts(
    _ x: TracedArray, at places: [Int], axis: Int, total: Int? = nil
  ) throws(Interruption) -> [TracedArray] {
    let size = x.array.shape[axis]
    func bound(_ place: Int) -> Int {
      min(max(place < 0 ? place &+ size : place, 0), size)
    }
    var parts: [TracedArray] = []
    for (start, end) in zip([0] + places, places + [total ?? size]) {
      let (start, end) = (bound(start), bound(end))
      parts.append(try slice(x, axis: axis, start: start, count: max(end - start, 0)))
    }
    return parts
  }

  /// In so many parts, the first ones by one element longer where it does not divide.
  ///
  /// - Parameter total: how many places to divide, if not those of the axis.
  fileprivate func parts(
    _ x: TracedArray, _ count: Int, axis: Int, total: Int? = nil
  ) throws(Interruption) -> [TracedArray] {
    let end = x.array.shape[axis]
    let (size, longer) = (total ?? end).quotientAndRemainder(dividingBy: count)
    try machine.reserve(count, times: 640)
    try machine.charge(count, times: 8)
    var parts: [TracedArray] = []
    var start = 0
    for part in 0..<count {
      let length = size + (part < longer ? 1 : 0)
      let first = min(start, end)
      parts.append(
        try slice(x, axis: axis, start: first, count: min(start + length, end) - first))
      start += length
    }
    return parts
  }
}

extension Machine {
  func defineSplitting(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("array_split", "ary, indices_or_sections, axis=") {
      (call) throws(Interruption) in
      let x = try call.array(0)
      let axis = try call.splitAxis(x)
      // Of a list NumPy divides the length, whatever the axis.
      let isList = call.machine.arrayValue(call.given(0) ?? .none) == nil
      let total = isList ? x.array.shape.first : nil
      if let places = try call.splitPlaces() {
        return try call.list(
          try call.math.parts(x, at: places, axis: axis, total: total))
      }
      let count = try call.sectionCount()
      return try call.list(try call.math.parts(x, count, axis: axis, total: total))
    }
    functions.define("split", "ary, indices_or_sections, axis=") { (call) throws(Interruption) in
      let x = try call.array(0)
      if let places = try call.splitPlaces() {
        return try call.list(
          try call.math.parts(x, at: places, axis: try call.splitAxis(x)))
      }
      let given = call.given(0) ?? .none
      if call.machine.arrayValue(given) == nil {
        throw .raised(
          .attribute, "'\(call.machine.typeName(given))' object has no attribute 'shape'")
      }
      return try call.list(try call.equalParts(x, axis: try call.splitAxis(x)))
    }
    for (name, rank) in [("hsplit", 1), ("vsplit", 2), ("dsplit", 3)] {
      functions.define(name, "ary, indices_or_sections") { (call) throws(Interruption) in
        let x = try call.array(0)
        if x.array.rank < rank {
          throw .raised(.value, "\(name) only works on arrays of \(rank) or more dimensions")
        }
        let axis = name == "hsplit" ? min(x.array.rank - 1, 1) : name == "vsplit" ? 0 : 2
        if let places = try call.splitPlaces() {
          return try call.list(try call.math.parts(x, at: places, axis: axis))
        }
        return try call.list(try call.equalParts(x, axis: axis))
      }
    }
    functions.define("unstack", "x, *, axis=") { (call) throws(Interruption) in
      let x = try call.array(0)
      if x.array.rank == 0 {
        throw .raised(.value, "Input array must be at least 1-d.")
      }
      let axis = try call.axis(1, else: 0, rank: x.array.rank)
      let count = x.array.shape[axis]
      try call.machine.reserve(count, times: 640)
      return try call.tuple(
        try (0..<count).map { (place) throws(Interruption) in
          try call.math.position(x, axis: axis, place)
        })
    }
  }
}

extension ArrayCall {
  fileprivate func splitAxis(_ x: TracedArray) throws(Interruption) -> Int {
    let axis = try integer(2, else: 0)
    guard axis >= -x.array.rank, axis < x.array.rank else {
      if machine.arrayValue(given(0) ?? .none) == nil {
        return try math.axis(axis, rank: x.array.rank, "axis1: ")
      }
      throw .raised(.index, "tuple index out of range")
    }
    return axis < 0 ? axis + x.array.rank : axis
  }

  /// Where to split; `nil` where a number of parts was given.
  fileprivate func splitPlaces() throws(Interruption) -> [Int]? {
    let value = given(1) ?? .none
    guard machine.integer(value) == nil, machine.canIterate(value) else { return nil }
    return try integers(of: value)
  }

  fileprivate func sectionCount() throws(Interruption) -> Int {
    let count = try integer(1, else: 0)
    if count <= 0 { throw .raised(.value, "number sections must be larger than 0.") }
    return count
  }

  fileprivate func equalParts(_ x: TracedArray, axis: Int) throws(Interruption) -> [TracedArray] {
    let count = try integer(1, else: 0)
    if count == 0 {
      throw .raised(.zeroDivision, "integer modulo by zero")
    }
    if x.array.shape[axis] % count != 0 {
      throw .raised(.value, "array split does not result in an equal division")
    }
    return try math.parts(x, try sectionCount(), axis: axis)
  }
}
