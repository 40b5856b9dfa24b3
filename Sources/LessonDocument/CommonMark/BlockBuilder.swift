import SourceText

/// Makes blocks from libcmark's tree, with exact spans, and cells from its fenced blocks.
struct BlockBuilder {
  let text: MarkdownText
  let recognisesCells: Bool
  private(set) var cells: [Cell] = []
  private(set) var found = InlineFindings()
  private(set) var diagnostics: [Diagnostic] = []
  private var labels: [String: Span] = [:]

  init(text: MarkdownText, recognisesCells: Bool) {
    self.text = text
    self.recognisesCells = recognisesCells
  }

  mutating func blocks(of document: CommonMarkNode) -> [Block] {
    children(of: document, within: ContainerChain()).blocks
  }

  /// The blocks in a container, and the end in the file of the last line that holds anything: blocks,
  /// stored outputs, or the container's mark alone.
  private mutating func children(
    of parent: CommonMarkNode, within chain: ContainerChain
  ) -> (blocks: [Block], end: Int) {
    var blocks: [Block] = []
    var end = text.original(of: text.endOfContent(ofLine: parent.startLine))
    var fences = CellSequence()
    var table: TableBuilder?
    for node in parent.children {
      let cell = tableCell(node)
      if let whole = table, whole.index != cell?.table {
        blocks.append(whole.block)
        table = nil
      }
      if let cell {
        fences.endCell()
        add(node, as: cell, to: &table, within: chain)
      } else if node.kind == .code {
        if let block = codeBlock(node, within: chain, &fences) { blocks.append(block) }
      } else {
        fences.endCell()
        blocks += self.blocks(of: node, within: chain)
      }
      end = max(end, fences.lastEnd)
    }
    if let whole = table?.block { blocks.append(whole) }
    return (blocks, max(end, blocks.last?.span.end ?? end))
  }

  /// A node that is more or less than one block of the document: notes, or what only separates them.
  private mutating func blocks(
    of node: CommonMarkNode, within chain: ContainerChain
  ) -> [Block] {
    switch node.kind {
    case .list: lists(node, within: chain)
    case .heading where isPassedOver(node): []
    default: block(node, within: chain).map { [$0] } ?? []
    }
  }

  private func isPassedOver(_ heading: CommonMarkNode) -> Bool {
    if case .separator? = text.role(ofHeading: heading) { true } else { false }
  }

  // MARK: Tables

  private mutating func report(excessOf table: TableLayout) {
    for span in table.excess {
      diagnostics.append(
        Diagnostic(
          .excessCells, "the table has no column for this", at: Place(text.source, span),
          help: "write `\\|` for a bar that is no border of a cell"))
    }
  }

  /// A cell's place: its table among all, its row, its column.
  private typealias CellPlace = (table: Int, row: Int, column: Int)

  /// Which cell a heading stands for, if it does.
  private func tableCell(_ node: CommonMarkNode) -> CellPlace? {
    guard node.kind == .heading,
      case .cell(let table, let row, let column)? = text.role(ofHeading: node)
    else { return nil }
    return (table, row, column)
  }

  /// Adds a cell to its table, which the first one begins.
  private mutating func add(
    _ node: CommonMarkNode, as cell: CellPlace, to table: inout TableBuilder?,
    within chain: ContainerChain
  ) {
    let layout = text.markup.tables[cell.table]
    if table == nil {
      report(excessOf: layout)
      table = TableBuilder(cell.table, layout)
    }
    let region = InlineRegion(node, to: node.startLine, within: chain, in: text)
    let span = layout.rows[cell.row].cells[cell.column]
    table?.set(row: cell.row, column: cell.column, inlines(of: node, region, span))
  }

  private mutating func block(_ node: CommonMarkNode, within chain: ContainerChain) -> Block? {
    switch node.kind {
    case .paragraph:
      let (inlines, span) = text(of: node, to: node.endLine, within: chain)
      return Block(paragraph(inlines), span)
    case .heading:
      let lastLine = text.endLine(ofHeading: node, within: chain)
      let (inlines, span) = text(of: node, to: lastLine, within: chain)
      return Block(.heading(level: node.headingLevel, inlines), span)
    case .quote: return quote(node, within: chain)
    case .html: return html(node, within: chain)
    case .thematicBreak: return Block(.thematicBreak, span(of: node, endLine: node.startLine))
    default: return nil
    }
  }

  // MARK: Leaves

  /// The running text of a paragraph or heading, and its span.
  private mutating func text(
    of node: CommonMarkNode, to lastLine: Int, within chain: ContainerChain
  ) -> ([Inline], Span) {
    let span = span(of: node, endLine: lastLine)
    let region = InlineRegion(node, to: lastLine, within: chain, in: text)
    return (inlines(of: node, region, span), span)
  }

  private mutating func inlines(
    of node: CommonMarkNode, _ region: InlineRegion, _ span: Span
  ) -> [Inline] {
    var builder = InlineBuilder(
      text: text, region: region, span: span, recognisesCells: recognisesCells, adding: found)
    found = InlineFindings()
    let inlines = builder.inlines(of: node)
    found = builder.found
    return inlines
  }

  private func paragraph(_ inlines: [Inline]) -> Block.Kind {
    if inlines.count == 1, case .math(let math) = inlines[0], math.isDisplay { return .math(math) }
    return .paragraph(inlines)
  }

  /// Its lines from their containers' marks on; libcmark tells how many.
  private mutating func html(_ node: CommonMarkNode, within chain: ContainerChain) -> Block {
    let lastLine = node.startLine + Self.lineCount(of: node.literal) - 1
    var lines: [LineStretch] = []
    for line in node.startLine...lastLine {
      var cursor = text.cursor(line: line)
      _ = chain.enter(&cursor, line: line)
      let start = cursor.restOfTab > 0 ? cursor.offset + 1 : cursor.offset
      lines.append(LineStretch(leadingSpaces: cursor.restOfTab, span: Span(start, cursor.end)))
    }
    let end = text.span(ofLine: lastLine).end
    lines.append(LineStretch(span: Span(end, end)))
    let html = text.fragment(of: lines, separator: .newline)
    if !HTMLComment.isAll(of: html.text) {
      found.hasHTML = true
      if recognisesCells { report(fencesIn: lines) }
    }
    return Block(.html(html), span(of: node, endLine: lastLine))
  }

  /// Tells of what would be cells on lines that are HTML.
  private mutating func report(fencesIn lines: [LineStretch]) {
    for line in lines where CellSequence.isFenceOfCell(text.utf8[line.span.start..<line.span.end]) {
      diagnostics.append(
        Diagnostic(
          .nearlyACell, "this is not run: the HTML above goes on here",
          at: Place(text.source, text.original(of: line.span)),
          help: "leave a blank line before the fence, outside `<pre>` and its like"))
    }
  }

  /// A cell, code that is only shown, or nothing when it is a cell's stored output.
  private mutating func codeBlock(
    _ node: CommonMarkNode, within chain: ContainerChain, _ fences: inout CellSequence
  ) -> Block? {
    let literal = node.literal
    guard let fence = FencedBlock(node, within: chain, in: text) else {
      fences.endCell()
      let span = span(of: node, endLine: node.startLine + Self.lineCount(of: literal) - 1)
      return Block(.code(info: "", text: text.unmasked(literal)), span)
    }
    if let problem = fence.unclosedProblem { diagnostics.append(problem) }
    let info = text.unmasked(node.info)
    if recognisesCells {
      switch fences.role(of: fence, info: info, following: &cells, &labels, &diagnostics) {
      case .cell(let cell):
        cells.append(cell)
        return Block(.cell(cells.count - 1), fence.span)
      case .storedOutput: return nil
      case .code: break
      }
    }
    return Block(.code(info: info, text: text.unmasked(literal)), fence.span)
  }

  // MARK: Containers

  private mutating func quote(_ node: CommonMarkNode, within chain: ContainerChain) -> Block? {
    let start = span(of: node, endLine: node.startLine)
    guard canNest(in: chain, at: start) else { return nil }
    let inner = chain.adding(Container(kind: .quote, firstLine: node.startLine))
    let (children, end) = children(of: node, within: inner)
    return Block(.quote(children), Span(start.start, end))
  }

  /// A list, or the notes that stand as its items.
  private mutating func lists(_ node: CommonMarkNode, within chain: ContainerChain) -> [Block] {
    let start = span(of: node, endLine: node.startLine)
    guard canNest(in: chain, at: start) else { return [] }
    var notes: [Block] = []
    var items: [[Block]] = []
    var span = Span(start.start, start.start)
    for item in node.children {
      let inner = chain.addingItem(at: item.startLine, in: text)
      let (children, end) = children(of: item, within: inner)
      if let mark = text.note(of: item) {
        notes.append(footnote(mark, children, end))
      } else {
        if items.isEmpty { span.start = text.original(of: text.offset(of: item)) }
        items.append(children)
        span.end = max(span.end, end)
      }
    }
    if items.isEmpty { return notes }
    let list = Block.List(start: node.listStart, isTight: node.isTight, items: items)
    return notes + [Block(.list(list), span)]
  }

  private func footnote(_ mark: NoteMark, _ blocks: [Block], _ end: Int) -> Block {
    let note = Footnote(label: mark.label, labelSpan: mark.labelSpan, blocks: blocks)
    return Block(.footnote(note), Span(mark.labelSpan.start, max(end, mark.labelSpan.end + 1)))
  }

  private mutating func canNest(in chain: ContainerChain, at span: Span) -> Bool {
    guard chain.depth >= Complexity.maximumDepth else { return true }
    diagnostics.append(Complexity.tooDeep(at: Place(text.source, span)))
    return false
  }

  // MARK: Spans

  private func span(of node: CommonMarkNode, endLine: Int) -> Span {
    let start = text.offset(of: node)
    let end = text.endOfContent(ofLine: endLine)
    return text.original(of: Span(start, max(start, end)))
  }

  private static func lineCount(of literal: String) -> Int {
    let bytes = Array(literal.utf8)
    var count = 0
    for (index, byte) in bytes.enumerated() where byte.isLineEnding {
      if byte == .carriageReturn, index + 1 < bytes.count, bytes[index + 1] == .newline { continue }
      count += 1
    }
    return bytes.last?.isLineEnding == false ? count + 1 : max(count, 1)
  }
}
