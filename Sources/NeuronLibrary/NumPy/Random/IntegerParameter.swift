import Backprop
import NeuronRuntime

/// What a program gives for a parameter that is cut to whole numbers: one, or an array that is broadcast.
enum IntegerParameter {
  case number(Int64)
  /// `int64`.
  case array(NDArray)

  var shape: [Int] {
    switch self {
    case .number: []
    case .array(let array): array.shape
    }
  }

  var isNumber: Bool {
    if case .number = self { return true }
    return false
  }

  /// Of a number; of an array it needs a shape.
  var column: IntegerColumn {
    switch self {
    case .number(let number): IntegerColumn(number)
    case .array(let array): IntegerColumn(array)
    }
  }

  func contains(where isWanted: (Int64) -> Bool) -> Bool {
    switch self {
    case .number(let number): return isWanted(number)
    case .array(let array):
      var isFound = false
      array.forEachOffset { isFound = isFound || isWanted(array.integer(atOffset: $0)) }
      return isFound
    }
  }
}

extension StreamCall {
  /// A number of tries: an array of floats is no array of such, though a list of floats is cut.
  func countParameter(_ value: Value) throws(Interruption) -> IntegerParameter {
    if let array = machine.arrayValue(value)?.array, array.dtype == .float64,
      array.rank > 0 || isModern || name == "binomial"
    {
      throw .raised(
        .type,
        "Cannot cast \(array.rank == 0 ? "scalar" : "array data") from dtype('float64') to dtype('int64') according to the rule 'safe'"
      )
    }
    return try integerParameter(value)
  }

  /// - Parameter tooLarge: the complaint about a number beyond 64 bits.
  func integerParameter(
    _ value: Value,
    tooLarge: Interruption = .raised(.overflow, "Python int too large to convert to C long")
  ) throws(Interruption) -> IntegerParameter {
    if let whole = try machine.wholeNumberArgument(value) {
      if whole.kind == .bigInt { throw tooLarge }
      return .number(Int64(whole.int))
    }
    let traced = try machine.arrayArgument(value, "random.\(name)")
    if traced.array.dtype == .float64 {
      // As `int` would complain.
      for number in traced.array.floats where Int(exactly: number.rounded(.towardZero)) == nil {
        _ = try machine.truncated(number)
        throw tooLarge
      }
    }
    let array = try machine.attempt { () throws(ArrayError) in try traced.array.cast(.int64) }
    try machine.charge(array.count)
    return array.rank == 0 ? .number(array.integer(atOffset: 0)) : .array(array)
  }

  func integerColumn(
    _ parameter: IntegerParameter, _ shape: [Int]
  ) throws(Interruption) -> IntegerColumn {
    switch parameter {
    case .number(let number): IntegerColumn(number)
    case .array(let array): IntegerColumn(try spread(array, to: shape))
    }
  }
}

extension Machine {
  /// What `int` makes of a number, or of an array of rank 0; `nil` for what is an array.
  func wholeNumberArgument(_ value: Value) throws(Interruption) -> Value? {
    switch value.kind {
    case .int, .bool: return Value(value.int)
    case .bigInt: return value
    case .float: return try truncated(value.float)
    case .string:
      throw .raised(
        .value, "invalid literal for int() with base 10: \(try representation(of: value))")
    case .list, .tuple, .range: return nil
    default:
      guard let array = arrayValue(value)?.array else {
        throw .raised(
          .type,
          "int() argument must be a string, a bytes-like object or a real number, not '\(typeName(value))'"
        )
      }
      return array.rank == 0 ? try wholeNumberArgument(number(array, atOffset: 0)) : nil
    }
  }
}
