import LessonDocument
import SourceText

/// What was found in the HTML of a lesson while it was written.
public struct RawHTMLFindings: Sendable {
  /// What was left out, and what had no partner.
  public var diagnostics: [Diagnostic] = []
  /// Links, images and anchors.
  public var references: [Reference] = []
  /// What Markdown made from the lesson has in the place of spans of the file: nothing of what was left
  /// out, other addresses.
  var changes: [AuthoredTags.Change] = []
}

extension HTMLWriter {
  /// A piece of HTML: as it is where one trusts it, else marks of what may stay of it.
  mutating func writeRaw(_ raw: SourceFragment) {
    html += allowsRawHTML ? raw.text : authored.write(raw, linkDepth: linkDepth)
  }

  /// Something that the page's parts made, which is not to be parsed again. A line ending stays.
  mutating func writeLeaf(_ leaf: String, isBlock: Bool = false) {
    guard !leaf.isEmpty else { return }
    let endsLine = leaf.hasSuffix("\n")
    leaves.append(Leaf(html: endsLine ? String(leaf.dropLast()) : leaf, isBlock: isBlock))
    html += "<\(Leaf.markName)\(leaves.count - 1)>" + (endsLine ? "\n" : "")
  }

  /// Writes what is one container to an author's HTML: what it leaves open is closed after it.
  mutating func contained(_ body: (inout Self) -> Void) {
    authored.enter()
    body(&self)
    html += authored.leave()
  }

  /// What was written since the last call, whole and balanced.
  public mutating func take() -> String {
    html += authored.end()
    defer { html = "" }
    var parts = parts
    var tags = AuthoredTags(link: { parts.link($0) }, image: { parts.image($0) })
    let text = assembled(with: &tags)
    self.parts = parts
    findings.diagnostics += authored.takeDiagnostics() + tags.diagnostics
    findings.references += tags.references
    findings.changes += authored.takeRemoved() + tags.changes
    return text
  }

  private func assembled(with tags: inout AuthoredTags) -> String {
    let bytes = Array(html.utf8)
    var tree = HTMLTree()
    var plain: [UInt8] = []
    var isAuthored = false
    var position = 0
    for mark in PageMarks(bytes) {
      let text = bytes[position..<mark.span.start]
      tree.append(text)
      plain += text
      switch mark.kind {
      case .authored:
        isAuthored = true
        tree.append(authored.pieces[mark.index])
      case .leaf:
        tree.append(leaf: leaves[mark.index].html, isBlock: leaves[mark.index].isBlock)
        plain += leaves[mark.index].html.utf8
      }
      position = mark.span.end
    }
    guard isAuthored else { return String(decoding: plain + bytes[position...], as: UTF8.self) }
    tree.append(bytes[position...])
    return tree.html(&tags)
  }
}

/// Something of a page that stands for itself.
struct Leaf {
  let html: String
  let isBlock: Bool

  static let markName = "leaf-"
}

/// The marks in a page's text. Tags of these names are written by nothing else: text is escaped.
private struct PageMarks: Sequence, IteratorProtocol {
  enum Kind {
    case authored, leaf
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> (kind: Kind, index: Int, span: Span)? {
    while let open = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = open + 1
      let names: [(Kind, String)] = [
        (.authored, AuthoredHTML.markName), (.leaf, Leaf.markName),
      ]
      for (kind, name) in names where bytes[offset...].starts(with: name.utf8) {
        let digits = bytes[(offset + name.utf8.count)...].prefix { $0 != UInt8(ascii: ">") }
        guard let index = Int(String(decoding: digits, as: UTF8.self)) else { continue }
        offset = digits.endIndex + 1
        return (kind, index, Span(open, offset))
      }
    }
    return nil
  }
}
