import SourceText

// What can be wrong with the text of a lesson before anything runs, in the order of a file: as a
// whole, front matter, cells and their options, stored outputs, formulas.

extension Rule {
  public static let documentTooComplex = Rule(
    "document-too-complex", .incomplete, "a text is nested or repeated beyond what is read",
    """
    Quotes and lists within each other, or brackets and stars in one paragraph, go beyond what any
    page shows. To read such a text could take hours, so the lesson is not read at all. Split the
    paragraph, or take levels out of the nesting.
    """, .sketch,
    wrong: "> > > > > … (more than a hundred levels of quotes)",
    right: "> > one quote within another")

  public static let bidirectionalControl = Rule(
    "bidirectional-control", .warning, "a character that cannot be seen turns text around",
    """
    Controls such as U+202E (right-to-left override) let letters be shown in another order than they
    stand in the file, so code can read as something else than what runs. No lesson needs them; text
    in scripts that run from right to left is set right without them.
    """, .lesson,
    wrong: """
      The rate is \u{202E}1.0.
      """,
    right: """
      The rate is 0.1.
      """)

  public static let frontMatterSyntax = Rule(
    "front-matter-syntax", .error, "the front matter is not the YAML that is read here",
    """
    Between the two lines `---` at the top stand lines `key: value`. Of YAML that much is read, and
    lists and maps for `tags`, `symbols` and `macros`. Put a text that holds `: ` or begins with a
    sign of YAML's own into quotation marks.
    """, .lesson,
    wrong: """
      ---
      title: "The chain rule
      ---
      """,
    right: """
      ---
      title: "The chain rule"
      ---
      """)

  public static let unknownKey = Rule(
    "unknown-key", .error, "the front matter has a key that does not exist",
    """
    A key that is not known would change nothing, and nobody would notice; so a misspelt one is an
    error. The keys are title, description, author, date, order, tags, symbols, macros, tolerance and
    draft.
    """, .lesson,
    wrong: """
      ---
      titel: The chain rule
      ---
      """,
    right: """
      ---
      title: The chain rule
      ---
      """)

  public static let frontMatterValue = Rule(
    "front-matter-value", .error, "a value in the front matter is of the wrong kind",
    """
    Each key has values of one kind: `order` a number, `draft` `true` or `false`, `tags` a list,
    `symbols` a map, `macros` a map or lines of `\\newcommand`, `tolerance` a number or `exact`, the
    others a text.
    """, .lesson,
    wrong: """
      ---
      title: The chain rule
      order: second
      ---
      """,
    right: """
      ---
      title: The chain rule
      order: 2
      ---
      """)

  public static let unclosedFence = Rule(
    "unclosed-fence", .error, "a fenced block has no closing fence",
    """
    In Markdown a fence that is never closed holds everything to the end of the file: the rest of
    the lesson would be code. End the block with as many backticks as it begins with.
    """, .lesson,
    wrong: """
      ```neuron
      rate = 0.1

      Here the text was meant to go on.
      """,
    right: """
      ```neuron
      rate = 0.1
      ```

      Here the text goes on.
      """)

  public static let unknownOption = Rule(
    "unknown-option", .error, "a cell has an option that does not exist",
    """
    The first lines of a cell may be options, `#| key: value`. One that is not known would change
    nothing; so a misspelt one is an error. The help lists the options.
    """, .lesson,
    wrong: """
      ```neuron
      #| ecko: false
      rate = 0.1
      ```
      """,
    right: """
      ```neuron
      #| echo: false
      rate = 0.1
      ```
      """)

  public static let optionValue = Rule(
    "option-value", .error, "a cell option has a value of the wrong kind",
    """
    A switch such as `echo` is `true` or `false`, a `tolerance` is a number or `exact`, a label or a
    caption is a text.
    """, .lesson,
    wrong: """
      ```neuron
      #| echo: no
      rate = 0.1
      ```
      """,
    right: """
      ```neuron
      #| echo: false
      rate = 0.1
      ```
      """)

  public static let duplicateOption = Rule(
    "duplicate-option", .error, "a cell says the same option twice",
    """
    Of two values only one can hold. Delete the line that is not meant.
    """, .lesson,
    wrong: """
      ```neuron
      #| echo: true
      #| echo: false
      rate = 0.1
      ```
      """,
    right: """
      ```neuron
      #| echo: false
      rate = 0.1
      ```
      """)

  public static let optionSyntax = Rule(
    "option-syntax", .error, "an option line is not written `#| key: value`",
    """
    A line that begins with `#|` at the top of a cell is an option: the key, a colon, a space, the
    value. A comment begins with `#` and a space.
    """, .lesson,
    wrong: """
      ```neuron
      #| echo=false
      rate = 0.1
      ```
      """,
    right: """
      ```neuron
      #| echo: false
      rate = 0.1
      ```
      """)

  public static let nearlyACell = Rule(
    "nearly-a-cell", .warning, "a fenced block is named almost like a cell, and is only shown",
    """
    A block is a cell, and runs, when its fence says `neuron` and nothing else. With another
    spelling it is code that is only shown, never run and never checked. So it is in HTML, which goes
    on until a blank line.
    """, .lesson,
    wrong: """
      ```Neuron
      rate = 0.1
      ```
      """,
    right: """
      ```neuron
      rate = 0.1
      ```
      """)

  public static let duplicateLabel = Rule(
    "duplicate-label", .error, "two cells or equations of a lesson have the same label",
    """
    A label is what links lead to, so it names one cell or one equation. Give the second another name.
    """, .lesson,
    wrong: """
      ```neuron
      #| label: rate
      rate = 0.1
      ```

      ```neuron
      #| label: rate
      rate = 0.2
      ```
      """,
    right: """
      ```neuron
      #| label: rate
      rate = 0.1
      ```

      ```neuron
      #| label: higher-rate
      rate = 0.2
      ```
      """)

  public static let outputWithoutCell = Rule(
    "output-without-cell", .error, "a stored output does not stand right after a cell",
    """
    A block `output` belongs to the cell right before it. With a paragraph between them, or no cell
    at all, nothing would ever compare it with anything. Move the block up to its cell, or call it
    `text` when it is only shown.
    """, .lesson,
    wrong: """
      ```neuron
      print(6 * 7)
      ```

      This prints the answer:

      ```output
      42
      ```
      """,
    right: """
      This prints the answer:

      ```neuron
      print(6 * 7)
      ```

      ```output
      42
      ```
      """)

  public static let secondOutput = Rule(
    "second-output", .error, "a cell has more than one stored output",
    """
    All that a cell prints is one text, stored in one block. Put the lines into the first block and
    delete the second.
    """, .lesson,
    wrong: """
      ```neuron
      print(1)
      print(2)
      ```

      ```output
      1
      ```

      ```output
      2
      ```
      """,
    right: """
      ```neuron
      print(1)
      print(2)
      ```

      ```output
      1
      2
      ```
      """)

  public static let unclosedMath = Rule(
    "unclosed-math", .error, "a formula begins and never ends",
    """
    A `$$`, `\\(`, `\\[` or `\\begin{…}` has no end in its block. Close it, or write `\\$` for a dollar
    sign.
    """, .lesson,
    wrong: #"""
      The cost is

      $$J = (y - \sigma)^2
      """#,
    right: #"""
      The cost is

      $$J = (y - \sigma)^2$$
      """#)

  public static let loneDollar = Rule(
    "lone-dollar", .warning, "a dollar before a letter has no partner in its paragraph",
    """
    It stands on the page as it is. If a formula was to begin there, close it; if a dollar sign is
    meant, write `\\$`. A dollar before a digit is money and needs no care.
    """, .lesson,
    wrong: "Let $x be the input.",
    right: "Let $x$ be the input.")

  public static let unpairedBracket = Rule(
    "unpaired-bracket", .warning, "a formula has a bracket without a partner",
    """
    TeX sets a formula with a lost bracket as if nothing were missing, and the reader wonders what it
    says. Half-open intervals are known; a bracket that is meant to stand alone can be written
    `\\lbrack`, `\\rbrack` or `\\left. … \\right)`.
    """, .lesson,
    wrong: #"""
      The derivative is $2(\sigma(z) - y * x$.
      """#,
    right: #"""
      The derivative is $2(\sigma(z) - y) * x$.
      """#)

  public static let unknownLabel = Rule(
    "unknown-label", .error, "a reference to an equation that does not exist",
    """
    `\\ref{…}` and `\\eqref{…}` become the number of the equation with that `\\label{…}`, in the same
    lesson, before it or after it. Only equations with a label have a number.
    """, .lesson,
    wrong: #"""
      $$J = (y - h)^2 \label{eq:cost}$$

      By $\eqref{eq:coast}$ the cost is never negative.
      """#,
    right: #"""
      $$J = (y - h)^2 \label{eq:cost}$$

      By $\eqref{eq:cost}$ the cost is never negative.
      """#)

  public static let misplacedLabel = Rule(
    "misplaced-label", .error, "a label that names no equation",
    """
    A label stands in a displayed equation, once in each line that is to have a number, and is a word.
    A formula within a sentence or a heading has no number.
    """, .lesson,
    wrong: #"""
      The cost is $J = (y - h)^2 \label{eq:cost}$.
      """#,
    right: #"""
      The cost is

      $$J = (y - h)^2 \label{eq:cost}$$
      """#)

  public static let macroExpansion = Rule(
    "macro-expansion", .error, "a macro that cannot be put into a formula",
    """
    Macros of the front matter are put into formulas as TeX would, with their arguments, one in another,
    a thousand times at most. One that comes back to itself never ends.
    """, .lesson,
    wrong: #"""
      ---
      title: The cost
      macros:
        '\cost': '\cost_0'
      ---

      It is $\cost$.
      """#,
    right: #"""
      ---
      title: The cost
      macros:
        '\cost': 'J_0'
      ---

      It is $\cost$.
      """#)

  public static let excessCells = Rule(
    "excess-cells", .warning, "a row of a table has more cells than there are columns",
    """
    A table has as many columns as its header, and what a row has beyond them is not shown. A bar
    that is meant to be seen, in code and formulas too, is written `\\|` in a table.
    """, .lesson,
    wrong: """
      | x | size |
      |---|------|
      | 2 | `|x|` |
      """,
    right: #"""
      | x | size |
      |---|------|
      | 2 | `\|x\|` |
      """#)

  public static let undefinedFootnote = Rule(
    "undefined-footnote", .error, "a reference to a note that does not exist",
    """
    A `[^label]` leads to the note of that label, a line that begins with `[^label]:`. Without one
    the brackets stay in the text.
    """, .lesson,
    wrong: """
      The loss falls.[^seed]

      [^sed]: With the seed 7.
      """,
    right: """
      The loss falls.[^seed]

      [^seed]: With the seed 7.
      """)

  public static let unusedFootnote = Rule(
    "unused-footnote", .warning, "a note that nothing refers to",
    """
    Notes are shown where the text refers to them. One that it does not refer to is on no page.
    """, .lesson,
    wrong: """
      The loss falls.

      [^seed]: With the seed 7.
      """,
    right: """
      The loss falls.[^seed]

      [^seed]: With the seed 7.
      """)

  public static let duplicateFootnote = Rule(
    "duplicate-footnote", .error, "two notes have the same label",
    """
    A reference leads to one note, the first of its label; the second is never shown.
    """, .lesson,
    wrong: """
      The loss falls.[^1] So does the error.[^1]

      [^1]: With the seed 7.
      [^1]: In each epoch.
      """,
    right: """
      The loss falls.[^1] So does the error.[^2]

      [^1]: With the seed 7.
      [^2]: In each epoch.
      """)

  public static let undefinedReference = Rule(
    "undefined-reference", .warning, "what looks like a link has a label that nothing defines",
    """
    `[text][label]` is a link when a line `[label]: address` stands somewhere in the lesson. Without
    it the brackets are shown to the reader. Brackets that are meant have a backslash before the first,
    or stand in `code`.
    """, .lesson,
    wrong: """
      See [the lesson][chain] before this one.
      """,
    right: """
      See [the lesson][chain] before this one.

      [chain]: https://example.org/chain-rule
      """)
}
