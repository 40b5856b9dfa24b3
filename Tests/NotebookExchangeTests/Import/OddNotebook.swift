import JSONText
import SourceText

@testable import NotebookExchange

/// A notebook made at random of all that notebooks hold, the usual and the odd, and what of it an import
/// must keep or name.
struct OddNotebook {
  /// What is looked for, and where it may be found.
  struct Part {
    var text: String
    var isNamedEnough = false
  }

  private(set) var json: JSON = .null
  private(set) var parts: [Part] = []
  private var random: SplitMix
  private var count = 0
  private let isVersion3: Bool

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    isVersion3 = seed % 3 == 0
    let cells = (0..<(3 + random.next(12))).map { _ in cell() }
    let metadata: JSON = ["kernelspec": ["name": "python3", "language": "python"]]
    if isVersion3 {
      let half = cells.count / 2
      json = [
        "nbformat": 3, "nbformat_minor": 0, "metadata": metadata,
        "worksheets": [
          ["cells": .array(Array(cells[..<half]))], ["cells": .array(Array(cells[half...]))],
        ],
      ]
    } else {
      json = [
        "nbformat": 4, "nbformat_minor": .integer(random.next(6)), "metadata": metadata,
        "cells": .array(cells),
      ]
    }
  }

  var source: SourceFile { SourceFile(path: "odd.ipynb", utf8: json.utf8(indent: 1)) }

  // MARK: Words

  private mutating func word(named: Bool = false) -> String {
    count += 1
    let text = "word\(count)x"
    parts.append(Part(text: text, isNamedEnough: named))
    return text
  }

  private mutating func pick(_ texts: [String]) -> String { texts[random.next(texts.count)] }

  /// As one string or as a list of lines.
  private mutating func text(_ text: String) -> JSON {
    if random.next(2) == 0 { return .string(text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return .array(
      lines.enumerated().map { index, line in
        .string(index + 1 < lines.count ? line + "\n" : line)
      })
  }

  private static func base64(_ text: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).map { start + $0 < bytes.count ? UInt32(bytes[start + $0]) : 0 }
      let bits = group[0] << 16 | group[1] << 8 | group[2]
      for place in 0..<4 {
        let digit = alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]
        result += start + place <= bytes.count ? String(digit) : "="
      }
    }
    return result
  }

  // MARK: Cells

  private mutating func cell() -> JSON {
    switch random.next(8) {
    case 0...3: return code()
    case 4: return raw()
    case 5 where isVersion3:
      return [
        "cell_type": "heading", "level": .integer(1 + random.next(6)), "source": text(word()),
      ]
    default: return markdown()
    }
  }

  private mutating func markdown() -> JSON {
    let content = pick([
      "\(word()) text", "# \(word())\n\ntext", "- \(word())\n- b", "1. \(word())", "  - \(word())",
      "```python\n\(word())", "```output\n\(word())\n```", "```neuron\n\(word())\n```",
      "<!-- \(word())", "<div>\n\(word())", "$$\n\(word())", "$\(word())$", "---\n\(word())",
      "| \(word()) | b |\n|---|---|\n| 1 | 2 |", "[a]: http://\(word())\n\n[a]", "\(word())\n===",
      "> \(word())", "<script>\n\(word())", "    \(word())", "[^1]: \(word())",
      "`{neuron} \(word())`",
      "\(word())\r\nline\rend", "&amp; \(word()) \\( x \\)", "![\(word())](picture.png)",
    ])
    parts = parts.filter { part in content.contains(part.text) || !isOfThisCell(part) }
    var cell: JSON = ["cell_type": "markdown", "metadata": [:], "source": text(content)]
    if !isVersion3, random.next(3) == 0 {
      let name = pick(["image.png", "../../up.png", "a b.png", ".png", "x.svg", "con.png"])
      let isVector = name.hasSuffix("svg")
      let content = word()
      let data = isVector ? "<svg>\(content)</svg>" : Self.base64(content)
      let type = isVector ? "image/svg+xml" : "image/png"
      cell = [
        "cell_type": "markdown", "metadata": ["tags": [.string(word())]],
        "source": text("![\(word())](attachment:\(name))"),
        "attachments": [name: [type: .string(data)]],
      ]
      parts = parts.filter { $0.text != "" }
      dropWords(before: content)
    }
    endCell()
    return cell
  }

  private var firstOfCell = 0
  private func isOfThisCell(_ part: Part) -> Bool {
    (Int(part.text.dropFirst(4).dropLast()) ?? 0) > firstOfCell
  }
  private mutating func endCell() { firstOfCell = count }

  /// Takes back what the cell was first to hold.
  private mutating func dropWords(before word: String) {
    let number = Int(word.dropFirst(4).dropLast()) ?? 0
    parts = parts.filter { part in
      let own = Int(part.text.dropFirst(4).dropLast()) ?? 0
      return own <= firstOfCell || own >= number
    }
  }

  private mutating func raw() -> JSON {
    defer { endCell() }
    let format = pick(["", "text/html", "text/latex", "text/x-python", "text/markdown", "odd/one"])
    let metadata: JSON = format.isEmpty ? [:] : ["raw_mimetype": .string(format)]
    return ["cell_type": "raw", "metadata": metadata, "source": text(word() + "\n```\nend")]
  }

  private mutating func code() -> JSON {
    defer { endCell() }
    let name = word()
    let content = [
      "\(name) = 1", "%magic \(name)", "!shell \(name)", "%%bash\n\(name)", "\(name)?",
      "def f(\(name)):\n\n    return 1\n", "print '\(name)'", "#| label: \(name)\n1",
      "s = '''\n```\n\(name)'''",
      "%%time\n\(name)", "if x:\n    !\(name)",
    ][random.next(11)]
    let outputs = (0..<random.next(4)).map { _ in output() }
    let count: JSON = random.next(4) == 0 ? .null : .integer(random.next(30))
    if isVersion3 {
      return [
        "cell_type": "code", "language": "python", "metadata": [:], "input": text(content),
        "prompt_number": count, "outputs": .array(outputs), "collapsed": false,
      ]
    }
    let tags = ["hide-input", "remove-cell", "raises-exception", "skip-execution", word()]
    return [
      "cell_type": "code", "metadata": ["tags": [.string(tags[random.next(4)]), .string(tags[4])]],
      "source": text(content), "execution_count": count, "outputs": .array(outputs),
    ]
  }

  // MARK: Outputs

  private mutating func output() -> JSON {
    switch random.next(9) {
    case 0:
      return isVersion3
        ? ["output_type": "stream", "stream": "stdout", "text": text(word() + "\n...\n````\n")]
        : ["output_type": "stream", "name": "stdout", "text": text(word() + "\n\u{1B}[31m\0")]
    case 1:
      let key = isVersion3 ? "stream" : "name"
      return ["output_type": "stream", key: "stderr", "text": text(word() + "\nmore\n")]
    case 2:
      return [
        "output_type": .string(isVersion3 ? "pyerr" : "error"), "ename": .string(word()),
        "evalue": .string(word()), "traceback": ["frame"],
      ]
    case 3: return ["output_type": "strange", "text": "x"]
    case 4: return display(["text/html": text("<b>\(word())</b>")])
    case 5:
      return display(["image/png": .string(Self.base64(word())), "text/plain": "<Figure>"])
    case 6: return display(["image/svg+xml": text("<svg>\(word())</svg>")])
    case 7: return display(["application/json": ["a": .string(word())]])
    default: return display(["text/plain": text(word()), "text/html": "<i>also</i>"])
    }
  }

  private mutating func display(_ forms: JSON) -> JSON {
    guard isVersion3, let members = forms.object else {
      return ["output_type": "display_data", "metadata": [:], "data": forms]
    }
    var output: JSON = [
      "output_type": .string(random.next(2) == 0 ? "pyout" : "display_data"), "metadata": [:],
    ]
    let names = [
      "text/plain": "text", "text/html": "html", "image/png": "png", "image/svg+xml": "svg",
      "application/json": "json",
    ]
    for (type, value) in members { output.set(names[type] ?? type, value) }
    return output
  }
}
