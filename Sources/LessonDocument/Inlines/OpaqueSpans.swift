import SourceText

/// The parts of a paragraph in which no formula begins or ends: code spans, raw HTML, autolinks and
/// destinations of links; with the dollars outside them.
struct OpaqueSpans {
  private(set) var spans: [Span] = []
  /// Those of raw HTML and autolinks.
  private(set) var html: [Span] = []
  /// Those of code.
  private(set) var code: [Span] = []
  /// What stands between brackets and may be a link or an image, in the order of closing brackets.
  private(set) var brackets: [BracketedText] = []
  /// Offsets of dollars that no backslash takes the meaning from.
  private(set) var dollars: [Int] = []

  private let bytes: [UInt8]
  private var scanner: HTMLScanner
  /// For each run of backticks, by its offset, where the next run of that length ends.
  private var codeEnds: [Int: Int] = [:]
  private var openBrackets: [Int] = []
  /// Exclamation marks that a backslash takes the meaning from.
  private var escapedMarks: Set<Int> = []

  /// Reads `bytes` from `start` on.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    scanner = HTMLScanner(bytes)
    findCodeEnds(from: start)
    var offset = start
    while offset < bytes.count { offset = next(offset) }
  }

  /// Handles what stands at `offset`; gives the offset after it.
  private mutating func next(_ offset: Int) -> Int {
    switch bytes[offset] {
    case .backslash:
      guard offset + 1 < bytes.count, bytes[offset + 1].isPunctuation else { return offset + 1 }
      if bytes[offset + 1] == UInt8(ascii: "!") { escapedMarks.insert(offset + 1) }
      return offset + 2
    case .backtick:
      guard let end = codeEnds[offset] else { return bytes.endOfRun(of: .backtick, from: offset) }
      code.append(Span(offset, end))
      return add(offset, end)
    case .lessThan:
      guard let end = scanner.end(at: offset) else { return offset + 1 }
      html.append(Span(offset, end))
      return add(offset, end)
    case UInt8(ascii: "["):
      openBrackets.append(offset)
      return offset + 1
    case UInt8(ascii: "]"):
      guard let open = openBrackets.popLast() else { return offset + 1 }
      let tail = linkTail(offset + 1)
      let isImage =
        open > 0 && bytes[open - 1] == UInt8(ascii: "!") && !escapedMarks.contains(open - 1)
      brackets.append(
        BracketedText(
          span: Span(isImage ? open - 1 : open, tail?.end ?? offset + 1),
          text: Span(open + 1, offset), destination: tail?.destination, isImage: isImage))
      return tail.map { add(offset + 1, $0.end) } ?? offset + 1
    case .dollar:
      dollars.append(offset)
      return offset + 1
    default: return offset + 1
    }
  }

  private mutating func add(_ start: Int, _ end: Int) -> Int {
    spans.append(Span(start, end))
    return end
  }

  private mutating func findCodeEnds(from start: Int) {
    var runs: [Span] = []
    var offset = start
    while let tick = bytes[offset...].firstIndex(of: .backtick) {
      offset = bytes.endOfRun(of: .backtick, from: tick)
      runs.append(Span(tick, offset))
    }
    var nextEnd: [Int: Int] = [:]
    for run in runs.reversed() {
      codeEnds[run.start] = nextEnd[run.length]
      nextEnd[run.length] = run.end
    }
  }

  /// The destination and the end of `(destination "title")` at `offset`. Nested parentheses are counted to 32, as libcmark
  /// does; that also bounds the work for a row of `](`.
  private func linkTail(_ offset: Int) -> (destination: Span, end: Int)? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "(") else { return nil }
    let start = endOfWhitespace(offset + 1)
    guard let end = endOfDestination(start) else { return nil }
    var offset = endOfWhitespace(end)
    if offset > end, let end = endOfTitle(offset) { offset = endOfWhitespace(end) }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ")") else { return nil }
    return (Span(start, end), offset + 1)
  }

  private func endOfWhitespace(_ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset].isWhitespace { offset += 1 }
    return offset
  }

  private func endOfDestination(_ start: Int) -> Int? {
    var offset = start
    var depth = 0
    let isPointed = start < bytes.count && bytes[start] == .lessThan
    if isPointed { offset += 1 }
    while offset < bytes.count {
      switch bytes[offset] {
      case .backslash where offset + 1 < bytes.count && bytes[offset + 1].isPunctuation: offset += 1
      case .newline: return isPointed ? nil : offset
      case .lessThan where isPointed: return nil
      case .quoteMark where isPointed: return offset + 1
      case .space where !isPointed, .tab where !isPointed: return offset
      case UInt8(ascii: "(") where !isPointed:
        depth += 1
        if depth > 32 { return nil }
      case UInt8(ascii: ")") where !isPointed:
        if depth == 0 { return offset }
        depth -= 1
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// Titles longer than this are taken for text: enough for people, and a bound on the work.
  private static let maximumTitle = 1_000

  private func endOfTitle(_ start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[start]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var offset = start + 1
    while offset < min(bytes.count, start + Self.maximumTitle) {
      if bytes[offset] == close { return offset + 1 }
      offset += bytes[offset] == .backslash ? 2 : 1
    }
    return nil
  }
}

/// Text between brackets, with the destination after it if there is one.
struct BracketedText {
  /// All of it: `![text](destination)`.
  var span: Span
  var text: Span
  var destination: Span?
  var isImage: Bool
}
