import SourceText

/// Reads a notebook saved as text: prose as Markdown, code below lines `In [n]:`, and what it gave below
/// it, with or without `Out[n]:`.
///
/// Where one ends and the other begins is told by marks and blank lines, and by what a paragraph looks
/// like (`TranscriptParagraph`). What is a guess is said.
struct TranscriptReader {
  private(set) var result = ReadNotebook()

  private let lines: [Substring]
  private let marks: [TranscriptMark?]
  private var next = 0
  private var prose: [Substring] = []

  /// - Throws: where the text has no mark.
  init(_ file: SourceFile) throws(Diagnostic) {
    lines = LineEndings.unified(file.utf8[file.textStart...]).lines
    marks = lines.map { TranscriptMark($0) }
    let hasCode = marks.contains { if case .input = $0 { true } else { false } }
    guard hasCode else {
      throw Diagnostic(
        .notANotebook, "no notebook that can be imported: it is not JSON and has no line `In [1]:`",
        file: file.path)
    }
    while next < lines.count {
      if case .input(let execution, let rest) = marks[next] {
        endProse()
        next += 1
        readCell(execution, rest)
      } else {
        prose.append(lines[next])
        next += 1
      }
    }
    endProse()
  }

  private mutating func endProse() {
    if !prose.allSatisfy(Self.isBlank) {
      result.append(NotebookCell(.markdown, prose.joined(separator: "\n")))
    }
    prose = []
  }

  private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }

  /// Whether a line is one of a paragraph: neither blank nor a mark.
  private func isText(_ line: Int) -> Bool {
    line < lines.count && marks[line] == nil && !Self.isBlank(lines[line])
  }

  /// The first line from `next` on that is not blank.
  private var nextText: Int {
    var line = next
    while line < lines.count, Self.isBlank(lines[line]) { line += 1 }
    return line
  }

  /// The end of the paragraph that begins at a line.
  private func endOfParagraph(_ start: Int) -> Int {
    var end = start
    while isText(end) { end += 1 }
    return end
  }

  // MARK: Cells

  private mutating func readCell(_ execution: NotebookCell.Execution, _ rest: Substring) {
    var remarks: [Remark] = []
    var code: [Substring] = []
    var state = TranscriptCode()
    let isPrompted = !Self.isBlank(rest)
    if !isPrompted {
      readBlock(&code, &state, &remarks)
    } else {
      readPrompted(TranscriptMark.withoutSpace(rest), &code, &state)
    }
    var cell = NotebookCell(.code(language: nil), code.joined(separator: "\n"))
    cell.execution = execution
    cell.outputs = readOutputs(state, isPrompted: isPrompted, &remarks)
    result.append(cell, remarks)
  }

  /// Code that begins on the line of its mark and goes on after `...:`.
  private mutating func readPrompted(
    _ first: Substring, _ code: inout [Substring], _ state: inout TranscriptCode
  ) {
    code.append(first)
    var reader = PythonLines()
    reader.read(first)
    while next < lines.count, marks[next] == nil {
      let isOpen = reader.isOpen || code.last?.trimmingEnd.hasSuffix(":") == true
      if let line = TranscriptMark.continuation(lines[next]) {
        code.append(line)
      } else if isOpen, !Self.isBlank(lines[next]) {
        code.append(lines[next])
      } else {
        break
      }
      reader.read(code[code.count - 1])
      next += 1
    }
    // The last prompt of a block is an empty one.
    while code.count > 1, Self.isBlank(code[code.count - 1]) { code.removeLast() }
    TranscriptParagraph(code[...]).extend(&state)
  }

  /// Code below its mark: the first paragraph, and those after it that are code as well.
  private mutating func readBlock(
    _ code: inout [Substring], _ state: inout TranscriptCode, _ remarks: inout [Remark]
  ) {
    let first = nextText
    guard isText(first) else { return }
    if first > next {
      // After a blank line the cell may be empty and this be prose.
      let paragraph = TranscriptParagraph(lines[first..<endOfParagraph(first)])
      guard case .code = paragraph.role(after: TranscriptCode()).role else { return }
    }
    next = first
    takeCode(to: endOfCode(first), &code, &state)
    while true {
      let start = nextText
      guard isText(start) else { return }
      let end = endOfCode(start)
      let whole = TranscriptParagraph(lines[start..<end])
      let (role, isUnclear) = whole.role(after: state)
      guard case .code = role else { return }
      if isUnclear { remarks.append(Self.unclear(whole, "the code")) }
      code += lines[next..<start]
      next = start
      takeCode(to: end, &code, &state)
    }
  }

  /// The end of the code that the paragraph at a line begins, if it is code: it goes on over blank lines
  /// in its strings and brackets if those end before the next mark, and into a block that it opens.
  private func endOfCode(_ start: Int) -> Int {
    var reader = PythonLines()
    var end = start
    while end < lines.count, marks[end] == nil,
      isText(end) || reader.isOpen || beginsBlock(after: end, from: start)
    {
      reader.read(lines[end])
      end += 1
    }
    return reader.isOpen ? endOfParagraph(start) : end
  }

  /// Whether the blank lines at `line` stand between the first line of a block and what is in it.
  private func beginsBlock(after line: Int, from start: Int) -> Bool {
    guard let last = lines[start..<line].last(where: { !Self.isBlank($0) }),
      last.trimmingEnd.hasSuffix(":")
    else { return false }
    let next = lines[line...].firstIndex { !Self.isBlank($0) } ?? line
    return isText(next) && lines[next].first?.isWhitespace == true
  }

  private mutating func takeCode(
    to end: Int, _ code: inout [Substring], _ state: inout TranscriptCode
  ) {
    code += lines[next..<end]
    TranscriptParagraph(lines[next..<end]).extend(&state)
    next = end
  }

  // MARK: Outputs

  /// Printed text, and the value, which `Out[n]:` marks or else two blank lines and more before the last
  /// paragraph.
  private mutating func readOutputs(
    _ state: TranscriptCode, isPrompted: Bool, _ remarks: inout [Remark]
  ) -> [NotebookOutput] {
    var printed: [Substring] = []
    var value: [Substring]?
    var error: NotebookOutput?
    while value == nil {
      let start = nextText
      if start < lines.count, case .output(let rest) = marks[start] {
        next = start + 1
        value = readValue(rest)
        break
      }
      guard isText(start) else { break }
      let paragraph = TranscriptParagraph(lines[start..<endOfParagraph(start)])
      if let end = endOfTraceback(start) {
        error = Self.error(lines[start..<end])
        next = end
        break
      }
      // At a prompt of IPython's, what stands right below the code is what it gave.
      let isRightBelow = isPrompted && start == next && printed.isEmpty
      let (role, isUnclear) = isRightBelow ? (.output, false) : paragraph.role(after: state)
      if case .output = role {
        if isUnclear { remarks.append(Self.unclear(paragraph, "output of the cell")) }
      } else {
        if isUnclear, state.mayPrint { remarks.append(Self.unclear(paragraph, "text")) }
        break
      }
      let gap = lines[next..<start]
      next = start + paragraph.lines.count
      if gap.count > 1, !printed.isEmpty, state.endsInExpression {
        value = Array(paragraph.lines)
      } else {
        printed += (printed.isEmpty ? [] : gap) + paragraph.lines
      }
    }
    return Self.outputs(printed, value) + [error].compactMap(\.self)
  }

  /// The end of a traceback that begins at a line, after the line that names the exception; `nil` for
  /// something else.
  private func endOfTraceback(_ start: Int) -> Int? {
    let paragraph = lines[start..<endOfParagraph(start)]
    guard paragraph.prefix(3).contains(where: { $0.contains("Traceback (most recent call last)") })
    else { return nil }
    var line = paragraph.endIndex
    while line < lines.count, marks[line] == nil {
      if Self.exception(lines[line - 1]) != nil { return line }
      line += 1
    }
    return paragraph.endIndex
  }

  /// `ValueError: message` in two.
  private static func exception(_ line: Substring) -> (name: String, message: String)? {
    let name = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    let rest = line.dropFirst(name.count)
    guard name.first?.isUppercase == true || name.contains("."), rest.isEmpty || rest.first == ":",
      ["Error", "Exception", "Warning", "Interrupt", "Exit", "Iteration"].contains(
        where: { name.hasSuffix($0) })
    else { return nil }
    return (String(name), String(TranscriptMark.withoutSpace(rest.dropFirst())))
  }

  private static func error(_ lines: ArraySlice<Substring>) -> NotebookOutput {
    let found = lines.last.flatMap(exception)
    return .error(
      name: found?.name ?? "Error", message: found?.message ?? "",
      traceback: lines.map { String($0) })
  }

  /// The lines of a value; with nothing behind the mark they may begin after a blank line.
  private mutating func readValue(_ rest: Substring) -> [Substring] {
    var value = Self.isBlank(rest) ? [] : [TranscriptMark.withoutSpace(rest)]
    if value.isEmpty { next = nextText }
    let end = endOfParagraph(next)
    value += lines[next..<end]
    next = end
    return value
  }

  private static func outputs(_ printed: [Substring], _ value: [Substring]?) -> [NotebookOutput] {
    var outputs: [NotebookOutput] = []
    if !printed.isEmpty {
      outputs.append(.stream(name: "stdout", text: printed.joined(separator: "\n") + "\n"))
    }
    if let value, !value.isEmpty {
      let form = MediaBundle.Form("text/plain", .text(value.joined(separator: "\n")))
      outputs.append(.display(MediaBundle([form]), isResult: true))
    }
    return outputs
  }

  private static func unclear(_ paragraph: TranscriptParagraph, _ role: String) -> Remark {
    Remark(
      .unclearCell,
      "taken for \(role): \(excerpt(paragraph.lines.joined(separator: " ")))",
      help: "nothing in the saved text says which it is; move it if it is not",
      quote: paragraph.lines.first.map { String($0) })
  }
}
