import Mustache

/// The templates that pages are made from.
///
///     page.mustache                the whole document
///     ├─ head.mustache             what stands in its head
///     ├─ header.mustache           above the text: the name of the site
///     ├─ {{{main}}}                lesson.mustache or index.mustache
///     └─ footer.mustache           below the text: the way to the neighbours
public struct Theme: Sendable {
  /// The usual one.
  public static let standard = Theme(templates: standardTemplates)

  private let library: MustacheLibrary

  private static let standardTemplates: [(name: String, text: [UInt8])] = [
    ("page", PackageResources.page_mustache),
    ("head", PackageResources.head_mustache),
    ("header", PackageResources.header_mustache),
    ("lesson", PackageResources.lesson_mustache),
    ("index", PackageResources.index_mustache),
    ("footer", PackageResources.footer_mustache),
  ]

  private init(templates: [(name: String, text: [UInt8])]) {
    var library = MustacheLibrary()
    for (name, text) in templates {
      let text = Self.pragma + String(decoding: text, as: UTF8.self)
      // What does not parse was reported when the theme was read, and its pages are not made.
      try? library.register(text, named: name)
    }
    self.library = library
  }

  /// Every value is HTML when a template gets it: two braces and three mean the same.
  private static let pragma = "{{% CONTENT_TYPE: TEXT }}\n"

  func render(_ template: String, _ scope: PageScope) -> String {
    library.render(scope, withTemplate: template) ?? ""
  }
}
