import LessonDocument
import SourceText

/// Start tags of an author's, as a page has them, and what was found while they were made.
struct AuthoredTags {
  /// What takes the place of a span of the file in Markdown made from it.
  struct Change: Hashable {
    enum Kind {
      /// A tag with what it holds, an attribute, or an attribute's value.
      case markup, attribute, address
    }

    var kind: Kind
    var span: Span
    var text: String
  }

  private(set) var diagnostics: [Diagnostic] = []
  private(set) var references: [Reference] = []
  private(set) var changes: [Change] = []
  /// Where a link leads, and where an image lies, on the page.
  let link: (String) -> String
  let image: (String) -> String

  init(link: @escaping (String) -> String, image: @escaping (String) -> String) {
    self.link = link
    self.image = image
  }

  /// The tag with what may stay of it. An element that the parser cloned is reported once.
  mutating func html(of element: ParsedElement, _ tag: HTMLTree.Tag) -> String {
    var html = "<" + element.name
    var relations: [String] = []
    var opensWindow = false
    for attribute in element.attributes {
      guard let value = value(of: attribute, element, tag) else { continue }
      switch attribute.name {
      case "rel": relations = value.split(separator: " ").map(String.init)
      case "target":
        opensWindow = true
        html += " target=\"\(value)\""
      default: html += " \(attribute.name)=\"\(value)\""
      }
    }
    if opensWindow, !relations.contains("noopener") { relations.append("noopener") }
    if !relations.isEmpty {
      html += " rel=\"\(relations.joined(separator: " "))\""
    }
    noteReferences(element, tag)
    return html + (ElementPolicy.void.contains(element.name) ? " />" : ">")
  }

  /// The value to write, escaped; `nil` when the attribute goes.
  private mutating func value(
    of attribute: ParsedElement.Attribute, _ element: ParsedElement, _ tag: HTMLTree.Tag
  ) -> String? {
    switch AttributePolicy.verdict(
      on: attribute.name, of: element.name, value: attribute.value)
    {
    case .goes:
      remove(attribute, element, tag)
      return nil
    case .changes(let value): return HTMLEscaping.escaped(value)
    case .isAddress(let kind): return address(attribute, kind, element, tag)
    case .stays:
      guard attribute.name == "style" else { return HTMLEscaping.escaped(attribute.value) }
      return style(attribute, element, tag)
    }
  }

  private mutating func address(
    _ attribute: ParsedElement.Attribute, _ kind: AttributePolicy.Address,
    _ element: ParsedElement, _ tag: HTMLTree.Tag
  ) -> String? {
    let isAllowed =
      kind == .link
      ? AddressPolicy.allowsLink(to: attribute.value)
      : AddressPolicy.allowsImage(at: attribute.value)
    guard isAllowed else {
      let scheme = AddressPolicy.scheme(of: attribute.value) ?? ""
      remove(attribute, element, tag, because: " with an address of `\(scheme):`")
      return nil
    }
    let address = kind == .link ? link(attribute.value) : image(attribute.value)
    if address != attribute.value, let span = attribute.valueSpan {
      let text = "\"\(HTMLEscaping.escapedURL(address))\""
      add(Change(kind: .address, span: tag.place(of: span).span, text: text))
    }
    return HTMLEscaping.escapedURL(address)
  }

  private mutating func style(
    _ attribute: ParsedElement.Attribute, _ element: ParsedElement, _ tag: HTMLTree.Tag
  ) -> String? {
    let (kept, removed) = StylePolicy.sorted(attribute.value)
    if removed.isEmpty { return HTMLEscaping.escaped(attribute.value) }
    let value = HTMLEscaping.escaped(kept.joined(separator: "; "))
    let declarations = removed.map { "`\($0)`" }.joined(separator: ", ")
    let place = tag.place(of: attribute.span)
    add(
      Diagnostic(
        .htmlRemoved, "\(declarations) is left out of the style of `<\(element.name)>`", at: place))
    guard !kept.isEmpty else {
      add(Change(kind: .attribute, span: place.span, text: ""))
      return nil
    }
    add(Change(kind: .attribute, span: place.span, text: "style=\"\(value)\""))
    return value
  }

  private mutating func remove(
    _ attribute: ParsedElement.Attribute, _ element: ParsedElement, _ tag: HTMLTree.Tag,
    because reason: String = ""
  ) {
    let place = tag.place(of: attribute.span)
    add(
      Diagnostic(
        .htmlRemoved, "`\(attribute.name)`\(reason) is left out of `<\(element.name)>`", at: place))
    add(Change(kind: .attribute, span: place.span, text: ""))
  }

  // MARK: Each once

  private var known: Set<Change> = []
  private var reported: Set<Diagnostic> = []

  private mutating func add(_ change: Change) {
    if known.insert(change).inserted { changes.append(change) }
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  // MARK: References

  private mutating func noteReferences(_ element: ParsedElement, _ tag: HTMLTree.Tag) {
    let span = tag.place.span
    func value(_ name: String) -> String? { element.attributes.first { $0.name == name }?.value }
    if element.name == "a", let address = value("href"), AddressPolicy.allowsLink(to: address) {
      references.append(Reference(.link, address, span))
    }
    if element.name == "img" {
      let address = value("src") ?? ""
      if AddressPolicy.allowsImage(at: address) {
        references.append(Reference(.image, address, span, alternative: value("alt")))
      }
    }
    for name in element.name == "a" ? ["id", "name"] : ["id"] {
      if let anchor = value(name), !anchor.isEmpty {
        references.append(Reference(.anchor, anchor, span))
      }
    }
  }
}
