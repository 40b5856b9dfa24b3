import SourceText

extension Rule {
  /// All rules of reading and of the static checks, in the order in which they are explained.
  public static let neuronSyntax: [Rule] = [
    .syntaxError, .unsupportedSyntax, .tooDeeplyNested, .undefinedName, .nameUsedBeforeItsCell,
    .argumentsInAnotherOrder, .wrongArgumentCount, .unknownKeyword, .callOfNumber,
    .shadowedFunctionResult, .localHidesFunction, .unusedParameter, .unusedLocal,
    .unreachableCode, .neverRun, .unusedAllow,
  ]
}

extension Rule {
  public static let syntaxError = Rule(
    "syntax-error", .error, "the text is not Python, and so not neuron",
    """
    The text cannot be read: a bracket is open, a colon is missing, a word stands where none can.
    The message is Python's own. A cell with a syntax error does not run; the cells after it do, so
    that one report shows as much as can be known.

    One slip is reported once, at the place where reading could not go on. When that place looks
    right, look just before it.
    """,
    wrong: """
      def double(x)
          return 2 * x
      """,
    right: """
      def double(x):
          return 2 * x
      """)

  public static let unsupportedSyntax = Rule(
    "unsupported-syntax", .error, "the text is Python, but neuron leaves the construct out",
    """
    Python knows the construct, neuron does not have it: `async`, `match`, metaclasses, bytes and
    imaginary literals, and a few more. Neuron is small so that it can promise the same answer on
    every machine. The help says what to write instead, in words that Python takes as well.
    """,
    wrong: """
      async def double(x):
          return 2 * x
      """,
    right: """
      def double(x):
          return 2 * x
      """)

  public static let tooDeeplyNested = Rule(
    "too-deeply-nested", .error, "brackets, blocks or a chain of operators nest too deeply",
    """
    No person reads a hundred open brackets, and a program that reads a million of them runs out of
    stack. So there are bounds: 100 open brackets, 100 blocks, 150 levels of all that nests
    together, and 500 links in a chain such as `a + b + …`. Give a part of it a name in a statement
    of its own.
    """, .sketch,
    wrong: "total = 1 + 1 + 1 + …  (six hundred times)",
    right: "total = sum([1, 1, 1, …])")
}

/// How deeply a text may nest, so that whoever walks a tree recursively knows the stack it takes.
/// Reading itself takes less than 1 MB of stack in an optimised build and less than 4 MB in another.
public enum NestingLimit {
  /// Open brackets at one place. CPython allows 200; a person loses count at ten.
  public static let brackets = 100
  /// Blocks within blocks; CPython's own limit.
  public static let blocks = 100
  /// The nodes from a tree's root to any leaf: a chain of operators (`1 + 1 + …`), of attributes or
  /// of `elif` counts one a link, since each is the child of the next.
  public static let treeHeight = 500
  /// Brackets, blocks, lambdas and exponents that hold each other, together: what the parser's own
  /// recursion is bounded by.
  public static let recursion = 150
}
