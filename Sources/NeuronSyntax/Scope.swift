/// What the names of one function, lambda, comprehension or class body mean.
///
/// A name that is bound in a scope is local to it, unless declared `global` or `nonlocal`. A local
/// that an inner scope uses is a *cell variable*: it lives in a box that the closures share. A name
/// that an enclosing function binds is *free* here. Everything else is global: bound by the module,
/// or built in. (The words are those of CPython's `symtable`.)
public struct Scope: Sendable {
  /// Parameters first, in the order `positionalOnly`, `ordinary`, `keywordOnly`, `*rest`,
  /// `**keywordRest`; then every other name that the scope binds, in the order of first binding.
  /// Cell variables are among them. For a comprehension the first name is `.0`, its outermost
  /// iterator.
  public var locals: [String] = []
  /// The locals that inner scopes use.
  public var cells: Set<String> = []
  /// Those of them that live in a box: the others are used by comprehensions alone that are inlined.
  public var boxed: Set<String> = []
  /// The names taken from enclosing functions, in the order of first use here or further inside.
  public var free: [String] = []
  /// The names declared `global` here.
  public var globals: Set<String> = []
  /// Whether the body holds a `yield` of its own, or is a generator expression.
  public var isGenerator = false
  /// Whether the scope is that of a comprehension whose variables nothing captures, so that it can run
  /// where it stands, with variables of its own among those of the scope around it.
  public var isInlined = false

  /// The names that mean no global in it.
  var nonGlobals: Set<String> { Set(locals).union(free) }

  /// An empty scope.
  public init() {}
}
