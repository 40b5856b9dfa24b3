import SourceText

extension Lexer {
  /// The longest operator or separator that begins here.
  mutating func readOperator() {
    let start = position
    let first = current
    switch first {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return openBracket(first)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return closeBracket(first)
    default: break
    }
    guard let (terminal, length) = longestOperator(first) else { return readStray() }
    position += length
    emit(terminal, from: start)
  }

  private func longestOperator(_ first: UInt8) -> (Terminal, Int)? {
    let second = byte(at: position + 1)
    let isAssign = second == UInt8(ascii: "=")
    switch first {
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: ";"): return (.semicolon, 1)
    case UInt8(ascii: "~"): return (.tilde, 1)
    case UInt8(ascii: ":"): return isAssign ? (.named, 2) : (.colon, 1)
    case UInt8(ascii: "="): return isAssign ? (.equal, 2) : (.assign, 1)
    case UInt8(ascii: "!"): return isAssign ? (.notEqual, 2) : nil
    case UInt8(ascii: "+"): return isAssign ? (.plusAssign, 2) : (.plus, 1)
    case UInt8(ascii: "%"): return isAssign ? (.percentAssign, 2) : (.percent, 1)
    case UInt8(ascii: "@"): return isAssign ? (.atAssign, 2) : (.at, 1)
    case UInt8(ascii: "&"): return isAssign ? (.ampersandAssign, 2) : (.ampersand, 1)
    case UInt8(ascii: "|"): return isAssign ? (.barAssign, 2) : (.bar, 1)
    case UInt8(ascii: "^"): return isAssign ? (.caretAssign, 2) : (.caret, 1)
    case UInt8(ascii: "-"):
      if second == UInt8(ascii: ">") { return (.arrow, 2) }
      return isAssign ? (.minusAssign, 2) : (.minus, 1)
    case UInt8(ascii: "."):
      let isEllipsis = second == first && byte(at: position + 2) == first
      return isEllipsis ? (.ellipsis, 3) : (.dot, 1)
    case UInt8(ascii: "*"):
      return doubled(first, .star, .starAssign, .doubleStar, .doubleStarAssign)
    case UInt8(ascii: "/"):
      return doubled(first, .slash, .slashAssign, .doubleSlash, .doubleSlashAssign)
    case UInt8(ascii: "<"):
      return doubled(first, .less, .lessOrEqual, .shiftLeft, .shiftLeftAssign)
    case UInt8(ascii: ">"):
      return doubled(first, .greater, .greaterOrEqual, .shiftRight, .shiftRightAssign)
    default: return nil
    }
  }

  /// `*`, `*=`, `**`, `**=`, and those like them.
  private func doubled(
    _ first: UInt8, _ single: Terminal, _ singleAssign: Terminal, _ double: Terminal,
    _ doubleAssign: Terminal
  ) -> (Terminal, Int) {
    let second = byte(at: position + 1)
    if second == UInt8(ascii: "=") { return (singleAssign, 2) }
    guard second == first else { return (single, 1) }
    return byte(at: position + 2) == UInt8(ascii: "=") ? (doubleAssign, 3) : (double, 2)
  }

  private mutating func openBracket(_ bracket: UInt8) {
    let start = position
    position += 1
    guard brackets.count < NestingLimit.brackets else {
      return stop(
        "too many nested parentheses: at most \(NestingLimit.brackets) are allowed",
        Span(start, start + 1))
    }
    brackets.append(start)
    switch bracket {
    case UInt8(ascii: "("): emit(.openParenthesis, from: start)
    case UInt8(ascii: "["): emit(.openBracket, from: start)
    default: emit(.openBrace, from: start)
    }
  }

  private mutating func closeBracket(_ bracket: UInt8) {
    let start = position
    position += 1
    let (opening, terminal): (UInt8, Terminal) =
      switch bracket {
      case UInt8(ascii: ")"): (UInt8(ascii: "("), .closeParenthesis)
      case UInt8(ascii: "]"): (UInt8(ascii: "["), .closeBracket)
      default: (UInt8(ascii: "{"), .closeBrace)
      }
    let name = Character(Unicode.Scalar(bracket))
    guard let open = brackets.popLast() else {
      report("unmatched '\(name)'", Span(start, position))
      return emit(.invalid, from: start)
    }
    if utf8[open] != opening {
      let openName = Character(Unicode.Scalar(utf8[open]))
      let onLine = line(at: open) == line(at: start) ? "" : " on line \(line(at: open))"
      report(
        "closing parenthesis '\(name)' does not match opening parenthesis '\(openName)'\(onLine)",
        Span(start, position))
    }
    emit(terminal, from: start)
  }

  /// An ASCII character that begins nothing.
  private mutating func readStray() {
    let start = position
    let byte = current
    position += 1
    if byte == UInt8(ascii: "`") { skipToBacktick() }
    let help: String? =
      switch byte {
      case UInt8(ascii: "`"): "write `repr(…)`"
      case UInt8(ascii: "!"): "write `not` to negate, `!=` to compare"
      case UInt8(ascii: "?"): "a choice is written `a if condition else b`"
      case UInt8(ascii: "$"): "`$` marks formulas in the text of a lesson, not in its code"
      default: nil
      }
    let isControl = byte < 0x20 || byte == 0x7F
    let code = String(byte, radix: 16, uppercase: true)
    let message =
      isControl
      ? "invalid non-printable character U+\(String(repeating: "0", count: 4 - code.count))\(code)"
      : "invalid syntax"
    report(message, Span(start, position), help: help)
    emit(.invalid, from: start)
  }

  /// Backticks come in pairs: of one that is closed on its line, all is one problem.
  private mutating func skipToBacktick() {
    var end = position
    while end < limit, !isLineEnd(utf8[end]), utf8[end] != UInt8(ascii: "`") { end += 1 }
    if byte(at: end) == UInt8(ascii: "`"), end < limit { position = end + 1 }
  }
}
