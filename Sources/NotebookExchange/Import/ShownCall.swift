import NeuronSyntax

/// Values that libraries write as calls: `array([[0., 1.]], dtype=float32)`, `deque([1, 2])`.
enum ShownCall {
  /// What NumPy, PyTorch, JAX and the standard library write before the bracket.
  private static let callees: Set<String> = [
    "array", "matrix", "masked_array", "tensor", "Array", "deque", "defaultdict", "OrderedDict",
    "Counter", "set", "frozenset", "Fraction", "Decimal", "range",
  ]

  /// Names that stand for numbers and types in what is shown.
  private static let plainNames: Set<String> = [
    "nan", "inf", "bool", "int", "float", "complex", "object", "list", "dict", "int8", "int16",
    "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64",
    "complex64", "complex128",
  ]

  /// Whether an expression is made of literals, displays and such calls only.
  static func isValue(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .integer, .float, .string, .constant: true
    case .name(let name): plainNames.contains(name)
    case .attribute(let owner, _): isLibrary(owner)
    case .unary(_, let operand): isValue(operand)
    case .list(let elements), .tuple(let elements), .set(let elements):
      elements.allSatisfy(isValue)
    case .dictionary(let entries):
      entries.allSatisfy { entry in entry.key.map(isValue) == true && isValue(entry.value) }
    case .call(let callee, let arguments):
      isName(callee, in: callees) && arguments.allSatisfy { isValue($0.value) }
    default: false
    }
  }

  /// `torch.float64` is a type as well.
  private static func isLibrary(_ owner: Expression) -> Bool { isName(owner, in: ["torch"]) }

  private static func isName(_ expression: Expression, in names: Set<String>) -> Bool {
    if case .name(let name) = expression.kind { names.contains(name) } else { false }
  }
}
