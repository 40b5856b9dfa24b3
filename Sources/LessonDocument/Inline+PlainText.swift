extension [Inline] {
  /// The text alone, markup left out: for alternatives of images, anchors and titles. Breaks are
  /// spaces, formulas their TeX, references to notes nothing.
  public var plainText: String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let piece), .code(let piece), .html(let piece): text += piece
      case .softBreak, .lineBreak: text += " "
      case .emphasis(let inlines), .strong(let inlines), .link(let inlines, _, _),
        .image(let inlines, _, _):
        text += inlines.plainText
      case .math(let math): text += math.tex
      case .footnoteReference: break
      }
    }
    return text
  }
}
