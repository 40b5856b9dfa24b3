import Backprop
import NeuronRuntime

// What programs give where an array is wanted: arrays, numbers, and sequences of them, nested.

extension Machine {
  /// A value as an array: lists, tuples, ranges and numbers become new ones.
  ///
  /// - Parameter name: of the function that asks, for messages.
  func arrayArgument(_ value: Value, _ name: String) throws(Interruption) -> TracedArray {
    if let array = arrayValue(value) { return array.traced(in: self) }
    if let number = try scalarOperand(value) { return number }
    return try NestedSequence.array(of: value, name, in: self)
  }

  /// A number as an array of rank 0; `nil` for what is none.
  func scalarOperand(_ value: Value) throws(Interruption) -> TracedArray? {
    switch value.kind {
    case .float:
      let traced = tracing.traced(value)
      return TracedArray(try scalar(traced.value), node: traced.node)
    case .int: return TracedArray(try scalar(Int64(value.int)))
    case .bool: return TracedArray(try scalar(UInt8(value.isTrueBool ? 1 : 0)))
    case .bigInt: throw notAnElement(value, "array")
    default: return nil
    }
  }

  /// A new array of rank 0.
  func scalar<E: ArrayElement>(_ value: E) throws(Interruption) -> NDArray {
    try attempt { () throws(ArrayError) in try NDArray(scalar: value, budget: budget) }
  }
}

/// Reads lists within lists: first their common shape and dtype, then the elements.
struct NestedSequence {
  private let machine: Machine
  private let name: String
  /// The sizes of the axes known so far.
  private var shape: [Int] = []
  /// How many of `shape` hold for all that was seen.
  private var rank = NestedSequence.largestRank
  /// Whether an element was reached, so that `shape` is complete.
  private var isShapeKnown = false
  private var isRagged = false
  private var dtype = DType.bool
  private var wanted: DType?
  private var isEmpty = true
  /// Numbers and arrays in order of place.
  private var leaves: [Value] = []
  /// Whether a leaf is an array.
  private var hasArrays = false
  private var isTraced = false

  /// NumPy's own limit.
  static let largestRank = 64

  private init(_ name: String, _ machine: Machine) {
    self.name = name
    self.machine = machine
  }

  /// - Parameter dtype: what the elements become, where that is known: then integers may be of any size.
  static func array(
    of value: Value, _ name: String, in machine: Machine, as dtype: DType? = nil
  ) throws(Interruption) -> TracedArray {
    var reader = NestedSequence(name, machine)
    reader.wanted = dtype
    return try machine.heap.pinning([value]) { () throws(Interruption) in
      try reader.visit(value, depth: 0)
      return try reader.assembled()
    }
  }

  // MARK: Shape

  private mutating func visit(_ value: Value, depth: Int) throws(Interruption) {
    if let items = try items(of: value) {
      note([items.count], at: depth, isSequence: true)
      if items.isEmpty { isShapeKnown = true }
      try machine.charge(items.count)
      // The leaves are kept until all are known, then stand in the array.
      try machine.reserve(
        (leaves.count + items.count) * (MemoryLayout<Value>.stride + DType.float64.size))
      if depth + 1 >= rank, rank == Self.largestRank {
        throw .raised(
          .value,
          "np.\(name): more than \(Self.largestRank) lists within each other cannot be an array")
      }
      try machine.nested { () throws(Interruption) in
        for item in items { try visit(item, depth: depth + 1) }
      }
      return
    }
    if let array = machine.arrayValue(value) {
      promote(array.array.dtype)
      hasArrays = true
      if array.traced(in: machine).node != 0 { isTraced = true }
      note(array.array.shape, at: depth, isSequence: false)
      leaves.append(value)
      return
    }
    let number = try number(value)
    if number.isTraced, machine.tracing.traced(number).node != 0 { isTraced = true }
    promote(machine.dtype(of: number))
    note([], at: depth, isSequence: false)
    leaves.append(number)
  }

  /// The items of what NumPy takes for a sequence; `nil` for what is one element.
  private func items(of value: Value) throws(Interruption) -> [Value]? {
    switch value.kind {
    case .list, .tuple: return machine.elements(of: value)
    case .range: return try machine.allItems(of: value)
    default: return nil
    }
  }

  /// Compares the sizes that stand at a depth with those seen before, as NumPy does, whose message
  /// tells the shape up to where it holds.
  private mutating func note(_ sizes: [Int], at depth: Int, isSequence: Bool) {
    var sizes = sizes[...]
    if depth + sizes.count > rank {
      isRagged = true
      sizes = sizes.prefix(max(rank - depth, 0))
    } else if !isSequence, rank != depth + sizes.count {
      rank = depth + sizes.count
      if isShapeKnown { isRagged = true }
    }
    for (index, size) in sizes.enumerated() {
      let axis = depth + index
      if !isShapeKnown {
        if axis < shape.count { shape[axis] = size } else { shape.append(size) }
      } else if axis >= shape.count || shape[axis] != size {
        isRagged = true
        rank = isSequence ? depth : rank - (sizes.count - index)
        break
      }
    }
    if !isSequence { isShapeKnown = true }
  }

  // MARK: Elements

  private mutating func promote(_ other: DType) {
    dtype = isEmpty ? other : max(dtype, other)
    isEmpty = false
  }

  /// What stands for one element: a float, an integer of 64 bits or a truth.
  private func number(_ value: Value) throws(Interruption) -> Value {
    switch value.kind {
    case .bool, .int: return value
    // Of a float in a list NumPy asks that it has a value as an integer.
    case .float: return wanted == .int64 ? try machine.numPyNumber(value, .int64) : value
    case .bigInt:
      if let wanted { return try machine.numPyNumber(value, wanted) }
    case .foreign:
      if let number = machine.foreign(value)?.scalar(in: machine) { return number }
    case .instance:
      if let part = value.plainPart, part.kind != .string { return try number(part) }
    default: break
    }
    throw machine.notAnElement(value, name)
  }

  private func assembled() throws(Interruption) -> TracedArray {
    let full = Array(shape.prefix(rank))
    if isRagged {
      throw .raised(
        .value,
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after \(full.count) dimensions. The detected shape was \(machine.tupleText(full)) + inhomogeneous part."
      )
    }
    if isTraced { return try tracedAssembly(full) }
    let dtype = isEmpty ? DType.float64 : self.dtype
    let result = try machine.attempt { () throws(ArrayError) in
      try NDArray(uninitialized: full, dtype, budget: machine.budget)
    }
    if hasArrays {
      try fillWithArrays(result)
    } else {
      fillWithNumbers(result)
    }
    return TracedArray(result)
  }

  private func fillWithNumbers(_ result: NDArray) {
    switch result.dtype {
    case .float64:
      let target = result.pointer(Double.self)
      for (index, leaf) in leaves.enumerated() {
        target[index] = leaf.isFloat ? leaf.float : Double(leaf.int)
      }
    case .int64:
      let target = result.pointer(Int64.self)
      for (index, leaf) in leaves.enumerated() { target[index] = Int64(leaf.int) }
    case .bool:
      let target = result.pointer(UInt8.self)
      for (index, leaf) in leaves.enumerated() { target[index] = leaf.isTrueBool ? 1 : 0 }
    }
  }

  private func fillWithArrays(_ result: NDArray) throws(Interruption) {
    var offset = 0
    for leaf in leaves {
      let element = try machine.arrayArgument(leaf, name).array
      NDArray(
        storage: result.storage, dtype: result.dtype, offset: offset, shape: element.shape,
        strides: NDArray.rowMajorStrides(element.shape)
      ).assign(element)
      offset += element.count
    }
  }

  /// Joins the elements by operations that can be differentiated.
  private func tracedAssembly(_ full: [Int]) throws(Interruption) -> TracedArray {
    var pieces: [TracedArray] = []
    for leaf in leaves {
      let element = try machine.cast(try machine.arrayArgument(leaf, name), to: .float64)
      pieces.append(try machine.apply(.reshape([element.array.count]), [element]))
    }
    let line = try machine.apply(.concatenate(axis: 0), pieces)
    return try machine.apply(.reshape(full), [line])
  }
}

extension NDArray {
  /// The number of elements of a shape that an array has.
  static func product(_ shape: [Int]) -> Int { shape.reduce(1, *) }
}

extension Machine {
  /// Why a value cannot be an element of an array.
  func notAnElement(_ value: Value, _ name: String) -> Interruption {
    switch value.kind {
    case .bigInt:
      return .raised(
        .overflow,
        "an integer beyond 64 bits cannot be in an array: make it a float, or keep it in a list")
    case .iterator, .generator, .view:
      return .raised(
        .type,
        "np.\(name) of a '\(typeName(value))' would be an array of objects, which is not part of neuron: make a list of it first"
      )
    default:
      return .raised(
        .type,
        "np.\(name) of a '\(typeName(value))' would be an array of objects or texts, which is not part of neuron: arrays hold float64, int64 or bool"
      )
    }
  }

  /// A shape as Python writes the tuple: `(2, 3)`.
  func tupleText(_ shape: [Int]) -> String {
    shape.count == 1
      ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
  }
}
