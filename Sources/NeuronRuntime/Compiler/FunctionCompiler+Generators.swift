import NeuronSyntax
import SourceText

extension FunctionCompiler {
  /// The register that holds the generator while its code runs.
  private var generatorRegister: Int { variableCount }

  /// In a generator, the instruction that ends it in place of one that returns from a call: so a return
  /// need not ask which it is.
  func endingGenerator(_ instruction: Instruction) -> Instruction {
    switch instruction.opcode {
    case .returnValue: Instruction(.endGenerator, a: instruction.a, b: generatorRegister)
    case .returnNone: Instruction(.endGenerator, a: 0, b: generatorRegister, d: 1)
    default: instruction
    }
  }

  func yield(_ value: Expression?, into target: Int) {
    if let value {
      yield(operand(value), into: target)
    } else {
      let none = takeRegisters()
      emit(Instruction(.loadConstant, a: none, wide: constant(Value.none)))
      yield(none, into: target)
    }
  }

  func yield(_ register: Int, into target: Int) {
    emit(Instruction(.yieldValue, a: register, b: generatorRegister, c: target))
  }

  /// Hands on what the iterator gives, and to it what is sent, until it ends:
  ///
  ///     it = iter(iterable); sent = None
  ///     while it gives a value for sent: sent = yield value
  ///     target = what it returned
  func yieldFrom(_ iterable: Expression, into target: Int) {
    let iterator = takeRegisters()
    releasing { emit(Instruction(.makeIterator, a: iterator, b: operand(iterable))) }
    let exchanged = takeRegisters()
    let top = makeLabel()
    let next = makeLabel()
    emit(Instruction(.loadConstant, a: exchanged, wide: constant(Value.none)))
    emitJump(.jump, to: next)
    place(top)
    yield(exchanged, into: exchanged)
    place(next)
    emit(Instruction(.sendOrExit, a: exchanged, b: iterator))
    emitJumpWord(to: top)
    emit(Instruction(.move, a: target, b: exchanged))
  }
}
