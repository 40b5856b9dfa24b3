import Testing

@testable import Workspace

/// The two published lessons that the project began with, imported as their author saved them. Each of
/// their faults in code was found by reading; each must be named at its line.
@Suite struct SeedTests {
  /// A fault: a line of the seed, the problem, and a piece of its message. Lines are counted in the
  /// seed; the lesson's follow from what the line says.
  private struct Fault {
    var line: Int
    var rule: String
    var message: String

    init(_ line: Int, _ rule: String, _ message: String) {
      self.line = line
      self.rule = rule
      self.message = message
    }
  }

  /// Beside the repository.
  private static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/") + "/shared/seeds/"

  @Test func trainingWithTheChainRule() throws {
    var faults = [
      Fault(100, "arguments-in-another-order", "'h' takes (x, w, b), but is given (w, b, x)"),
      Fault(99, "never-run", "'dl_dsig'"),
      // The first derivative: its parameter `i` is not the `y` that it uses.
      Fault(127, "unused-parameter", "'i'"), Fault(128, "undefined-name", "'y'"),
      Fault(128, "undefined-name", "'dsig_dz'"), Fault(128, "undefined-name", "'dz_dw'"),
      Fault(127, "never-run", "'dJ_dw'"),
      // Formulas that lost a bracket.
      Fault(70, "unpaired-bracket", "`(`"), Fault(92, "unpaired-bracket", "`(`"),
      Fault(94, "unpaired-bracket", "`(`"), Fault(122, "unpaired-bracket", "`(`"),
      // `In [None]:`.
      Fault(153, "cell-out-of-order", "never run"),
    ]
    // The second, which stands there twice.
    for first in [133, 154] {
      faults += [
        Fault(first, "unused-parameter", "'i'"), Fault(first, "never-run", "'dJ_dw'"),
        Fault(first + 1, "unused-local", "'dJ_dsig'"), Fault(first + 1, "undefined-name", "'y'"),
        Fault(first + 2, "undefined-name", "'dsig_dz'"), Fault(first + 2, "undefined-name", "'dl'"),
        Fault(first + 2, "undefined-name", "'y'"),
        Fault(first + 3, "undefined-name", "'dz_dw'"),
        Fault(first + 3, "local-hides-function", "'dJ_dw'"),
        Fault(first + 4, "undefined-name", "'dw'"),
      ]
    }
    try expect(faults, in: "004_810fb1aaf09e0e05.txt")
  }

  @Test func introducingBackpropagation() throws {
    let faults = [
      Fault(11, "unpaired-bracket", "`(`"), Fault(13, "unpaired-bracket", "`(`"),
      Fault(16, "unused-parameter", "'i'"), Fault(16, "never-run", "'dJ_dw'"),
      Fault(17, "undefined-name", "'y'"), Fault(17, "undefined-name", "'dsig_dz'"),
      Fault(17, "undefined-name", "'dz_dw'"),
      Fault(20, "unused-parameter", "'i'"), Fault(20, "never-run", "'dJ_db'"),
      Fault(21, "undefined-name", "'y'"), Fault(21, "undefined-name", "'dsig_dz'"),
      // `In [1]:` after `In [3]:`.
      Fault(23, "cell-out-of-order", "as In [1] below In [3]"),
      Fault(24, "never-run", "'dl_dsig'"), Fault(25, "undefined-name", "'h'"),
      Fault(88, "unused-parameter", "'i'"), Fault(88, "never-run", "'dJ_dw'"),
      Fault(89, "undefined-name", "'y'"), Fault(89, "undefined-name", "'dsig_dz'"),
      Fault(89, "undefined-name", "'dz_dw'"),
      Fault(100, "unused-parameter", "'i'"), Fault(100, "never-run", "'dJ_dw'"),
      Fault(101, "undefined-name", "'dJ_dsig'"), Fault(101, "undefined-name", "'y'"),
      Fault(102, "undefined-name", "'dsig_dz'"), Fault(102, "undefined-name", "'y'"),
      Fault(103, "undefined-name", "'dz_dw'"), Fault(103, "unused-local", "'dJ_dw_result'"),
      Fault(104, "shadowed-function-result", "'dJ_dw'"),
      Fault(115, "never-run", "'dJ_dw_and_dJ_db'"),
      Fault(118, "undefined-name", "'dsig_dz'"), Fault(122, "undefined-name", "'dz_dw'"),
      Fault(123, "undefined-name", "'dz_db'"),
    ]
    try expect(faults, in: "000_535cd752dbdcbe03.txt")
  }

  /// Each fault is named at the line of the lesson that the line of the seed became. Marks became
  /// fences, two lines of front matter and such stand before; so lines are found in order by what they
  /// say.
  private func expect(_ faults: [Fault], in seed: String) throws {
    let text = String(decoding: try FileReading.bytes(of: Self.folder + seed), as: UTF8.self)
    let folder = try TemporaryFolder()
    try folder.write(seed, text)
    let result = CommandResult.importing(folder, seed)
    #expect(result.status == .problems)
    let name = String(seed.dropLast(4)).replacing("_", with: "-") + ".md"
    let lesson = try #require(folder.read("out/" + name))
    let lines = Self.lines(text, in: lesson)
    let found = Self.problems(result.error)
    for fault in faults {
      let line = lines[fault.line - 1]
      #expect(
        found.contains {
          $0.rule == fault.rule && $0.message.contains(fault.message) && $0.lines.contains(line)
        }, "\(fault) is not named at line \(line)")
    }
    // Whatever else is found is no error in code.
    for problem in found where ["undefined-name", "syntax-error"].contains(problem.rule) {
      #expect(
        faults.contains {
          $0.rule == problem.rule && problem.message.contains($0.message)
            && problem.lines.contains(lines[$0.line - 1])
        }, "\(problem)")
    }
  }

  /// The line of the lesson for each of the seed, as far as they correspond.
  private static func lines(_ seed: String, in lesson: String) -> [Int] {
    let target = lesson.split(separator: "\n", omittingEmptySubsequences: false)
    var next = 0
    return seed.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let wanted = line.hasPrefix("In [") ? "```neuron" : line
      guard !wanted.isEmpty, let index = target[next...].firstIndex(of: wanted) else { return 0 }
      next = index + 1
      return index + 1
    }
  }

  private struct Problem {
    var rule: String
    var message: String
    /// Its own line, then those of its notes.
    var lines: [Int]
  }

  private static func problems(_ report: String) -> [Problem] {
    report.split(separator: "\n\n").compactMap { block in
      guard let head = block.firstMatch(of: /(?:error|warning)\[([a-z-]+)\]: (.*)/) else {
        return nil
      }
      let lines = block.matches(of: /--> .*:(\d+):\d+/).compactMap { Int($0.1) }
      return Problem(rule: String(head.1), message: String(head.2), lines: lines)
    }
  }
}
