import NeuronRuntime
import NeuronSyntax
import SourceText
import Testing

/// What a report tells beside the message: the values on the failing line, the calls, the exceptions
/// before it.
struct FailingLineTests {
  private func failure(_ text: String) -> Diagnostic? {
    onDeepStack { run(text, limits: .forTests).problems.first } ?? nil
  }

  private func values(_ text: String) -> String? {
    failure(text)?.notes.first?.message
  }

  static let cases: [(String, String)] = [
    ("x = 0\ny = 1\nz = y / x\n", "y = 1\nx = 0"),
    // Names that are only bound there, attributes, keywords, functions and modules tell nothing.
    ("import math\ndef f(k): return k\nz = 3\nz = f(k=math.sqrt(-1)) + z\n", "z = 3"),
    ("def f(a, *b, c=2):\n  return a + b[0] / (c - 2)\nf(1, 2.5)\n", "a = 1\nb = (2.5,)\nc = 2"),
    ("def f(n):\n  def g(): return n[3]\n  n = [n]\n  return g()\nf('s')\n", "n = ['s']"),
    ("def f(n):\n  g = lambda: n\n  n = {}\n  return n['k']\nf(1)\n", "n = {}"),
    ("w = 2\nprint(f'{w:{w}} {1 / 0}')\n", "w = 2"),
    ("[1 / i for i in [2, 0]]\n", "i = 0"),
    ("class V:\n  def __repr__(self): return 1 / 0\nv = V()\nv + 1\n", "v = <V object>"),
    ("class L(list): pass\nv = L([1])\nv[3]\n", "v = L [1]"),
    ("x = ('a' * 100, 1)\nx[2]\n", "x = ('\(String(repeating: "a", count: 57))…"),
    (
      "x = list(range(1000))\nx[1000]\n",
      "x = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, …"
    ),
    ("x = []\nx.append(x)\nx[1]\n", "x = [[...]]"),
    ("x = 10 ** 1000\nx + ''\n", "x = an int of about 1000 digits"),
    (
      "def f(x):\n  try:\n    x / 0\n  finally:\n    x = 2\nf(1)\n", "x = 1"
    ),
    ("def f(n):\n  return f(n + 1)\nf(0)\n", "n = 998"),
    (
      "x = (1,\n     2)\nraise ValueError(\n  x,\n)\n", "x = (1, 2)"
    ),
  ]

  @Test(arguments: cases)
  func theValuesOfItsNamesAreNoted(_ text: String, _ expected: String) {
    #expect(values(text) == "on this line\n" + expected)
  }

  @Test(arguments: ["1 / 0\n", "del x\n", "raise ValueError\n", "x = y\n"])
  func whatHasNoNamesHasNoNote(_ text: String) {
    #expect(failure(text) != nil)
    #expect(values(text) == nil)
  }

  @Test func theExceptionsBeforeItAreNoted() {
    let cause = failure(
      "try:\n  [][0]\nexcept IndexError as e:\n  raise ValueError('b') from e\n")
    #expect(
      cause?.notes.last?.message == "the direct cause was IndexError: list index out of range")
    #expect(cause?.notes.last?.place?.start == Position(line: 2, column: 3))
    let context = failure("try:\n  int('x')\nexcept ValueError:\n  {}['k']\n")
    #expect(context?.message == "KeyError: 'k'")
    #expect(
      context?.notes.map(\.message) == [
        "raised while this was handled: ValueError: invalid literal for int() with base 10: 'x'"
      ])
    let hidden = failure("try:\n  [][0]\nexcept IndexError:\n  raise ValueError('b') from None\n")
    #expect(hidden?.notes.count == 0)
  }

  @Test func aFrameStandsOnceInTheTraceback() {
    let found = failure(
      """
      def f(x):
        try:
          return 1 / x
        except TypeError:
          pass
        except ZeroDivisionError:
          raise
        finally:
          x = 1
      try:
        f(0)
      finally:
        y = 1

      """)
    #expect(found?.traceback.map(\.place.start.line) == [11, 3])
    #expect(found?.traceback.map(\.function) == [nil, "f"])
  }
}
