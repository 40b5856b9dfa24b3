import SourceText

extension TreeWriter {
  mutating func write(_ statement: Statement) {
    let span = statement.span
    switch statement.kind {
    case .expression(let value): node("expression", span) { $0.write(value) }
    case .assign(let targets, let value):
      node("assign", span) {
        $0.write(targets)
        $0.write(value)
      }
    case .augmentedAssign(let target, let operation, let value):
      node("assign \(operation.rawValue)=", span) {
        $0.write(target)
        $0.write(value)
      }
    case .annotatedAssign(let target, let annotation, let value):
      node("assign", span) {
        $0.write(target)
        $0.group("annotation", annotation)
        $0.group("value", value)
      }
    case .return(let value): node("return", span) { writer in value.map { writer.write($0) } }
    case .break: node("break", span)
    case .continue: node("continue", span)
    case .pass: node("pass", span)
    case .import(let names): node("import", span) { $0.write(names) }
    case .importFrom(let module, let level, let names):
      node("from \(String(repeating: ".", count: level))\(module.name) import", span) {
        if let names { $0.write(names) } else { $0.node("*") }
      }
    case .global(let names): node("global", span) { $0.write(names) }
    case .nonlocal(let names): node("nonlocal", span) { $0.write(names) }
    case .delete(let targets): node("delete", span) { $0.write(targets) }
    case .assert(let test, let message):
      node("assert", span) {
        $0.write(test)
        $0.group("message", message)
      }
    case .raise(let exception, let cause):
      node("raise", span) { writer in
        exception.map { writer.write($0) }
        writer.group("from", cause)
      }
    case .unsupported(let construct): node("unsupported: \(construct)", span)
    case .function, .classDefinition, .if, .while, .for, .try, .with: writeBlocks(statement)
    }
  }

  private mutating func write(_ names: [ImportedName]) {
    for imported in names {
      let alias = imported.alias.map { " as \($0.name)" } ?? ""
      node("name \(imported.name.name)\(alias)", imported.name.span)
    }
  }

  private mutating func write(_ names: [Identifier]) {
    for name in names { node("name \(name.name)", name.span) }
  }

  private mutating func writeBlocks(_ statement: Statement) {
    let span = statement.span
    switch statement.kind {
    case .function(let function): write(function, span)
    case .classDefinition(let definition):
      node("class \(definition.name.name)", span) {
        $0.group("decorators", definition.decorators) { $0.write($1) }
        $0.group("arguments", definition.arguments) { $0.write([$1]) }
        $0.write(definition.scope)
        $0.group("body", definition.body)
      }
    case .if(let test, let body, let orElse):
      node("if", span) { $0.write(test, body, orElse) }
    case .while(let test, let body, let orElse):
      node("while", span) { $0.write(test, body, orElse) }
    case .for(let target, let iterable, let body, let orElse):
      node("for", span) {
        $0.write(target)
        $0.write(iterable, body, orElse)
      }
    case .try(let body, let handlers, let orElse, let finally):
      node("try", span) {
        $0.group("body", body)
        for handler in handlers { $0.write(handler) }
        $0.group("else", orElse)
        $0.group("finally", finally)
      }
    case .with(let items, let body):
      node("with", span) {
        for item in items {
          $0.write(item.context)
          $0.group("as", item.target)
        }
        $0.group("body", body)
      }
    default: break
    }
  }

  private mutating func write(_ head: Expression, _ body: [Statement], _ orElse: [Statement]) {
    write(head)
    group("body", body)
    group("else", orElse)
  }

  private mutating func write(_ handler: ExceptionHandler) {
    node("except" + (handler.name.map { " as \($0.name)" } ?? ""), handler.span) { writer in
      handler.type.map { writer.write($0) }
      writer.group("body", handler.body)
    }
  }

  private mutating func write(_ function: FunctionDefinition, _ span: Span) {
    node("function \(function.name.name)", span) {
      $0.group("decorators", function.decorators) { $0.write($1) }
      $0.write(function.parameters)
      $0.group("returns", function.returns)
      $0.write(function.scope)
      $0.group("body", function.body)
    }
  }
}
