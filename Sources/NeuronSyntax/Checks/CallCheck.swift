import SourceText

/// Compares each call of a function of the lesson with its parameters.
struct CallCheck {
  private let source: SourceFragment
  private let names: SessionNames
  private(set) var classShapes: ClassShapes
  private(set) var diagnostics: [Diagnostic] = []
  /// The names that are no globals, scope by scope.
  private var hidden: [Set<String>] = []
  /// The functions around the place.
  private var functions: [Surrounding] = []
  /// The calls of functions by plain names, in the function or module under way.
  private var orders = ArgumentOrders()
  /// Whether the program itself handles a TypeError that rises here.
  private var isGuarded = false

  private struct Surrounding {
    var name: String
    /// Its parameters in order.
    var parameters: [String]
    /// The class whose method it is, and the name that surely holds its object.
    var method: (className: String, object: String)?
  }

  init(_ source: SourceFragment, _ names: SessionNames, _ classShapes: consuming ClassShapes) {
    self.source = source
    self.names = names
    self.classShapes = classShapes
  }

  mutating func walk(_ module: Module) {
    walk(module.body)
    reportOrders()
  }

  private mutating func walk(_ body: [Statement], in className: String? = nil) {
    for statement in body { walk(statement, in: className) }
  }

  private mutating func walk(_ statement: Statement, in className: String?) {
    statement.forEachExpression { walk($0, under: nil) }
    switch statement.kind {
    case .function(let function): walk(function, in: className)
    case .classDefinition(let definition):
      let isGlobal = functions.isEmpty && className == nil
      enter(definition.scope)
      walk(definition.body, in: isGlobal ? definition.name.name : "")
      hidden.removeLast()
    case .try(let body, let handlers, let orElse, let finally):
      let isCaught = names.guards.mayCatch(.type, handlers)
      guarding(isCaught) { $0.walk(body, in: className) }
      for handler in handlers { walk(handler.body, in: className) }
      walk(orElse, in: className)
      walk(finally, in: className)
    case .with(let items, let body):
      guarding(names.guards.mayCatch(items)) { $0.walk(body, in: className) }
    default: statement.forEachBlock { walk($0, in: className) }
    }
  }

  private mutating func walk(_ function: FunctionDefinition, in className: String?) {
    let parameters = function.parameters.all.map(\.identifier.name)
    var surrounding = Surrounding(name: function.name.name, parameters: parameters)
    if let className, !className.isEmpty, function.decorators.isEmpty, let object = parameters.first
    {
      var bindings = Bindings()
      bindings.scan(function.body)
      if !bindings.nameSet.contains(object) { surrounding.method = (className, object) }
    }
    functions.append(surrounding)
    let outer = orders
    orders = ArgumentOrders()
    enter(function.scope)
    guarding(names.guardedFromTypes.cover(function, names.uses)) { $0.walk(function.body) }
    hidden.removeLast()
    reportOrders()
    orders = outer
    functions.removeLast()
  }

  private mutating func guarding(_ isCaught: Bool, _ body: (inout CallCheck) -> Void) {
    let outer = isGuarded
    if isCaught { isGuarded = true }
    body(&self)
    isGuarded = outer
  }

  private mutating func enter(_ scope: Scope) {
    hidden.append(scope.nonGlobals)
  }

  /// - Parameter parent: what the expression is a direct part of, if that is an expression.
  private mutating func walk(_ expression: Expression, under parent: Expression?) {
    switch expression.kind {
    case .lambda(let lambda):
      lambda.parameters.defaultValues.forEach { walk($0, under: nil) }
      enter(lambda.scope)
      guarding(names.guardedFromTypes.isAnywhere) { $0.walk(lambda.body, under: nil) }
      hidden.removeLast()
    case .comprehension(let comprehension):
      enter(comprehension.scope)
      let mayRunElsewhere = comprehension.kind == .generator && names.guardedFromTypes.isAnywhere
      guarding(mayRunElsewhere) { check in expression.forEachChild { check.walk($0, under: nil) } }
      hidden.removeLast()
    case .call(let function, let arguments):
      check(function, arguments, expression, under: parent)
      expression.forEachChild { walk($0, under: expression) }
    default: expression.forEachChild { walk($0, under: expression) }
    }
  }

  // MARK: Calls

  private mutating func report(
    _ rule: Rule, _ message: String, _ span: Span, help: String? = nil,
    fix: Diagnostic.Fix? = nil
  ) {
    diagnostics.append(
      Diagnostic(rule, message, at: source.place(of: span), help: help, fix: fix))
  }

  private mutating func check(
    _ function: Expression, _ arguments: [Argument], _ call: Expression, under parent: Expression?
  ) {
    switch function.kind {
    case .integer, .float:
      if isGuarded { return }
      let isFloat = if case .float = function.kind { true } else { false }
      report(
        .callOfNumber, "'\(isFloat ? "float" : "int")' object is not callable", function.span,
        help: "write `*` between the factors of a product",
        fix: productFix(function, arguments, call, under: parent))
    case .name(let name):
      guard hidden.last?.contains(name) != true else { return }
      if let parameters = names.signature(of: name) {
        noteOrder(name, parameters, arguments, call.span)
        check(CallShape(callee: name, parameters: parameters), arguments, call.span)
      } else if let constructor = classShapes.constructor(of: name, names) {
        check(constructor, arguments, call.span)
      }
    case .attribute(let object, let method):
      guard case .name(let name) = object.kind, let (className, own) = functions.last?.method,
        name == own, let shape = classShapes.method(method.name, of: className, names)
      else { return }
      check(shape, arguments, call.span)
    default: return
    }
  }

  private mutating func check(_ shape: CallShape, _ arguments: [Argument], _ span: Span) {
    guard !isGuarded, let problem = shape.problem(arguments, span) else { return }
    report(problem.rule, problem.message, problem.span, help: problem.help)
  }

  /// `3(x + 1)` is `3*(x + 1)`, unless what stands around binds as tightly as the `*`.
  private func productFix(
    _ number: Expression, _ arguments: [Argument], _ call: Expression, under parent: Expression?
  ) -> Diagnostic.Fix? {
    guard arguments.count == 1, arguments[0].kind == .positional,
      source.utf8[number.span.end] == UInt8(ascii: "("), isProductIn(parent, call)
    else { return nil }
    let end = source.place(of: Span(number.span.end, number.span.end))
    return Diagnostic.Fix(at: end, with: "*")
  }

  private func isProductIn(_ parent: Expression?, _ call: Expression) -> Bool {
    guard let parent else { return true }
    switch parent.kind {
    case .binary(let operation, let left, _):
      switch operation {
      case .add, .subtract, .multiply: return true
      case .divide: return left.span == call.span
      default: return false
      }
    case .attribute, .subscript: return false
    case .call(let function, _): return function.span != call.span
    default: return true
    }
  }

  // MARK: Order

  /// `h(w, b, x)` for `def h(x, w, b)`. A function that calls itself may well mean it.
  private mutating func noteOrder(
    _ name: String, _ parameters: Parameters, _ arguments: [Argument], _ span: Span
  ) {
    let expected = (parameters.positionalOnly + parameters.ordinary).map(\.identifier.name)
    var given: [String] = []
    for argument in arguments {
      guard argument.kind == .positional, case .name(let name) = argument.value.kind else { return }
      given.append(name)
    }
    let wanted = Array(expected.prefix(given.count))
    guard given.count >= 2, given.count <= expected.count, Set(given).count == given.count,
      Set(given) == Set(wanted), !functions.contains(where: { $0.name == name }),
      let first = arguments.first, let last = arguments.last
    else { return }
    orders.note(
      ArgumentOrders.Call(
        function: name, expected: expected, wanted: wanted, given: given, span: span,
        argumentSpan: first.value.span.union(last.value.span)))
  }

  private mutating func reportOrders() {
    let own = functions.last?.parameters
    for call in orders.calls where call.given != call.wanted {
      let displaced = zip(call.given, call.wanted).filter { $0 != $1 }.count
      // Two that change places are often meant to, unless they only follow the caller's own order.
      if displaced == 2, own?.filter(call.given.contains) != call.given { continue }
      if orders.areSeveral(for: call) { continue }
      let right = call.wanted.joined(separator: ", ")
      report(
        .argumentsInAnotherOrder,
        "'\(call.function)' takes (\(call.expected.joined(separator: ", "))), but is given "
          + "(\(call.given.joined(separator: ", ")))", call.span,
        help: "write `\(call.function)(\(right))`, or name the arguments",
        fix: Diagnostic.Fix(at: source.place(of: call.argumentSpan), with: right))
    }
  }
}

/// The calls of one function or module whose arguments are the names of all the first parameters.
private struct ArgumentOrders {
  struct Call {
    var function: String
    var expected: [String]
    /// As many of `expected` as are given.
    var wanted: [String]
    var given: [String]
    var span: Span
    var argumentSpan: Span
  }

  private(set) var calls: [Call] = []
  private var seen: [Names: Set<[String]>] = [:]

  /// A function, and what it is given, in the order of the alphabet.
  private struct Names: Hashable {
    var function: String
    var given: [String]

    init(_ call: Call) {
      function = call.function
      given = call.given.sorted()
    }
  }

  mutating func note(_ call: Call) {
    calls.append(call)
    seen[Names(call), default: []].insert(call.given)
  }

  /// Whether the same function is called with these names in several orders: then that is meant.
  func areSeveral(for call: Call) -> Bool {
    (seen[Names(call)]?.count ?? 0) > 1
  }
}
