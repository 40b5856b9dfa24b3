import NeuronSyntax
import SourceText
import Testing

/// The scopes of small programs, one a line: name, locals, `c` cells, `f` free, `g` globals. They
/// are those of CPython's `symtable` and code objects.
struct ScopeTests {
  @Test(arguments: cases)
  func isThatOfPython(_ program: String, _ expected: [String]) {
    let result = read(program)
    #expect(result.diagnostics.map(\.message) == [])
    var lines: [String] = []
    for statement in result.module.body { collect(statement, &lines) }
    #expect(lines == expected)
  }

  static let cases: [(String, [String])] = [
    ("def f(a, /, b, *c, d, **e):\n  x = y = a\n", ["f: a b d c e x y"]),
    (
      "def f():\n  for i in x: pass\n  import a.b, c as d\n  from e import g as h\n"
        + "  with x as w: pass\n  try: pass\n  except E as e: pass\n  del q\n  def k(): pass\n"
        + "  class C: pass\n  n += 1\n  z: int = 3\n  (t, *u), v.w = x\n",
      ["f: i a d h w e q k C n z t u", "k:", "C:"]
    ),
    ("def f():\n  x = 1\n  def g():\n    return x\n", ["f: x g c x", "g: f x"]),
    (
      "def f(x):\n  def g():\n    def h():\n      return x\n",
      ["f: x g c x", "g: h f x", "h: f x"]
    ),
    (
      "def f():\n  x = 1\n  def g():\n    nonlocal x\n    x = 2\n",
      ["f: x g c x", "g: f x"]
    ),
    (
      "def f():\n  x = 1\n  def g():\n    global x\n    def h():\n      return x\n",
      ["f: x g", "g: h g x", "h:"]
    ),
    ("def f():\n  yield 1\n", ["f generator:"]),
    ("def f():\n  return lambda: (yield)\n", ["f:", "lambda generator:"]),
    ("lambda x, y=z: x + w\n", ["lambda: x y"]),
    (
      "def f(a):\n  return [x + a for x in a if x for y in x]\n",
      ["f: a c a", "list: .0 x y f a"]
    ),
    ("[x for x in y]\n", ["list: .0 x"]),
    ("{x: y for x, y in z}\n", ["dictionary: .0 x y"]),
    ("[y := x for x in z]\n", ["list: .0 x g y"]),
    (
      "def f(z):\n  return [[y := x for x in w] for w in z]\n",
      ["f: z y c y", "list: .0 w f y", "list: .0 x f y"]
    ),
    (
      "def f(z):\n  global y\n  return [y := x for x in z]\n",
      ["f: z g y", "list: .0 x g y"]
    ),
    (
      "def f(x):\n  class C:\n    x = x\n    def m(self):\n      return x\n",
      ["f: x C c x", "C: x m f x", "m: self f x"]
    ),
    (
      "class C:\n  n = 1\n  def m(self):\n    return super().m() + n\n",
      ["C: n m c __class__", "m: self f __class__"]
    ),
    (
      "class C:\n  def m(self):\n    return lambda: __class__\n",
      ["C: m c __class__", "m: self f __class__", "lambda: f __class__"]
    ),
    (
      "class C:\n  def __m(self, __x):\n    self.__y = __x\n",
      ["C: _C__m", "_C__m: self _C__x"]
    ),
    (
      "def f(x):\n  def g(y=x):\n    return y\n",
      ["f: x g", "g: y"]
    ),
    ("def f(ϵ):\n  return ε\n", ["f: ε"]),
    ("def f(a):\n  return f'{a}{[b for b in a]}'\n", ["f: a", "list: .0 b"]),
  ]

  // MARK: Printing

  private func show(_ name: String, _ scope: Scope) -> String {
    var text = name + (scope.isGenerator ? " generator:" : ":")
    for local in scope.locals { text += " " + local }
    if !scope.cells.isEmpty { text += " c " + scope.cells.sorted().joined(separator: " ") }
    if !scope.free.isEmpty { text += " f " + scope.free.joined(separator: " ") }
    if !scope.globals.isEmpty { text += " g " + scope.globals.sorted().joined(separator: " ") }
    return text
  }

  /// All scopes inside a value, outer ones first, in the order in which the tree holds them.
  private func collect(_ value: Any, _ lines: inout [String]) {
    switch value {
    case let function as FunctionDefinition: lines.append(show(function.name.name, function.scope))
    case let definition as ClassDefinition:
      lines.append(show(definition.name.name, definition.scope))
    case let lambda as Lambda: lines.append(show("lambda", lambda.scope))
    case let comprehension as Comprehension:
      lines.append(show("\(comprehension.kind)", comprehension.scope))
    case is Scope, is Span, is String: return
    default: break
    }
    for child in Mirror(reflecting: value).children { collect(child.value, &lines) }
  }
}
