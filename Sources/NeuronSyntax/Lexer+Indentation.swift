import SourceText

extension Lexer {
  /// Measures the indentation of a line and opens or closes blocks. False for a line without code,
  /// which is passed over.
  mutating func beginLine() -> Bool {
    let lineStart = position
    var column = 0
    var tabColumn = 0
    measuring: while position < limit {
      switch utf8[position] {
      case UInt8(ascii: " "):
        column += 1
        tabColumn += 1
      case UInt8(ascii: "\t"):
        column = (column / 8 + 1) * 8
        tabColumn += 1
      case 0x0C:
        column = 0
        tabColumn = 0
      default: break measuring
      }
      position += 1
    }
    if current == UInt8(ascii: "#"), position < limit { skipComment() }
    if position >= limit { return false }
    if isLineEnd(current) {
      skipLineEnd()
      return false
    }
    return setIndentation(column, tabColumn, lineStart)
  }

  private mutating func setIndentation(_ column: Int, _ tabColumn: Int, _ lineStart: Int) -> Bool {
    let top = indentation[indentation.count - 1]
    if column > top {
      guard indentation.count < NestingLimit.blocks else {
        stop(
          "too many levels of indentation: at most \(NestingLimit.blocks) are allowed",
          Span(lineStart, position))
        return false
      }
      indentation.append(column)
      tabIndentation.append(tabColumn)
      emit(.indent, from: position)
    } else if column < top {
      while let last = indentation.last, last > column {
        indentation.removeLast()
        tabIndentation.removeLast()
        emit(.dedent, from: position)
      }
      if indentation[indentation.count - 1] != column {
        report(
          "unindent does not match any outer indentation level", Span(lineStart, position),
          help: "indent the line as far as the block that it belongs to")
        return true
      }
    }
    checkTabs(tabColumn, Span(lineStart, position))
    return true
  }

  /// Whichever width a tab is given, the lines must nest in the same way.
  private mutating func checkTabs(_ tabColumn: Int, _ span: Span) {
    let count = tabIndentation.count
    let isConsistent =
      tabIndentation[count - 1] == tabColumn
      && (count < 2 || tabIndentation[count - 2] < tabColumn)
    if isConsistent { return }
    tabIndentation[count - 1] = tabColumn
    report(
      "inconsistent use of tabs and spaces in indentation", span,
      help: "indent with spaces only, four for each level")
  }

  mutating func skipLineEnd() {
    if current == UInt8(ascii: "\r"), byte(at: position + 1) == UInt8(ascii: "\n") { position += 1 }
    position += 1
  }

  /// Leaves the rest unread: what follows a limit is no program that a person wrote.
  mutating func stop(_ message: String, _ span: Span) {
    report(message, span, rule: .tooDeeplyNested)
    stopped = true
    position = limit
    brackets = []
  }
}
