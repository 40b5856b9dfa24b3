import NeuronSyntax
import SourceText

// Functions, lambdas and comprehensions: each a `Code` of its own.

extension FunctionCompiler {
  func define(_ definition: FunctionDefinition) {
    let decorators = takeRegisters(definition.decorators.count * 2)
    for (index, decorator) in definition.decorators.enumerated() {
      value(decorator, into: decorators + index * 2)
    }
    let register = takeRegisters()
    makeFunction(
      definition.name.name, definition.parameters, definition.scope, into: register
    ) { compiler in
      compiler.takeDocumentation(of: definition.body)
      compiler.compile(definition.body)
      compiler.emit(Instruction(.returnNone))
    }
    apply(definition.decorators, at: decorators, to: register)
    store(register, to: definition.name.name)
  }

  func define(_ definition: ClassDefinition) {
    let decorators = takeRegisters(definition.decorators.count * 2)
    for (index, decorator) in definition.decorators.enumerated() {
      value(decorator, into: decorators + index * 2)
    }
    let register = takeRegisters(3)
    makeFunction(
      definition.name.name, Parameters(), definition.scope, into: register, isClassBody: true
    ) { compiler in
      compiler.takeDocumentation(of: definition.body)
      compiler.compile(definition.body)
      let names = compiler.takeRegisters()
      compiler.emit(Instruction(.collectNames, a: names))
      compiler.emit(Instruction(.returnValue, a: names))
    }
    gather(definition.arguments, positional: register + 1, keywords: register + 2, isCall: false)
    emit(Instruction(.buildClass, a: register, b: register))
    apply(definition.decorators, at: decorators, to: register)
    store(register, to: definition.name.name)
  }

  /// Calls decorators, which stand in every second register, from the innermost outwards.
  private func apply(_ decorators: [Expression], at first: Int, to register: Int) {
    for (index, decorator) in decorators.enumerated().reversed() {
      at(decorator.span) {
        releasing {
          let callee = takeRegisters(2)
          emit(Instruction(.move, a: callee, b: first + index * 2))
          emit(Instruction(.move, a: callee + 1, b: register))
          emit(Instruction(.call, a: callee, b: 1, c: register))
        }
      }
    }
  }

  func makeLambda(_ lambda: Lambda, into target: Int) {
    makeFunction("<lambda>", lambda.parameters, lambda.scope, into: target) { compiler in
      compiler.emit(Instruction(.returnValue, a: compiler.operand(lambda.body)))
    }
  }

  /// The qualified name of a function defined here.
  private func qualifiedName(of inner: String) -> String {
    guard let scope, !scope.globals.contains(inner) else { return inner }
    if isClassBody { return "\(qualifiedName).\(inner)" }
    return "\(qualifiedName).<locals>.\(inner)"
  }

  private func makeFunction(
    _ name: String, _ parameters: Parameters, _ scope: Scope, into target: Int,
    isClassBody: Bool = false, _ body: @escaping (FunctionCompiler) -> Void
  ) {
    releasing {
      let (shape, defaults) = shape(of: parameters)
      let first = takeRegisters(defaults.count)
      for (index, value) in defaults.enumerated() { self.value(value, into: first + index) }
      let code = FunctionCompiler.compile(
        unit: unit, name: name, qualifiedName: qualifiedName(of: name), scope: scope, span: span,
        parameters: shape, captures: scope.free.compactMap(capture), isClassBody: isClassBody, body)
      if defaults.count > 255 {
        unit.reportUnsupported(
          "a function with more than 255 defaults", span, help: "take a list instead")
      }
      emit(Instruction(.makeFunction, a: target, b: add(code), c: first, d: defaults.count))
    }
  }

  /// The shape of parameters, with their defaults in the order in which the function holds them.
  private func shape(of parameters: Parameters) -> (ParameterShape, [Expression]) {
    var shape = ParameterShape()
    shape.positionalOnly = parameters.positionalOnly.count
    let positional = parameters.positionalOnly + parameters.ordinary
    shape.positional = positional.count
    shape.keywordOnly = parameters.keywordOnly.count
    shape.hasRest = parameters.rest != nil
    shape.hasKeywordRest = parameters.keywordRest != nil
    var defaults = positional.compactMap(\.defaultValue)
    shape.positionalDefaults = defaults.count
    for parameter in parameters.keywordOnly {
      if let value = parameter.defaultValue {
        shape.keywordDefaults.append(defaults.count)
        defaults.append(value)
      } else {
        shape.keywordDefaults.append(nil)
      }
    }
    return (shape, defaults)
  }

  /// A function of one parameter, the iterator of the first clause, that is called at once; or the same
  /// among the instructions of this function.
  func comprehension(_ comprehension: Comprehension, into target: Int) {
    guard let first = comprehension.clauses.first else { return }
    if comprehension.scope.isInlined, !isClassBody {
      return inlined(comprehension, first, into: target)
    }
    releasing {
      let callee = takeRegisters(2)
      let shape = {
        var shape = ParameterShape(); shape.positional = 1; return shape
      }()
      let span = span
      let code = FunctionCompiler.compile(
        unit: unit, name: comprehension.kind.codeName,
        qualifiedName: qualifiedName(of: comprehension.kind.codeName), scope: comprehension.scope,
        span: span,
        parameters: shape, captures: comprehension.scope.free.compactMap(capture)
      ) { $0.body(of: comprehension) }
      emit(Instruction(.makeFunction, a: callee, b: add(code), c: callee, d: 0))
      at(first.iterable.span) {
        releasing { emit(Instruction(.makeIterator, a: callee + 1, b: iterated(first.iterable))) }
      }
      emit(Instruction(.call, a: callee, b: 1, c: target))
    }
  }

  private func inlined(
    _ comprehension: Comprehension, _ first: Comprehension.Clause, into target: Int
  ) {
    releasing {
      let iterator = takeRegisters()
      at(first.iterable.span) {
        releasing { emit(Instruction(.makeIterator, a: iterator, b: iterated(first.iterable))) }
      }
      var variables: [String: Int] = [:]
      for name in comprehension.scope.locals where name != ".0" {
        variables[name] = takeRegisters()
      }
      inline(comprehension.kind.codeName, variables: variables) {
        for name in comprehension.scope.locals {
          if let register = variables[name] { emit(Instruction(.loadUnbound, a: register)) }
        }
        let result = takeRegisters()
        collect(comprehension, into: result, from: iterator)
        emit(Instruction(.move, a: target, b: result))
      }
    }
  }

  private func body(of comprehension: Comprehension) {
    if comprehension.kind == .generator {
      compile(comprehension.clauses[...], from: 0) { [self] in
        yield(operand(comprehension.element), into: takeRegisters())
      }
      emit(Instruction(.returnNone))
      return
    }
    let result = takeRegisters()
    collect(comprehension, into: result, from: 0)
    emit(Instruction(.returnValue, a: result))
  }

  /// - Parameter iterator: the register of the iterator of the first clause.
  private func collect(_ comprehension: Comprehension, into result: Int, from iterator: Int) {
    let build: Opcode =
      switch comprehension.kind {
      case .dictionary: .buildDictionary
      case .set: .buildSet
      case .list, .generator: .buildList
      }
    emit(Instruction(build, a: result, b: result, c: 0))
    compile(comprehension.clauses[...], from: iterator) { [self] in
      let element = operand(comprehension.element)
      if let value = comprehension.value {
        emit(Instruction(.storeInDictionary, a: result, b: element, c: operand(value)))
      } else {
        emit(
          Instruction(
            comprehension.kind == .set ? .addToSet : .appendToList, a: result, b: element))
      }
    }
  }

  /// Nests the clauses' loops around `innermost`.
  ///
  /// - Parameter given: the register of the iterator of the first of them; `nil` where it has yet to be
  ///   made.
  private func compile(
    _ clauses: ArraySlice<Comprehension.Clause>, from given: Int?, _ innermost: () -> Void
  ) {
    guard let clause = clauses.first else { return innermost() }
    releasing {
      let top = makeLabel()
      let next = makeLabel()
      let iterator = given ?? takeRegisters()
      if given == nil {
        at(clause.iterable.span) {
          releasing { emit(Instruction(.makeIterator, a: iterator, b: iterated(clause.iterable))) }
        }
      }
      let before = assigned
      emitJump(.jump, to: next)
      place(top)
      let element = loopRegister(for: clause.target)
      store(element, to: clause.target)
      for condition in clause.conditions { branch(condition, when: false, to: next) }
      releasing { compile(clauses.dropFirst(), from: nil, innermost) }
      place(next)
      at(clause.iterable.span) {
        emit(Instruction(.nextOrExit, a: element, b: iterator))
        emitJumpWord(to: top)
      }
      assigned = before
    }
  }
}

extension FunctionCompiler {
  /// Where the values of a clause go: to its variable at once, if it has just one.
  private func loopRegister(for target: Expression) -> Int {
    if case .name(let name) = target.kind, let register = directTarget(name) { return register }
    return takeRegisters()
  }
}

extension Comprehension.Kind {
  /// The name that Python gives to the code.
  fileprivate var codeName: String {
    switch self {
    case .list: "<listcomp>"
    case .set: "<setcomp>"
    case .dictionary: "<dictcomp>"
    case .generator: "<genexpr>"
    }
  }
}
