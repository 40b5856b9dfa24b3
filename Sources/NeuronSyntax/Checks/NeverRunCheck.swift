import SourceText

/// Finds the functions, lambdas, comprehensions and lines of a text that no cell ever ran. The text has
/// been run, and all that follows it.
public struct NeverRunCheck {
  private let module: Module
  private let wasRun: (Span) -> Bool?
  private var diagnostics: [Diagnostic] = []

  /// - Parameter wasRun: whether anything in a span of the text was run; `nil` where there is nothing
  ///   to run.
  public init(_ module: Module, wasRun: @escaping (Span) -> Bool?) {
    self.module = module
    self.wasRun = wasRun
    checkBlock(module.body)
  }

  /// The problems that no comment allows, in the order of their places.
  public var problems: [Diagnostic] {
    Allowances(module).apply(to: diagnostics, of: [.neverRun])
  }

  private var source: SourceFragment { module.source }

  private mutating func report(_ message: String, _ span: Span, help: String) {
    diagnostics.append(Diagnostic(.neverRun, message, at: source.place(of: span), help: help))
  }

  // MARK: Functions

  private mutating func check(_ function: FunctionDefinition) {
    guard let first = function.body.first, let last = function.body.last else { return }
    switch wasRun(first.span.union(last.span)) {
    case nil: return
    case true?: checkBlock(function.body)
    case false?:
      // Whose body only says that there is nothing yet, or what must not happen, promises nothing.
      if function.body.allSatisfy(\.promisesNothing) { return }
      report(
        "'\(function.name.name)' is never run by any cell", function.name.span,
        help: "call it and show what it gives, or take it out")
    }
  }

  // MARK: Lines

  /// A block that was entered.
  private mutating func checkBlock(_ body: [Statement]) {
    var skipped: [Statement] = []
    var isReachable = true
    for statement in body where isReachable {
      switch wasRun(statement.span) {
      case nil: break
      case false?: skipped.append(statement)
      case true?:
        reportRun(of: skipped)
        skipped = []
        checkParts(of: statement)
      }
      // What never is reached is another rule's.
      isReachable = !statement.neverGoesOn
    }
    reportRun(of: skipped)
  }

  private mutating func checkParts(of statement: Statement) {
    statement.forEachExpression { check($0) }
    switch statement.kind {
    case .function(let function): check(function)
    // `if False: yield` makes a function a generator, of nothing.
    case .if(let test, let body, let orElse) where test.isAlwaysFalse && body.allSatisfy(\.isYield):
      checkBlock(orElse)
    default: statement.forEachBlock { checkBlock($0) }
    }
  }

  private mutating func reportRun(of skipped: [Statement]) {
    guard let first = skipped.first, let last = skipped.last, !last.isGuard else { return }
    report(
      "no cell ever runs this line", firstLine(of: first.span),
      help: "run it with values that lead here, or take it out")
  }

  private func firstLine(of span: Span) -> Span {
    var end = span.start
    while end < span.end, !isLineEnd(source.utf8[end]) { end += 1 }
    return Span(span.start, end)
  }

  // MARK: Functions within expressions

  /// An expression of a statement that was run.
  private mutating func check(_ expression: Expression) {
    switch expression.kind {
    case .lambda(let lambda) where wasRun(lambda.body.span) == false:
      lambda.parameters.defaultValues.forEach { check($0) }
      if lambda.body.promisesNothing { return }
      report(
        "no cell ever runs this lambda", firstLine(of: expression.span),
        help: "call it and show what it gives, or take it out")
    case .comprehension(let comprehension) where isNeverRun(comprehension):
      comprehension.clauses.first.map { check($0.iterable) }
      let what = comprehension.kind == .generator ? "generator" : "comprehension"
      report(
        "no cell ever runs this \(what)", firstLine(of: expression.span),
        help: "give it something to run over, and show what it gives, or take it out")
    default: expression.forEachChild { check($0) }
    }
  }

  /// Whether it never took an element of its first iterable, which is evaluated outside of it.
  private func isNeverRun(_ comprehension: Comprehension) -> Bool {
    let clauses = comprehension.clauses
    let parts =
      clauses.map(\.target) + clauses.flatMap(\.conditions) + clauses.dropFirst().map(\.iterable)
      + [comprehension.element] + [comprehension.value].compactMap(\.self)
    let known = parts.compactMap { wasRun($0.span) }
    return !known.isEmpty && !known.contains(true)
  }
}

extension Statement {
  /// Whether it says what must not happen, or that nothing is to happen.
  fileprivate var isGuard: Bool {
    switch kind {
    case .raise, .assert, .pass: true
    case .return(let value?):
      if case .name("NotImplemented") = value.kind { true } else { false }
    case .expression: promisesNothing
    default: false
    }
  }

  fileprivate var isYield: Bool {
    guard case .expression(let value) = kind else { return false }
    switch value.kind {
    case .yield, .yieldFrom: return true
    default: return false
    }
  }

  fileprivate var promisesNothing: Bool {
    switch kind {
    case .raise, .pass: true
    case .expression(let value): value.promisesNothing
    default: false
    }
  }
}

extension Expression {
  fileprivate var promisesNothing: Bool {
    switch kind {
    case .string, .constant: true
    default: false
    }
  }
}
