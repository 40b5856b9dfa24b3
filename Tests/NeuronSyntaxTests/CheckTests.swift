import NeuronSyntax
import SourceText
import Testing

private let builtins = [
  "print", "range", "len", "super", "object", "list", "type", "property", "staticmethod", "grad",
  "sum", "map", "NameError", "TypeError", "ValueError", "Exception", "NotImplementedError",
  "StopIteration", "NotImplemented",
]

private func findings(_ text: String) -> [String] {
  check([text], builtins: builtins)
}

/// What the checks say of classes, calls and blocks.
struct ClassCheckTests {
  static let calls: [(String, String)] = [
    (
      "class C:\n  def __init__(self, x):\n    self.x = x\nC()\n",
      "4: wrong-argument-count: C.__init__() missing 1 required positional argument: 'x'"
    ),
    (
      "class C:\n  def __init__(self, x, y=1):\n    self.x = x + y\nC(1, 2, 3)\n",
      "4: wrong-argument-count: C.__init__() takes from 2 to 3 positional arguments but 4 were given"
    ),
    (
      "class B:\n  def __init__(self, x): self.x = x\nclass C(B):\n  def m(self): return 1\nC()\n",
      "5: wrong-argument-count: B.__init__() missing 1 required positional argument: 'x'"
    ),
    (
      "class C:\n  def __init__(self, rate): self.rate = rate\nC(rat=1)\n",
      "3: unknown-keyword: C.__init__() got an unexpected keyword argument 'rat'"
    ),
    (
      "class C:\n  def f(self, x): return x\n  def g(self): return self.f()\n",
      "3: wrong-argument-count: C.f() missing 1 required positional argument: 'x'"
    ),
    (
      "class C:\n  def f(self, x): return x\n  def g(self): return self.f(1, 2)\n",
      "3: wrong-argument-count: C.f() takes 2 positional arguments but 3 were given"
    ),
    (
      "class C:\n  def m(self, x): return 1\nC().m(2)\n",
      "2: unused-parameter: parameter 'x' of 'm' is never used"
    ),
  ]

  @Test(arguments: calls)
  func finds(_ text: String, _ problem: String) {
    #expect(findings(text) == [problem])
  }

  static let correctClasses: [String] = [
    // Who calls `C` is not certain to reach this `__init__`.
    "class C:\n  def __init__(self, x): self.x = x\nC = list\nC()\n",
    "class C:\n  def __init__(self, x): self.x = x\nC.__init__ = print\nC()\n",
    "class C:\n  def __new__(cls): return 3\n  def __init__(self, x): self.x = x\nC()\n",
    "def d(c): return list\n@d\nclass C:\n  def __init__(self, x): self.x = x\nC()\n",
    "class C(list):\n  pass\nC(1)\n",
    "class E(Exception):\n  pass\nE(1, 2)\n",
    "class C:\n  if len:\n    def __init__(self): self.x = 1\n  else:\n"
      + "    def __init__(self, x): self.x = x\nC(1)\n",
    "class C:\n  def __init__(self, x): self.x = x\nclass D(C):\n"
      + "  def __init__(self): super().__init__(1)\nD()\n",
    "class C:\n  def __init__(self, *x, **y): self.x = x, y\nC(1, 2, z=3)\n",
    "class C:\n  def __init__(self, x): self.x = x\ntry:\n  C()\nexcept TypeError:\n  pass\n",
    // Who calls a method is not certain to reach this one.
    "class C:\n  def f(self, x): return x\n  def g(self): return self.f()\n"
      + "class D(C):\n  def f(self): return 1\n",
    "class C:\n  def f(self, x): return x\n  def g(self):\n    self.f = len\n    return self.f()\n",
    "class C:\n  @staticmethod\n  def f(x): return x\n  def g(self): return self.f(1)\n",
    "class C:\n  f = len\n  def g(self): return self.f([1], 2)\n",
    "class C:\n  def f(self, x): return x\n  def g(self, o):\n    self = o\n    return self.f()\n",
    // What a method takes is not its own choice.
    "class C:\n  def __exit__(self, kind, value, trace): return None\n",
    "class B:\n  def f(self, x): return 0\nclass C(B):\n  def f(self, x): return x\n",
    "class A:\n  def f(self, x): return 0\nclass C:\n  def f(self, x): return x\n",
    "class C:\n  def f(self, event): return 1\nprint(C().f)\n",
    "class C:\n  def f(self, x): raise NotImplementedError\n  def g(self, x): ...\n"
      + "  def h(self, x):\n    '''Later.'''\n  def k(self, x): return NotImplemented\n",
    "class C:\n  def f(self, _x): return 1\n",
    "class C:\n  @property\n  def f(self): return 1\n",
    "class C:\n  n = 3\n  m = [i for i in range(n)]\n",
    "class C:\n  name = __qualname__, __module__\n",
  ]

  @Test(arguments: correctClasses)
  func isSilent(_ text: String) {
    #expect(findings(text) == [])
  }
}

struct BlockCheckTests {
  static let faults: [(String, String)] = [
    ("while True:\n  print(1)\nprint(2)\n", "3: unreachable-code: this is never reached"),
    (
      "def f(x):\n  if x:\n    return 1\n  else:\n    return 2\n  print(x)\n",
      "6: unreachable-code: this is never reached"
    ),
    (
      "def f():\n  try:\n    return 1\n  except ValueError:\n    raise\n  print(2)\n",
      "6: unreachable-code: this is never reached"
    ),
    (
      "def f():\n  try:\n    return 1\n    print(2)\n  finally:\n    print(3)\n",
      "4: unreachable-code: this is never reached"
    ),
    (
      "for i in range(3):\n  with print() as w:\n    continue\n    print(w)\n",
      "4: unreachable-code: this is never reached"
    ),
    (
      "def dw(x, i): return x\ndef g(x):\n  dw = 2 * x\n  return (dw, x)\ng(dw(1, 2))\n",
      "1: unused-parameter: parameter 'i' of 'dw' is never used"
    ),
    ("x = y = 3(2)\n", "1: call-of-number: 'int' object is not callable"),
    (
      "def f(): return q\ndef g(): return 1\ntry:\n  g()\nexcept Exception as e:\n  print(e)\n",
      "1: undefined-name: name 'q' is not defined"
    ),
    (
      "def f(x): return x\ndef g(): return f()\nwith print():\n  print(1)\n",
      "2: wrong-argument-count: f() missing 1 required positional argument: 'x'"
    ),
    (
      "class Own(Exception): pass\ndef f(): return q\ntry:\n  print(1)\nexcept Own:\n  print(2)\n",
      "2: undefined-name: name 'q' is not defined"
    ),
    (
      "def f(x): return x\ndef g():\n  try:\n    return f()\n  except ValueError:\n    return 0\n",
      "4: wrong-argument-count: f() missing 1 required positional argument: 'x'"
    ),
    (
      "def f(x, /, y): return x + y\nf(x=1, y=2)\n",
      "2: wrong-argument-count: f() got some positional-only arguments passed as keyword "
        + "arguments: 'x'"
    ),
    (
      "def f(x): return x\nf(1, x=2)\n",
      "2: wrong-argument-count: f() got multiple values for argument 'x'"
    ),
    (
      "def f(a, b, c): return a + b + c\nf()\n",
      "2: wrong-argument-count: f() missing 3 required positional arguments: 'a', 'b', and 'c'"
    ),
    (
      "def f(*, k): return k\nf()\n",
      "2: wrong-argument-count: f() missing 1 required keyword-only argument: 'k'"
    ),
    (
      "def f(a, *, k): return a, k\nf(1, 2, k=3)\n",
      "2: wrong-argument-count: f() takes 1 positional argument but 2 positional arguments "
        + "(and 1 keyword-only argument) were given"
    ),
    (
      "def dw(x):\n  dv = x\n  dw = 2 * dv\n  return dv\n",
      "3: local-hides-function: the local 'dw' hides the function of that name and is never used, "
        + "while 'dv' is returned"
    ),
    (
      "def f(x, w, b): return x * w + b\nx = w = b = 1\nf(w, b, x)\n",
      "3: arguments-in-another-order: 'f' takes (x, w, b), but is given (w, b, x)"
    ),
  ]

  @Test(arguments: faults)
  func finds(_ text: String, _ problem: String) {
    #expect(findings(text) == [problem])
  }

  static let correctCode: [String] = [
    "while True:\n  if len:\n    break\nprint(2)\n",
    "while True:\n  for i in range(3): break\n  else:\n    break\nprint(2)\n",
    "def f(x):\n  if x:\n    return 1\n  print(2)\n",
    "def f():\n  with print():\n    return 1\n  print(2)\n",
    "def f():\n  try:\n    return 1\n  except ValueError:\n    pass\n  print(2)\n",
    "def f():\n  raise ValueError\n  yield from range(3)\n",
    "def f(): return undefined\ntry:\n  f()\nexcept Exception as e:\n  print(e)\n",
    "def f(x): return x\ndef g(): return f()\ntry:\n  g()\nexcept Exception as e:\n  print(e)\n",
    "def f(x): return x\nwith print():\n  f()\n",
    "def f(): return q\ndef g(): return f()\ntry:\n  g()\nexcept Exception as e:\n  print(e)\n",
    "def run(f):\n  try:\n    f()\n  except NameError as e:\n    print(e)\ndef g(): return q\nrun(g)\n",
    "def run(f):\n  try:\n    f()\n  except NameError as e:\n    print(e)\nrun(lambda: q)\n",
    "class C:\n  def f(self): return q\ntry:\n  C().f()\nexcept NameError as e:\n  print(e)\n",
    "class C:\n  def __init__(self): self.x = q\nclass D(C): pass\n"
      + "try:\n  D()\nexcept NameError as e:\n  print(e)\n",
    "def g():\n  yield q\nxs = g()\ntry:\n  list(xs)\nexcept NameError as e:\n  print(e)\n",
    "print([q for _ in range(0)], [q for _ in []])\n",
    "def f(x, unused): return x\nprint(grad(f))\n", "def f(x, y): return x\nlist(f)\n",
    "try:\n  undefined\nexcept (ValueError, NameError):\n  pass\n",
    "errors = NameError\ntry:\n  undefined\nexcept errors:\n  pass\n",
    "def f(x, w, b): return x * w + b\nx = w = b = 1\nprint(f(x, w, b), f(w, b, x))\n",
    "def on(event, data): print(event)\ndef run(f): f(1, 2)\nrun(on)\n",
    "def make():\n  def inner(x, y): return x\n  return inner\n",
    "def f():\n  try:\n    value = len(3)\n  except TypeError:\n    return 1\n  return 2\n",
    "def f():\n  got = yield 1\n", "def f(x):\n  del x\n",
    "def f():\n  global n\n  n = 1\nf()\nprint(n)\n",
    "def f(xs): return [y := x for x in xs], y\n",
    "if (n := len('')) > 0 and (m := n): print(m)\n",
    "try:\n  print()\nexcept ValueError as e:\n  kept = e\nelse:\n  e = None\nprint(e)\n",
    "import functools\n@functools.wraps\ndef f(x): return 1\n",
    "def f(*args, **kwargs): return args, kwargs\nf(1, *[2], k=3, **{})\n",
    "x = {k: v for k, v in [] if k} | {k for k in []}\n",
  ]

  @Test(arguments: correctCode)
  func isSilent(_ text: String) {
    #expect(findings(text) == [])
  }

  static let fixes: [(String, String?)] = [
    ("y = 3(1 + 2)\n", "y = 3*(1 + 2)\n"), ("y = 2 * 1.5(3)\n", "y = 2 * 1.5*(3)\n"),
    ("y = 1 / 3(2)\n", nil), ("y = 2 ** 3(2)\n", nil), ("y = 3(1, 2)\n", nil),
    ("y = (3)(2)\n", nil), ("y = 3(2)(1)\n", nil),
    ("weight = 1\nprint(weihgt)\n", "weight = 1\nprint(weight)\n"),
    ("rates = rated = 1\nprint(ratet)\n", nil), ("print(null)\n", "print(None)\n"),
    (
      "def f(x, w, b): return x * w + b\nx = w = b = 1\nf(w,  b, x)\n",
      "def f(x, w, b): return x * w + b\nx = w = b = 1\nf(x, w, b)\n"
    ),
    (
      "def dw(x):\n  dw_result = x\n  return dw\n",
      "def dw(x):\n  dw_result = x\n  return dw_result\n"
    ),
    ("def dw(x):\n  dw = 2 * x\n  return dwx\n", "def dw(x):\n  dw = 2 * x\n  return dw\n"),
    ("print(1)  # neuronbook: allow undefined-name: stale\n", "print(1)\n"),
  ]

  @Test(arguments: fixes)
  func fixesWhatIsCertain(_ text: String, _ mended: String?) {
    let source = read(text)
    var checker = StaticChecker(builtins: builtins)
    let found = checker.check(source.module).compactMap(\.fix)
    guard let fix = found.first else {
      #expect(mended == nil)
      return
    }
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(fix.place.span.start..<fix.place.span.end, with: fix.replacement.utf8)
    #expect(String(decoding: bytes, as: UTF8.self) == mended)
  }

  @Test func anAllowanceOfAnUnknownRuleIsReported() {
    var checker = StaticChecker(builtins: builtins)
    let text = "print(1)  # neuronbook: allow undefned-name: misspelt\n"
    let found = checker.check(read(text).module)
    #expect(found.map(\.help) == ["did you mean `undefined-name`?"])
    #expect(findings("print(1)  # neuronbook: allow never-run: judged by verify\n") == [])
  }
}
