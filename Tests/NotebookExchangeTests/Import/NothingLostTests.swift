import JSONText
import LessonDocument
import SourceText
import Testing

@testable import NotebookExchange

/// Every word that a notebook holds, in whatever cell, output or attachment, is in the lesson, in a file
/// beside it, or in the list of what was left out.
@Suite struct NothingLostTests {
  @Test(arguments: 1...120)
  func eachPartIsKeptOrNamed(seed: Int) throws {
    let odd = OddNotebook(seed: UInt64(seed))
    let lesson = try ImportedLesson(of: odd.source, at: "odd.md")
    let kept =
      lesson.source.text
      + lesson.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    let named = lesson.diagnostics.map(\.message).joined(separator: "\n")
    for part in odd.parts {
      #expect(
        kept.contains(part.text) || named.contains(part.text), "\(part.text) of seed \(seed)")
    }
  }

  @Test(arguments: 1...60)
  func theSameBytesComeOutAgain(seed: Int) throws {
    let odd = OddNotebook(seed: UInt64(seed))
    let first = try ImportedLesson(of: odd.source, at: "odd.md")
    let second = try ImportedLesson(of: odd.source, at: "odd.md")
    #expect(first.source.utf8 == second.source.utf8)
    #expect(first.files == second.files)
  }

  @Test(arguments: 1...60)
  func aLessonComesOut(seed: Int) throws {
    let odd = OddNotebook(seed: UInt64(seed))
    let imported = try ImportedLesson(of: odd.source, at: "odd.md")
    let lesson = Lesson(parsing: imported.source)
    #expect(lesson.frontMatter.title != nil)
    // Each cell is where the import put it: none swallowed by the text before, none made by accident.
    let python = imported.source.text.components(of: "`neuron\n")
    #expect(lesson.cells.count == python)
    for file in imported.files {
      #expect(file.path.hasPrefix("odd-files/"))
      #expect(!file.path.contains(".."))
    }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
