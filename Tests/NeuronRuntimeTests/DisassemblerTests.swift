import NeuronLibrary
import NeuronRuntime
import NeuronSyntax
import SourceText
import Testing

/// Compiled code as text.
struct DisassemblerTests {
  private func disassembly(_ text: String) -> String {
    Library.makeSession(limits: .forTests).disassembly(
      of: readNeuron(SourceFragment(SourceFile(path: "a.py", text: text)))
    ).text
  }

  @Test func registersConstantsAndTargetsHaveNames() {
    #expect(
      disassembly("def f(x):\n  if x > 2:\n    x = x - 1\n  return x\nf(3, k=4)\n") == """
        <module>: 4 registers
        line 1
             0  makeFunction            t0 = function f
             1  storeGlobal             f = t0
        line 5
             2  loadGlobal              t1 = f
             3  loadConstant            t2 = 3
             4  loadConstant            t3 = 4
             5  callKeywords            t0 = t1(t2, t3) by k
             7  returnValue             t0

        f(x): 1 registers
        line 2
             0  jumpUnlessGreaterRK     x > 2 → 2
        line 3
             1  subtractRK              x = x - 1
        line 4
             2  returnValue             x
        line 1
             3  returnNone

        """)
  }

  /// Every instruction that the corpus needs has a text, and every jump a place to go.
  @Test(arguments: ConformanceProgram.all)
  func everyProgramCanBeShown(_ program: ConformanceProgram) {
    let text = readNeuron(program.fragment)
    if text.diagnostics.contains(where: \.isError) { return }
    let (shown, _) = Library.makeSession(limits: .forTests).disassembly(of: text)
    #expect(shown.hasPrefix("<module>: "))
    #expect(!shown.contains("= ?") && !shown.contains("→ -"), "\(shown)")
    _ = text.treeText
    _ = text.tokenText
  }
}
