import NeuronLibrary
import NeuronRuntime
import NeuronSyntax
import SourceText
import Testing

/// The programs in `Conformance/`, each beside what CPython printed for it.
struct ConformanceTests {
  static let programs = ConformanceProgram.all

  @Test func thereAreProgramsOfEveryTopic() {
    #expect(Self.programs.count >= 150)
    #expect(Set(Self.programs.map(\.topic)).count >= 15)
  }

  @Test(arguments: programs)
  func printsWhatPythonPrints(_ program: ConformanceProgram) throws {
    let printed = onDeepStack { run(program.text, limits: .forTests).report }
    #expect(printed == program.expected)
  }

  /// A collection at every safe point: a value that only native code holds would be freed under it.
  @Test(arguments: programs)
  func printsTheSameWhileGarbageIsCollectedAtEveryStep(_ program: ConformanceProgram) throws {
    if program.isTooLongToCollectAtEveryStep { return }
    let printed = onDeepStack {
      run(program.text, limits: .forTests, collectionThreshold: -1).report
    }
    #expect(printed == program.expected)
  }

  /// The checks know what always fails and so may speak of programs that do; of the others they must
  /// not.
  @Test(arguments: programs.filter(\.endsWell))
  func staticChecksAreSilentOnCorrectPrograms(_ program: ConformanceProgram) {
    let text = readNeuron(program.fragment)
    #expect(text.diagnostics.map(\.message) == [])
    let session = Library.makeSession(limits: .forTests)
    var checker = StaticChecker(builtins: session.builtinNames)
    checker.declare(text.module)
    #expect(checker.check(text.module).map(\.message) == [])
  }
}
