import NeuronSyntax

/// The methods by which a class takes part in operators, printing and iteration.
enum SpecialMethod: Int, CaseIterable {
  case new, initialize, call, getAttribute, setAttribute, deleteAttribute
  case representation, text, format, hash, truth, length
  case getItem, setItem, deleteItem, missing, contains, iterator, next, reversed
  case enter, exit
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case negate, plus, invert, absolute, round, integer, float, index, truncate, floor, ceiling
  case divmod, reflectedDivmod
  case add, subtract, multiply, divide, floorDivide, modulo, power, matrixMultiply
  case shiftLeft, shiftRight, bitAnd, bitOr, bitXor
  case reflectedAdd, reflectedSubtract, reflectedMultiply, reflectedDivide, reflectedFloorDivide
  case reflectedModulo, reflectedPower, reflectedMatrixMultiply
  case reflectedShiftLeft, reflectedShiftRight, reflectedBitAnd, reflectedBitOr, reflectedBitXor
  case inPlaceAdd, inPlaceSubtract, inPlaceMultiply, inPlaceDivide, inPlaceFloorDivide
  case inPlaceModulo, inPlacePower, inPlaceMatrixMultiply
  case inPlaceShiftLeft, inPlaceShiftRight, inPlaceBitAnd, inPlaceBitOr, inPlaceBitXor
  case descriptorGet, descriptorSet, descriptorDelete

  /// As a class defines it.
  var name: String { Self.methodNames[rawValue] }

  private static let methodNames: [String] = {
    let operators = [
      "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and",
      "or", "xor",
    ]
    let others = [
      "new", "init", "call", "getattr", "setattr", "delattr", "repr", "str", "format", "hash",
      "bool", "len", "getitem", "setitem", "delitem", "missing", "contains", "iter", "next",
      "reversed", "enter", "exit", "eq", "ne", "lt", "le", "gt", "ge", "neg", "pos", "invert",
      "abs",
      "round", "int", "float", "index", "trunc", "floor", "ceil", "divmod", "rdivmod",
    ]
    let names =
      others + operators + operators.map { "r" + $0 } + operators.map { "i" + $0 } + [
        "get", "set", "delete",
      ]
    return names.map { "__\($0)__" }
  }()

  /// The method of the left operand, of the right one, and of an augmented assignment.
  static func forward(_ operation: BinaryOperator) -> SpecialMethod {
    SpecialMethod(rawValue: add.rawValue + operation.operand) ?? .add
  }

  static func reflected(_ operation: BinaryOperator) -> SpecialMethod {
    SpecialMethod(rawValue: reflectedAdd.rawValue + operation.operand) ?? .reflectedAdd
  }

  static func inPlace(_ operation: BinaryOperator) -> SpecialMethod {
    SpecialMethod(rawValue: inPlaceAdd.rawValue + operation.operand) ?? .inPlaceAdd
  }

  /// `nil` for `is` and `in`.
  init?(_ comparison: ComparisonOperator) {
    switch comparison {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .is, .isNot, .in, .notIn: return nil
    }
  }
}
