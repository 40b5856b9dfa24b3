/// The code of a cell with the notebook's own commands taken out: magics, shell lines and questions,
/// which no Python knows.
///
///     %matplotlib inline            # %matplotlib inline
///     import numpy as np            import numpy as np
///     %time fit(w)                  fit(w)  # %time
///     np.exp?                       # np.exp?
struct PlainCode {
  /// A command that became a comment.
  struct Command: Hashable {
    /// The 0-based line of `code`.
    var line: Int
    var text: String
  }

  /// What is left to run.
  private(set) var code = ""
  private(set) var commands: [Command] = []
  /// The language of a cell whose first line hands the rest to another program, `%%bash`: nothing of it
  /// is Python, and `code` is all of it.
  private(set) var otherLanguage: String?

  init(_ source: String) {
    let lines = source.lines
    let first = lines.firstIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0
    if first < lines.count, let magic = Self.cellMagic(lines[first]),
      !Self.pythonMagics.contains(magic.name)
    {
      otherLanguage = Self.language(of: magic)
      code = source
      return
    }
    var result: [String] = []
    var reader = PythonLines()
    var isInCommand = false
    for (index, line) in lines.enumerated() {
      let isCommand =
        isInCommand
        || reader.isAtStatement && (Self.isCommand(line) || index == first && line.hasPrefix("%%"))
      if isCommand {
        let changed = isInCommand ? Self.comment(line, isFirst: false) : Self.withoutCommand(line)
        commands.append(Command(line: index, text: String(line.drop(while: \.isWhitespace))))
        result.append(changed)
        isInCommand = line.hasSuffix("\\")
      } else {
        reader.read(line)
        result.append(String(line))
      }
    }
    code = commands.isEmpty ? source : result.joined(separator: "\n")
    if !commands.isEmpty, source.hasSuffix("\n") { code += "\n" }
  }

  // MARK: One line

  /// What runs in place of a command: a comment; in a block, whose only statement it may be, `pass`
  /// before it; what `%time` measures runs unmeasured.
  private static func withoutCommand(_ line: Substring) -> String {
    let indent = line.prefix(while: \.isWhitespace)
    let command = line.dropFirst(indent.count)
    for timer in ["%time "] where command.hasPrefix(timer) && !command.hasSuffix("\\") {
      let statement = command.dropFirst(timer.count).drop(while: \.isWhitespace)
      if !statement.isEmpty, !statement.hasPrefix("-") {
        return indent + statement + "  # " + timer.dropLast()
      }
    }
    return comment(line, isFirst: true)
  }

  private static func comment(_ line: Substring, isFirst: Bool) -> String {
    let indent = line.prefix(while: \.isWhitespace)
    let isInBlock = isFirst && !indent.isEmpty
    return indent + (isInBlock ? "pass  # " : "# ") + line.dropFirst(indent.count)
  }

  /// Whether a line that begins a statement is a command.
  private static func isCommand(_ line: Substring) -> Bool {
    let text = line.drop(while: \.isWhitespace)
    guard let first = text.unicodeScalars.first else { return false }
    switch first {
    case "!", "?": return true
    case "%": return text.dropFirst().first.map { $0.isLetter || $0 == "%" || $0 == "_" } ?? false
    // IPython calls what follows: `/print 1`, `,print a b`.
    case "/", ",", ";": return text.dropFirst().first?.isLetter == true
    default: return isQuestion(text) || assignsCommand(text)
    }
  }

  /// `name?`, `np.exp??`, `*int*?`.
  private static func isQuestion(_ text: Substring) -> Bool {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    guard text.hasSuffix("?") else { return false }
    while text.hasSuffix("?") { text.removeLast() }
    return !text.isEmpty
      && text.allSatisfy { $0.isLetter || $0.isNumber || "_.*%".contains($0) }
  }

  /// `files = !ls`, `result = %timeit -o f()`.
  private static func assignsCommand(_ text: Substring) -> Bool {
    guard let equals = text.firstIndex(of: "=") else { return false }
    let value = text[text.index(after: equals)...].drop(while: \.isWhitespace)
    guard value.hasPrefix("!") && !value.hasPrefix("!=") || value.hasPrefix("%") else {
      return false
    }
    return text[..<equals].allSatisfy {
      $0.isLetter || $0.isNumber || $0.isWhitespace || "_.,[]'\"".contains($0)
    }
  }

  // MARK: Magics of whole cells

  private struct CellMagic {
    var name: String
    var argument: Substring
  }

  private static func cellMagic(_ line: Substring) -> CellMagic? {
    guard line.hasPrefix("%%") else { return nil }
    let words = line.dropFirst(2).split(separator: " ", maxSplits: 1)
    return CellMagic(
      name: words.first.map(String.init) ?? "", argument: words.dropFirst().first ?? "")
  }

  /// Those that run the cell as Python in the notebook itself.
  private static let pythonMagics: Set<String> = [
    "time", "timeit", "capture", "prun", "memit", "mprun", "lprun", "notify", "debug",
  ]

  private static func language(of magic: CellMagic) -> String {
    switch magic.name.lowercased() {
    case "bash", "sh", "script", "system", "sx", "!": return "bash"
    case "html": return "html"
    case "javascript", "js": return "javascript"
    case "latex": return "latex"
    case "markdown": return "markdown"
    case "svg": return "xml"
    case "r": return "r"
    case "sql", "bigquery": return "sql"
    case "ruby", "perl": return magic.name
    case "python", "python2", "python3", "pypy", "cython": return "python"
    case "writefile", "file": return magic.argument.hasSuffix(".py") ? "python" : "text"
    default: return "text"
    }
  }
}
