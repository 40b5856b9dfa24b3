import LessonDocument
import SourceText

extension LessonMarkdown {
  /// What the page leaves out of the author's HTML goes from the Markdown too; addresses lead from the
  /// page's folder.
  var rawHTMLEdits: [Edit] {
    let parts = AddressParts(destination: destination, form: .md)
    return RawHTMLRemovals(evaluated.lesson.source).edits(
      for: evaluated.lesson.rawHTML(parts).changes)
  }
}

/// How pieces of HTML are taken out of Markdown.
struct RawHTMLRemovals {
  private let source: SourceFile

  init(_ source: SourceFile) { self.source = source }

  /// How often what is left may make new HTML, as `<b` and `r>` do around a tag that goes, before every
  /// `<` of such a line is written as text.
  private static let rounds = 4
  /// How often that is done: each time fewer are left, and a text that needs more was made to.
  private static let escapingRounds = 20

  /// Markdown from which pieces were taken, without such as came about by that.
  static func finished(_ markdown: String) -> String {
    var text = markdown
    for round in 0..<rounds + escapingRounds {
      let source = SourceFile(path: "", text: text)
      let changes = Lesson(parsing: source).rawHTML(PlainHTMLParts()).changes
      guard !changes.isEmpty else { break }
      let removals = RawHTMLRemovals(source)
      text = Edit.applied(
        round < rounds ? removals.edits(for: changes) : removals.escapes(for: changes), to: source)
    }
    return text
  }

  typealias Edit = LessonMarkdown.Edit

  /// In the order of the file; of pieces one within another the outer goes.
  func edits(for changes: [AuthoredTags.Change]) -> [Edit] {
    var edits: [Edit] = []
    var removed: Span?
    func finish() {
      if let removed { edits.append(wholeLine(of: removed) ?? Edit(span: removed, text: "")) }
      removed = nil
    }
    var end = 0
    for change in changes.sorted(by: { $0.span.start < $1.span.start })
    where change.span.start >= end {
      end = change.span.end
      if change.kind == .markup, let last = removed, isBlank(Span(last.end, change.span.start)) {
        removed = last.union(change.span)
        continue
      }
      finish()
      switch change.kind {
      case .address: edits.append(Edit(span: change.span, text: change.text))
      case .attribute: edits.append(edit(ofAttribute: change))
      case .markup: removed = change.span
      }
    }
    finish()
    return edits
  }

  /// An attribute goes with the space before it.
  private func edit(ofAttribute change: AuthoredTags.Change) -> Edit {
    guard change.text.isEmpty else { return Edit(span: change.span, text: change.text) }
    if let line = wholeLine(of: change.span) { return line }
    var span = change.span
    while span.start > 0, isBlank(Span(span.start - 1, span.start)) { span.start -= 1 }
    return Edit(span: span, text: "")
  }

  /// A line of which nothing is left goes as a whole: blank, it would end a paragraph or an HTML block.
  /// `nil` for another, and for one that begins a list item.
  private func wholeLine(of span: Span) -> Edit? {
    let utf8 = source.utf8
    let start = source.lineSpan(at: span.start).start
    var end = source.lineSpan(at: span.end).end
    guard utf8[start..<span.start].allSatisfy({ " \t>".utf8.contains($0) }),
      isBlank(Span(span.end, end))
    else { return nil }
    if end < utf8.count, utf8[end] == UInt8(ascii: "\r") { end += 1 }
    if end < utf8.count, utf8[end] == UInt8(ascii: "\n") { end += 1 }
    return Edit(span: Span(start, end), text: "")
  }

  /// Whether nothing but white space of one line stands in a span.
  private func isBlank(_ span: Span) -> Bool {
    source.utf8[span.start..<span.end].allSatisfy { " \t".utf8.contains($0) }
  }

  private func escapes(for changes: [AuthoredTags.Change]) -> [Edit] {
    var edits: [Edit] = []
    var end = 0
    for change in changes.sorted(by: { $0.span.start < $1.span.start }) {
      let start = max(source.lineSpan(at: change.span.start).start, end)
      end = max(source.lineSpan(at: change.span.end).end, start)
      for offset in start..<end where source.utf8[offset] == UInt8(ascii: "<") {
        edits.append(Edit(span: Span(offset, offset + 1), text: "&lt;"))
      }
    }
    return edits
  }
}

extension LessonMarkdown.Edit {
  /// A text with edits, which are in order and apart from each other.
  fileprivate static func applied(_ edits: [Self], to source: SourceFile) -> String {
    var result: [UInt8] = []
    var position = 0
    for edit in edits where edit.span.start >= position {
      result += source.utf8[position..<edit.span.start]
      result += edit.text.utf8
      position = edit.span.end
    }
    return String(decoding: result + source.utf8[position...], as: UTF8.self)
  }
}
