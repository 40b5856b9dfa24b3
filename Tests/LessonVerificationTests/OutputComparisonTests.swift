import LessonDocument
import Testing

@testable import LessonVerification

/// Lines are written with `/` between them.
private func lines(_ text: String) -> OutputLines {
  OutputLines(text.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\n"))
}

private func comparison(_ stored: String, _ computed: String) -> OutputComparison {
  OutputComparison(stored: lines(stored), computed: lines(computed), tolerance: .standard)
}

@Suite struct OutputComparisonTests {
  @Test(arguments: [
    ("a/b", "a/b"),
    ("a/.../d", "a/b/c/d"),
    ("a/.../d", "a/d"),
    ("...", ""),
    ("...", "a/b"),
    (".../z", "a/b/z"),
    ("a/...", "a"),
    ("a/.../b/.../c", "a/b/x/b/c"),
    ("a/.../b/c/.../d", "a/b/b/c/d"),
    ("a/.../.../d", "a/b/d"),
    ("a/...  /d", "a/b/d"),
    ("a/.../d", "a/.../d"),
    ("0.65/.../0.5", "0.6456/1/2/0.5"),
  ])
  func agrees(stored: String, computed: String) {
    let comparison = comparison(stored, computed)
    #expect(comparison.firstDifference() == nil)
  }

  @Test(arguments: [
    ("a/b/c", "a/x/c", 1, 1 as Int?),
    ("a/b", "a", 1, nil),
    ("a", "a/b", 1, 1),
    ("", "a", 0, 0),
    ("a/.../z", "b/z", 0, 0),
    ("a/.../z", "a/b", 2, 1),
    ("a/.../m/.../z", "a/b/z", 2, 1),
    ("a/.../b/c", "a/b/d", 3, 2),
    ("a/.../a", "a", 2, nil),
    // The cell prints a `...` itself: then no `...` stands for more.
    ("a/.../d", "a/b/.../d", 1, 1),
    ("a/ .../d", "a/b/d", 1, 1),
  ])
  func differs(stored: String, computed: String, storedLine: Int, computedLine: Int?) throws {
    let comparison = comparison(stored, computed)
    let difference = try #require(comparison.firstDifference())
    #expect(difference.storedLine == storedLine)
    #expect(difference.computedLine == computedLine)
  }

  @Test func hostileRepetitionEnds() {
    let stored = (0..<2000).map { _ in "a" }.joined(separator: "/")
    let computed = (0..<20_000).map { _ in "a" }.joined(separator: "/")
    let comparison = comparison("x/.../\(stored)/b/.../y", "x/\(computed)/y")
    #expect(comparison.firstDifference() != nil)
  }

  @Test func linesEndAsInMarkdown() {
    #expect(OutputLines("a\r\nb\rc\n\nd").ranges == [0..<1, 3..<4, 5..<6, 7..<7, 8..<9])
    #expect(OutputLines("").count == 0)
    #expect(OutputLines("\n").count == 1)
  }
}

@Suite struct OutputDiffTests {
  @Test func showsContextAndMarksTheNumber() throws {
    let comparison = comparison("a/b/c/loss 0.5/d", "a/b/c/loss 0.25/e/d")
    let difference = try #require(comparison.firstDifference())
    #expect(
      OutputDiff(comparison, around: difference).text == """
        the stored output (-) and the computed one (+):
          b
          c
        - loss 0.5
               ^^^
        + loss 0.25
               ^^^^
        + e
        """)
  }

  @Test func longOutputsAreCut() throws {
    let comparison = comparison(
      "x/" + (0..<50).map { "s\($0)" }.joined(separator: "/"),
      (0..<50).map { "c\($0)" }.joined(separator: "/"))
    let difference = try #require(comparison.firstDifference())
    let text = OutputDiff(comparison, around: difference).text
    #expect(text.contains("- … 45 more lines"))
    #expect(text.contains("+ … 44 more lines"))
  }
}

@Suite struct KeptWildcardsTests {
  @Test(arguments: [
    ("a/.../d/e", "a/b/c/d/f", "a/.../d/f"),
    ("a/.../d/e", "x/b/c/d/f", "x/b/c/d/f"),
    ("a/.../d/e", "a/b/c/x/f", "a/b/c/x/f"),
    (".../e/f", "a/b/e/g", ".../e/g"),
    ("a/b/...", "a/c/d", "a/c/d"),
    ("a/b/...", "x/b/c/d", "x/b/..."),
    ("a/.../b/.../c/d", "a/1/b/2/c/e", "a/.../b/.../c/e"),
    ("a/.../b/.../c/d", "a/1/x/2/c/e", "a/1/x/2/c/e"),
    ("a/.../.../c/d", "a/1/c/e", "a/.../.../c/e"),
    ("a/.../c", "b/.../c", "b/.../c"),
  ])
  func keepsWhereTheLinesAroundMatch(stored: String, computed: String, accepted: String) {
    let kept = KeptWildcards(comparison(stored, computed)).lines
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    #expect(kept == accepted)
    let again = comparison(kept, computed)
    #expect(again.firstDifference() == nil)
  }
}
