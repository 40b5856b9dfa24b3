/// A picture drawn: an SVG document, and where that would be too small on a phone a second one.
public struct PictureDrawing: Hashable, Sendable {
  public let wide: SVGNode
  /// Shown in place of the other one by the style sheet of a page that is narrow.
  public let narrow: SVGNode?

  /// A drawing for pages of any width, or two.
  public init(_ wide: SVGNode, narrow: SVGNode? = nil) {
    self.wide = wide
    self.narrow = narrow
  }

  public var forms: [SVGNode] { [wide, narrow].compactMap(\.self) }
}
