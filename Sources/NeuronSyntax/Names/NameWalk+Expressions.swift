import SourceText

extension NameWalk {
  mutating func walk(_ expression: Expression?) {
    if let expression { walk(expression) }
  }

  mutating func walk(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): use(name, expression.span)
    case .named(let name, let value):
      walk(value)
      define(name.name, name.span)
    case .attribute(let object, let name): useAttribute(object, name)
    case .call(let function, let arguments): walkCall(function, arguments)
    case .lambda(let lambda): walk(lambda)
    case .comprehension(let comprehension): walk(comprehension)
    default: expression.forEachChild { walk($0) }
    }
  }

  private mutating func walkCall(_ function: Expression, _ arguments: [Argument]) {
    let callee = walkNamed(function)
    for argument in arguments {
      if let callee, case .keyword(let keyword) = argument.kind {
        keywords.append(
          KeywordUse(callee: callee, cell: cell, name: keyword.name, span: keyword.span))
      }
      if case .lambda(let lambda) = argument.value.kind {
        walk(lambda, isArgument: true)
      } else {
        walk(argument.value)
      }
    }
  }

  /// Walks what may have a meaning of its own.
  /// - Returns: the use that it is.
  private mutating func walkNamed(_ expression: Expression) -> UseReference? {
    switch expression.kind {
    case .name(let name): return .name(use(name, expression.span))
    case .attribute(let object, let name): return useAttribute(object, name).map { .attribute($0) }
    default:
      walk(expression)
      return nil
    }
  }

  /// Notes an attribute that is used, or bound.
  /// - Returns: its index among `attributes`; `nil` where its object has no name.
  @discardableResult
  mutating func useAttribute(
    _ object: Expression, _ name: Identifier, isBound: Bool = false
  ) -> Int? {
    guard let reference = walkNamed(object) else { return nil }
    attributes.append(
      AttributeUse(
        object: reference, cell: cell, name: name.name, span: name.span, isBound: isBound))
    return attributes.count - 1
  }

  private mutating func walk(_ comprehension: Comprehension) {
    if let first = comprehension.clauses.first { walk(first.iterable) }
    levels.append(
      NameLevel(
        .comprehension, locals: Set(comprehension.scope.locals),
        globals: comprehension.scope.globals))
    for (index, clause) in comprehension.clauses.enumerated() {
      if index > 0 { walk(clause.iterable) }
      bindTarget(clause.target)
      for condition in clause.conditions { walk(condition) }
    }
    walk(comprehension.element)
    walk(comprehension.value)
    leave()
  }

  /// Annotations are never evaluated; what stands in them means what it would mean.
  mutating func walkAnnotation(_ annotation: Expression) {
    switch annotation.kind {
    case .lambda, .comprehension, .named: break
    case .name(let name): use(name, annotation.span)
    default: annotation.forEachChild { walkAnnotation($0) }
    }
  }
}
