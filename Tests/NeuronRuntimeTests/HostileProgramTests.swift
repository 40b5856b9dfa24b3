import NeuronRuntime
import Testing

/// Programs without end or measure: each ends in the diagnostic that is named, within its limits.
struct HostileProgramTests {
  struct Program: Sendable, CustomTestStringConvertible {
    let text: String
    /// The id of the rule that stops it, or the whole message of an exception.
    let end: String
    var testDescription: String { text }

    init(_ text: String, _ end: String) {
      self.text = text
      self.end = end
    }
  }

  private static let limits = Limits(
    steps: 3_000_000, depth: 500, memory: 64 << 20, output: 64 << 10, tape: 1 << 14)

  @Test(
    arguments: [
      Program("while True: pass", "step-limit"),
      Program("while True:\n  continue", "step-limit"),
      Program("x = 0\nwhile x < 10: x += 0", "step-limit"),
      Program("for i in range(10**18): pass", "step-limit"),
      Program("a = [1]\nfor x in a: a.append(x)", "step-limit"),
      Program("a = list(range(10**5))\nwhile True: -1 in a", "step-limit"),
      Program("a = list(range(10**5))\nwhile True: a == a[:]", "step-limit"),
      Program("a = list(range(10**5))\nwhile True: a.sort()", "step-limit"),
      Program("s = 'ab' * 10**6\nwhile True: 'c' in s", "step-limit"),
      Program("s = 'a' * 10**6\nwhile True: s.replace('a', 'b')", "step-limit"),
      Program("s = 'a' * 10**6\nwhile True: s == s + 'b'", "step-limit"),
      Program("d = {}\nwhile True:\n  d[1] = 2\n  d.clear()", "step-limit"),
      Program(
        "d = {}\nwhile True:\n  d[0] = 1\n  d.pop(1, 0)\n  d[1] = 1\n  d.pop(0)", "step-limit"),
    ]) func loopsEnd(_ program: Program) throws
  { try expectEnd(program) }

  @Test(
    arguments: [
      Program("def f(): return f()\nf()", "recursion-limit"),
      Program("def f(n): return f(n=n)\nf(1)", "recursion-limit"),
      Program("def f(*a): return f(*a, 1)\nf()", "recursion-limit"),
      Program("def f(x): return sorted([1, 2], key=f)\nf(1)", "recursion-limit"),
      Program("def f(x): return list(map(f, [1]))\nf(1)", "recursion-limit"),
      Program("def f(x): return max([1, 2], key=f)\nf(1)", "recursion-limit"),
      Program("def f(x): return grad(f)(x)\nf(1.0)", "recursion-limit"),
      Program("f = lambda: f()\nf()", "recursion-limit"),
      Program("a = []\nfor i in range(10**4): a = [a]\nprint(a)", "recursion-limit"),
      Program(
        "a = []\nb = []\nfor i in range(10**4): a, b = [a], [b]\nprint(a == b)", "recursion-limit"),
      Program("a = ()\nfor i in range(10**4): a = (a,)\n{a: 1}", "recursion-limit"),
      Program(
        "a = []\nb = []\nfor i in range(10**4): a, b = [a], [b]\nprint(a < b)", "recursion-limit"),
      Program("m = [1]\nfor i in range(10**4): m = map(abs, m)\nprint(next(m))", "recursion-limit"),
      Program(
        "m = [1]\nfor i in range(10**4): m = enumerate(m)\nprint(next(m))", "recursion-limit"),
      Program("m = [1]\nfor i in range(10**4): m = zip(m)\nprint(list(m))", "recursion-limit"),
      Program(
        "m = [1]\nfor i in range(10**4): m = filter(None, m)\nprint(list(m))", "recursion-limit"),
      Program("t = int\nfor i in range(10**4): t = (t,)\nisinstance('', t)", "recursion-limit"),
      Program("a = [1]\nb = [1]\na.append(b)\nb.append(a)\nprint(a == b)", "recursion-limit"),
    ]) func recursionEnds(_ program: Program) throws
  { try expectEnd(program) }

  @Test(
    arguments: [
      Program("'a' * 10**12", "memory-limit"),
      Program("[0] * 10**12", "memory-limit"),
      Program("(0,) * 10**18", "memory-limit"),
      Program("'ab' * 10**18", "memory-limit"),
      Program("[0] * 10**30", "memory-limit"),
      Program("10**10**10", "memory-limit"),
      Program("10**10**30", "memory-limit"),
      Program("1 << 10**12", "memory-limit"),
      Program("1 << 10**30", "memory-limit"),
      Program("s = 'a'\nwhile True: s += s", "memory-limit"),
      Program("a = [1]\nwhile True: a += a", "memory-limit"),
      Program("a = []\nwhile True: a.append(a)", "memory-limit"),
      Program("a = []\nwhile True: a.append('x' * 100)", "memory-limit"),
      Program("d = {}\ni = 0\nwhile True:\n  d[i] = i\n  i += 1", "memory-limit"),
      Program("a = ()\nwhile True: a = (a, a, 'x' * 50)", "memory-limit"),
      Program("list(range(10**18))", "memory-limit"),
      Program("list(range(10**9))", "memory-limit"),
      Program("f'{1:1000000000000}'", "memory-limit"),
      Program("f'{1.5:.1000000000}'", "memory-limit"),
      Program("format('x', '*^1000000000000')", "memory-limit"),
      Program("'{:>999999999999}'.format(1)", "memory-limit"),
      Program("'%*d' % (10**12, 1)", "memory-limit"),
      Program("'%1000000000000d' % 1", "memory-limit"),
      Program("'a'.ljust(10**12)", "memory-limit"),
      Program("'a'.center(10**18, '€')", "memory-limit"),
      Program("'a'.zfill(10**12)", "memory-limit"),
      Program("'\\t'.expandtabs(10**12)", "memory-limit"),
      Program("('a' * 10**6).replace('a', 'b' * 10**6)", "memory-limit"),
      Program("('a' * 10**4).join(['b'] * 10**5)", "memory-limit"),
      Program("a = ['x' * 10**6] * 1000\nprint(a)", "memory-limit"),
      Program("a = ['x' * 1000]\nfor i in range(40): a = [a, a]\nstr(a)", "memory-limit"),
      Program("import math\nmath.factorial(10**8)", "memory-limit"),
    ]) func growthEnds(_ program: Program) throws
  {
    var limits = Self.limits
    limits.memory = 4 << 20
    limits.steps = 30_000_000
    try expectEnd(program, limits: limits)
  }

  @Test(
    arguments: [
      Program("x = 3\nwhile True: x *= x", "step-limit"),
      Program("import math\nmath.factorial(10**6)", "step-limit"),
      Program("x = 3**50000\nwhile True: x % 7**20000", "step-limit"),
      Program("import math\nx = 3**50000\ny = 7**40000\nwhile True: math.gcd(x, y)", "step-limit"),
      Program("import math\nx = 3**50000\nwhile True: math.isqrt(x)", "step-limit"),
      Program("pow(3**10000, 3**10000, 7**10000)", "step-limit"),
      Program("a = [0]\nfor i in range(60): a = [a, a]\nprint(a)", "step-limit"),
      Program(
        "a = [0]\nb = [0]\nfor i in range(60): a, b = [a, a], [b, b]\nprint(a == b)", "step-limit"),
      Program("while True: print('x' * 1000)", "output-limit"),
      Program("print('x' * 10**6)", "output-limit"),
      Program("'x' * 10**6", "output-limit"),
      Program(
        "def f(x):\n  for i in range(10**5): x = x * 1.000001\n  return x\ngrad(f)(1.0)",
        "tape-limit"),
    ]) func workEnds(_ program: Program) throws
  { try expectEnd(program) }

  @Test(
    arguments: [
      Program(
        "int('9' * 100000)",
        "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 100000 digits; use sys.set_int_max_str_digits() to increase the limit"
      ),
      Program(
        "str(10**5000)",
        "ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
      ),
      Program("int(10**400 * 1.0)", "OverflowError: int too large to convert to float"),
      Program(
        "sorted([3, 0, 1], key=lambda x: 1 // x)",
        "ZeroDivisionError: integer division or modulo by zero"),
      Program(
        "d = {1: 1}\nfor k in d: d[k + 1] = 1",
        "RuntimeError: dictionary changed size during iteration"),
      Program(
        "d = {1: 1, 2: 2}\nfor k in d: del d[k]",
        "RuntimeError: dictionary changed size during iteration"),
      Program(
        "a = [2, 1]\na.sort(key=lambda x: a.append(x) or x)",
        "ValueError: list modified during sort"),
    ]) func whatPythonRefusesIsRefused(_ program: Program) throws
  { try expectEnd(program) }

  @Test func longIntegersAreWrittenInPowersOfTwoWithoutEnd() {
    let ran = onDeepStack {
      run("print(len(hex(1 << 10**7)), int('f' * 10**6, 16) % 97)", limits: Self.limits)
    }
    #expect(ran?.report == "2500003 60\n")
  }

  @Test func containersThatHoldThemselvesArePrinted() {
    let ran = onDeepStack {
      run("a = [1]\na.append(a)\nd = {'a': a}\na.append(d)\nprint(a, d)", limits: Self.limits)
    }
    #expect(
      ran?.report == "[1, [...], {'a': [...]}] {'a': [1, [...], {...}]}\n")
  }

  private func expectEnd(_ program: Program, limits: Limits = Self.limits) throws {
    let ran = onDeepStack { run(program.text, limits: limits) }
    let problem = try #require(ran?.problems.first)
    if program.end.contains(":") {
      #expect(problem.message == program.end)
    } else {
      #expect(problem.rule.id == program.end, "\(problem.message)")
    }
  }
}
