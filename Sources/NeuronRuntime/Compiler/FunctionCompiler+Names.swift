import NeuronSyntax
import SourceText

// Where names live: registers, boxes shared by closures, captured boxes, global slots.

extension FunctionCompiler {
  private enum Home {
    case register(Int)
    case box(Int)
    case free(Int)
    case global(Int)
  }

  private func home(of name: String) -> Home {
    if let register = inlinedVariables[name] { return .register(register) }
    if let scope {
      if scope.globals.contains(name) { return .global(unit.namespace.slot(of: name)) }
      if let register = registers[name] {
        return scope.boxed.contains(name) ? .box(register) : .register(register)
      }
      if let index = freeIndices[name] { return .free(index) }
    }
    return .global(unit.namespace.slot(of: name))
  }

  /// The register of a local variable that certainly has a value, so that it need not be copied.
  func variableRegister(_ name: String) -> Int? {
    guard !isClassBody, case .register(let register) = home(of: name) else { return nil }
    let isDeletable = unit.deletableNames.contains(name)
    if isDeletable || !assigned.contains(register) {
      emit(Instruction(.checkBound, a: register))
      if !isDeletable { assigned.insert(register) }
    }
    return register
  }

  /// The register of a local variable, where reading it can neither fail nor needs a check.
  func settledRegister(_ name: String) -> Int? {
    guard !isClassBody, case .register(let register) = home(of: name),
      assigned.contains(register), !unit.deletableNames.contains(name)
    else { return nil }
    return register
  }

  func globalSlot(_ name: String) -> Int? {
    if isClassBody { return nil }
    guard case .global(let slot) = home(of: name) else { return nil }
    return slot
  }

  func load(_ name: String, into target: Int) {
    switch home(of: name) {
    case .register(let local) where isClassBody:
      // What a class binds is its own or the module's, whatever functions around it bind.
      emit(Instruction(.loadClassName, a: target, b: local))
      emit(Instruction(.loadGlobal, a: target, wide: unit.namespace.slot(of: name)))
    case .register:
      if let register = variableRegister(name), register != target {
        emit(Instruction(.move, a: target, b: register))
      }
    case .box(let register): emit(Instruction(.loadBox, a: target, b: register))
    case .free(let index): emit(Instruction(.loadFree, a: target, b: index))
    case .global(let slot): emit(Instruction(.loadGlobal, a: target, wide: slot))
    }
  }

  /// The register into which a value for `name` may be computed directly.
  func directTarget(_ name: String) -> Int? {
    guard !isClassBody, case .register(let register) = home(of: name) else { return nil }
    return register
  }

  func store(_ register: Int, to name: String) {
    switch home(of: name) {
    case .register(let target):
      if target != register { emit(Instruction(.move, a: target, b: register)) }
      assigned.insert(target)
    case .box(let box): emit(Instruction(.storeBox, a: box, b: register))
    case .free(let index): emit(Instruction(.storeFree, a: index, b: register))
    case .global(let slot): emit(Instruction(.storeGlobal, a: register, wide: slot))
    }
  }

  func delete(_ name: String) {
    switch home(of: name) {
    case .register(let register):
      emit(Instruction(.deleteLocal, a: register, b: nextRegister))
      assigned.remove(register)
    case .global(let slot): emit(Instruction(.deleteGlobal, a: nextRegister, wide: slot))
    case .box, .free:
      releasing {
        let register = takeRegisters()
        load(name, into: register)
        emit(Instruction(.loadUnbound, a: register))
        store(register, to: name)
      }
    }
  }

  /// Takes its value from a name that may have none, as the end of `except … as name` does.
  func unbind(_ name: String) {
    releasing {
      let register = takeRegisters()
      emit(Instruction(.loadConstant, a: register, wide: constant(Value.none)))
      store(register, to: name)
      delete(name)
    }
  }

  /// The box of a variable that an inner function captures; what a class binds, its methods do not see.
  func capture(of name: String) -> Code.Capture? {
    if isClassBody, let index = freeIndices[name] { return .free(index) }
    return switch home(of: name) {
    case .box(let register): .register(register)
    case .free(let index): .free(index)
    case .register, .global: nil
    }
  }
}
