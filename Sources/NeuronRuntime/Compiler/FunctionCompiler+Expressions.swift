import NeuronSyntax
import SourceText

extension FunctionCompiler {
  /// Compiles an expression and tells the register that then holds its value: a variable's own, or a
  /// new temporary.
  func operand(_ expression: Expression) -> Int {
    if case .name(let name) = expression.kind, !unit.mayAssignInExpressions {
      if let register = at(expression.span, { variableRegister(name) }) { return register }
    }
    let register = takeRegisters()
    value(expression, into: register)
    return register
  }

  /// Compiles an expression so that its value ends in `target`.
  ///
  /// `target` may be a variable that the expression reads: it is written last.
  func value(_ expression: Expression, into target: Int) {
    at(expression.span) {
      releasing {
        if expression.kind.writesTargetEarly, isVariable(target) {
          let temporary = takeRegisters()
          compile(expression.kind, expression.span, into: temporary)
          emit(Instruction(.move, a: target, b: temporary))
        } else {
          compile(expression.kind, expression.span, into: target)
        }
      }
    }
  }

  private func compile(_ kind: Expression.Kind, _ span: Span, into target: Int) {
    if let index = constantIndex(kind) {
      emit(Instruction(.loadConstant, a: target, wide: index))
      return
    }
    switch kind {
    case .name(let name): load(name, into: target)
    case .constant, .integer, .float, .string: break
    case .formatted(let pieces): formatted(pieces, into: target)
    case .list(let items): display(items, .buildList, into: target)
    case .tuple(let items): display(items, .buildTuple, into: target)
    case .set(let items): setDisplay(items, isIterated: false, into: target)
    case .dictionary(let entries): dictionary(entries, into: target)
    case .unary(let operation, let operand): unary(operation, operand, into: target)
    case .binary(let operation, let left, let right):
      binary(operation, left, right, into: target)
    case .boolean(let operation, let operands): boolean(operation, operands, into: target)
    case .comparison(let first, let rest): comparison(first, rest, into: target)
    case .conditional(let test, let then, let orElse):
      conditional(test, then, orElse, into: target)
    case .call(let callee, let arguments): call(callee, arguments, into: target)
    case .attribute(let object, let attribute):
      let object = operand(object)
      emit(Instruction(.loadAttribute, a: target, b: object, c: site(attribute.name)))
    case .subscript(let object, let index):
      if case .name(let table) = object.kind, let slot = globalSlot(table),
        case .name(let name) = index.kind, let register = settledRegister(name)
      {
        emit(Instruction(.loadGlobalSubscript, a: target, wide: slot))
        at(object.span) { emit(Instruction(.jump, c: register)) }
        return
      }
      let object = operand(object)
      if let index = numberIndex(index) {
        emit(Instruction(.loadSubscriptRK, a: target, b: object, c: index))
      } else {
        emit(Instruction(.loadSubscript, a: target, b: object, c: operand(index)))
      }
    case .slice(let lower, let upper, let step): slice([lower, upper, step], into: target)
    case .lambda(let lambda): makeLambda(lambda, into: target)
    case .comprehension(let comprehension): self.comprehension(comprehension, into: target)
    case .named(let identifier, let expression):
      value(expression, into: target)
      store(target, to: identifier.name)
    case .yield(let value): yield(value, into: target)
    case .yieldFrom(let iterable): yieldFrom(iterable, into: target)
    case .starred, .unsupported: break
    }
  }

  // MARK: Constants

  private func constantIndex(_ kind: Expression.Kind) -> Int? {
    switch kind {
    case .constant(let value):
      switch value {
      case .none: constant(Value.none)
      case .true: constant(Value.true)
      case .false: constant(Value.false)
      case .ellipsis: constant(Value.ellipsis)
      }
    case .integer(let literal): constant(literal)
    case .float(let value): constant(Value(value))
    case .string(let text): constant(text)
    case .unary(.minus, let operand):
      switch operand.kind {
      case .float(let value): constant(Value(-value))
      case .integer(let literal):
        Int(literal.digits, radix: literal.radix).map { constant(Value(-$0)) }
      default: nil
      }
    default: nil
    }
  }

  /// The index of a number that may stand as the constant operand of an instruction.
  func numberIndex(_ expression: Expression) -> Int? {
    switch expression.kind {
    case .integer, .float, .unary: constantIndex(expression.kind).flatMap { $0 < 65_536 ? $0 : nil }
    default: nil
    }
  }

  // MARK: Operators

  private func unary(
    _ operation: UnaryOperator, _ expression: Expression, into target: Int
  ) {
    let opcode: Opcode =
      switch operation {
      case .plus: .plus
      case .minus: .negate
      case .invert: .invert
      case .not: .not
      }
    emit(Instruction(opcode, a: target, b: operand(expression)))
  }

  private func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression,
    into target: Int
  ) {
    if let index = numberIndex(left), let opcode = operation.constantLeft {
      emit(Instruction(opcode, a: target, b: index, c: operand(right)))
    } else {
      binary(operation, left: operand(left), right, into: target, isInPlace: false)
    }
  }

  func binary(
    _ operation: BinaryOperator, left: Int, _ right: Expression, into target: Int,
    isInPlace: Bool
  ) {
    releasing {
      let flag = isInPlace ? 0x80 : 0
      if let index = numberIndex(right), let opcode = operation.constantRight {
        emit(Instruction(opcode, a: target, b: left, c: index, d: flag))
        return
      }
      let right = operand(right)
      if let opcode = operation.registers {
        emit(Instruction(opcode, a: target, b: left, c: right, d: flag))
      } else {
        emit(
          Instruction(
            .binary, a: target, b: left, c: right, d: operation.operand | flag))
      }
    }
  }

  private func boolean(
    _ operation: BooleanOperator, _ operands: [Expression], into target: Int
  ) {
    let end = makeLabel()
    var afterFirst = assigned
    for (index, operand) in operands.enumerated() {
      value(operand, into: target)
      if index == 0 { afterFirst = assigned }
      if index < operands.count - 1 {
        emitJump(operation == .and ? .jumpIfFalse : .jumpIfTrue, a: target, to: end)
      }
    }
    assigned = afterFirst
    place(end)
  }

  private func comparison(
    _ first: Expression, _ rest: [(operation: ComparisonOperator, operand: Expression)],
    into target: Int
  ) {
    let end = makeLabel()
    var left = operand(first)
    // Only the first two operands are certain to be evaluated.
    var afterSecond: Set<Int>?
    for (index, (operation, expression)) in rest.enumerated() {
      let right = operand(expression)
      if afterSecond == nil { afterSecond = assigned }
      emit(
        Instruction(
          .compare, a: target, b: left, c: right, d: operation.operand))
      if index < rest.count - 1 { emitJump(.jumpIfFalse, a: target, to: end) }
      left = right
    }
    if let afterSecond { assigned = afterSecond }
    place(end)
  }

  private func conditional(
    _ test: Expression, _ then: Expression, _ orElse: Expression, into target: Int
  ) {
    let otherwise = makeLabel()
    let end = makeLabel()
    branch(test, when: false, to: otherwise)
    let before = assigned
    value(then, into: target)
    emitJump(.jump, to: end)
    place(otherwise)
    assigned = before
    value(orElse, into: target)
    assigned = before
    place(end)
  }

  // MARK: Branches

  /// Jumps to `label` when the truth of an expression is `when`; else falls through.
  func branch(_ expression: Expression, when: Bool, to label: Label) {
    at(expression.span) {
      releasing {
        switch expression.kind {
        case .unary(.not, let inner): branch(inner, when: !when, to: label)
        case .boolean(let operation, let operands):
          branch(operation, operands[...], when: when, to: label)
        case .comparison(let first, let rest)
        where rest.count == 1 && !when && canFuse && rest[0].operation.isOrdering:
          fusedBranch(first, rest[0].operation, rest[0].operand, to: label)
        default:
          emitJump(when ? .jumpIfTrue : .jumpIfFalse, a: operand(expression), to: label)
        }
      }
    }
  }

  private func branch(
    _ operation: BooleanOperator, _ operands: ArraySlice<Expression>, when: Bool, to label: Label
  ) {
    // `a and b` is false as soon as one is; it is true when the last is reached and true.
    let isDecisive = (operation == .or) == when
    let after = makeLabel()
    var afterFirst: Set<Int>?
    for (index, operand) in operands.enumerated() {
      if isDecisive || index == operands.count - 1 {
        branch(operand, when: when, to: label)
      } else {
        branch(operand, when: !when, to: after)
      }
      if afterFirst == nil { afterFirst = assigned }
    }
    if let afterFirst { assigned = afterFirst }
    place(after)
  }

  private func fusedBranch(
    _ left: Expression, _ comparison: ComparisonOperator, _ right: Expression, to label: Label
  ) {
    let left = operand(left)
    if let index = numberIndex(right) {
      emitFusedJump(comparison.jumpUnless(constant: true), a: left, b: index, to: label)
    } else {
      emitFusedJump(
        comparison.jumpUnless(constant: false), a: left, b: operand(right), to: label)
    }
  }

  // MARK: Displays

  private func display(_ items: [Expression], _ opcode: Opcode, into target: Int) {
    if items.contains(where: \.isStarred) {
      let list = takeRegisters()
      expandedList(items.map { ($0, $0.isStarred) }, into: list)
      if opcode == .buildTuple {
        emit(Instruction(.buildTuple, a: target, b: list, c: 0, d: 1))
      } else {
        emit(Instruction(.move, a: target, b: list))
      }
      return
    }
    let first = takeRegisters(items.count)
    for (index, item) in items.enumerated() { value(item, into: first + index) }
    emit(Instruction(opcode, a: target, b: first, c: items.count))
  }

  /// A list of single items and of all that starred ones give.
  ///
  /// - Parameter isCall: the items are arguments, and the function stands in the register before.
  func expandedList(
    _ items: [(Expression, isStarred: Bool)], into list: Int, isCall: Bool = false
  ) {
    let flag = isCall ? 1 : 0
    emit(Instruction(.buildList, a: list, b: list, c: 0))
    for (item, isStarred) in items {
      releasing {
        if case .starred(let inner) = item.kind, isStarred {
          emit(Instruction(.extendList, a: list, b: operand(inner), d: flag))
        } else if isStarred {
          emit(Instruction(.extendList, a: list, b: operand(item), d: flag))
        } else {
          emit(Instruction(.appendToList, a: list, b: operand(item)))
        }
      }
    }
  }

  private func dictionary(_ entries: [(key: Expression?, value: Expression)], into target: Int) {
    let result = takeRegisters()
    emit(Instruction(.buildDictionary, a: result, b: result, c: 0))
    for (key, value) in entries {
      releasing {
        if let key {
          let key = operand(key)
          emit(Instruction(.storeInDictionary, a: result, b: key, c: operand(value)))
        } else {
          emit(Instruction(.updateDictionary, a: result, b: operand(value)))
        }
      }
    }
    emit(Instruction(.move, a: target, b: result))
  }

  private func slice(_ parts: [Expression?], into target: Int) {
    let first = takeRegisters(3)
    for (index, part) in parts.enumerated() {
      if let part {
        value(part, into: first + index)
      } else {
        emit(Instruction(.loadConstant, a: first + index, wide: constant(Value.none)))
      }
    }
    emit(Instruction(.buildSlice, a: target, b: first))
  }

  private func formatted(_ pieces: [FormatPiece], into target: Int) {
    if pieces.isEmpty {
      return emit(Instruction(.loadConstant, a: target, wide: constant("")))
    }
    if pieces.count == 1, case .literal(let text) = pieces[0] {
      return emit(Instruction(.loadConstant, a: target, wide: constant(text)))
    }
    let first = takeRegisters(pieces.count)
    for (index, piece) in pieces.enumerated() {
      let register = first + index
      switch piece {
      case .literal(let text):
        emit(Instruction(.loadConstant, a: register, wide: constant(text)))
      case .field(let expression, let conversion, let specification):
        releasing {
          let value = operand(expression)
          let format = takeRegisters()
          formatted(specification, into: format)
          at(expression.span) {
            emit(
              Instruction(
                .formatValue, a: register, b: value, c: format,
                d: Int(conversion?.asciiValue ?? 0)))
          }
        }
      }
    }
    emit(Instruction(.buildString, a: target, b: first, c: pieces.count))
  }
}

extension Expression.Kind {
  /// Whether the compiled form writes its target before it has read all that it needs.
  fileprivate var writesTargetEarly: Bool {
    switch self {
    case .boolean, .comparison, .named: true
    default: false
    }
  }
}

extension BinaryOperator {
  fileprivate var registers: Opcode? {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .floorDivide: .floorDivide
    case .modulo: .modulo
    case .power: .power
    default: nil
    }
  }

  fileprivate var constantRight: Opcode? {
    switch self {
    case .add: .addRK
    case .subtract: .subtractRK
    case .multiply: .multiplyRK
    case .divide: .divideRK
    case .floorDivide: .floorDivideRK
    case .modulo: .moduloRK
    case .power: .powerRK
    default: nil
    }
  }

  fileprivate var constantLeft: Opcode? {
    switch self {
    case .add: .addKR
    case .subtract: .subtractKR
    case .multiply: .multiplyKR
    case .divide: .divideKR
    default: nil
    }
  }
}

extension ComparisonOperator {
  /// Whether there is a fused jump for it.
  fileprivate var isOrdering: Bool { operand <= Self.greaterOrEqual.operand }

  fileprivate func jumpUnless(constant: Bool) -> Opcode {
    switch self {
    case .less: constant ? .jumpUnlessLessRK : .jumpUnlessLess
    case .lessOrEqual: constant ? .jumpUnlessLessOrEqualRK : .jumpUnlessLessOrEqual
    case .greater: constant ? .jumpUnlessGreaterRK : .jumpUnlessGreater
    case .greaterOrEqual: constant ? .jumpUnlessGreaterOrEqualRK : .jumpUnlessGreaterOrEqual
    case .notEqual: constant ? .jumpUnlessNotEqualRK : .jumpUnlessNotEqual
    default: constant ? .jumpUnlessEqualRK : .jumpUnlessEqual
    }
  }
}
