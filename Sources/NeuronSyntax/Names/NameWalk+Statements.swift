import SourceText

extension NameWalk {
  mutating func walk(_ statement: Statement) {
    switch statement.kind {
    case .assign(let targets, let value):
      if case .lambda(let lambda) = value.kind {
        let meaning = walk(lambda)
        for target in targets { bindTarget(target, to: meaning) }
      } else {
        walk(value)
        for target in targets { bindTarget(target) }
      }
    case .augmentedAssign(let target, _, let value):
      walk(target)
      walk(value)
      if case .name(let name) = target.kind { noteChange(of: name) }
    case .annotatedAssign(let target, let annotation, let value):
      walk(value)
      walkAnnotation(annotation)
      declare(target, isBound: value != nil)
    case .function(let function): walk(function)
    case .classDefinition(let definition): walk(definition)
    case .import(let names): for name in names { walk(name) }
    case .importFrom(let module, let level, let names): walk(module, level, names)
    case .global(let names), .nonlocal(let names):
      for name in names { use(name.name, name.span) }
    case .delete(let targets):
      for target in targets {
        walk(target)
        if case .name(let name) = target.kind { unbind(name) }
      }
    case .if, .while, .for, .try, .with: walkBlocks(statement)
    case .expression, .return, .assert, .raise: statement.forEachExpression { walk($0) }
    case .break, .continue, .pass, .unsupported: break
    }
  }

  private mutating func walk(_ name: ImportedName) {
    let path = name.alias == nil ? name.boundName : name.name.name
    let span =
      name.alias?.span ?? Span(name.name.span.start, name.name.span.start + path.utf8.count)
    define(name.boundName, span, .imported(path: path))
  }

  private mutating func walk(_ module: Identifier, _ level: Int, _ names: [ImportedName]?) {
    guard let names else { return forgetAll() }
    for name in names {
      let bound = name.alias ?? name.name
      let isHere = level > 0
      define(
        bound.name, bound.span,
        .imported(path: isHere ? name.name.name : "\(module.name).\(name.name.name)"))
    }
  }

  // MARK: Targets

  mutating func bindTarget(_ target: Expression) {
    switch target.kind {
    case .name(let name): define(name, target.span)
    case .tuple(let elements), .list(let elements): for element in elements { bindTarget(element) }
    case .starred(let value): bindTarget(value)
    case .attribute(let object, let name): useAttribute(object, name, isBound: true)
    default: walk(target)
    }
  }

  /// `x: int = 3`, or `x: int` alone, which in the body of a class names a field.
  private mutating func declare(_ target: Expression, isBound: Bool) {
    if isBound { return bindTarget(target) }
    guard case .name(let name) = target.kind else { return walk(target) }
    guard let level = levels.last, level.kind == .classBody else { return }
    let definition = addDefinition(name, target.span, .attribute)
    levels[levels.count - 1].declared[name] = definition
  }

  /// `f = lambda x: …` can be called by the names of the lambda's parameters.
  private mutating func bindTarget(_ target: Expression, to meaning: FunctionMeaning) {
    guard case .name(let name) = target.kind else { return bindTarget(target) }
    functions[define(name, target.span)] = meaning
  }

  // MARK: Blocks

  /// Walks blocks one of which runs, or none of them.
  private mutating func walkBranches(
    isOneTaken: Bool, _ branches: [(inout NameWalk) -> Bool]
  ) {
    let level = levels.count - 1
    var endings: [[String: Int?]] = isOneTaken ? [] : [[:]]
    for branch in branches {
      let mark = levels[level].beginBranch()
      let isLeft = branch(&self)
      let ending = levels[level].endBranch(mark)
      if !isLeft { endings.append(ending) }
    }
    levels[level].join(endings)
  }

  private mutating func walkBlocks(_ statement: Statement) {
    switch statement.kind {
    case .if(let test, let body, let orElse):
      walk(test)
      let isBodyRun = mayHaveRun(body, unless: orElse)
      let isElseRun = mayHaveRun(orElse, unless: body)
      // Whose end nobody has seen counts as one that is left.
      walkBranches(
        isOneTaken: true,
        [
          { $0.walkBranch(body) || !isBodyRun && isElseRun },
          { $0.walkBranch(orElse) || !isElseRun && isBodyRun },
        ])
    case .while(let test, let body, let orElse):
      notingTurns { walk in
        walk.walkBranches(
          isOneTaken: false,
          [
            { walk in
              walk.inLoop {
                $0.walk(test)
                $0.walk(body)
              }
              return false
            }
          ])
      }
      walkBranches(isOneTaken: false, [{ $0.walkBranch(orElse) }])
    case .for(let target, let iterable, let body, let orElse):
      walk(iterable)
      let isRun = wasRun(body) == true || wasRun(target.span) == true
      notingTurns { walk in
        walk.walkBranches(
          isOneTaken: false,
          [
            { walk in
              walk.inLoop {
                $0.walk(isCertain: isRun) { $0.bindTarget(target) }
                $0.walk(body)
              }
              return false
            }
          ])
      }
      walkBranches(isOneTaken: false, [{ $0.walkBranch(orElse) }])
    case .try(let body, let handlers, let orElse, let finally):
      walkTry(body, handlers, orElse)
      walk(finally)
    case .with(let items, let body):
      for item in items {
        walk(item.context)
        item.target.map { bindTarget($0) }
      }
      walk(body)
    default: break
    }
  }

  /// - Returns: whether it ends in leaving what is after it unseen.
  private mutating func walkBranch(_ body: [Statement]) -> Bool {
    walk(body)
    switch body.last?.kind {
    case .raise, .return: return true
    default: return false
    }
  }

  /// Whether what a branch binds may hold after it: it was run, as far as is known, and where only one of
  /// two was, the other was not.
  private func mayHaveRun(_ body: [Statement], unless other: [Statement]) -> Bool {
    wasRun(body) != false && !(isRunOnce && wasRun(other) == true)
  }

  /// A handler sees what the body may have bound.
  private mutating func walkTry(
    _ body: [Statement], _ handlers: [ExceptionHandler], _ orElse: [Statement]
  ) {
    let level = levels.count - 1
    let runs = handlers.map { wasRun($0.body) }
    // What was run once either came to its end or to one of the handlers.
    let isEndSeen = !isRunOnce || !runs.contains(true)
    let mark = levels[level].beginBranch()
    walk(isCertain: false) { $0.walk(body) }
    let isLeft = walkBranch(orElse)
    let ending = levels[level].endBranch(mark)
    var endings = isLeft || !isEndSeen ? [] : [ending]
    for (handler, isRun) in zip(handlers, runs) {
      let mark = levels[level].beginBranch()
      levels[level].join([[:], ending])
      let isLeft = walk(handler)
      let handled = levels[level].endBranch(mark)
      if !isLeft, isRun != false { endings.append(handled) }
    }
    levels[level].join(endings)
  }

  /// The name of a handler is bound in its body only.
  private mutating func walk(_ handler: ExceptionHandler) -> Bool {
    walk(handler.type)
    if let name = handler.name { define(name.name, name.span) }
    let isLeft = walkBranch(handler.body)
    if let name = handler.name { unbind(name.name) }
    return isLeft
  }
}
