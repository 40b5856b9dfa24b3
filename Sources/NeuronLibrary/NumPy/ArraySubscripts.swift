import Backprop
import NeuronRuntime

// `a[i]` and `a[i] = x`.

extension ArrayValue {
  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    let own = traced(in: machine)
    let array = own.array
    if index.kind == .int, array.rank == 1 {
      return try machine.element(of: own, at: index.int)
    }
    let strides = own.isConstant ? array.strides : NDArray.rowMajorStrides(array.shape)
    switch try IndexReader.read(index, shape: array.shape, strides: strides, machine) {
    case .basic(let index, let isElement):
      let view = try machine.apply(.view(index), [own])
      return isElement ? machine.number(view) : try machine.array(view, base: value)
    case .advanced(let index):
      if own.isConstant { return try machine.array(try machine.gathered(array, index)) }
      return try machine.array(
        try machine.apply(
          .take(positions: try machine.positions(index), shape: index.shape), [own]))
    }
  }

  func setItem(
    at index: Value, to value: Value, in machine: Machine
  ) throws(Interruption) -> Bool {
    if !isWritable { throw .raised(.value, "assignment destination is read-only") }
    let isTracing = machine.tracing.depth > 0
    let array = self.array
    let place = try IndexReader.read(
      index, shape: array.shape,
      strides: isTracing ? NDArray.rowMajorStrides(array.shape) : array.strides, machine)
    if case .basic(_, let isElement) = place, isElement {
      let number = try machine.elementValue(value, array.dtype)
      if !isTracing {
        machine.writeElement(number.array, to: array, at: place)
        return true
      }
      try machine.write(number, to: self, at: place)
      return true
    }
    let rank =
      switch place {
      case .basic(let index, _): array.rank + index.rankChange
      case .advanced: NestedSequence.largestRank
      }
    let source: TracedArray
    if case .advanced = place, value.isNumPy {
      // Here NumPy converts as arrays are converted, elsewhere as `int` does.
      source = try machine.cast(try machine.arrayArgument(value, "array"), to: array.dtype)
    } else {
      source = try machine.assignedValue(value, array.dtype, rank: rank)
    }
    try machine.write(source, to: self, at: place)
    return true
  }

  func deleteItem(at index: Value, in machine: Machine) throws(Interruption) -> Bool {
    throw .raised(.value, "cannot delete array elements")
  }
}

extension BasicIndex {
  /// By how much the result has more axes than what is indexed.
  var rankChange: Int {
    items.reduce(0) {
      switch $1 {
      case .position: $0 - 1
      case .slice: $0
      case .newAxis: $0 + 1
      }
    }
  }
}

extension Machine {
  /// An element of an array of one axis.
  fileprivate func element(
    of x: TracedArray, at index: Int
  ) throws(Interruption) -> Value {
    let size = x.array.shape[0]
    let position = index < 0 ? index &+ size : index
    guard position >= 0, position < size else {
      throw .raised(.index, "index \(index) is out of bounds for axis 0 with size \(size)")
    }
    if x.isConstant { return number(x.array, atOffset: position * x.array.strides[0]) }
    return number(try apply(.view(BasicIndex([.position(position)])), [x]))
  }

  /// The elements at places in memory, as a new array.
  fileprivate func gathered(
    _ array: NDArray, _ index: AdvancedIndex
  ) throws(Interruption) -> NDArray {
    let result = try attempt { () throws(ArrayError) in
      try NDArray(uninitialized: index.shape, array.dtype, budget: budget)
    }
    try charge(result.count / 4)
    switch array.dtype {
    case .float64: gather(array, index, into: result, as: Double.self)
    case .int64: gather(array, index, into: result, as: Int64.self)
    case .bool: gather(array, index, into: result, as: UInt8.self)
    }
    return result
  }

  @inline(__always)
  private func gather<E: ArrayElement>(
    _ array: NDArray, _ index: AdvancedIndex, into result: NDArray, as type: E.Type
  ) {
    let (source, target) = (array.pointer(E.self), result.pointer(E.self))
    index.forEachPlace { target[$0] = source[$1] }
  }

  /// The places of an index as an array of positions.
  func positions(_ index: AdvancedIndex) throws(Interruption) -> NDArray {
    let result = try attempt { () throws(ArrayError) in
      try NDArray(uninitialized: [index.count], .int64, budget: budget)
    }
    try charge(result.count / 4)
    let target = result.pointer(Int64.self)
    index.forEachPlace { target[$0] = Int64($1) }
    return result
  }

  // MARK: Values to be assigned

  /// What one element becomes: Python's `int` and `float` say what goes.
  fileprivate func elementValue(
    _ value: Value, _ dtype: DType
  ) throws(Interruption) -> TracedArray {
    if let array = arrayValue(value) {
      let traced = array.traced(in: self)
      guard traced.array.count == 1 else {
        throw .raised(
          .value, "setting an array element with a sequence.")
      }
      let element =
        traced.array.rank == 0 ? traced : try apply(.reshape([]), [traced])
      return try cast(element, to: dtype)
    }
    if value.isNumPy && !(value.kind == .float && dtype == .int64)
      || value.kind == .float && dtype == .float64
    {
      return try cast(try arrayArgument(value, "array"), to: dtype)
    }
    if value.isNone, dtype == .float64 { return TracedArray(try scalar(Double.nan)) }
    if value.kind == .list || value.kind == .tuple, dtype == .float64 {
      throw .raised(.value, "setting an array element with a sequence.")
    }
    return try arrayArgument(try numPyNumber(value, dtype), "array")
  }

  /// What several elements become, in the dtype of the array.
  func assignedValue(
    _ value: Value, _ dtype: DType, rank: Int
  ) throws(Interruption) -> TracedArray {
    switch value.kind {
    case .list, .tuple, .range:
      let array = try NestedSequence.array(of: value, "array", in: self, as: dtype)
      if array.array.rank > rank {
        throw .raised(
          .value,
          "setting an array element with a sequence. The requested array would exceed the maximum number of dimension of \(rank)."
        )
      }
      return try cast(array, to: dtype)
    case .foreign where arrayValue(value) != nil:
      return try cast(try arrayArgument(value, "array"), to: dtype)
    default: return try elementValue(value, dtype)
    }
  }
}
