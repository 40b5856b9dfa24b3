import SourceText

// What the static checks find, each with its page. Reading order: names, calls, functions, comments,
// and last what only a run can tell.

extension Rule {
  public static let undefinedName = Rule(
    "undefined-name", .error, "a name is used that nothing binds",
    """
    Neither this cell nor any other binds the name, and it is not built in: when the line runs, it
    stops with a NameError. Mostly it is a slip of the keyboard, an import that was forgotten, or a
    name that the code had before it was rewritten. The help shows the nearest known name.

    In the body of a function every binding of the lesson counts, in whatever cell, since the body
    runs only when the function is called. Code that handles a NameError itself is left alone.
    """,
    wrong: """
      learning_rate = 0.1
      print(learnin_rate)
      """,
    right: """
      learning_rate = 0.1
      print(learning_rate)
      """, canBeAllowed: true)

  public static let nameUsedBeforeItsCell = Rule(
    "name-used-before-its-cell", .error,
    "a name is used by a cell that runs before the cell that binds it",
    """
    Cells run from top to bottom, in one session. In a notebook that was run by hand, in whatever
    order, a cell may use what a later one defines; for the next reader it then fails. Move the cell
    that binds the name above the first one that uses it.
    """, .lesson,
    wrong: """
      ```neuron
      print(rate)
      ```

      ```neuron
      rate = 0.1
      ```
      """,
    right: """
      ```neuron
      rate = 0.1
      ```

      ```neuron
      print(rate)
      ```

      ```output
      0.1
      ```
      """, canBeAllowed: true)

  public static let argumentsInAnotherOrder = Rule(
    "arguments-in-another-order", .error,
    "the arguments bear the names of the parameters, but stand in another order",
    """
    The function takes `(x, w, b)` and is given `w`, `b`, `x`: all the right names, in the wrong
    places. Nothing fails, since all are numbers; the answer is only wrong, and often not at the one
    point that was tried. Write the arguments in the order of the parameters, or name them.

    Two arguments that change places are reported only where they stand in the order of the caller's
    own parameters, since to swap two is often meant. A function that calls itself, and a place that
    calls a function with the same names in several orders, are left alone.
    """,
    wrong: """
      def neuron(x, w, b):
          return w * x + b

      def error(w, b, x, y):
          return neuron(w, b, x) - y
      """,
    right: """
      def neuron(x, w, b):
          return w * x + b

      def error(w, b, x, y):
          return neuron(x, w, b) - y
      """, canBeAllowed: true)

  public static let wrongArgumentCount = Rule(
    "wrong-argument-count", .error, "a function is called with too many or too few arguments",
    """
    The call cannot work: it gives more arguments than there are parameters, leaves one without a
    value, or gives one twice. It is reported where it is certain what is called: a function
    whose definitions all have the same parameters, a class by its `__init__`, a method by `self`.
    Calls with `*` or `**`, and code that handles the TypeError, are left alone.
    """,
    wrong: """
      def neuron(x, w, b):
          return w * x + b

      neuron(2.0, 0.3)
      """,
    right: """
      def neuron(x, w, b):
          return w * x + b

      neuron(2.0, 0.3, 0.1)
      """, canBeAllowed: true)

  public static let unknownKeyword = Rule(
    "unknown-keyword", .error, "a function is called with a keyword that it has no parameter for",
    """
    The call names a parameter that the function does not have. The help lists those that it has.
    """,
    wrong: """
      def step(w, rate=0.1):
          return w - rate

      step(0.3, rat=0.5)
      """,
    right: """
      def step(w, rate=0.1):
          return w - rate

      step(0.3, rate=0.5)
      """, canBeAllowed: true)

  public static let callOfNumber = Rule(
    "call-of-number", .error, "a number is called as if it were a function",
    """
    In mathematics `3(x + 1)` is a product. In Python it calls the number 3, which fails. Write the
    `*`.
    """,
    wrong: """
      x = 2
      y = 3(x + 1)
      """,
    right: """
      x = 2
      y = 3*(x + 1)
      """, canBeAllowed: true)

  public static let shadowedFunctionResult = Rule(
    "shadowed-function-result", .error,
    "a function is returned where a local of a like name was meant",
    """
    A local holds the result, under a longer name, and is never used; what is returned is a function
    of the shorter name. Nothing fails here: the caller gets a function where it expects a number,
    and fails far away, or prints `<function …>`.
    """,
    wrong: """
      def slope(x):
          slope_result = 2 * x
          return slope
      """,
    right: """
      def slope(x):
          slope_result = 2 * x
          return slope_result
      """, canBeAllowed: true)

  public static let localHidesFunction = Rule(
    "local-hides-function", .warning,
    "a local hides the function of the same name, and another name is returned",
    """
    In a function, its result is computed into a local that bears the name of the function itself,
    or of another one; the local is never used, and what is returned is another name. So the result
    is lost. Most likely the local is what was meant to be returned; give it a name of its own while
    you are there.
    """,
    wrong: """
      def dJ_dw(x, upstream):
          dw = x
          dJ_dw = dw * upstream
          return dw
      """,
    right: """
      def dJ_dw(x, upstream):
          dw = x
          result = dw * upstream
          return result
      """, canBeAllowed: true)

  public static let unusedParameter = Rule(
    "unused-parameter", .warning, "a parameter is never used",
    """
    The function takes a value and does nothing with it. Either the body uses another name by
    mistake, often one that happens to exist outside, or the parameter is left over. Use it, leave
    it out, or begin its name with `_` where a caller insists on it.

    Left alone are functions that are handed on as values, since who calls them decides what they
    take; decorated ones; bodies that do nothing yet (`pass`, `...`, a text, `raise`); and methods
    that have a namesake in another class, or a name like `__exit__`.
    """,
    wrong: """
      i = 1

      def area(a, b):
          return a * i

      area(2, 3)
      """,
    right: """
      def area(a, b):
          return a * b

      area(2, 3)
      """, canBeAllowed: true)

  public static let unusedLocal = Rule(
    "unused-local", .warning, "a local is assigned and never used",
    """
    A function computes a value, binds it to a name, and never looks at it. The line is left over,
    or a later one uses another name by mistake. A name that begins with `_` says that this is
    meant.
    """,
    wrong: """
      def mean(values):
          total = sum(values)
          count = len(values)
          return sum(values) / len(values)

      mean([1, 2])
      """,
    right: """
      def mean(values):
          total = sum(values)
          count = len(values)
          return total / count

      mean([1, 2])
      """, canBeAllowed: true)

  public static let unreachableCode = Rule(
    "unreachable-code", .warning, "code stands after a statement that never goes on",
    """
    After `return`, `raise`, `break` or `continue` nothing of the block runs; nor does anything
    after an `if` whose branches all leave, or after `while True:` without a `break`. Mostly a line
    is indented too far or not far enough.
    """,
    wrong: """
      def clip(x):
          if x > 1:
              return 1
              print('clipped')
          return x
      """,
    right: """
      def clip(x):
          if x > 1:
              print('clipped')
              return 1
          return x
      """, canBeAllowed: true)

  public static let unusedAllow = Rule(
    "unused-allow", .warning, "a comment allows a problem that its line does not have",
    """
    A comment `# neuronbook: allow ID: reason` silences the rule ID on its own line; several ids stand
    with commas between them. When the line does not have that problem any more, or the id is
    misspelt or missing, the comment only misleads. Delete it.
    """,
    wrong: """
      total = 3  # neuronbook: allow undefined-name: shown before it is explained
      print(total)
      """,
    right: """
      total = 3
      print(total)
      """)

  public static let neverRun = Rule(
    "never-run", .warning, "a function or a line is never run by any cell",
    """
    No cell ever ran the line, so nothing in the lesson shows that it works: no output is compared,
    no derivative checked, no error could have been seen. Call the function with values that lead
    there and show what it gives, or take the line out. `neuronbook verify` looks for this; `run` and
    `render` do not.

    A function that was never called is reported once, at its `def`. Lines of a cell itself are looked
    at as well, such as those after the one that raises, and so are lambdas, and comprehensions and
    generators that never take an element. Lines that only say what must
    not happen (`raise`, `assert False`) or do nothing (`pass`, `...`) are left alone, and so are the
    cells that do not run, and lessons that a limit or an error stopped.
    """,
    wrong: """
      def relu(x):
          if x < 0:
              return 0.0
          return x

      relu(2.0)
      """,
    right: """
      def relu(x):
          if x < 0:
              return 0.0
          return x

      print(relu(2.0), relu(-3.0))
      """, canBeAllowed: true)
}
