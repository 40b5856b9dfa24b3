import NeuronRuntime

/// Elements that have been written, put between brackets and into lines.
struct ArrayLayout {
  private let shape: [Int]
  private let elements: PrintedElements
  private let separator: String
  private let separatorWidth: Int
  /// The separator at the end of a line.
  private let strippedSeparator: String
  /// What is yet to be placed.
  private var words: ArraySlice<String>

  private init(
    _ words: [String], _ shape: [Int], _ elements: PrintedElements, separator: String
  ) {
    self.words = words[...]
    self.shape = shape
    self.elements = elements
    self.separator = separator
    separatorWidth = separator.unicodeScalars.count
    strippedSeparator = separator.withoutSpaceAtEnd
  }

  /// - Parameters:
  ///   - words: the elements that are written, in row-major order; any text, of several lines too.
  ///   - shape: of rank 1 or more, without an axis of size 0.
  ///   - indent: the characters before the text on its first line, by which further lines are indented.
  static func text(
    _ words: [String], _ shape: [Int], _ elements: PrintedElements, separator: String,
    lineWidth: Double, indent: Int
  ) throws(Interruption) -> String {
    var layout = ArrayLayout(words, shape, elements, separator: separator)
    return try layout.text(axis: 0, indent: indent + 1, width: lineWidth)
  }

  private mutating func text(
    axis: Int, indent: Int, width: Double
  ) throws(Interruption) -> String {
    let text =
      axis == shape.count - 1
      ? try row(shape[axis], indent, width)
      : try rows(axis, indent, width)
    // What stands before the first element belongs to the bracket.
    return "[" + String(text.unicodeScalars.dropFirst(indent)) + "]"
  }

  /// The last axis, its elements side by side as far as the line goes.
  private mutating func row(
    _ size: Int, _ indent: Int, _ width: Double
  ) throws(Interruption) -> String {
    let ends = elements.ends(size)
    let tail = max(strippedSeparator.unicodeScalars.count, 1)
    var line = ArrayLine(indent: indent, width: width - Double(tail))
    for _ in ends.leading {
      try line.add(words.popFirst() ?? "")
      line.add(separator, separatorWidth)
    }
    if elements.isCut(size) {
      line.addWord("...")
      line.add(separator, separatorWidth)
    }
    for index in ends.trailing {
      try line.add(words.popFirst() ?? "")
      if index < size - 1 { line.add(separator, separatorWidth) }
    }
    return line.finished
  }

  /// The other axes, each part on a line of its own, with blank lines between parts of rank 2 and more.
  private mutating func rows(
    _ axis: Int, _ indent: Int, _ width: Double
  ) throws(Interruption) -> String {
    let size = shape[axis]
    let ends = elements.ends(size)
    let margin = String(repeating: " ", count: indent)
    let between =
      strippedSeparator + String(repeating: "\n", count: shape.count - 1 - axis)
    var text = ""
    for _ in ends.leading {
      text += margin
      text += try self.text(axis: axis + 1, indent: indent + 1, width: width - 1)
      text += between
    }
    if elements.isCut(size) { text += margin + "..." + between }
    for index in ends.trailing {
      text += margin
      text += try self.text(axis: axis + 1, indent: indent + 1, width: width - 1)
      if index < size - 1 { text += between }
    }
    return text
  }
}

/// The lines of a row, each but the last closed.
private struct ArrayLine {
  private let margin: String
  private let indent: Int
  private let width: Double
  private var closed = ""
  private var line: String
  private var count: Int

  init(indent: Int, width: Double) {
    self.indent = indent
    self.width = width
    margin = String(repeating: " ", count: indent)
    line = margin
    count = indent
  }

  var finished: String { closed + line }

  mutating func add(_ text: String, _ count: Int) {
    line += text
    self.count += count
  }

  private mutating func close() {
    closed += line.withoutSpaceAtEnd
    closed += "\n"
    (line, count) = (margin, indent)
  }

  /// Whether so many characters more are too many, on a line that holds something.
  private func overflows(_ count: Int) -> Bool {
    Double(self.count + count) > width && self.count > indent
  }

  /// A word on a line that has room for it, or on the next.
  mutating func addWord(_ word: String) {
    let count = word.unicodeScalars.count
    if overflows(count) { close() }
    add(word, count)
  }

  /// The same for a word that may have several lines: they stand below each other.
  mutating func add(_ word: String) throws(Interruption) {
    guard word.unicodeScalars.contains(where: \.endsLine) || word.isEmpty else {
      return addWord(word)
    }
    let lines = Machine.lines(word)
    if lines.count == 1 { return addWord(word) }
    guard let widest = lines.map(\.unicodeScalars.count).max() else {
      throw .raised(.value, "max() arg is an empty sequence")
    }
    var margin = self.margin
    if overflows(widest) {
      close()
    } else {
      margin = String(repeating: " ", count: count)
    }
    line += lines[0]
    for next in lines.dropFirst() {
      closed += line.withoutSpaceAtEnd + "\n"
      line = margin + next
    }
    let last = lines[lines.count - 1].unicodeScalars.count
    line += String(repeating: " ", count: widest - last)
    count = line.unicodeScalars.count
  }
}

extension String {
  /// As Python's `rstrip` leaves it.
  fileprivate var withoutSpaceAtEnd: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last.isPythonSpace { scalars.removeLast() }
    return String(scalars)
  }
}
