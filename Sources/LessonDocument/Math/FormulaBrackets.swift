import SourceText

/// Whether the brackets of a formula come in pairs.
///
///     2(\sigma(z(x_i) - y_i) * x_i
///      ^ never closed
///
/// TeX does not ask for it, so that a lost bracket is set as if it were meant. A half-open interval
/// `[0, 1)` or `]0, 1]` pairs brackets of two kinds. What stands in `\text{…}` is prose, and `\left` and
/// `\right` are TeX's own to pair.
struct FormulaBrackets {
  /// The first bracket, in bytes of the file, that has no partner.
  private(set) var unpaired: Span?

  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

  private static let round = (open: UInt8(ascii: "("), close: UInt8(ascii: ")"))
  private static let square = (open: UInt8(ascii: "["), close: UInt8(ascii: "]"))

  /// The formula with its delimiters, as it stands in the file.
  init(_ math: Math, in source: SourceFile) {
    bytes = source.utf8
    // `\(` and `\[` are no brackets of the formula.
    let isBracket = [UInt8(ascii: "("), UInt8(ascii: "[")].contains(bytes[math.span.start + 1])
    let delimiter = bytes[math.span.start] == .backslash && isBracket ? 2 : 0
    index = math.span.start + delimiter
    end = max(math.span.end - delimiter, index)
    if !Self.isEnumeration(bytes[index..<end]) { scan() }
  }

  /// `a)` and `2.` in dollars are numbers of a list.
  private static func isEnumeration(_ tex: ArraySlice<UInt8>) -> Bool {
    let signs = tex.filter { $0 != .dollar && !$0.isWhitespace }
    return signs.count <= 4 && signs.last == round.close && !signs.contains(round.open)
  }

  private mutating func scan() {
    var open: [Int] = []
    while index < end {
      let byte = bytes[index]
      switch byte {
      case .backslash:
        skipCommand()
        continue
      case Self.round.open: open.append(index)
      case Self.square.open:
        // `]0, 1[`: it closes a bracket that looks outwards.
        if let last = open.last, bytes[last] == Self.square.close {
          open.removeLast()
        } else {
          open.append(index)
        }
      case Self.round.close, Self.square.close:
        if open.popLast() == nil {
          guard byte == Self.square.close else { return unpaired = Span(index, index + 1) }
          open.append(index)
        }
      default: break
      }
      index += 1
    }
    // A square bracket that looks outwards may do so alone.
    unpaired = open.first { bytes[$0] != Self.square.close }.map { Span($0, $0 + 1) }
  }

  /// A command, with the bracket after `\left` and `\right`, and all of `\text{…}`.
  private mutating func skipCommand() {
    let start = index + 1
    var nameEnd = start
    while nameEnd < end, bytes[nameEnd].isLetter { nameEnd += 1 }
    index = max(nameEnd, start + 1)
    switch String(decoding: bytes[start..<nameEnd], as: UTF8.self) {
    case "left", "right", "middle":
      while index < end, bytes[index].isWhitespace { index += 1 }
      index += index < end && bytes[index] == .backslash ? 2 : 1
    case let name where Self.proseCommands.contains(name): skipGroup()
    default: break
    }
  }

  private static let proseCommands: Set<String> = [
    "text", "textrm", "textit", "textbf", "texttt", "mbox", "hbox", "tag", "label", "ref",
    "eqref", "operatorname",
  ]

  private mutating func skipGroup() {
    guard index < end, bytes[index] == UInt8(ascii: "{") else { return }
    var depth = 0
    while index < end {
      switch bytes[index] {
      case .backslash: index += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return }
    }
  }
}

extension Lesson {
  /// A problem for each formula with a bracket that has no partner.
  var bracketProblems: [Diagnostic] {
    blocks.allInlines.compactMap { inline in
      guard case .math(let math) = inline,
        let span = FormulaBrackets(math, in: source).unpaired
      else { return nil }
      let bracket = source.text(of: span)
      let isOpening = bracket == "(" || bracket == "["
      return Diagnostic(
        .unpairedBracket,
        "the bracket `\(bracket)` of this formula is never \(isOpening ? "closed" : "opened")",
        at: Place(source, span), help: "write the bracket that is missing, or take this one away")
    }
  }
}
