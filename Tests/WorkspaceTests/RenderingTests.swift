import Testing

@testable import Workspace

@Suite struct RenderingTests {
  private func lesson(_ title: String, _ more: String = "") -> String {
    "---\ntitle: \(title)\n---\n\nText with $x^2$.\n\n```neuron\n1 + 1\n```\n\(more)"
  }

  private func pages(_ folder: TemporaryFolder) -> [String] {
    folder.files().filter { $0.hasPrefix("out/") && !$0.hasPrefix("out/assets/") }
  }

  @Test func everyLessonHasItsPagesAndThereIsAnIndex() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("First"))
    try folder.write("in/deep/b.md", lesson("Second"))
    let result = CommandResult.render(folder)
    #expect(result.status == .success, "\(result.error)")
    #expect(
      pages(folder) == [
        "out/a.html", "out/a.md", "out/deep/b.html", "out/deep/b.md", "out/index.html",
        "out/index.md",
      ])
    #expect(result.summary.hasPrefix("rendered 2 of 2 lessons into \(folder("out")) ("))
  }

  @Test func renderingAgainChangesNothingNotEvenATime() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("First"))
    _ = CommandResult.render(folder)
    let files = folder.files()
    let times = files.map { folder.time(of: $0) }
    let again = CommandResult.render(folder)
    #expect(again.summary.contains("(0 files changed): no problems"))
    #expect(folder.files() == files)
    #expect(files.map { folder.time(of: $0) } == times)
  }

  @Test func oneLessonUpdatesItsEntryAndDropsNone() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try folder.write("in/\(name).md", lesson("Title \(name)")) }
    _ = CommandResult.render(folder, "a.md")
    _ = CommandResult.render(folder, "b.md")
    try folder.write("in/b.md", lesson("Another title"))
    _ = CommandResult.render(folder, "b.md")
    let index = try #require(folder.read("out/index.md"))
    #expect(index.contains("[Title a](a.md)"))
    #expect(index.contains("[Another title](b.md)"))
    #expect(!index.contains("Title b") && !index.contains("Title c"))
  }

  @Test func aLessonInAnInnerFolderKeepsItsPlace() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "x/c"] { try folder.write("in/\(name).md", lesson(name)) }
    _ = CommandResult.render(folder)
    let before = pages(folder)
    let index = folder.read("out/index.md")
    for purpose in [Rendering.Purpose.write, .check, .writeAndPrune] {
      let result = CommandResult.render(folder, "x/c.md") { $0.purpose = purpose }
      #expect(result.status == .success, "\(result.error)")
      #expect(result.error.isEmpty)
    }
    #expect(pages(folder) == before)
    #expect(folder.read("out/index.md") == index)
    try folder.write("in/x/d.md", lesson("new"))
    #expect(CommandResult.render(folder, "x/d.md").error.isEmpty)
    #expect(folder.read("out/x/d.md") != nil)
    #expect(folder.read("out/index.md")?.contains("[x/c](x/c.md)") == true)
  }

  @Test func pagesOfAnotherRootAreNotGone() throws {
    let folder = try TemporaryFolder()
    for name in ["in/a", "in/x/c", "other/d"] { try folder.write("\(name).md", lesson(name)) }
    _ = CommandResult.render(folder)
    for name in ["x", "../other/d.md"] {
      let result = CommandResult.render(folder, name) { $0.purpose = .writeAndPrune }
      #expect(result.error.isEmpty)
      #expect(folder.read("out/a.md") != nil && folder.read("out/x/c.md") != nil)
    }
    folder.remove("in/x/c.md")
    for page in ["d.html", "d.md"] { folder.remove("out/" + page) }
    let result = CommandResult.render(folder, "a.md")
    #expect(Set(result.rules) == ["orphaned-page"])
    #expect(Set(result.places) == ["c.html", "c.md"])
  }

  @Test func lessonsMayLieAroundTheOutput() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("First"))
    let inside = { (rendering: inout Rendering) in rendering.output = folder("in/out") }
    #expect(CommandResult.render(folder, change: inside).status == .success)
    let again = CommandResult.render(folder, change: inside)
    #expect(again.summary.hasPrefix("rendered 1 of 1 lesson "))
    #expect(again.summary.contains("(0 files changed)"))
  }

  @Test func pagesDoNotDependOnTheNumberOfThreads() throws {
    let one = try TemporaryFolder()
    let four = try TemporaryFolder()
    for folder in [one, four] {
      for number in 0..<12 { try folder.write("in/\(number).md", lesson("T\(number)")) }
    }
    _ = CommandResult.render(one) { $0.jobs = 1 }
    _ = CommandResult.render(four) { $0.jobs = 4 }
    #expect(one.files() == four.files())
    for file in pages(one) { #expect(one.read(file) == four.read(file), "\(file)") }
  }

  @Test func formulasAreKeptForTheNextRun() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("First"))
    _ = CommandResult.render(folder)
    let kept = try #require(folder.time(of: "cache/formulas"))
    _ = CommandResult.render(folder)
    #expect(folder.time(of: "cache/formulas") == kept)
  }

  @Test func whereFormulasCannotBeKeptPagesAreWrittenAllTheSame() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("First"))
    try folder.write("cache", "a file in the way")
    #expect(CommandResult.render(folder).status == .success)
  }

  @Test func aPageThatCannotBeWrittenIsReportedAndTheOthersAre() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a/b.md", lesson("First"))
    try folder.write("in/c.md", lesson("Second"))
    try folder.write("out/a", "a file in the way")
    let result = CommandResult.render(folder)
    #expect(result.status == .incomplete)
    #expect(result.rules.contains("unwritable-file"))
    #expect(pages(folder) == ["out/a", "out/c.html", "out/c.md", "out/index.html", "out/index.md"])
  }

  @Test func noPageIsWrittenOverALesson() throws {
    let folder = try TemporaryFolder()
    let other = lesson("Other")
    try folder.write("in/a.md", lesson("A"))
    for name in ["out/a.md", "out/index.md"] { try folder.write(name, other) }
    let result = CommandResult.render(folder)
    #expect(result.status == .incomplete)
    #expect(result.rules.contains("output-collision"))
    #expect(folder.read("out/a.md") == other && folder.read("out/index.md") == other)
    #expect(folder.read("out/a.html") == nil)
    // What a page has become is no lesson.
    try folder.write(
      "out/a.md", "stale\n<!-- Made by neuronbook from a.md: change that, not this. -->")
    try folder.write("out/index.md", "stale")
    #expect(CommandResult.render(folder).status == .success)
    #expect(folder.read("out/a.md")?.hasPrefix("# A") == true)
  }

  @Test(arguments: ["a.md", "a.html", "index.html", "index.md", "assets/style.css"])
  func nothingOfAPersonIsWrittenOver(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.md", lesson("A"))
    try folder.write("out/" + name, "my project\n")
    let result = CommandResult.render(folder)
    #expect(result.status == .incomplete)
    #expect(result.rules.contains("output-collision"))
    #expect(result.places.contains(FilePath.name(of: name)))
    #expect(folder.read("out/" + name) == "my project\n")
    folder.remove("out/" + name)
    #expect(CommandResult.render(folder).status == .success)
  }

  @Test func picturesHaveFilesOfTheirOwn() throws {
    let folder = try TemporaryFolder()
    func plot(_ label: String, _ number: Int) -> String {
      "\n```neuron\n\(label)import matplotlib.pyplot as plt\nplt.plot([1, \(number)])\nplt.show()\n```\n"
    }
    let title = "---\ntitle: T\n---\n"
    try folder.write(
      "in/a.md", title + plot("#| label: figure-2\n", 3) + plot("", 4) + plot("#| label: b-c\n", 5))
    try folder.write("in/a-b.md", title + plot("#| label: c\n", 6))
    _ = CommandResult.render(folder)
    let pictures = folder.files().filter { $0.hasPrefix("out/") && $0.hasSuffix(".svg") }
    #expect(
      pictures.filter { !$0.hasPrefix("out/assets/") } == [
        "out/a-b-c.svg", "out/a-figure-2-plot.svg", "out/a-figure-2.svg", "out/a-plot-b-c.svg",
      ])
    #expect(folder.read("out/a.md")?.contains("(a-plot-b-c.svg)") == true)
    #expect(CommandResult.render(folder).summary.contains("(0 files changed)"))
  }

  @Test func neighboursFollowALessonThatIsRenderedAlone() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try folder.write("in/\(name).md", lesson("Title \(name)")) }
    _ = CommandResult.render(folder)
    func leads(_ page: String, to title: String) -> Bool {
      folder.read("out/\(page).html")?.contains("</span>\(title)</a>") == true
    }
    try folder.write("in/b.md", lesson("New"))
    let result = CommandResult.render(folder, "b.md")
    #expect(result.summary.hasPrefix("rendered 1 of 1 lesson "))
    #expect(leads("a", to: "New") && leads("c", to: "New") && !leads("a", to: "Title b"))
    try folder.write("in/b.md", "---\ntitle: New\ndraft: true\n---\n")
    _ = CommandResult.render(folder, "b.md")
    #expect(leads("a", to: "Title c") && leads("c", to: "Title a") && !leads("a", to: "New"))
    let html = folder.read("out/a.html")
    _ = CommandResult.render(folder)
    #expect(folder.read("out/a.html") == html)
    #expect(CommandResult.render(folder, "b.md").summary.contains("(0 files changed)"))
  }

  @Test func neighboursFollowWithTemplatesOfATheme() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/neuronbook.yml", "theme: look\n")
    try folder.write("in/look/footer.mustache", "{{byline}}{{#next}}<b>{{title}}</b>{{/next}}")
    for name in ["a", "b"] { try folder.write("in/\(name).md", lesson("Title \(name)")) }
    _ = CommandResult.render(folder)
    try folder.write("in/b.md", "---\ntitle: New\ndraft: true\n---\n")
    _ = CommandResult.render(folder, "b.md")
    #expect(folder.read("out/a.html")?.contains("<b>") == false)
  }

  @Test func aLessonIsNeverItsOwnPage() throws {
    let folder = try TemporaryFolder()
    let text = "---\ntitle: A\n---\n\n```neuron\n1\n```\n"
    try folder.write("in/x.md", text)
    try folder.write("in/index.md", "notes of my own\n")
    let result = CommandResult.render(folder, "x.md") { $0.output = folder("in") }
    #expect(result.status == .incomplete)
    #expect(result.rules == ["output-collision"])
    #expect(folder.read("in/x.md") == text)
    #expect(folder.read("in/index.md") == "notes of my own\n")
    #expect(folder.files() == ["in/index.md", "in/x.md"])
  }
}

/// What `--check` says, and which pages `--prune` deletes.
@Suite struct CommittedPagesTests {
  private func lesson(_ title: String, _ more: String = "") -> String {
    "---\ntitle: \(title)\n\(more)---\n\nText.\n\n```neuron\n1 + 1\n```\n"
  }

  private func rendered(_ names: String...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in names { try folder.write("in/\(name).md", lesson("Title \(name)")) }
    _ = CommandResult.render(folder)
    return folder
  }

  private func check(_ folder: TemporaryFolder, _ names: String...) -> CommandResult {
    let state = folder.files().map { "\($0) \(folder.time(of: $0) ?? 0)" }
    let result = CommandResult.render(folder) {
      if !names.isEmpty { $0.paths = names.map { folder("in/\($0).md") } }
      $0.purpose = .check
    }
    #expect(folder.files().map { "\($0) \(folder.time(of: $0) ?? 0)" } == state)
    return result
  }

  @Test func whatWasRenderedIsCurrent() throws {
    let folder = try rendered("a", "b/c")
    let result = check(folder)
    #expect(result.status == .success, "\(result.error)")
    #expect(
      result.output
        == "compared 3 files in \(folder("out")) with what 2 lessons give: no problems\n")
    #expect(check(folder, "a").status == .success)
  }

  @Test func aChangedLessonGivesADiff() throws {
    let folder = try rendered("a", "b")
    try folder.write("in/a.md", lesson("Title a").replacing("Text", with: "Prose"))
    let result = check(folder)
    #expect(result.status == .problems)
    #expect(result.rules == ["stale-page"])
    #expect(result.output.contains("--- \(folder("out/a.md"))\n+++ \(folder("out/a.md"))\n@@ -"))
    #expect(result.output.contains("\n-Text.\n+Prose.\n"))
    #expect(check(folder, "b").status == .success)
  }

  @Test func aChangedTitleIsSeenInTheIndexAndInThePage() throws {
    let folder = try rendered("a")
    try folder.write("in/a.md", lesson("Other"))
    let result = check(folder)
    #expect(result.places == ["a.md", "index.md"])
    #expect(result.output.contains("\n-1. [Title a](a.md) (1 min)\n+1. [Other](a.md) (1 min)\n"))
  }

  @Test func aPageThatIsNotThereIsTold() throws {
    let folder = try rendered("a")
    try folder.write("in/b.md", lesson("New"))
    let result = check(folder)
    #expect(result.places == ["b.md", "index.md"])
    #expect(result.error.contains("it is not there"))
  }

  @Test func onlyCommittedKindsAreCompared() throws {
    let folder = try rendered("a")
    for name in ["out/a.html", "out/index.html", "out/assets/style.css"] {
      try folder.write(name, "something else")
    }
    #expect(check(folder).status == .success)
    try folder.write("in/neuronbook.yml", "commit: [html, assets]")
    #expect(check(folder).places == ["a.html", "style.css", "index.html"])
    try folder.write("out/a.md", "something else")
    #expect(check(folder).places == ["a.html", "style.css", "index.html"])
  }

  @Test func aLessonWithErrorsFailsTheCheck() throws {
    let folder = try rendered("a", "b")
    try folder.write("in/a.md", lesson("Title a", "colour: red\n"))
    let result = check(folder)
    #expect(result.status == .problems)
    #expect(result.rules == ["unknown-key"])
  }

  @Test func aPageWhoseLessonIsGoneIsReportedAndPrunedOnlyWhenAsked() throws {
    let folder = try rendered("a", "b/c")
    try folder.write("in/new.md", folder.read("in/b/c.md") ?? "")
    folder.remove("in/b/c.md")
    #expect(check(folder).rules.filter { $0 == "stale-page" }.count == 3)
    let result = CommandResult.render(folder)
    #expect(result.status == .success)
    #expect(result.rules == ["orphaned-page", "orphaned-page"])
    #expect(result.places == ["c.html", "c.md"])
    #expect(folder.read("out/b/c.md") != nil)
    #expect(check(folder).rules == ["stale-page"])
    let pruned = CommandResult.render(folder) { $0.purpose = .writeAndPrune }
    #expect(pruned.summary.contains("(2 files changed): no problems"))
    #expect(!folder.files().contains { $0.hasPrefix("out/b") })
    #expect(FileStatus(path: folder("out/b")) == nil)
    #expect(check(folder).status == .success)
  }

  @Test func whatAPersonPutAmongThePagesStays() throws {
    let folder = try rendered("a", "b")
    let page = try #require(folder.read("out/b.md"))
    let own = [
      "out/notes.md": "notes\n", "out/x/deep.html": "<p>mine</p>\n",
      "out/edited.md": page + "and more of mine\n", "out/copied.md": page,
    ]
    for (name, text) in own { try folder.write(name, text) }
    folder.link("out/link.md", to: "b.md")
    folder.remove("in/b.md")
    _ = CommandResult.render(folder) { $0.purpose = .writeAndPrune }
    for (name, text) in own { #expect(folder.read(name) == text, "\(name)") }
    #expect(!folder.files().contains("out/b.md") && folder.files().contains("out/link.md"))
  }

  @Test func aPictureThatNoLessonShowsIsToldOf() throws {
    let folder = try TemporaryFolder()
    func text(_ label: String) -> String {
      "```neuron\n#| label: \(label)\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\n```\n"
    }
    try folder.write("in/a.md", text("old"))
    try folder.write("in/b.md", text("other"))
    _ = CommandResult.render(folder)
    try folder.write("in/a.md", text("../../new"))
    #expect(CommandResult.render(folder, "b.md").rules == [])
    #expect(check(folder).places == ["a.md", "a-new.svg", "a-old.svg"])
    let result = CommandResult.render(folder) { $0.purpose = .writeAndPrune }
    #expect(result.status == .success)
    #expect(
      folder.files().filter { $0.hasSuffix(".svg") && !$0.contains("assets") } == [
        "out/a-new.svg", "out/b-other.svg",
      ])
    #expect(check(folder).status == .success)
  }

  @Test func aDraftHasAPageAndNoEntry() throws {
    let folder = try rendered("a", "b", "c")
    try folder.write("in/b.md", lesson("Title b", "draft: true\n"))
    #expect(CommandResult.render(folder).rules == [])
    #expect(
      folder.read("out/index.md")
        == "# Lessons\n\n1. [Title a](a.md) (1 min)\n2. [Title c](c.md) (1 min)\n")
    #expect(folder.read("out/b.md") != nil)
    #expect(folder.read("out/a.html")?.contains("rel=\"next\" href=\"c.html\"") == true)
    #expect(folder.read("out/b.html")?.contains("rel=\"next\"") == false)
    #expect(check(folder).status == .success)
  }

  @Test func aCloneWithoutHTMLKeepsItsList() throws {
    let folder = try rendered("a", "b")
    for name in folder.files() where name.hasSuffix(".html") { folder.remove(name) }
    #expect(check(folder).status == .success)
    #expect(CommandResult.render(folder, "a.md").status == .success)
    #expect(folder.read("out/index.md")?.contains("[Title b](b.md)") == true)
    #expect(folder.read("out/index.html")?.contains("b.html") == false)
  }
}

@Suite struct LineDiffTests {
  private func lines(_ text: String) -> [UInt8] { Array(text.map { "\($0)\n" }.joined().utf8) }

  /// What a diff makes of the old text, by its own rows.
  private func patched(_ old: [UInt8], _ diff: String) -> [UInt8] {
    var rest = UnifiedDiff.lines(of: old[...]).map { String(decoding: $0, as: UTF8.self) }[...]
    var result = ""
    var line = 1
    for row in diff.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2) {
      if let match = row.firstMatch(of: /^@@ -(\d+),(\d+)/), let start = Int(match.1) {
        let first = Int(match.2) == 0 ? start + 1 : start
        while line < first, let kept = rest.popFirst() {
          result += kept
          line += 1
        }
      } else if row.hasPrefix("+") {
        result += row.dropFirst() + "\n"
      } else if let kept = rest.first, row.hasPrefix("-") || row.hasPrefix(" ") {
        #expect(row.dropFirst() + "\n" == kept)
        rest.removeFirst()
        line += 1
        if row.hasPrefix(" ") { result += kept }
      }
    }
    return Array((result + rest.joined()).utf8)
  }

  @Test(arguments: [
    ("abc", "abc"), ("", "a"), ("a", ""), ("abcabba", "cbabac"),
    ("abcdefghijklmnop", "abXdefghijklmnoYp"),
    ("aaaa", "aa"), ("xaxbxcx", "axbxcxx"),
  ])
  func aDiffGivesTheNewText(old: String, new: String) {
    let diff = UnifiedDiff(path: "f", old: lines(old), new: lines(new)).text
    #expect(patched(lines(old), diff) == lines(new), "\(diff)")
  }

  @Test func changesAreAsFewAsMayBe() {
    let old = UnifiedDiff.lines(of: lines("abcabba")[...])
    let new = UnifiedDiff.lines(of: lines("cbabac")[...])
    let changes = LineDiff(old, new).changes
    #expect(changes.reduce(0) { $0 + $1.old.count + $1.new.count } == 5)
  }

  @Test func manyRandomTexts() {
    var seed: UInt64 = 1
    func random(_ bound: UInt64) -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (seed >> 33) % bound
    }
    for _ in 0..<300 {
      let texts = (0..<2).map { _ in
        String((0..<random(40)).map { _ in Character(Unicode.Scalar(UInt8(97 + random(4)))) })
      }
      let diff = UnifiedDiff(path: "f", old: lines(texts[0]), new: lines(texts[1])).text
      #expect(patched(lines(texts[0]), diff) == lines(texts[1]), "\(texts)\n\(diff)")
    }
  }

  @Test func textsWithNothingInCommonTakeNoTime() {
    let old = (0..<60_000).map { "old \($0)\n" }.joined()
    let new = (0..<60_000).map { "new \($0)\n" }.joined()
    let start = ContinuousClock.now
    let diff = UnifiedDiff(path: "f", old: Array(old.utf8), new: Array(new.utf8)).text
    #expect(diff.contains("@@ -1,60000 +1,60000 @@"))
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func aLastLineWithoutAnEndIsSaid() {
    let diff = UnifiedDiff(path: "f", old: Array("a\nb".utf8), new: Array("a\nb\n".utf8)).text
    #expect(
      diff == "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n")
  }
}
