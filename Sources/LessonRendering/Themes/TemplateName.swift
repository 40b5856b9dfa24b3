/// The templates that every theme has, its own or the usual ones.
public enum TemplateName: String, CaseIterable, Sendable {
  case page, head, header, lesson, index, footer

  /// The usual text.
  public var standardText: String {
    let bytes =
      switch self {
      case .page: PackageResources.page_mustache
      case .head: PackageResources.head_mustache
      case .header: PackageResources.header_mustache
      case .lesson: PackageResources.lesson_mustache
      case .index: PackageResources.index_mustache
      case .footer: PackageResources.footer_mustache
      }
    return String(decoding: bytes, as: UTF8.self)
  }

  var meaning: String {
    switch self {
    case .page: "the whole document"
    case .head: "what stands in its head"
    case .header: "above the text: the name of the site"
    case .lesson: "the text of a lesson's page"
    case .index: "the text of the list of all lessons"
    case .footer: "below the text: the way to the lessons before and after"
    }
  }

  /// Those that pages begin with; the others come in by their names.
  static let entrances: [TemplateName] = [.page, .lesson, .index]
}
