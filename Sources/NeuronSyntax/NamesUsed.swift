import SourceText

extension ReadText {
  /// The names whose values are asked for on the lines of a span, each once, from left to right.
  /// Attributes, keywords of calls and names that are only bound there are not among them.
  public func namesUsed(onLinesOf span: Span) -> [String] {
    var found: [(name: String, start: Int)] = []
    let lines = linesAround(span)
    func visit(_ expression: Expression) {
      if case .name(let name) = expression.kind, expression.span.start >= lines.start,
        expression.span.end <= lines.end
      {
        found.append((name, expression.span.start))
      }
      expression.forEachChild(visit)
    }
    func visit(_ statement: Statement) {
      guard statement.span.start <= lines.end, statement.span.end >= lines.start else { return }
      switch statement.kind {
      case .assign(let targets, let value):
        visit(value)
        for target in targets { visitTarget(target, visit) }
      case .annotatedAssign(let target, _, let value):
        value.map(visit)
        visitTarget(target, visit)
      case .for(let target, let iterable, _, _):
        visit(iterable)
        visitTarget(target, visit)
      default: statement.forEachExpression(visit)
      }
      statement.forEachBlock { for inner in $0 { visit(inner) } }
    }
    for statement in module.body { visit(statement) }
    var seen: Set<String> = []
    return found.sorted { $0.start < $1.start }.map(\.name).filter { seen.insert($0).inserted }
  }

  private func linesAround(_ span: Span) -> Span {
    let utf8 = module.source.utf8
    var start = min(max(span.start, 0), utf8.count)
    while start > 0, !isLineEnd(utf8[start - 1]) { start -= 1 }
    var end = min(max(span.end, start), utf8.count)
    while end < utf8.count, !isLineEnd(utf8[end]) { end += 1 }
    return Span(start, end)
  }
}

/// The parts of a target that are asked for: `xs` and `i` of `xs[i]`, but not `x`.
private func visitTarget(_ target: Expression, _ visit: (Expression) -> Void) {
  switch target.kind {
  case .name: break
  case .tuple(let elements), .list(let elements):
    for element in elements { visitTarget(element, visit) }
  case .starred(let value): visitTarget(value, visit)
  default: visit(target)
  }
}
