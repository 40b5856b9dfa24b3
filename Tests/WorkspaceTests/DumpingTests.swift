import Testing

@testable import Workspace

@Suite struct DumpingTests {
  private func dump(_ stage: Dumping.Stage, _ path: String) -> (Reporter, RunStatus) {
    let reporter = Reporter(output: .memory(), error: .memory())
    let status = Dumping(stage, path: path).run(reporter)
    return (reporter, status)
  }

  @Test func aLessonIsShownCellByCellInItsOwnLines() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.md", "# T\n\n```neuron\n#| label: first\nx = 1\n```\n\n> ```neuron\n> x\n> ```\n")
    let (reporter, status) = dump(.tree, folder("a.md"))
    #expect(status == .success)
    #expect(
      reporter.output.text == """
        # cell 1 (label first), lines 3 to 6
        assign 5:1-5:6
          name x 5:1-5:2
          integer 1 5:5-5:6

        # cell 2, lines 8 to 10
        expression 9:3-9:4
          name x 9:3-9:4

        """)
  }

  @Test func theOutlineOfALessonHasBlocksOptionsAndOutputs() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.md",
      """
      ---
      title: T
      tags: [a, b]
      ---
      # A *b* $x_1$

      1. one

         > two

      ```neuron
      #| error: true
      1 / 0
      ```

      ```output
      ZeroDivisionError: division by zero
      ```

      ```text
      shown
      ```

      $$
      y
      $$

      """)
    let (reporter, _) = dump(.lesson, folder("a.md"))
    #expect(
      reporter.output.text == """
        title T
        tags a, b
        heading 1 5:1-5:14: A *b* $x_1$
        list 7:1-9:9 from 1
          item
            paragraph 7:4-7:7: one
            quote 9:4-9:9
              paragraph 9:6-9:9: two
        cell 1 11:1-14:4
          option error: true
          | 1 / 0
          output 16:1-18:4
          | ZeroDivisionError: division by zero
        code 20:1-22:4 text
          | shown
        math 24:1-26:3
          |
          | y

        """)
  }

  @Test func aFaultyTextIsShownAsFarAsItIsRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.py", "x = 1\ny = = 2\n")
    let (tree, status) = dump(.tree, folder("a.py"))
    #expect(status == .problems)
    #expect(tree.output.text.hasSuffix("unsupported: faulty statement 2:1-3:1\n"))
    let (code, _) = dump(.bytecode, folder("a.py"))
    #expect(code.output.text.isEmpty)
    #expect(code.error.text.contains("syntax-error"))
  }

  @Test func onlyALessonHasTheOutlineOfOne() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.py", "x = 1\n")
    #expect(dump(.lesson, folder("a.py")).1 == .incomplete)
    #expect(dump(.tokens, folder("none.py")).1 == .incomplete)
  }
}
