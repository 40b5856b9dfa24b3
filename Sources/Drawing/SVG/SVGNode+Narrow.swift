extension SVGNode {
  /// About how many bytes it takes when it is written.
  var byteCount: Int {
    switch self {
    case .text(let text): text.utf8.count
    case .element(let name, let attributes, let children):
      attributes.reduce(2 * name.utf8.count + 5) {
        $0 + $1.name.utf8.count + $1.value.utf8.count + 4
      } + children.reduce(0) { $0 + $1.byteCount }
    }
  }

  /// With one more style in its `class`, which it has.
  func adding(style: String) -> SVGNode {
    guard case .element(let name, let attributes, let children) = self else { return self }
    return .element(
      name,
      attributes.map {
        $0.name == "class" ? Attribute("class", $0.value + " " + style) : $0
      }, children)
  }

  /// For a phone, where nothing rests on a point: without what would then be told, and without the title
  /// and the description, which it shares with the other form.
  var untold: SVGNode? {
    guard case .element(let name, let attributes, let children) = self else { return self }
    if name == "title" || name == "desc" { return nil }
    if attributes.contains(where: { $0.name == "class" && $0.value == "touch" }) { return nil }
    return .element(name, attributes, children.compactMap(\.untold))
  }
}
