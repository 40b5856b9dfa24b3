import NeuronSyntax

/// How CPython makes the set of a display. The ways differ in the order that the set then has.
enum SetDisplay: UInt8 {
  /// Element by element.
  case elements
  /// More than two constants: first a frozenset, when the program is compiled, then a set of it.
  case constants
  /// Constants that a loop walks: the frozenset itself.
  case iterated

  /// `operand` must be that of a case.
  init(operand: Int) { self = unsafeBitCast(UInt8(truncatingIfNeeded: operand), to: Self.self) }
}

extension FunctionCompiler {
  func setDisplay(_ items: [Expression], isIterated: Bool, into target: Int) {
    if items.contains(where: \.isStarred) {
      let set = takeRegisters()
      emit(Instruction(.buildSet, a: set, b: set, c: 0))
      for item in items {
        releasing {
          if case .starred(let inner) = item.kind {
            emit(Instruction(.extendSet, a: set, b: operand(inner)))
          } else {
            emit(Instruction(.addToSet, a: set, b: operand(item)))
          }
        }
      }
      emit(Instruction(.move, a: target, b: set))
      return
    }
    let first = takeRegisters(items.count)
    for (index, item) in items.enumerated() { value(item, into: first + index) }
    let display: SetDisplay =
      !items.allSatisfy(\.isFoldedConstant)
      ? .elements : isIterated ? .iterated : items.count > 2 ? .constants : .elements
    emit(
      Instruction(.buildSet, a: target, b: first, c: items.count, d: Int(display.rawValue)))
  }

  /// The operand of a loop: as `operand`, but for a display of constants.
  func iterated(_ expression: Expression) -> Int {
    guard case .set(let items) = expression.kind else { return operand(expression) }
    let register = takeRegisters()
    at(expression.span) { setDisplay(items, isIterated: true, into: register) }
    return register
  }
}

extension Expression {
  /// Whether CPython knows the value when it compiles the program.
  fileprivate var isFoldedConstant: Bool {
    switch kind {
    case .constant, .integer, .float, .string: true
    case .tuple(let items): items.allSatisfy(\.isFoldedConstant)
    case .unary(_, let operand): operand.isFoldedConstant
    case .binary(_, let left, let right): left.isFoldedConstant && right.isFoldedConstant
    default: false
    }
  }
}
