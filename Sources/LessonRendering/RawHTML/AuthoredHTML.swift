import LessonDocument
import SourceText

/// The HTML that an author wrote, while a page is written around it.
///
/// It comes in pieces with Markdown between them. Each tag that may stay is one mark in the page until
/// the whole is parsed; this type sees to it that what is opened in a container of the text, such as a
/// paragraph or list item, is closed there, and says what it left out.
///
///     <b>bold *text*        «0»bold <em>text</em></b></p>        the page closes it
struct AuthoredHTML {
  /// A tag or text that stays, where it comes from.
  struct Piece {
    let source: SourceFragment
    let span: Span
    /// `nil` for text.
    let tag: String?
  }

  private struct OpenElement {
    let name: String
    let place: Place
  }

  /// The pieces by the numbers of their marks.
  private(set) var pieces: [Piece] = []
  private var diagnostics: [Diagnostic] = []
  /// What is left out, in the file.
  private var removed: [AuthoredTags.Change] = []
  /// The open elements of each container that is being written, innermost last.
  private var containers: [[OpenElement]] = [[]]
  private var depth = 0
  private var openLinks = 0
  private var tagCount = 0

  /// Elements within each other; a page shows no more than a few, and parsers recurse.
  private static let maximumDepth = 100
  /// Attributes of a tag; parsers compare each with all others.
  private static let maximumAttributes = 200
  /// Tags of a lesson. Each takes about a kilobyte while the page is parsed.
  private static let maximumTags = 50_000

  // MARK: Containers

  mutating func enter() { containers.append([]) }

  /// Ends a container; gives the end tags of what is still open in it.
  mutating func leave() -> String {
    let html = close(downTo: 0, at: nil)
    containers.removeLast()
    return html
  }

  /// Ends the document.
  mutating func end() -> String { close(downTo: 0, at: nil) }

  mutating func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }

  mutating func takeRemoved() -> [AuthoredTags.Change] {
    defer { removed = [] }
    return removed
  }

  /// A block begins: a paragraph of the author's cannot hold it.
  mutating func beginBlock() -> String {
    guard let index = top.lastIndex(where: { $0.name == "p" }) else { return "" }
    return close(downTo: index, at: nil)
  }

  /// A link of Markdown's begins: one of the author's cannot hold it.
  mutating func beginLink() -> String {
    guard let index = top.lastIndex(where: { $0.name == "a" }) else { return "" }
    return close(downTo: index, at: nil)
  }

  private var top: [OpenElement] { containers[containers.count - 1] }

  /// Closes the innermost elements of the container until `count` are left. Those that needed an end tag
  /// are reported, but one that `closer` is the end tag of.
  private mutating func close(downTo count: Int, at closer: Place?) -> String {
    var html = ""
    while let element = top.last, top.count > count {
      containers[containers.count - 1].removeLast()
      depth -= 1
      if element.name == "a" { openLinks -= 1 }
      html += "</\(element.name)>"
      let isClosed = closer != nil && top.count == count
      if !isClosed, !ElementPolicy.withOptionalEnd.contains(element.name) {
        diagnostics.append(
          Diagnostic(
            .htmlUnbalanced, "`<\(element.name)>` is not closed where it was opened",
            at: element.place, help: "write `</\(element.name)>` into the same part of the text"))
      }
    }
    return html
  }

  // MARK: Pieces

  /// The marks that stand for a piece of HTML in the page; `linkDepth` counts Markdown's links around it.
  mutating func write(_ source: SourceFragment, linkDepth: Int) -> String {
    var html = ""
    var tokens = RawHTMLTokens(source.utf8).tokens[...]
    if tokens.allSatisfy({ Self.showsNothing($0, source) }) { return "" }
    var missing: Set<String> = []
    // The page begins a line after a block itself.
    if let last = tokens.last, last.kind == .text, source.utf8.last == UInt8(ascii: "\n") {
      tokens[tokens.endIndex - 1].span.end -= 1
    }
    while let token = tokens.popFirst() {
      switch token.kind {
      case .comment: break
      case .text: html += mark(Piece(source: source, span: token.span, tag: nil))
      case .declaration: remove("this", token.span, source)
      case .unfinished: remove("HTML without an end", token.span, source)
      case .startTag:
        guard count(token, source) else { continue }
        switch ElementPolicy.verdict(on: token.name) {
        case .stays: html += open(token, source, linkDepth)
        case .goes:
          remove(
            "`<\(token.name)>`", token.span, source,
            help: "if it is meant to be read, write `\\<` in the place of `<`")
        case .goesWithContent, .goesWithText:
          let end = Self.removeContent(of: token, from: &tokens, &missing, source)
          remove("`<\(token.name)>`", Span(token.span.start, end), source)
        }
      case .endTag:
        guard count(token, source) else { continue }
        html += close(token, source)
      }
    }
    return html
  }

  private static func showsNothing(_ token: RawToken, _ source: SourceFragment) -> Bool {
    switch token.kind {
    case .comment: true
    case .text: source.utf8[token.span.start..<token.span.end].allSatisfy { $0 <= 0x20 }
    default: false
    }
  }

  private mutating func mark(_ piece: Piece) -> String {
    pieces.append(piece)
    return "<\(Self.markName)\(pieces.count - 1)>"
  }

  /// What marks begin with; nothing else that is written does.
  static let markName = "authored-"

  private mutating func count(_ token: RawToken, _ source: SourceFragment) -> Bool {
    tagCount += 1
    if tagCount <= Self.maximumTags { return true }
    if tagCount == Self.maximumTags + 1 {
      diagnostics.append(
        Diagnostic(
          .documentTooComplex, "the lesson has more than \(Self.maximumTags) HTML tags",
          at: source.place(of: token.span)))
    }
    return false
  }

  private mutating func remove(
    _ what: String, _ span: Span, _ source: SourceFragment, help: String? = nil,
    as kind: AuthoredTags.Change.Kind = .markup
  ) {
    let place = source.place(of: span)
    note(removed: place.span, as: kind)
    diagnostics.append(
      Diagnostic(.htmlRemoved, "\(what) is left out of the page", at: place, help: help))
  }

  private mutating func note(removed span: Span, as kind: AuthoredTags.Change.Kind = .markup) {
    removed.append(.init(kind: kind, span: span, text: ""))
  }

  /// Takes the tokens up to the end tag, if there is one; else, of what holds nothing but text, all.
  private static func removeContent(
    of start: RawToken, from tokens: inout ArraySlice<RawToken>, _ missing: inout Set<String>,
    _ source: SourceFragment
  ) -> Int {
    let isEnd = { (token: RawToken) in token.kind == .endTag && token.name == start.name }
    if !missing.contains(start.name), let index = tokens.firstIndex(where: isEnd) {
      let end = tokens[index].span.end
      tokens = tokens[(index + 1)...]
      return end
    }
    missing.insert(start.name)
    guard case .goesWithText = ElementPolicy.verdict(on: start.name), let last = tokens.last else {
      return start.span.end
    }
    tokens = []
    return last.span.end
  }

  // MARK: Tags

  private mutating func open(
    _ token: RawToken, _ source: SourceFragment, _ linkDepth: Int
  ) -> String {
    let name = token.name
    let place = source.place(of: token.span)
    if token.attributes.count > Self.maximumAttributes {
      note(removed: place.span)
      diagnostics.append(
        Diagnostic(
          .documentTooComplex, "an HTML tag with more than \(Self.maximumAttributes) attributes",
          at: place))
      return ""
    }
    if name == "a", openLinks > 0 || linkDepth > 0 {
      return refuse(token, "a link cannot stand within a link", place)
    }
    var html = ""
    if ElementPolicy.tableParts.contains(name) {
      let context = ElementPolicy.tableContext(of: name)
      guard let table = top.lastIndex(where: { $0.name == "table" }) else {
        return refuse(token, "`<\(name)>` stands outside a table", place)
      }
      let index = top.lastIndex { context.contains($0.name) } ?? table
      html += close(downTo: index + 1, at: nil)
    } else {
      html += closeImplied(by: name)
    }
    removeRepeated(token, source)
    if ElementPolicy.void.contains(name) {
      return html + mark(Piece(source: source, span: token.span, tag: name))
    }
    if depth >= Self.maximumDepth {
      diagnostics.append(
        Diagnostic(
          .documentTooComplex, "HTML nested more than \(Self.maximumDepth) deep", at: place))
      return html
    }
    depth += 1
    if name == "a" { openLinks += 1 }
    containers[containers.count - 1].append(OpenElement(name: name, place: place))
    return html + mark(Piece(source: source, span: token.span, tag: name))
  }

  private mutating func closeImplied(by name: String) -> String {
    if ElementPolicy.headings.contains(name), let last = top.last,
      ElementPolicy.headings.contains(last.name)
    {
      return close(downTo: top.count - 1, at: nil)
    }
    let (ends, within) = ElementPolicy.implied(by: name)
    guard !ends.isEmpty else { return "" }
    var html = ""
    // An item also ends a paragraph around what it ends itself.
    for ends in ElementPolicy.blocks.contains(name) ? [ends, ["p"]] : [ends] {
      let barrier =
        top.lastIndex { within.contains($0.name) || ElementPolicy.barriers.contains($0.name) } ?? -1
      let index = top.lastIndex { ends.contains($0.name) }
      if let index, index > barrier { html += close(downTo: index, at: nil) }
    }
    return html
  }

  private mutating func close(_ token: RawToken, _ source: SourceFragment) -> String {
    let place = source.place(of: token.span)
    let isTablePart = ElementPolicy.tableParts.contains(token.name) || token.name == "table"
    let barrier =
      isTablePart ? -1 : top.lastIndex { ElementPolicy.barriers.contains($0.name) } ?? -1
    if let index = top.lastIndex(where: { $0.name == token.name }), index >= barrier {
      return close(downTo: index, at: place)
    }
    // The start tag was reported already.
    guard case .stays = ElementPolicy.verdict(on: token.name) else {
      note(removed: place.span)
      return ""
    }
    return refuse(token, "`</\(token.name)>` closes nothing here", place)
  }

  private mutating func refuse(_ token: RawToken, _ message: String, _ place: Place) -> String {
    note(removed: place.span)
    diagnostics.append(Diagnostic(.htmlUnbalanced, message, at: place))
    return ""
  }

  /// Of an attribute that is written twice browsers take the first.
  private mutating func removeRepeated(_ token: RawToken, _ source: SourceFragment) {
    var seen: Set<String> = []
    for attribute in token.attributes where !seen.insert(attribute.name).inserted {
      remove("a second `\(attribute.name)`", attribute.span, source, as: .attribute)
    }
  }
}
