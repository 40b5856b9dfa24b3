import SourceText

/// Finds what is wrong with the cells of a lesson before anything runs. It remembers the names that
/// earlier cells bound, since all cells share one session.
///
///     var checker = StaticChecker(builtins: ["print"])
///     for cell in cells { checker.declare(cell) }     // so that functions may name later cells
///     for cell in cells { problems += checker.check(cell) }
///
/// The n-th cell checked is the n-th declared; a cell that was not declared is when it is checked.
public struct StaticChecker {
  var names: SessionNames
  private var checked = 0
  /// As the cells declared so far show the classes.
  private var classShapes = ClassShapes()

  /// A session in which only `builtins` are known.
  public init(builtins: [String]) {
    names = SessionNames(builtins: builtins)
  }

  /// Notes what a cell binds, without checking it.
  public mutating func declare(_ module: Module) {
    names.declare(module)
    classShapes = ClassShapes()
  }

  /// The problems of the next cell, in the order of their places.
  public mutating func check(_ module: Module) -> [Diagnostic] {
    if checked == names.cellCount { declare(module) }
    // Taken out, not copied: a session may have many names and many cells.
    var bound: Set<String> = []
    swap(&bound, &names.boundSoFar)
    var check = NameCheck(module.source, names, cell: checked, bound: consume bound)
    check.walk(module)
    names.boundSoFar = check.bound
    names.searchCount = check.searchCount
    checked += 1
    var shapes = ClassShapes()
    swap(&shapes, &classShapes)
    var calls = CallCheck(module.source, names, consume shapes)
    calls.walk(module)
    classShapes = calls.classShapes
    var functions = FunctionCheck(module.source, names)
    functions.walk(module.body)
    let found = check.diagnostics + calls.diagnostics + functions.diagnostics
    return Allowances(module).apply(to: found)
  }
}
