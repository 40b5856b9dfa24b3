import NeuronSyntax
import SourceText
import Testing

/// Constructs of Python that neuron leaves out, or that Python itself refuses: one problem each, at its
/// place, that says what to write instead.
struct LeftOutTests {
  static let leftOut: [(String, String)] = [
    ("async def f(): pass\n", "1:1 `async def`"), ("async with x: pass\n", "1:1 `async with`"),
    ("async for i in x: pass\n", "1:1 `async for`"), ("await f()\n", "1:1 `await`"),
    ("def f():\n  return await g()\n", "2:10 `await`"),
    ("@d\nasync def f(): pass\n", "2:1 `async def`"),
    ("[i async for i in x]\n", "1:4 `async for`"),
    ("{i: 1 async for i in x}\n", "1:7 `async for`"),
    ("match x:\n  case 1:\n    y = = 2\n", "1:1 `match`"),
    ("match (x, y):\n  case (1, *z) if z: pass\n  case _: pass\n", "1:1 `match`"),
    ("type X = list[int]\n", "1:1 a `type` statement"),
    ("def f[T](x: T) -> T: return x\n", "1:6 a list of type parameters"),
    ("class C[T, *U]: pass\n", "1:8 a list of type parameters"),
    ("class C(B, metaclass=M): pass\n", "1:12 a metaclass"),
    ("x = b'abc'\n", "1:5 bytes literals"), ("x = rb'abc'\n", "1:5 bytes literals"),
    ("x = 3j\n", "1:5 imaginary numbers"), ("x = 1.5e3J + 2\n", "1:5 imaginary numbers"),
    ("try: pass\nexcept* E: pass\n", "2:1 `except*`"), ("x = '\\N{BULLET}'\n", "1:6 `\\N{…}`"),
  ]

  @Test(arguments: leftOut)
  func isNamedOnceWithWhatToWrite(_ text: String, _ expected: String) throws {
    let found = problems(in: text)
    #expect(found.count == 1)
    let problem = try #require(found.first)
    let verb = expected.hasSuffix("literals") || expected.hasSuffix("numbers") ? "are" : "is"
    #expect(describePlace(problem) == "\(expected) \(verb) not part of neuron")
    #expect(problem.rule == .unsupportedSyntax)
    #expect(problem.help != nil)
  }

  static let refused: [(String, String)] = [
    ("print x\n", "1:1 Missing parentheses in call to 'print'. Did you mean print(...)?"),
    ("exec 'x'\n", "1:1 Missing parentheses in call to 'exec'. Did you mean exec(...)?"),
    ("x = `y`\n", "1:5 invalid syntax"), ("x <> y\n", "1:4 invalid syntax"),
    ("await = 1\n", "1:7 invalid syntax"), ("async x\n", "1:7 invalid syntax"),
    ("nonlocal x\n", "1:10 nonlocal declaration not allowed at module level"),
    ("yield 1\n", "1:1 'yield' outside function"),
    ("return 1\n", "1:1 'return' outside function"), ("break\n", "1:1 'break' outside loop"),
    ("continue\n", "1:1 'continue' not properly in loop"),
    ("class C:\n  return 1\n", "2:3 'return' outside function"),
    ("while 1:\n  def f(): break\n", "2:12 'break' outside loop"),
    ("lambda (x, y): x\n", "1:8 Lambda expression parameters cannot be parenthesized"),
    ("lambda: pass\n", "1:9 invalid syntax"),
    ("def f((x, y)): pass\n", "1:7 Function parameters cannot be parenthesized"),
    ("try: pass\nexcept E, e: pass\n", "2:9 multiple exception types must be parenthesized"),
    ("raise E, 'x'\n", "1:8 invalid syntax"), ("__debug__ = 1\n", "1:1 cannot assign to __debug__"),
    ("def f():\n  from m import *\n", "2:3 import * only allowed at module level"),
    ("from __future__ import braces\n", "1:24 not a chance"),
    (
      "from __future__ import fast\n", "1:24 future feature fast is not defined"
    ),
    (
      "0777\n",
      "1:1 leading zeros in decimal integer literals are not permitted; use an 0o prefix for "
        + "octal integers"
    ),
  ]

  @Test(arguments: refused)
  func isRefusedOnceInPythonsWords(_ text: String, _ expected: String) {
    #expect(problems(in: text).map(describePlace) == [expected])
  }

  @Test func whatChangesNothingIsTaken() {
    #expect(problems(in: "from __future__ import annotations, division\n").isEmpty)
    #expect(problems(in: "match = 1\ntype = 2\nprint(match, type)\nmatch[0]\nmatch(x)\n").isEmpty)
  }

  private func describePlace(_ diagnostic: Diagnostic) -> String {
    guard case .text(let place) = diagnostic.location else { return diagnostic.message }
    return "\(place.start.line):\(place.start.column) \(diagnostic.message)"
  }
}
