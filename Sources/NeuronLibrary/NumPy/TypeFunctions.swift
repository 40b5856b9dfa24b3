import Backprop
import NeuronRuntime

// Functions about types and memory.

extension Machine {
  func defineTypeFunctions(in module: NativeModule) {
    defineDTypeQuestions(in: module)
    defineLimits(in: module)
    module.define(
      "isscalar",
      makeNative("isscalar") { (arguments, _) throws(Interruption) in
        try arguments.expect("isscalar", 1...1)
        switch arguments[0].kind {
        case .int, .float, .bool, .bigInt, .string: return Value(true)
        default: return Value(false)
        }
      })
    for name in ["shares_memory", "may_share_memory"] {
      module.define(
        name,
        makeNative(name) { (arguments, machine) throws(Interruption) in
          try arguments.expect(name, 2...2)
          let x = try machine.arrayArgument(arguments[0], name).array
          let y = try machine.arrayArgument(arguments[1], name).array
          return Value(
            name == "shares_memory" ? try machine.shareElements(x, y) : x.extentOverlaps(y))
        })
    }
    for (name, answer) in [("iscomplexobj", false), ("isrealobj", true)] {
      module.define(
        name,
        makeNative(name) { (arguments, machine) throws(Interruption) in
          try arguments.expect(name, 1...1)
          _ = try machine.arrayArgument(arguments[0], name)
          return Value(answer)
        })
    }
  }

  /// Whether some element belongs to both.
  private func shareElements(_ x: NDArray, _ y: NDArray) throws(Interruption) -> Bool {
    guard x.extentOverlaps(y) else { return false }
    try reserve(x.count, times: 32)
    try charge(x.count, times: 4)
    var places: Set<Int> = []
    x.forEachOffset { places.insert(($0 + x.offset) * x.dtype.size) }
    try charge(y.count, times: 4)
    var isShared = false
    y.forEachOffset {
      isShared = isShared || places.contains(($0 + y.offset) * y.dtype.size)
    }
    return isShared
  }

  private func defineDTypeQuestions(in module: NativeModule) {
    module.define(
      "issubdtype",
      makeNative("issubdtype") { (arguments, machine) throws(Interruption) in
        try arguments.expect("issubdtype", 2...2)
        return Value(
          machine.isDerived(
            try machine.numberType(arguments[0]), from: try machine.numberType(arguments[1])))
      })
    module.define(
      "result_type",
      makeNative("result_type") { (arguments, machine) throws(Interruption) in
        if arguments.count == 0 {
          throw .raised(.value, "at least one array or dtype is required")
        }
        var dtype = DType.bool
        for value in arguments.positional {
          if let named = try machine.dtypeIfAny(value) {
            dtype = max(dtype, named)
          } else {
            dtype = max(dtype, try machine.arrayArgument(value, "result_type").array.dtype)
          }
        }
        return machine.value(of: dtype)
      })
    module.define(
      "promote_types",
      makeNative("promote_types") { (arguments, machine) throws(Interruption) in
        try arguments.expect("promote_types", 2...2)
        return machine.value(
          of: max(
            try machine.dtypeArgument(arguments[0]), try machine.dtypeArgument(arguments[1])))
      })
    let canCast = Signature(name: "can_cast", required: ["from_", "to"], optional: ["casting"])
    module.define(
      "can_cast",
      makeNative("can_cast") { (arguments, machine) throws(Interruption) in
        let given = try canCast.bind(arguments)
        if given[2] != nil {
          throw .raised(.type, "`casting` of np.can_cast is not part of neuron")
        }
        guard let from = try machine.dtypeIfAny(given.value(0)) else {
          throw .raised(
            .type,
            "can_cast() does not support Python ints, floats, and complex because the result used to depend on the value.\nThis change was part of adopting NEP 50, we may explicitly allow them again in the future."
          )
        }
        return Value(from <= (try machine.dtypeArgument(given.value(1))))
      })
  }

  /// The type of numbers that a program names, an abstract one or that of a dtype.
  private func numberType(_ value: Value) throws(Interruption) -> BuiltinType {
    if value.kind == .type, let type = BuiltinType(rawValue: UInt8(value.payload)) {
      switch type {
      case .numpyGeneric, .numpyNumber, .numpyInteger, .numpySignedInteger, .numpyInexact,
        .numpyFloating:
        return type
      default: break
      }
    }
    if let missing = foreign(value) as? MissingDType { throw DTypeNames.missing(missing.name) }
    return try dtypeArgument(value).numberType
  }

  private func isDerived(_ type: BuiltinType, from other: BuiltinType) -> Bool {
    type == other || type.parents.contains(other)
  }

  private func defineLimits(in module: NativeModule) {
    module.define(
      "iinfo",
      makeNative("iinfo") { (arguments, machine) throws(Interruption) in
        try arguments.expect("iinfo", 1...1)
        let dtype = try machine.limitsDType(arguments[0])
        guard dtype == .int64 else {
          throw .raised(
            .value, "Invalid integer data type '\(dtype == .bool ? "b" : "f")'.")
        }
        return machine.heap.foreign(IntegerLimits())
      })
    module.define(
      "finfo",
      makeNative("finfo") { (arguments, machine) throws(Interruption) in
        try arguments.expect("finfo", 1...1)
        let dtype = try machine.limitsDType(arguments[0])
        guard dtype == .float64 else {
          let name = dtype.numberType.name
          throw .raised(.value, "data type <class '\(name)'> not inexact")
        }
        return machine.heap.foreign(FloatLimits())
      })
  }

  private func limitsDType(_ value: Value) throws(Interruption) -> DType {
    if value.kind == .float || value.kind == .int { return dtype(of: value) }
    if let array = arrayValue(value) { return array.array.dtype }
    return try dtypeArgument(value)
  }
}

extension NDArray {
  /// Whether the stretches of memory from first to last element have a place in common.
  fileprivate func extentOverlaps(_ other: NDArray) -> Bool {
    guard storage === other.storage, count > 0, other.count > 0 else { return false }
    let (a, b) = (extent, other.extent)
    return a.lowerBound < b.upperBound && b.lowerBound < a.upperBound
  }

  private var extent: Range<Int> {
    var (low, high) = (offset, offset)
    for (size, step) in zip(shape, strides) {
      if step < 0 { low += (size - 1) * step } else { high += (size - 1) * step }
    }
    return low * dtype.size..<(high + 1) * dtype.size
  }
}

/// What `np.iinfo(int)` gives.
private final class IntegerLimits: ForeignValue {
  var typeName: String { "iinfo" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "iinfo(min=-9223372036854775808, max=9223372036854775807, dtype=int64)"
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "min": Value(Int.min)
    case "max": Value(Int.max)
    case "bits": Value(64)
    case "dtype": machine.value(of: .int64)
    case "kind": try machine.heap.string("i")
    default: nil
    }
  }
}

/// What `np.finfo(float)` gives.
private final class FloatLimits: ForeignValue {
  var typeName: String { "finfo" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "finfo(resolution=1e-15, min=-1.7976931348623157e+308, max=1.7976931348623157e+308, dtype=float64)"
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "eps": Value(numpy: Double.ulpOfOne)
    case "epsneg": Value(numpy: Double.ulpOfOne / 2)
    case "max": Value(numpy: Double.greatestFiniteMagnitude)
    case "min": Value(numpy: -Double.greatestFiniteMagnitude)
    case "tiny", "smallest_normal": Value(numpy: Double.leastNormalMagnitude)
    case "smallest_subnormal": Value(numpy: Double.leastNonzeroMagnitude)
    case "resolution": Value(numpy: 1e-15)
    case "precision": Value(15)
    case "bits": Value(64)
    case "nmant": Value(52)
    case "nexp": Value(11)
    case "maxexp": Value(1024)
    case "minexp": Value(-1022)
    case "machep": Value(-52)
    case "negep": Value(-53)
    case "dtype": machine.value(of: .float64)
    default: nil
    }
  }
}
