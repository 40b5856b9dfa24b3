import Backprop
import NeuronRuntime

// Elements added to an array, put into it, left out of it: always in a new array.

extension ArrayMath {
  /// All along one axis when none is given.
  func appended(
    _ x: TracedArray, _ values: TracedArray, axis: Int?
  ) throws(Interruption) -> TracedArray {
    guard let axis else {
      return try concatenated([try flattened(x), try flattened(values)], axis: 0)
    }
    return try joined([x, values], axis: axis)
  }

  /// The places of an axis that stay when others are left out.
  fileprivate func without(
    _ x: TracedArray, _ gone: [Bool], axis: Int
  ) throws(Interruption) -> TracedArray {
    try taken(x, gone.indices.filter { !gone[$0] }, axis: axis)
  }

  /// - Parameter places: before which of the old places the new ones come, from 0 to the size.
  /// - Parameter values: that broadcast to the array with as many places as come in along the axis.
  fileprivate func inserted(
    _ values: TracedArray, into x: TracedArray, before places: [Int], axis: Int
  ) throws(Interruption) -> TracedArray {
    let size = x.array.shape[axis]
    var shape = x.array.shape
    shape[axis] = places.count
    let values = try broadcast(try converted(values, to: x.array.dtype), to: shape)
    // Of several for one place the first given comes first.
    let order = places.indices.sorted {
      places[$0] == places[$1] ? $0 < $1 : places[$0] < places[$1]
    }
    var sources: [Int] = []
    var next = order.startIndex
    for old in 0...size {
      while next < order.endIndex, places[order[next]] == old {
        sources.append(size + order[next])
        next += 1
      }
      if old < size { sources.append(old) }
    }
    return try taken(try concatenated([x, values], axis: axis), sources, axis: axis)
  }
}

extension Machine {
  func defineEditing(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    functions.define("append", "arr, values, axis=") { (call) throws(Interruption) in
      let x = try call.array(0)
      let values = try call.array(1)
      let axis = call[2] == nil ? nil : try call.integer(2, else: 0)
      return try call.arrayValue(try call.math.appended(x, values, axis: axis))
    }
    functions.define("delete", "arr, obj, axis=") { (call) throws(Interruption) in
      let (x, axis) = try call.edited(axis: 2)
      return try call.arrayValue(try call.deleted(from: x, axis: axis))
    }
    functions.define("insert", "arr, obj, values, axis=") { (call) throws(Interruption) in
      let (x, axis) = try call.edited(axis: 3)
      return try call.arrayValue(try call.inserted(into: x, axis: axis))
    }
    functions.define("trim_zeros", "filt, trim=, axis=") { (call) throws(Interruption) in
      try call.refuse(2, "axis", instead: "trim one axis at a time by slices")
      return try call.trimmed()
    }
  }
}

extension ArrayCall {
  /// The array and the axis to edit: all its elements in a row where no axis is given.
  fileprivate func edited(axis place: Int) throws(Interruption) -> (TracedArray, Int) {
    let x = try array(0)
    if let axis = try axis(place, rank: x.array.rank) { return (x, axis) }
    return (x.array.rank == 1 ? x : try math.flattened(x), 0)
  }

  private func checked(_ index: Int, axis: Int, size: Int) throws(Interruption) -> Int {
    guard index >= -size, index < size else {
      throw .raised(
        .index, "index \(index) is out of bounds for axis \(axis) with size \(size)")
    }
    return index < 0 ? index + size : index
  }

  // MARK: delete

  fileprivate func deleted(from x: TracedArray, axis: Int) throws(Interruption) -> TracedArray {
    let size = x.array.shape[axis]
    let object = given(1) ?? .none
    try machine.charge(size)
    var gone = Array(repeating: false, count: size)
    if let places = try slicePlaces(object, count: size) {
      for place in places { gone[place] = true }
      return try math.without(x, gone, axis: axis)
    }
    let indices = try array(of: object).array
    if indices.dtype == .bool {
      if indices.shape != [size] {
        throw .raised(
          .value,
          "boolean array argument obj to delete must be one dimensional and match the axis length of \(size)"
        )
      }
      for (place, flag) in indices.integerList.enumerated() { gone[place] = flag != 0 }
      return try math.without(x, gone, axis: axis)
    }
    if indices.dtype == .float64, indices.count > 0 {
      throw .raised(.index, "arrays used as indices must be of integer (or boolean) type")
    }
    try machine.charge(indices.count)
    let named = indices.rank == 0 ? axis : 0
    for index in indices.integerList { gone[try checked(index, axis: named, size: size)] = true }
    return try math.without(x, gone, axis: axis)
  }

  // MARK: insert

  fileprivate func inserted(into x: TracedArray, axis: Int) throws(Interruption) -> TracedArray {
    let size = x.array.shape[axis]
    let object = given(1) ?? .none
    let values = try insertedValues(x.array.dtype)
    if let places = try slicePlaces(object, count: size) {
      return try insert(values, into: x, before: places, axis: axis, isNumber: false)
    }
    let indices = try array(of: object).array
    if indices.rank > 1 {
      throw .raised(
        .value, "index array argument obj to insert must be one dimensional or scalar")
    }
    if indices.dtype == .float64, indices.count > 0 {
      throw .raised(
        .type, "slice indices must be integers or None or have an __index__ method")
    }
    if indices.dtype == .bool, indices.rank == 1 {
      if machine.arrayValue(object) == nil {
        throw .raised(.attribute, "'list' object has no attribute 'ndim'")
      }
      let places = indices.integerList.enumerated().filter { $0.element != 0 }.map(\.offset)
      return try insert(values, into: x, before: places, axis: axis, isNumber: false)
    }
    return try insert(
      values, into: x, before: indices.integerList, axis: axis, isNumber: indices.rank == 0)
  }

  /// Numbers of Python, which must be such as fit.
  private func insertedValues(_ dtype: DType) throws(Interruption) -> TracedArray {
    let value = given(2) ?? .none
    if dtype != .int64 { return try array(of: value) }
    switch value.kind {
    case .float where !value.isNumPy: return try array(of: machine.numPyNumber(value, dtype))
    case .list, .tuple:
      return try NestedSequence.array(of: value, name, in: machine, as: dtype)
    default: return try array(of: value)
    }
  }

  private func insert(
    _ values: TracedArray, into x: TracedArray, before places: [Int], axis: Int, isNumber: Bool
  ) throws(Interruption) -> TracedArray {
    if places.isEmpty { return try math.copied(x) }
    let size = x.array.shape[axis]
    if places.count > 1 {
      return try insertSeveral(values, into: x, before: places, axis: axis)
    }
    guard places[0] >= -size, places[0] <= size else {
      throw .raised(
        .index, "index \(places[0]) is out of bounds for axis \(axis) with size \(size)")
    }
    let place = places[0] < 0 ? places[0] + size : places[0]
    var block = values
    // As many axes as the array has; for a plain number as index the values' first axis is the one
    // along which they come in.
    if block.array.rank < x.array.rank {
      block = try math.expanded(block, Array(0..<(x.array.rank - block.array.rank)))
    }
    if isNumber { block = try math.moving(block, 0, to: axis) }
    let count = block.array.shape[axis]
    var shape = x.array.shape
    shape[axis] = count
    guard math.broadcasts(block.array.shape, to: shape) else {
      throw .raised(
        .value,
        "could not broadcast input array from shape \(shapeText(block.array.shape)) into shape \(shapeText(shape))"
      )
    }
    return try math.inserted(
      block, into: x, before: Array(repeating: place, count: count), axis: axis)
  }

  private func insertSeveral(
    _ values: TracedArray, into x: TracedArray, before given: [Int], axis: Int
  ) throws(Interruption) -> TracedArray {
    let size = x.array.shape[axis]
    let places = given.map { $0 < 0 ? $0 + size : $0 }
    let order = places.indices.sorted {
      places[$0] == places[$1] ? $0 < $1 : places[$0] < places[$1]
    }
    var shifted = places
    for (before, index) in order.enumerated() {
      shifted[index] = places[index].addingReportingOverflow(before).partialValue
    }
    let end = size + places.count
    for (index, place) in shifted.enumerated() where place >= end || places[index] < 0 {
      throw .raised(
        .index, "index \(place) is out of bounds for axis \(axis) with size \(end)")
    }
    var shape = x.array.shape
    shape[axis] = places.count
    guard math.broadcasts(values.array.shape, to: shape) else {
      throw .raised(
        .value,
        "shape mismatch: value array of shape \(shapeText(values.array.shape)) could not be broadcast to indexing result of shape \(shapeText(shape))"
      )
    }
    return try math.inserted(values, into: x, before: places, axis: axis)
  }

  // MARK: trim_zeros

  fileprivate func trimmed() throws(Interruption) -> Value {
    let x = try array(0)
    if x.array.rank != 1 {
      throw refuse("an array of \(x.array.rank) axes", instead: "give it one of one axis")
    }
    let ends = (word(1) ?? "fb").lowercased()
    guard ["fb", "bf", "f", "b"].contains(ends) else {
      throw .raised(.value, "unexpected character(s) in `trim`: '\(word(1) ?? "")'")
    }
    try machine.charge(x.array.count)
    let isZero = x.array.floats.map { $0 == 0 }
    let first = isZero.firstIndex(of: false) ?? isZero.count
    let last = isZero.lastIndex(of: false) ?? -1
    let start = ends.contains("f") || last < 0 ? first : 0
    let end = ends.contains("b") || last < 0 ? max(last + 1, start) : isZero.count
    let items = given(0) ?? .none
    switch items.kind {
    case .list:
      return try machine.heap.list(Array(machine.elements(of: items)[start..<end]))
    case .tuple:
      return try machine.heap.tuple(Array(machine.elements(of: items)[start..<end]))
    default:
      return try arrayValue(try math.slice(x, axis: 0, start: start, count: end - start))
    }
  }
}

extension ArrayMath {
  func broadcasts(_ shape: [Int], to target: [Int]) -> Bool {
    shape.count <= target.count
      && zip(shape.reversed(), target.reversed()).allSatisfy { $0 == 1 || $0 == $1 }
  }
}

extension NDArray {
  /// The elements in row-major order as integers.
  var integerList: [Int] {
    var result: [Int] = []
    result.reserveCapacity(count)
    forEachOffset { result.append(Int(integer(atOffset: $0))) }
    return result
  }
}

extension ArrayCall {
  /// The places that a slice picks; `nil` for anything but a slice.
  fileprivate func slicePlaces(_ value: Value, count: Int) throws(Interruption) -> [Int]? {
    guard value.kind == .slice else { return nil }
    let picked = try machine.slicePositions(value, count: count)
    return (0..<picked.count).map { picked.start + $0 * picked.step }
  }
}
