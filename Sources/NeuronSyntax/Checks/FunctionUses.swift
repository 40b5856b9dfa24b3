import SourceText

/// What the body of a function uses, assigns and returns, inner functions left out: what these use is
/// in the function's cells.
struct FunctionUses {
  var names: Set<String> = []
  /// Names assigned by a plain `name = value`, where the assignment is all that the line is for.
  private(set) var assigned: [Identifier] = []
  /// `return name`.
  private(set) var returned: [Identifier] = []
  /// Whether something in it could not be read, or looks names up by itself.
  private(set) var isUncertain = false
  /// In the body of a `try` a value may be computed only to see whether it can be.
  private var isInTry = false

  func lacks(_ name: String) -> Bool {
    !names.contains(name) && !name.hasPrefix("_")
  }

  mutating func collect(_ body: [Statement]) {
    for statement in body { collect(statement) }
  }

  private mutating func collect(_ statement: Statement) {
    statement.forEachAnnotation { collect($0) }
    switch statement.kind {
    case .assign(let targets, let value):
      collect(value)
      for target in targets { collectTarget(target, value) }
      return
    case .annotatedAssign(let target, _, let value):
      value.map { collect($0) }
      collectTarget(target, value)
      return
    case .return(let value?):
      if case .name(let name) = value.kind { returned.append(Identifier(name, value.span)) }
    case .unsupported: isUncertain = true
    default: break
    }
    statement.forEachExpression { collect($0) }
    switch statement.kind {
    // Closures over what only annotations name are none of the function's cells.
    case .function(let inner): collectAnnotations(of: inner.body)
    case .try(let body, let handlers, let orElse, let finally):
      let outer = isInTry
      isInTry = true
      collect(body)
      isInTry = outer
      for handler in handlers { collect(handler.body) }
      collect(orElse)
      collect(finally)
    default: statement.forEachBlock { collect($0) }
    }
  }

  private mutating func collectAnnotations(of body: [Statement]) {
    for statement in body {
      statement.forEachAnnotation { collect($0) }
      statement.forEachBlock { collectAnnotations(of: $0) }
    }
  }

  private mutating func collectTarget(_ target: Expression, _ value: Expression?) {
    guard case .name(let name) = target.kind else { return collect(target) }
    if let value, !isInTry, !value.isYield { assigned.append(Identifier(name, target.span)) }
  }

  private mutating func collect(_ expression: Expression) {
    switch expression.kind {
    case .name(let name):
      names.insert(name)
      if name == "locals" || name == "vars" || name == "eval" || name == "exec" {
        isUncertain = true
      }
    case .unsupported: isUncertain = true
    default: expression.forEachChild { collect($0) }
    }
  }
}

extension Expression {
  /// Whether it is what a caller sends into a generator.
  fileprivate var isYield: Bool {
    switch kind {
    case .yield, .yieldFrom: true
    default: false
    }
  }
}
