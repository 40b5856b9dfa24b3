import NeuronSyntax
import SourceText

extension FunctionCompiler {
  func call(_ callee: Expression, _ arguments: [Argument], into target: Int) {
    let isPlain = arguments.allSatisfy { argument in
      switch argument.kind {
      case .positional, .keyword: true
      case .unpacked, .keywordsUnpacked: false
      }
    }
    if arguments.isEmpty, case .name("super") = callee.kind, seesClass {
      superCall(callee, into: target)
    } else if !isPlain {
      expandedCall(callee, arguments, into: target)
    } else if case .attribute(let object, let attribute) = callee.kind {
      let first = takeRegisters(2)
      at(callee.span) {
        releasing {
          if case .call(let inner, let none) = object.kind, none.isEmpty,
            case .name("super") = inner.kind, seesClass
          {
            let proxy = superArguments(inner)
            emit(Instruction(.loadSuperMethod, a: first, b: proxy, c: site(attribute.name)))
            return
          }
          if case .name(let name) = object.kind, let slot = globalSlot(name) {
            emit(Instruction(.loadGlobalMethod, a: first, wide: slot))
            at(object.span) { emit(Instruction(.jump, c: site(attribute.name))) }
            return
          }
          let object = operand(object)
          emit(Instruction(.loadMethod, a: first, b: object, c: site(attribute.name)))
        }
      }
      let names = evaluate(arguments)
      finishCall(.callMethod, .callMethodKeywords, first, arguments.count, names, target)
    } else if let variables = settledVariables(arguments), case .name(let name) = callee.kind,
      let slot = globalSlot(name)
    {
      globalCall(slot, callee.span, variables, into: target)
    } else {
      let first = takeRegisters()
      value(callee, into: first)
      let names = evaluate(arguments)
      finishCall(.call, .callKeywords, first, arguments.count, names, target)
    }
  }

  /// The registers of arguments that are nothing but local variables, as many as `callGlobal` takes:
  /// so it makes no difference when they are read.
  private func settledVariables(_ arguments: [Argument]) -> [Int]? {
    guard arguments.count <= 3 else { return nil }
    var registers: [Int] = []
    for argument in arguments {
      guard case .positional = argument.kind, case .name(let name) = argument.value.kind,
        let register = settledRegister(name)
      else { return nil }
      registers.append(register)
    }
    if registers.count == 3, registers[2] > 255 { return nil }
    return registers
  }

  private func globalCall(_ slot: Int, _ span: Span, _ variables: [Int], into target: Int) {
    let first = takeRegisters(variables.count + 1)
    at(span) { emit(Instruction(.callGlobal, a: first, wide: slot, d: variables.count)) }
    let registers = variables + [0, 0, 0]
    emit(Instruction(.jump, a: registers[0], b: registers[1], c: target, d: registers[2]))
  }

  /// Whether the place is in a method, or in a function within one.
  private var seesClass: Bool { freeIndices["__class__"] != nil && !locals.isEmpty }

  /// `super()` in a method is `super(C, self)`, where `C` is the class around it and `self` the first
  /// parameter, whatever its name.
  private func superCall(_ callee: Expression, into target: Int) {
    emit(Instruction(.call, a: superArguments(callee), b: 2, c: target))
  }

  /// Puts `super`, the class and the object into registers that follow each other.
  private func superArguments(_ callee: Expression) -> Int {
    let first = takeRegisters(3)
    value(callee, into: first)
    load("__class__", into: first + 1)
    load(locals[0], into: first + 2)
    return first
  }

  /// Puts the arguments into the next registers, in the order in which they are written; gives the
  /// names of those given by keyword, which Python's grammar puts last.
  private func evaluate(_ arguments: [Argument]) -> [String] {
    let first = takeRegisters(arguments.count)
    var names: [String] = []
    for (index, argument) in arguments.enumerated() {
      value(argument.value, into: first + index)
      if case .keyword(let identifier) = argument.kind { names.append(identifier.name) }
    }
    return names
  }

  private func finishCall(
    _ plain: Opcode, _ withKeywords: Opcode, _ first: Int, _ count: Int, _ names: [String],
    _ target: Int
  ) {
    if names.isEmpty {
      emit(Instruction(plain, a: first, b: count, c: target))
    } else {
      emit(Instruction(withKeywords, a: first, b: count, c: target))
      emit(Instruction(.jump, a: 0, wide: keywordList(names)))
    }
  }

  /// A call with `*` or `**`: positional arguments are gathered in a list, the others in a dictionary.
  private func expandedCall(_ callee: Expression, _ arguments: [Argument], into target: Int) {
    let first = takeRegisters(3)
    value(callee, into: first)
    gather(arguments, positional: first + 1, keywords: first + 2, isCall: true)
    emit(Instruction(.callExpanded, a: first, c: target))
  }

  /// A list of the positional arguments and a dictionary of the others; where they are a call's, the
  /// function stands in the register before.
  func gather(_ arguments: [Argument], positional list: Int, keywords: Int, isCall: Bool) {
    var positional: [(Expression, isStarred: Bool)] = []
    for argument in arguments {
      switch argument.kind {
      case .positional: positional.append((argument.value, false))
      case .unpacked: positional.append((argument.value, true))
      case .keyword, .keywordsUnpacked: break
      }
    }
    expandedList(positional, into: list, isCall: isCall)
    emit(Instruction(.buildDictionary, a: keywords, b: keywords, c: 0))
    let flag = isCall ? 1 : 0
    for argument in arguments {
      releasing {
        switch argument.kind {
        case .keyword(let identifier):
          let key = takeRegisters()
          emit(Instruction(.loadConstant, a: key, wide: constant(identifier.name)))
          emit(
            Instruction(
              .storeInDictionary, a: keywords, b: key, c: operand(argument.value), d: flag))
        case .keywordsUnpacked:
          emit(Instruction(.updateDictionary, a: keywords, b: operand(argument.value), d: flag))
        case .positional, .unpacked: break
        }
      }
    }
  }
}
