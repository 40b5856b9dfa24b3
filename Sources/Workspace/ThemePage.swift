import LessonRendering

/// What `neuronbook explain` prints of themes.
public enum ThemePage {
  /// What a theme can override, and the values of its templates.
  public static var text: String { ThemeGuide.text }

  /// The names of the usual templates.
  public static var templates: [String] { TemplateName.allCases.map(\.rawValue) }

  /// The usual template of a name.
  public static func template(_ name: String) -> String? {
    TemplateName(rawValue: name)?.standardText
  }
}
