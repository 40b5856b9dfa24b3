import LessonDocument
import SourceText
import Testing

/// Texts put together from pieces at random, the same on every run.
private struct RandomText {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  mutating func text(of pieces: [String], upTo count: Int) -> String {
    (0...next(below: count)).map { _ in pieces[next(below: pieces.count)] }.joined()
  }
}

private let marks = [
  "a", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\r\n", "\r", "> ", ">", "- ", "1. ", "-\t",
  "```neuron\n", "```\n", "~~~ neuron\n", "~~~", "````", "```output\n", "# ",
  "===\n", "---\n", "\0", "é", "\u{FEFF}", "<b>", "<!-- ", "-->", "<div>\n", "`", "[a](b)",
]
private let formulas = [
  "$", "$", "$$", "\\(", "\\)", "\\[", "\\]", "\\begin{align}", "\\end{align}", "\\$", "\\\\",
  "x_1", "$x$", "$$\n- y\n$$", "*", "[", "](", ")", "\u{F0000}",
]
private let additions = [
  "|", "|", "|a|b|\n", "|-|-|\n", "a|b\n", ":-|-:\n", "\\|", "`c|d`", "    ", "[^1]: ", "[^1]: ",
  "[^2]:\n", "[^1]", "[^2]", "[^3]", "#", "+ ", "{neuron} 1",
]

@Suite struct RandomTextTests {
  @Test func codeReadFromTheTextIsTheCodeThatLibcmarkReads() {
    var random = RandomText(seed: 1)
    var cells = 0
    for _ in 0..<3_000 {
      let text = random.text(of: marks, upTo: 40)
      let source = SourceFile(path: "lesson.md", text: text)
      let lesson = Lesson(parsing: source, extensions: [.cells])
      let plain = Lesson(parsing: source, extensions: [])
      let expected = plain.blocks.withDescendants.compactMap(\.neuronCode)
      #expect(lesson.cells.map(\.wholeCode) == expected, "\(text.debugDescription)")
      cells += expected.count
      for cell in lesson.cells { expectPlaces(of: cell, in: source) }
    }
    #expect(cells > 500)
  }

  /// Each byte of a cell's code stands where its place says.
  private func expectPlaces(of cell: Cell, in source: SourceFile) {
    for (offset, byte) in cell.code.utf8.enumerated() {
      let place = cell.code.place(of: Span(offset, offset + 1)).span
      guard byte != UInt8(ascii: "\n") else { continue }
      let original = place.start < source.utf8.count ? source.utf8[place.start] : 0
      let isTab = byte == UInt8(ascii: " ") && original == UInt8(ascii: "\t")
      #expect(original == byte || isTab, "\(source.text.debugDescription)")
      #expect(place.start >= cell.fence.end && place.end <= cell.span.end)
    }
  }

  @Test func anOutputWrittenBelowACellIsTheCells() throws {
    var random = RandomText(seed: 4)
    var written = 0
    for _ in 0..<3_000 {
      let text = random.text(of: marks, upTo: 30)
      let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text), extensions: [.cells])
      let open = lesson.diagnostics.filter { $0.rule.id == "unclosed-fence" }.compactMap(\.start)
      for (index, cell) in lesson.cells.enumerated()
      where cell.stored == nil && !open.contains(cell.span.start) {
        let prefix = cell.linePrefix
        let output = ["", "```output", "1", "```"].joined(separator: "\n\(prefix)")
        var bytes = lesson.source.utf8
        bytes.insert(contentsOf: output.utf8, at: cell.span.end)
        let after = Lesson(
          parsing: SourceFile(path: "lesson.md", utf8: bytes), extensions: [.cells])
        #expect(after.cells.count == lesson.cells.count, "\(text.debugDescription)")
        #expect(after.cells[index].stored?.text.text == "1\n", "\(text.debugDescription)")
        written += 1
      }
    }
    #expect(written > 50)
  }

  @Test func spansAreInOrderAndWithinEachOther() {
    var random = RandomText(seed: 2)
    for _ in 0..<3_000 {
      let text = random.text(of: marks + formulas + additions + additions, upTo: 40)
      let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
      let whole = Span(0, lesson.source.utf8.count)
      expectOrder(of: lesson.blocks, within: whole, text)
      for math in lesson.formulas {
        let formula = lesson.source.text(of: math.span)
        #expect(formula.hasPrefix("$") || formula.hasPrefix("\\"), "\(text.debugDescription)")
      }
    }
  }

  private func expectOrder(of blocks: [Block], within outer: Span, _ text: String) {
    var end = outer.start
    for block in blocks {
      let isInOrder = block.span.start >= end && block.span.end >= block.span.start
      #expect(isInOrder && block.span.end <= outer.end, "\(text.debugDescription)")
      end = block.span.end
      switch block.kind {
      case .quote(let inner): expectOrder(of: inner, within: block.span, text)
      case .list(let list): expectOrder(of: list.items.flatMap { $0 }, within: block.span, text)
      case .footnote(let note):
        #expect(note.labelSpan.start == block.span.start, "\(text.debugDescription)")
        let content = Span(note.labelSpan.end, block.span.end)
        expectOrder(of: note.blocks, within: content, text)
      case .table(let table): expectOrder(of: table, within: block.span, text)
      default: continue
      }
    }
  }

  private func expectOrder(of table: Table, within outer: Span, _ text: String) {
    #expect(table.header.cells.count == table.alignments.count, "\(text.debugDescription)")
    var end = outer.start
    for row in [table.header] + table.rows {
      let isInOrder = row.span.start >= end && row.span.end <= outer.end
      #expect(isInOrder && row.span.length > 0, "\(text.debugDescription)")
      #expect(row.cells.count <= table.alignments.count, "\(text.debugDescription)")
      end = row.span.start
      for cell in row.cells {
        let isInOrder = cell.span.start >= end && cell.span.end >= cell.span.start
        #expect(isInOrder && cell.span.end <= row.span.end, "\(text.debugDescription)")
        end = cell.span.end
      }
      end = row.span.end
    }
  }

  @Test func referencesAreWhereTheyAreSaidToBe() {
    var random = RandomText(seed: 6)
    var count = 0
    for _ in 0..<3_000 {
      let text = "[^1] [^2]\n\n" + random.text(of: marks + additions, upTo: 40)
      let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
      for case .footnoteReference(let reference) in lesson.blocks.allInlines {
        let written = lesson.source.text(of: reference.span)
        #expect(written == "[^\(reference.label)]", "\(text.debugDescription)")
        count += 1
      }
    }
    #expect(count > 500)
  }

  @Test func aTableAloneIsTheSameTable() {
    var random = RandomText(seed: 7)
    var count = 0
    for _ in 0..<3_000 {
      let text = random.text(
        of: ["|a|b|\n", "|-|:-|\n", "|", "c", "\\|", "*", "`", "\n", " "], upTo: 20)
      let lesson = Lesson(parsing: SourceFile(path: "lesson.md", text: text))
      for block in lesson.blocks.withDescendants {
        guard case .table = block.kind else { continue }
        let alone = lesson.source.text(of: block.span)
        let again = Dump.blocks(alone)
        #expect(again.hasPrefix("table"), "\(text.debugDescription)")
        #expect(Dump.blocks(text).contains(again), "\(text.debugDescription)")
        count += 1
      }
    }
    #expect(count > 200)
  }

  @Test func noMaskIsLeft() {
    var random = RandomText(seed: 5)
    let pieces = (marks + formulas + additions).filter { $0 != "\u{F0000}" }
    for _ in 0..<3_000 {
      let text = random.text(of: pieces, upTo: 60)
      let hasMask = Dump.blocks(text).unicodeScalars.contains { $0.value >= 0xF_0000 }
      #expect(!hasMask, "\(text.debugDescription)")
    }
  }

  @Test func aTextWithoutDollarsAndBackslashesIsReadAsPlainCommonMark() {
    var random = RandomText(seed: 3)
    for _ in 0..<1_000 {
      let text = random.text(of: marks, upTo: 40)
      #expect(Dump.blocks(text, [.math]) == Dump.blocks(text, []))
    }
  }
}

extension Block {
  /// The text of a code block that would be a cell.
  fileprivate var neuronCode: String? {
    guard case .code(let info, let text) = kind, info.split(separator: " ").first == "neuron"
    else { return nil }
    return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}

extension Diagnostic {
  /// The offset of its place.
  fileprivate var start: Int? {
    guard case .text(let place) = location else { return nil }
    return place.span.start
  }
}

extension Cell {
  /// The code, NUL as CommonMark has it.
  fileprivate var wholeCode: String { code.text.replacing("\0", with: "\u{FFFD}") }
}
