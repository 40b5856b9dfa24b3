@testable import NeuronLibrary
@testable import NeuronSyntax
import Testing

/// What the advice for things that are left out names is there.
@Suite struct AdviceTests {
  /// The names between backticks, `a.b` as one, without those of methods and what only stands for a value.
  private func names(in advice: String) -> [String] {
    let code = advice.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
    return code.flatMap { $0.split { !($0.isLetter || $0.isNumber || "_.".contains($0)) } }
      .map(String.init).filter { $0.count > 1 && !$0.hasPrefix("__") && !isKeyword($0) }
  }

  private func problems(of name: String) -> [String] {
    let modules = [
      "math", "numpy", "random", "itertools", "functools", "collections", "matplotlib",
    ]
    let imports = modules.map { "import \($0)\n" }.joined() + "np = numpy\n"
    return run(imports + name, limits: .forTests).problems.map(\.message)
  }

  @Test func adviceNamesWhatIsThere() {
    let advice = MissingModules.advice.values.sorted() + LeftOutNames.help.values.sorted()
    for line in advice {
      for name in names(in: line) {
        #expect(problems(of: name) == [], "\(line)")
      }
    }
  }

  @Test func adviceHasItsCodeInBackticks() {
    for line in MissingModules.advice.values.sorted() + LeftOutNames.help.values.sorted() {
      let prose = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 }.map(\.element)
      let code = prose.joined(separator: " ").split(separator: " ").filter {
        $0.contains("_") || $0.contains("(") || $0.dropLast().contains(".")
      }
      #expect(code == [], "\(line)")
    }
  }

  @Test func modulesThatAreAdvisedCanBeImported() {
    for line in NameAdvice.modules.values.sorted() {
      #expect(run(line, limits: .forTests).problems.map(\.message) == [], "\(line)")
    }
  }
}
