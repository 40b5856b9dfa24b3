import SourceText

extension Parser {
  mutating func atom() throws(SyntaxFault) -> Expression {
    let span = nextSpan
    switch next {
    case .name:
      let name = try identifier()
      try grow()
      return Expression(.name(name.name), span)
    case .number:
      advance()
      try grow()
      return Expression(try number(span), span)
    case .string:
      return try strings()
    case .true: return constant(.true)
    case .false: return constant(.false)
    case .none: return constant(.none)
    case .ellipsis: return constant(.ellipsis)
    case .openParenthesis: return try parenthesized()
    case .openBracket: return try listDisplay()
    case .openBrace: return try braceDisplay()
    default: throw invalidSyntax()
    }
  }

  private mutating func constant(_ constant: Constant) -> Expression {
    defer { advance() }
    return Expression(.constant(constant), nextSpan)
  }

  // MARK: Numbers

  /// CPython's limit on the digits of a decimal integer in a text.
  private static let maximumDecimalDigits = 4_300

  @inline(never) private func number(_ span: Span) throws(SyntaxFault) -> Expression.Kind {
    let digits = String(
      decoding: source.utf8[span.start..<span.end].lazy.filter { $0 != UInt8(ascii: "_") },
      as: UTF8.self)
    switch digits.prefix(2) {
    case "0x", "0X": return .integer(IntegerLiteral(digits: String(digits.dropFirst(2)), radix: 16))
    case "0o", "0O": return .integer(IntegerLiteral(digits: String(digits.dropFirst(2)), radix: 8))
    case "0b", "0B": return .integer(IntegerLiteral(digits: String(digits.dropFirst(2)), radix: 2))
    default: break
    }
    if digits.utf8.allSatisfy(isDigit) {
      if digits.utf8.count > Self.maximumDecimalDigits {
        throw fault(
          "Exceeds the limit (\(Self.maximumDecimalDigits) digits) for integer string conversion: "
            + "value has \(digits.utf8.count) digits", span,
          help: "write a huge integer in hexadecimal, with `0x`")
      }
      return .integer(IntegerLiteral(digits: digits, radix: 10))
    }
    guard let value = Double(digits.hasSuffix(".") ? digits + "0" : digits) else {
      return .unsupported("number")
    }
    return .float(value)
  }

  // MARK: Displays

  @inline(never) private mutating func parenthesized() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    advance()
    openBrackets += 1
    if next == .closeParenthesis {
      closeBracket()
      return Expression(.tuple([]), span(from: start))
    }
    if next == .yield {
      let value = try yieldExpression()
      guard next == .closeParenthesis else { throw missingComma(value) }
      closeBracket()
      return value
    }
    if next == .doubleStar { throw fault("cannot use double starred expression here", nextSpan) }
    let first = try starNamedExpression()
    switch next {
    case .closeParenthesis:
      if case .starred = first.kind {
        throw fault("cannot use starred expression here", first.span)
      }
      closeBracket()
      return first
    case .for, .async:
      let result = try comprehension(.generator, first, nil, from: start)
      guard next == .closeParenthesis else { throw missingComma(first) }
      closeBracket()
      return Expression(result.kind, span(from: start))
    default:
      let elements = try elements(first, until: .closeParenthesis)
      closeBracket()
      try grow()
      return Expression(.tuple(elements), span(from: start))
    }
  }

  private mutating func closeBracket() {
    advance()
    openBrackets -= 1
  }

  /// The rest of `a, b, c` up to the closing bracket.
  private mutating func elements(
    _ first: Expression, until end: Terminal
  ) throws(SyntaxFault) -> [Expression] {
    var elements = [first]
    while next != end {
      guard accept(.comma) else {
        if next == .for, elements.count > 1, end != .closeParenthesis {
          throw fault(
            "did you forget parentheses around the comprehension target?",
            Span(first.span.start, elements[elements.count - 1].span.end))
        }
        throw missingComma(elements.last)
      }
      if next == end { break }
      elements.append(try starNamedExpression())
    }
    return elements
  }

  @inline(never) private mutating func listDisplay() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    advance()
    openBrackets += 1
    var elements: [Expression] = []
    if next != .closeBracket {
      let first = try starNamedExpression()
      if next == .for || next == .async {
        let result = try comprehension(.list, first, nil, from: start)
        guard next == .closeBracket else { throw missingComma(first) }
        closeBracket()
        return Expression(result.kind, span(from: start))
      }
      elements = try self.elements(first, until: .closeBracket)
    }
    closeBracket()
    try grow()
    return Expression(.list(elements), span(from: start))
  }

  @inline(never) private mutating func braceDisplay() throws(SyntaxFault) -> Expression {
    let start = here
    let outer = beginNode()
    defer { endNode(outer) }
    advance()
    openBrackets += 1
    if next == .closeBrace {
      closeBracket()
      return Expression(.dictionary([]), span(from: start))
    }
    if next == .doubleStar { return try dictionary(from: start, first: nil) }
    let first = try starNamedExpression()
    if next == .colon {
      if case .starred = first.kind { throw invalidSyntax() }
      return try dictionary(from: start, first: first)
    }
    if next == .for || next == .async {
      let result = try comprehension(.set, first, nil, from: start)
      guard next == .closeBrace else { throw missingComma(first) }
      closeBracket()
      return Expression(result.kind, span(from: start))
    }
    let elements = try elements(first, until: .closeBrace)
    closeBracket()
    try grow()
    return Expression(.set(elements), span(from: start))
  }

  @inline(never) private mutating func dictionary(
    from start: Int, first: Expression?
  ) throws(SyntaxFault) -> Expression {
    var entries: [(key: Expression?, value: Expression)] = []
    var key = first
    while next != .closeBrace {
      if key == nil, accept(.doubleStar) {
        entries.append((nil, try binary(1)))
      } else {
        let entryKey = if let key { key } else { try expression() }
        guard accept(.colon) else {
          throw next == .comma || next == .closeBrace
            ? fault("':' expected after dictionary key", entryKey.span) : missingComma(entryKey)
        }
        entries.append((entryKey, try dictionaryValue()))
      }
      key = nil
      if next == .for || next == .async {
        let (entryKey, value) = entries[0]
        guard let entryKey, entries.count == 1 else {
          throw entryKey == nil
            ? fault("dict unpacking cannot be used in dict comprehension", value.span)
            : invalidSyntax()
        }
        let result = try comprehension(
          .dictionary, entryKey, value, from: start)
        guard next == .closeBrace else { throw missingComma(value) }
        closeBracket()
        return Expression(result.kind, span(from: start))
      }
      if !accept(.comma), next != .closeBrace { throw missingComma(entries.last?.value) }
    }
    closeBracket()
    try grow()
    return Expression(.dictionary(entries), span(from: start))
  }

  private mutating func dictionaryValue() throws(SyntaxFault) -> Expression {
    switch next {
    case .comma, .closeBrace:
      throw fault("expression expected after dictionary key and ':'", nextSpan)
    case .star: throw fault("cannot use a starred expression in a dictionary value", nextSpan)
    default: return try expression()
    }
  }

  // MARK: Comprehensions

  /// The `for` clauses after an element.
  @inline(never) mutating func comprehension(
    _ kind: Comprehension.Kind, _ element: Expression, _ value: Expression?, from start: Int
  ) throws(SyntaxFault) -> Expression {
    if case .starred = element.kind {
      throw fault("iterable unpacking cannot be used in comprehension", element.span)
    }
    var clauses: [Comprehension.Clause] = []
    while next == .for || next == .async {
      if next == .async {
        reportUnsupported("`async for`", nextSpan, help: "write `for` without `async`")
        advance()
      }
      try expect(.for)
      let target = try targetList()
      try expect(.in)
      let iterable = try disjunction()
      var conditions: [Expression] = []
      while accept(.if) { conditions.append(try disjunction()) }
      clauses.append(
        Comprehension.Clause(target: target, iterable: iterable, conditions: conditions))
    }
    try grow()
    let comprehension = Comprehension(
      kind: kind, element: element, value: value, clauses: clauses, scope: Scope())
    return Expression(.comprehension(comprehension), span(from: start))
  }
}
