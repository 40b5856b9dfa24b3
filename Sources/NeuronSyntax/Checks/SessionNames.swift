import SourceText

/// What the cells of a lesson bind at module level, and what is known of it.
struct SessionNames {
  /// Where a name is first bound.
  struct Binding {
    var cell: Int
    var place: Place
  }

  let builtins: [String]
  let builtinSet: Set<String>
  let guards: Guards
  private(set) var cellCount = 0
  /// All names that any cell binds, in order, for suggestions.
  private(set) var ordered: [String] = []
  private(set) var bindings: [String: Binding] = [:]
  /// The parameters of each function of the module's own code; `nil` if one of its definitions takes
  /// others than the first, or is decorated and so may take others.
  private var functions: [String: Parameters?] = [:]
  /// The classes of the module's own code; `nil` for a name that several have.
  private var classes: [String: ClassDefinition?] = [:]
  /// Names that are bound by something else than `def` or `class`.
  private var otherwiseBound: Set<String> = []
  /// Names in statements that could not be read: who knows what they bind.
  private(set) var uncertain: Set<String> = []
  /// Whether `import *` may have bound any name.
  private(set) var isOpen = false
  /// Whether Python evaluates annotations: not after `from __future__ import annotations`.
  private(set) var hasAnnotations = true
  /// How names and attributes are used anywhere.
  private(set) var uses = SessionUses()
  /// Where the program handles a name that is not bound, and a wrong call.
  private(set) var guardedFromNames: GuardedFunctions
  private(set) var guardedFromTypes: GuardedFunctions
  /// What is bound after the cells that were checked have run.
  var boundSoFar: Set<String> = []
  /// How often the names were searched for one that may have been meant.
  var searchCount = 0

  init(builtins: [String]) {
    self.builtins = builtins
    builtinSet = Set(builtins)
    guards = Guards(builtins: builtinSet)
    guardedFromNames = GuardedFunctions(.name, guards)
    guardedFromTypes = GuardedFunctions(.type, guards)
  }

  mutating func declare(_ module: Module) {
    var bound = Bindings()
    bound.scan(module.body)
    for name in bound.names {
      add(name, module.source, bound.places[name] ?? Span(0, 0))
    }
    collectHidden(module.body, module.source)
    if module.leavesAnnotationsUnevaluated { hasAnnotations = false }
    collectDefinitions(module.body)
    uses.collect(module.body)
    guardedFromNames.collect(module.body)
    guardedFromTypes.collect(module.body)
    var others = Bindings(countsDefinitions: false)
    others.scan(module.body)
    otherwiseBound.formUnion(others.nameSet)
    cellCount += 1
  }

  private mutating func add(_ name: String, _ source: SourceFragment, _ span: Span) {
    guard bindings[name] == nil else { return }
    ordered.append(name)
    bindings[name] = Binding(cell: cellCount, place: source.place(of: span))
  }

  /// Whether some cell, or something that runs during one, may bind a name.
  func mayBind(_ name: String) -> Bool {
    isOpen || bindings[name] != nil || builtinSet.contains(name) || uncertain.contains(name)
  }

  /// The parameters that a name of the module surely has when it is called: every definition of it
  /// has the same ones.
  func signature(of name: String) -> Parameters? {
    isOnlyFunction(name) ? functions[name] ?? nil : nil
  }

  /// Whether nothing but `def` binds a name.
  func isOnlyFunction(_ name: String) -> Bool {
    functions[name] != nil && classes[name] == nil && isOnlyDefined(name)
  }

  /// The one class that a name surely is.
  func onlyClass(_ name: String) -> ClassDefinition? {
    guard let definition = classes[name] ?? nil, functions[name] == nil, isOnlyDefined(name),
      definition.decorators.isEmpty
    else { return nil }
    return definition
  }

  private func isOnlyDefined(_ name: String) -> Bool {
    !otherwiseBound.contains(name) && !uncertain.contains(name) && !isOpen
  }

  private mutating func collectDefinitions(_ body: [Statement]) {
    for statement in body {
      switch statement.kind {
      case .function(let function):
        note(function)
      case .classDefinition(let definition):
        let isFirst = classes[definition.name.name] == nil
        classes[definition.name.name] = .some(isFirst ? definition : nil)
      default: statement.forEachBlock { collectDefinitions($0) }
      }
    }
  }

  private mutating func note(_ function: FunctionDefinition) {
    let parameters = function.decorators.isEmpty ? function.parameters : nil
    let isAlike =
      if let known = functions[function.name.name] {
        known?.shape == parameters?.shape
      } else {
        true
      }
    functions[function.name.name] = .some(isAlike ? parameters : nil)
  }

  /// `global` in functions, and names in what could not be read.
  private mutating func collectHidden(_ body: [Statement], _ source: SourceFragment) {
    for statement in body {
      switch statement.kind {
      case .global(let names):
        uncertain.formUnion(names.map(\.name))
      case .unsupported:
        uncertain.formUnion(namesWritten(in: statement.span, source))
      case .importFrom(_, _, names: nil):
        isOpen = true
      default:
        statement.forEachBlock { collectHidden($0, source) }
      }
    }
  }

}

extension Module {
  /// The names that the text certainly binds at module level, each where it first does.
  public var bindings: [Identifier] {
    var bindings = Bindings()
    bindings.scan(body)
    return bindings.names.compactMap { name in
      bindings.places[name].map { Identifier(name, $0) }
    }
  }

  /// The names that the text binds at module level, in the order of first binding, and those that
  /// stand in its statements that could not be read, since they may bind them.
  public var boundNames: [String] {
    var bindings = Bindings()
    bindings.scan(body)
    var names = bindings.names
    for statement in body {
      if case .unsupported = statement.kind { names += namesWritten(in: statement.span, source) }
    }
    return names
  }
}

private func namesWritten(in span: Span, _ source: SourceFragment) -> [String] {
  var lexer = Lexer(field: span, of: source)
  lexer.readField()
  return lexer.lexemes.filter { $0.terminal == .name }.map {
    normalizedName(String(decoding: source.utf8[$0.span.start..<$0.span.end], as: UTF8.self))
  }
}

extension Statement {
  /// The blocks inside a statement, in order, those of functions and classes among them.
  func forEachBlock(_ visit: ([Statement]) -> Void) {
    switch kind {
    case .function(let function): visit(function.body)
    case .classDefinition(let definition): visit(definition.body)
    case .if(_, let body, let orElse), .while(_, let body, let orElse),
      .for(_, _, let body, let orElse):
      visit(body)
      visit(orElse)
    case .try(let body, let handlers, let orElse, let finally):
      visit(body)
      for handler in handlers { visit(handler.body) }
      visit(orElse)
      visit(finally)
    case .with(_, let body): visit(body)
    default: break
    }
  }
}
