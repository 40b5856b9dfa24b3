import SourceText

/// What the grammar distinguishes: the kind of a lexeme, down to the single keyword and operator.
enum Terminal: UInt8 {
  case name, number, string, newline, indent, dedent, endOfText, invalid

  // Keywords.
  case `false`, none, `true`, and, `as`, assert, async, await, `break`, `class`, `continue`, def,
    del
  case elif, `else`, except, finally, `for`, from, global, `if`, `import`, `in`, `is`, lambda
  case nonlocal, not, or, pass, raise, `return`, `try`, `while`, with, yield

  // Brackets and separators.
  case openParenthesis, closeParenthesis, openBracket, closeBracket, openBrace, closeBrace
  case comma, colon, semicolon, dot, ellipsis, arrow, assign, named

  // Operators.
  case plus, minus, star, slash, doubleSlash, percent, doubleStar, at, shiftLeft, shiftRight
  case ampersand, bar, caret, tilde
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  // Augmented assignments, in the order of the operators above.
  case plusAssign, minusAssign, starAssign, slashAssign, doubleSlashAssign, percentAssign
  case doubleStarAssign, atAssign, shiftLeftAssign, shiftRightAssign
  case ampersandAssign, barAssign, caretAssign
}

/// A terminal and where it stands.
struct Lexeme {
  var terminal: Terminal
  var span: Span
}

/// Whether the language keeps a word for itself, so that it cannot be a name.
package func isKeyword(_ word: String) -> Bool { Terminal.keywords[word] != nil }

extension Terminal {
  /// The keywords by their spelling.
  static let keywords: [String: Terminal] = [
    "False": .false, "None": .none, "True": .true, "and": .and, "as": .as, "assert": .assert,
    "async": .async, "await": .await, "break": .break, "class": .class, "continue": .continue,
    "def": .def, "del": .del, "elif": .elif, "else": .else, "except": .except,
    "finally": .finally, "for": .for, "from": .from, "global": .global, "if": .if,
    "import": .import, "in": .in, "is": .is, "lambda": .lambda, "nonlocal": .nonlocal,
    "not": .not, "or": .or, "pass": .pass, "raise": .raise, "return": .return, "try": .try,
    "while": .while, "with": .with, "yield": .yield,
  ]

  var isKeyword: Bool {
    rawValue >= Terminal.false.rawValue && rawValue <= Terminal.yield.rawValue
  }

  /// Whether an expression can begin here; `*` and `lambda` not counted.
  var beginsOperand: Bool {
    switch self {
    case .name, .number, .string, .openParenthesis, .openBracket, .openBrace, .ellipsis, .true,
      .false, .none, .await, .minus, .plus, .tilde, .not:
      true
    default: false
    }
  }

  /// Whether this can begin nothing but an operand: no operator, no continuation of one.
  var beginsOnlyOperand: Bool {
    switch self {
    case .name, .number, .string, .openBrace, .ellipsis, .true, .false, .none, .lambda: true
    default: false
    }
  }

  /// The keywords that begin a line only where no bracket is open.
  var beginsOnlyStatement: Bool {
    switch self {
    case .def, .class, .return, .import, .while, .with, .try, .except, .finally, .raise, .pass,
      .break, .continue, .global, .nonlocal, .del, .assert, .elif:
      true
    default: false
    }
  }

  /// How a page colours it.
  var tokenKind: Token.Kind {
    switch self {
    case .name: .name
    case .number: .number
    case .string: .string
    case .newline: .newline
    case .indent: .indent
    case .dedent: .dedent
    case .endOfText: .endOfText
    case .invalid: .invalid
    case .openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .openBrace,
      .closeBrace, .comma, .colon, .semicolon, .dot, .ellipsis, .arrow:
      .punctuation
    default: isKeyword ? .keyword : .operator
    }
  }

  /// The operator that a binary operation or its augmented assignment names.
  var augmentedOperator: BinaryOperator? {
    switch self {
    case .plusAssign: .add
    case .minusAssign: .subtract
    case .starAssign: .multiply
    case .slashAssign: .divide
    case .doubleSlashAssign: .floorDivide
    case .percentAssign: .modulo
    case .doubleStarAssign: .power
    case .atAssign: .matrixMultiply
    case .shiftLeftAssign: .shiftLeft
    case .shiftRightAssign: .shiftRight
    case .ampersandAssign: .bitAnd
    case .barAssign: .bitOr
    case .caretAssign: .bitXor
    default: nil
    }
  }

  /// A left-associative operator and how tightly it binds, `|` the loosest with 1.
  var binaryOperator: (operation: BinaryOperator, precedence: Int)? {
    switch self {
    case .bar: (.bitOr, 1)
    case .caret: (.bitXor, 2)
    case .ampersand: (.bitAnd, 3)
    case .shiftLeft: (.shiftLeft, 4)
    case .shiftRight: (.shiftRight, 4)
    case .plus: (.add, 5)
    case .minus: (.subtract, 5)
    case .star: (.multiply, 6)
    case .slash: (.divide, 6)
    case .doubleSlash: (.floorDivide, 6)
    case .percent: (.modulo, 6)
    case .at: (.matrixMultiply, 6)
    default: nil
    }
  }
}
