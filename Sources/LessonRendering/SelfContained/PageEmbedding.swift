import Typesetting

/// What pages hold in themselves where each is one file.
public struct PageEmbedding: Sendable {
  let icon: String
  private let formulas: FormulaStyle?
  /// The sheets of every page.
  private let sheets: String
  /// The theme's pictures that templates may show, by their paths below the output folder.
  private let pictures: [(path: String, address: String)]

  /// - Parameter font: one of KaTeX's fonts, by its name; `nil` for one that cannot be read.
  public init(theme: Theme, katex: KaTeXStyle?, font: (_ name: String) -> [UInt8]?) {
    icon = DataAddress.text(of: PackageResources.icon_svg, type: "image/svg+xml")
    formulas = katex.map { FormulaStyle($0, file: font) }
    sheets = theme.styleSheets.map { path in
      let sheet = theme.bytes(at: path) ?? StyleSheet.bytes
      return InlineElement.text(of: StyleText.embedding(in: sheet, file: theme.file))
    }.joined()
    pictures = theme.files.compactMap { file in
      guard let type = DataAddress.type(of: file.path), type.hasPrefix("image/"),
        let bytes = theme.bytes(at: file.path)
      else { return nil }
      return (file.path, DataAddress.text(of: bytes, type: type))
    }
  }

  /// The styles of a page with this text.
  func style(for html: String, usesMath: Bool) -> InlineElement {
    let formulaStyle = usesMath ? formulas?.text(for: html) ?? "" : ""
    return InlineElement("style", text: formulaStyle + sheets)
  }

  /// A page whose templates show pictures of the theme, with them. `top` is its way to the output folder.
  func withPictures(_ html: String, top: String) -> String {
    pictures.reduce(html) { html, picture in
      html.replacing("src=\"\(top)\(picture.path)\"", with: "src=\"\(picture.address)\"")
    }
  }
}
