import SourceText
import Testing

@testable import Workspace

extension Rule {
  fileprivate static let sample = Rule("sample", .error, "a rule for tests")
  fileprivate static let doubt = Rule("doubt", .warning, "a warning for tests")
}

@Suite struct DiagnosticPrinterTests {
  /// The place between `«` and `»`, which are no part of the text.
  private func place(_ marked: String) throws -> Place {
    let bytes = Array(marked.utf8)
    let opening = Array("«".utf8)
    let closing = Array("»".utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: opening) })
    let end = try #require(bytes.indices.first { bytes[$0...].starts(with: closing) })
    let text = bytes[..<start] + bytes[(start + 2)..<end] + bytes[(end + 2)...]
    return Place(SourceFile(path: "a.md", utf8: Array(text)), Span(start, end - 2))
  }

  private func print(_ diagnostic: Diagnostic) -> String {
    DiagnosticPrinter(style: .plain).text(for: diagnostic)
  }

  @Test func showsTheLineAndUnderlinesThePlace() throws {
    let diagnostic = Diagnostic(
      .sample, "the name `q` is not defined",
      at: try place("one\ndef f(w):\n    return w * «qq» + b\n"),
      help: "did you mean `w`?")
    #expect(
      print(diagnostic) == """
        error[sample]: the name `q` is not defined
          --> a.md:3:16
          |
        3 |     return w * qq + b
          |                ^^
          = help: did you mean `w`?

        """)
  }

  @Test func filesHaveNoLine() {
    #expect(
      print(Diagnostic(.doubt, "no such file", file: "x\u{1B}[2J.md")) == """
        warning[doubt]: no such file
          --> x␛[2J.md

        """)
  }

  @Test(arguments: [
    ("\ta\t«b»c", "    a   bc", "        ^"),
    ("日本«語»x", "日本語x", "    ^^"),
    ("e\u{301}«x»", "e\u{301}x", " ^"),
    ("a\u{202E}«b»", "a\\u{202E}b", "         ^"),
    ("a\u{0}«b»", "a␀b", "  ^"),
    ("ab«»", "ab", "  ^"),
    ("«a»\r\nb", "a", "^"),
    ("«»", "", "^"),
  ])
  func underlinesWhatIsSeen(marked: String, line: String, underline: String) throws {
    let text = print(Diagnostic(.sample, "m", at: try place(marked)))
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[3] == "1 | " + line)
    #expect(rows[4] == "  | " + underline)
  }

  @Test func longLinesAreCutAroundThePlace() throws {
    let long = String(repeating: "é", count: 100_000)
    let text = print(Diagnostic(.sample, "m", at: try place("\(long)«xy»\(long)")))
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[1] == "  --> a.md:1:100001")
    #expect(rows[3].hasPrefix("1 | …éé") && rows[3].hasSuffix("éé…") && rows[3].count < 130)
    let column = rows[3].firstIndex(of: "x").map {
      rows[3].distance(from: rows[3].startIndex, to: $0)
    }
    let mark = rows[4].firstIndex(of: "^").map {
      rows[4].distance(from: rows[4].startIndex, to: $0)
    }
    #expect(column == mark)
    #expect(rows[4].hasSuffix(" ^^"))
  }

  @Test func spansOverLinesShowTheirEnds() throws {
    let text = print(Diagnostic(.sample, "m", at: try place("f(«a,\n  b,\n  c,\n  d,\n  e»)\n")))
    #expect(
      text == """
        error[sample]: m
          --> a.md:1:3
          |
        1 | f(a,
          |   ^^
        2 |   b,
          |   ^^
          | …
        5 |   e)
          |   ^

        """)
  }

  @Test func tracebacksReadLikePythons() throws {
    let text = "def f():\n  return 1 / 0\nf()\n"
    let file = SourceFile(path: "a.md", text: text)
    let inner = Place(file, Span(18, 23))
    let diagnostic = Diagnostic(
      .sample, "ZeroDivisionError: division by zero", at: inner,
      traceback: [
        Diagnostic.Frame(function: nil, place: Place(file, Span(24, 27))),
        Diagnostic.Frame(function: "f", place: inner),
      ])
    #expect(
      print(diagnostic) == """
        error[sample]: ZeroDivisionError: division by zero
          --> a.md:2:10
          |
        2 |   return 1 / 0
          |          ^^^^^
          = traceback: most recent call last
          --> a.md:3:1
        3 | f()
          | ^^^
          --> a.md:2:10, in f
        2 |   return 1 / 0
          |          ^^^^^

        """)
  }

  @Test func deepTracebacksAreFolded() throws {
    let place = try place("«f»()")
    let frames = (0..<1000).map { _ in Diagnostic.Frame(function: "f", place: place) }
    let text = print(Diagnostic(.sample, "m", at: place, traceback: frames))
    #expect(text.contains("| … 984 more calls\n"))
    #expect(text.split(separator: "\n").count < 70)
  }

  @Test func notesStandBelow() throws {
    let place = try place("«a» = 1")
    let diagnostic = Diagnostic(
      .sample, "m", at: place,
      notes: [Diagnostic.Note("first\n- a\n+ b"), Diagnostic.Note("defined here", at: place)])
    #expect(
      print(diagnostic) == """
        error[sample]: m
          --> a.md:1:1
          |
        1 | a = 1
          | ^
          = note: first
               - a
               + b
          = note: defined here
          --> a.md:1:1
          |
        1 | a = 1
          | -

        """)
  }

  @Test func colourChangesNoCharacter() throws {
    let diagnostic = Diagnostic(.sample, "m", at: try place("«a»"), help: "h")
    let coloured = DiagnosticPrinter(style: .coloured).text(for: diagnostic)
    #expect(coloured.contains("\u{1B}[1;31merror[sample]\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == print(diagnostic))
  }
}

@Suite struct RunStatusTests {
  private static let stopped = Rule("stopped", .incomplete, "for tests")

  @Test func incompleteWinsOverProblems() {
    let error = Diagnostic(.sample, "", file: "")
    let warning = Diagnostic(.doubt, "", file: "")
    let stopped = Diagnostic(Self.stopped, "", file: "")
    #expect(RunStatus([]) == .success)
    #expect(RunStatus([warning]) == .success)
    #expect(RunStatus([warning], strict: true) == .problems)
    #expect(RunStatus([warning, error]) == .problems)
    #expect(RunStatus([stopped, error]) == .incomplete)
  }
}
