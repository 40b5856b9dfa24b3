import CGumbo
import LessonDocument
import SourceText

/// A page's text as a tree of elements, so that what comes out is balanced whatever went in.
///
/// The text is the page's own HTML, which is written again as it is, with an author's tags in it, of
/// which only what is allowed is. Which is which tells the place: the parser says of each element where
/// its tag stood.
struct HTMLTree {
  /// The text to parse.
  private(set) var text: [UInt8] = []
  /// The author's tags, by where they begin in the text.
  private var authored: [Int: Tag] = [:]
  /// What stands for itself, by where its placeholder begins.
  private var leaves: [Int: String] = [:]

  /// A tag of the author's in the text.
  struct Tag {
    let piece: AuthoredHTML.Piece
    /// Where it begins in the text.
    let start: Int

    /// The place in the file of a span of the text.
    func place(of span: Span) -> Place {
      let shift = piece.span.start - start
      return piece.source.place(of: Span(span.start + shift, span.end + shift))
    }

    var place: Place { piece.source.place(of: piece.span) }
  }

  // MARK: Text

  mutating func append(_ html: some Sequence<UInt8>) { text += html }

  mutating func append(_ piece: AuthoredHTML.Piece) {
    let bytes = piece.source.utf8[piece.span.start..<piece.span.end]
    if piece.tag != nil {
      authored[text.count] = Tag(piece: piece, start: text.count)
      text += bytes
      return
    }
    for byte in bytes {
      if byte == UInt8(ascii: "<") { text += "&lt;".utf8 } else { text.append(byte) }
    }
  }

  /// Something of the page's own that is not to be parsed.
  mutating func append(leaf: String, isBlock: Bool) {
    leaves[text.count] = leaf
    text += (isBlock ? "<hr>" : "<wbr>").utf8
  }

  // MARK: Tree

  /// The page's HTML, made from the tree; `tags` writes the author's start tags.
  func html(_ tags: inout AuthoredTags) -> String {
    var options = kGumboDefaultOptions
    options.max_errors = 0
    options.fragment_context = GUMBO_TAG_DIV
    return text.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        let output = gumbo_parse_with_options(&options, base, bytes.count)
      else { return "" }
      defer { gumbo_destroy_output(&options, output) }
      var writer = TreeWriter(tree: self, base: base, tags: tags)
      defer { tags = writer.tags }
      writer.writeChildren(of: output.pointee.root.pointee.v.element)
      return String(decoding: writer.html, as: UTF8.self)
    }
  }

  /// Writes the parsed tree. It is as deep as the text nests, which the reader and `AuthoredHTML` bound.
  private struct TreeWriter {
    let tree: HTMLTree
    let base: UnsafePointer<CChar>
    var tags: AuthoredTags
    var html: [UInt8] = []

    mutating func writeChildren(of element: GumboElement) {
      for index in 0..<Int(element.children.length) {
        guard let child = element.children.data[index] else { continue }
        write(child.assumingMemoryBound(to: GumboNode.self))
      }
    }

    private mutating func write(_ node: UnsafeMutablePointer<GumboNode>) {
      switch node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE: write(node.pointee)
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        html += HTMLEscaping.escaped(String(cString: node.pointee.v.text.text)).utf8
      default: break
      }
    }

    private mutating func write(_ node: GumboNode) {
      let element = node.v.element
      let original = element.original_tag
      let offset = original.data.map { $0 - base }
      let name =
        offset.map { tagName(at: $0 + 1) } ?? String(cString: gumbo_normalized_tagname(element.tag))
      if let offset, let leaf = tree.leaves[offset] {
        html += leaf.utf8
        return
      }
      if let offset, let authored = tree.authored[offset] {
        html += tags.html(of: ParsedElement(element, name, base), authored).utf8
      } else if let offset {
        html += tree.text[offset..<offset + original.length]
      } else {
        // A paragraph from `</p>` alone holds nothing; rows get their group.
        if node.parse_flags.rawValue & GUMBO_INSERTION_CONVERTED_FROM_END_TAG.rawValue != 0 {
          return
        }
        html += "<\(name)>".utf8
      }
      if ElementPolicy.void.contains(name) { return }
      if name == "pre", startsWithNewline(element) { html.append(UInt8(ascii: "\n")) }
      writeChildren(of: element)
      html += "</\(name)>".utf8
    }

    /// As the tag has it: the parser knows the names of some elements only.
    private func tagName(at start: Int) -> String {
      let bytes = tree.text[start...].prefix {
        $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">")
      }
      return String(decoding: bytes, as: UTF8.self).lowercased()
    }

    /// Parsers leave out a line ending right after `<pre>`.
    private func startsWithNewline(_ element: GumboElement) -> Bool {
      guard element.children.length > 0, let first = element.children.data[0] else { return false }
      let node = first.assumingMemoryBound(to: GumboNode.self).pointee
      guard node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE else { return false }
      return node.v.text.text[0] == CChar(bitPattern: UInt8(ascii: "\n"))
    }
  }
}

/// An element as the parser read it.
struct ParsedElement {
  /// An attribute with its value, entities resolved.
  struct Attribute {
    let name: String
    let value: String
    /// From its name to the end of its value, in the parsed text.
    let span: Span
    /// With its quotation marks; `nil` where there is none.
    let valueSpan: Span?
  }

  let name: String
  let attributes: [Attribute]

  fileprivate init(_ element: GumboElement, _ name: String, _ base: UnsafePointer<CChar>) {
    self.name = name
    var attributes: [Attribute] = []
    for index in 0..<Int(element.attributes.length) {
      guard let pointer = element.attributes.data[index] else { continue }
      let attribute = pointer.assumingMemoryBound(to: GumboAttribute.self).pointee
      guard let original = attribute.original_name.data else { continue }
      let start = original - base
      var span = Span(start, start + Int(attribute.original_name.length))
      var valueSpan: Span?
      if let value = attribute.original_value.data, attribute.original_value.length > 0 {
        valueSpan = Span(value - base, value - base + Int(attribute.original_value.length))
        span.end = valueSpan?.end ?? span.end
      }
      attributes.append(
        Attribute(
          name: String(cString: attribute.name), value: String(cString: attribute.value),
          span: span, valueSpan: valueSpan))
    }
    self.attributes = attributes
  }
}
