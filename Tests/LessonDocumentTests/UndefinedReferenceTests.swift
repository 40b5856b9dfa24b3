import LessonDocument
import SourceText
import Testing

@Suite struct UndefinedReferenceTests {
  private func found(_ text: String) -> [String] {
    let lesson = Lesson(parsing: SourceFile(path: "a.md", text: text))
    return lesson.diagnostics.filter { $0.rule == .undefinedReference }.map { problem in
      guard case .text(let place) = problem.location else { return "" }
      return place.file.text(of: place.span)
    }
  }

  @Test(arguments: [
    ("See [a][b].", ["[a][b]"]), ("![a][b]", ["![a][b]"]), ("[a][]", ["[a][]"]),
    ("[*a* `b`][c]", ["[*a* `b`][c]"]), ("> - [a][b] and [c][d]\n\n[d]: x", ["[a][b]"]),
    ("# [a][b]", ["[a][b]"]), ("| x |\n|---|\n| [a][b] |", ["[a][b]"]),
    ("[a][b] $x$ [c][d]", ["[a][b]", "[c][d]"]),
  ])
  func brackets(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    "[a][b]\n\n[b]: x", "[a][B  c]\n\n> - [b c]: x", "[a]", "[a] [b]", "w[i][j]", "`[a][b]`",
    "\\[a][b]", "\\[a\\]\\[b\\]", "$[a][b]$", "[1][2]", "f(x)[0][1]", "[^1][^2]", "    [a][b]",
    "```text\n[a][b]\n```", "[a](b)[c]", "a_[i][j]",
  ])
  func notThese(text: String) {
    #expect(found(text) == [])
  }

  @Test func theNearestLabelIsTold() {
    let lesson = Lesson(
      parsing: SourceFile(path: "a.md", text: "[a][chain rul]\n\n[Chain rule]: x"))
    #expect(lesson.diagnostics.map(\.help) == ["did you mean `[Chain rule]`?"])
  }

  @Test func manyTakeNoTime() {
    let text = String(repeating: "$x$ [a][b]\n", count: 50_000)
    let labels = (0..<5_000).map { "[c\($0)]: x\n" }.joined()
    let start = ContinuousClock.now
    #expect(found(text + "\n" + labels).count == 50_000)
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}
