import SourceText

/// Looks whether the templates of a theme can be filled: whether all they name is there, where it stands.
///
/// A template is checked where it is taken in, since there the values have their meaning.
struct TemplateCheck {
  private let own: [String: TemplateTags]
  private let standard: [String: TemplateTags]
  private var found: [Place: Diagnostic] = [:]
  private var used: Set<String> = []
  /// The templates that are being looked at, from the outermost inwards.
  private var trail: [String] = []
  private var inclusions = 0

  /// Templates taken in by others, before it is too many: each may double what the one before it has.
  private static let maximumInclusions = 1_000
  /// Sections within sections: Mustache's parser calls itself for each.
  private static let maximumDepth = 32

  /// What a name inside a section may mean.
  private enum Scope {
    case keys(any TemplateKey.Type)
    /// A text or HTML: `.` is what it holds.
    case leaf
    case nothing
  }

  /// What is wrong, in order.
  static func problems(
    own: [String: TemplateTags], standard: [String: TemplateTags]
  ) -> [Diagnostic] {
    var check = TemplateCheck(own: own, standard: standard)
    for entrance in TemplateName.entrances {
      check.visit(entrance.rawValue, [.keys(PageKey.self)])
    }
    let syntax = own.values.flatMap(\.problems)
    return (syntax + check.found.values + check.unused).sorted()
  }

  private init(own: [String: TemplateTags], standard: [String: TemplateTags]) {
    self.own = own
    self.standard = standard
  }

  private func tags(of name: String) -> TemplateTags? { own[name] ?? standard[name] }

  private var unused: [Diagnostic] {
    own.filter { !used.contains($0.key) && TemplateName(rawValue: $0.key) == nil }.map {
      let nearest = nearestName(to: $0.key, in: TemplateName.allCases.map(\.rawValue))
      return Diagnostic(
        .unknownTemplate, "no template takes in `\($0.key)`", file: $0.value.source.path,
        help: nearest.map { "call it `\($0).mustache`" })
    }
  }

  private mutating func visit(_ name: String, _ scopes: [Scope]) {
    used.insert(name)
    guard let template = tags(of: name), template.problems.isEmpty else { return }
    trail.append(name)
    defer { trail.removeLast() }
    var scopes = scopes
    var open: [TemplateTag] = []
    for tag in template.tags {
      switch tag.kind {
      case .value: check(value: tag, scopes, in: template)
      case .partial: visit(partial: tag, scopes, in: template)
      case .section, .inverted:
        guard open.count < Self.maximumDepth else {
          return report("sections are nested too deep", tag, in: template)
        }
        scopes.append(scope(inside: tag, open, scopes, in: template))
        open.append(tag)
      case .end:
        guard let last = open.popLast() else {
          return report("no section `\(tag.name)` is open", tag, in: template)
        }
        scopes.removeLast()
        if last.name != tag.name {
          return report(
            "`\(last.name)` is open, and is to be closed before `\(tag.name)`", tag, in: template,
            meant: last.name)
        }
      }
    }
    if let last = open.last {
      report("the section `\(last.name)` is not closed", last, in: template)
    }
  }

  private mutating func visit(
    partial tag: TemplateTag, _ scopes: [Scope], in template: TemplateTags
  ) {
    guard tags(of: tag.name) != nil else {
      return report(
        .unknownTemplate, "there is no template `\(tag.name)`", tag, in: template,
        among: TemplateName.allCases.map(\.rawValue) + own.keys.sorted())
    }
    if trail.contains(tag.name) {
      return report("`\(tag.name)` takes in itself", tag, in: template)
    }
    inclusions += 1
    guard inclusions <= Self.maximumInclusions else {
      return report("templates are taken in too often", tag, in: template)
    }
    visit(tag.name, scopes)
  }

  private mutating func check(value tag: TemplateTag, _ scopes: [Scope], in template: TemplateTags)
  {
    if tag.name == "." {
      if case .leaf? = scopes.last(where: { if case .nothing = $0 { false } else { true } }) {
        return
      }
      return report("`.` stands for the text of a section, and here is none", tag, in: template)
    }
    switch kind(of: tag, scopes, in: template) {
    case .flag:
      report(
        "`\(tag.name)` is true or false", tag, in: template,
        help: "write {{#\(tag.name)}} … {{/\(tag.name)}}")
    case .list, .group:
      report(
        "`\(tag.name)` has values of its own", tag, in: template,
        help: "write {{#\(tag.name)}} … {{/\(tag.name)}}")
    case .text, .html, nil: break
    }
  }

  /// What holds inside a section.
  private mutating func scope(
    inside tag: TemplateTag, _ open: [TemplateTag], _ scopes: [Scope], in template: TemplateTags
  ) -> Scope {
    let kind = kind(of: tag, scopes, in: template)
    if tag.kind == .inverted { return .nothing }
    switch kind {
    case .text, .html: return .leaf
    case .flag, nil: return .nothing
    case .group(let keys): return .keys(keys)
    case .list(let keys):
      if isRepeated(tag, scopes) {
        report("a list cannot stand in another section of lessons", tag, in: template)
      }
      return .keys(keys)
    }
  }

  /// Whether a list is one of those around a section of lessons, and not the section's own: all lessons
  /// for each of all lessons would be more than a page can hold.
  private func isRepeated(_ tag: TemplateTag, _ scopes: [Scope]) -> Bool {
    let keys = scopes.compactMap { if case .keys(let keys) = $0 { keys } else { nil } }
    return keys.last.map { $0.kind(of: tag.name) == nil } ?? false
  }

  /// Looks a name up, from the innermost section outwards; reports one that is unknown.
  private mutating func kind(
    of tag: TemplateTag, _ scopes: [Scope], in template: TemplateTags
  ) -> TemplateValueKind? {
    var parts = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)[
      ...]
    let first = parts.removeFirst()
    var known: [String] = []
    var kind: TemplateValueKind?
    for case .keys(let keys) in scopes.reversed() where kind == nil {
      kind = keys.kind(of: first)
      known += keys.names
    }
    while let part = parts.popFirst(), let outer = kind {
      guard case .group(let keys) = outer else {
        kind = nil
        known = []
        break
      }
      kind = keys.kind(of: part)
      known = keys.names.map { tag.name.dropLast(part.count) + $0 }
    }
    if kind == nil {
      report(
        .unknownTemplateValue, "a page has no value `\(tag.name)` here", tag, in: template,
        among: known)
    }
    return kind
  }

  // MARK: Reports

  private mutating func report(
    _ message: String, _ tag: TemplateTag, in template: TemplateTags, meant: String? = nil,
    help: String? = nil
  ) {
    let place = Place(template.source, tag.span)
    found[place] =
      found[place]
      ?? Diagnostic(
        .templateSyntax, message, at: place, help: help ?? meant.map { "write `\($0)`" })
  }

  private mutating func report(
    _ rule: Rule, _ message: String, _ tag: TemplateTag, in template: TemplateTags,
    among names: [String]
  ) {
    let place = Place(template.source, tag.span)
    let nearest = nearestName(to: tag.name, in: names)
    var problem = Diagnostic(
      rule, message, at: place,
      help: nearest.map { "write `\($0)`" } ?? "`neuronbook explain --theme` lists them")
    problem.fix = nearest.map { Diagnostic.Fix(at: place, with: $0) }
    found[place] = found[place] ?? problem
  }
}

extension TemplateKey {
  fileprivate static func kind(of name: String) -> TemplateValueKind? {
    Self(rawValue: name)?.kind
  }

  fileprivate static var names: [String] { allCases.map(\.rawValue) }
}
