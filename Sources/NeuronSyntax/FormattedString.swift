import SourceText

/// The fields of f-strings, by the rules of Python 3.11: the literal ends at its first matching
/// quotation mark, and a field holds neither backslash nor comment.
extension Parser {
  mutating func readFormatted(
    _ literal: StringLiteral, into pieces: inout [FormatPiece]
  ) throws(SyntaxFault) {
    fieldDepth += 1
    defer { fieldDepth -= 1 }
    var position = literal.content.start
    try readPieces(&position, literal, level: 0, into: &pieces)
  }

  /// A whole text in braces as one field.
  mutating func readValue() -> [FormatPiece] {
    isInlineValue = true
    var pieces: [FormatPiece] = []
    let literal = StringLiteral(content: Span(0, source.utf8.count))
    var position = 0
    do throws(SyntaxFault) {
      try readField(&position, literal, level: 0, into: &pieces)
      if position < source.utf8.count {
        throw fault("unmatched '}'", Span(position - 1, position))
      }
    } catch {
      diagnostics.append(error.diagnostic)
    }
    return pieces
  }

  private var isOutermostValue: Bool { isInlineValue && fieldDepth == 0 }

  /// Text and fields up to the literal's end, or in a format specification (`level` above 0) up to
  /// the `}` that ends it.
  private mutating func readPieces(
    _ position: inout Int, _ literal: StringLiteral, level: Int, into pieces: inout [FormatPiece]
  ) throws(SyntaxFault) {
    let utf8 = source.utf8
    let end = literal.content.end
    var textStart = position
    while position < end {
      let byte = utf8[position]
      if byte == UInt8(ascii: "\\"), !literal.isRaw, position + 1 < end {
        position += isBrace(utf8[position + 1]) ? 1 : 2
        continue
      }
      guard isBrace(byte) else {
        position += 1
        continue
      }
      if level > 0, byte == UInt8(ascii: "}") { break }
      let isDoubled = level == 0 && position + 1 < end && utf8[position + 1] == byte
      let textEnd = isDoubled ? position + 1 : position
      append(try decoded(Span(textStart, textEnd), isRaw: literal.isRaw), to: &pieces)
      if isDoubled {
        position += 2
      } else {
        if byte == UInt8(ascii: "}") {
          throw fault(
            "single '}' is not allowed", Span(position, position + 1),
            help: "write `}}` for a brace in the text")
        }
        try readField(&position, literal, level: level, into: &pieces)
      }
      textStart = position
    }
    append(try decoded(Span(textStart, position), isRaw: literal.isRaw), to: &pieces)
  }

  private func isBrace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
  }

  /// `{value=!r:spec}`, `position` at its brace.
  private mutating func readField(
    _ position: inout Int, _ literal: StringLiteral, level: Int, into pieces: inout [FormatPiece]
  ) throws(SyntaxFault) {
    let utf8 = source.utf8
    let end = literal.content.end
    let open = position
    if level >= 2 {
      throw fault("expressions nested too deeply", Span(open, open + 1), rule: .tooDeeplyNested)
    }
    position += 1
    let expressionStart = position
    try skipFieldExpression(&position, end)
    let value = try fieldValue(Span(expressionStart, position))
    var conversion: Character?
    var isDebug = false
    if position < end, utf8[position] == UInt8(ascii: "=") {
      isDebug = true
      position += 1
      while position < end, isSpace(utf8[position]) { position += 1 }
      append(try decoded(Span(expressionStart, position), isRaw: true), to: &pieces)
    }
    if position < end, utf8[position] == UInt8(ascii: "!") {
      conversion = try readConversion(&position, end)
    }
    var specification: [FormatPiece] = []
    let hasSpecification = position < end && utf8[position] == UInt8(ascii: ":")
    if hasSpecification {
      position += 1
      try readPieces(&position, literal, level: level + 1, into: &specification)
    }
    guard position < end, utf8[position] == UInt8(ascii: "}") else {
      throw isOutermostValue && position < end
        ? fault("invalid syntax", Span(position, end - 1))
        : fault("expecting '}'", Span(open, open + 1))
    }
    position += 1
    if isDebug, conversion == nil, !hasSpecification { conversion = "r" }
    try grow()
    pieces.append(.field(value: value, conversion: conversion, specification: specification))
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte >= 0x09 && byte <= 0x0D)
  }

  private func readConversion(
    _ position: inout Int, _ end: Int
  ) throws(SyntaxFault) -> Character {
    position += 1
    let start = position
    while position < end, isWordByte(source.utf8[position]) { position += 1 }
    let name = text(Span(start, position))
    guard ["s", "r", "a"].contains(name), let conversion = name.first else {
      throw fault(
        "invalid conversion character: expected 's', 'r', or 'a'", Span(start, position))
    }
    return conversion
  }

  /// Finds where the expression of a field ends: at `=`, `!`, `:` or `}` outside brackets and
  /// strings.
  private func skipFieldExpression(_ position: inout Int, _ end: Int) throws(SyntaxFault) {
    let utf8 = source.utf8
    let start = position
    var brackets: [UInt8] = []
    while position < end {
      let byte = utf8[position]
      let following = position + 1 < end ? utf8[position + 1] : 0
      switch byte {
      case UInt8(ascii: "\\"):
        throw cannotInclude("a backslash", at: position)
      case UInt8(ascii: "#"):
        throw cannotInclude("'#'", at: position)
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        try skipQuoted(&position, end)
        continue
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        if brackets.count >= NestingLimit.brackets {
          throw fault(
            "too many nested parenthesis", Span(position, position + 1), rule: .tooDeeplyNested)
        }
        brackets.append(byte)
      case UInt8(ascii: "!") where following == UInt8(ascii: "="),
        UInt8(ascii: "=") where following == UInt8(ascii: "="),
        UInt8(ascii: "<") where following == UInt8(ascii: "="),
        UInt8(ascii: ">") where following == UInt8(ascii: "="):
        position += 1
      case UInt8(ascii: "!") where brackets.isEmpty, UInt8(ascii: ":") where brackets.isEmpty,
        UInt8(ascii: "=") where brackets.isEmpty, UInt8(ascii: "}") where brackets.isEmpty:
        return
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if isOutermostValue, position == end - 1, let open = brackets.last,
          open != UInt8(ascii: "{")
        {
          let name = Character(Unicode.Scalar(open))
          throw fault("'\(name)' was never closed", Span(start, position))
        }
        try closeBracket(byte, &brackets, position)
      default: break
      }
      position += 1
    }
    if let open = brackets.last {
      let name = Character(Unicode.Scalar(open))
      throw fault("unmatched '\(name)'", Span(start, position))
    }
    throw fault("expecting '}'", Span(start - 1, start))
  }

  private func cannotInclude(_ what: String, at position: Int) -> SyntaxFault {
    let span = Span(position, position + 1)
    let field = isOutermostValue ? "an inline value" : "f-string expression part"
    return SyntaxFault(
      Diagnostic(
        .syntaxError, "\(field) cannot include \(what)", at: source.place(of: span),
        help: "bind the value to a name first"))
  }

  private func closeBracket(
    _ byte: UInt8, _ brackets: inout [UInt8], _ position: Int
  ) throws(SyntaxFault) {
    let name = Character(Unicode.Scalar(byte))
    let span = Span(position, position + 1)
    guard let open = brackets.popLast() else { throw fault("unmatched '\(name)'", span) }
    let expected: UInt8 =
      switch open {
      case UInt8(ascii: "("): UInt8(ascii: ")")
      case UInt8(ascii: "["): UInt8(ascii: "]")
      default: UInt8(ascii: "}")
      }
    if byte != expected {
      let openName = Character(Unicode.Scalar(open))
      throw fault(
        "closing parenthesis '\(name)' does not match opening parenthesis '\(openName)'", span)
    }
  }

  private func skipQuoted(_ position: inout Int, _ end: Int) throws(SyntaxFault) {
    let utf8 = source.utf8
    let start = position
    let quote = utf8[position]
    let isTriple = position + 2 < end && utf8[position + 1] == quote && utf8[position + 2] == quote
    let width = isTriple ? 3 : 1
    position += width
    while position + width <= end {
      if utf8[position..<position + width].allSatisfy({ $0 == quote }) {
        position += width
        return
      }
      if utf8[position] == UInt8(ascii: "\\") {
        throw cannotInclude("a backslash", at: position)
      }
      position += 1
    }
    throw fault("unterminated string", Span(start, min(start + width, end)))
  }

  /// The expression of a field, read by a parser of its own over the same text.
  private mutating func fieldValue(_ span: Span) throws(SyntaxFault) -> Expression {
    if source.utf8[span.start..<span.end].allSatisfy(isSpace) {
      throw fault("empty expression not allowed", Span(span.start - 1, span.end))
    }
    var lexer = Lexer(field: span, of: source)
    lexer.readField()
    if let problem = lexer.diagnostics.first {
      throw SyntaxFault(problem)
    }
    var parser = Parser(source, lexer)
    parser.context = context
    parser.className = className
    parser.fieldDepth = fieldDepth
    parser.isInlineValue = isInlineValue
    parser.openBrackets = 1
    parser.depth = depth
    try parser.descend()
    let value =
      parser.next == .yield ? try parser.yieldExpression() : try parser.expressionList()
    if parser.next != .endOfText { throw parser.missingComma(value) }
    diagnostics += parser.diagnostics
    height = max(height, parser.height)
    if case .starred = value.kind {
      throw fault("cannot use starred expression here", value.span)
    }
    return value
  }
}
