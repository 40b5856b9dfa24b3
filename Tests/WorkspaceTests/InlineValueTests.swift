import LessonDocument
import LessonEvaluation
import LessonVerification
import NeuronRuntime
import SourceText
import Testing

@testable import Workspace

@Suite struct InlineValueTests {
  private func evaluated(_ text: String, limits: Limits = .standard) -> EvaluatedLesson {
    OrderedWork.run {
      var evaluator = LessonEvaluator(limits: limits)
      evaluator.findsWhatNeverRan = true
      return evaluator.evaluate(Lesson(parsing: SourceFile(path: "lesson.md", text: text)))
    }
  }

  private func shown(_ lesson: EvaluatedLesson) -> [String] {
    lesson.values.map { value in
      switch value.outcome {
      case .text(let text): text
      case .failed(let problem): "failed: \(problem.message)"
      case .notRun: "not run"
      }
    }
  }

  private func messages(_ lesson: EvaluatedLesson) -> [String] {
    lesson.diagnostics.map { problem in
      guard case .text(let place) = problem.location else { return problem.message }
      return "\(place.range) \(problem.message)"
    }
  }

  @Test(arguments: [
    ("1 / 3:.4f", "0.3333"), ("{1: 2}[1]", "2"), ("(lambda x: x + 1)(2)", "3"), ("'a:b'", "a:b"),
    ("'a'!r:>5", "  'a'"), ("2.5:{6}.{2}f", "  2.50"), ("1 + 1=", "1 + 1=2"), ("1, 2", "(1, 2)"),
    ("[i for i in range(3)]", "[0, 1, 2]"), ("1 if 2 != 3 else 0", "1"), ("f'{2:03}'", "002"),
    ("None", "None"), ("1e9:,", "1,000,000,000.0"), ("{1, 2}", "{1, 2}"), ("10:x", "a"),
  ])
  func aValueIsAFieldOfAnFString(expression: String, expected: String) {
    let lesson = evaluated("A `` {neuron} \(expression) `` b.")
    #expect(shown(lesson) == [expected])
    #expect(messages(lesson) == [])
  }

  @Test func valuesRunWhereTheyStand() {
    let lesson = evaluated(
      """
      ```neuron
      x = 1
      ```

      First `{neuron} x`.

      ```neuron
      x = 2
      ```

      > - then `{neuron} x`

      ```neuron
      #| eval: false
      x = 3
      ```

      # And `{neuron} x`
      """)
    #expect(shown(lesson) == ["1", "2", "2"])
    #expect(messages(lesson) == [])
    #expect(VerifiedLesson(lesson).counts.values == 3)
  }

  @Test(arguments: [
    ("1 / 0", "1:11-1:16 ZeroDivisionError: division by zero"),
    ("f(1", "1:11-1:14 '(' was never closed"),
    ("f(1)) + 2", "1:15-1:16 unmatched ')'"),
    ("1!q", "1:13-1:14 invalid conversion character: expected 's', 'r', or 'a'"),
    ("'a\\n'", "1:13-1:14 an inline value cannot include a backslash"),
    ("1 # one", "1:13-1:14 an inline value cannot include '#'"),
    ("1!r 2", "1:14-1:16 invalid syntax"),
    ("1 }", "1:13-1:14 unmatched '}'"),
    ("f'{1'", "1:13-1:14 f-string: expecting '}'"),
    ("x = 3", "1:15-1:16 invalid syntax"),
    ("(y := 3)", "1:12-1:13 an inline value cannot bind 'y'"),
    ("[y := i for i in [1]]", "1:12-1:13 an inline value cannot bind 'y'"),
    ("print(1)", "1:11-1:19 an inline value cannot print: it printed '1'"),
    ("'a':d", "1:11-1:14 ValueError: Unknown format code 'd' for object of type 'str'"),
  ])
  func whatIsWrongHasItsPlace(expression: String, expected: String) {
    let lesson = evaluated("`{neuron} \(expression)`")
    #expect(messages(lesson) == [expected])
    #expect(!VerifiedLesson(lesson).diagnostics.isEmpty)
  }

  @Test func aCallMayNotPrintOrBind() {
    let lesson = evaluated(
      """
      ```neuron
      def f():
          global n
          n = 1
          return n

      def g():
          print("g")
          return 2
      ```

      `{neuron} f()` `{neuron} g()`
      """)
    #expect(
      messages(lesson) == [
        "12:11-12:14 an inline value cannot bind 'n', as this one did by a call",
        "12:26-12:29 an inline value cannot print: it printed 'g'",
      ])
  }

  @Test func aConsequenceOfAFailedCellIsTold() {
    let lesson = evaluated(
      """
      ```neuron
      x = 1 / 0
      ```

      `{neuron} x` and `{neuron} 1 + 1`
      """)
    #expect(messages(lesson) == ["2:5-2:10 ZeroDivisionError: division by zero"])
    #expect(
      lesson.diagnostics[0].notes.last?.message
        == "a later inline value fails because of this: NameError: name 'x' is not defined")
    #expect(shown(lesson).last == "2")
  }

  @Test func whatOnlyAValueUsesIsUsedAndRun() {
    let lesson = evaluated(
      """
      ```neuron
      def f(x):
          return x + 1
      ```

      `{neuron} f(1)`
      """)
    #expect(messages(lesson) == [])
  }

  @Test func aLimitEndsTheLesson() {
    var limits = Limits.standard
    limits.steps = 10_000
    let lesson = evaluated("`{neuron} [i for i in range(10**9)]` `{neuron} 1`", limits: limits)
    #expect(lesson.diagnostics.map(\.rule) == [.stepLimit])
    #expect(shown(lesson).last == "not run")
  }

  @Test func acceptingLeavesThemAlone() {
    let text = "```neuron\n1\n```\n\n`{neuron} 2`\n"
    let accepted = AcceptedLesson(evaluated(text))
    #expect(
      String(decoding: accepted.utf8, as: UTF8.self)
        == "```neuron\n1\n```\n\n```output\n1\n```\n\n`{neuron} 2`\n")
  }
}
