/// A scope that a `NameWalk` is in: the session, a function, a class body or a comprehension; with
/// the definitions that hold in it where the walk is.
struct NameLevel {
  enum Kind { case session, function, classBody, comprehension }

  let kind: Kind
  /// The names that are bound in it and no others'.
  let locals: Set<String>
  /// The names that are the session's, whatever is around.
  let globals: Set<String>
  /// The name of the function or class.
  let owner: String?
  /// Of the body of a class, the index of its definition.
  var classDefinition: Int?
  /// Of the body of a class, the fields that are declared without a value.
  var declared: [String: Int] = [:]
  /// Whether it is a function that is given to a call, which most likely calls it then and there.
  var isArgument = false

  /// Whether its code runs at some later time.
  var isCalledLater: Bool { kind == .function && !isArgument }

  /// The definition that holds, for each name that has one.
  private(set) var current: [String: Int] = [:]
  /// The first definition of each name.
  private(set) var first: [String: Int] = [:]
  /// The uses in functions inside that wait for the end of this scope.
  var waiting: [Int] = []

  /// What `current` was before each change, while a branch is under way.
  private var changes: [(name: String, before: Int?)] = []
  private var openBranches = 0

  init(
    _ kind: Kind, locals: Set<String> = [], globals: Set<String> = [], owner: String? = nil
  ) {
    self.kind = kind
    self.locals = locals
    self.globals = globals
    self.owner = owner
  }

  /// Lets `definition`, or none, hold for a name from here on.
  mutating func set(_ name: String, _ definition: Int?) {
    if openBranches > 0 { changes.append((name, current[name])) }
    current[name] = definition
    if let definition, first[name] == nil { first[name] = definition }
  }

  /// A definition that is there without holding from here on: that of a setter, or in a function
  /// that makes it when it is called.
  mutating func add(_ name: String, _ definition: Int) {
    if current[name] == nil { set(name, definition) }
  }

  // MARK: Branches

  mutating func beginBranch() -> Int {
    openBranches += 1
    return changes.count
  }

  /// Ends a branch and goes back to what held before it.
  /// - Returns: what holds at its end for each name that it changed.
  mutating func endBranch(_ mark: Int) -> [String: Int?] {
    var ending: [String: Int?] = [:]
    for change in changes[mark...] where ending[change.name] == nil {
      ending[change.name] = .some(current[change.name])
    }
    for change in changes[mark...].reversed() { current[change.name] = change.before }
    changes.removeSubrange(mark...)
    openBranches -= 1
    return ending
  }

  /// After branches that end like this, one of which was taken, each name means the first of what it
  /// may mean: from there a reader comes to the others by reading on.
  mutating func join(_ endings: [[String: Int?]]) {
    var joined: [String: Int?] = [:]
    for ending in endings {
      for name in ending.keys where joined[name] == nil {
        let meanings = endings.compactMap { $0[name] ?? current[name] }
        joined[name] = .some(meanings.min())
      }
    }
    for (name, definition) in joined { set(name, definition) }
  }
}
