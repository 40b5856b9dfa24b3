import Backprop
import NeuronRuntime
import NeuronSyntax

/// A dtype in the language: what `a.dtype` gives. There is one for each, so that they compare by `is` too.
final class DTypeValue: ForeignValue {
  let dtype: DType

  private let ownType: LibraryType

  /// - Parameter parent: the class `numpy.dtype`.
  init(_ dtype: DType, _ parent: LibraryType, _ machine: Machine) {
    self.dtype = dtype
    ownType = LibraryType(dtype.typeName, of: "numpy.dtypes", in: machine) {
      (_, _, machine) throws(Interruption) in machine.value(of: dtype)
    }
    ownType.parent = parent
  }

  var typeName: String { "numpy.dtypes." + dtype.typeName }

  func type(in machine: Machine) -> Value? { ownType.value }

  func visitValues(_ visit: (Value) -> Void) { visit(ownType.value) }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "dtype('\(dtype.name)')"
  }

  func text(in machine: Machine) throws(Interruption) -> String { dtype.name }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "name": try machine.heap.string(dtype.name)
    case "kind": try machine.heap.string(dtype.kindLetter)
    case "char": try machine.heap.string(dtype.letter)
    case "str": try machine.heap.string(dtype.code)
    case "itemsize", "alignment": Value(dtype.size)
    case "num": Value(dtype.number)
    case "type": Value(type: dtype.numberType)
    case "byteorder": try machine.heap.string(dtype == .bool ? "|" : "=")
    case "shape": try machine.heap.tuple([])
    case "ndim": Value(0)
    case "hasobject": Value(false)
    case "isnative": Value(true)
    default: nil
    }
  }

  func compare(
    _ comparison: ComparisonOperator, _ other: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    // `None` names the dtype that is taken without one.
    guard let other = other.isNone ? .float64 : try machine.dtypeIfAny(other) else {
      switch comparison {
      case .equal: return Value(false)
      case .notEqual: return Value(true)
      default: return nil
      }
    }
    switch comparison {
    case .equal: return Value(dtype == other)
    case .notEqual: return Value(dtype != other)
    case .less: return Value(dtype < other)
    case .lessOrEqual: return Value(dtype <= other)
    case .greater: return Value(dtype > other)
    default: return Value(dtype >= other)
    }
  }
}

extension DType {
  /// The name of the class of the dtype.
  var typeName: String {
    switch self {
    case .float64: "Float64DType"
    case .int64: "Int64DType"
    case .bool: "BoolDType"
    }
  }

  /// NumPy's letter for the kind of number.
  fileprivate var kindLetter: String {
    switch self {
    case .float64: "f"
    case .int64: "i"
    case .bool: "b"
    }
  }

  fileprivate var letter: String {
    switch self {
    case .float64: "d"
    case .int64: "l"
    case .bool: "?"
    }
  }

  fileprivate var code: String {
    switch self {
    case .float64: "<f8"
    case .int64: "<i8"
    case .bool: "|b1"
    }
  }

  fileprivate var number: Int {
    switch self {
    case .float64: 12
    case .int64: 7
    case .bool: 0
    }
  }

  /// The type of a number that an array of this dtype gives.
  var numberType: BuiltinType {
    switch self {
    case .float64: .numpyFloat
    case .int64: .numpyInt
    case .bool: .numpyBool
    }
  }

  /// As Python names the plain type of its elements.
  var plainName: String {
    switch self {
    case .float64: "float"
    case .int64: "int"
    case .bool: "bool"
    }
  }
}

/// A type of NumPy's that is not part of neuron: it has a name, and says so when it is used.
final class MissingDType: ForeignValue {
  let name: String

  init(_ name: String) {
    self.name = name
  }

  var typeName: String { "type" }
  func type(in machine: Machine) -> Value? { Value(type: .type) }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<class 'numpy.\(name)'>"
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    name == "__name__" ? try machine.heap.string(self.name) : nil
  }

  var isCallable: Bool { true }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    throw DTypeNames.missing(name)
  }
}

/// The names by which programs may ask for a dtype.
enum DTypeNames {
  private static let known: [String: DType] = [
    "float": .float64, "float64": .float64, "f8": .float64, "<f8": .float64, "=f8": .float64,
    "d": .float64, "double": .float64,
    "int": .int64, "int64": .int64, "i8": .int64, "<i8": .int64, "=i8": .int64, "l": .int64,
    "q": .int64, "p": .int64, "long": .int64, "longlong": .int64, "intp": .int64, "int_": .int64,
    "bool": .bool, "?": .bool, "b1": .bool, "|b1": .bool, "bool_": .bool,
  ]

  /// Members of numpy that are types it has and neuron has not.
  static let missingTypes = [
    "float16", "float32", "half", "single", "longdouble", "int8", "int16", "int32", "uint8",
    "uint16", "uint32", "uint64", "uint", "byte", "ubyte", "short", "ushort", "intc", "uintc",
    "complex64", "complex128", "object_", "str_", "bytes_", "void", "datetime64", "timedelta64",
  ]

  private static let missingCodes: Set<String> = [
    "f", "f4", "f2", "e", "g", "i", "i4", "i2", "i1", "h", "b", "u1", "u2", "u4", "u8", "B", "H",
    "I", "L", "Q", "c8", "c16", "F", "D", "complex", "object", "O", "str", "U", "S", "bytes",
    "<f4", "<i4", "uint", "string",
  ]

  static func dtype(_ name: String) throws(Interruption) -> DType {
    if missingCodes.contains(name) || missingTypes.contains(name) { throw missing(name) }
    if let dtype = known[name] { return dtype }
    throw .raised(.type, "data type '\(name)' not understood")
  }

  static func missing(_ name: String) -> Interruption {
    .raised(
      .type,
      "the dtype \(name) is not part of neuron: arrays hold float64, int64 or bool")
  }
}

extension Machine {
  /// The dtype that a program names: by a type, a string, or a dtype; `None` is float64.
  func dtypeArgument(_ value: Value) throws(Interruption) -> DType {
    switch value.kind {
    case .none: return .float64
    case .string: return try DTypeNames.dtype(textOf(value))
    case .type:
      switch BuiltinType(rawValue: UInt8(value.payload)) {
      case .float, .numpyFloat, .numpyFloating, .numpyInexact: return .float64
      case .int, .numpyInt, .numpySignedInteger, .numpyInteger: return .int64
      case .bool, .numpyBool: return .bool
      default: throw DTypeNames.missing(try text(of: try attribute("__name__", of: value)))
      }
    case .foreign:
      if let dtype = foreign(value) as? DTypeValue { return dtype.dtype }
      if let missing = foreign(value) as? MissingDType { throw DTypeNames.missing(missing.name) }
      fallthrough
    default:
      throw .raised(
        .type, "Cannot interpret '\(try representation(of: value))' as a data type")
    }
  }

  /// The same; `nil` for what names none.
  func dtypeIfAny(_ value: Value) throws(Interruption) -> DType? {
    guard value.kind == .string || value.kind == .type || value.kind == .foreign else { return nil }
    do throws(Interruption) {
      return try dtypeArgument(value)
    } catch {
      if isException(error, .type) { return nil }
      throw error
    }
  }

  /// The value that stands for a dtype.
  func value(of dtype: DType) -> Value { numPy.dtypes[Int(dtype.rawValue)] }

  /// Defines dtypes and the types of numbers.
  func defineDTypes(in module: NativeModule) {
    module.define("dtype", numPy.dtypeType.value)
    module.define("ndarray", numPy.arrayType.value)
    for (name, type) in [
      ("float64", BuiltinType.numpyFloat), ("double", .numpyFloat), ("int64", .numpyInt),
      ("int_", .numpyInt), ("intp", .numpyInt), ("long", .numpyInt), ("longlong", .numpyInt),
      ("bool_", .numpyBool), ("bool", .numpyBool), ("generic", .numpyGeneric),
      ("number", .numpyNumber), ("integer", .numpyInteger),
      ("signedinteger", .numpySignedInteger), ("inexact", .numpyInexact),
      ("floating", .numpyFloating),
    ] {
      module.define(name, Value(type: type))
    }
    for name in DTypeNames.missingTypes { module.define(name, heap.foreign(MissingDType(name))) }
    module.define("ufunc", numPy.ufuncType.value)
    module.define("True_", Value(numpy: true))
    module.define("False_", Value(numpy: false))
    module.define("newaxis", .none)
  }
}
