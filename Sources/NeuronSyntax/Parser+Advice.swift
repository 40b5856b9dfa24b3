import SourceText

extension Parser {
  /// The fault at the next lexeme, with help where the slip is a common one.
  func invalidSyntax() -> SyntaxFault {
    let previous = index > 0 ? lexemes[index - 1].terminal : .newline
    if next == .indent { return fault("unexpected indent", nextSpan) }
    return fault("invalid syntax", pointable(nextSpan), help: advice(after: previous))
  }

  /// Whether the two lexemes before this one are the same: `x++`.
  private func isDoubled(_ terminal: Terminal) -> Bool {
    index > 1 && lexemes[index - 2].terminal == terminal
  }

  private func advice(after previous: Terminal) -> String? {
    switch (previous, next) {
    case (.ampersand, .ampersand): return "write `and`"
    case (.bar, .bar): return "write `or`"
    case (.plus, .newline) where isDoubled(.plus),
      (.plus, .closeParenthesis) where isDoubled(.plus):
      return "write `x += 1` to count up"
    case (.minus, .newline) where isDoubled(.minus),
      (.minus, .closeParenthesis) where isDoubled(.minus):
      return "write `x -= 1` to count down"
    case (_, .assign): return Self.assignAdvice
    case (.else, .if): return "write `elif`"
    case (.less, .greater): return "write `!=`"
    case (.assign, .greater), (.assign, .less): return "write `>=` or `<=`"
    case (_, .else), (_, .elif): return "`\(text(nextSpan))` belongs to an `if`, indented as far"
    case (_, .except), (_, .finally): return "`\(text(nextSpan))` belongs to a `try`"
    default: break
    }
    if next.isKeyword, previous != .newline, !previous.beginsOperand {
      return "`\(text(nextSpan))` is a keyword and cannot be used as a name"
    }
    if previous == .name, index >= 1 {
      switch text(lexemes[index - 1].span) {
      case "function", "fn", "func": return "a function begins with `def`"
      case "elseif", "elsif": return "write `elif`"
      case "let", "var", "const": return "a name is bound by `name = value` alone"
      case "switch": return "write `if` … `elif` … `else`"
      default: break
      }
    }
    return nil
  }

  /// `=` where a value is read.
  func misplacedAssign() -> SyntaxFault {
    fault(
      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", nextSpan,
      help: Self.assignAdvice)
  }

  private static let assignAdvice =
    "`==` compares; `=` binds a name and stands in a statement of its own"

  /// A span that can be underlined: a line's end is shown as its last lexeme's end.
  func pointable(_ span: Span) -> Span {
    guard next == .newline || next == .endOfText || next == .dedent, index > 0 else { return span }
    let end = lexemes[index - 1].span.end
    return Span(end, end)
  }

  /// Where a comma or a closing bracket is due.
  func missingComma(_ element: Expression?) -> SyntaxFault {
    if next == .assign, let element {
      if case .name = element.kind { return misplacedAssign() }
      return cannotAssign(to: element, isHere: true)
    }
    guard openBrackets > 0, next.beginsOnlyOperand, let element else { return invalidSyntax() }
    return fault(
      "invalid syntax. Perhaps you forgot a comma?", element.span.union(nextSpan))
  }

  /// Where `:` is due at the end of a statement's head.
  func missingColon() -> SyntaxFault {
    switch next {
    case .newline, .endOfText, .dedent:
      return fault(
        "expected ':'", pointable(nextSpan), help: "the line before a block ends with `:`")
    default: return invalidSyntax()
    }
  }
}
