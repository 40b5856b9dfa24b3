import SourceText

// What an import tells, each with its page. The examples are what happens to a notebook.

extension Rule {
  /// A file is no notebook.
  public static let notANotebook = Rule(
    "not-a-notebook", .incomplete, "a file that is to be imported is no notebook",
    """
    `neuronbook import` reads `.ipynb` files of nbformat 3 and 4, and text in which code is marked by
    lines `In [1]:`. This file is neither; the message says what it lacks.
    """, .sketch,
    wrong: "neuronbook import notes.txt",
    right: "neuronbook import notes.ipynb")

  /// The lesson to be written is there, and another one.
  public static let lessonExists = Rule(
    "lesson-exists", .incomplete, "the place of an imported lesson is taken",
    """
    Where the lesson would be written stands a file with another text: an earlier import that somebody
    worked on, or something else. It is left as it is. `-o` names another folder, `--force` writes over
    it.
    """, .sketch,
    wrong: "neuronbook import chain-rule.ipynb   (a second time, after editing the lesson)",
    right: "neuronbook import chain-rule.ipynb -o Drafts")

  /// A part of a notebook is not in the lesson.
  public static let importLoss = Rule(
    "import-loss", .warning, "a part of a notebook has no place in a lesson",
    """
    A lesson is text, code and what the code gives. What a notebook has besides is left out, and named:
    standard error, HTML and interactive forms of an output, tracebacks, tags and metadata that mean
    nothing here. What matters of it can be written into the text.
    """, .sketch,
    wrong: "a cell whose output is a table in HTML",
    right: "a cell that prints the table")

  /// A command of the notebook became a comment.
  public static let notebookCommand = Rule(
    "notebook-command", .warning, "a notebook's command is a comment in the lesson",
    """
    Magics (`%matplotlib inline`, `%%time`), shell lines (`!pip install …`) and questions (`np.exp?`)
    are not Python but orders to the notebook program. They stay readable as comments; delete them,
    or say in the text what they were for.
    """, .sketch,
    wrong: "%matplotlib inline",
    right: "import matplotlib.pyplot as plt")

  /// Markdown had to be changed to mean the same in one text.
  public static let importedTextChanged = Rule(
    "imported-text-changed", .warning, "a text was changed on its way from notebook to lesson",
    """
    The cells of a notebook stand each for itself; in a lesson they are one text. A block of code that
    is never closed, a comment, or a list that the next cell would carry on, is closed or parted
    there; a fence that a lesson would run is given another name. The message says what was done.
    """, .sketch,
    wrong: "a Markdown cell that ends within a block of code",
    right: "a Markdown cell that closes its block of code")

  /// Markdown means something else in the lesson than in the notebook.
  public static let importedTextDiffers = Rule(
    "imported-text-differs", .warning, "a text reads differently in the lesson than in its cell",
    """
    What this cell says depends on the text around it, now that all cells are one text: two cells
    define the same link, say, or a formula that is never closed meets the next one. Look at the place
    and write what was meant.
    """, .sketch,
    wrong: "two Markdown cells that both define `[1]: …`",
    right: "two Markdown cells that define `[1]: …` and `[2]: …`")

  /// A cell had stored an error.
  public static let errorInNotebook = Rule(
    "error-in-notebook", .warning, "a cell raised an error in the notebook",
    """
    The notebook was saved with a cell that failed. If the error is what the lesson wants to show, add
    the option `#| error: true`; else mend the cell.
    """, .sketch,
    wrong: "a cell with the output `NameError: name 'y' is not defined`",
    right: "a cell tagged `raises-exception`")

  /// Code in another language than Python.
  public static let foreignLanguage = Rule(
    "foreign-language", .warning, "code of a notebook is not Python",
    """
    The notebook, or a cell that begins with `%%bash` or the like, is written in a language that a
    lesson does not run. Its code and outputs are in the lesson to be read; nothing checks them.
    """, .sketch,
    wrong: "a notebook of the R kernel",
    right: "a notebook of the Python kernel")

  /// A text's division into cells is a guess.
  public static let unclearCell = Rule(
    "unclear-cell", .warning, "it is not certain where a cell of a saved text ends",
    """
    In a notebook saved as text nothing but a blank line stands between code, what it printed, and
    prose. Where one could be the other, what was taken for what is told. Look at the place.
    """, .sketch,
    wrong: "In [1]:\\nfit(w)\\n\\nDone",
    right: "In [1]:\\nfit(w)\\n\\nOut[1]:\\n'Done'")
}
