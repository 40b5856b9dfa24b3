import Backprop
import NeuronRuntime
import NeuronSyntax

/// An array in the language: `numpy.ndarray`.
final class ArrayValue: ForeignValue {
  private(set) var array: NDArray
  /// The entry of the tape that computed it, 0 when there is none.
  private var node: UInt32
  /// In which outermost derivative `node` counts.
  private var run: UInt64
  /// The value of the machine that stands for it.
  fileprivate(set) var value = Value.none
  /// The array that it is a view of, or `None`.
  let base: Value
  private var isLocked = false
  /// Whether it stands for a NumPy number, whose methods give numbers.
  var isNumber = false

  fileprivate init(_ traced: TracedArray, run: UInt64, base: Value) {
    array = traced.array
    node = traced.node
    self.run = run
    self.base = base
  }

  /// Whether its elements may be changed: not where one stands for many, nor where a program said so.
  var isWritable: Bool {
    get {
      !isLocked && !zip(array.shape, array.strides).contains { $0 > 1 && $1 == 0 }
    }
    set { isLocked = !newValue }
  }

  /// The array with its entry, if it has one that still counts.
  func traced(in machine: Machine) -> TracedArray {
    let counts = node != 0 && machine.tracing.depth > 0 && run == machine.tracing.run
    return TracedArray(array, node: counts ? node : 0)
  }

  /// Lets it stand for another array from now on.
  func become(_ traced: TracedArray, in machine: Machine) {
    array = traced.array
    node = traced.node
    run = machine.tracing.run
  }

  func visitValues(_ visit: (Value) -> Void) { visit(base) }

  var typeName: String { "numpy.ndarray" }

  func type(in machine: Machine) -> Value? { machine.numPy.arrayType.value }

  func representation(in machine: Machine) throws(Interruption) -> String {
    try machine.representation(of: array)
  }

  func text(in machine: Machine) throws(Interruption) -> String {
    try machine.text(of: array)
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

  /// An array as a value: always an array, of rank 0 too.
  ///
  /// - Parameter base: what it is a view of.
  func array(_ traced: TracedArray, base: Value = .none) throws(Interruption) -> Value {
    try reserve(Self.arrayOverhead)
    // A view of a view is one of the array that owns the elements.
    let owner = arrayValue(base).map { $0.base.isNone ? base : $0.base } ?? .none
    let array = ArrayValue(traced, run: tracing.run, base: owner)
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
