import LessonDocument
import SourceText

/// A Markdown cell made ready to stand in a lesson, where other text goes before and after it: nothing
/// that begins in it goes on behind it, and no fence of it is taken for a cell or an output.
struct ImportedMarkdown {
  private(set) var text: String
  private(set) var remarks: [Remark] = []
  /// Whether a line that is set in, or begins another item, would belong to the last block.
  private(set) var endsInList = false
  /// Whether the first block would go on with a list before it.
  private(set) var continuesList = false
  private(set) var shape = ""

  /// What a cell is read as: a lesson's text without what only a whole lesson has.
  private static let extensions = MarkdownExtensions.all.subtracting([.frontMatter, .cells])

  /// - Parameter isLesson: whether a block `neuron` in it is a lesson's cell.
  init(_ source: String, isLesson: Bool = false) {
    text = Self.withoutBlankEnds(source)
    if text.isEmpty { return }
    if !isLesson { renameFences() }
    close()
    let blocks = Self.lesson(text).blocks
    shape = BlockShape(blocks).text
    endsInList = blocks.last.map(Self.takesWhatFollows) ?? false
    continuesList = Self.continuesList(blocks.first, in: text)
  }

  private static func lesson(_ text: String) -> Lesson {
    Lesson(parsing: SourceFile(path: "", text: text), extensions: extensions)
  }

  /// Without blank lines before and after.
  private static func withoutBlankEnds(_ source: String) -> String {
    let lines = source.lines
    guard let first = lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }),
      let last = lines.lastIndex(where: { !$0.allSatisfy(\.isWhitespace) })
    else { return "" }
    return lines[first...last].joined(separator: "\n")
  }

  // MARK: Fences

  /// A block `neuron` would run, a block `output` be compared.
  private mutating func renameFences() {
    guard text.utf8.contains(UInt8(ascii: "`")) || text.utf8.contains(UInt8(ascii: "~")) else {
      return
    }
    var edits: [(span: Span, name: String)] = []
    for block in Self.lesson(text).blocks.withDescendants {
      guard case .code(let info, _) = block.kind,
        let name = Self.otherName(for: info.split(whereSeparator: \.isWhitespace).first ?? ""),
        let span = Self.infoWord(of: block, in: text)
      else { continue }
      edits.append((span, name))
    }
    for edit in edits.sorted(by: { $0.span.start > $1.span.start }) {
      var bytes = Array(text.utf8)
      let old = String(decoding: bytes[edit.span.start..<edit.span.end], as: UTF8.self)
      bytes.replaceSubrange(edit.span.start..<edit.span.end, with: edit.name.utf8)
      text = String(decoding: bytes, as: UTF8.self)
      remarks.append(
        Remark(
          .importedTextChanged,
          "a block of code named `\(old)` is named `\(edit.name)` now, since it is only shown"))
    }
  }

  private static func otherName(for word: Substring) -> String? {
    switch word.lowercased().filter({ !"{}.,".contains($0) }) {
    case "neuron": "python"
    case "output" where word == "output": "text"
    default: nil
    }
  }

  /// Where the name of a fenced block stands.
  private static func infoWord(of block: Block, in text: String) -> Span? {
    let bytes = Array(text.utf8)
    var start = block.span.start
    guard start < bytes.count else { return nil }
    let mark = bytes[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    while start < bytes.count, bytes[start] == mark { start += 1 }
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    var end = start
    while end < bytes.count, bytes[end] > 0x20 { end += 1 }
    return end > start ? Span(start, end) : nil
  }

  // MARK: What is left open

  /// Ends a block of code or HTML that the cell leaves open and that would take in what follows.
  private mutating func close() {
    if isClosed(text) { return }
    let lesson = Self.lesson(text)
    var closings = ["-->"] + Self.endTags(for: lesson) + ["?>", "]]>", ">"]
    for problem in lesson.diagnostics where problem.rule == .unclosedFence {
      guard case .text(let place) = problem.location else { continue }
      closings.insert(lesson.source.text(of: place.span), at: 0)
    }
    for closing in closings where isClosed(text + "\n" + closing) {
      text += "\n" + closing
      remarks.append(
        Remark(
          .importedTextChanged,
          "the text ended within a block of code or HTML; `\(excerpt(closing))` closes it"))
      return
    }
  }

  /// The end tags that end a block of HTML, first the one of the element that the last block opens: to
  /// CommonMark each ends any of them, to a browser only its own.
  private static func endTags(for lesson: Lesson) -> [String] {
    let names = ["script", "pre", "style", "textarea"]
    var opened: String?
    for block in lesson.blocks.withDescendants {
      guard case .html(let html) = block.kind, let tag = html.text.firstIndex(of: "<") else {
        continue
      }
      let name = html.text[tag...].dropFirst().prefix { $0.isLetter }.lowercased()
      if names.contains(name) { opened = name }
    }
    return ([opened].compactMap(\.self) + names).map { "</\($0)>" }
  }

  private func isClosed(_ text: String) -> Bool {
    let mark = "what follows"
    guard case .paragraph(let inlines) = Self.lesson(text + "\n\n" + mark).blocks.last?.kind else {
      return false
    }
    return inlines.plainText == mark
  }

  // MARK: Neighbours

  private static func takesWhatFollows(_ block: Block) -> Bool {
    switch block.kind {
    case .list, .footnote: true
    default: false
    }
  }

  private static func continuesList(_ block: Block?, in text: String) -> Bool {
    if case .list = block?.kind { return true }
    return text.first == " " || text.first == "\t"
  }
}
