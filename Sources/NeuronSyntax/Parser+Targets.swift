import SourceText

/// What may stand on the left of `=`. Targets are read as expressions and checked afterwards, as it
/// is only known at the `=` that they are targets.
extension Parser {
  /// The targets of `for`: up to `in`, which must not be taken for a comparison.
  mutating func targetList() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    let first = try starTarget()
    var result = first
    if next == .comma {
      var elements = [first]
      while accept(.comma), next != .in { elements.append(try starTarget()) }
      try grow()
      result = Expression(.tuple(elements), span(from: start))
    }
    try checkTarget(result)
    return result
  }

  mutating func starTarget() throws(SyntaxFault) -> Expression {
    next == .star ? try starExpression() : try binary(1)
  }

  /// Refuses what cannot be assigned to. `isHere` says that `=` follows, perhaps meant as `==`.
  func checkTarget(_ target: Expression, isHere: Bool = false) throws(SyntaxFault) {
    if case .starred = target.kind {
      throw fault("starred assignment target must be in a list or tuple", target.span)
    }
    try checkTargetPart(target, isHere: isHere)
  }

  private func checkTargetPart(_ target: Expression, isHere: Bool) throws(SyntaxFault) {
    switch target.kind {
    case .name("__debug__"): throw fault("cannot assign to __debug__", target.span)
    case .name, .attribute, .subscript: return
    case .starred(let value): try checkTargetPart(value, isHere: false)
    case .tuple(let elements), .list(let elements):
      var starCount = 0
      for element in elements {
        if case .starred = element.kind { starCount += 1 }
        try checkTargetPart(element, isHere: false)
      }
      if starCount > 1 {
        throw fault("multiple starred expressions in assignment", target.span)
      }
    default: throw cannotAssign(to: target, isHere: isHere)
    }
  }

  func checkDeletable(_ target: Expression) throws(SyntaxFault) {
    switch target.kind {
    case .name, .attribute, .subscript: return
    case .tuple(let elements), .list(let elements):
      for element in elements { try checkDeletable(element) }
    default: throw fault("cannot delete \(description(of: target))", target.span)
    }
  }

  func checkAugmentedTarget(_ target: Expression) throws(SyntaxFault) {
    switch target.kind {
    case .name, .attribute, .subscript: return
    default:
      throw fault(
        "'\(description(of: target))' is an illegal expression for augmented assignment",
        target.span)
    }
  }

  /// Whether `:` after this is meant for an annotation, and not a slip of another kind.
  func canBeAnnotated(_ target: Expression) -> Bool {
    switch target.kind {
    case .name, .attribute, .subscript, .tuple, .list: second != .newline
    default: false
    }
  }

  func checkAnnotatedTarget(_ target: Expression) throws(SyntaxFault) {
    switch target.kind {
    case .tuple: throw fault("only single target (not tuple) can be annotated", target.span)
    case .list: throw fault("only single target (not list) can be annotated", target.span)
    default: return
    }
  }

  func cannotAssign(to target: Expression, isHere: Bool) -> SyntaxFault {
    let name = description(of: target)
    var suggestsEqual = isHere
    switch target.kind {
    case .constant(.true), .constant(.false), .constant(.none), .list, .tuple,
      .conditional, .lambda, .boolean, .comparison, .starred:
      suggestsEqual = false
    case .comprehension(let comprehension) where comprehension.kind == .generator:
      suggestsEqual = false
    case .unary(.not, _): suggestsEqual = false
    default: break
    }
    return fault(
      "cannot assign to \(name)"
        + (suggestsEqual ? " here. Maybe you meant '==' instead of '='?" : ""), target.span,
      help: suggestsEqual ? "the name to bind stands on the left of `=`" : nil)
  }

  /// CPython's words for a kind of expression.
  func description(of expression: Expression) -> String {
    switch expression.kind {
    case .name: "name"
    case .constant(.none): "None"
    case .constant(.true): "True"
    case .constant(.false): "False"
    case .constant(.ellipsis): "ellipsis"
    case .integer, .float, .string: "literal"
    case .formatted: "f-string expression"
    case .list: "list"
    case .tuple: "tuple"
    case .set: "set display"
    case .dictionary: "dict literal"
    case .unary, .binary, .boolean: "expression"
    case .comparison: "comparison"
    case .conditional: "conditional expression"
    case .call: "function call"
    case .attribute: "attribute"
    case .subscript: "subscript"
    case .slice: "slice"
    case .lambda: "lambda"
    case .starred: "starred"
    case .named: "named expression"
    case .yield, .yieldFrom: "yield expression"
    case .unsupported(let construct): construct
    case .comprehension(let comprehension):
      switch comprehension.kind {
      case .list: "list comprehension"
      case .set: "set comprehension"
      case .dictionary: "dict comprehension"
      case .generator: "generator expression"
      }
    }
  }
}
