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
    #expect(checker.check(read(text).module).map(\.help) == [help])
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
    "def f(*, a): return f'{a:{a}}'\n", "x: int = 3\nprint(x)\n", "with print() as w: print(w)\n",
    "def f():\n  def g(): return h()\n  def h(): return g()\n",
    "(a, *b), c = print()\nprint(a, b, c)\n",
    "def f(x: Later) -> Unknown: pass\n", "if (n := len('')) > 1: print(n)\n",
    "class C:\n  def m(self): return super().m(), __class__\n",
    "def g(x=1, *, y=2):\n  nonlocal_ = [x + y + i for i in range(y)]\n  return nonlocal_\n",
  ])
  func isSilentAboutWhatIsBound(_ text: String) {
    #expect(check([text]) == [])
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

  @Test func everyRuleStandsOnceInTheTable() {
    let ids = Rule.neuronSyntax.map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
