import SourceText

/// Why execution cannot go on where it is.
package enum Interruption: Error {
  /// A Python exception on its way out.
  case exception(Value)
  /// A limit of the host, which no program can catch.
  case limit(Rule, String)

  package static func memoryLimit(_ bytes: Int) -> Interruption {
    .limit(
      .memoryLimit, "MemoryError: the program needs more than its limit of \(bytes >> 20) MiB")
  }

  /// Calls nested too deeply: a limit, but one that Python's programs know and may catch.
  static func recursionLimit(_ where: String = "") -> Interruption {
    .limit(.recursionLimit, "RecursionError: maximum recursion depth exceeded" + `where`)
  }

  /// An exception yet to be made: natives that have no heap at hand throw it, and the machine turns it
  /// into `.exception` where it is caught.
  case raised(ExceptionType, String)
}

/// Python's built-in exception classes.
package enum ExceptionType: String, CaseIterable {
  case base = "BaseException"
  case exception = "Exception"
  case arithmetic = "ArithmeticError"
  case zeroDivision = "ZeroDivisionError"
  case overflow = "OverflowError"
  case floatingPoint = "FloatingPointError"
  case assertion = "AssertionError"
  case attribute = "AttributeError"
  case buffer = "BufferError"
  case endOfFile = "EOFError"
  case generatorExit = "GeneratorExit"
  case importing = "ImportError"
  case moduleNotFound = "ModuleNotFoundError"
  case keyboardInterrupt = "KeyboardInterrupt"
  case lookup = "LookupError"
  case index = "IndexError"
  case key = "KeyError"
  case memory = "MemoryError"
  case name = "NameError"
  case unboundLocal = "UnboundLocalError"
  case operatingSystem = "OSError"
  case fileExists = "FileExistsError"
  case fileNotFound = "FileNotFoundError"
  case permission = "PermissionError"
  case timeout = "TimeoutError"
  case connection = "ConnectionError"
  case reference = "ReferenceError"
  case runtime = "RuntimeError"
  case notImplemented = "NotImplementedError"
  case recursion = "RecursionError"
  case stopIteration = "StopIteration"
  case stopAsyncIteration = "StopAsyncIteration"
  case syntax = "SyntaxError"
  case indentation = "IndentationError"
  case system = "SystemError"
  case systemExit = "SystemExit"
  case type = "TypeError"
  case value = "ValueError"
  case unicode = "UnicodeError"
  case warning = "Warning"
  case userWarning = "UserWarning"
  case deprecationWarning = "DeprecationWarning"
  case runtimeWarning = "RuntimeWarning"
  case futureWarning = "FutureWarning"

  /// `nil` for `BaseException`.
  var parent: ExceptionType? {
    switch self {
    case .base: nil
    case .exception, .generatorExit, .keyboardInterrupt, .systemExit: .base
    case .zeroDivision, .overflow, .floatingPoint: .arithmetic
    case .moduleNotFound: .importing
    case .index, .key: .lookup
    case .unboundLocal: .name
    case .fileExists, .fileNotFound, .permission, .timeout, .connection: .operatingSystem
    case .notImplemented, .recursion: .runtime
    case .indentation: .syntax
    case .unicode: .value
    case .userWarning, .deprecationWarning, .runtimeWarning, .futureWarning: .warning
    default: .exception
    }
  }
}
