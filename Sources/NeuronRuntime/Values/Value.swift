/// A value of the machine: two words, trivial to copy, without reference counting.
///
///     bits of `tag`   63…32   tape entry of a traced float, else 0
///                     31…16   low bits of the run that traced it
///                     15…8    flags: 1 = a NumPy scalar
///                      7…0    `Kind`
///     `payload`       the integer, the float's bits, 0/1, or the address of an object
///
/// A plain number's tag is its kind alone, so the fast paths of the interpreter compare whole tags;
/// everything that only asks for the kind (printing, comparing, formatting) treats a traced float
/// like any other.
@frozen
package struct Value {
  package var tag: UInt64
  package var payload: UInt64

  @inlinable @inline(__always)
  package init(tag: UInt64, payload: UInt64) {
    self.tag = tag
    self.payload = payload
  }
}

/// What a value is. Kinds from `string` on are objects on the heap.
package enum Kind: UInt8 {
  /// A name that has no value yet. All bytes of it are 0, so that fresh memory is unbound.
  case unbound = 0
  case int, float, bool, none, ellipsis, notImplemented
  /// An index into the machine's table of natives.
  case native
  /// A built-in type, by its `BuiltinType` number.
  case type
  case string
  case bigInt
  case list
  case tuple
  case dictionary
  case set
  case frozenset
  /// What `keys`, `values` and `items` of a dictionary give.
  case view
  case range
  case slice
  case function
  case boundMethod
  case module
  case box
  case iterator
  case generator
  case `class`
  case instance
  /// A property, a static method, a class method.
  case descriptor
  case `super`
  /// What an exception is besides an instance; never seen by a program.
  case exceptionState
  /// A value of a library, opaque to the machine: a `Backprop`, the function that `grad` gives.
  case foreign
}

extension Kind {
  /// Whether values of the kind are numbers of the language.
  @inline(__always)
  var isNumber: Bool { self == .int || self == .float || self == .bool || self == .bigInt }

  /// Whether a hash asks nothing else.
  @inline(__always)
  var hashesAlone: Bool { isNumber || self == .string || self == .none }
}

extension Value {
  package static let numpyFlag: UInt64 = 0x100
  @usableFromInline static let intTag = UInt64(Kind.int.rawValue)
  @usableFromInline static let floatTag = UInt64(Kind.float.rawValue)
  @usableFromInline static let boolTag = UInt64(Kind.bool.rawValue)

  package static let unbound = Value(tag: 0, payload: 0)
  package static let none = Value(tag: UInt64(Kind.none.rawValue), payload: 0)
  package static let ellipsis = Value(tag: UInt64(Kind.ellipsis.rawValue), payload: 0)
  /// What an operator method gives that does not know its operand.
  package static let notImplemented = Value(tag: UInt64(Kind.notImplemented.rawValue), payload: 0)
  package static let `true` = Value(true)
  package static let `false` = Value(false)

  @inlinable @inline(__always)
  package init(_ value: Int) {
    self.init(tag: Value.intTag, payload: UInt64(bitPattern: Int64(value)))
  }

  @inlinable @inline(__always)
  package init(_ value: Double) {
    self.init(tag: Value.floatTag, payload: value.bitPattern)
  }

  @inlinable @inline(__always)
  package init(_ value: Bool) {
    self.init(tag: Value.boolTag, payload: value ? 1 : 0)
  }

  /// A NumPy scalar, `float64`: prints like a float, divides by zero like an array.
  package init(numpy value: Double) {
    self.init(tag: Value.floatTag | Value.numpyFlag, payload: value.bitPattern)
  }

  /// A NumPy scalar, `int64`.
  package init(numpy value: Int) {
    self.init(
      tag: Value.intTag | Value.numpyFlag, payload: UInt64(bitPattern: Int64(value)))
  }

  /// A NumPy scalar, `bool`.
  package init(numpy value: Bool) {
    self.init(tag: Value.boolTag | Value.numpyFlag, payload: value ? 1 : 0)
  }

  package init(native index: Int) {
    self.init(tag: UInt64(Kind.native.rawValue), payload: UInt64(index))
  }

  package init(type: BuiltinType) {
    self.init(tag: UInt64(Kind.type.rawValue), payload: UInt64(type.rawValue))
  }

  /// An object; `kind` must be that of its header.
  @inline(__always)
  init(_ kind: Kind, _ object: UnsafeMutableRawPointer) {
    self.init(tag: UInt64(kind.rawValue), payload: UInt64(UInt(bitPattern: object)))
  }

  @inline(__always)
  package var kind: Kind { unsafeBitCast(UInt8(truncatingIfNeeded: tag), to: Kind.self) }

  @inline(__always)
  package var isObject: Bool { UInt8(truncatingIfNeeded: tag) >= Kind.string.rawValue }

  @inline(__always) package var isUnbound: Bool { tag == 0 }
  @inline(__always) package var isNone: Bool { kind == .none }
  @inline(__always) package var isInt: Bool { tag == Value.intTag }
  /// A float that is neither traced nor of NumPy.
  @inline(__always) package var isPlainFloat: Bool { tag == Value.floatTag }
  @inline(__always) package var isFloat: Bool { kind == .float }
  @inline(__always) package var isNumPy: Bool { tag & Value.numpyFlag != 0 }
  @inline(__always) package var isTraced: Bool { tag >> 32 != 0 }

  /// The value without a tape entry.
  var untraced: Value { Value(tag: tag & 0xFFFF, payload: payload) }

  /// The integer of an `.int`, or 0/1 of a `.bool`.
  @inline(__always)
  package var int: Int { Int(Int64(bitPattern: payload)) }

  /// The number of a `.float`.
  @inline(__always)
  package var float: Double { Double(bitPattern: payload) }

  @inline(__always) package var isTrueBool: Bool { payload != 0 }

  /// The object's memory; only for kinds from `.string` on.
  @inline(__always)
  var pointer: UnsafeMutableRawPointer {
    // An object's value holds its address, which is not 0.
    UnsafeMutableRawPointer(bitPattern: UInt(payload)).unsafelyUnwrapped
  }

  /// Python's `is`: the same object, or the same number of the same kind.
  package func isIdentical(to other: Value) -> Bool {
    UInt8(truncatingIfNeeded: tag) == UInt8(truncatingIfNeeded: other.tag)
      && payload == other.payload
  }
}

/// Python's types that have no class in the language: what `type(x)` gives, and what converts.
package enum BuiltinType: UInt8, CaseIterable {
  case int, float, bool, none, ellipsis, function, builtin, type, string, list, tuple, dictionary
  case set, frozenset
  case keysView, valuesView, itemsView
  case range, slice, method, module, iterator, generator, object
  // NumPy's numbers, and the classes above them.
  case numpyFloat, numpyInt, numpyBool
  case numpyGeneric, numpyNumber, numpyInteger, numpySignedInteger, numpyInexact, numpyFloating
  case notImplemented, property, staticMethod, classMethod, `super`

  /// Whether an instance gets its contents from `__init__`, not from `__new__`.
  var isMutable: Bool { self == .list || self == .dictionary || self == .set }

  /// The types above it, but for itself and `object`.
  package var parents: [BuiltinType] {
    switch self {
    case .bool: [.int]
    case .numpyFloat: [.numpyFloating] + BuiltinType.numpyFloating.parents + [.float]
    case .numpyInt: [.numpySignedInteger] + BuiltinType.numpySignedInteger.parents
    case .numpySignedInteger: [.numpyInteger] + BuiltinType.numpyInteger.parents
    case .numpyFloating: [.numpyInexact] + BuiltinType.numpyInexact.parents
    case .numpyInteger, .numpyInexact: [.numpyNumber, .numpyGeneric]
    case .numpyNumber, .numpyBool: [.numpyGeneric]
    default: []
    }
  }

  /// As `<class '…'>` names it.
  package var name: String {
    switch self {
    case .int: "int"
    case .float: "float"
    case .bool: "bool"
    case .none: "NoneType"
    case .ellipsis: "ellipsis"
    case .function: "function"
    case .builtin: "builtin_function_or_method"
    case .type: "type"
    case .string: "str"
    case .list: "list"
    case .tuple: "tuple"
    case .dictionary: "dict"
    case .set: "set"
    case .frozenset: "frozenset"
    case .keysView: "dict_keys"
    case .valuesView: "dict_values"
    case .itemsView: "dict_items"
    case .range: "range"
    case .slice: "slice"
    case .method: "method"
    case .module: "module"
    case .iterator: "iterator"
    case .generator: "generator"
    case .numpyFloat: "numpy.float64"
    case .numpyInt: "numpy.int64"
    case .numpyBool: "numpy.bool"
    case .numpyGeneric: "numpy.generic"
    case .numpyNumber: "numpy.number"
    case .numpyInteger: "numpy.integer"
    case .numpySignedInteger: "numpy.signedinteger"
    case .numpyInexact: "numpy.inexact"
    case .numpyFloating: "numpy.floating"
    case .object: "object"
    case .notImplemented: "NotImplementedType"
    case .property: "property"
    case .staticMethod: "staticmethod"
    case .classMethod: "classmethod"
    case .super: "super"
    }
  }
}
