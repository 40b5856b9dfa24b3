extension Tape {
  /// What an entry `array` stands for. The tape holds these beside its entries, in the same order.
  struct ArrayEntry {
    let node: UInt32
    let operation: ArrayOperation
    /// The values that the operation had; nodes that were no longer on the tape are 0.
    let operands: [TracedArray]
    let result: NDArray
  }

  /// Computes an operation on arrays, and records it where an operand has an entry here.
  ///
  /// - Throws: what the operation throws.
  public func apply(
    _ operation: ArrayOperation, _ operands: [TracedArray]
  ) throws(ArrayError) -> TracedArray {
    let result = try operation.value(of: operands.map(\.array))
    return record(operation, operands, result: result)
  }

  /// Records that an operation gave `result`; of constants alone it is a constant.
  public func record(
    _ operation: ArrayOperation, _ operands: [TracedArray], result: NDArray
  ) -> TracedArray {
    let operands = operands.map { operand in
      holds(operand.node) ? operand : TracedArray(operand.array)
    }
    guard operands.contains(where: { $0.node != 0 }) else { return TracedArray(result) }
    for operand in operands { operand.array.storage.isRecorded = true }
    result.storage.isRecorded = true
    return TracedArray(result, node: append(operation, operands, result))
  }

  /// A fresh entry with the value of `traced`, as `input(_:)` of a number.
  public func input(_ traced: TracedArray) -> TracedArray {
    if traced.array.rank == 0 {
      return TracedArray(traced.array, node: input(traced.number).node)
    }
    traced.array.storage.isRecorded = true
    guard holds(traced.node) else {
      return TracedArray(traced.array, node: append(.input, 0, 0, .nan))
    }
    let copy = ArrayOperation.reshape(traced.array.shape)
    return TracedArray(traced.array, node: append(copy, [traced], traced.array))
  }

  public func input(_ traced: TracedValue) -> TracedValue {
    switch traced {
    case .number(let number): .number(input(number))
    case .array(let array): .array(input(array))
    }
  }

  /// The sum of two values of one shape.
  public func sum(_ x: TracedValue, _ y: TracedValue) throws(ArrayError) -> TracedValue {
    switch (x, y) {
    case (.number(let x), .number(let y)): .number(apply(.add, x, y))
    case (.array(let x), .array(let y)): .array(try apply(.elementwise(.add), [x, y]))
    case (.array(let x), .number(let y)), (.number(let y), .array(let x)):
      .array(
        try apply(.elementwise(.add), [x, try TracedArray(y, budget: x.array.budget)]))
    }
  }

  /// Whether an operation on arrays was recorded.
  public var holdsArrays: Bool { !arrayEntries.isEmpty }

  /// Moves all entries to a tape of their own, which keeps their nodes, and leaves this one empty. Arrays
  /// are copied, since what the program does to its own must not change what was recorded.
  ///
  /// - Throws: `memory`; then nothing has moved.
  public func detached() throws(ArrayError) -> Tape {
    let other = Tape(limit: limit)
    var copies: [ObjectIdentifier: ArrayStorage] = [:]
    func copy(_ array: NDArray) throws(ArrayError) -> NDArray {
      let storage: ArrayStorage
      if let known = copies[ObjectIdentifier(array.storage)] {
        storage = known
      } else {
        storage = try array.storage.copy()
        copies[ObjectIdentifier(array.storage)] = storage
      }
      return NDArray(
        storage: storage, dtype: array.dtype, offset: array.offset, shape: array.shape,
        strides: array.strides)
    }
    for entry in arrayEntries {
      var operands: [TracedArray] = []
      for operand in entry.operands {
        operands.append(TracedArray(try copy(operand.array), node: operand.node))
      }
      other.arrayEntries.append(
        ArrayEntry(
          node: entry.node, operation: entry.operation, operands: operands,
          result: try copy(entry.result)))
    }
    swap(&state.pointee, &other.state.pointee)
    arrayEntries = []
    return other
  }

  private func append(
    _ operation: ArrayOperation, _ operands: [TracedArray], _ result: NDArray
  ) -> UInt32 {
    let index = UInt32(truncatingIfNeeded: arrayEntries.count)
    let value = result.rank == 0 ? result.float(atOffset: 0) : .nan
    let node = append(.array, 0, index, value)
    guard node != 0 else { return 0 }
    arrayEntries.append(
      ArrayEntry(node: node, operation: operation, operands: operands, result: result))
    return node
  }

  /// What an entry `array` stands for.
  func arrayEntry(_ entry: Entry) -> ArrayEntry { arrayEntries[Int(entry.right)] }

  func holds(_ node: UInt32) -> Bool {
    node != 0 && Int(node) < count
  }

  /// Forgets the arrays of entries from `count` on.
  func truncateArrays(to count: Int) {
    while let last = arrayEntries.last, Int(last.node) >= count { arrayEntries.removeLast() }
  }
}
