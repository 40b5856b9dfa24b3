/// A formula in TeX, as far as pictures have it: scripts, fractions, roots, accents and signs.
public struct MathFormula: Hashable, Sendable {
  public let nodes: [MathNode]
  /// What is wrong with it, with the place; it is shown all the same.
  public let problem: String?

  /// Reads TeX without dollars.
  public init(_ tex: some StringProtocol) {
    var reader = MathReader(String(tex))
    nodes = reader.formula()
    problem = reader.problem
  }
}

/// Reads a formula from left to right.
private struct MathReader {
  private let source: [Character]
  private var position = 0
  private var depth = 0
  private var alphabet = MathAlphabet.usual
  private(set) var problem: String?

  /// Deeper formulas are cut.
  private static let mostDepth = 40

  init(_ tex: String) {
    source = Array(tex)
  }

  private var next: Character? { position < source.count ? source[position] : nil }

  private mutating func complain(_ message: String, at place: Int) {
    if problem != nil { return }
    let found = place < source.count ? "'\(source[place])'" : "end of text"
    problem =
      "\n\(String(source))\n\(String(repeating: " ", count: place))^\nParseFatalException: "
      + "\(message), found \(found)  (at char \(place)), (line:1, col:\(place + 1))"
  }

  mutating func formula() -> [MathNode] {
    var result: [MathNode] = []
    while position < source.count {
      if next == "}" {
        complain("Expected end of text", at: position)
        position += 1
      } else {
        add(to: &result)
      }
    }
    return result
  }

  private mutating func add(to nodes: inout [MathNode]) {
    let start = position
    let new = node()
    // Two scripts of one kind would be read as one.
    for script in nodes.suffix(2).reversed().prefix(while: \.isScript) {
      switch (script, new.first) {
      case (.raised, .raised): complain("Double superscript", at: start)
      case (.lowered, .lowered): complain("Double subscript", at: start)
      default: continue
      }
    }
    nodes += new
  }

  /// To the closing brace that ends it.
  private mutating func group(until end: Character = "}") -> [MathNode] {
    var result: [MathNode] = []
    let before = alphabet
    defer { alphabet = before }
    while let character = next {
      if character == end {
        position += 1
        return result
      }
      if character == "}" { break }
      add(to: &result)
    }
    complain("Expected '\(end)'", at: position)
    return result
  }

  private func letters(_ text: String) -> [MathNode] {
    if text.isEmpty { return [] }
    guard text.count == 1, let letter = text.first, letter.isLetter else {
      return [.letters(text, isItalic: false)]
    }
    return [.letters(alphabet.form(of: letter), isItalic: alphabet.isItalic)]
  }

  /// One letter, command or group, or the script of what stands before it.
  private mutating func node() -> [MathNode] {
    guard depth < Self.mostDepth else {
      complain("Formulas cannot be nested so deeply", at: position)
      position = source.count
      return []
    }
    depth += 1
    defer { depth -= 1 }
    let character = source[position]
    position += 1
    switch character {
    case "\\": return command()
    case "{": return [.group(group())]
    case "^": return [.raised(argument("Expected a superscript"))]
    case "_": return [.lowered(argument("Expected a subscript"))]
    case "-": return letters("−")
    case "'": return letters("′")
    case "~": return letters("\u{A0}")
    default: return letters(String(character))
    }
  }

  private mutating func argument(_ message: String) -> [MathNode] {
    while next == " " { position += 1 }
    guard let next, next != "}", next != "^", next != "_" else {
      complain(message, at: position)
      return []
    }
    let nodes = node()
    // What stands in braces is one thing already.
    if nodes.count == 1, case .group(let inner) = nodes[0] { return inner }
    return nodes
  }

  private mutating func argument(in alphabet: MathAlphabet, _ name: String) -> [MathNode] {
    let before = self.alphabet
    self.alphabet = alphabet
    defer { self.alphabet = before }
    return [.group(argument("Expected \\\(name){text}"))]
  }

  // MARK: Commands

  private mutating func command() -> [MathNode] {
    let start = position - 1
    guard let first = next else {
      complain("Unknown symbol: \\", at: start)
      return []
    }
    guard first.isLetter, first.isASCII else {
      position += 1
      if let sign = MathSymbols.escaped[first] { return letters(sign) }
      complain("Unknown symbol: \\\(first)", at: start)
      return letters(String(first))
    }
    while let letter = next, letter.isLetter, letter.isASCII { position += 1 }
    let name = String(source[(start + 1)..<position])
    if next == " " { position += 1 }
    if let sign = MathSymbols.signs[name] { return letters(sign) }
    if MathSymbols.functions.contains(name) { return function(name) }
    if let alphabet = MathAlphabet(command: name) { return argument(in: alphabet, name) }
    if let alphabet = MathAlphabet(switch: name) {
      self.alphabet = alphabet
      return []
    }
    if let mark = MathSymbols.accents[name] {
      return Self.accented(argument("Expected \\\(name){value}"), mark)
    }
    return structure(name, start)
  }

  private mutating func structure(_ name: String, _ start: Int) -> [MathNode] {
    switch name {
    case "frac", "dfrac":
      let message = "Expected \\\(name){num}{den}"
      return [.fraction(argument(message), argument(message))]
    case "sqrt":
      var degree: [MathNode] = []
      if next == "[" {
        position += 1
        degree = group(until: "]")
      }
      return [.root(argument("Expected \\sqrt{value}"), degree: degree)]
    case "overline":
      return argument("Expected \\overline{body}").map { Self.marked($0, "\u{305}", onEach: true) }
    case "left", "right":
      if next == "." { position += 1 }
      return []
    default:
      complain("Unknown symbol: \\\(name)", at: start)
      return letters(name)
    }
  }

  /// A name such as `log`, apart from letters that follow.
  private func function(_ name: String) -> [MathNode] {
    let isApart = next.map { $0.isLetter || $0.isNumber || $0 == "\\" } ?? false
    return letters(name) + (isApart ? letters("\u{2009}") : [])
  }

  /// With a mark over the last letter.
  private static func accented(_ nodes: [MathNode], _ mark: String) -> [MathNode] {
    guard let last = nodes.last else { return [] }
    return nodes.dropLast() + [marked(last, mark, onEach: false)]
  }

  private static func marked(_ node: MathNode, _ mark: String, onEach: Bool) -> MathNode {
    switch node {
    case .letters(let text, let isItalic):
      let marked = onEach ? text.map { "\($0)\(mark)" }.joined() : text + mark
      return .letters(marked, isItalic: isItalic)
    case .group(let inner):
      return .group(
        onEach ? inner.map { marked($0, mark, onEach: true) } : accented(inner, mark))
    case .raised, .lowered, .fraction, .root: return node
    }
  }
}

extension MathNode {
  fileprivate var isScript: Bool {
    switch self {
    case .raised, .lowered: true
    default: false
    }
  }
}
