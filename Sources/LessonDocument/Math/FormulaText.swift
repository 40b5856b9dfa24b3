import SourceText

/// A formula as it is set: references are numbers, labels are tags, macros are put in.
public struct FormulaText: Sendable {
  /// Where the text will stand.
  public enum Host: Sendable {
    /// On a page, where references are links and only equations with a label are numbered.
    case page
    /// In Markdown, where a formula knows nothing of the others.
    case markdown
  }

  /// A formula that is a reference and nothing else, to an equation whose number is plain text.
  public struct Reference: Sendable {
    public var label: String
    /// As readers see it: `(3)`.
    public var text: String
  }

  public var tex: String
  /// The labels of its equations.
  public var labels: [String] = []
  /// Whether its macros could be put in; if not, that is told with the lesson's own problems.
  public var isComplete = true
  /// Labels it refers to that no equation has.
  public var unknownLabels: [String] = []
  /// Set when there is nothing else in it and the equation is known.
  public var reference: Reference?
  private var text: TeXText

  /// Where something in `tex` comes from, in UTF-8 bytes.
  public enum Origin: Hashable, Sendable {
    /// The formula's own TeX.
    case formula(Int)
    /// A macro, by its index in the front matter, used there in the formula's own TeX.
    case macro(Int, usedAt: Int)
  }

  /// Where the byte at `offset` of `tex` comes from; `nil` in an empty text.
  public func origin(of offset: Int) -> Origin? {
    guard let (token, distance) = text.origin(of: offset) else { return nil }
    if let macro = token.macro { return .macro(macro, usedAt: token.offset) }
    return .formula(token.offset + min(distance, token.text.utf8.count))
  }

  fileprivate init(_ tokens: [TeXToken]) {
    text = TeXText(tokens)
    tex = text.tex
  }

  /// Symbols in its longest line, about: what takes width on the page.
  public var symbolCount: Int {
    var (longest, count) = (0, 0)
    // Whether a group comes, or is on, that says what is set and is not set itself.
    var isName = false
    for token in [TeXToken](tex: tex) {
      switch token.kind {
      case .close: isName = false
      case .other where isName: break
      case .command where ["\\begin", "\\end", "\\href", "\\operatorname"].contains(token.text):
        isName = true
      case .command where token.text == "\\\\": count = 0
      case .command: count += 1
      case .other where !"^_&".contains(token.text): count += 1
      default: break
      }
      longest = max(longest, count)
    }
    return longest
  }
}

extension Lesson {
  /// A formula of the lesson as it is set on a page or written into Markdown. One whose macros cannot be
  /// put in keeps them.
  public func text(of math: Math, for host: FormulaText.Host) -> FormulaText {
    let scan = EquationScan(math.tex, isWhole: frontMatter.macros.isEmpty)
    var tokens = scan.tokens
    let labels = equations.all.isEmpty || !math.isDisplay ? [] : labels(of: scan, in: math)
    for edit in edits(of: scan, labels: Set(labels), for: host).reversed() {
      tokens.replaceSubrange(edit.range, with: edit.tokens)
    }
    let expanded = try? macroExpansion.expanded(tokens)
    var result = FormulaText(expanded ?? tokens)
    result.labels = labels
    result.isComplete = expanded != nil
    result.unknownLabels = scan.references.map(\.name).filter { equations[$0] == nil }
    if let mention = scan.soleReference, let equation = equations[mention.name],
      !equation.number.contains(where: { "\\$^_{}~".contains($0) })
    {
      let text = mention.hasParentheses ? "(\(equation.number))" : equation.number
      result.reference = .init(label: equation.label, text: text)
    }
    return result
  }

  /// TeX of the lesson that is no formula in its text, such as a symbol's, with macros put in.
  public func puttingMacros(into tex: String) -> String {
    let tokens = [TeXToken](tex: tex)
    return (try? macroExpansion.expanded(tokens))?.tex ?? tex
  }

  /// The labels that name lines of this very formula.
  private func labels(of scan: EquationScan, in math: Math) -> [String] {
    scan.lines.compactMap { line in
      guard let name = line.labels.first?.name, let equation = equations[name],
        math.span.start <= equation.span.start, equation.span.end <= math.span.end
      else { return nil }
      return name
    }
  }

  private typealias TokenEdit = (range: Range<Int>, tokens: [TeXToken])

  /// In order and apart from each other.
  private func edits(
    of scan: EquationScan, labels: Set<String>, for host: FormulaText.Host
  ) -> [TokenEdit] {
    var edits: [TokenEdit] = []
    func replace(_ range: Range<Int>, by tex: String) {
      let offset = scan.tokens[min(range.lowerBound, scan.tokens.count - 1)].offset
      let tokens = [TeXToken](tex: tex).map { token in
        TeXToken(text: token.text, offset: offset, macro: nil, kind: token.kind)
      }
      edits.append((range, tokens))
    }
    for line in scan.lines {
      for (index, label) in line.labels.enumerated() {
        let isNumbered = index == 0 && line.tag == nil && labels.contains(label.name)
        let number = isNumbered ? equations[label.name]?.number : nil
        let tag = number.map { "\\tag{\($0)}" } ?? ""
        guard let place = label.tagPlace, place <= scan.tokens.count else {
          replace(label.tokens, by: tag)
          continue
        }
        replace(label.tokens, by: "")
        replace(place..<place, by: tag)
      }
    }
    for mention in scan.references {
      replace(mention.tokens, by: reference(mention, for: host))
    }
    if host == .page {
      for index in scan.numberedNames {
        replace(index..<index + 1, by: scan.tokens[index].text + "*")
      }
    }
    return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func reference(_ mention: EquationScan.Mention, for host: FormulaText.Host) -> String {
    guard let equation = equations[mention.name] else { return "\\text{??}" }
    let number = mention.hasParentheses ? "(\(equation.number))" : equation.number
    let text = "\\text{\(number)}"
    return host == .page ? "\\href{#\(equation.label)}{\(text)}" : text
  }

  /// What is wrong with the use of macros in the lesson's formulas.
  var macroProblems: [Diagnostic] {
    if frontMatter.macros.isEmpty { return [] }
    var problems: [Diagnostic] = []
    for math in blocks.withDescendants.flatMap(\.inlines.formulas)
    where math.tex.utf8.count <= EquationScan.maximumLength {
      do {
        _ = try macroExpansion.expanded([TeXToken](tex: math.tex))
      } catch {
        problems.append(problem(error, in: math))
      }
    }
    var seen: Set<Diagnostic> = []
    return problems.filter { seen.insert($0).inserted }
  }

  private func problem(_ failure: MacroExpansion.Failure, in math: Math) -> Diagnostic {
    switch failure {
    case .endless(let index):
      let macro = frontMatter.macros[index]
      return Diagnostic(
        .macroExpansion, "the macro `\(macro.name)` goes on without end",
        at: Place(source, macro.span),
        help: "a macro cannot use itself, nor one that uses it")
    case .missingArgument(let index, let offset):
      let macro = frontMatter.macros[index]
      let start = math.fileOffset(of: offset, in: source)
      let count = macro.parameterCount == 1 ? "1 argument" : "\(macro.parameterCount) arguments"
      return Diagnostic(
        .macroExpansion, "the macro `\(macro.name)` takes \(count), and there are fewer",
        at: Place(source, Span(start, start + macro.name.utf8.count)),
        notes: [.init("it is defined here", at: Place(source, macro.span))])
    }
  }
}
