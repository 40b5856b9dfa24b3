import SourceText

/// A tag of a template.
struct TemplateTag {
  enum Kind {
    case value, section, inverted, end, partial
  }

  var kind: Kind
  var name: String
  /// Of the name in the file.
  var span: Span
}

/// The tags of a template, in order. What Mustache has besides values, sections, templates and comments
/// is not taken: it would only be another way to say the same.
struct TemplateTags {
  private(set) var tags: [TemplateTag] = []
  private(set) var problems: [Diagnostic] = []
  let source: SourceFile

  /// More than a page's frame ever needs; Mustache's parser takes time with the square of it.
  private static let maximumSize = 64 << 10

  init(_ source: SourceFile) {
    self.source = source
    guard source.utf8.count <= Self.maximumSize else {
      let message = "a template is at most \(Self.maximumSize >> 10) KiB"
      problems = [Diagnostic(.templateSyntax, message, file: source.path)]
      return
    }
    let bytes = source.utf8
    var offset = source.textStart
    while offset + 1 < bytes.count {
      if bytes[offset] == Self.opening, bytes[offset + 1] == Self.opening {
        offset = readTag(at: offset)
      } else {
        offset += 1
      }
    }
    // Mustache's parser looks for the second one.
    if bytes.last == Self.opening {
      report("a template cannot end with `{`", Span(bytes.count - 1, bytes.count))
    }
  }

  private static let opening = UInt8(ascii: "{")
  private static let closing = UInt8(ascii: "}")

  /// Reads the tag whose braces open at an offset; gives the offset after it.
  private mutating func readTag(at start: Int) -> Int {
    let bytes = source.utf8
    var offset = start + 2
    let sign = offset < bytes.count ? bytes[offset] : 0
    let isTriple = sign == Self.opening
    let braces = isTriple ? 3 : 2
    let isComment = sign == UInt8(ascii: "!")
    if let kind = Self.kind(sign) {
      if kind != .value || isTriple || sign == UInt8(ascii: "&") { offset += 1 }
      return readName(kind, from: offset, braces: braces, tag: start)
    }
    if isComment, let end = end(of: 2, from: offset, acrossLines: true) { return end + 2 }
    let end = end(of: 2, from: offset, acrossLines: false) ?? source.lineSpan(at: start).end
    report(
      isComment ? "this comment is not closed" : "tags of this kind are not read",
      Span(start, min(end + 2, bytes.count)),
      help:
        "a tag is {{value}}, {{#section}}, {{^section}}, {{/section}}, {{> template}} or {{! comment }}"
    )
    return max(end, start + 2)
  }

  private mutating func readName(
    _ kind: TemplateTag.Kind, from start: Int, braces: Int, tag: Int
  ) -> Int {
    let bytes = source.utf8
    guard let end = end(of: braces, from: start, acrossLines: false) else {
      report(
        "this tag is not closed on its line", Span(tag, source.lineSpan(at: tag).end),
        help: "it ends with \(String(repeating: "}", count: braces))")
      return max(source.lineSpan(at: tag).end, tag + 2)
    }
    var span = Span(start, end)
    while span.length > 0, bytes[span.start] == 0x20 { span.start += 1 }
    while span.length > 0, bytes[span.end - 1] == 0x20 { span.end -= 1 }
    let name = source.text(of: span)
    if name.isEmpty || !name.utf8.allSatisfy(Self.isNameByte) {
      report("`\(name)` is no name", span.length > 0 ? span : Span(tag, end + braces))
    } else {
      tags.append(TemplateTag(kind: kind, name: name, span: span))
    }
    return end + braces
  }

  /// Where so many closing braces stand next.
  private func end(of braces: Int, from start: Int, acrossLines: Bool) -> Int? {
    let bytes = source.utf8
    var offset = start
    while offset + braces <= bytes.count {
      if bytes[offset..<offset + braces].allSatisfy({ $0 == Self.closing }) { return offset }
      if !acrossLines, bytes[offset] == 0x0A || bytes[offset] == 0x0D { return nil }
      offset += 1
    }
    return nil
  }

  /// What the byte after the braces says; `nil` for what is no tag here.
  private static func kind(_ sign: UInt8) -> TemplateTag.Kind? {
    switch sign {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .end
    case UInt8(ascii: ">"): .partial
    case opening, UInt8(ascii: "&"), UInt8(ascii: " "): .value
    default: isNameByte(sign) ? .value : nil
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private mutating func report(_ message: String, _ span: Span, help: String? = nil) {
    problems.append(Diagnostic(.templateSyntax, message, at: Place(source, span), help: help))
  }
}
