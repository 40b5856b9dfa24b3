import LessonDocument
import LessonRendering
import SourceText
import Testing

/// A text as the writer's HTML, raw HTML as written.
private func fragment(_ markdown: String, _ extensions: MarkdownExtensions) -> String {
  let source = SourceFile(path: "example.md", text: markdown)
  var writer = HTMLWriter(parts: PlainHTMLParts(), allowsRawHTML: true)
  writer.write(Lesson(parsing: source, extensions: extensions).blocks)
  return writer.take()
}

@Suite struct CommonMarkSpecificationTests {
  @Test func everyExampleComesOutAsSpecified() throws {
    let examples = try CommonMarkSpecification.examples()
    #expect(examples.count == 652)
    for example in examples {
      #expect(fragment(example.markdown, []) == example.html, "example \(example.example)")
    }
  }

  /// Examples whose text means something else in a lesson, each with the reason.
  private static let different: [Int: String] = [
    12: #"the escapes `\[` and `\]` with something in between are a formula"#,
    96: "the text between two `---` lines is front matter",
    98: "two `---` lines are empty front matter",
  ]

  @Test func extensionsChangeOnlyTheseExamples() throws {
    var different: [Int] = []
    for example in try CommonMarkSpecification.examples()
    where fragment(example.markdown, .all) != example.html {
      different.append(example.example)
    }
    #expect(different == Self.different.keys.sorted())
  }
}
