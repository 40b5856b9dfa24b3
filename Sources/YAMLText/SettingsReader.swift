import SourceText

/// Reads settings by a schema, and keeps what is wrong with them: keys that the schema does not have,
/// each with the nearest one, and values of another kind.
///
///     enum Key: String, CaseIterable { case title, order }
///     for (key, value) in reader.entries(of: yaml, Key.self) {
///       switch key {
///       case .title: title = reader.text(value, of: "title")
///       case .order: order = reader.value(value, of: "order", expected: "a number") { Double($0) }
///       }
///     }
public struct SettingsReader {
  public private(set) var diagnostics: [Diagnostic] = []
  private let subject: YAMLSubject

  /// A reader of one text.
  public init(of subject: YAMLSubject) {
    self.subject = subject
  }

  /// The entries of a mapping whose keys the schema has. `group` is the key that the mapping is the
  /// value of; `nil` for the text as a whole.
  public mutating func entries<Key: RawRepresentable & CaseIterable>(
    of yaml: YAML, _ keys: Key.Type, in group: String? = nil
  ) -> [(key: Key, value: YAML)] where Key.RawValue == String {
    guard case .mapping(let entries) = yaml.kind else {
      let rule = group == nil ? subject.syntax : subject.value
      let message = "\(name(of: group)) is lines `key: value`"
      report(rule, message, yaml.place)
      return []
    }
    var known: [(Key, YAML)] = []
    for entry in entries {
      guard let name = entry.key.text else {
        report(subject.syntax, "a key is a plain word", entry.key.place)
        continue
      }
      if let key = Key(rawValue: name) {
        known.append((key, entry.value))
      } else {
        reportUnknown(name, at: entry.key.place, keys.allCases.map(\.rawValue), in: group)
      }
    }
    return known
  }

  /// A scalar that `read` takes; for any other, that it is not what was `expected`.
  public mutating func value<Value>(
    _ yaml: YAML, of key: String, expected: String, _ read: (String) -> Value?
  ) -> Value? {
    guard let text = yaml.text else {
      report("`\(key)` is \(expected), not a list or mapping", at: yaml.place)
      return nil
    }
    if let value = read(text) { return value }
    let given = text.isBlank ? "nothing is given" : "`\(text)` is given"
    report("`\(key)` is \(expected), but \(given)", at: yaml.place)
    return nil
  }

  /// A text that is not blank.
  public mutating func text(_ yaml: YAML, of key: String) -> String? {
    value(yaml, of: key, expected: "a text") { $0.isBlank ? nil : $0 }
  }

  /// `true` or `false`, spelled so.
  public mutating func flag(_ yaml: YAML, of key: String) -> Bool? {
    value(yaml, of: key, expected: "`true` or `false`") { ["true": true, "false": false][$0] }
  }

  /// One of the cases of `Choice`, by its name; of another, the nearest is told.
  public mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ yaml: YAML, of key: String, _ choices: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let names = choices.allCases.map(\.rawValue)
    let list = "one of " + names.joined(separator: ", ")
    guard let text = yaml.text, !text.isEmpty, Choice(rawValue: text) == nil else {
      return value(yaml, of: key, expected: list) { Choice(rawValue: $0) }
    }
    let message = "`\(key)` is \(list), but `\(text)` is given"
    report(subject.value, message, yaml.place, text, nearest: nearestName(to: text, in: names))
    return nil
  }

  /// The items of a list; anything else stands for a list of itself.
  public func items(of yaml: YAML) -> [YAML] {
    if case .sequence(let items) = yaml.kind { items } else { [yaml] }
  }

  /// Says that a value is not what its key has.
  public mutating func report(_ message: String, at place: Place) {
    report(subject.value, message, place)
  }

  /// Says the same of a value that may be another one misspelt.
  public mutating func report(
    _ message: String, at place: Place, _ word: String, nearest: String?
  ) {
    report(subject.value, message, place, word, nearest: nearest)
  }

  private mutating func reportUnknown(
    _ name: String, at place: Place, _ names: [String], in group: String?
  ) {
    report(
      subject.unknownKey, "\(self.name(of: group)) has no key `\(name)`", place, name,
      nearest: nearestName(to: name, in: names),
      otherwise: "the keys are " + names.joined(separator: ", "))
  }

  private func name(of group: String?) -> String { group.map { "`\($0)`" } ?? subject.name }

  private mutating func report(_ rule: Rule, _ message: String, _ place: Place) {
    diagnostics.append(Diagnostic(rule, message, at: place))
  }

  /// A problem with a word that may be another one misspelt. What is quoted has no fix: its place is
  /// not the word alone.
  private mutating func report(
    _ rule: Rule, _ message: String, _ place: Place, _ word: String, nearest: String?,
    otherwise help: String? = nil
  ) {
    var problem = Diagnostic(
      rule, message, at: place, help: nearest.map { "write `\($0)`" } ?? help)
    if let nearest, place.file.text(of: place.span) == word {
      problem.fix = Diagnostic.Fix(at: place, with: nearest)
    }
    diagnostics.append(problem)
  }
}

extension String {
  /// Whether nobody would see it.
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
