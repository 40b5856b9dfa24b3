import SourceText
import YAMLText

/// Reads front matter by our schema: YAML gives only texts and their places, never a type.
struct FrontMatterReader {
  var diagnostics: [Diagnostic] { problems + settings.diagnostics }

  private let source: SourceFile
  private let span: Span
  private var problems: [Diagnostic] = []
  private var settings = SettingsReader(of: .frontMatter)
  private var result = FrontMatter()

  init(source: SourceFile, text: FrontMatterText) {
    self.source = source
    span = text.yaml
  }

  mutating func read() -> FrontMatter {
    switch YAML.parse(source, in: span, as: .frontMatter) {
    case .failure(let problem): problems.append(problem)
    case .success(nil): break
    case .success(let yaml?):
      for (key, value) in settings.entries(of: yaml, FrontMatterKey.self) { read(key, value) }
    }
    // A text that means to have a title is a lesson, so that what is wrong with it is told.
    if result.title == nil { result.title = lineValue(of: "title") }
    return result
  }

  private mutating func read(_ key: FrontMatterKey, _ value: YAML) {
    let name = key.rawValue
    switch key {
    case .title: result.title = settings.text(value, of: name)
    case .description: result.description = settings.text(value, of: name)
    case .author: result.author = settings.text(value, of: name)
    case .date: result.date = settings.text(value, of: name)
    case .order:
      result.order = settings.value(value, of: name, expected: "a number") {
        Double($0).flatMap { $0.isFinite ? $0 : nil }
      }
    case .tags:
      result.tags = settings.items(of: value).compactMap { settings.text($0, of: name) }
    case .symbols: result.symbols = symbols(value)
    case .macros:
      var reader = MacroReader()
      reader.read(value, &settings)
      result.macros = reader.macros
    case .tolerance: result.tolerance = settings.tolerance(value, of: name)
    case .draft: result.isDraft = settings.flag(value, of: name) ?? false
    }
  }

  private mutating func symbols(_ yaml: YAML) -> [FrontMatter.Symbol] {
    guard case .mapping(let entries) = yaml.kind else {
      let message = "`symbols` is one line `name: tex` a symbol, such as `sigmoid: \\sigma`"
      settings.report(message, at: yaml.place)
      return []
    }
    return entries.compactMap { entry in
      guard let name = entry.key.text, let tex = settings.text(entry.value, of: "symbols") else {
        return nil
      }
      return FrontMatter.Symbol(name: name, tex: tex, span: entry.value.place.span)
    }
  }

  /// What stands after `key:` on the first line that begins so, whether the whole is YAML or not.
  private func lineValue(of key: String) -> String? {
    for line in source.utf8[span.start..<span.end].split(whereSeparator: \.isLineEnding) {
      guard line.starts(with: key.utf8),
        line.dropFirst(key.utf8.count).first == UInt8(ascii: ":")
      else { continue }
      var value = line.dropFirst(key.utf8.count + 1).drop(while: \.isSpaceOrTab)
      while value.last?.isSpaceOrTab == true { value.removeLast() }
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}

/// What front matter may say.
enum FrontMatterKey: String, CaseIterable {
  case title, description, author, date, order, tags, symbols, macros, tolerance, draft
}

extension YAMLSubject {
  /// A dozen lines in most lessons.
  static let frontMatter = YAMLSubject(
    name: "front matter", maximumSize: 1 << 16, syntax: .frontMatterSyntax,
    unknownKey: .unknownKey, value: .frontMatterValue)
}

extension SettingsReader {
  /// A tolerance of front matter or a configuration.
  public mutating func tolerance(_ yaml: YAML, of key: String) -> Tolerance? {
    value(yaml, of: key, expected: Tolerance.expectation) { Tolerance($0) }
  }
}
