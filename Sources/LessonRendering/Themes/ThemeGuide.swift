/// What `neuronbook explain --theme` prints: all that a theme can build on.
public enum ThemeGuide {
  /// For a terminal; ends with a line ending.
  public static var text: String {
    """
    A theme is a folder that `theme:` in neuronbook.yml names. Each of its files may be left out.

    Templates, in Mustache; `neuronbook explain --template NAME` prints the usual one:

    \(table(TemplateName.allCases.map { ($0.rawValue + Theme.templateEnding, $0.meaning) }))
    Any other template is taken in by {{> its-name}}.

    Other files, which stand in \(Theme.folder) beside the pages:

    \(table([
      ("style.css", "takes the place of the usual style sheet"),
      ("extra.css", "is added after it"),
      ("anything else", "fonts and pictures, named in the sheets by their way from there"),
    ]))
    Values, in every template. Texts are escaped, for content and quoted attributes; HTML is ready:

    \(table(rows(of: PageKey.self)))
    Values inside {{#previous}}, {{#next}} and {{#lessons}}:

    \(table(rows(of: EntryKey.self)))
    """
  }

  private static func rows<Key: TemplateKey>(of keys: Key.Type) -> [(String, String)] {
    keys.allCases.map { ($0.rawValue, "\($0.kind.name): \($0.meaning)") }
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, meaning in
      "  \(name)\(String(repeating: " ", count: width - name.count + 2))\(meaning)\n"
    }.joined()
  }
}

extension TemplateValueKind {
  /// In a word.
  fileprivate var name: String {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .flag: "yes or no"
    case .list: "list"
    case .group: "lesson"
    }
  }
}
