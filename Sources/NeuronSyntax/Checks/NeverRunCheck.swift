import SourceText

/// Finds the functions of a text, and the lines of those, that no cell ever ran. The text has been run,
/// and all that follows it.
public struct NeverRunCheck {
  private let module: Module
  private let wasRun: (Span) -> Bool?
  private var diagnostics: [Diagnostic] = []

  /// - Parameter wasRun: whether anything in a span of the text was run; `nil` where there is nothing
  ///   to run, or what runs with the text itself.
  public init(_ module: Module, wasRun: @escaping (Span) -> Bool?) {
    self.module = module
    self.wasRun = wasRun
    lookForFunctions(in: module.body)
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

  private mutating func lookForFunctions(in body: [Statement]) {
    for statement in body {
      if case .function(let function) = statement.kind {
        check(function)
      } else {
        statement.forEachBlock { lookForFunctions(in: $0) }
      }
    }
  }

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
    switch statement.kind {
    case .function(let function): check(function)
    case .classDefinition(let definition): lookForFunctions(in: definition.body)
    // `if False: yield` makes a function a generator, of nothing.
    case .if(let test, let body, let orElse) where test.isAlwaysFalse && body.allSatisfy(\.isYield):
      checkBlock(orElse)
    default: statement.forEachBlock { checkBlock($0) }
    }
  }

  private mutating func reportRun(of skipped: [Statement]) {
    guard let first = skipped.first, let last = skipped.last, !last.isGuard else { return }
    var end = first.span.start
    while end < first.span.end, !isLineEnd(source.utf8[end]) { end += 1 }
    report(
      "no cell ever runs this line", Span(first.span.start, end),
      help: "run it with values that lead here, or take it out")
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
    case .expression(let value):
      switch value.kind {
      case .string, .constant: true
      default: false
      }
    default: false
    }
  }
}
