import SourceText

// What a notebook shows otherwise than the lesson, each with its page.
extension Rule {
  /// A cell inside a list or quote.
  public static let cellKeptAsText = Rule(
    "cell-kept-as-text", .warning, "a cell in a list or quote stays text in the notebook",
    """
    A notebook is a row of cells, and nothing in it stands inside a list or quote. So a cell that does
    keeps its place in the text around it, as a block of code with its stored output: it can be read,
    but Jupyter does not run it. An import gives the cell back.
    """, .sketch,
    wrong: """
      - First the data:

        ```neuron
        x = [1, 2, 3]
        ```
      """,
    right: """
      First the data:

      ```neuron
      x = [1, 2, 3]
      ```
      """)

  /// The notebook to be written is there, with somebody's work in it.
  public static let notebookChanged = Rule(
    "notebook-changed", .incomplete, "a notebook was changed since it was exported",
    """
    Where the notebook would be written stands one with other cells or outputs than an export left
    there, or one that no export wrote. It is left as it is. `neuronbook import` makes a lesson of it;
    `-o` names another place, `--force` writes over it.
    """, .sketch,
    wrong: "neuronbook export chain-rule.md   (after working on chain-rule.ipynb in Jupyter)",
    right: "neuronbook import chain-rule.ipynb -o Notebooks --force")
}
