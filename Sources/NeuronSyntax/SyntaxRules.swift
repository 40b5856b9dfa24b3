import SourceText

extension Rule {
  public static let syntaxError = Rule(
    "syntax-error", .error, "the text is not Python, and so not neuron")
  public static let unsupportedSyntax = Rule(
    "unsupported-syntax", .error, "the text is Python, but neuron leaves the construct out")
  public static let tooDeeplyNested = Rule(
    "too-deeply-nested", .error, "brackets, blocks or a chain of operators nest too deeply")
}

extension Rule {
  /// All rules of reading and of the static checks, in the order in which they are explained.
  public static let neuronSyntax: [Rule] = [
    .syntaxError, .unsupportedSyntax, .tooDeeplyNested, .undefinedName, .nameUsedBeforeItsCell,
    .unusedAllow, .argumentsInAnotherOrder, .wrongArgumentCount, .unknownKeyword, .callOfNumber,
    .shadowedFunctionResult, .unusedParameter, .unusedLocal, .unreachableCode,
  ]
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
