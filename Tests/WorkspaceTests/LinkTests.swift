import LessonDocument
import SourceText
import Testing

@testable import Workspace

@Suite struct LinkTests {
  /// A lesson `in/a.md` with a text, among some files; its problems as lines.
  private func problems(_ text: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let files = [
      "in/img/tree.png", "in/img/Net.PNG", "in/my file.png", "in/a%b.png", "in/deep/x.md", "top.md",
      "in/é.png",
    ]
    for name in files { try folder.write(name, "") }
    try folder.write(
      "in/b.md",
      "---\ntitle: B\n---\n\n# Start\n\n# Start\n\n```neuron\n#| label: loss\n1\n```\n")
    try folder.write("in/notes.md", "# Of notes & more\n")
    try folder.write("in/a.md", "---\ntitle: A\n---\n\n\(text)\n")
    let source = try FileReading.source(folder("in/a.md"))
    let check = LinkCheck(Lesson(parsing: source), LinkTargets())
    return check.problems.map { problem in
      guard case .text(let place) = problem.location else { return "no place" }
      let help = problem.help.map { $0.hasPrefix("did") ? " (\($0))" : "" } ?? ""
      let message = problem.message.replacing(folder.path + "/", with: "")
      return "\(problem.rule.id) \(place.file.text(of: place.span)): \(message)\(help)"
    }
  }

  @Test(arguments: [
    "[a](b.md)", "[a](img/)", "[a](img)", "[a](.)", "[a](..)", "[a](../top.md)",
    "[a](./deep/../b.md)",
    "![a](img/tree.png)", "![a](<my file.png>)", "![a](my%20file.png)", "![a](a%25b.png)",
    "![a](img/tree.png?raw=true)", "![a](é.png)", "![a](%C3%A9.png)", "![a](img/tree.png 'title')",
    "[a](b.md#start)", "[a](b.md#start-1)", "[a](b.md#loss)", "[a](b.md?plain=1#L10-L20)",
    "[a](notes.md#of-notes--more)", "# One\n\n[a](#one)", "[a](#later)\n\n> # Later", "[a](#)",
    "[a](#top)", "[a](a.md#t)\n\n# T", "[a](https://example.com/x#y)", "<https://example.com>",
    "<me@example.com>", "[a](mailto:me@example.com)", "![a](data:image/png;base64,AAAA)",
    "[a][b]\n\n[b]: img/tree.png", "`[a](nowhere.md)`", "```text\n[a](nowhere.md)\n```",
    "$[a](nowhere.md)$", "\\[a](nowhere.md)", "<!-- [a](nowhere.md) -->", "[a](img/tree.png#x)",
    "[](#eq:x)\n\n$$x \\label{eq:x}$$", "[a](deep#x)", "<a id=\"own\"></a> [a](#own)",
    "<img src=\"img/tree.png\" alt=\"\">",
  ])
  func whatLeadsSomewhereIsWell(text: String) throws {
    #expect(try problems(text) == [])
  }

  @Test(arguments: [
    (
      "[](b.md)", "link-without-text [](b.md): the link to `b.md` has no text"
    ),
    ("[a](c.md)", "broken-link c.md: the link leads to `c.md`, which is not there"),
    (
      "![a](img/tre.png)",
      "broken-link img/tre.png: the image leads to `img/tre.png`, which is not there "
        + "(did you mean `img/tree.png`?)"
    ),
    (
      "![a](img/net.png?raw=1)",
      "broken-link img/net.png?raw=1: the image leads to `img/net.png`, which is not there "
        + "(did you mean `img/Net.PNG?raw=1`?)"
    ),
    (
      "![a](tree.png \"t\")",
      "broken-link tree.png: the image leads to `tree.png`, which is not there "
        + "(did you mean `img/tree.png`?)"
    ),
    (
      "[a](top.md#x)",
      "broken-link top.md#x: the link leads to `top.md`, which is not there "
        + "(did you mean `../top.md#x`?)"
    ),
    (
      "![a](img\\tree.png)",
      "broken-link img\\tree.png: the image leads to `img\\tree.png`, which is not there "
        + "(did you mean `img/tree.png`?)"
    ),
    (
      "[a](notes.html)",
      "broken-link notes.html: the link leads to `notes.html`, which is not there "
        + "(did you mean `notes.md`?)"
    ),
    (
      "[a](notes)",
      "broken-link notes: the link leads to `notes`, which is not there (did you mean `notes.md`?)"
    ),
    (
      "![a](imgs/tree.png)",
      "broken-link imgs/tree.png: the image leads to `imgs/tree.png`, which is not there "
        + "(did you mean `img/tree.png`?)"
    ),
    (
      "![a](my%20fil.png)",
      "broken-link my%20fil.png: the image leads to `my fil.png`, which is not there "
        + "(did you mean `my%20file.png`?)"
    ),
    ("[a](b.md/x)", "broken-link b.md/x: the link leads to `b.md/x`, which is not there"),
    ("[a](x%00.md)", "broken-link x%00.md: the link leads to `x\0.md`, which is not there"),
    ("[a]()", "broken-link [a](): the link leads nowhere: it has no address"),
    (
      "[a](b.md#satrt)",
      "broken-anchor b.md#satrt: there is no `#satrt` in in/b.md (did you mean `b.md#start`?)"
    ),
    ("[a](#nowhere)", "broken-anchor #nowhere: there is no `#nowhere` in this lesson"),
    (
      "# One\n\n[a](#One)",
      "broken-anchor #One: there is no `#One` in this lesson (did you mean `#one`?)"
    ),
    (
      "> - [a *b*\n>   c][d]\n\n[d]: c.md",
      "broken-link [a *b*\n>   c][d]: the link leads to `c.md`, which is not there"
    ),
    (
      "| a |\n|---|\n| [b](c.md) |",
      "broken-link c.md: the link leads to `c.md`, which is not there"
    ),
    ("x[^1]\n\n[^1]: [b](c.md)", "broken-link c.md: the link leads to `c.md`, which is not there"),
    (
      "![](img/tree.png)",
      "image-without-text ![](img/tree.png): the image `img/tree.png` has no alternative text"
    ),
    (
      "[a](/etc/passwd)",
      "unportable-link /etc/passwd: `/etc/passwd` begins at the top of a disk or host, which is "
        + "another elsewhere"
    ),
    (
      "![a](http://x.y/z.png)",
      "unportable-link http://x.y/z.png: pages show no image from an address with `http:`"
    ),
    ("[a](urn:x)", "unportable-link urn:x: `urn:` is no address that a page can lead to"),
    (
      "<a href=\"gone.png\">x</a>",
      "broken-link gone.png: the link leads to `gone.png`, which is not there"
    ),
    (
      "<img src=\"img/tre.png\" alt=\"a\">",
      "broken-link img/tre.png: the image leads to `img/tre.png`, which is not there "
        + "(did you mean `img/tree.png`?)"
    ),
    (
      "x <img src=\"img/tree.png\">",
      "image-without-text <img src=\"img/tree.png\">: the image `img/tree.png` has no alternative text"
    ),
    (
      "[a](C:/x.png)", "unportable-link C:/x.png: `c:` is no address that a page can lead to"
    ),
  ])
  func whatLeadsNowhereIsTold(text: String, expected: String) throws {
    #expect(try problems(text) == [expected])
  }

  @Test func verifyTellsOfLinks() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", "---\ntitle: A\n---\n\n[b](b.md#x) ![](c.png)\n")
    try folder.write("b.md", "# Y\n")
    let result = CommandResult.verify(folder("a.md"))
    #expect(result.status == .problems)
    #expect(result.rules == ["broken-anchor", "image-without-text", "broken-link"])
    #expect(result.places == ["a.md:5:5", "a.md:5:13", "a.md:5:17"])
  }

  @Test func aFolderIsListedAndAFileReadOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("b.md", "# X\n")
    let targets = LinkTargets()
    let source = SourceFile(path: folder("a.md"), text: "[b](b.md#x) [c](c.md)\n")
    #expect(LinkCheck(Lesson(parsing: source), targets).problems.count == 1)
    folder.remove("b.md")
    try folder.write("c.md", "")
    #expect(LinkCheck(Lesson(parsing: source), targets).problems.count == 1)
  }

  @Test func manyBrokenLinksTakeNoTime() throws {
    let folder = try TemporaryFolder()
    for number in 0..<300 { try folder.write("file-\(number).md", "") }
    let links = (0..<20_000).map { "[a](fila-\($0).md) [b](#anchar-\($0))\n\n" }.joined()
    let headings = (0..<5_000).map { "# Anchor \($0)\n" }.joined()
    let source = SourceFile(path: folder("a.md"), text: links + headings)
    let start = ContinuousClock.now
    #expect(LinkCheck(Lesson(parsing: source), LinkTargets()).problems.count == 40_000)
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}
