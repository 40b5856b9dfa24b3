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
    if !isPlain {
      expandedCall(callee, arguments, into: target)
    } else if case .attribute(let object, let attribute) = callee.kind {
      let first = takeRegisters(2)
      at(callee.span) {
        releasing {
          let object = operand(object)
          emit(Instruction(.loadMethod, a: first, b: object, c: site(attribute.name)))
        }
      }
      let names = evaluate(arguments)
      finishCall(.callMethod, .callMethodKeywords, first, arguments.count, names, target)
    } else {
      let first = takeRegisters()
      value(callee, into: first)
      let names = evaluate(arguments)
      finishCall(.call, .callKeywords, first, arguments.count, names, target)
    }
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
    var positional: [(Expression, isStarred: Bool)] = []
    for argument in arguments {
      switch argument.kind {
      case .positional: positional.append((argument.value, false))
      case .unpacked: positional.append((argument.value, true))
      case .keyword, .keywordsUnpacked: break
      }
    }
    expandedList(positional, into: first + 1, isCall: true)
    emit(Instruction(.buildDictionary, a: first + 2, b: first, c: 0))
    for argument in arguments {
      releasing {
        switch argument.kind {
        case .keyword(let identifier):
          let key = takeRegisters()
          emit(Instruction(.loadConstant, a: key, wide: constant(identifier.name)))
          emit(
            Instruction(.storeInDictionary, a: first + 2, b: key, c: operand(argument.value), d: 1))
        case .keywordsUnpacked:
          emit(Instruction(.updateDictionary, a: first + 2, b: operand(argument.value), d: 1))
        case .positional, .unpacked: break
        }
      }
    }
    emit(Instruction(.callExpanded, a: first, c: target))
  }
}
