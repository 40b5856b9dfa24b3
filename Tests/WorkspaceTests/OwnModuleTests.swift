import Testing

@testable import Workspace

/// `import helpers`: a module that stands beside a lesson or program.
@Suite struct OwnModuleTests {
  private func lesson(_ code: String, storing output: String) -> String {
    "# T\n\n```neuron\n\(code)\n```\n\n```output\n\(output)\n```\n"
  }

  @Test func aLessonImportsAFileBesideIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("helpers.py", "base = 40\ndef more(x):\n    return base + x\n")
    try folder.write(
      "a.md",
      lesson("import helpers\nbase = 0\nhelpers.base = 50\nprint(helpers.more(2))", storing: "52"))
    let result = CommandResult.verify(folder.path)
    #expect(result.status == .success, "\(result.error)")
  }

  @Test func aPageShowsWhatAModulePrints() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/helpers.py", "print(__name__)\n")
    try folder.write("in/a.md", lesson("from helpers import *", storing: "helpers"))
    #expect(CommandResult.render(folder).status == .success)
    #expect(folder.read("out/a.html")?.contains("helpers") == true)
  }

  @Test func aProgramImportsAFileBesideItOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("helpers.py", "print('made', __name__)\nx = 1\n")
    try folder.write(
      "main.py",
      "import helpers\nimport helpers as h\nfrom helpers import x\nprint(h.x, x, __name__)\n")
    let result = CommandResult.run(folder("main.py"))
    #expect(result.output == "made helpers\n1 1 __main__\n")
    #expect(result.status == .success)
  }

  @Test func aModuleHasNamesOfItsOwn() throws {
    let folder = try TemporaryFolder()
    try folder.write("helpers.py", "def area(r):\n    return pi * r\npi = 3\n")
    try folder.write("main.py", "from helpers import area\npi = 4\nprint(area(2))\nlen = area\n")
    #expect(CommandResult.run(folder("main.py")).output == "6\n")
  }

  @Test func anErrorInAModuleIsShownInItsLines() throws {
    let folder = try TemporaryFolder()
    try folder.write("helpers.py", "def half(x):\n    return x / 0\n")
    try folder.write("a.md", lesson("import helpers\nhelpers.half(1)", storing: "1"))
    let result = CommandResult.verify(folder.path)
    #expect(result.places.first == "helpers.py:2:12")
    #expect(result.error.contains("a.md:5:1"))
  }

  @Test func syntaxErrorsAreReportedInTheModule() throws {
    let folder = try TemporaryFolder()
    try folder.write("helpers.py", "x = 1\ny = = 2\n")
    try folder.write("a.md", lesson("import helpers", storing: "1"))
    try folder.write("main.py", "import helpers\n")
    let result = CommandResult.verify(folder.path)
    #expect(result.rules.contains("syntax-error"))
    #expect(result.places.contains("helpers.py:2:5"))
    #expect(result.error.contains("SyntaxError: invalid syntax (helpers.py, line 2)"))
    #expect(CommandResult.run(folder("main.py")).places == ["helpers.py:2:5", "main.py:1:8"])
  }

  @Test func checksOfAModuleAreReportedOnceForAllLessons() throws {
    let folder = try TemporaryFolder()
    try folder.write("helpers.py", "def f():\n    return nothing\n")
    for name in ["a.md", "b.md"] {
      try folder.write(name, lesson("import helpers\nprint(1)", storing: "1"))
    }
    let result = CommandResult.verify(folder.path)
    #expect(result.rules == ["undefined-name"])
    #expect(result.places == ["helpers.py:2:12"])
  }

  @Test func aMissingModuleListsWhatThereIs() throws {
    let folder = try TemporaryFolder()
    try folder.write("helpers.py", "x = 1\n")
    try folder.write("main.py", "import helper\n")
    let result = CommandResult.run(folder("main.py"))
    #expect(result.error.contains("ModuleNotFoundError: No module named 'helper'"))
    #expect(result.error.contains("helpers, main"))
  }

  @Test func aFileMayNotHideAModuleOfTheLibrary() throws {
    let folder = try TemporaryFolder()
    try folder.write("math.py", "pi = 3\n")
    try folder.write("main.py", "import math\n")
    let result = CommandResult.run(folder("main.py"))
    #expect(
      result.error.contains(
        "ImportError: the file 'math.py' has the name of the module 'math': rename it"))
  }

  @Test func whatIsNoTextIsNotImported() throws {
    let folder = try TemporaryFolder()
    try folder.write("helpers.py", bytes: [0x78, 0xFF])
    try folder.write("folder.py/inner.py", "x = 1\n")
    try folder.write("a.py", "import helpers\n")
    try folder.write("b.py", "import folder\n")
    #expect(CommandResult.run(folder("a.py")).rules.first == "not-utf-8")
    #expect(CommandResult.run(folder("a.py")).status == .incomplete)
    #expect(CommandResult.run(folder("b.py")).status == .incomplete)
  }

  @Test func endlessImportsEnd() throws {
    let folder = try TemporaryFolder()
    for index in 0..<200 {
      try folder.write("m\(index).py", "import m\(index + 1)\n")
    }
    let result = CommandResult.run(folder("m0.py"))
    #expect(result.error.contains("recursion-limit") || result.error.contains("RecursionError"))
  }
}
