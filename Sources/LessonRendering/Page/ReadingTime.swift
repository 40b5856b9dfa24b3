import LessonDocument

extension Lesson {
  /// How long a lesson takes to read, in whole minutes, at least one; the same before and after it ran.
  ///
  /// Prose at 220 words a minute: 238 are usual for non-fiction in English (M. Brysbaert, "How many
  /// words do we read per minute?", Journal of Memory and Language 109, 2019), fewer where one must
  /// think. A formula in running text takes a second, one that is displayed 6, a cell or another
  /// block of code 12, an image 6. Two ideographs count as a word.
  public var readingMinutes: Int {
    var time = ReadingTime()
    for block in blocks.withDescendants { time.add(block, of: self) }
    return time.minutes
  }
}

private struct ReadingTime {
  private var words = 0
  private var seconds = 0

  var minutes: Int { max(1, (words * 60 / 220 + seconds + 30) / 60) }

  mutating func add(_ block: Block, of lesson: Lesson) {
    switch block.kind {
    case .cell(let index): seconds += lesson.cells[index].options.include ? 12 : 0
    case .code: seconds += 12
    case .table(let table):
      for cell in ([table.header] + table.rows).flatMap(\.cells) { add(cell.content) }
    case .heading, .paragraph, .math, .quote, .list, .html, .footnote, .thematicBreak:
      add(block.inlines)
    }
  }

  private mutating func count(_ text: String) {
    var ideographs = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      let isBlank = scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
      if !isBlank, !isInWord { words += 1 }
      isInWord = !isBlank
      if scalar.isIdeograph { ideographs += 1 }
    }
    words += ideographs / 2
  }

  private mutating func add(_ inlines: [Inline]) {
    count(inlines.plainText(formula: { _ in " " }, value: { _ in "0" }))
    for inline in inlines.withDescendants {
      switch inline {
      case .math(let math): seconds += math.isDisplay ? 6 : 1
      case .image: seconds += 6
      default: break
      }
    }
  }
}
