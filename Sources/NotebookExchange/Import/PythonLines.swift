/// The lines of a Python text, and which of them begin a statement: those that lie in no string over
/// several lines, in no brackets, and after no backslash.
///
/// Only what is needed to tell a notebook's commands from operators and strings; whether the text is a
/// program, others find out.
struct PythonLines {
  private enum Quote {
    case single(UInt8)
    case triple(UInt8)
  }

  private var quote: Quote?
  private var depth = 0
  /// Whether the last line ended in a backslash.
  private var isContinued = false

  /// Whether the next line begins a statement.
  var isAtStatement: Bool { quote == nil && depth == 0 && !isContinued }

  /// Whether what was read so far asks for more: an open string or bracket, or a backslash at its end.
  var isOpen: Bool { !isAtStatement }

  /// Reads a line, without its line ending.
  mutating func read(_ line: Substring) {
    isContinued = false
    let bytes = Array(line.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        index += closing(open, bytes, index)
      } else if byte == UInt8(ascii: "#") {
        return
      } else {
        index += opening(byte, bytes, index)
      }
    }
    // A string on one line ends with it, unless a backslash takes it on.
    if case .single = quote, !isContinued { quote = nil }
  }

  /// Reads in a string, and says how many bytes.
  private mutating func closing(_ open: Quote, _ bytes: [UInt8], _ index: Int) -> Int {
    if bytes[index] == UInt8(ascii: "\\") {
      isContinued = index + 1 == bytes.count
      return 2
    }
    switch open {
    case .single(let mark):
      if bytes[index] == mark { quote = nil }
      return 1
    case .triple(let mark):
      guard Self.isTriple(mark, bytes, index) else { return 1 }
      quote = nil
      return 3
    }
  }

  /// Reads outside of strings, and says how many bytes.
  private mutating func opening(_ byte: UInt8, _ bytes: [UInt8], _ index: Int) -> Int {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      let isTriple = Self.isTriple(byte, bytes, index)
      quote = isTriple ? .triple(byte) : .single(byte)
      return isTriple ? 3 : 1
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(depth - 1, 0)
    case UInt8(ascii: "\\") where index + 1 == bytes.count: isContinued = true
    default: break
    }
    return 1
  }

  private static func isTriple(_ mark: UInt8, _ bytes: [UInt8], _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == mark && bytes[index + 1] == mark
      && bytes[index + 2] == mark
  }
}

extension String {
  /// The lines, without their endings; a line ending at the end begins no further line. Lines end with
  /// `\n`, as the texts of a `Notebook` do.
  var lines: [Substring] {
    // By bytes: to go through the characters of a large notebook takes seconds.
    var lines = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
