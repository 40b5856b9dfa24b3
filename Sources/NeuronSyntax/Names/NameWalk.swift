import SourceText

// Reading order: this file (what is found, names, how they are settled), then +Statements,
// +Definitions, +Expressions, +Members.

/// Walks the cells of a lesson in the order in which they run, and finds for each name the definition
/// that it means.
///
/// - A name of the scope that runs means what was bound last before it. Branches that no cell ever ran
///   bind nothing after them, and a loop that was run binds what it binds. Where branches or loops leave
///   several that may be meant all the same, it means the first of them. `x += 1` changes what `x` is and defines
///   nothing.
/// - A name that a function takes from around it is looked up when the function is called. It means
///   what is bound before the function in the same cell; else what holds at the end of the cell; else
///   what a later cell binds first. A function that is given to a call sees what the call sees.
/// - An attribute has a meaning where its object is certain: `self` in a method, a class of the lesson,
///   a module.
///
/// What is not certain has no meaning: a name after `import *`, a keyword of a decorated function.
struct NameWalk {
  struct Use {
    var cell: Int
    var span: Span
    var name: String
    var meaning: NameUse.Meaning?
  }

  let builtins: Set<String>
  /// Whether anything in a span of a cell was run; `nil` where that is not known.
  private let spanWasRun: (_ cell: Int, Span) -> Bool?
  var cell = 0
  var source: SourceFragment

  var definitions: [NameDefinition] = []
  var uses: [Use] = []
  var levels = [NameLevel(.session)]
  /// The variables of the session that each cell binds more than once.
  private(set) var changing: [Set<String>] = []
  /// Those that the cell binds.
  private var bound: Set<String> = []
  /// Uses in functions of earlier cells that nothing has bound so far.
  private var unbound: [String: [Int]] = [:]
  /// The uses in each loop around the place that nothing before them binds: an earlier turn may.
  private var loops: [[Int]] = []
  /// What each loop around the place has certainly bound, by name the first.
  private var turns: [[String: Int]] = []
  /// In how many parts that may not have been run the place is.
  private var doubt = 0
  /// The definitions from here on stand after the last `import *`, which may have bound any name.
  private(set) var firstCertain = 0
  /// How many definitions there were when the cell began.
  private var firstOfCell = 0
  /// Whether what is walked does not run.
  private var vainDepth = 0

  var functions: [Int: FunctionMeaning] = [:]
  var classes: [Int: ClassMeaning] = [:]
  /// The parameters that stand for an object of a class, or for a class.
  var selves: [Int: SelfMeaning] = [:]
  var attributes: [AttributeUse] = []
  var keywords: [KeywordUse] = []

  init(builtins: Set<String>, wasRun: @escaping (_ cell: Int, Span) -> Bool?) {
    self.builtins = builtins
    spanWasRun = wasRun
    source = SourceFragment(SourceFile(path: "", text: ""))
  }

  // MARK: Cells

  mutating func walk(_ module: Module, _ progress: CellProgress) {
    source = module.source
    firstOfCell = definitions.count
    bound = []
    changing.append([])
    switch progress {
    case .ran:
      walk(module.body)
      settleWaiting()
    case .stopped(let index): walk(module.body, stoppedIn: index)
    case .notRun: inVain { $0.walk(module.body) }
    }
    cell += 1
  }

  /// Statements whose definitions nothing after them sees.
  private mutating func inVain(_ body: (inout NameWalk) -> Void) {
    vainDepth += 1
    defer { vainDepth -= 1 }
    let certain = firstCertain
    let earlier = levels[0].waiting
    levels[0].waiting = []
    let mark = levels[0].beginBranch()
    body(&self)
    settleWaiting(isLast: true)
    _ = levels[0].endBranch(mark)
    levels[0].waiting = earlier
    firstCertain = certain
  }

  private mutating func walk(_ body: [Statement], stoppedIn index: Int) {
    walk(Array(body.prefix(index)))
    if index < body.count {
      let stopped = body[index]
      switch stopped.kind {
      case .if, .while, .for, .try, .with:
        // Part of it ran.
        let mark = levels[0].beginBranch()
        walk(stopped)
        let ending = levels[0].endBranch(mark)
        levels[0].join([[:], ending])
        inVain { $0.walk(Array(body.dropFirst(index + 1))) }
      default: inVain { $0.walk(Array(body.dropFirst(index))) }
      }
    }
    settleWaiting()
  }

  // MARK: Uses

  /// Notes a name that is used.
  /// - Returns: its index.
  @discardableResult
  mutating func use(_ name: String, _ span: Span) -> Int {
    uses.append(Use(cell: cell, span: span, name: name))
    let index = uses.count - 1
    let (level, isLater) = levelOf(name)
    if !isLater {
      settle(index, in: level)
    } else if !settleInPassing(index, in: level) {
      levels[level].waiting.append(index)
    }
    return index
  }

  /// The scope that a name is looked up in, and whether that is done when a function is called.
  private func levelOf(_ name: String) -> (level: Int, isLater: Bool) {
    var isLater = false
    for index in levels.indices.dropFirst().reversed() {
      let level = levels[index]
      if level.globals.contains(name) { break }
      if level.kind == .classBody {
        if index == levels.count - 1, level.current[name] != nil { return (index, false) }
        continue
      }
      if level.locals.contains(name) { return (index, isLater) }
      if level.isCalledLater { isLater = true }
    }
    return (0, levels.contains(where: \.isCalledLater))
  }

  private func definition(of name: String, in level: Int) -> Int? {
    guard let definition = levels[level].current[name] else { return nil }
    return level > 0 || definition >= firstCertain ? definition : nil
  }

  private mutating func settle(_ use: Int, in level: Int) {
    let name = uses[use].name
    if let definition = definition(of: name, in: level) {
      uses[use].meaning = .definition(definition)
    } else if level > 0 {
      levels[level].waiting.append(use)
    } else if !loops.isEmpty, firstCertain == 0 {
      loops[loops.count - 1].append(use)
    } else if levels.contains(where: \.isArgument) {
      levels[0].waiting.append(use)
    } else {
      settleAsBuiltin(use)
    }
  }

  /// Settles a name of a function where it is known already what a call will find.
  private mutating func settleInPassing(_ use: Int, in level: Int) -> Bool {
    guard let definition = definition(of: uses[use].name, in: level),
      level > 0 || definition >= firstOfCell
    else { return false }
    uses[use].meaning = .definition(definition)
    return true
  }

  private mutating func settleAsBuiltin(_ use: Int) {
    let name = uses[use].name
    if firstCertain == 0, builtins.contains(name) { uses[use].meaning = .builtin(name) }
  }

  /// Settles what waited for the end of the session's cell.
  private mutating func settleWaiting(isLast: Bool = false) {
    for use in levels[0].waiting {
      let name = uses[use].name
      if let definition = definition(of: name, in: 0) {
        uses[use].meaning = .definition(definition)
      } else if firstCertain == 0, builtins.contains(name) || isLast {
        settleAsBuiltin(use)
      } else if firstCertain == 0 {
        unbound[name, default: []].append(use)
      }
    }
    levels[0].waiting.removeAll()
  }

  /// Ends the innermost scope.
  @discardableResult
  mutating func leave() -> NameLevel {
    let level = levels.removeLast()
    for use in level.waiting {
      let name = uses[use].name
      if let definition = level.current[name] ?? level.first[name] {
        uses[use].meaning = .definition(definition)
      }
    }
    return level
  }

  // MARK: Definitions

  /// The scope that a name belongs to where the innermost scope binds it, and whether a call binds it
  /// that may come at any time.
  private func levelBinding(_ name: String) -> (level: Int, isLater: Bool) {
    var index = levels.count - 1
    // `:=` in a comprehension binds around it.
    while levels[index].kind == .comprehension, !levels[index].locals.contains(name),
      !levels[index].globals.contains(name)
    {
      index -= 1
    }
    let level = levels[index]
    if level.globals.contains(name) { return (0, levels.contains { $0.kind == .function }) }
    if level.kind == .session || level.locals.contains(name) { return (index, false) }
    let outer = levels[..<index].lastIndex { $0.kind == .function && $0.locals.contains(name) }
    return outer.map { ($0, true) } ?? (index, false)
  }

  /// Notes a definition of a name in the innermost scope, which holds from here on.
  /// - Returns: its index.
  @discardableResult
  mutating func define(_ name: String, _ span: Span, _ kind: NameDefinition.Kind? = nil) -> Int {
    let index = addDefinition(name, span, kind ?? kindOfVariable(name))
    bind(name, to: index)
    return index
  }

  private func kindOfVariable(_ name: String) -> NameDefinition.Kind {
    switch levels[levelBinding(name).level].kind {
    case .session: .variable
    case .classBody: .attribute
    case .function, .comprehension: .local
    }
  }

  /// Notes a definition that does not hold yet.
  mutating func addDefinition(
    _ name: String, _ span: Span, _ kind: NameDefinition.Kind
  ) -> Int {
    definitions.append(
      NameDefinition(
        name: name, kind: kind, cell: cell, span: span,
        owner: kind == .variable ? nil : levels.last { $0.owner != nil }?.owner))
    return definitions.count - 1
  }

  /// Lets a definition hold from here on.
  mutating func bind(_ name: String, to definition: Int) {
    let (level, isLater) = levelBinding(name)
    if isLater {
      levels[level].add(name, definition)
    } else {
      levels[level].set(name, definition)
    }
    if level == 0, !isLater, doubt == 0, levels.count == 1, !turns.isEmpty,
      turns[turns.count - 1][name] == nil
    {
      turns[turns.count - 1][name] = definition
    }
    if level == 0 { noteChange(of: name, isCertain: isLater || !loops.isEmpty) }
    if level == 0, vainDepth == 0, let waiting = unbound.removeValue(forKey: name) {
      for use in waiting { uses[use].meaning = .definition(definition) }
    }
  }

  /// Notes that a variable is bound once more, if it is one of the session.
  mutating func noteChange(of name: String, isCertain: Bool = true) {
    guard vainDepth == 0, levelBinding(name).level == 0 else { return }
    if !bound.insert(name).inserted || isCertain { changing[cell].insert(name) }
  }

  mutating func unbind(_ name: String) {
    let (level, isLater) = levelBinding(name)
    if !isLater { levels[level].set(name, nil) }
  }

  /// `import *` may have bound any name.
  mutating func forgetAll() { firstCertain = definitions.count }

  // MARK: Runs

  /// Whether any of the statements was run; `nil` where that is not known.
  func wasRun(_ body: [Statement]) -> Bool? {
    guard let first = body.first, let last = body.last else { return nil }
    return wasRun(first.span.union(last.span))
  }

  /// Whether anything in a span of the cell was run; `nil` where that is not known.
  func wasRun(_ span: Span) -> Bool? { spanWasRun(cell, span) }

  /// Whether what is walked was run once only.
  var isRunOnce: Bool { levels.count == 1 && loops.isEmpty && vainDepth == 0 }

  /// Walks what certainly was run, or else what may not have been.
  mutating func walk(isCertain: Bool, _ body: (inout NameWalk) -> Void) {
    let before = doubt
    if !isCertain { doubt += 1 }
    body(&self)
    doubt = before
  }

  mutating func walk(_ body: [Statement]) {
    for statement in body {
      walk(isCertain: loops.isEmpty || wasRun(statement.span) == true) { $0.walk(statement) }
    }
  }

  // MARK: Loops

  /// Walks a loop by its parts, which join what they bind with what holds before.
  mutating func inLoop(_ body: (inout NameWalk) -> Void) {
    guard levels.count == 1 else { return body(&self) }
    loops.append([])
    body(&self)
    for use in loops.removeLast() { settle(use, in: 0) }
  }

  /// Walks a whole loop: what it has bound certainly holds after it, not what was bound before.
  mutating func notingTurns(_ loop: (inout NameWalk) -> Void) {
    guard levels.count == 1 else { return loop(&self) }
    let first = definitions.count
    turns.append([:])
    loop(&self)
    let bound = turns.removeLast()
    for (name, definition) in bound where levels[0].current[name].map({ $0 < first }) == true {
      levels[0].set(name, definition)
    }
    if !turns.isEmpty { turns[turns.count - 1].merge(bound) { earlier, _ in earlier } }
  }
}
