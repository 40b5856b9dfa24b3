import LessonDocument
import SourceText
import Testing

@testable import LessonVerification

@Suite struct AcceptedLessonTests {
  /// Accepts twice: the second time must change nothing, and verify clean.
  private func accept(
    _ text: String, _ given: Given..., sourceLocation: SourceLocation = #_sourceLocation
  ) -> String {
    let first = AcceptedLesson(EvaluatedLesson(text, giving: given))
    let accepted = String(decoding: first.utf8, as: UTF8.self)
    let again = EvaluatedLesson(accepted, giving: given)
    #expect(AcceptedLesson(again).edits.isEmpty, sourceLocation: sourceLocation)
    return accepted
  }

  @Test func addsWhatIsMissing() {
    #expect(
      accept("# T\n\n```neuron\n1\n```\n\ntext\n", .value("1"))
        == "# T\n\n```neuron\n1\n```\n\n```output\n1\n```\n\ntext\n")
  }

  @Test func keepsCarriageReturnsAndAMissingLastLineEnding() {
    #expect(
      accept("a\r\n\r\n```neuron\r\n1\r\n```", .printed("x\ny\n"))
        == "a\r\n\r\n```neuron\r\n1\r\n```\r\n\r\n```output\r\nx\r\ny\r\n```")
    #expect(
      accept("```neuron\r\n1\r\n```\r\n\r\n```output\r\nold\r\n```", .printed("new\n"))
        == "```neuron\r\n1\r\n```\r\n\r\n```output\r\nnew\r\n```")
  }

  @Test func rewritesOnlyWhatDiffers() {
    let kept = "```neuron\n1\n```\n\n~~~~output  \n0.65\n~~~~  \n\n"
    let old = "```neuron\n2\n```\n```output\nold\n```\nend"
    #expect(
      accept(kept + old, .value("0.6456563"), .value("2"))
        == kept + "```neuron\n2\n```\n```output\n2\n```\nend")
  }

  @Test func removesTheOutputOfACellThatGivesNothing() {
    #expect(
      accept("```neuron\nx = 1\n```\n\n```output\n1\n```\n\nend\n", .printed(""))
        == "```neuron\nx = 1\n```\n\nend\n")
  }

  @Test func takesNothingAwayThatIsNoOutput() {
    #expect(
      accept("```neuron\nx = 1\n```\n[l]: /u\n\n```output\n1\n```\n\n[l]\n", .printed(""))
        == "```neuron\nx = 1\n```\n[l]: /u\n\n```output\n```\n\n[l]\n")
  }

  @Test func anEmptyBlockOfASilentCellStays() {
    let text = "```neuron\nx = 1\n```\n\n```output\n```\n"
    #expect(accept(text, .printed("")) == text)
  }

  @Test func writesInsideContainers() {
    #expect(
      accept("> ```neuron\n> 1\n> ```\n> text\n", .printed("a\n\nb\n"))
        == "> ```neuron\n> 1\n> ```\n>\n> ```output\n> a\n>\n> b\n> ```\n> text\n")
    #expect(
      accept("- item\n  ```neuron\n  1\n  ```\n- next\n", .value("1"))
        == "- item\n  ```neuron\n  1\n  ```\n  ```output\n  1\n  ```\n- next\n")
    #expect(
      accept("1. ```neuron\n   1\n   ```\n", .value("1"))
        == "1. ```neuron\n   1\n   ```\n   ```output\n   1\n   ```\n")
    #expect(
      accept(">```neuron\n>1\n>```\n>\n>```output\n>old\n>```\n", .printed("  x\n"))
        == ">```neuron\n>1\n>```\n>\n>```output\n>   x\n>```\n")
  }

  @Test func fencesGrowPastTheOutput() {
    #expect(
      accept("```neuron\n1\n```\n", .printed("```` x\n"))
        == "```neuron\n1\n```\n\n`````output\n```` x\n`````\n")
    #expect(
      accept("```neuron\n1\n```\n\n```output\nold\n```\n", .printed("```\n"))
        == "```neuron\n1\n```\n\n````output\n```\n````\n")
    #expect(
      accept("```neuron\n1\n```\n\n~~~output\nold\n~~~\n", .printed("```\n"))
        == "```neuron\n1\n```\n\n~~~output\n```\n~~~\n")
  }

  @Test func keepsTheAuthorsEllipsis() {
    #expect(
      accept(
        "```neuron\n1\n```\n\n```output\nepoch 0\n...\nepoch 9\nloss 0.5\n```\n",
        .printed("epoch 0\nepoch 1\nepoch 9\nloss 0.4\n"))
        == "```neuron\n1\n```\n\n```output\nepoch 0\n...\nepoch 9\nloss 0.4\n```\n")
  }

  @Test(arguments: [Given.raised("E: x"), .stopped, .notRun])
  func leavesWhatDidNotEndAsPromised(given: Given) {
    let text = "```neuron\n1\n```\n\n```output\nold\n```\n"
    #expect(accept(text, given) == text)
    let missing = "```neuron\n1\n```\n"
    #expect(accept(missing, given) == missing)
  }

  @Test func storesTheLastLineOfAnExpectedError() {
    #expect(
      accept("```neuron\n#| error: true\n1/0\n```\n", .raised("E: division by zero"))
        == "```neuron\n#| error: true\n1/0\n```\n\n```output\nE: division by zero\n```\n")
    #expect(
      accept("```neuron\n#| error: true\n1/0\n```\n", .raised("E: a message\nof two lines"))
        == "```neuron\n#| error: true\n1/0\n```\n\n```output\nE: a message\n```\n")
    let ran = "```neuron\n#| error: true\n1\n```\n\n```output\nE: x\n```\n"
    #expect(accept(ran, .value("1")) == ran)
  }

  @Test func addsNothingWhereOutputIsNotShown() {
    for option in ["output: false", "include: false"] {
      let text = "```neuron\n#| \(option)\n1\n```\n"
      #expect(accept(text, .value("1")) == text)
    }
  }

  @Test func hostileOutputComesBackAsItWasWritten() {
    for output in [
      "a\rb\n", "a\0b\n", "\tx\n  y \n", "~~~\n```\n", "> q\n- l\n", "...\n", "\n\n\n",
    ] {
      for prefix in ["", "> ", "  ", "> > "] {
        let text = "\(prefix)```neuron\n\(prefix)1\n\(prefix)```\n"
        let accepted = accept(text, .printed(output))
        let verified = VerifiedLesson(EvaluatedLesson(accepted, giving: [.printed(output)]))
        #expect(verified.diagnostics.allSatisfy { $0.rule == .ellipsisPrinted }, "\(accepted)")
        #expect(verified.counts.outputs == 1)
      }
    }
  }

  @Test func unclosedFencesAreLeftAlone() {
    for text in ["```neuron\n1\n", "```neuron\n1\n```\n\n```output\nold\n"] {
      #expect(accept(text, .value("1")) == text)
    }
  }
}
