import Drawing
import Typesetting

/// KaTeX's style sheet in two parts: what every formula needs, and its fonts, of which a page takes what it
/// shows.
struct FormulaStyle: Sendable {
  /// The rules, without fonts.
  private let rules: String
  private let fonts: FormulaFonts
  private let faces: [(face: FormulaFonts.Face, text: String)]

  /// - Parameter file: a font's bytes, by its name; fonts that are not there are left out.
  init(_ style: KaTeXStyle, file: (_ name: String) -> [UInt8]?) {
    let pieces = Array(StyleRules(style.styleSheet))
    let isFont = { (rule: StyleRules.Rule) in rule.selectors == ["@font-face"] }
    rules = InlineElement.text(of: pieces.filter { !isFont($0) }.flatMap(\.whole))
    fonts = FormulaFonts(styleSheet: pieces.filter { $0.body != nil && !isFont($0) })
    faces = pieces.filter(isFont).compactMap { rule in
      guard let family = rule.value(of: "font-family") else { return nil }
      var isThere = true
      let text = StyleText.embedding(in: Array(rule.whole)) { path in
        let bytes = path.split(separator: "/").last.flatMap { file(String($0)) }
        if bytes == nil { isThere = false }
        return bytes
      }
      let face = FormulaFonts.Face(
        family: FormulaFonts.family(in: family),
        isBold: rule.value(of: "font-weight").map(FormulaFonts.isBold) ?? false,
        isItalic: rule.value(of: "font-style") == "italic")
      return isThere ? (face, String(decoding: text, as: UTF8.self)) : nil
    }
  }

  /// The style of a page.
  func text(for html: String) -> String {
    var needed: Set<Int> = []
    for face in fonts.faces(in: html) {
      if let nearest = nearest(to: face) { needed.insert(nearest) }
    }
    return needed.sorted().map { faces[$0].text }.joined() + rules + "\n"
  }

  /// The font that a browser takes: of its family that with the style asked for, then with the weight
  /// (CSS Fonts 4, section 5.2).
  private func nearest(to face: FormulaFonts.Face) -> Int? {
    let family = faces.indices.filter { faces[$0].face.family == face.family }
    func distance(_ index: Int) -> Int {
      let other = faces[index].face
      return (other.isItalic == face.isItalic ? 0 : 2) + (other.isBold == face.isBold ? 0 : 1)
    }
    return family.min { distance($0) < distance($1) }
  }
}
