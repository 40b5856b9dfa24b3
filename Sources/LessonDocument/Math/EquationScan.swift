/// What a formula says about numbers: the labels and tags of its lines, and what it refers to.
///
///     \begin{align} a &= b \label{eq:a} \\ c &= d \tag{*} \end{align}
///
/// has two lines, the first with a label, the second with a tag.
struct EquationScan {
  /// A command with a name in braces: `\label{eq:a}`, `\eqref{eq:a}`.
  struct Mention {
    var name: String
    /// The command with its group, as indices of tokens.
    var tokens: Range<Int>
    /// `\eqref`, which puts the number into parentheses.
    var hasParentheses = false
    /// For a label in an environment that can have no tag, such as `aligned`: the index of the token after
    /// it.
    var tagPlace: Int?
  }

  /// A line of an `align` and its kin; else the formula is one line.
  struct Line {
    var labels: [Mention] = []
    /// What the author's own `\tag{…}` says.
    var tag: String?
  }

  let tokens: [TeXToken]
  private(set) var lines: [Line] = [Line()]
  private(set) var references: [Mention] = []
  /// The names in `\begin{…}` and `\end{…}` of environments that TeX would number by itself.
  private(set) var numberedNames: [Int] = []

  /// Longer ones cannot be set anyway.
  static let maximumLength = 20_000

  private static let numbered: Set<String> = [
    "equation", "align", "gather", "alignat", "flalign", "multline", "eqnarray",
  ]
  private static let withLines: Set<String> = [
    "align", "gather", "alignat", "flalign", "eqnarray",
  ]

  /// - Parameter isWhole: whether the tokens of a formula that says nothing of numbers, as most do, may
  ///   stay one.
  init(_ tex: String, isWhole: Bool = true) {
    let isShort = tex.utf8.count <= Self.maximumLength
    let speaks = isShort && Self.speaksOfNumbers(tex)
    guard speaks || isShort && !isWhole else {
      tokens = [TeXToken(text: tex, offset: 0, macro: nil, kind: .other)]
      return
    }
    tokens = [TeXToken](tex: tex)
    if speaks { scan() }
  }

  private static func speaksOfNumbers(_ tex: String) -> Bool {
    let bytes = Array(tex.utf8)
    return bytes.indices.contains { index in
      bytes[index] == .backslash
        && (bytes.has("\\begin", at: index) || bytes.has("\\label", at: index)
          || bytes.has("\\ref", at: index) || bytes.has("\\eqref", at: index)
          || bytes.has("\\tag", at: index))
    }
  }

  /// The one thing in it, when it is a reference and nothing else.
  var soleReference: Mention? {
    guard references.count == 1, let reference = references.first else { return nil }
    let isAlone = tokens.indices.allSatisfy {
      reference.tokens.contains($0) || tokens[$0].isBlank
    }
    return isAlone ? reference : nil
  }

  private mutating func scan() {
    var (braces, environments) = (0, [String]())
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token.kind {
      case .open: braces += 1
      case .close: braces -= 1
      case .command:
        switch token.text {
        case "\\begin": environments.append(environment(at: &index))
        case "\\end":
          _ = environment(at: &index)
          _ = environments.popLast()
          if Self.mayHaveTag(environments) { endLabels(at: index) }
        case "\\\\", "\\cr":
          if braces == 0, environments.count == 1, Self.withLines.contains(environments[0]) {
            lines.append(Line())
          }
        default: read(token.text, at: &index, mayHaveTag: Self.mayHaveTag(environments))
        }
      default: break
      }
    }
  }

  /// The name of the environment that begins or ends, without its star.
  private mutating func environment(at index: inout Int) -> String {
    guard let group = tokens.group(from: index) else { return "" }
    let name = Array(tokens[group]).tex
    if Self.numbered.contains(name), let last = group.last { numberedNames.append(last) }
    index = group.upperBound + 1
    return name.hasSuffix("*") ? String(name.dropLast()) : name
  }

  private static func mayHaveTag(_ environments: [String]) -> Bool {
    environments.last.map { numbered.contains($0) } ?? true
  }

  /// MathJax, which shows formulas on GitHub, refuses a tag in `aligned`: it comes after.
  private mutating func endLabels(at index: Int) {
    let last = lines.count - 1
    for label in lines[last].labels.indices where lines[last].labels[label].tagPlace == Self.open {
      lines[last].labels[label].tagPlace = index
    }
  }

  /// The place of a tag until its environment has ended.
  private static let open = Int.max

  private mutating func read(_ command: String, at index: inout Int, mayHaveTag: Bool) {
    let start = index - 1
    switch command {
    case "\\label", "\\ref", "\\eqref":
      guard let group = tokens.group(from: index) else { return }
      index = group.upperBound + 1
      let mention = Mention(
        name: Self.name(tokens[group]), tokens: start..<index,
        hasParentheses: command == "\\eqref",
        tagPlace: command == "\\label" && !mayHaveTag ? Self.open : nil)
      if command == "\\label" {
        lines[lines.count - 1].labels.append(mention)
      } else {
        references.append(mention)
      }
    case "\\tag":
      var open = tokens.indexAfterBlanks(from: index)
      if open < tokens.count, tokens[open].text == "*" { open += 1 }
      guard let group = tokens.group(from: open) else { return }
      lines[lines.count - 1].tag = Array(tokens[group]).tex
      index = group.upperBound + 1
    default: break
    }
  }

  private static func name(_ tokens: ArraySlice<TeXToken>) -> String {
    let text = tokens.map(\.text).joined()
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
