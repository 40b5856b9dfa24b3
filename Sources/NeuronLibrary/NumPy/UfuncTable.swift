import Backprop
import NeuronRuntime
import NeuronSyntax

/// The universal functions: each by its name, and other names of it.
struct UfuncEntry {
  let name: String
  let inputs: Int
  let rule: UfuncRule
  var aliases: [String] = []
  /// What the reduction of nothing gives, if that is anything.
  var identity: Int?

  private static func floats(
    _ name: String, _ operation: Operation, _ aliases: String...
  ) -> UfuncEntry {
    UfuncEntry(
      name: name, inputs: operation.isUnary ? 1 : 2,
      rule: .floats(operation, truths: .refused("float16")), aliases: aliases)
  }

  private static func numbers(
    _ name: String, _ operation: Operation, _ integers: IntegerOperation,
    truths: UfuncRule.TruthRule, _ aliases: [String] = [], identity: Int? = nil
  ) -> UfuncEntry {
    UfuncEntry(
      name: name, inputs: operation.isUnary ? 1 : 2,
      rule: .numbers(operation, integers, truths: truths), aliases: aliases, identity: identity)
  }

  private static func comparison(_ comparison: ArrayComparison) -> UfuncEntry {
    UfuncEntry(name: comparison.name, inputs: 2, rule: .comparison(comparison))
  }

  private static func scaled(_ name: String, by factor: Double, _ aliases: String...) -> UfuncEntry
  {
    UfuncEntry(
      name: name, inputs: 1,
      rule: .composed(keepsDType: false) { (machine, operands) throws(Interruption) in
        if operands[0].array.dtype == .bool { try machine.checkTruths(.refused("float16"), name) }
        return try machine.apply(
          .elementwise(.multiply), [operands[0], TracedArray(try machine.scalar(factor))])
      }, aliases: aliases)
  }

  nonisolated(unsafe) private static let matrixProduct = UfuncEntry(
    name: "matmul", inputs: 2, rule: .matmul)

  /// The first seven are operators, in the order of `of`.
  nonisolated(unsafe) static let arithmetic: [UfuncEntry] = [
    numbers("add", .add, .add, truths: .asTruths, identity: 0),
    numbers("subtract", .subtract, .subtract, truths: .missing(NumPyMessages.truthSubtraction)),
    numbers("multiply", .multiply, .multiply, truths: .asTruths, identity: 1),
    UfuncEntry(
      name: "divide", inputs: 2, rule: .floats(.divide, truths: .asNumbers),
      aliases: ["true_divide"]),
    UfuncEntry(
      name: "floor_divide", inputs: 2,
      rule: .pairing(.floorDivide, .floorDivide, truths: .refused("int8"))),
    numbers("remainder", .modulo, .modulo, truths: .refused("int8"), ["mod"]),
    numbers("power", .power, .power, truths: .refused("int8"), ["pow"]),
    UfuncEntry(name: "float_power", inputs: 2, rule: .floats(.power, truths: .asNumbers)),
    UfuncEntry(
      name: "fmod", inputs: 2,
      rule: .composed(keepsDType: true) { (machine, operands) throws(Interruption) in
        try machine.truncatedRemainder(operands[0], operands[1])
      }),
    numbers("negative", .negate, .negate, truths: .missing(NumPyMessages.truthNegation)),
    UfuncEntry(
      name: "positive", inputs: 1,
      rule: .composed(keepsDType: true) { (machine, operands) throws(Interruption) in
        if operands[0].array.dtype == .bool { try machine.checkTruths(.withoutLoop, "positive") }
        return try machine.copy(operands[0])
      }, aliases: ["conjugate", "conj"]),
    numbers("absolute", .absolute, .absolute, truths: .asTruths, ["abs"]),
    numbers("square", .square, .square, truths: .refused("int8")),
    numbers("maximum", .maximum, .maximum, truths: .asTruths),
    numbers("minimum", .minimum, .minimum, truths: .asTruths),
    UfuncEntry(name: "fmax", inputs: 2, rule: .pairing(.fmax, .maximum, truths: .asTruths)),
    UfuncEntry(name: "fmin", inputs: 2, rule: .pairing(.fmin, .minimum, truths: .asTruths)),
    matrixProduct,
    UfuncEntry(name: "gcd", inputs: 2, rule: .bits(.gcd, truths: .withoutLoop), identity: 0),
    UfuncEntry(name: "lcm", inputs: 2, rule: .bits(.lcm, truths: .withoutLoop)),
  ]

  nonisolated(unsafe) static let functions: [UfuncEntry] = [
    floats("sqrt", .sqrt), floats("cbrt", .cbrt), floats("exp", .exp), floats("exp2", .exp2),
    floats("expm1", .expm1), floats("log", .log), floats("log1p", .log1p), floats("log2", .log2),
    floats("log10", .log10), floats("sin", .sin), floats("cos", .cos), floats("tan", .tan),
    floats("arcsin", .asin, "asin"), floats("arccos", .acos, "acos"),
    floats("arctan", .atan, "atan"), floats("sinh", .sinh), floats("cosh", .cosh),
    floats("tanh", .tanh), floats("arcsinh", .asinh, "asinh"), floats("arccosh", .acosh, "acosh"),
    floats("arctanh", .atanh, "atanh"), floats("fabs", .absolute), floats("hypot", .hypot),
    floats("arctan2", .atan2, "atan2"), floats("logaddexp", .logAddExp),
    UfuncEntry(
      name: "reciprocal", inputs: 1,
      rule: .composed(keepsDType: false) { (machine, operands) throws(Interruption) in
        if operands[0].array.dtype == .bool {
          try machine.checkTruths(.refused("int8"), "reciprocal")
        }
        if operands[0].array.dtype == .int64 {
          throw .raised(
            .type,
            "np.reciprocal of integers, 0 for almost all of them, is not part of neuron: divide 1 by them, or make them floats"
          )
        }
        return try machine.apply(.elementwise(.reciprocal), operands)
      }),
    scaled("deg2rad", by: .pi / 180), scaled("radians", by: .pi / 180),
    scaled("rad2deg", by: 180 / .pi), scaled("degrees", by: 180 / .pi),
    UfuncEntry(
      name: "copysign", inputs: 2, rule: .pairing(.copySign, nil, truths: .refused("float16"))),
    UfuncEntry(
      name: "nextafter", inputs: 2, rule: .pairing(.nextAfter, nil, truths: .refused("float16"))),
    UfuncEntry(
      name: "heaviside", inputs: 2, rule: .pairing(.heaviside, nil, truths: .refused("float16"))),
    UfuncEntry(name: "floor", inputs: 1, rule: .rounding(.floor)),
    UfuncEntry(name: "ceil", inputs: 1, rule: .rounding(.ceil)),
    UfuncEntry(name: "trunc", inputs: 1, rule: .rounding(.trunc)),
    UfuncEntry(name: "rint", inputs: 1, rule: .rounding(.rint)),
    UfuncEntry(name: "sign", inputs: 1, rule: .rounding(.sign)),
  ]

  /// All are operators, in the order of `of`.
  nonisolated(unsafe) static let bits: [UfuncEntry] = [
    UfuncEntry(
      name: "bitwise_and", inputs: 2, rule: .bits(.and, truths: .asTruths), identity: -1),
    UfuncEntry(name: "bitwise_or", inputs: 2, rule: .bits(.or, truths: .asTruths), identity: 0),
    UfuncEntry(name: "bitwise_xor", inputs: 2, rule: .bits(.xor, truths: .asTruths), identity: 0),
    UfuncEntry(
      name: "left_shift", inputs: 2, rule: .bits(.shiftLeft, truths: .refused("int8")),
      aliases: ["bitwise_left_shift"]),
    UfuncEntry(
      name: "right_shift", inputs: 2, rule: .bits(.shiftRight, truths: .refused("int8")),
      aliases: ["bitwise_right_shift"]),
  ]

  nonisolated(unsafe) static let tests: [UfuncEntry] = [
    comparison(.less), comparison(.lessOrEqual), comparison(.equal), comparison(.notEqual),
    comparison(.greaterOrEqual), comparison(.greater),
    UfuncEntry(name: "logical_and", inputs: 2, rule: .logical(.and), identity: 1),
    UfuncEntry(name: "logical_or", inputs: 2, rule: .logical(.or), identity: 0),
    UfuncEntry(name: "logical_xor", inputs: 2, rule: .logical(.xor), identity: 0),
    UfuncEntry(name: "logical_not", inputs: 1, rule: .logical(.not)),
    UfuncEntry(
      name: "invert", inputs: 1, rule: .bits(.invert, truths: .asTruths),
      aliases: ["bitwise_not", "bitwise_invert"]),
    UfuncEntry(name: "isnan", inputs: 1, rule: .test(.isNaN)),
    UfuncEntry(name: "isinf", inputs: 1, rule: .test(.isInfinite)),
    UfuncEntry(name: "isfinite", inputs: 1, rule: .test(.isFinite)),
    UfuncEntry(name: "signbit", inputs: 1, rule: .test(.signBit)),
  ]

  static var all: [UfuncEntry] { arithmetic + functions + bits + tests }

  static func named(_ name: String) -> UfuncEntry? { byName[name] }

  /// The function that an operator stands for.
  static func of(_ operation: BinaryOperator) -> UfuncEntry {
    switch operation {
    case .add: arithmetic[0]
    case .subtract: arithmetic[1]
    case .multiply: arithmetic[2]
    case .divide: arithmetic[3]
    case .floorDivide: arithmetic[4]
    case .modulo: arithmetic[5]
    case .power: arithmetic[6]
    case .matrixMultiply: matrixProduct
    case .bitAnd: bits[0]
    case .bitOr: bits[1]
    case .bitXor: bits[2]
    case .shiftLeft: bits[3]
    case .shiftRight: bits[4]
    }
  }

  nonisolated(unsafe) private static let byName: [String: UfuncEntry] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.name, $0) })
}

extension ArrayComparison {
  init?(_ comparison: ComparisonOperator) {
    switch comparison {
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .greaterOrEqual: self = .greaterOrEqual
    case .greater: self = .greater
    default: return nil
    }
  }

  /// As NumPy names the function.
  var name: String {
    switch self {
    case .less: "less"
    case .lessOrEqual: "less_equal"
    case .equal: "equal"
    case .notEqual: "not_equal"
    case .greaterOrEqual: "greater_equal"
    case .greater: "greater"
    }
  }
}

extension Machine {
  /// A new array with the same elements.
  func copy(_ x: TracedArray) throws(Interruption) -> TracedArray {
    if x.array.dtype == .float64 { return try apply(.elementwise(.copy), [x]) }
    try charge(x.array.count / 8)
    return TracedArray(try attempt { () throws(ArrayError) in try x.array.contiguousCopy() })
  }

  /// What C's `fmod` leaves, of the sign of x; of integers an integer.
  func truncatedRemainder(
    _ x: TracedArray, _ y: TracedArray
  ) throws(Interruption) -> TracedArray {
    if max(x.array.dtype, y.array.dtype) == .bool { try checkTruths(.refused("int8"), "fmod") }
    if max(x.array.dtype, y.array.dtype) == .float64 {
      return try evaluate(.pairing(.fmod, nil, truths: .asNumbers), [x, y], "fmod")
    }
    // |x| mod |y|, with the sign of x.
    let (a, b) = (try cast(x, to: .int64).array, try cast(y, to: .int64).array)
    return TracedArray(
      try attempt { () throws(ArrayError) in
        let rest = try NDArray.integers(
          .modulo, try NDArray.integers(.absolute, a), try NDArray.integers(.absolute, b))
        return try NDArray.integers(.multiply, rest, try NDArray.integers(.sign, a))
      })
  }
}
