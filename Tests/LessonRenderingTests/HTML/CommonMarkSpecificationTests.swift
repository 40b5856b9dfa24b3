import LessonDocument
import LessonRendering
import SourceText
import Testing

/// A text as the writer's HTML, with raw HTML as written or sanitised.
private func fragment(
  _ markdown: String, _ extensions: MarkdownExtensions, isSanitised: Bool = false
) -> String {
  let source = SourceFile(path: "example.md", text: markdown)
  var writer = HTMLWriter(parts: PlainHTMLParts(), allowsRawHTML: !isSanitised)
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

  /// Examples whose HTML the sanitiser changes, by what it does to them.
  private static let sanitised: [(reason: String, examples: [Int])] = [
    (
      "what is not on the list is left out, as are scripts, style sheets, instructions, sections",
      [
        150, 156, 157, 158, 163, 169, 170, 171, 172, 173, 176, 178, 180, 181, 182, 201, 490, 493,
        523, 535, 612, 613, 614, 615, 616, 627, 628, 629,
      ]
    ),
    ("comments are left out", [177, 179, 183, 308, 309, 624]),
    (
      "what is opened is closed, and what was never opened is not",
      [151, 155, 165, 174, 175, 184, 187, 475, 476, 622]
    ),
    ("a table gets the body that HTML gives it", [148, 149, 160, 190, 191]),
    (
      "tags and attributes are spelled in one way, addresses encoded",
      [21, 31, 152, 153, 344, 474, 630, 631, 642, 643]
    ),
  ]

  @Test func theSanitiserChangesOnlyTheseExamplesToo() throws {
    var different: [Int] = []
    for example in try CommonMarkSpecification.examples()
    where fragment(example.markdown, .all, isSanitised: true) != example.html {
      different.append(example.example)
    }
    let listed = Self.sanitised.flatMap(\.examples) + Self.different.keys
    #expect(different == listed.sorted())
  }
}
