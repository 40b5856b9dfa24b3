/// A piece of an SVG document as a value. Whoever writes it down escapes it.
public indirect enum SVGNode: Hashable, Sendable {
  case element(String, [Attribute], [SVGNode])
  case text(String)

  /// A name with its value.
  public struct Attribute: Hashable, Sendable {
    public var name: String
    public var value: String

    /// An attribute.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// An element with attributes in the order in which they are written.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [SVGNode] = []
  ) -> SVGNode {
    .element(
      name, attributes.compactMap { key, value in value.map { Attribute(key, $0) } }, children)
  }

  /// What a pointer that rests on the parent is told.
  static func title(_ text: String) -> SVGNode { .element("title", [:], [.text(text)]) }
}
