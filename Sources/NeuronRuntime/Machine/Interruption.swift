import SourceText

/// Why execution cannot go on where it is.
package enum Interruption: Error {
  /// A Python exception on its way out.
  case exception(Value)
  /// A limit of the host, which no program can catch.
  case limit(Rule, String)

  static func memoryLimit(_ bytes: Int) -> Interruption {
    .limit(
      .memoryLimit, "MemoryError: the program needs more than its limit of \(bytes >> 20) MiB")
  }

  /// An exception yet to be made: natives that have no heap at hand throw it, and the machine turns it
  /// into `.exception` where it is caught.
  case raised(ExceptionType, String)
}

extension Rule {
  /// Those that the machine finds while it runs.
  public static let uncaughtException = Rule(
    "uncaught-exception", .error, "a cell or program raised an exception that nothing caught")
  public static let stepLimit = Rule(
    "step-limit", .incomplete, "a program took more steps than the host allows")
  public static let recursionLimit = Rule(
    "recursion-limit", .incomplete, "calls were nested deeper than the host allows")
  public static let memoryLimit = Rule(
    "memory-limit", .incomplete, "a program's values took more memory than the host allows")
  public static let outputLimit = Rule(
    "output-limit", .incomplete, "a program printed more than the host allows")
  public static let tapeLimit = Rule(
    "tape-limit", .incomplete, "a derivative recorded more operations than the host allows")
}

/// Python's built-in exception classes that the machine raises or that programs name.
package enum ExceptionType: String, CaseIterable {
  case base = "BaseException"
  case exception = "Exception"
  case arithmetic = "ArithmeticError"
  case zeroDivision = "ZeroDivisionError"
  case overflow = "OverflowError"
  case assertion = "AssertionError"
  case attribute = "AttributeError"
  case importing = "ImportError"
  case moduleNotFound = "ModuleNotFoundError"
  case lookup = "LookupError"
  case index = "IndexError"
  case key = "KeyError"
  case name = "NameError"
  case unboundLocal = "UnboundLocalError"
  case runtime = "RuntimeError"
  case notImplemented = "NotImplementedError"
  case syntax = "SyntaxError"
  case stopIteration = "StopIteration"
  case type = "TypeError"
  case value = "ValueError"
}
