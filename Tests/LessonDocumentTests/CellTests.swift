import LessonDocument
import SourceText
import Testing

@Suite struct CellTests {
  @Test func aCellTakesTheOutputRightAfterIt() {
    let text = """
      # A *title*

      ```neuron
      #| label: one
      l(1)
      ```

      ```output
      0.5
      ```

      Text.
      """
    #expect(
      Dump.blocks(text) == """
        h1 A *title*
        cell "l(1)⏎"
          output "0.5⏎"
        p Text.
        """)
  }
}
