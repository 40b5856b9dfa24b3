extension [Inline] {
  /// The text alone, markup left out: for alternatives of images, anchors and titles. Breaks are
  /// spaces, formulas their TeX, raw HTML and references to notes are nothing.
  ///
  /// - Parameters:
  ///   - formula: what stands for a formula.
  ///   - value: what stands for an inline value.
  public func plainText(
    formula: (Math) -> String = { $0.tex }, value: (Int) -> String
  ) -> String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let piece), .code(let piece): text += piece
      case .value(let index): text += value(index)
      case .html: break
      case .softBreak, .lineBreak: text += " "
      case .emphasis(let inlines), .strong(let inlines), .link(let inlines, _, _),
        .image(let inlines, _, _):
        text += inlines.plainText(formula: formula, value: value)
      case .math(let math): text += formula(math)
      case .footnoteReference: break
      }
    }
    return text
  }

  /// The same without inline values: what is certain before anything has run.
  public var plainText: String { plainText { _ in "" } }
}
