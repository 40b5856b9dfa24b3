import SourceText

// What a lesson promises and does not keep, each with its page.

extension Rule {
  /// A stored output is not what the cell gives.
  public static let outputDiffers = Rule(
    "output-differs", .error, "a stored output is not what its cell gives",
    """
    The lesson says one thing and its code another. Either the code changed on purpose: then
    `neuronbook verify --accept` writes the new output into the lesson, and the text around it wants
    another look. Or the code is wrong, and the stored output was right.

    A number with a fraction agrees within a relative 1e-9, or where it is stored with fewer digits
    and the computed one rounds to it. A line `...` stands for any lines.
    """, .lesson,
    wrong: """
      ```neuron
      print(6 * 7)
      ```

      ```output
      41
      ```
      """,
    right: """
      ```neuron
      print(6 * 7)
      ```

      ```output
      42
      ```
      """)

  /// A cell that is marked to raise did not.
  public static let expectedErrorMissing = Rule(
    "expected-error-missing", .error, "a cell marked `error: true` raises nothing",
    """
    The cell is there to show an error, and there is none. Take the option away, or bring the error
    back.
    """, .lesson,
    wrong: """
      ```neuron
      #| error: true
      x = 1 / 2
      ```
      """,
    right: """
      ```neuron
      #| error: true
      x = 1 / 0
      ```

      ```output
      ZeroDivisionError: division by zero
      ```
      """)

  /// A cell gives an output, and the lesson keeps none to compare it with.
  public static let outputNotStored = Rule(
    "output-not-stored", .warning, "a cell gives an output that the lesson does not keep",
    """
    What is not stored is not compared: if the code changes what it prints, nobody hears of it. Run
    `neuronbook verify --accept` once, and read what it wrote.
    """, .lesson,
    wrong: """
      ```neuron
      print(6 * 7)
      ```
      """,
    right: """
      ```neuron
      print(6 * 7)
      ```

      ```output
      42
      ```
      """)

  /// A stored output under a cell that does not run.
  public static let outputWithoutRun = Rule(
    "output-without-run", .warning, "a stored output belongs to a cell that does not run",
    """
    A cell marked `eval: false` gives nothing, so nobody hears of it when what stands below it is not
    what the code would give; and no page shows it. Let the cell run, or call the block `text`: then it
    is shown as any other text, and promises nothing.
    """, .lesson,
    wrong: """
      ```neuron
      #| eval: false
      print(6 * 7)
      ```

      ```output
      42
      ```
      """,
    right: """
      ```neuron
      #| eval: false
      print(6 * 7)
      ```

      ```text
      42
      ```
      """)

  /// A cell prints a line that in a stored output means any lines.
  public static let ellipsisPrinted = Rule(
    "ellipsis-printed", .warning, "a cell prints a line `...`, which is then matched as itself",
    """
    In a stored output a line `...` stands for any lines. This cell prints such a line itself, so
    there it can only mean itself. Print something else, and both readings are gone.
    """, .lesson,
    wrong: """
      ```neuron
      print(1)
      print('...')
      ```

      ```output
      1
      ...
      ```
      """,
    right: """
      ```neuron
      print(1)
      print('and so on')
      ```

      ```output
      1
      and so on
      ```
      """)

  /// A comment says that a notebook ran the cell out of order, or never.
  public static let cellOutOfOrder = Rule(
    "cell-out-of-order", .warning, "a cell was never run, or out of order, in its notebook",
    """
    The lesson was imported from a notebook in which somebody ran the cells in another order than they
    stand in, or left one out. A lesson runs from top to bottom, so its text and its stored outputs may
    speak of another run. Look at what the cell gives now; then delete the comment before it.
    """, .lesson,
    wrong: """
      <!-- neuronbook: never run -->

      ```neuron
      rate = 0.1
      ```
      """,
    right: """
      ```neuron
      rate = 0.1
      ```
      """)
}
