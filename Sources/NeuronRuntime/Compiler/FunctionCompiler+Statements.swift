import NeuronSyntax
import SourceText

extension FunctionCompiler {
  func compile(_ statements: [Statement]) {
    for statement in statements { compile(statement) }
  }

  func compile(_ statement: Statement) {
    at(statement.span) {
      releasing { compile(statement.kind, statement.span) }
    }
  }

  private func compile(_ kind: Statement.Kind, _ span: Span) {
    switch kind {
    case .expression(let expression): _ = operand(expression)
    case .assign(let targets, let value): assign(value, to: targets)
    case .augmentedAssign(let target, let operation, let value):
      augment(target, operation, value)
    case .annotatedAssign(let target, _, let value):
      if let value { assign(value, to: [target]) }
    case .function(let definition): define(definition)
    case .return(let value): compileReturn(value)
    case .if(let test, let body, let orElse): compileIf(test, body, orElse)
    case .while(let test, let body, let orElse): compileWhile(test, body, orElse)
    case .for(let target, let iterable, let body, let orElse):
      compileFor(target, iterable, body, orElse)
    case .break: leaveToLoop(isBreak: true) { emitJump(.jump, to: $0.breakLabel) }
    case .continue:
      leaveToLoop(isBreak: false) {
        emitJump($0.continuesBackwards ? .loop : .jump, to: $0.continueLabel)
      }
    case .pass, .global, .nonlocal: break
    case .import(let names): names.forEach(compileImport)
    case .importFrom(let module, let level, let names):
      compileImport(from: module, level, names)
    case .delete(let targets): targets.forEach(delete)
    case .assert(let test, let message): compileAssert(test, message)
    case .raise(let exception, let cause): compileRaise(exception, cause)
    case .classDefinition(let definition): define(definition)
    case .try(let body, let handlers, let orElse, let finally):
      compileTry(body, handlers, orElse, finally)
    case .with(let items, let body): compileWith(items[...], body)
    case .unsupported: break
    }
  }

  // MARK: Assignment

  private func assign(_ value: Expression, to targets: [Expression]) {
    if targets.count == 1, case .name(let name) = targets[0].kind, let target = directTarget(name) {
      self.value(value, into: target)
      assigned.insert(target)
      return
    }
    // `a, b = b, a` needs no tuple: the values are taken first, then given out.
    if targets.count == 1, case .tuple(let parts) = targets[0].kind,
      case .tuple(let values) = value.kind, parts.count == values.count,
      !(parts + values).contains(where: \.isStarred)
    {
      let first = takeRegisters(values.count)
      for (index, part) in values.enumerated() { self.value(part, into: first + index) }
      for (index, part) in parts.enumerated() { store(first + index, to: part) }
      return
    }
    let register = operand(value)
    for target in targets { store(register, to: target) }
  }

  /// Stores a register's value to any target.
  func store(_ register: Int, to target: Expression) {
    at(target.span) {
      releasing {
        switch target.kind {
        case .name(let name): store(register, to: name)
        case .attribute(let object, let attribute):
          let object = operand(object)
          emit(Instruction(.storeAttribute, a: object, b: register, c: site(attribute.name)))
        case .subscript(let object, let index):
          let object = operand(object)
          if let index = numberIndex(index) {
            emit(Instruction(.storeSubscriptRK, a: object, b: index, c: register))
          } else {
            let index = operand(index)
            emit(Instruction(.storeSubscript, a: object, b: index, c: register))
          }
        case .tuple(let parts), .list(let parts): unpack(register, into: parts)
        default: break
        }
      }
    }
  }

  private func unpack(_ register: Int, into parts: [Expression]) {
    let first = takeRegisters(parts.count)
    if let star = parts.firstIndex(where: \.isStarred) {
      emit(Instruction(.unpackStarred, a: first, b: register, c: parts.count, d: min(star, 255)))
      if star > 255 {
        unit.reportUnsupported(
          "a starred target after 255 others", span, help: "take the list apart by slices")
      }
    } else {
      emit(Instruction(.unpack, a: first, b: register, c: parts.count))
    }
    for (index, part) in parts.enumerated() {
      if case .starred(let inner) = part.kind {
        store(first + index, to: inner)
      } else {
        store(first + index, to: part)
      }
    }
  }

  private func augment(
    _ target: Expression, _ operation: BinaryOperator, _ value: Expression
  ) {
    switch target.kind {
    case .name(let name):
      if let register = variableRegister(name), !unit.mayAssignInExpressions {
        binary(operation, left: register, value, into: register, isInPlace: true)
      } else {
        let register = takeRegisters()
        load(name, into: register)
        binary(operation, left: register, value, into: register, isInPlace: true)
        store(register, to: name)
      }
    case .subscript(let object, let index):
      let object = operand(object)
      if let index = numberIndex(index) {
        let register = takeRegisters()
        emit(Instruction(.loadSubscriptRK, a: register, b: object, c: index))
        binary(operation, left: register, value, into: register, isInPlace: true)
        emit(Instruction(.storeSubscriptRK, a: object, b: index, c: register))
        return
      }
      let index = operand(index)
      let register = takeRegisters()
      emit(Instruction(.loadSubscript, a: register, b: object, c: index))
      binary(operation, left: register, value, into: register, isInPlace: true)
      emit(Instruction(.storeSubscript, a: object, b: index, c: register))
    case .attribute(let object, let attribute):
      let object = operand(object)
      let register = takeRegisters()
      emit(Instruction(.loadAttribute, a: register, b: object, c: site(attribute.name)))
      binary(operation, left: register, value, into: register, isInPlace: true)
      emit(Instruction(.storeAttribute, a: object, b: register, c: site(attribute.name)))
    default: break
    }
  }

  private func delete(_ target: Expression) {
    at(target.span) {
      switch target.kind {
      case .name(let name): delete(name)
      case .subscript(let object, let index):
        releasing {
          let object = operand(object)
          emit(Instruction(.deleteSubscript, a: object, b: operand(index)))
        }
      case .tuple(let parts), .list(let parts): parts.forEach(delete)
      case .attribute(let object, let attribute):
        releasing {
          emit(Instruction(.deleteAttribute, a: operand(object), c: site(attribute.name)))
        }
      default: break
      }
    }
  }

  // MARK: Control flow

  private func compileIf(_ test: Expression, _ body: [Statement], _ orElse: [Statement]) {
    let otherwise = makeLabel()
    branch(test, when: false, to: otherwise)
    let before = assigned
    compile(body)
    if orElse.isEmpty {
      assigned = endsFlow(body) ? before : assigned.intersection(before)
      place(otherwise)
      return
    }
    let end = makeLabel()
    let afterBody = assigned
    if !endsFlow(body) { emitJump(.jump, to: end) }
    place(otherwise)
    assigned = before
    compile(orElse)
    if endsFlow(orElse) {
      assigned = afterBody
    } else if !endsFlow(body) {
      assigned.formIntersection(afterBody)
    }
    place(end)
  }

  /// Whether control never comes out at the end of the statements.
  func endsFlow(_ body: [Statement]) -> Bool {
    switch body.last?.kind {
    case .return, .break, .continue, .raise: true
    default: false
    }
  }

  private func compileWhile(_ test: Expression, _ body: [Statement], _ orElse: [Statement]) {
    let top = makeLabel()
    let exit = makeLabel()
    let end = makeLabel()
    // What the test assigns holds after it, what the body assigns only within.
    let before = assigned
    place(top)
    branch(test, when: false, to: exit)
    let loop = Loop(breakLabel: end, continueLabel: top, continuesBackwards: true)
    inBlock(Block(kind: .loop(loop), region: nil)) { compile(body) }
    emitJump(.loop, to: top)
    assigned = before
    place(exit)
    compile(orElse)
    assigned = before
    place(end)
  }

  private func compileFor(
    _ target: Expression, _ iterable: Expression, _ body: [Statement], _ orElse: [Statement]
  ) {
    let top = makeLabel()
    let next = makeLabel()
    let end = makeLabel()
    let iterator = takeRegisters()
    at(iterable.span) {
      releasing { emit(Instruction(.makeIterator, a: iterator, b: iterated(iterable))) }
    }
    let before = assigned
    emitJump(.jump, to: next)
    place(top)
    var element: Int
    if case .name(let name) = target.kind, let register = directTarget(name) {
      element = register
      assigned.insert(register)
    } else {
      element = takeRegisters()
      store(element, to: target)
    }
    let loop = Loop(
      breakLabel: end, continueLabel: next, continuesBackwards: false, iterator: iterator)
    inBlock(Block(kind: .loop(loop), region: nil)) { compile(body) }
    place(next)
    at(iterable.span) {
      emit(Instruction(.nextOrExit, a: element, b: iterator))
      emitJumpWord(to: top)
    }
    assigned = before
    compile(orElse)
    assigned = before
    place(end)
  }

  // MARK: Imports, assertions, exceptions

  private func compileImport(_ imported: ImportedName) {
    at(imported.name.span) {
      let register = takeRegisters()
      let path = imported.name.name
      let root = String(path.prefix { $0 != "." })
      emit(Instruction(.importModule, a: register, wide: constant(path)))
      if let alias = imported.alias {
        store(register, to: alias.name)
      } else {
        if root != path { emit(Instruction(.importModule, a: register, wide: constant(root))) }
        store(register, to: root)
      }
    }
  }

  private func compileImport(from module: Identifier, _ level: Int, _ names: [ImportedName]?) {
    guard level == 0 else {
      unit.reportUnsupported(
        "a relative import", span,
        help: module.name.isEmpty
          ? "name the module beside this file: `import name`"
          : "name the module beside this file: `from \(module.name) import …`")
      return
    }
    let register = takeRegisters()
    emit(Instruction(.importModule, a: register, wide: constant(module.name)))
    guard let names else { return emit(Instruction(.importAll, a: register)) }
    let member = takeRegisters()
    for imported in names {
      at(imported.name.span) {
        emit(Instruction(.importMember, a: member, b: register, c: site(imported.name.name)))
        store(member, to: (imported.alias ?? imported.name).name)
      }
    }
  }

  private func compileAssert(_ test: Expression, _ message: Expression?) {
    let holds = makeLabel()
    branch(test, when: true, to: holds)
    let before = assigned
    if let message {
      emit(Instruction(.assertionFailed, a: operand(message), b: 0))
    } else {
      emit(Instruction(.assertionFailed, a: 0, b: 1))
    }
    assigned = before
    place(holds)
  }
}

extension Expression {
  var isStarred: Bool {
    if case .starred = kind { return true }
    return false
  }
}
