import NeuronSyntax
import SourceText

/// Lines between blank ones, below the code of a cell in a notebook saved as text: more of the code, what
/// it printed, or the prose after it. Nothing in the text says which.
struct TranscriptParagraph {
  /// What it was taken for.
  enum Role {
    case code, output, prose
  }

  let lines: ArraySlice<Substring>
  private let code: ParagraphCode

  init(_ lines: ArraySlice<Substring>) {
    self.lines = lines
    code = ParagraphCode(lines.joined(separator: "\n"))
  }

  /// What it is after code that ends as `cell` says, and whether that is a guess.
  func role(after cell: TranscriptCode) -> (role: Role, isUnclear: Bool) {
    guard let first = lines.first else { return (.prose, false) }
    let isIndented = first.first?.isWhitespace == true
    if isIndented, cell.isInBlock { return (.code, false) }
    if looksLikeMarkdown { return (.prose, false) }
    if !isIndented, code.isProgram {
      if code.isShownValue, cell.endsInExpression { return (.output, true) }
      if code.continuesBlock || code.isCertainlyCode { return (.code, false) }
      if code.isOnlyLiterals { return cell.mayPrint ? (.output, false) : (.prose, true) }
      if code.names.isSubset(of: cell.names), !cell.endsInExpression { return (.code, false) }
      return cell.mayPrint ? (.output, true) : (.prose, false)
    }
    if !isIndented, looksLikeBrokenCode { return (.code, true) }
    if !cell.mayPrint { return (.prose, false) }
    let words = wordCounts
    if isSentence, words.plain * 10 >= words.all * 8, words.all >= 3 {
      return (.prose, words.all < 4)
    }
    if words.all >= 4, words.plain * 10 >= words.all * 8 { return (.prose, words.all < 8) }
    return (.output, words.all >= 4 && words.plain * 10 >= words.all * 6)
  }

  /// Adds what it is, as code, to a cell.
  func extend(_ cell: inout TranscriptCode) {
    cell.take(code)
  }

  // MARK: Signs

  /// A heading, quote, list, formula, picture, table or HTML.
  private var looksLikeMarkdown: Bool {
    guard let first = lines.first?.drop(while: \.isWhitespace) else { return false }
    if first.hasPrefix("#") {
      let heading = first.drop { $0 == "#" }
      let isHeading = first.count - heading.count <= 6 && (heading.isEmpty || heading.first == " ")
      return isHeading && !(lines.count > 1 && code.isProgram)
    }
    for sign in ["> ", "$", "```", "~~~", "![", "\\[", "\\begin", "| "] where first.hasPrefix(sign)
    {
      return true
    }
    if first.hasPrefix("<"), let next = first.dropFirst().first {
      // `<matplotlib.figure.Figure at 0x…>` is a value.
      if first.contains(" at 0x") { return false }
      if next == "/" || next == "!" { return true }
      let tag = first.dropFirst().prefix { $0.isLetter || $0.isNumber }
      return !tag.isEmpty && ![".", "_", "-"].contains(first.dropFirst(1 + tag.count).first)
        && tag == tag.lowercased() && !["function", "class", "module", "generator"].contains(tag)
    }
    if lines.contains(where: { $0.contains("$") && $0.filter { $0 == "$" }.count >= 2 }) {
      return true
    }
    return Self.isListItem(first)
  }

  private static func isListItem(_ line: Substring) -> Bool {
    let digits = line.prefix(while: \.isNumber)
    if !digits.isEmpty, digits.count < 10 {
      let rest = line.dropFirst(digits.count)
      return (rest.hasPrefix(". ") || rest.hasPrefix(") "))
        && rest.dropFirst(2).drop(while: \.isWhitespace).first.map { !$0.isNumber } ?? false
    }
    guard let mark = line.first, "*-+".contains(mark), line.dropFirst().first == " " else {
      return false
    }
    return line.dropFirst(2).drop(while: \.isWhitespace).first.map { !$0.isNumber } ?? false
  }

  /// Python that is not this language's, such as `print x`.
  private var looksLikeBrokenCode: Bool {
    let openings = ["def ", "class ", "for ", "while ", "if ", "with ", "try:", "async "]
    return lines.contains { line in
      let text = line.drop(while: \.isWhitespace)
      if text.hasPrefix("import ") || text.hasPrefix("from ") && text.contains(" import ") {
        return text.split(separator: " ").count <= 8
      }
      if text.hasPrefix("print \"") || text.hasPrefix("print '") { return true }
      return openings.contains { text.hasPrefix($0) } && text.trimmingEnd.hasSuffix(":")
        && (text.contains("(") || text.split(separator: " ").count <= 6)
    }
  }

  /// Whether it begins with a capital and ends with a full stop or the like.
  private var isSentence: Bool {
    guard let first = lines.first?.first(where: { !$0.isWhitespace }), first.isUppercase,
      let last = lines.last?.trimmingEnd.last
    else { return false }
    return ".:?!".contains(last)
  }

  /// The words, and those of letters only but for what ends them.
  private var wordCounts: (all: Int, plain: Int) {
    var all = 0
    var plain = 0
    for line in lines {
      for word in line.split(whereSeparator: \.isWhitespace) {
        all += 1
        var letters = word
        while let last = letters.last, ".,:;?!)'\"*`".contains(last) { letters.removeLast() }
        while let first = letters.first, "('\"*`".contains(first) { letters.removeFirst() }
        if !letters.isEmpty, letters.allSatisfy({ $0.isLetter || "'’-".contains($0) }) {
          plain += 1
        }
      }
    }
    return (all, plain)
  }
}

/// What is known of the code of a cell while it is being put together.
struct TranscriptCode {
  /// Names that occur in it.
  private(set) var names: Set<String> = []
  /// Whether running it may print or give a value.
  private(set) var mayPrint = false
  /// Whether its last statement is an expression, whose value a notebook shows.
  private(set) var endsInExpression = false
  /// Whether its last line is one of an indented block, or begins one.
  private(set) var isInBlock = false

  mutating func take(_ code: ParagraphCode) {
    names.formUnion(code.names)
    if code.mayPrint { mayPrint = true }
    endsInExpression = code.endsInExpression
    isInBlock = code.isInBlock
  }
}

/// A stretch of text read as code.
struct ParagraphCode {
  /// Whether it is code as far as syntax goes.
  let isProgram: Bool
  /// Whether it begins with `else` or the like.
  let continuesBlock: Bool
  /// Whether it does what only code does: defines, imports, calls, branches.
  let isCertainlyCode: Bool
  /// Numbers, texts and signs only.
  let isOnlyLiterals: Bool
  /// A value in which libraries write theirs as calls: `array([0., 1.])`.
  let isShownValue: Bool
  let names: Set<String>
  let mayPrint: Bool
  let endsInExpression: Bool
  let isInBlock: Bool

  init(_ text: String) {
    let plain = PlainCode(text)
    let source = SourceFragment(SourceFile(path: "", text: plain.code + "\n"))
    let read = readNeuron(source)
    let first = text.drop(while: \.isWhitespace)
    continuesBlock = ["else:", "elif ", "except", "finally:"].contains { first.hasPrefix($0) }
    isProgram =
      plain.otherLanguage == nil
      && (continuesBlock || !read.diagnostics.contains { $0.rule == .syntaxError })

    let words = read.tokens.filter { $0.kind == .name }.map { source.text(of: $0) }
    names = Set(words)
    let keywords = read.tokens.filter { $0.kind == .keyword }.map { source.text(of: $0) }
    let isWord = keywords.contains { Self.statementWords.contains($0) }
    let hasCall = Self.hasCall(read.tokens, source)
    let isAssignment = read.module.body.contains { Self.isAssignmentOfMore($0) }
    isCertainlyCode = isWord || hasCall || isAssignment || !plain.commands.isEmpty
    isOnlyLiterals =
      words.isEmpty && keywords.allSatisfy { ["True", "False", "None"].contains($0) }

    let body = read.module.body
    if case .expression(let value) = body.last?.kind, body.count == 1 {
      isShownValue = hasCall && ShownCall.isValue(value)
    } else {
      isShownValue = false
    }
    // What is no program may do anything.
    mayPrint =
      !isProgram || body.contains { Self.mayPrint($0) } || plain.commands.contains { _ in true }
    if case .expression = body.last?.kind {
      endsInExpression = true
    } else {
      endsInExpression = false
    }
    let lastLine = text.lines.last { !$0.allSatisfy(\.isWhitespace) } ?? ""
    isInBlock = lastLine.first?.isWhitespace == true || lastLine.trimmingEnd.hasSuffix(":")
  }

  /// Words that begin a statement, or are for code only. `is`, `in`, `if` and their like stand in values
  /// and in prose.
  private static let statementWords: Set<String> = [
    "assert", "break", "class", "continue", "def", "del", "for", "from", "global", "import",
    "lambda", "nonlocal", "pass", "raise", "return", "try", "while", "with", "yield",
  ]

  private static func hasCall(_ tokens: [Token], _ source: SourceFragment) -> Bool {
    zip(tokens, tokens.dropFirst()).contains { token, next in
      token.kind == .name && next.span.start == token.span.end && source.text(of: next) == "("
    }
  }

  /// An assignment of something else than a number or text, as output has it: `z = 0.6`.
  private static func isAssignmentOfMore(_ statement: Statement) -> Bool {
    switch statement.kind {
    case .assign(let targets, let value):
      if case .name = targets.first?.kind, targets.count == 1 { return !isLiteral(value) }
      return true
    case .augmentedAssign: return true
    default: return false
    }
  }

  private static func isLiteral(_ value: Expression) -> Bool {
    switch value.kind {
    case .integer, .float, .string, .constant: true
    case .unary(_, let operand): isLiteral(operand)
    default: false
    }
  }

  /// Whether a statement outside of functions can print or show anything.
  private static func mayPrint(_ statement: Statement) -> Bool {
    switch statement.kind {
    case .expression, .if, .while, .for, .try, .with, .raise, .unsupported: return true
    case .assign(_, let value), .augmentedAssign(_, _, let value):
      return !isLiteral(value)
    default: return false
    }
  }
}

extension SourceFragment {
  fileprivate func text(of token: Token) -> String {
    String(decoding: utf8[token.span.start..<token.span.end], as: UTF8.self)
  }
}
