import LessonDocument
import LessonRendering
import SourceText
import Testing

@testable import Workspace

@Suite struct ConfigurationReaderTests {
  private func read(_ text: String, path: String = "in/neuronbook.yml") -> ConfigurationReader {
    ConfigurationReader(SourceFile(path: path, text: text))
  }

  private func problems(_ text: String) -> [String] {
    read(text).diagnostics.map { problem in
      guard case .text(let place) = problem.location else { return problem.message }
      let help = problem.help.map { " (\($0))" } ?? ""
      return "\(problem.rule.id) \(place.range) \(problem.message)\(help)"
    }
  }

  @Test func everyKeyHasItsOwnType() {
    let reader = read(
      """
      title: no
      language: pt-BR
      url: https://ada.example/lessons
      image: https://ada.example/card.png?v=2
      order: [a.md, ./b//c.md, d]
      output: ../Output
      self-contained: true
      tolerance: 1e-6
      limits:
        steps: 1000000
        memory: 64
        depth: 100
        output: 16
      report:
        format: json
        files:
          junit: reports/a.xml
          sarif: /reports/a.sarif
        strict: true
        timings: false
      commit: [md, html, assets]
      """)
    let configuration = reader.configuration
    #expect(reader.diagnostics.isEmpty)
    #expect(configuration.title == "no")
    #expect(configuration.language == "pt-BR")
    #expect(configuration.address == SiteAddress("https://ada.example/lessons/"))
    #expect(configuration.image == .address("https://ada.example/card.png?v=2"))
    #expect(configuration.order.map(\.path) == ["a.md", "b/c.md", "d"])
    #expect(configuration.output == "Output")
    #expect(configuration.isSelfContained == true)
    #expect(configuration.tolerance == .relative(1e-6))
    #expect(configuration.limits.steps == 1_000_000)
    #expect(configuration.limits.memory == 64)
    #expect(configuration.limits.depth == 100)
    #expect(configuration.limits.output == 16)
    #expect(configuration.report.format == .json)
    #expect(
      configuration.report.files == [
        ReportFile(.junit, path: "in/reports/a.xml"), ReportFile(.sarif, path: "/reports/a.sarif"),
      ])
    #expect(configuration.report.isStrict == true)
    #expect(configuration.report.showsTimings == false)
    #expect(configuration.commit == [.md, .html, .assets])
    #expect(configuration.folder == "in")
  }

  @Test(arguments: ["", "# nothing yet\n", "---\n", "\u{FEFF}title: a\n"])
  func whatIsNotSaidIsAsUsual(text: String) {
    let reader = read(text)
    #expect(reader.diagnostics.isEmpty)
    #expect(reader.configuration.commit == [.md, .svg])
    #expect(reader.configuration.output == nil && reader.configuration.tolerance == nil)
  }

  @Test(arguments: [
    ("titel: a", "unknown-setting 1:1-1:6 neuronbook.yml has no key `titel` (write `title`)"),
    (
      "color: a",
      "unknown-setting 1:1-1:6 neuronbook.yml has no key `color` (the keys are title, language, "
        + "url, image, order, output, theme, tolerance, limits, report, commit, self-contained)"
    ),
    (
      "limits:\n  step: 5",
      "unknown-setting 2:3-2:7 `limits` has no key `step` (write `steps`)"
    ),
    (
      "report:\n  files:\n    xml: a",
      "unknown-setting 3:5-3:8 `report.files` has no key `xml` (the keys are terminal, json, "
        + "sarif, junit, github)"
    ),
    (
      "report:\n  files:\n    json: a.md",
      "setting-value 3:11-3:15 a report cannot be written to in/a.md: lessons and modules have such "
        + "names"
    ),
    (
      "url: lessons/",
      "setting-value 1:6-1:14 `url` is an address that begins with `https://`, such as "
        + "`https://ada.github.io/lessons/`, but `lessons/` is given"
    ),
    (
      "language: English",
      "setting-value 1:11-1:18 `language` is a language tag, such as `en` or `pt-BR`, but "
        + "`English` is given"
    ),
    (
      "image: card.svg",
      "setting-value 1:8-1:16 `image` is a file that ends in .png, .jpg, .webp or .gif, or an address "
        + "with `https:`, but `card.svg` is given"
    ),
    ("image: no.png", "setting-value 1:8-1:14 `image` is `no.png`, which is not there"),
    ("title: [a]", "setting-value 1:8-1:11 `title` is a text, not a list or mapping"),
    ("title:", "setting-value 1:7-1:7 `title` is a text, but nothing is given"),
    (
      "limits: 5", "setting-value 1:9-1:10 `limits` is lines `key: value`"
    ),
    (
      "limits: {steps: -1}",
      "setting-value 1:17-1:19 `limits.steps` is a whole number from 1 on, but `-1` is given"
    ),
    (
      "limits: {steps: 99999999999999999999}",
      "setting-value 1:17-1:37 `limits.steps` is a whole number from 1 on, but "
        + "`99999999999999999999` is given"
    ),
    (
      "limits: {depth: 20001}",
      "setting-value 1:17-1:22 `limits.depth` is a whole number from 1 to 20000, but `20001` is "
        + "given"
    ),
    (
      "tolerance: 0",
      "setting-value 1:12-1:13 `tolerance` is a positive number or `exact`, but `0` is given"
    ),
    (
      "report: {strict: yes}",
      "setting-value 1:18-1:21 `report.strict` is `true` or `false`, but `yes` is given"
    ),
    (
      "report: {format: jsn}",
      "setting-value 1:18-1:21 `report.format` is one of terminal, json, sarif, junit, github, "
        + "but `jsn` is given (write `json`)"
    ),
    (
      "commit: [pdf]",
      "setting-value 1:10-1:13 `commit` is one of html, md, svg, assets, but `pdf` is given"
    ),
    ("order: [../a.md]", "setting-value 1:9-1:16 `../a.md` does not lie below this folder"),
    ("order: [a.md, ./a.md]", "setting-value 1:15-1:21 `./a.md` stands in `order` twice"),
    (
      "output: .",
      "setting-value 1:9-1:10 `output` is a folder of its own, but `.` holds the lessons"
    ),
    (
      "output: ..",
      "setting-value 1:9-1:11 `output` is a folder of its own, but `..` holds the lessons"
    ),
    ("just a text", "configuration-syntax 1:1-1:12 neuronbook.yml is lines `key: value`"),
    (
      "title: a: b",
      "configuration-syntax 1:9-1:12 this is no YAML: mapping values are not allowed in this context"
    ),
    ("title: a\ntitle: b", "configuration-syntax 2:1-2:6 the key `title` is given twice"),
    (
      "title: a\n---\ntitle: b",
      "configuration-syntax 2:1-2:4 another document begins here, and one is read"
    ),
    (
      "limits:\n\tsteps: 5",
      "configuration-syntax 2:1-2:10 this is no YAML: found character that cannot start any "
        + "token (YAML is indented with spaces, not with tabs)"
    ),
    (
      "title: &a b",
      "configuration-syntax 1:8-1:12 anchors and aliases are not read in neuronbook.yml"
    ),
  ])
  func whatIsWrongIsTold(text: String, expected: String) {
    #expect(problems(text) == [expected])
  }

  @Test func severalProblemsAreReportedTogether() {
    #expect(problems("titel: a\ntolerance: x\nlimits: {steps: many}").count == 3)
  }

  @Test(arguments: [
    "a: &a [x, x]\n" + (0..<30).map { "b\($0): &a [*a, *a, *a]\n" }.joined(),
    "order: " + String(repeating: "[", count: 5_000),
    "title: " + String(repeating: "a", count: 2_000_000),
  ])
  func aBombIsRefused(text: String) {
    #expect(read(text).diagnostics.map(\.rule) == [.configurationSyntax])
  }
}

@Suite struct ConfigurationSearchTests {
  private func titles(_ folder: TemporaryFolder, _ paths: String...) -> [String] {
    LessonSearch(paths: paths.map { folder($0) }, output: nil).files.map {
      "\($0.pagePath) \($0.configuration.title ?? "-")"
    }
  }

  @Test func theNearestAboveHolds() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/neuronbook.yml", "title: outer")
    try folder.write("in/a.md", "")
    try folder.write("in/deep/b.md", "")
    try folder.write("in/own/neuronbook.yml", "title: inner")
    try folder.write("in/own/c/d.md", "")
    let all = ["a outer", "deep/b outer", "c/d inner"]
    #expect(titles(folder, "in") == all)
    #expect(titles(folder, "in/deep") == ["deep/b outer"])
    #expect(titles(folder, "in/deep/b.md") == ["deep/b outer"])
    #expect(titles(folder, "in/own/c") == ["c/d inner"])
    #expect(titles(folder, "in/own/c/d.md", "in/a.md") == ["a outer", "c/d inner"])
  }

  @Test func nothingAboveTheTopOfTheRepositoryHolds() throws {
    let folder = try TemporaryFolder()
    try folder.write("neuronbook.yml", "title: outer")
    try folder.write("in/.git/HEAD", "")
    try folder.write("in/deep/a.md", "")
    #expect(titles(folder, "in/deep") == ["a -"])
    try folder.write("in/neuronbook.yml", "title: inner")
    #expect(titles(folder, "in/deep") == ["deep/a inner"])
  }

  @Test func noLessonLiesBelowTheOutput() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/neuronbook.yml", "output: ../a-pages")
    for name in ["in/a.md", "a-pages/b.md", "c.md"] { try folder.write(name, "") }
    #expect(titles(folder, "") == ["c -", "a -"])
  }

  @Test func aWrongFileKeepsItsSetOut() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/neuronbook.yml", "titel: x")
    try folder.write("in/a.md", "```neuron\n1\n```\n")
    let result = CommandResult.verify(folder("in"))
    #expect(result.status == .incomplete)
    #expect(result.places == ["neuronbook.yml:1:1"])
    #expect(result.rules == ["unknown-setting"])
    #expect(CommandResult.render(folder).status == .incomplete)
    #expect(folder.read("out/a.md") == nil)
  }

  @Test func anotherEndingIsToldOf() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/neuronbook.yaml", "title: x")
    try folder.write("in/a.md", "```neuron\n1\n```\n")
    let result = CommandResult.verify(folder("in"))
    #expect(result.rules == ["configuration-syntax"])
    #expect(result.error.contains("help: call it `neuronbook.yml`"))
  }
}

@Suite struct ConfigurationEffectTests {
  private func folder(
    _ configuration: String, _ lessons: [String: String]
  ) throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write("in/neuronbook.yml", configuration)
    for (name, text) in lessons { try folder.write("in/\(name).md", text) }
    return folder
  }

  private func lesson(_ title: String, _ more: String = "") -> String {
    "---\ntitle: \(title)\n\(more)---\n\n```neuron\n1 + 1\n```\n\n```output\n2\n```\n"
  }

  @Test func theToleranceIsForAllThatSayNothing() throws {
    let cell = "```neuron\n1.001\n```\n\n```output\n1.05\n```\n"
    let matter = "---\ntitle: a\ntolerance: 1e-9\n---\n"
    let folder = try folder("tolerance: 0.1", ["a": cell, "b": matter + cell])
    let result = CommandResult.verify(folder("in"))
    #expect(result.places == ["b.md:10:1"])
    _ = CommandResult.verify(folder("in")) { $0.acceptance = .write }
    #expect(folder.read("in/a.md") == cell)
  }

  @Test func limitsHoldUnlessTheCommandLineSaysMore() throws {
    let loop = "```neuron\nfor i in range(100000):\n    pass\n```\n"
    let folder = try folder("limits: {steps: 1000}", ["a": loop])
    #expect(CommandResult.verify(folder("in")).rules == ["step-limit"])
    #expect(CommandResult.verify(folder("in")) { $0.resources.steps = 10_000_000 }.rules == [])
  }

  @Test func warningsFailWhereTheFileSaysSo() throws {
    let folder = try folder("report: {strict: true}", ["a": "```neuron\n1\n```\n"])
    #expect(CommandResult.verify(folder("in")).status == .problems)
  }

  @Test func setsThatReportOtherwiseDoNotGoTogether() throws {
    let folder = try folder("report: {strict: true}", ["a": lesson("A")])
    try folder.write("other/neuronbook.yml", "report: {strict: false}")
    try folder.write("other/b.md", lesson("B"))
    let result = CommandResult.verify(folder("in"), folder("other"))
    #expect(result.rules == ["several-configurations"])
    #expect(result.places == ["neuronbook.yml"])
  }

  @Test func theIndexHasTheTitleAndTheOrderOfTheFile() throws {
    let lessons = [
      "a": lesson("A", "order: 1\n"), "b": lesson("B"), "c/d": lesson("D"),
      "c/e": lesson("E", "order: 0\n"), "f": lesson("F"),
    ]
    let folder = try folder("title: Nets\norder: [b.md, c]", lessons)
    #expect(CommandResult.render(folder).status == .success)
    let index = try #require(folder.read("out/index.md"))
    #expect(
      index
        == """
        # Nets

        1. [B](b.md) (1 min)

        ## C

        2. [E](c/e.md) (1 min)
        3. [D](c/d.md) (1 min)

        ## Further lessons

        4. [A](a.md) (1 min)
        5. [F](f.md) (1 min)

        """)
  }

  @Test func anOrderOfWhatIsNotThereNamesTheNearest() throws {
    let folder = try folder(
      "order: [chain-rul.md, deep.md, nowhere.md, chain-rule]",
      ["chain-rule": lesson("A"), "x/deep": lesson("B")])
    let result = CommandResult.verify(folder("in"))
    #expect(result.status == .problems)
    #expect(result.rules == ["missing-lesson", "missing-lesson", "missing-lesson"])
    #expect(
      result.error.matches(of: /help: (.*)/).map { String($0.1) } == [
        "write `chain-rule.md`", "write `x/deep.md`",
      ])
    #expect(
      result.places == ["neuronbook.yml:1:9", "neuronbook.yml:1:23", "neuronbook.yml:1:32"])
  }

  @Test func pagesGoWhereTheFileSays() throws {
    let folder = try folder("output: ../pages", ["a": lesson("A"), "b/c": lesson("C")])
    let result = CommandResult.render(folder) { $0.output = nil }
    #expect(result.summary.hasPrefix("rendered 2 of 2 lessons into \(folder("pages")) "))
    #expect(folder.read("pages/b/c.md") != nil)
    // One lesson, named from wherever, has the same page.
    try folder.write("in/b/c.md", lesson("Another"))
    #expect(CommandResult.render(folder, "b/c.md") { $0.output = nil }.status == .success)
    #expect(folder.read("pages/index.md")?.contains("2. [Another](b/c.md)") == true)
  }

  @Test func twoSetsAreRenderedEachIntoItsOwnFolder() throws {
    let folder = try folder("output: ../one", ["a": lesson("A")])
    try folder.write("in/x/neuronbook.yml", "output: ../../two")
    try folder.write("in/x/b.md", lesson("B"))
    let result = CommandResult.render(folder) { $0.output = nil }
    #expect(result.status == .success, "\(result.error)")
    #expect(folder.read("one/a.md") != nil && folder.read("two/b.md") != nil)
    #expect(folder.read("one/x/b.md") == nil)
    for purpose in [Rendering.Purpose.write, .check, .writeAndPrune] {
      let together = CommandResult.render(folder) { $0.purpose = purpose }
      #expect(together.rules == ["several-configurations"])
      #expect(together.status == .incomplete)
      #expect(together.summary == "rendered no lesson: 1 error")
      #expect(folder.read("out/a.md") == nil)
    }
  }
}
