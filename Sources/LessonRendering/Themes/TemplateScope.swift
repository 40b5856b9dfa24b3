import Mustache

/// What a template can be given under a name.
enum TemplateValue {
  /// Somebody's text, which is escaped before a template sees it.
  case text(String)
  /// HTML that this module has made; a template sees it without its last line ending.
  case html(String)
  case flag(Bool)
  case list([any TemplateScope])
  case group((any TemplateScope)?)

  /// A text that may not be there.
  static func text(_ text: String?) -> TemplateValue { .text(text ?? "") }

  /// As Mustache takes it. Whatever is no number of values comes as HTML, so that braces can let nothing
  /// through that is not.
  var rendered: Any {
    switch self {
    case .text(let text): RenderedValue(html: HTMLEscaping.escapedQuoting(text))
    case .html(let html): RenderedValue(html: html.hasSuffix("\n") ? String(html.dropLast()) : html)
    case .flag(let flag): flag
    case .list(let scopes): scopes
    case .group(let scope?): scope
    case .group(nil): RenderedValue(html: "")
    }
  }
}

/// The kinds of values, so that a template can be checked before there is a page.
enum TemplateValueKind {
  case text, html, flag
  case list(any TemplateKey.Type)
  case group(any TemplateKey.Type)
}

/// The names that a scope knows.
protocol TemplateKey: RawRepresentable<String>, CaseIterable, Sendable {
  var kind: TemplateValueKind { get }
  /// What it is, in a few words for who writes a template.
  var meaning: String { get }
}

/// Named values, each made only when a template asks for it.
protocol TemplateScope: MustacheParent {
  associatedtype Key: TemplateKey
  func value(of key: Key) -> TemplateValue
}

extension TemplateScope {
  func child(named name: String) -> Any? { Key(rawValue: name).map { value(of: $0).rendered } }
}

/// HTML; where it is empty, sections of it are left out, and no outer value of the name takes its place.
private struct RenderedValue: MustacheCustomRenderable, MustacheParent {
  let html: String

  var renderText: String { html }
  var isNull: Bool { html.isEmpty }
  func child(named: String) -> Any? { nil }
}
