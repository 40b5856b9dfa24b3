import NeuronSyntax
import SourceText
import Testing

struct StaticCheckTests {
  // MARK: Undefined names

  @Test func namesWhatNothingBinds() {
    #expect(check(["print(sigmoit)\n"]) == ["1: undefined-name: name 'sigmoit' is not defined"])
  }

  @Test(arguments: [
    ("sigmoid = 1\nprint(sigmoit)\n", "did you mean `sigmoid`?"),
    ("def f(x):\n  weight = x\n  return wieght\n", "did you mean `weight`?"),
    ("def f(w):\n  dJ_dw = w\n  return dw\n", "did you mean `dJ_dw`?"),
    ("x = null\n", "write `None`"), ("np.exp(1)\n", "write `import numpy as np` first"),
    ("pritn(1)\n", "did you mean `print`?"),
  ])
  func suggestsTheNearestName(_ text: String, _ help: String) {
    var checker = StaticChecker(builtins: ["print", "range"])
    let undefined = checker.check(read(text).module).filter { $0.rule == .undefinedName }
    #expect(undefined.map(\.help) == [help])
  }

  @Test func suggestsNothingWhereNothingIsNear() {
    var checker = StaticChecker(builtins: ["print", "range"])
    #expect(checker.check(read("gradient\n").module).map(\.help) == [nil])
  }

  @Test func tellsANameOncePerFunction() {
    #expect(
      check(["def f():\n  return y + y\ndef g():\n  return y\n"]) == [
        "2: undefined-name: name 'y' is not defined", "4: undefined-name: name 'y' is not defined",
      ])
  }

  @Test(arguments: [
    "x = 1\nprint(x)\n", "def f():\n  return x\nx = 1\n",
    "def f():\n  global y\n  y = 1\nprint(y)\n",
    "for i in range(3):\n  pass\nprint(i)\n", "for i in range(3):\n  if i: print(x)\n  x = i\n",
    "print([a for a in range(3) if a])\n", "print([b := a for a in range(3)], b)\n",
    "import a.b, c as d\nfrom e import f, g as h\nprint(a, d, f, h)\n",
    "class C:\n  n = 1\n  m = n\n  def k(self): return C\n", "print(__name__)\n",
    "try:\n  pass\nexcept print as e:\n  print(e)\n",
    "try:\n  q\nexcept NameError as e:\n  print(e)\n", "f = lambda x, *y, **z: (x, y, z)\n",
    "def f(*, a): return f'{a:{a}}'\n", "x: range = 3\nprint(x)\n", "with print() as w: print(w)\n",
    "def f():\n  def g(): return h()\n  def h(): return g()\n",
    "(a, *b), c = print()\nprint(a, b, c)\n",
    "def f(x: 'Later') -> 'Unknown': pass\n",
    "from __future__ import annotations\ndef f(x: Later) -> Unknown: pass\n",
    "class C:\n  T = range\n  n: T = 1\n  def f(self, x: T) -> 'C': y: Unknown = x; return y\n",
    "def f():\n  t = range\n  def g():\n    def h(x: t): return x\n    return h\n  return g\n",
    "def f():\n  t = range\n  def g(x: t): return x\n  return g\n",
    "def f(x: complex, *rest: bytes): pass\n", "if (n := len('')) > 1: print(n)\n",
    "class C:\n  def m(self): return super().m(), __class__\n",
    "def g(x=1, *, y=2):\n  nonlocal_ = [x + y + i for i in range(y)]\n  return nonlocal_\n",
  ])
  func isSilentAboutWhatIsBound(_ text: String) {
    #expect(check([text]) == [])
  }

  @Test(arguments: [
    ("def f(x: List[range]): pass\n", "1: undefined-name: name 'List' is not defined"),
    ("def f() -> Tuple: pass\n", "1: undefined-name: name 'Tuple' is not defined"),
    ("x: Any = 1\n", "1: undefined-name: name 'Any' is not defined"),
    ("class C:\n  x: Any\n", "2: undefined-name: name 'Any' is not defined"),
    (
      "class C:\n  def f(self) -> C: pass\n",
      "2: undefined-name: name 'C' is used before it is bound"
    ),
  ])
  func namesInAnnotationsMustBeBound(_ text: String, _ problem: String) {
    #expect(check([text]) == [problem])
  }

  @Test func aNameMustBeBoundBeforeItsLine() {
    #expect(
      check(["print(x)\nx = 1\n"]) == ["1: undefined-name: name 'x' is used before it is bound"])
  }

  @Test func aDeletedNameIsGone() {
    #expect(
      check(["x = 1\n", "del x\nprint(x)\n", "print(x)\nx = 2\nprint(x)\n"]) == [
        "2: undefined-name: name 'x' is used after it was deleted",
        "1: undefined-name: name 'x' is used after it was deleted",
      ])
  }

  @Test func theNameOfAnExceptionEndsWithItsHandler() {
    #expect(
      check(["try:\n  pass\nexcept print as e:\n  pass\nprint(e)\n"]) == [
        "5: undefined-name: name 'e' is used before it is bound"
      ])
  }

  @Test func namesOfAClassAreNotSeenByItsMethods() {
    #expect(
      check(["class C:\n  n = 1\n  def f(self): return n\n"]) == [
        "3: undefined-name: name 'n' is not defined"
      ])
  }

  // MARK: Cells

  @Test func aLaterCellMayBindWhatAFunctionUses() {
    #expect(check(["def f(): return g()\n", "def g(): return 1\n", "f()\n"]) == [])
  }

  @Test func aCellMustNotUseWhatALaterCellBinds() throws {
    let cells = ["print(x)\n", "x = 1\n"].map { read($0).module }
    var checker = StaticChecker(builtins: ["print"])
    for cell in cells { checker.declare(cell) }
    let found = checker.check(cells[0])
    #expect(found.map(\.rule) == [.nameUsedBeforeItsCell])
    #expect(found.first?.message == "name 'x' is used before the cell that binds it")
    #expect(found.first?.notes.first?.place?.span == Span(0, 1))
    #expect(checker.check(cells[1]).isEmpty)
  }

  @Test(arguments: [
    "class C:\n  n = x\n", "class C(x): pass\n", "[i + x for i in range(3)]\n",
    "{i: 1 for i in [1] if x}\n", "[i for i in x]\n", "list(i for i in x)\n",
  ])
  func whatRunsAtOnceMustNotUseWhatALaterCellBinds(_ text: String) {
    let later = "x = 1\ntry:\n  print(1)\nexcept Exception:\n  pass\n"
    let line = text.hasPrefix("class C:") ? 2 : 1
    #expect(
      check([text, later], builtins: ["print", "range", "list", "Exception"]) == [
        "\(line): name-used-before-its-cell: name 'x' is used before the cell that binds it"
      ])
  }

  @Test func cellsMayBeCheckedWithoutBeingDeclared() {
    var checker = StaticChecker(builtins: [])
    #expect(checker.check(read("x = 1\n").module).isEmpty)
    #expect(checker.check(read("y = x\n").module).isEmpty)
    #expect(checker.check(read("z\n").module).map(\.rule) == [.undefinedName])
  }

  @Test func whatAFaultyLineMayBindIsNotMissed() {
    #expect(check(["x = = 3\nprint(x)\n"]) == ["1: syntax-error: invalid syntax"])
  }

  // MARK: Allowing

  @Test func aCommentAllowsAProblemOfItsLine() {
    #expect(check(["print(q)  # neuronbook: allow undefined-name: shown on purpose\n"]) == [])
    #expect(
      check(["print(q)  # neuronbook: allow unused-allow: wrong rule\n"]) == [
        "1: undefined-name: name 'q' is not defined",
        "1: unused-allow: nothing on this line is silenced by 'allow unused-allow'",
      ])
    #expect(
      check(["print(1)  # neuronbook: allow undefined-name: stale\n"]) == [
        "1: unused-allow: nothing on this line is silenced by 'allow undefined-name'"
      ])
    #expect(check(["print('# neuronbook: allow undefined-name: no comment')\n"]) == [])
  }

  @Test(arguments: [
    "# neuronbook: allow: undefined-name", "# neuronbook:allow undefined-name",
    "# NeuronBook: Allow Undefined-Name: on purpose", "#neuronbook : allow undefined-name why",
    "# a remark # neuronbook: allow undefined-name: on purpose",
    "# neuronbook: allow undefined_name", "# neuronbook allow undefined-name: on purpose",
    "## neuronbook: allow  undefined-name :reason",
  ])
  func anAllowanceIsReadGenerously(_ comment: String) {
    #expect(check(["print(q)  \(comment)\n"]) == [])
  }

  @Test func allowancesAreJudgedByAllProblemsNotByThoseShown() {
    let shown = (0..<150).map { "print(a\($0))\n" }.joined()
    let allowed = (0..<150).map { "print(b\($0))  # neuronbook: allow undefined-name\n" }.joined()
    let found = check([shown + allowed])
    #expect(found.count == 100)
    #expect(found.allSatisfy { $0.contains("undefined-name: name 'a") })
    #expect(check([allowed]) == [])
  }

  @Test func aCommentMayAllowSeveralProblems() {
    let line = "def f(x): return q  # neuronbook: allow undefined-name"
    #expect(check([line + ", unused-parameter: a sketch\n"]) == [])
    #expect(check([line + ": a sketch # neuronbook: allow unused-parameter: too\n"]) == [])
    #expect(
      check([line + ",unused-parameter,unused-local: a sketch\n"]) == [
        "1: unused-allow: nothing on this line is silenced by 'allow unused-local'"
      ])
  }

  @Test(arguments: [
    "# neuronbook: allow", "# neuronbook: alow undefined-name", "# neuronbook: allow: , ",
  ])
  func aCommentThatNamesNothingIsReported(_ comment: String) {
    #expect(check(["print(1)  \(comment)\n"]) == ["1: unused-allow: this comment silences nothing"])
  }

  @Test(arguments: ["# neuronbook is a tool", "# neuronbook: a tool", "# neuronbook allow me this"])
  func aCommentAboutSomethingElseIsLeftAlone(_ comment: String) {
    #expect(check(["print(1)  \(comment)\n"]) == [])
  }

  @Test func everyRuleStandsOnceInTheTable() {
    let ids = Rule.neuronSyntax.map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}

/// The checks of calls and of functions by themselves.
struct FunctionCheckTests {
  @Test(arguments: [
    (
      "def h(x, w, b): return x * w + b\ndef d(w, b, x): return h(w, b, x)\n",
      "2: arguments-in-another-order: 'h' takes (x, w, b), but is given (w, b, x)"
    ),
    (
      "def h(x, w): return x ** w\ndef d(w, x): return h(w, x)\n",
      "2: arguments-in-another-order: 'h' takes (x, w), but is given (w, x)"
    ),
    (
      "def f(x): return x\nf(1, 2)\n",
      "2: wrong-argument-count: f() takes 1 positional argument but 2 were given"
    ),
    (
      "def f(x, y, z=1): return x + y + z\nf(1)\n",
      "2: wrong-argument-count: f() missing 1 required positional argument: 'y'"
    ),
    (
      "def f(x): return x\nf(1, y=2)\n",
      "2: unknown-keyword: f() got an unexpected keyword argument 'y'"
    ),
    ("def f(x): return 3(x + 1)\n", "1: call-of-number: 'int' object is not callable"),
    ("def f(x): return 1\n", "1: unused-parameter: parameter 'x' of 'f' is never used"),
    ("def f():\n  y = 1\n", "2: unused-local: local 'y' is assigned and never used"),
    ("def f():\n  return 1\n  print(2)\n", "3: unreachable-code: this is never reached"),
  ])
  func finds(_ text: String, _ problem: String) {
    #expect(check([text]) == [problem])
  }

  @Test func findsAFunctionReturnedForALocal() {
    #expect(
      check(["def dw(x):\n  dw_result = x\n  return dw\n"]) == [
        "2: unused-local: local 'dw_result' is assigned and never used",
        "3: shadowed-function-result: 'dw' is a function, while the local 'dw_result' is never used",
      ])
  }

  @Test(arguments: [
    "def f(x, w): return x ** w\ndef g(x, w): return f(w, x)\n",
    "def gcd(a, b): return gcd(b, a) if a < b else a\n",
    "def f(x): return x\ndef f(x, y): return x + y\nf(1)\nf(1, 2)\n",
    "def f(*x, **y): return x, y\nf(1, 2, z=3)\n", "def f(x, y): return x + y\nf(*range(2))\n",
    "def f(x): return x\nf = len\nf(1, 2)\n", "def f(x, *, y=1): return x + y\nf(x=1)\n",
    "def f(_x): return 1\n", "def f(x): pass\n", "def f(x): raise NameError\n",
    "def f(x):\n  def g(): return x\n  return g\n",
    "def f():\n  x = 0\n  def g():\n    nonlocal x\n    x = 1\n  return g\n",
    "def f():\n  a, b = 1, 2\n  return a\n", "def f():\n  n = 0\n  n += 1\n",
    "def f():\n  return\n  yield\n", "def f(f2):\n  return f2(1, 2, 3)\ndef f2(x): return x\n",
    "def f(x): return x\ntry:\n  f()\nexcept:\n  pass\n",
  ])
  func isSilentAboutCorrectCode(_ text: String) {
    #expect(check([text]) == [])
  }
}
