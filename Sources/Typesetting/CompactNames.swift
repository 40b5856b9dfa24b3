/// The short names for what KaTeX's formulas are full of: classes of its style sheet, and styles that it
/// writes out at each place. A formula is written with them by `Scripts/formulas.js`, and the style sheet
/// of the page is changed alike.
///
///     mathnormal N                 .katex .mathnormal{…}  →  .katex .N{…}
///     margin-right:.2222em SB      →  .katex .SB{margin-right:.2222em}
///
/// They are capital, so that they are no class of the page's own.
enum CompactNames {
  /// Lines of a long name, a space, the short one.
  static var table: String { String(decoding: PackageResources.compact_names_txt, as: UTF8.self) }

  /// A style sheet of KaTeX with short names, `i` for the `span` that rules ask for as a child, and a
  /// rule for each style that has a name.
  static func shortened(_ sheet: [UInt8]) -> [UInt8] {
    var classes: [Substring: Substring] = [:]
    var rules = ".katex i{font-style:inherit}"
    for line in table.split(separator: "\n") {
      guard let space = line.lastIndex(of: " ") else { continue }
      let short = line[line.index(after: space)...]
      if line[..<space].contains(":") {
        rules += ".katex .\(short){\(line[..<space])}"
      } else {
        classes[line[..<space]] = short
      }
    }
    var selectors = SelectorRenaming(sheet: sheet, classes: classes)
    return selectors.renamed() + rules.utf8
  }
}

/// One way through a style sheet that copies all but names in selectors.
private struct SelectorRenaming {
  let sheet: [UInt8]
  let classes: [Substring: Substring]
  private var index = 0
  private var result: [UInt8] = []

  init(sheet: [UInt8], classes: [Substring: Substring]) {
    self.sheet = sheet
    self.classes = classes
  }

  mutating func renamed() -> [UInt8] {
    while index < sheet.count {
      switch sheet[index] {
      case UInt8(ascii: "{"): copyDeclarations()
      case UInt8(ascii: "."):
        let name = takeName()
        result.append(UInt8(ascii: "."))
        result +=
          classes[Substring(decoding: name, as: UTF8.self)].map { Array($0.utf8)[...] } ?? name
      case UInt8(ascii: ">"): copyChild()
      default: copyByte()
      }
    }
    return result
  }

  private mutating func copyByte() {
    result.append(sheet[index])
    index += 1
  }

  /// All between braces, which may hold a point of a file's name or a number.
  private mutating func copyDeclarations() {
    while index < sheet.count, sheet[index] != UInt8(ascii: "}") { copyByte() }
  }

  private mutating func copyChild() {
    copyByte()
    while index < sheet.count, sheet[index] == UInt8(ascii: " ") { index += 1 }
    let tag = Array("span".utf8)
    guard sheet[index...].starts(with: tag) else { return }
    index += tag.count
    result.append(UInt8(ascii: "i"))
  }

  /// The name after the point at `index`.
  private mutating func takeName() -> ArraySlice<UInt8> {
    let start = index + 1
    index = start
    while index < sheet.count, Self.isNamePart(sheet[index]) { index += 1 }
    return sheet[start..<index]
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
