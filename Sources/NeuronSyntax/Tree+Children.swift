// One place that knows which expressions an expression is made of, for whoever walks trees.

extension Expression {
  /// Calls `visit` with each part, in the order of evaluation. The parts of a lambda are its
  /// default values and its body; of a comprehension, its clauses before its element.
  func forEachChild(_ visit: (Expression) -> Void) {
    switch kind {
    case .name, .constant, .integer, .float, .string, .unsupported: break
    case .formatted(let pieces): pieces.forEachExpression(visit)
    case .list(let elements), .tuple(let elements), .set(let elements): elements.forEach(visit)
    case .dictionary(let entries):
      for (key, value) in entries {
        if let key { visit(key) }
        visit(value)
      }
    case .unary(_, let value), .starred(let value), .named(_, let value), .attribute(let value, _),
      .yieldFrom(let value):
      visit(value)
    case .yield(let value): value.map(visit)
    case .binary(_, let left, let right), .subscript(let left, let right):
      visit(left)
      visit(right)
    case .boolean(_, let operands): operands.forEach(visit)
    case .comparison(let first, let links):
      visit(first)
      for link in links { visit(link.operand) }
    case .conditional(let test, let then, let orElse):
      visit(test)
      visit(then)
      visit(orElse)
    case .call(let function, let arguments):
      visit(function)
      for argument in arguments { visit(argument.value) }
    case .slice(let lower, let upper, let step):
      for part in [lower, upper, step] { part.map(visit) }
    case .lambda(let lambda):
      lambda.parameters.defaultValues.forEach(visit)
      visit(lambda.body)
    case .comprehension(let comprehension):
      for clause in comprehension.clauses {
        visit(clause.iterable)
        visit(clause.target)
        clause.conditions.forEach(visit)
      }
      visit(comprehension.element)
      comprehension.value.map(visit)
    }
  }

  /// Puts each part through `update`. Lambdas and comprehensions are left as they are: their parts
  /// belong to scopes of their own.
  mutating func updateChildren(_ update: (inout Expression) -> Void) {
    switch kind {
    case .name, .constant, .integer, .float, .string, .unsupported, .lambda, .comprehension: break
    case .formatted(var pieces):
      pieces.updateExpressions(update)
      kind = .formatted(pieces)
    case .list(var elements):
      elements.updateEach(update)
      kind = .list(elements)
    case .tuple(var elements):
      elements.updateEach(update)
      kind = .tuple(elements)
    case .set(var elements):
      elements.updateEach(update)
      kind = .set(elements)
    case .dictionary(var entries):
      for index in entries.indices {
        if var key = entries[index].key {
          update(&key)
          entries[index].key = key
        }
        update(&entries[index].value)
      }
      kind = .dictionary(entries)
    case .unary(let operation, var value):
      update(&value)
      kind = .unary(operation, value)
    case .starred(var value):
      update(&value)
      kind = .starred(value)
    case .named(let name, var value):
      update(&value)
      kind = .named(name, value)
    case .attribute(var value, let name):
      update(&value)
      kind = .attribute(value, name)
    case .yieldFrom(var value):
      update(&value)
      kind = .yieldFrom(value)
    case .yield(.none): break
    case .yield(.some(var value)):
      update(&value)
      kind = .yield(value)
    case .binary(let operation, var left, var right):
      update(&left)
      update(&right)
      kind = .binary(operation, left, right)
    case .subscript(var value, var index):
      update(&value)
      update(&index)
      kind = .subscript(value, index)
    case .boolean(let operation, var operands):
      operands.updateEach(update)
      kind = .boolean(operation, operands)
    case .comparison(var first, var links):
      update(&first)
      for index in links.indices { update(&links[index].operand) }
      kind = .comparison(first, links)
    case .conditional(var test, var then, var orElse):
      update(&test)
      update(&then)
      update(&orElse)
      kind = .conditional(test: test, then: then, orElse: orElse)
    case .call(var function, var arguments):
      update(&function)
      for index in arguments.indices { update(&arguments[index].value) }
      kind = .call(function, arguments)
    case .slice(var lower, var upper, var step):
      lower.updateValue(update)
      upper.updateValue(update)
      step.updateValue(update)
      kind = .slice(lower: lower, upper: upper, step: step)
    }
  }
}

extension [FormatPiece] {
  func forEachExpression(_ visit: (Expression) -> Void) {
    for case .field(let value, _, let specification) in self {
      visit(value)
      specification.forEachExpression(visit)
    }
  }

  mutating func updateExpressions(_ update: (inout Expression) -> Void) {
    for index in indices {
      guard case .field(var value, let conversion, var specification) = self[index] else {
        continue
      }
      update(&value)
      specification.updateExpressions(update)
      self[index] = .field(value: value, conversion: conversion, specification: specification)
    }
  }
}

extension [Expression] {
  mutating func updateEach(_ update: (inout Expression) -> Void) {
    for index in indices { update(&self[index]) }
  }
}

extension Expression? {
  mutating func updateValue(_ update: (inout Expression) -> Void) {
    guard var value = self else { return }
    update(&value)
    self = value
  }
}

extension Parameters {
  /// All that a call can tell two lists apart by.
  var shape: [String] {
    [
      "\(positionalOnly.count) \(ordinary.count) \(rest != nil) \(keywordRest != nil)"
    ] + all.map { $0.identifier.name + ($0.defaultValue == nil ? "" : "=") }
  }

  /// In the order of the scope's locals.
  var all: [Parameter] {
    positionalOnly + ordinary + keywordOnly + [rest, keywordRest].compactMap { $0 }
  }

  var defaultValues: [Expression] {
    (positionalOnly + ordinary + keywordOnly).compactMap(\.defaultValue)
  }

  mutating func updateDefaults(_ update: (inout Expression) -> Void) {
    for index in positionalOnly.indices { positionalOnly[index].defaultValue.updateValue(update) }
    for index in ordinary.indices { ordinary[index].defaultValue.updateValue(update) }
    for index in keywordOnly.indices { keywordOnly[index].defaultValue.updateValue(update) }
  }
}
