import NeuronSyntax
import SourceText
import Testing

/// Every construct that can hold itself, 100,000 deep or long. That these return at all is the
/// test: an unbounded recursion would end the process, in reading or in freeing the tree.
struct DepthTests {
  private static let count = 100_000

  @Test(arguments: [
    ("[", ""), ("(", "1"), ("{", ""), ("f(", ""), ("a[", ""), ("not ", "x"), ("-", "1"),
    ("- ", "1"), ("~", "1"), ("lambda: ", "1"), ("lambda x=", "1"), ("1+", "1"), ("2**", "2"),
    ("2**-", "2"), ("x if y else ", "z"), ("f\"{", ""), ("f'{f\"{", ""), ("await ", "x"),
    ("(yield ", "x"), ("* ", "x"), ("{1:", "1"), ("a.", "b"), ("(x:=", "1"), ("*(", "1"),
  ])
  func tooDeepIsAProblem(_ piece: String, _ end: String) {
    #expect(!problems(in: String(repeating: piece, count: Self.count) + end + "\n").isEmpty)
  }

  @Test(arguments: [
    ("f", "()"), ("a", ".b"), ("a", "[0]"), ("1", " + 1"), ("1", " ** 1"),
    ("if x:\n  y\n", "elif x:\n  y\n"),
  ])
  func tooLongAChainIsTooDeep(_ start: String, _ piece: String) {
    let rules = problems(in: start + String(repeating: piece, count: Self.count)).map(\.rule)
    #expect(rules == [.tooDeeplyNested])
  }

  @Test(arguments: [
    ("a", " and a"), ("a", " or a"), ("a", " < a"), ("a", ", a"), ("a", " = a"), ("'a'", " 'a'"),
    ("a", "; a"), ("a", "\na"), ("import a", ", a"), ("import a", ".a"), ("global a", ", a"),
    ("", "\\\n"), ("", "@a\n"),
  ])
  func whatOnlyGrowsWideIsFine(_ start: String, _ piece: String) {
    let text = start + String(repeating: piece, count: 10_000)
    #expect(problems(in: text).count <= 1)
    #expect(problems(in: text).allSatisfy { $0.rule != .tooDeeplyNested })
  }

  @Test func heightsAddUp() {
    let nested =
      String(repeating: "[a + ", count: 90) + "1" + String(repeating: " + 1", count: 450)
      + String(repeating: "]", count: 90)
    #expect(problems(in: nested).map(\.rule) == [.tooDeeplyNested])
  }

  @Test func bracketsUpToTheLimitAreFine() {
    let limit = NestingLimit.brackets
    let fine = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(problems(in: fine).isEmpty)
    #expect(problems(in: "[" + fine + "]").map(\.rule) == [.tooDeeplyNested])
  }

  @Test func blocksUpToTheLimitAreFine() {
    func nested(_ depth: Int) -> String {
      (0..<depth).map { String(repeating: " ", count: $0) + "if x:\n" }.joined()
        + String(repeating: " ", count: depth) + "y\n"
    }
    #expect(problems(in: nested(NestingLimit.blocks - 1)).isEmpty)
    #expect(problems(in: nested(NestingLimit.blocks)).map(\.rule) == [.tooDeeplyNested])
    #expect(problems(in: nested(2_000)).map(\.rule) == [.tooDeeplyNested])
  }

  @Test func nestedComprehensionsAreResolved() {
    let depth = 95
    let text =
      String(repeating: "[", count: depth) + "(x := y)"
      + String(repeating: " for y in z]", count: depth)
    #expect(problems(in: text).isEmpty)
  }

  @Test(arguments: [
    "\0", ")", "'", "'''x", "x = (\n", "(\ndef f(): pass\n", "else:\n", "1_", ".",
  ])
  func junkOfAnyLengthIsRead(_ piece: String) {
    #expect(!problems(in: String(repeating: piece, count: Self.count)).isEmpty)
  }
}
