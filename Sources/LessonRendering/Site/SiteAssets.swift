import Typesetting

/// A file that pages need beside them.
public struct SiteAsset: Sendable {
  /// What the file holds.
  public enum Source: Hashable, Sendable {
    case bytes([UInt8])
    /// A copy of a file of this machine.
    case file(String)
  }

  /// Below the output folder, with `/`.
  public var path: String
  public var source: Source

  /// A file.
  public init(path: String, source: Source) {
    self.path = path
    self.source = source
  }
}

/// The files that all pages share.
public enum SiteAssets {
  /// The folder that they stand in, below the output folder.
  public static let folder = "assets"

  /// The folder of the theme's files, below the output folder.
  public static let themeFolder = Theme.folder

  static let styleSheet = "assets/style.css"
  static let icon = "assets/icon.svg"
  static let katexStyleSheet = "assets/katex/katex.css"

  /// The scripts of every page, in the order in which they run.
  static let scripts = [
    SiteAsset(path: script, source: .bytes(PackageResources.page_js)),
    SiteAsset(path: searchScript, source: .bytes(PackageResources.search_js)),
  ]

  /// The script that chooses the colours, so a page runs it before it is painted.
  static let script = "assets/page.js"
  static let searchScript = "assets/search.js"
  /// The words of all lessons, for the search.
  public static let searchIndex = "assets/search-index.js"

  /// The files of a theme.
  public static func ofTheme(_ theme: Theme) -> [SiteAsset] { theme.files }

  /// The style sheet, the icon and the scripts, the theme's files, and KaTeX's sheet with its
  /// fonts where there is a KaTeX.
  public static func all(katex: KaTeXStyle?, theme: Theme = .standard) -> [SiteAsset] {
    var assets = [
      SiteAsset(path: styleSheet, source: .bytes(StyleSheet.bytes)),
      SiteAsset(path: icon, source: .bytes(PackageResources.icon_svg)),
    ]
    assets += scripts + theme.files
    if let katex {
      assets.append(SiteAsset(path: katexStyleSheet, source: .bytes(katex.styleSheet)))
      for font in katex.fonts {
        assets.append(
          SiteAsset(path: "assets/katex/fonts/\(font.name)", source: .file(font.path)))
      }
    }
    return assets
  }
}
