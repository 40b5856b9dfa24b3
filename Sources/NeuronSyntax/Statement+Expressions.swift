extension Statement {
  /// The expressions that stand in a statement itself, not in its blocks: targets, values, defaults
  /// and decorators, but no annotations.
  func forEachExpression(_ visit: (Expression) -> Void) {
    switch kind {
    case .expression(let value): visit(value)
    case .assign(let targets, let value):
      visit(value)
      targets.forEach(visit)
    case .augmentedAssign(let target, _, let value):
      visit(target)
      visit(value)
    case .annotatedAssign(let target, _, let value):
      visit(target)
      value.map(visit)
    case .function(let function):
      function.decorators.forEach(visit)
      function.parameters.defaultValues.forEach(visit)
    case .classDefinition(let definition):
      definition.decorators.forEach(visit)
      for argument in definition.arguments { visit(argument.value) }
    case .return(let value): value.map(visit)
    case .if(let test, _, _), .while(let test, _, _): visit(test)
    case .for(let target, let iterable, _, _):
      visit(iterable)
      visit(target)
    case .delete(let targets): targets.forEach(visit)
    case .assert(let test, let message):
      visit(test)
      message.map(visit)
    case .raise(let exception, let cause):
      exception.map(visit)
      cause.map(visit)
    case .try(_, let handlers, _, _):
      for handler in handlers { handler.type.map(visit) }
    case .with(let items, _):
      for item in items {
        visit(item.context)
        item.target.map(visit)
      }
    case .break, .continue, .pass, .import, .importFrom, .global, .nonlocal, .unsupported: break
    }
  }

  /// The annotations that stand in a statement itself.
  func forEachAnnotation(_ visit: (Expression) -> Void) {
    switch kind {
    case .annotatedAssign(_, let annotation, _): visit(annotation)
    case .function(let function):
      for parameter in function.parameters.all { parameter.annotation.map(visit) }
      function.returns.map(visit)
    default: break
    }
  }
}
