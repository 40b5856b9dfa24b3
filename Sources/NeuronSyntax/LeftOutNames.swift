/// Python's built-in names that neuron leaves out, with what to write instead.
package enum LeftOutNames {
  /// The help for a name; `nil` for one that is not left out.
  package static func help(for name: String) -> String? { help[name] }

  package static let help: [String: String] = {
    var help = [
      "open": "a cell sees no files: write the data as lists, in the text or in a module beside it",
      "input": "assign the value in the text",
      "eval": "write the expression itself, or a function of it",
      "exec": "write the statements themselves, or a function of them",
      "compile": "write the text as code, in a function",
      "globals": "keep the values in a dictionary", "locals": "keep the values in a dictionary",
      "dir": "`vars(x)` gives the attributes of an instance",
      "help": "print the function's `__doc__`",
      "breakpoint": "print what you want to see", "exit": "let the program come to its end",
      "quit": "let the program come to its end", "complex": "keep the two parts as two floats",
      "bytes": "use a string or a list of integers",
      "bytearray": "use a list of integers", "memoryview": "use a list, or a slice of it",
      "aiter": "use `iter`, there is no `async`", "anext": "use `next`, there is no `async`",
      "__import__": "write `import`", "__debug__": "write `True`",
      "__file__": "a cell sees no files",
      "ExceptionGroup": "raise one exception", "BaseExceptionGroup": "raise one exception",
    ]
    for name in ["UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError"] {
      help[name] = "there are no bytes to decode or encode, so nothing raises it"
    }
    for name in [
      "BlockingIOError", "BrokenPipeError", "ChildProcessError", "ConnectionAbortedError",
      "ConnectionRefusedError", "ConnectionResetError", "InterruptedError", "IsADirectoryError",
      "NotADirectoryError", "ProcessLookupError",
    ] {
      help[name] = "a cell sees no files and no network, so nothing raises it"
    }
    return help
  }()
}
