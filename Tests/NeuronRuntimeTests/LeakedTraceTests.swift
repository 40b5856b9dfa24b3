import LessonEvaluation
import SourceText
import Testing

@Suite("A traced value that outlives its derivative")
struct LeakedTraceTests {
  /// 65,536 outermost derivatives later the same epoch comes again: the kept value must not be taken
  /// for one of the new run's.
  @Test("is a constant ever after")
  func isConstant() {
    let program = """
      kept = []
      def f(x):
          kept.append(x * x)
          return x * x

      def g(x):
          y = x + x
          return y * kept[0]

      grad(f)(3.0)
      kept = [kept[0], (kept[0],), {"a": kept[0]}]
      h = grad(g)
      for i in range(65535 - 1):
          h(2.0)
      print([h(2.0) for i in range(3)])
      print(kept)
      """
    var printed: [UInt8] = []
    let problems = NeuronProgram().run(
      SourceFragment(SourceFile(path: "a.py", text: program))
    ) { printed += $0 }
    #expect(problems.map(\.message) == [])
    #expect(
      String(decoding: printed, as: UTF8.self) == "[18.0, 18.0, 18.0]\n[9.0, (9.0,), {'a': 9.0}]\n")
  }
}
