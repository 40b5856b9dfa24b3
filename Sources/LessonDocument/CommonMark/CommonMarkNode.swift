import CCmark

/// A node of libcmark's tree. Valid only inside the `withTree` that gave it.
struct CommonMarkNode {
  enum Kind {
    case document, quote, list, item, code, html, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong, link, image
    case unknown
  }

  /// libcmark takes no node as one without kind, text or children.
  private let pointer: OpaquePointer?

  private init(_ pointer: OpaquePointer?) { self.pointer = pointer }

  /// Parses `utf8` and calls `body` with the document.
  static func withTree<Result>(of utf8: [UInt8], _ body: (CommonMarkNode) -> Result) -> Result {
    let parsed = utf8.withUnsafeBytes { bytes in
      cmark_parse_document(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
    }
    defer { cmark_node_free(parsed) }
    return body(CommonMarkNode(parsed))
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .inlineCode
    case CMARK_NODE_HTML_INLINE: .inlineHTML
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .unknown
    }
  }

  var children: Children { Children(sibling: cmark_node_first_child(pointer)) }
  var literal: String { Self.string(cmark_node_get_literal(pointer)) }
  /// The info string of a fenced block, unescaped; empty for an indented one.
  var info: String { Self.string(cmark_node_get_fence_info(pointer)) }
  var destination: String { Self.string(cmark_node_get_url(pointer)) }
  var title: String { Self.string(cmark_node_get_title(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// The first number of an ordered list; `nil` for bullets.
  var listStart: Int? {
    guard cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST else { return nil }
    return Int(cmark_node_get_list_start(pointer))
  }

  /// 1-based. Right for every block.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  /// 1-based, in bytes. Right for every block.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  /// 1-based. Right for paragraphs, `#` headings and breaks; elsewhere libcmark 0.30 is often off.
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  private static func string(_ bytes: UnsafePointer<CChar>?) -> String {
    guard let bytes else { return "" }
    return String(cString: bytes)
  }

  /// The children of a node, first to last.
  struct Children: Sequence, IteratorProtocol {
    fileprivate var sibling: OpaquePointer?

    mutating func next() -> CommonMarkNode? {
      guard let current = sibling else { return nil }
      sibling = cmark_node_next(current)
      return CommonMarkNode(current)
    }
  }
}
