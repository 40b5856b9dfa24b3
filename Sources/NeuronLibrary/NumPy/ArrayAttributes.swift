import Backprop
import NeuronRuntime

// What `a.name` gives for an array.

extension ArrayValue {
  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "shape": return try machine.heap.tuple(array.shape.map { Value($0) })
    case "ndim": return Value(array.rank)
    case "size": return Value(array.count)
    case "dtype": return machine.value(of: array.dtype)
    case "itemsize": return Value(array.dtype.size)
    case "nbytes": return Value(array.count * array.dtype.size)
    case "strides":
      return try machine.heap.tuple(array.strides.map { Value($0 * array.dtype.size) })
    case "T":
      let order = Array((0..<array.rank).reversed())
      return try machine.array(
        try machine.apply(.transpose(order), [traced(in: machine)]), base: value)
    case "mT":
      if array.rank < 2 {
        throw .raised(.value, "matrix transpose with ndim < 2 is undefined")
      }
      var order = Array(0..<array.rank)
      order.swapAt(order.count - 1, order.count - 2)
      return try machine.array(
        try machine.apply(.transpose(order), [traced(in: machine)]), base: value)
    case "real": return value
    case "imag":
      return try machine.array(try machine.zeros(array.shape, array.dtype))
    case "flat": return machine.heap.foreign(FlatArray(self))
    case "base": return base
    case "flags": return machine.heap.foreign(ArrayFlags(self))
    case "data", "ctypes", "__array_interface__":
      throw .raised(.attribute, "'numpy.ndarray.\(name)' is not part of neuron")
    default: return nil
    }
  }

  func method(_ name: String, in machine: Machine) -> Value? {
    machine.numPy.method(name, in: machine)
  }

  func setAttribute(
    _ name: String, to value: Value, in machine: Machine
  ) throws(Interruption) -> Bool {
    switch name {
    case "shape":
      let shape = try machine.resolvedShape(try machine.shapeArgument(value), count: array.count)
      let own = traced(in: machine)
      let reshaped = try machine.apply(.reshape(shape), [own])
      if reshaped.array.storage !== own.array.storage {
        throw .raised(
          .attribute,
          "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape."
        )
      }
      reshape(reshaped, in: machine)
    case "flat", "real":
      let source = try machine.assignedValue(value, array.dtype, rank: array.rank)
      if name == "flat", source.array.count > 1 {
        throw .raised(
          .type, "assigning several values to `flat` is not part of neuron: a.flat[:] = …")
      }
      try machine.write(source, to: self, at: .whole)
    case "dtype":
      throw .raised(
        .attribute,
        "assigning to `dtype` reads the memory as another type, which is not part of neuron: use a.astype(…)"
      )
    case "strides", "data":
      throw .raised(.attribute, "assigning to `\(name)` is not part of neuron")
    case "ndim", "size", "itemsize", "nbytes", "T", "mT", "imag", "base", "flags":
      throw .raised(
        .attribute, "attribute '\(name)' of 'numpy.ndarray' objects is not writable")
    default: return false
    }
    return true
  }

  // MARK: As a number

  func scalar(in machine: Machine) -> Value? {
    array.rank == 0 ? machine.number(traced(in: machine)) : nil
  }

  func number(in machine: Machine) throws(Interruption) -> Value? {
    guard array.count == 1 else {
      throw .raised(.type, "only length-1 arrays can be converted to Python scalars")
    }
    return machine.number(try machine.apply(.reshape([]), [traced(in: machine)]))
  }

  // MARK: Iteration

  func makeIterator(in machine: Machine) throws(Interruption) -> Value? {
    if array.rank == 0 { throw .raised(.type, "iteration over a 0-d array") }
    return machine.heap.foreign(ArrayIterator(self))
  }
}

/// Walks an array along its first axis.
final class ArrayIterator: ForeignValue {
  private let array: ArrayValue
  private let isReversed: Bool
  private var index = 0

  init(_ array: ArrayValue, isReversed: Bool = false) {
    self.array = array
    self.isReversed = isReversed
  }

  var typeName: String { isReversed ? "reversed" : "iterator" }
  var isIterator: Bool { true }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<\(typeName) object>"
  }

  func visitValues(_ visit: (Value) -> Void) { visit(array.value) }

  func next(in machine: Machine) throws(Interruption) -> Value? {
    let count = array.array.shape.first ?? 0
    guard index < count else { return nil }
    index += 1
    return try array.item(at: Value(isReversed ? count - index : index - 1), in: machine)
  }
}

/// `a.flat`: the elements in row-major order, to be read, walked and written.
final class FlatArray: ForeignValue {
  private let array: ArrayValue
  private var index = 0

  init(_ array: ArrayValue) {
    self.array = array
  }

  var typeName: String { "numpy.flatiter" }
  var isIterator: Bool { true }
  var count: Int? { array.array.count }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<numpy.flatiter object>"
  }

  func visitValues(_ visit: (Value) -> Void) { visit(array.value) }

  /// The elements along one axis: a view where they lie so, else a copy.
  private func line(in machine: Machine) throws(Interruption) -> TracedArray {
    try machine.apply(.reshape([array.array.count]), [array.traced(in: machine)])
  }

  func next(in machine: Machine) throws(Interruption) -> Value? {
    guard index < array.array.count else { return nil }
    let own = array.traced(in: machine)
    index += 1
    if own.isConstant {
      return machine.number(own.array, atOffset: own.array.place(ofPosition: index - 1))
    }
    return try machine.item(
      of: try machine.array(try line(in: machine), base: array.value), at: Value(index - 1))
  }

  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    let line = try machine.array(try line(in: machine), base: array.value)
    let picked = try machine.item(of: line, at: index)
    guard let result = machine.arrayValue(picked) else { return picked }
    return try machine.array(try machine.copy(result.traced(in: machine)))
  }

  func setItem(
    at index: Value, to value: Value, in machine: Machine
  ) throws(Interruption) -> Bool {
    let count = array.array.count
    let positions = try machine.array(
      try machine.attempt { () throws(ArrayError) in
        let all = try NDArray(uninitialized: [count], .int64, budget: machine.budget)
        for index in 0..<count { all.pointer(Int64.self)[index] = Int64(index) }
        return all
      })
    let picked = try machine.arrayArgument(
      try machine.item(of: positions, at: index), "flat"
    ).array
    if picked.rank == 0, value.kind == .list || value.kind == .tuple {
      throw .raised(.value, "Error setting single item of array.")
    }
    let places = AdvancedIndex(
      before: [0], picked: picked.floats.map { Int($0) }, behind: [0], shape: [picked.count])
    let source = try machine.assignedValue(value, array.array.dtype, rank: 1)
    var values = source
    if source.array.rank == 1, source.array.count != picked.count, source.array.count > 0 {
      // Values that are too few are taken again from the first.
      let again = (0..<picked.count).map { Int64($0 % source.array.count) }
      values = try machine.apply(
        .take(
          positions: try machine.integers(again), shape: [picked.count]), [source])
    }
    let index =
      machine.tracing.depth > 0 ? places : places.placed(in: array.array)
    try machine.write(values, to: array, at: .advanced(index))
    return true
  }

  func method(_ name: String, in machine: Machine) -> Value? {
    name == "copy" ? machine.numPy.methods["__flat_copy"] : nil
  }

  /// A copy of all elements.
  func copied(in machine: Machine) throws(Interruption) -> Value {
    try machine.array(try machine.copy(try line(in: machine)))
  }
}

/// `a.flags`.
final class ArrayFlags: ForeignValue {
  private let array: ArrayValue

  init(_ array: ArrayValue) {
    self.array = array
  }

  var typeName: String { "numpy._core.multiarray.flagsobj" }

  private var all: [(name: String, value: Bool)] {
    [
      ("C_CONTIGUOUS", array.array.isContiguous),
      ("F_CONTIGUOUS", array.array.transposed().isContiguous),
      ("OWNDATA", array.base.isNone), ("WRITEABLE", array.isWritable), ("ALIGNED", true),
      ("WRITEBACKIFCOPY", false),
    ]
  }

  func representation(in machine: Machine) throws(Interruption) -> String {
    all.map { "  \($0.name) : \($0.value ? "True" : "False")\n" }.joined()
  }

  func visitValues(_ visit: (Value) -> Void) { visit(array.value) }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    all.first { $0.name == name.uppercased() && name != $0.name }.map { Value($0.value) }
  }

  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    if index.kind == .string, let flag = all.first(where: { $0.name == machine.textOf(index) }) {
      return Value(flag.value)
    }
    throw .raised(.key, "Unknown flag")
  }

  func setAttribute(
    _ name: String, to value: Value, in machine: Machine
  ) throws(Interruption) -> Bool {
    guard name == "writeable" else { return false }
    let isWritable = try machine.isTrue(value)
    if isWritable, let base = machine.arrayValue(array.base), !base.isWritable {
      throw .raised(.value, "cannot set WRITEABLE flag to True of this array")
    }
    array.isWritable = isWritable
    return true
  }
}
