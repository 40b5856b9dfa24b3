import SourceText

extension Rule {
  /// A stored output is not what the cell gives.
  public static let outputDiffers = Rule(
    "output-differs", .error, "a stored output is not what its cell gives")
  /// A cell that is marked to raise did not.
  public static let expectedErrorMissing = Rule(
    "expected-error-missing", .error, "a cell marked `error: true` raises nothing")
  /// A cell gives an output, and the lesson keeps none to compare it with.
  public static let outputNotStored = Rule(
    "output-not-stored", .warning, "a cell gives an output that the lesson does not keep")
  /// A cell prints a line that in a stored output means any lines.
  public static let ellipsisPrinted = Rule(
    "ellipsis-printed", .warning, "a cell prints a line `...`, which is then matched as itself")
}
