import SourceText

// The functions that hold others of their kind are not inlined into each other: each would keep the
// stack frames of all.
//
// Reading order: this file (cursor, faults, bounds), then +Blocks, +SimpleStatements,
// +CompoundStatements, +Definitions, +Expressions, +Atoms, +Calls, +Strings, +Targets, +Advice.

/// What ends the reading of a statement; the parser goes on with the next.
///
/// An object, since each place that may throw one keeps room for it on the stack.
final class SyntaxFault: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}

/// Lexemes to a tree, by recursive descent; expressions by precedence climbing.
struct Parser {
  /// What surrounds a statement, for the words that only make sense inside something.
  struct Context {
    var isInFunction = false
    var isInLoop = false
    /// Inside a statement whose head could not be read: what it is in is unknown.
    var isUnknown = false
  }

  /// The innermost class around the text under way.
  var className: String?

  let source: SourceFragment
  let lexemes: [Lexeme]
  /// The offsets of the lexer's problems, ascending.
  let faultOffsets: [Int]
  /// Whether the lexer left the rest unread.
  let isTruncated: Bool

  var index = 0
  var context = Context()
  var diagnostics: [Diagnostic] = []
  /// How many brackets are open: inside them a missing comma is the likeliest slip.
  var openBrackets = 0
  /// How many levels of fields of f-strings this text is inside of.
  var fieldDepth = 0
  /// Whether the text is one field, outside any f-string.
  var isInlineValue = false
  /// How deep the recursion is.
  var depth = 0
  /// Whether the text says that Python is not to evaluate annotations.
  var leavesAnnotationsUnevaluated = false
  /// The height of the tallest tree read since the function under way began; see `grow`.
  var height = 0

  init(_ source: SourceFragment, _ lexer: Lexer) {
    self.source = source
    self.lexemes = lexer.lexemes
    self.faultOffsets = lexer.faultOffsets
    self.isTruncated = lexer.stopped
  }

  // MARK: Cursor

  var next: Terminal { lexemes[index].terminal }
  var nextSpan: Span { lexemes[index].span }
  /// The terminal after the next one.
  var second: Terminal { lexemes[min(index + 1, lexemes.count - 1)].terminal }
  /// Where the construct under way begins.
  var here: Int { lexemes[index].span.start }

  mutating func advance() {
    if index < lexemes.count - 1 { index += 1 }
  }

  mutating func accept(_ terminal: Terminal) -> Bool {
    guard next == terminal else { return false }
    advance()
    return true
  }

  mutating func expect(_ terminal: Terminal) throws(SyntaxFault) {
    guard accept(terminal) else { throw invalidSyntax() }
  }

  /// From an offset to the end of the last lexeme that was read.
  func span(from start: Int) -> Span {
    Span(start, max(start, index > 0 ? lexemes[index - 1].span.end : start))
  }

  func text(_ span: Span) -> String {
    String(decoding: source.utf8[span.start..<span.end], as: UTF8.self)
  }

  mutating func identifier() throws(SyntaxFault) -> Identifier {
    guard next == .name else { throw invalidSyntax() }
    defer { advance() }
    return Identifier(mangled(normalizedName(text(nextSpan))), nextSpan)
  }

  /// `__name` inside `class C` is `_C__name`, so that a subclass does not meet it by accident.
  private func mangled(_ name: String) -> String {
    guard let className, name.hasPrefix("__"), !name.hasSuffix("__") else { return name }
    let stem = className.drop { $0 == "_" }
    return stem.isEmpty ? name : "_\(stem)\(name)"
  }

  /// The line of the file, for messages that name a line.
  func line(at offset: Int) -> Int {
    source.place(of: Span(offset, offset)).start.line
  }

  // MARK: Faults

  func fault(
    _ message: String, _ span: Span, rule: Rule = .syntaxError, help: String? = nil
  ) -> SyntaxFault {
    let prefix = fieldDepth > 0 && rule != .unsupportedSyntax ? "f-string: " : ""
    return SyntaxFault(
      Diagnostic(rule, prefix + message, at: source.place(of: span), help: help))
  }

  /// Notes a problem that does not keep the statement from being read.
  mutating func report(
    _ message: String, _ span: Span, rule: Rule = .syntaxError, help: String? = nil
  ) {
    diagnostics.append(Diagnostic(rule, message, at: source.place(of: span), help: help))
  }

  mutating func reportUnsupported(_ construct: String, _ span: Span, help: String) {
    report("\(construct) is not part of neuron", span, rule: .unsupportedSyntax, help: help)
  }

  // MARK: Bounds

  /// Enters a construct that may hold itself. The caller leaves it with `depth -= 1`.
  mutating func descend() throws(SyntaxFault) {
    guard depth < NestingLimit.recursion else {
      throw fault(
        "too deeply nested: at most \(NestingLimit.recursion) levels are allowed", nextSpan,
        rule: .tooDeeplyNested, help: "name a part of it in a statement of its own")
    }
    depth += 1
  }

  /// Begins a node: remembers the tallest tree beside it. The caller ends it with `endNode`.
  mutating func beginNode() -> Int {
    defer { height = 0 }
    return height
  }

  mutating func endNode(_ outer: Int) {
    height = max(outer, height)
  }

  /// Puts a node above everything that was read since `beginNode`.
  mutating func grow() throws(SyntaxFault) {
    height += 1
    guard height < NestingLimit.treeHeight else { throw tooDeep() }
  }

  private func tooDeep() -> SyntaxFault {
    fault(
      "too deeply nested: at most \(NestingLimit.treeHeight) levels are allowed, where each link "
        + "of a chain such as `a + b + …` or `a.b.…` counts as one", nextSpan,
      rule: .tooDeeplyNested, help: "name a part of it in a statement of its own")
  }
}

/// The spelling by which a name is known: Python takes some Greek symbols for the letter that they
/// picture, so that `ϵ` and `ε` are one name.
func normalizedName(_ name: String) -> String {
  if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
  var result = String.UnicodeScalarView()
  for scalar in name.unicodeScalars {
    switch scalar {
    case "\u{B5}": result.append("μ")
    case "ϐ": result.append("β")
    case "ϵ": result.append("ε")
    case "ϑ": result.append("θ")
    case "ϰ": result.append("κ")
    case "ϖ": result.append("π")
    case "ϱ": result.append("ρ")
    case "ϕ": result.append("φ")
    case "ϴ": result.append("Θ")
    case "\u{2126}": result.append("Ω")
    default: result.append(scalar)
    }
  }
  return String(result)
}
