import Backprop
import NeuronRuntime
import NeuronSyntax

/// An array in the language: `numpy.ndarray`.
///
/// A view knows the array that owns its elements. While derivatives are taken an array is not changed in
/// its memory, but stands for a new array afterwards; its views notice by the count of such changes, and
/// look the elements up anew.
final class ArrayValue: ForeignValue {
  private var stored: NDArray
  /// The entry of the tape that computed it, 0 when there is none.
  private var node: UInt32
  /// In which outermost derivative `node` counts.
  private var run: UInt64
  /// The value of the machine that stands for it.
  fileprivate(set) var value = Value.none
  /// How often it has come to stand for another array.
  private var version = 0
  /// Where a view has its elements.
  fileprivate var place: Place?
  private var isLocked = false
  /// Whether it stands for a NumPy number, whose methods give numbers.
  var isNumber = false

  /// The place of a view in the array that owns the elements.
  fileprivate struct Place {
    let owner: ArrayValue
    /// From the owner's first element to that of the view.
    let offset: Int
    let shape: [Int]
    let strides: [Int]
    /// The version of the owner of which `stored` is.
    var version: Int
  }

  fileprivate init(_ traced: TracedArray, run: UInt64, owner: ArrayValue?) {
    stored = traced.array
    node = traced.node
    self.run = run
    let storage = stored.storage
    if let owner, owner.stored.storage === storage {
      place = Place(
        owner: owner, offset: stored.offset - owner.stored.offset, shape: stored.shape,
        strides: stored.strides, version: owner.version)
      if !owner.stored.isContiguous { storage.hasUnknownViews = true }
    } else {
      if storage.isHeld { storage.hasUnknownViews = true }
      storage.isHeld = true
    }
  }

  /// The elements as they are now, in the memory of the array that owns them.
  var array: NDArray {
    guard let place, place.owner.stored.storage !== stored.storage else { return stored }
    return alias(place)
  }

  private func alias(_ place: Place) -> NDArray {
    let elements = place.owner.stored
    elements.storage.isShared = true
    return NDArray(
      storage: elements.storage, dtype: elements.dtype, offset: elements.offset + place.offset,
      shape: place.shape, strides: place.strides)
  }

  /// The array that it is a view of, or `None`.
  var base: Value { place?.owner.value ?? .none }

  /// Whether its elements may be changed: not where one stands for many, nor where a program said so.
  var isWritable: Bool {
    get { !isLocked && !zip(array.shape, array.strides).contains { $0 > 1 && $1 == 0 } }
    set { isLocked = !newValue }
  }

  /// The array with its entry, if it has one that still counts.
  func traced(in machine: Machine) -> TracedArray {
    if let place, place.version != place.owner.version { lookUp(place, in: machine) }
    let counts = node != 0 && machine.tracing.depth > 0 && run == machine.tracing.run
    return counts ? TracedArray(stored, node: node) : TracedArray(array)
  }

  /// Takes the elements from what the owner stands for now.
  private func lookUp(_ place: Place, in machine: Machine) {
    self.place?.version = place.owner.version
    let owner = place.owner.traced(in: machine)
    stored = alias(place)
    node = 0
    if owner.isConstant { return }
    guard let positions = try? positions(in: machine),
      let taken = try? machine.apply(.take(positions: positions, shape: place.shape), [owner])
    else {
      // Without the entry the view would be a constant, and its derivative 0.
      machine.tape.noteLoss()
      return
    }
    stored = taken.array
    node = taken.node
    run = machine.tracing.run
  }

  /// Where the elements of a view are in the owner, which is in row-major order.
  private func positions(in machine: Machine) throws(Interruption) -> NDArray {
    let lying = alias(place ?? Place(owner: self, offset: 0, shape: [], strides: [], version: 0))
    let start = place?.offset ?? 0
    let result = try machine.attempt { () throws(ArrayError) in
      try NDArray(uninitialized: [lying.count], .int64, budget: machine.budget)
    }
    let target = result.pointer(Int64.self)
    var index = 0
    lying.forEachOffset {
      target[index] = Int64(start + $0)
      index += 1
    }
    return result
  }

  /// Lets it stand for another array of its shape from now on; of a view, the owner with this in its
  /// place.
  ///
  /// - Throws: TypeError where it has views of which it is not known how they lie.
  func become(_ traced: TracedArray, in machine: Machine) throws(Interruption) {
    if let place {
      let positions = try positions(in: machine)
      let owner = place.owner
      return try owner.become(
        try machine.apply(
          .putAt(positions: positions, shape: place.shape), [owner.traced(in: machine), traced]),
        in: machine)
    }
    if stored.storage.hasUnknownViews {
      throw .raised(
        .type,
        "an array that has views cannot be changed in place while it is differentiated: write `W = W - …`"
      )
    }
    exchange(traced, in: machine)
  }

  /// Lets it stand for another array, of which nobody has a view.
  func exchange(_ traced: TracedArray, in machine: Machine) {
    stored = traced.array
    stored.storage.isHeld = true
    node = traced.node
    run = machine.tracing.run
    version += 1
  }

  /// Gives the elements another shape in the same memory.
  func reshape(_ traced: TracedArray, in machine: Machine) {
    stored = traced.array
    node = traced.node
    run = machine.tracing.run
    if let old = place {
      place = Place(
        owner: old.owner, offset: stored.offset - old.owner.stored.offset, shape: stored.shape,
        strides: stored.strides, version: old.version)
    }
  }

  func visitValues(_ visit: (Value) -> Void) {
    if let place { visit(place.owner.value) }
  }

  var typeName: String { "numpy.ndarray" }

  func type(in machine: Machine) -> Value? { machine.numPy.arrayType.value }

  func representation(in machine: Machine) throws(Interruption) -> String {
    try machine.representation(of: array)
  }

  func text(in machine: Machine) throws(Interruption) -> String {
    try machine.text(of: array)
  }

  /// The elements of a small array, of others the shape: `float64[64,10]`.
  var sketch: String? {
    let size = "\(array.dtype.name)[\(array.shape.map(String.init).joined(separator: ","))]"
    guard array.rank == 1, array.count <= 8 else { return size }
    let elements = array.floats.map { shortDecimal($0, digits: 6) }
    return "\(size) [\(elements.joined(separator: ", "))]"
  }

  var isHashable: Bool { false }

  // MARK: As a container

  var count: Int? { array.shape.first }

  func isTrue(in machine: Machine) throws(Interruption) -> Bool {
    switch array.count {
    case 1: return array.float(atOffset: 0) != 0
    case 0:
      throw .raised(
        .value,
        "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty."
      )
    default:
      throw .raised(
        .value,
        "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
      )
    }
  }
}

extension Machine {
  /// What an array takes besides its elements: objects, shape, strides.
  private static let arrayOverhead = 320
  /// What making one takes, in steps, each of about a nanosecond.
  private static let arrayWork = 100

  /// An array as a value: always an array, of rank 0 too.
  ///
  /// - Parameter base: what it is a view of.
  func array(_ traced: TracedArray, base: Value = .none) throws(Interruption) -> Value {
    try charge(Self.arrayWork)
    try reserve(Self.arrayOverhead)
    // A view of a view is one of the array that owns the elements.
    let owner = arrayValue(base).map { $0.place?.owner ?? $0 }
    let array = ArrayValue(traced, run: tracing.run, owner: owner)
    if let source = arrayValue(base), !source.isWritable { array.isWritable = false }
    let value = heap.foreign(array)
    heap.account(Self.arrayOverhead, to: value)
    array.value = value
    return value
  }

  func array(_ array: NDArray) throws(Interruption) -> Value {
    try self.array(TracedArray(array))
  }

  /// What NumPy gives for a result: a number where it has no axes, else an array.
  func value(of traced: TracedArray) throws(Interruption) -> Value {
    traced.array.rank == 0 ? number(traced) : try array(traced)
  }

  func value(of array: NDArray) throws(Interruption) -> Value {
    try value(of: TracedArray(array))
  }

  /// The only element of an array as a NumPy number.
  func number(_ traced: TracedArray) -> Value {
    let array = traced.array
    switch array.dtype {
    case .float64:
      let value = array.pointer(Double.self).pointee
      return tracing.value(Traced(value, node: traced.node), isNumPy: true)
    case .int64: return Value(numpy: Int(array.pointer(Int64.self).pointee))
    case .bool: return Value(numpy: array.pointer(UInt8.self).pointee != 0)
    }
  }

  /// The element at a distance from the first, as a NumPy number.
  func number(_ array: NDArray, atOffset offset: Int) -> Value {
    switch array.dtype {
    case .float64: Value(numpy: array.pointer(Double.self)[offset])
    case .int64: Value(numpy: Int(array.pointer(Int64.self)[offset]))
    case .bool: Value(numpy: array.pointer(UInt8.self)[offset] != 0)
    }
  }

  /// The array that a value is; `nil` for anything else.
  @inline(__always)
  func arrayValue(_ value: Value) -> ArrayValue? {
    guard let foreign = foreign(value), Swift.type(of: foreign) == ArrayValue.self else {
      return nil
    }
    return unsafeDowncast(foreign, to: ArrayValue.self)
  }
}
