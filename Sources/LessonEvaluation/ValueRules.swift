import SourceText

// What can be wrong with an inline value, beyond what can be wrong with any code.

extension Rule {
  public static let inlineValueEffect = Rule(
    "inline-value-effect", .error, "an inline value prints, or gives a name a value",
    """
    What stands in a sentence shows what the cells have made and changes nothing, so that a reader
    who skips it misses nothing. Let a cell print and bind, and name what it bound in the sentence.
    """, .lesson,
    wrong: """
      ```neuron
      def loss(w):
          print("w =", w)
          return (w - 1) ** 2
      ```

      The loss is `{neuron} loss(0.5):.2f`.
      """,
    right: """
      ```neuron
      def loss(w):
          return (w - 1) ** 2
      ```

      The loss is `{neuron} loss(0.5):.2f`.
      """)
}
