/// Which of KaTeX's fonts the formulas of a page are set in, by the rules of KaTeX's style sheet.
///
/// Only what chooses a font is read: rules of classes, with `font`, `font-family`, `font-weight` and
/// `font-style`. A piece of text that is shown has the font that a browser would give it.
struct FormulaFonts {
  /// How a font is asked for.
  struct Face: Hashable {
    var family: String
    var isBold = false
    var isItalic = false
  }

  /// The part of a selector between combinators: `span.delimsizing.mult`.
  private struct Compound {
    var tag: Substring?
    var classes: [Substring]
    /// Whether what stands before it is its parent, and not any ancestor.
    var isChild: Bool
  }

  private struct FontRule {
    var compounds: [Compound]
    var family: String?
    var isBold: Bool?
    var isItalic: Bool?

    /// Classes first, then tags (Selectors 4, section 17).
    var specificity: (Int, Int) {
      (
        compounds.reduce(0) { $0 + $1.classes.count },
        compounds.count { $0.tag != nil }
      )
    }
  }

  private struct Element {
    var tag: Substring
    var classes: [Substring]
    var face: Face
  }

  /// From the weakest to the strongest.
  private let rules: [FontRule]

  init(styleSheet: [StyleRules.Rule]) {
    var found: [(rule: FontRule, place: Int)] = []
    for rule in styleSheet {
      guard let font = Self.font(of: rule) else { continue }
      for selector in rule.selectors {
        guard let compounds = Self.compounds(of: selector) else { continue }
        var rule = font
        rule.compounds = compounds
        found.append((rule, found.count))
      }
    }
    rules = found.sorted { a, b in
      let (first, second) = (a.rule.specificity, b.rule.specificity)
      return first == second ? a.place < b.place : first < second
    }.map(\.rule)
  }

  /// The fonts of the formulas in a page's HTML.
  func faces(in html: String) -> Set<Face> {
    var faces: Set<Face> = []
    let bytes = Array(html.utf8)
    let opening = Array("<span class=".utf8)
    var offset = 0
    while let span = bytes[offset...].firstRange(of: opening) {
      let classes = bytes[span.upperBound...].drop { $0 == UInt8(ascii: "\"") }
      offset = span.upperBound
      guard classes.starts(with: "katex".utf8) else { continue }
      offset = walk(HTMLPieces(bytes, from: span.lowerBound), &faces)
    }
    return faces
  }

  /// Goes through one element; gives the offset after it.
  private func walk(_ pieces: HTMLPieces, _ faces: inout Set<Face>) -> Int {
    var pieces = pieces
    var open: [Element] = []
    // What is only for screen readers is not seen in any font.
    var hiddenDepth = Int.max
    while let piece = pieces.next() {
      switch piece {
      case .start(let tag, let classes, let isEmpty):
        if isEmpty { continue }
        open.append(Element(tag: tag, classes: classes, face: open.last?.face ?? Face(family: "")))
        open[open.count - 1].face = face(ofLast: open)
        if classes.contains("katex-mathml") { hiddenDepth = min(hiddenDepth, open.count) }
      case .end:
        if open.count == hiddenDepth { hiddenDepth = .max }
        _ = open.popLast()
        if open.isEmpty { return pieces.offset }
      case .text(let isVisible):
        if isVisible, hiddenDepth == .max, let face = open.last?.face { faces.insert(face) }
      }
    }
    return pieces.offset
  }

  /// The font of the innermost element, whose own is what it inherits.
  private func face(ofLast open: [Element]) -> Face {
    var face = open[open.count - 1].face
    for rule in rules where Self.matches(rule.compounds[...], open[...]) {
      face.family = rule.family ?? face.family
      face.isBold = rule.isBold ?? face.isBold
      face.isItalic = rule.isItalic ?? face.isItalic
    }
    return face
  }

  private static func matches(
    _ compounds: ArraySlice<Compound>, _ open: ArraySlice<Element>
  ) -> Bool {
    guard let last = compounds.last else { return true }
    guard let element = open.last, last.tag == nil || last.tag == element.tag,
      last.classes.allSatisfy(element.classes.contains)
    else { return false }
    let (outer, around) = (compounds.dropLast(), open.dropLast())
    if last.isChild { return matches(outer, around) }
    if outer.isEmpty { return true }
    return around.indices.reversed().contains { matches(outer, around[...$0]) }
  }

  // MARK: The style sheet

  private static func font(of rule: StyleRules.Rule) -> FontRule? {
    var font = FontRule(compounds: [])
    if let value = rule.value(of: "font") {
      font = FontRule(
        compounds: [], family: family(in: value), isBold: value.contains("bold"),
        isItalic: value.contains("italic"))
    }
    font.family = rule.value(of: "font-family").map(family) ?? font.family
    font.isBold = rule.value(of: "font-weight").map(isBold) ?? font.isBold
    font.isItalic = rule.value(of: "font-style").flatMap(isItalic) ?? font.isItalic
    return font.family == nil && font.isBold == nil && font.isItalic == nil ? nil : font
  }

  static func isBold(_ weight: String) -> Bool {
    weight == "bold" || Int(weight).map { $0 >= 600 } == true
  }

  /// `nil` for what says nothing of its own.
  private static func isItalic(_ style: String) -> Bool? {
    style == "inherit" ? nil : style != "normal"
  }

  /// The first family of a list, which is KaTeX's own; in `font` its size stands before.
  static func family(in value: String) -> String {
    let first = value.split(separator: ",").first ?? ""
    let words = first.split { $0 == " " || $0 == "\"" || $0 == "'" }
    return String(words.last ?? "")
  }

  /// `nil` for a selector with more than tags, classes, and what is inside what.
  private static func compounds(of selector: String) -> [Compound]? {
    var compounds: [Compound] = []
    var isChild = false
    let spaced = selector.replacing(">", with: " > ")
    for word in spaced.split(separator: " ") {
      if word == ">" {
        isChild = true
        continue
      }
      guard
        word.utf8.allSatisfy({ $0 > 0x2C && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "[") })
      else { return nil }
      var parts = word.split(separator: ".", omittingEmptySubsequences: false)[...]
      let tag = parts.removeFirst()
      compounds.append(
        Compound(tag: tag.isEmpty ? nil : tag, classes: Array(parts), isChild: isChild))
      isChild = false
    }
    return compounds.isEmpty ? nil : compounds
  }
}
