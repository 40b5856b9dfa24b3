import SourceText
import Testing

@testable import NotebookExchange

@Suite struct Base64Tests {
  @Test func bytesAreThoseOfTheText() {
    #expect(Base64.bytes(of: "") == [])
    #expect(Base64.bytes(of: "TQ==") == Array("M".utf8))
    #expect(Base64.bytes(of: "TWE=") == Array("Ma".utf8))
    #expect(Base64.bytes(of: "TWFu") == Array("Man".utf8))
    #expect(Base64.bytes(of: "TW\nFu\n") == Array("Man".utf8))
    #expect(Base64.bytes(of: "+/+/") == [0xFB, 0xFF, 0xBF])
    #expect(Base64.bytes(of: "TWE") == Array("Ma".utf8))
  }

  @Test func otherTextIsNoBase64() {
    for text in ["!", "T", "TWFuT", "TQ=", "TWFu=", "T=Q=", "TWé="] {
      #expect(Base64.bytes(of: text) == nil, "\(text)")
    }
  }
}

@Suite struct NotebookCommandsTests {
  private func code(_ source: String) -> String { PlainCode(source).code }

  @Test func commandsBecomeComments() {
    #expect(code("%matplotlib inline\nx = 1\n") == "# %matplotlib inline\nx = 1\n")
    #expect(code("!pip install a \\\n  b\nx") == "# !pip install a \\\n  # b\nx")
    #expect(code("np.exp?\n??f\n?g") == "# np.exp?\n# ??f\n# ?g")
    #expect(code("files = !ls\nr = %timeit -o f()") == "# files = !ls\n# r = %timeit -o f()")
    #expect(code("%%time\nf()") == "# %%time\nf()")
  }

  @Test func aBlockKeepsAStatement() {
    #expect(code("if x:\n    !ls\n") == "if x:\n    pass  # !ls\n")
  }

  @Test func whatIsTimedRuns() {
    #expect(code("%time y = f(1)\n%time") == "y = f(1)  # %time\n# %time")
  }

  @Test func operatorsAndStringsAreNoCommands() {
    for text in [
      "x = (7\n  % 4)", "s = '''\n%no magic\n!no shell\n'''", "x = 7 \\\n  % 3", "a != b",
      "x = 'why?'", "d = {\n  'a': 1}", "# why?", "y = a %b", "x = y if z else '?'",
    ] {
      #expect(PlainCode(text).commands.isEmpty, "\(text)")
      #expect(code(text) == text)
    }
  }

  @Test func cellsForOtherProgramsAreTheirs() {
    #expect(PlainCode("%%bash\nls").otherLanguage == "bash")
    #expect(PlainCode("\n%%html\n<b>").otherLanguage == "html")
    #expect(PlainCode("%%writefile a.py\nx").otherLanguage == "python")
    #expect(PlainCode("%%unknown\nx").otherLanguage == "text")
    #expect(PlainCode("%%capture\nx").otherLanguage == nil)
  }
}

@Suite struct FileNamesTests {
  @Test func lessonsAreNamedAfterNotebooks() {
    #expect(FileNames.slug("My Notebook (v2).ipynb") == "my-notebook-v2")
    #expect(FileNames.slug("000_a.b.txt") == "000-a-b")
    #expect(FileNames.slug("Нейрон.ipynb") == "нейрон")
    #expect(FileNames.slug("???") == "notebook")
    #expect(FileNames.slug(".ipynb") == "ipynb")
    #expect(FileNames.slug("Index.ipynb") == "index-lesson")
    #expect(FileNames.slug("con.ipynb") == "con-lesson")
    #expect(FileNames.slug(String(repeating: "a", count: 500)).utf8.count <= 80)
  }

  @Test func namesOfFilesLeadNowhere() {
    #expect(FileNames.safe("image.png", or: "x") == "image.png")
    #expect(FileNames.safe("../../etc/pass wd", or: "x") == "pass-wd")
    #expect(FileNames.safe("..\\..\\a.png", or: "x") == "a.png")
    #expect(FileNames.safe("..", or: "x") == "x")
    #expect(FileNames.safe("/", or: "x") == "x")
    #expect(FileNames.safe(".hidden", or: "x") == "hidden")
    #expect(FileNames.safe("a\0b\n.png", or: "x") == "a-b-.png")
    #expect(FileNames.safe("nul.png", or: "x") == "file-nul.png")
  }

  @Test func filesGoBackToWhereOnlyFilesOfTheirTypeAre() throws {
    let png = try #require(MediaType("image/png"))
    let jpeg = try #require(MediaType("image/jpeg"))
    var files = FilesBeside(lesson: "a")
    let kept: [(path: String, type: MediaType)] = [
      ("img/a.png", png), ("b c.PNG", png), ("ü/d.e.png", png), ("a.jpeg", jpeg),
    ]
    for (path, type) in kept {
      let isBack = files.restore([1], of: type, at: path)
      #expect(isBack, "\(path)")
    }
    let refused = [
      "neuronbook.yml", "helpers.py", "other.md", "Makefile", "a.jpg", "png", "../a.png", ".a.png",
      "/a.png", "con/a.png", "a\\b.png", "a\u{7}.png", String(repeating: "n", count: 300) + ".png",
    ]
    for path in refused {
      let isBack = files.restore([1], of: png, at: path)
      #expect(!isBack, "\(path)")
    }
    let isReplaced = files.restore([2], of: png, at: "img/a.png")
    #expect(!isReplaced)
    #expect(files.files.count == 4)
  }

  @Test func differentBytesGetDifferentNames() {
    var files = FilesBeside(lesson: "a")
    #expect(files.add([1], stem: "plot", fileExtension: "png") == "a-files/plot.png")
    #expect(files.add([1], stem: "plot", fileExtension: "png") == "a-files/plot.png")
    #expect(files.add([2], stem: "plot", fileExtension: "png") == "a-files/plot-2.png")
    #expect(
      files.add([3], stem: "PLOT", fileExtension: "png") == "a-files/PLOT-2.png"
        || files.files.count == 3)
    #expect(Set(files.files.map { $0.path.lowercased() }).count == files.files.count)
  }
}

@Suite struct RunOrderTests {
  private func notes(_ counts: [Int?]) -> [Int: String] {
    RunOrder(
      counts.map { count in
        var cell = NotebookCell(.code(language: nil), "x")
        cell.execution = count.map { .count($0) } ?? .never
        return cell
      }
    ).notes
  }

  @Test func risingCountsSayNothing() {
    #expect(notes([1, 2, 3]) == [:])
    #expect(notes([17, 25, 36]) == [:])
    #expect(notes([nil, nil]) == [:])
  }

  @Test func theFewestCellsAreOutOfOrder() {
    #expect(notes([1, 3, 1, 5]) == [2: "run out of order, as In [1] below In [3]"])
    #expect(notes([50, 2, 3, 4]) == [0: "run out of order, as In [50] above In [2]"])
    #expect(notes([1, nil, 2]) == [1: "never run"])
  }
}

@Suite struct ImportedMarkdownTests {
  @Test func whatIsLeftOpenIsClosed() {
    #expect(ImportedMarkdown("```python\nx").text == "```python\nx\n```")
    #expect(ImportedMarkdown("~~~~\nx").text == "~~~~\nx\n~~~~")
    #expect(ImportedMarkdown("<!-- x").text == "<!-- x\n-->")
    #expect(ImportedMarkdown("<script>\nx").text == "<script>\nx\n</script>")
    #expect(ImportedMarkdown("<pre>\nx").text == "<pre>\nx\n</pre>")
    #expect(ImportedMarkdown("<script></script>\n\n<STYLE>\nx").text.hasSuffix("x\n</style>"))
    #expect(ImportedMarkdown("a\n\n<textarea>\nx").text.hasSuffix("x\n</textarea>"))
    #expect(ImportedMarkdown("<div>\n\nx").text == "<div>\n\nx")
    #expect(ImportedMarkdown("\n\n  a\n\n").text == "  a")
    let longFence = ImportedMarkdown(String(repeating: "`", count: 5_000) + "\nx").remarks
    #expect(longFence.allSatisfy { $0.message.utf8.count < 200 })
  }

  @Test func fencesOfLessonsGetOtherNames() {
    #expect(ImportedMarkdown("```output\nx\n```").text == "```text\nx\n```")
    #expect(
      ImportedMarkdown("- a\n\n  ~~~ {neuron}\n  x\n  ~~~").text
        == "- a\n\n  ~~~ python\n  x\n  ~~~")
    #expect(ImportedMarkdown("```python\n\"neuron\"\n```").remarks.isEmpty)
  }
}

@Suite struct ImportedOutputTests {
  private func plain(_ text: String) -> MediaBundle {
    MediaBundle([.init("text/plain", .text(text))])
  }

  @Test func partsStandOnLinesOfTheirOwn() {
    let output = ImportedOutput([
      .stream(name: "stdout", text: "a"), .display(plain("1\n2"), isResult: false),
      .error(name: "KeyError", message: "'k'", traceback: []),
    ])
    #expect(output.text == "a\n1\n2\nKeyError: 'k'\n")
    #expect(output.errorLine == "KeyError: 'k'")
  }

  @Test func whatHasNoPlaceIsNamed() {
    let html = MediaBundle([.init("text/html", .text("<table>"))])
    let output = ImportedOutput([
      .stream(name: "stderr", text: "\u{1B}[31mwarning\u{1B}[0m\n"), .display(html, isResult: true),
    ])
    #expect(output.text == "")
    #expect(
      output.remarks.map(\.message) == [
        "1 line on standard error left out: warning", "an output left out: text/html: <table>",
      ])
  }

  @Test func anErrorIsOneLine() {
    let output = ImportedOutput([.error(name: "E", message: "multi\nline", traceback: [])])
    #expect(output.text == "E: multi\n")
    #expect(
      output.remarks.map(\.message) == ["1 further line of the message of E left out: line"])
  }

  @Test func aLongOutputIsCut() {
    let output = ImportedOutput([
      .stream(name: "stdout", text: String(repeating: "0123456789\n", count: 200_000))
    ])
    #expect(output.text.utf8.count < 1_100_000)
    #expect(output.text.hasSuffix("\n...\n"))
    #expect(output.remarks.contains { $0.message.contains("2200000 bytes is cut") })
  }
}
