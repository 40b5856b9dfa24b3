import Backprop
import NeuronRuntime

// Changing arrays in place. While derivatives are taken, what a derivative needs must stay as it was:
// then a new array takes the place of the old one.

extension Machine {
  /// Whether a change of the array has to be seen by the derivative that is being taken.
  func isFollowed(_ target: ArrayValue) -> Bool {
    tracing.depth > 0
      && (target.array.storage.isRecorded || !target.traced(in: self).isConstant)
  }

  /// Writes one element, of an array that is not followed.
  func writeElement(_ value: NDArray, to array: NDArray, at index: ArrayIndex) {
    guard case .basic(let index, _) = index else { return }
    var offset = 0
    for (axis, item) in index.items.enumerated() {
      if case .position(let position) = item { offset += position * array.strides[axis] }
    }
    switch array.dtype {
    case .float64: array.pointer(Double.self)[offset] = value.float(atOffset: 0)
    case .int64: array.pointer(Int64.self)[offset] = value.integer(atOffset: 0)
    case .bool: array.pointer(UInt8.self)[offset] = value.float(atOffset: 0) != 0 ? 1 : 0
    }
  }

  /// Writes what is broadcast to the shape that the index leaves; of the dtype of the target. Places of
  /// an advanced index are row-major positions while derivatives are taken, else places in memory.
  func write(
    _ value: TracedArray, to target: ArrayValue, at index: ArrayIndex
  ) throws(Interruption) {
    if !target.isWritable { throw .raised(.value, "assignment destination is read-only") }
    if isFollowed(target) || tracing.depth > 0 && !value.isConstant {
      return try replace(target, by: value, at: index)
    }
    try charge(value.array.count / 8)
    switch index {
    case .basic(let basic, _):
      try attemptAssignment(value.array, to: target.array, basic)
    case .advanced(let advanced):
      let places =
        tracing.depth > 0 ? advanced.placed(in: target.array) : advanced
      try scatter(try spread(value.array, advanced), to: target.array, places)
    }
  }

  private func attemptAssignment(
    _ value: NDArray, to array: NDArray, _ index: BasicIndex
  ) throws(Interruption) {
    // These views do not outlive the assignment.
    let (wasShared, wasValueShared) = (array.storage.isShared, value.storage.isShared)
    defer {
      array.storage.isShared = wasShared
      value.storage.isShared = wasValueShared
    }
    let view = index.items.isEmpty ? array : array.view(index)
    let spread = try broadcast(value, to: view.shape)
    try charge(view.count / 8)
    let source =
      spread.storage === view.storage
      ? try attempt { () throws(ArrayError) in try spread.contiguousCopy() } : spread
    view.assign(source)
  }

  /// NumPy lets leading axes of size 1 go.
  private func broadcast(_ value: NDArray, to shape: [Int]) throws(Interruption) -> NDArray {
    if value.shape == shape { return value }
    var source = value
    while source.rank > shape.count, source.shape[0] == 1 {
      source = source.view(BasicIndex([.position(0)]))
    }
    guard let result = try? source.broadcast(to: shape) else {
      throw .raised(
        .value,
        "could not broadcast input array from shape \(shapeText(source.shape)) into shape \(shapeText(shape))"
      )
    }
    return result
  }

  /// A value as one for each place of an index, one after another.
  private func spread(
    _ value: NDArray, _ index: AdvancedIndex
  ) throws(Interruption) -> NDArray {
    if index.isMask, value.rank > 0 {
      if value.rank > 1 {
        throw .raised(
          .type,
          "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has \(value.rank) dimensions"
        )
      }
      if value.count != index.count, value.count != 1 {
        throw .raised(
          .value,
          "NumPy boolean array indexing assignment cannot assign \(value.count) input values to the \(index.count) output values where the mask is true"
        )
      }
    }
    var source = value
    while source.rank > index.shape.count, source.shape[0] == 1 {
      source = source.view(BasicIndex([.position(0)]))
    }
    guard let result = try? source.broadcast(to: index.shape) else {
      throw .raised(
        .value,
        "shape mismatch: value array of shape \(shapeText(value.shape)) could not be broadcast to indexing result of shape \(shapeText(index.shape))"
      )
    }
    return try attempt { () throws(ArrayError) in try result.contiguousCopy() }
  }

  private func scatter(
    _ values: NDArray, to array: NDArray, _ index: AdvancedIndex
  ) throws(Interruption) {
    try charge(values.count / 4)
    switch array.dtype {
    case .float64: scatter(values, to: array, index, as: Double.self)
    case .int64: scatter(values, to: array, index, as: Int64.self)
    case .bool: scatter(values, to: array, index, as: UInt8.self)
    }
  }

  @inline(__always)
  private func scatter<E: ArrayElement>(
    _ values: NDArray, to array: NDArray, _ index: AdvancedIndex, as type: E.Type
  ) {
    let (source, target) = (values.pointer(E.self), array.pointer(E.self))
    index.forEachPlace { target[$1] = source[$0] }
  }

  // MARK: While derivatives are taken

  /// Lets the target stand for a new array with the value in its place.
  private func replace(
    _ target: ArrayValue, by value: TracedArray, at index: ArrayIndex
  ) throws(Interruption) {
    let own = target.traced(in: self)
    switch index {
    case .basic(let basic, _):
      let value = try followed(value, reducedTo: own.array.rank + basic.rankChange)
      // Asked first, for the message.
      _ = try broadcast(value.array, to: own.array.view(basic).shape)
      try target.become(try apply(.put(basic), [own, value]), in: self)
    case .advanced(let advanced):
      _ = try spread(value.array, advanced)
      let value = try followed(value, reducedTo: advanced.shape.count)
      try target.become(
        try apply(
          .putAt(positions: try positions(advanced), shape: advanced.shape), [own, value]),
        in: self)
    }
  }

  /// The value without leading axes of size 1 that are too many.
  private func followed(
    _ value: TracedArray, reducedTo rank: Int
  ) throws(Interruption) -> TracedArray {
    let extra = value.array.rank - rank
    guard extra > 0, value.array.shape.prefix(extra).allSatisfy({ $0 == 1 }) else { return value }
    return try apply(.reshape(Array(value.array.shape.dropFirst(extra))), [value])
  }
}
