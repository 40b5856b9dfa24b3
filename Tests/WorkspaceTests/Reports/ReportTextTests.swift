import JSONText
import SourceText
import Testing

@testable import Workspace

/// The small parts that reports are made of.
@Suite struct ReportTextTests {
  @Test(arguments: [
    ("a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;", "a&lt;b&gt;&amp;\"c\""),
    ("]]>", "]]&gt;", "]]&gt;"),
    ("\t\n\r", "&#9;&#10;&#13;", "\t\n&#13;"),
    ("\u{0}\u{1B}\u{7F}\u{85}\u{FFFE}", "␀␛␡\\u{85}\\u{FFFE}", "␀␛␡\\u{85}\\u{FFFE}"),
    ("é😀\u{202E}", "é😀\u{202E}", "é😀\u{202E}"),
  ])
  func xmlHoldsAnyText(text: String, attribute: String, content: String) {
    #expect(XMLText.attribute(text) == attribute)
    #expect(XMLText.content(text) == content)
  }

  @Test(arguments: [
    ("{0} {12} {} {a} {0", "{{0}} {{12}} {} {a} {0"),
    ("{{0}}", "{{{0}}}"),
    ("[a](1) [b] (c)", "[a\\](1) [b] (c)"),
    ("{'a': 1}é", "{'a': 1}é"),
    ("", ""),
  ])
  func sarifHasNoPlaceholdersAndLinks(text: String, plain: String) {
    #expect(SARIFText.plain(text) == plain)
  }

  @Test func commandsForGitHubAreOneLine() {
    #expect(GitHubCommand.data("a%\r\nb:,c") == "a%25%0D%0Ab:,c")
    #expect(GitHubCommand.property("a%\r\nb:,c") == "a%25%0D%0Ab%3A%2Cc")
  }

  @Test func noLineEndsTheQuoting() throws {
    let text = "::error::x\n"
    let quoted = GitHubCommand.quoted(text)
    let lines = quoted.split(separator: "\n")
    let word = try #require(lines.first?.split(separator: ":").last)
    #expect(lines.last == "::\(word)::")
    #expect(!text.contains(word))
  }

  @Test(arguments: [
    ("abc\nde", 0..<3, "1:1-1:4"), ("abc\nde", 1..<4, "1:2-1:4"), ("abc\r\nde", 1..<5, "1:2-1:4"),
    ("abc\nde", 1..<6, "1:2-2:3"), ("abc\n", 3..<4, "1:4-1:4"), ("\n\n", 0..<1, "1:1-1:1"),
    ("é😀x\n", 2..<6, "1:2-1:3"), ("\u{FEFF}ab", 0..<4, "1:1-1:2"), ("", 0..<0, "1:1-1:1"),
    ("a\rb", 0..<2, "1:1-1:2"),
  ])
  func regionsEndOnTheirLastLine(text: String, span: Range<Int>, expected: String) {
    let place = Place(SourceFile(path: "a", text: text), Span(span.lowerBound, span.upperBound))
    let region = TextRegion(place)
    #expect("\(region.start)-\(region.end)" == expected)
  }

  @Test func theSlowestStandFirst() {
    var list = SlowestList()
    for number in 0..<30 { list.add("\(number)", .milliseconds(number % 15)) }
    #expect(
      list.entries.map(\.name) == ["14", "29", "13", "28", "12", "27", "11", "26", "10", "25"])
  }

  @Test(arguments: [
    (Duration.nanoseconds(1_499), "      0.0 ms", "0.000001", 0.000001),
    (.microseconds(12_350), "     12.4 ms", "0.012350", 0.01235),
    (.seconds(75), "  75000.0 ms", "75.000000", 75),
  ])
  func timesAreWritten(duration: Duration, text: String, decimal: String, seconds: Double) {
    #expect(duration.text == text)
    #expect(duration.decimalSeconds == decimal)
    #expect(duration.seconds == seconds)
  }

  @Test func aStreamIsOneValue() throws {
    let console = Console.memory()
    var stream = JSONStream(to: console)
    stream.write("a\"b", [1, "x\n"])
    stream.beginArray("none")
    stream.endArray()
    stream.beginArray("some")
    stream.write(element: 1)
    stream.write(element: [:])
    stream.endArray()
    stream.end()
    let value = try JSON(parsing: SourceFile(path: "a", text: console.text))
    #expect(value == ["a\"b": [1, "x\n"], "none": [], "some": [1, [:]]])
    #expect(console.text == "{\n\"a\\\"b\":[1,\"x\\n\"],\n\"none\":[],\n\"some\":[\n1,\n{}\n]\n}\n")
  }

  @Test func filesAreNamedFromTheWorkspace() {
    let environment = GitHubEnvironment(workspace: FilePath.resolvingLinks("."), stepSummary: nil)
    #expect(environment.path("a/b.md") == "a/b.md")
    #expect(environment.path("../b.md") == "../b.md")
    let parent = GitHubEnvironment(workspace: FilePath.resolvingLinks(".."), stepSummary: nil)
    let name = FilePath.name(of: FilePath.resolvingLinks("."))
    #expect(parent.path("a/b.md") == "\(name)/a/b.md")
    #expect(GitHubEnvironment.none.path("a/b.md") == "a/b.md")
  }

  @Test func theFormatsAreNamedWhereOneIsWrong() {
    #expect {
      try ReportFile(parsing: "xml=a")
    } throws: {
      "\($0)" == "'xml' is none of the formats terminal, json, sarif, junit, github"
    }
    #expect {
      try ReportFile(parsing: "a")
    } throws: {
      "\($0)" == "'a' is not FORMAT=FILE, as in junit=lessons.xml"
    }
  }

  @Test func aReportTakesTheNameOfNothingThatAPersonWrites() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "lesson")
    folder.link("link.json", to: "a.md")
    folder.link("other.json", to: "lesson.txt")
    try folder.write("lesson.txt", "lesson")
    func isRefused(_ name: String, _ lessons: String...) -> Bool {
      ReportFile(.json, path: folder(name)).misplacement(among: lessons.map { folder($0) }) != nil
    }
    for name in ["a.md", "none.md", "b.py", "c.ipynb", "neuronbook.yml", "link.json"] {
      #expect(isRefused(name), "\(name)")
    }
    #expect(isRefused("other.json", "a.md", "lesson.txt"))
    #expect(!isRefused("other.json", "a.md"))
    for name in ["report.json", "lessons.xml", "md", "report.yml", "a.md/report"] {
      #expect(!isRefused(name), "\(name)")
    }
    #expect(ReportFile(.json, path: "-").misplacement() == nil)
  }

  @Test func aFileNameMayHaveAnything() throws {
    #expect(try ReportFile(parsing: "json=a=b").path == "a=b")
    #expect(try ReportFile(parsing: "json=./a//b/").path == "a/b")
    #expect(try ReportFile(parsing: "json=-").isStandardOutput)
    #expect(try !ReportFile(parsing: "json=./-").isStandardOutput)
  }

  @Test func twoReportsInOneFileCollide() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", "")
    folder.link("b", to: "a")
    folder.link("c", to: ".")
    func collision(_ names: String...) -> String? {
      ReportFile.collision(among: names.map { ReportFile(.json, path: folder($0)) })
    }
    #expect(collision("a", "d") == nil)
    #expect(collision("a", "b") == folder("b"))
    #expect(collision("d", "c/d") == folder("c/d"))
    #expect(collision("a", "d", "./d") == folder("d"))
  }
}
