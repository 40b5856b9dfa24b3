import SourceText

extension TreeWriter {
  mutating func write(_ expression: Expression) {
    let span = expression.span
    switch expression.kind {
    case .name(let name): node("name \(name)", span)
    case .constant(let constant): node(word(for: constant), span)
    case .integer(let literal):
      let prefix = [2: "0b", 8: "0o", 16: "0x"][literal.radix] ?? ""
      node("integer \(prefix)\(literal.digits)", span)
    case .float(let value): node("float \(value)", span)
    case .string(let text): node("string '\(visible(text))'", span)
    case .formatted(let pieces): node("formatted", span) { $0.write(pieces) }
    case .list(let elements): node("list", span) { $0.write(elements) }
    case .tuple(let elements): node("tuple", span) { $0.write(elements) }
    case .set(let elements): node("set", span) { $0.write(elements) }
    case .dictionary(let entries): node("dictionary", span) { $0.write(entries) }
    case .unary(let operation, let value):
      node("unary \(operation.rawValue)", span) { $0.write(value) }
    case .binary(let operation, let left, let right):
      node("binary \(operation.rawValue)", span) { $0.write([left, right]) }
    case .boolean(let operation, let operands):
      node(operation.rawValue, span) { $0.write(operands) }
    case .comparison(let first, let links):
      let operations = links.map(\.operation.rawValue).joined(separator: ", ")
      node("compare \(operations)", span) { $0.write([first] + links.map(\.operand)) }
    case .conditional(let test, let then, let orElse):
      node("conditional", span) {
        $0.write(test)
        $0.group("then", then)
        $0.group("else", orElse)
      }
    case .starred(let value): node("starred", span) { $0.write(value) }
    case .named(let name, let value): node("named \(name.name)", span) { $0.write(value) }
    case .yield(let value): node("yield", span) { writer in value.map { writer.write($0) } }
    case .yieldFrom(let value): node("yield from", span) { $0.write(value) }
    case .unsupported(let construct): node("unsupported: \(construct)", span)
    case .call, .attribute, .subscript, .slice, .lambda, .comprehension: writeLarger(expression)
    }
  }

  private mutating func writeLarger(_ expression: Expression) {
    let span = expression.span
    switch expression.kind {
    case .call(let function, let arguments):
      node("call", span) {
        $0.write(function)
        $0.write(arguments)
      }
    case .attribute(let value, let name): node("attribute \(name.name)", span) { $0.write(value) }
    case .subscript(let value, let index): node("subscript", span) { $0.write([value, index]) }
    case .slice(let lower, let upper, let step):
      node("slice", span) {
        $0.group("lower", lower)
        $0.group("upper", upper)
        $0.group("step", step)
      }
    case .lambda(let lambda):
      node("lambda", span) {
        $0.write(lambda.parameters)
        $0.write(lambda.scope)
        $0.group("body", lambda.body)
      }
    case .comprehension(let comprehension):
      node("\(comprehension.kind) comprehension", span) { $0.write(comprehension) }
    default: break
    }
  }

  private func word(for constant: Constant) -> String {
    switch constant {
    case .none: "None"
    case .true: "True"
    case .false: "False"
    case .ellipsis: "..."
    }
  }

  private mutating func write(_ pieces: [FormatPiece]) {
    for piece in pieces {
      switch piece {
      case .literal(let text): node("literal '\(visible(text))'")
      case .field(let value, let conversion, let specification):
        node("field" + (conversion.map { " !\($0)" } ?? "")) {
          $0.write(value)
          $0.group("format", [specification].filter { !$0.isEmpty }) { $0.write($1) }
        }
      }
    }
  }

  private mutating func write(_ entries: [(key: Expression?, value: Expression)]) {
    for (key, value) in entries {
      node(key == nil ? "**" : "entry") { writer in
        key.map { writer.write($0) }
        writer.write(value)
      }
    }
  }

  private mutating func write(_ comprehension: Comprehension) {
    write(comprehension.scope)
    group("element", comprehension.element)
    group("value", comprehension.value)
    for clause in comprehension.clauses {
      node("for") {
        $0.write([clause.target, clause.iterable])
        $0.group("if", clause.conditions) { $0.write($1) }
      }
    }
  }
}
