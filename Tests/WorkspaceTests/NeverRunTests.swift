import LessonDocument
import LessonEvaluation
import SourceText
import Testing

@testable import Workspace

/// Functions, lambdas, comprehensions and lines that no cell ran.
@Suite struct NeverRunTests {
  private func problems(_ cells: [String], verifies: Bool = true) -> [String] {
    let text = cells.map { "```neuron\n\($0)\n```\n" }.joined()
    var evaluator = LessonEvaluator()
    evaluator.findsWhatNeverRan = verifies
    let lesson = Lesson(parsing: SourceFile(path: "a.md", text: text))
    return evaluator.evaluate(lesson).diagnostics.compactMap { diagnostic in
      guard case .text(let place) = diagnostic.location else { return nil }
      let name = diagnostic.rule == .neverRun ? "" : "\(diagnostic.rule.id) "
      return "\(name)\(place.start.line):\(place.start.column) "
        + place.file.text(of: place.span)
    }
  }

  static let faults: [(String, [String])] = [
    ("def f(): return 1", ["2:5 f"]),
    ("def f():\n    if len('a') > 3:\n        return 1\n    return 2\nf()", ["4:9 return 1"]),
    (
      "def f(x):\n    if x:\n        y = 1\n        z = 2\n        return y + z\n    return 2\nf(0)",
      ["4:9 y = 1"]
    ),
    (
      "def f(x):\n    for i in range(x):\n        print(i)\n    else:\n        x = 1\n    return x\nf(0)",
      ["4:9 print(i)"]
    ),
    (
      "def f(x):\n    try:\n        return x\n    except ValueError:\n        return 1\nf(0)",
      ["6:9 return 1"]
    ),
    ("class C:\n    def m(self): return 1\n    def n(self): return 2\nC().m()", ["4:9 n"]),
    ("def f():\n    def g(): return 1\n    def h(): return 2\n    return g()\nf()", ["4:9 h"]),
    ("def f():\n    yield 1\nf()", ["2:5 f"]),
    (
      "def f(x):\n    if x == 1: return 1\n    elif x == 2: return 2\n    return 3\nf(1)",
      ["4:5 elif x == 2: return 2", "5:5 return 3"]
    ),
    ("if False:\n    print(1)", ["3:5 print(1)"]),
    ("while 0:\n    print(1)", ["3:5 print(1)"]),
    ("for i in []:\n    print(i)", ["3:5 print(i)"]),
    ("try:\n    x = 1\nexcept ValueError:\n    print(1)", ["5:5 print(1)"]),
    ("#| error: true\n1 / 0\nprint(1)", ["4:1 print(1)"]),
    ("f = lambda: 1 / 0", ["2:5 lambda: 1 / 0"]),
    ("def f(g=lambda: (lambda: abs(1))): return g()\nf()", ["2:18 lambda: abs(1)"]),
    ("g = (abs(x) for x in [1])", ["2:5 (abs(x) for x in [1])"]),
    ("a = [abs(x) for x in []]", ["2:5 [abs(x) for x in []]"]),
  ]

  @Test(arguments: faults)
  func whatNoCellRanIsReported(_ code: String, _ expected: [String]) {
    let found = problems([code]).map { String($0.prefix { $0 != "\n" }) }
    #expect(found == expected)
  }

  @Test func allowancesAreJudgedByAllProblemsNotByThoseShown() {
    let shown = (0..<120).map { "def f\($0)(): return 1\n" }.joined()
    let allowing = "# neuronbook: allow never-run"
    let allowed = (0..<20).map { "def g\($0)(): return 1  \(allowing)\n" }.joined()
    #expect(problems([shown + allowed]) == (0..<100).map { "\($0 + 2):5 f\($0)" })
  }

  static let clean: [String] = [
    "def f(x):\n    if x < 0:\n        raise ValueError(x)\n    return x\nf(1)",
    "def f(x):\n    if x < 0:\n        message = 'no'\n        raise ValueError(message)\n    return x\nf(1)",
    "def f():\n    if False: yield\nlist(f())", "def f(x):\n    if 0:\n        yield x\nlist(f(1))",
    "def f(): pass", "def f(): ...", "def f():\n    '''Later.'''",
    "def f():\n    raise NotImplementedError",
    "class C:\n    def __add__(self, o):\n        if o is None:\n            return NotImplemented\n"
      + "        return self\nC() + 1",
    "def f(x):\n    while x:\n        x -= 1\n    return x\nf(3)",
    "def f(n):\n    return n if n < 2 else f(n - 1)\nf(3)",
    "def f():\n    yield 1\n    yield 2\nlist(f())",
    "def f(x): return x * x\ngrad(f)(2.0)", "f = lambda x: x\nf(1)", "f = lambda: None",
    "f = lambda x: x",
    "print(sorted([2, 1], key=lambda x: -x))", "a = [x for x in [1, 2] if abs(x) > 5]",
    "a = sum(abs(x) for x in [1])", "a = {x: [y for y in [x]] for x in [1]}",
    "x = 1\nif x:\n    print(x)\nelse:\n    raise ValueError(x)",
    "def f(x):\n    try:\n        return 1 / x\n    except ZeroDivisionError:\n        return 0\n"
      + "    finally:\n        x = None\nf(0)\nf(1)",
    "def f(): return 1  # neuronbook: allow never-run: shown before it is used",
    "def f(*a, **k):\n    g = [x for x in a if x]\n    return print(*g, sep='', end='', **k)\nf(1)",
    "def f(x):\n    return x\n    yield x\nlist(f(1))",
  ]

  @Test(arguments: clean)
  func isSilent(_ code: String) {
    #expect(problems([code]).filter { !$0.hasPrefix("unreachable-code") } == [])
  }

  @Test func anyLaterCellCounts() {
    #expect(problems(["def f(): return 1", "f()"]) == [])
    #expect(problems(["def f(): return 1", "#| eval: false\nf()"]) == ["2:5 f"])
  }

  @Test func aLessonThatDidNotEndSaysNothing() {
    #expect(problems(["def f(): return 1", "1 / 0"]).count == 1)
    #expect(problems(["def f(): return 1", "#| error: true\n1 / 0"]) == ["2:5 f"])
    #expect(problems(["def f(): return 1", "x = = 1"]).count == 1)
  }

  @Test func onlyVerifyLooksForIt() {
    #expect(problems(["def f(): return 1"], verifies: false) == [])
  }

  @Test func anAllowanceThatIsNotNeededIsReported() {
    #expect(
      problems(["def f(): return 1  # neuronbook: allow never-run: later\nf()"]).map {
        String($0.prefix(16))
      } == ["unused-allow 2:2"])
  }
}
