import SourceText
import YAMLText

/// Reads the macros of front matter, as a mapping or as TeX's own definitions.
///
///     macros:                                  macros: |
///       '\RR': '\mathbb{R}'                      \newcommand{\RR}{\mathbb{R}}
///       '\norm[1]': '\lVert #1 \rVert'           \newcommand{\norm}[1]{\lVert #1 \rVert}
struct MacroReader {
  /// More are a mistake, as in a list that a program has made.
  private static let maximumCount = 1000
  private static let form =
    #"`macros` is lines `'\name': 'TeX'`, or lines `\newcommand{\name}[1]{TeX}`"#

  private(set) var macros: [FrontMatter.Macro] = []

  /// Adds what a piece of YAML defines.
  mutating func read(_ yaml: YAML, _ settings: inout SettingsReader) {
    switch yaml.kind {
    case .mapping(let entries):
      for entry in entries {
        guard let name = entry.key.text, let body = settings.text(entry.value, of: "macros") else {
          continue
        }
        readEntry(name, body, entry, &settings)
      }
    case .sequence(let items): for item in items { read(item, &settings) }
    case .scalar(let text): readDefinitions(text, at: yaml.place, &settings)
    }
  }

  private mutating func readEntry(
    _ key: String, _ body: String, _ entry: YAML.Entry, _ settings: inout SettingsReader
  ) {
    let tokens = [TeXToken](tex: key)
    guard let name = tokens.first, name.kind == .command,
      let count = Self.parameterCount(tokens.dropFirst())
    else {
      return settings.report(
        #"a macro is called `\name`, or `\name[2]` with two arguments, not `\#(key)`"#,
        at: entry.key.place)
    }
    add(name.text, count, body, at: entry.value.place, &settings)
  }

  /// The number in `[2]`; 0 for nothing, `nil` for anything else.
  private static func parameterCount(_ tokens: some Collection<TeXToken>) -> Int? {
    let text = tokens.filter { !$0.isBlank }.map(\.text).joined()
    if text.isEmpty { return 0 }
    guard text.hasPrefix("["), text.hasSuffix("]"), text.utf8.count == 3 else { return nil }
    return text.dropFirst().first?.wholeNumberValue
  }

  // MARK: Definitions

  private mutating func readDefinitions(
    _ text: String, at place: Place, _ settings: inout SettingsReader
  ) {
    let tokens = [TeXToken](tex: text)
    var index = tokens.indexAfterBlanks(from: 0)
    if index == tokens.count { return settings.report(Self.form, at: place) }
    var lines = WrittenLines(text, at: place)
    while index < tokens.count {
      let start = lines.place(ofLineAt: tokens[index].offset)
      guard let definition = Self.definition(in: tokens, at: index) else {
        settings.report(Self.form + Self.given(tokens[index...]), at: start)
        let rest = tokens[(index + 1)...]
        index = rest.firstIndex { Self.commands.contains($0.text) } ?? tokens.count
        continue
      }
      add(definition.name, definition.count, definition.body, at: start, &settings)
      index = tokens.indexAfterBlanks(from: definition.end)
    }
  }

  private static func given(_ tokens: ArraySlice<TeXToken>) -> String {
    let text = tokens.prefix(80).map(\.text).joined().split(whereSeparator: \.isNewline).first ?? ""
    return ", but `\(text)` is given"
  }

  private static let commands: Set<String> = [
    "\\newcommand", "\\renewcommand", "\\providecommand", "\\def", "\\gdef",
    "\\DeclareMathOperator",
  ]

  private struct Definition {
    var name: String
    var count: Int
    var body: String
    /// The index after it.
    var end: Int
  }

  private static func definition(in tokens: [TeXToken], at start: Int) -> Definition? {
    let command = tokens[start].text
    var index = tokens.indexAfterBlanks(from: start + 1)
    let isStarred = index < tokens.count && tokens[index].text == "*"
    if isStarred { index = tokens.indexAfterBlanks(from: index + 1) }
    guard let name = name(in: tokens, &index) else { return nil }
    let parametersStart = index
    while index < tokens.count, tokens[index].kind != .open { index += 1 }
    let parameters = tokens[parametersStart..<index]
    guard let body = tokens.group(from: index) else { return nil }
    let text = Array(tokens[body]).tex
    let end = body.upperBound + 1
    switch command {
    case "\\newcommand", "\\renewcommand", "\\providecommand":
      guard let count = parameterCount(parameters) else { return nil }
      return Definition(name: name, count: count, body: text, end: end)
    case "\\def", "\\gdef":
      let numbers = parameters.filter { !$0.isBlank }.map(\.kind)
      guard numbers == numbers.indices.map({ .parameter($0 + 1) }) else { return nil }
      return Definition(name: name, count: numbers.count, body: text, end: end)
    case "\\DeclareMathOperator":
      guard parameters.allSatisfy(\.isBlank) else { return nil }
      let operation = isStarred ? "\\operatorname*" : "\\operatorname"
      return Definition(name: name, count: 0, body: "\(operation){\(text)}", end: end)
    default: return nil
    }
  }

  /// `\name` or `{\name}`.
  private static func name(in tokens: [TeXToken], _ index: inout Int) -> String? {
    guard index < tokens.count else { return nil }
    if tokens[index].kind == .command {
      defer { index = tokens.indexAfterBlanks(from: index + 1) }
      return tokens[index].text
    }
    guard let group = tokens.group(from: index) else { return nil }
    let inside = tokens[group].filter { !$0.isBlank }
    guard inside.count == 1, inside[0].kind == .command else { return nil }
    index = tokens.indexAfterBlanks(from: group.upperBound + 1)
    return inside[0].text
  }

  // MARK: What is wrong with one

  private mutating func add(
    _ name: String, _ count: Int, _ body: String, at place: Place,
    _ settings: inout SettingsReader
  ) {
    let tokens = [TeXToken](tex: body)
    if let fault = Self.fault(in: tokens, parameters: count) {
      return settings.report("the macro `\(name)` \(fault)", at: place)
    }
    if macros.contains(where: { $0.name == name }) {
      return settings.report("the macro `\(name)` is defined twice", at: place)
    }
    guard macros.count < Self.maximumCount else { return }
    macros.append(
      FrontMatter.Macro(name: name, parameterCount: count, body: body, span: place.span))
  }

  private static func fault(in tokens: [TeXToken], parameters count: Int) -> String? {
    var depth = 0
    for token in tokens {
      switch token.kind {
      case .open: depth += 1
      case .close:
        depth -= 1
        if depth < 0 { return "closes a brace that it does not open" }
      case .parameter(let number) where number == 0 || number > count:
        let has = ["no arguments", "1 argument"].dropFirst(count).first ?? "\(count) arguments"
        return "has \(has), but uses `\(token.text)`"
      case .comment: return "holds a comment; write `\\%` for a percent sign"
      default: break
      }
    }
    return depth > 0 ? "opens a brace that it does not close" : nil
  }
}
