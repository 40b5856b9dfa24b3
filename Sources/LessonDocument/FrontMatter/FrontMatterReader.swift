import SourceText
import Yams

/// Reads front matter by our schema: YAML gives only texts and their places, never a type.
struct FrontMatterReader {
  private(set) var diagnostics: [Diagnostic] = []
  private let yaml: YAMLText
  private var result = FrontMatter()

  init(source: SourceFile, text: FrontMatterText) {
    yaml = YAMLText(source: source, span: text.yaml)
  }

  mutating func read() -> FrontMatter {
    switch yaml.compose() {
    case .failure(let problem): diagnostics.append(problem)
    case .success(nil): break
    case .success(.mapping(let mapping)?): read(mapping)
    case .success(let node?): report(.frontMatterSyntax, "front matter is lines `key: value`", node)
    }
    // A text that means to have a title is a lesson, so that what is wrong with it is told.
    if result.title == nil { result.title = yaml.lineValue(of: "title") }
    return result
  }

  private mutating func read(_ mapping: Node.Mapping) {
    for (key, value) in mapping {
      guard case .scalar(let name) = key else {
        report(.frontMatterSyntax, "a key is a plain word", key)
        continue
      }
      guard let known = FrontMatterKey(rawValue: name.string) else {
        reportUnknown(name.string, key)
        continue
      }
      read(known, value)
    }
  }

  private mutating func read(_ key: FrontMatterKey, _ node: Node) {
    switch key {
    case .title: result.title = text(key, node)
    case .description: result.description = text(key, node)
    case .author: result.author = text(key, node)
    case .date: result.date = text(key, node)
    case .order:
      result.order = scalar(key, node, expected: "a number") {
        Double($0).flatMap { $0.isFinite ? $0 : nil }
      }
    case .tags: result.tags = tags(node)
    case .symbols: result.symbols = symbols(node)
    case .tolerance:
      result.tolerance = scalar(key, node, expected: Tolerance.expectation) { Tolerance($0) }
    case .draft:
      let flags = ["true": true, "false": false]
      result.isDraft = scalar(key, node, expected: "`true` or `false`") { flags[$0] } ?? false
    }
  }

  // MARK: Values

  private mutating func text(_ key: FrontMatterKey, _ node: Node) -> String? {
    scalar(key, node, expected: "a text") { $0.isEmpty ? nil : $0 }
  }

  private mutating func scalar<Value>(
    _ key: FrontMatterKey, _ node: Node, expected: String, _ read: (String) -> Value?
  ) -> Value? {
    guard case .scalar(let scalar) = node else {
      report(.frontMatterValue, "`\(key.rawValue)` is \(expected), not a list or mapping", node)
      return nil
    }
    if let value = read(scalar.string) { return value }
    let given = scalar.string.isEmpty ? "nothing is given" : "`\(scalar.string)` is given"
    report(.frontMatterValue, "`\(key.rawValue)` is \(expected), but \(given)", node)
    return nil
  }

  /// A list of texts, or one text.
  private mutating func tags(_ node: Node) -> [String] {
    guard case .sequence(let sequence) = node else {
      return text(.tags, node).map { [$0] } ?? []
    }
    return sequence.compactMap { text(.tags, $0) }
  }

  private mutating func symbols(_ node: Node) -> [FrontMatter.Symbol] {
    guard case .mapping(let mapping) = node else {
      let message = "`symbols` is one line `name: tex` a symbol, such as `sigmoid: \\sigma`"
      report(.frontMatterValue, message, node)
      return []
    }
    var symbols: [FrontMatter.Symbol] = []
    for (key, value) in mapping {
      guard case .scalar(let name) = key, let tex = text(.symbols, value) else { continue }
      symbols.append(.init(name: name.string, tex: tex))
    }
    return symbols
  }

  // MARK: Problems

  private mutating func report(_ rule: Rule, _ message: String, _ node: Node) {
    diagnostics.append(Diagnostic(rule, message, at: yaml.place(of: node)))
  }

  private mutating func reportUnknown(_ name: String, _ key: Node) {
    let names = FrontMatterKey.allCases.map(\.rawValue)
    let nearest = nearestName(to: name, in: names)
    let place = yaml.place(of: key)
    diagnostics.append(
      Diagnostic(
        .unknownKey, "front matter has no key `\(name)`", at: place,
        help: nearest.map { "write `\($0)`" } ?? "the keys are " + names.joined(separator: ", "),
        fix: nearest.map { .init(at: place, with: $0) }))
  }
}

/// What front matter may say.
enum FrontMatterKey: String, CaseIterable {
  case title, description, author, date, order, tags, symbols, tolerance, draft
}
