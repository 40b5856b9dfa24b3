import SourceText

extension Lesson {
  /// An address in an attribute of raw HTML.
  public struct HTMLAddress: Hashable, Sendable {
    public var span: Span
    public var text: String
    /// Whether it is that of a picture, and not where a link leads.
    public var isImage: Bool
  }

  /// The addresses in raw HTML, `src="…"` and `href="…"`, in the order of the text.
  ///
  /// Only values in quotation marks, without entities, on one line: those can be written anew.
  public var htmlAddresses: [HTMLAddress] {
    let blocks = self.blocks.withDescendants.compactMap(\.html)
    let inlines = self.blocks.allInlines.compactMap(\.html)
    return (blocks + inlines).flatMap { HTMLAttributes(in: $0).addresses }
      .sorted { $0.span.start < $1.span.start }
  }
}

extension Block {
  fileprivate var html: SourceFragment? {
    if case .html(let html) = kind { html } else { nil }
  }
}

extension Inline {
  fileprivate var html: SourceFragment? {
    if case .html(let html) = self { html } else { nil }
  }
}

/// Reads the tags of a stretch of HTML, one byte after the other.
private struct HTMLAttributes {
  private(set) var addresses: [Lesson.HTMLAddress] = []
  private let fragment: SourceFragment
  private var index = 0

  private var bytes: [UInt8] { fragment.utf8 }

  init(in fragment: SourceFragment) {
    self.fragment = fragment
    // A comment, instruction or declaration shows nothing.
    if fragment.utf8.starts(with: "<!".utf8) || fragment.utf8.starts(with: "<?".utf8) { return }
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      let name = word()
      if !name.isEmpty { readAttributes(of: name) }
    }
  }

  private mutating func readAttributes(of element: String) {
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let name = word()
      if name.isEmpty {
        index += 1
        continue
      }
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      skipSpace()
      guard let value = quoted() else { continue }
      add(value, of: name, in: element)
    }
  }

  private mutating func add(_ value: Span, of name: String, in element: String) {
    let isImage = element == "img" && name == "src"
    guard isImage || name == "href" || name == "src" else { return }
    let text = bytes[value.start..<value.end]
    guard !text.isEmpty, !text.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "&") }) else {
      return
    }
    let span = fragment.place(of: value).span
    guard fragment.file.utf8[span.start..<span.end].elementsEqual(text) else { return }
    addresses.append(
      .init(span: span, text: String(decoding: text, as: UTF8.self), isImage: isImage))
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, bytes[index] > 0x20, !"\"'<>/=".utf8.contains(bytes[index]) {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }

  /// The span between quotation marks.
  private mutating func quoted() -> Span? {
    guard index < bytes.count, "\"'".utf8.contains(bytes[index]),
      let close = bytes[(index + 1)...].firstIndex(of: bytes[index])
    else { return nil }
    defer { index = close + 1 }
    return Span(index + 1, close)
  }
}
