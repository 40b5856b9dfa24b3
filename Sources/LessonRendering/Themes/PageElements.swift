/// The elements by which a page has its style sheets and scripts, and what it may load besides.
struct PageElements {
  var styles = ""
  /// Scripts for the head.
  var scripts = ""
  /// Scripts that stand below the text, since they look for elements in it.
  var lateScripts = ""
  var icon = ""
  /// A Content-Security-Policy; KaTeX needs `style` attributes.
  var policy = ""

  /// Those that name files. `top` is the page's way to the output folder.
  init(sheets: [String], scripts: [SiteAsset], top: String) {
    func address(_ path: String) -> String { HTMLEscaping.escaped(top + path) }
    styles = sheets.map { "<link rel=\"stylesheet\" href=\"\(address($0))\">\n" }.joined()
    self.scripts = scripts.map {
      "<script src=\"\(address($0.path))\"\($0.isEarly ? "" : " defer")></script>\n"
    }.joined()
    icon = address(SiteAssets.icon)
    policy = Self.policy(
      styles: ["'self'"], scripts: scripts.isEmpty ? [] : ["'self'"],
      images: ["'self'", "https:", "data:"], fonts: ["'self'"])
  }

  /// Those that hold everything themselves.
  init(style: InlineElement, scripts: [SiteAsset], icon: String) {
    var sources: [String] = []
    for script in scripts {
      guard case .bytes(let bytes) = script.source else { continue }
      let element = InlineElement("script", text: InlineElement.text(of: bytes))
      sources.append(element.source)
      if script.isEarly { self.scripts += element.html } else { lateScripts += element.html }
    }
    styles = style.html
    self.icon = icon
    policy = Self.policy(
      styles: [style.source], scripts: sources, images: ["https:", "data:"], fonts: ["data:"])
  }

  private static func policy(
    styles: [String], scripts: [String], images: [String], fonts: [String]
  ) -> String {
    var rules = [
      "default-src 'none'", "style-src " + styles.joined(separator: " "),
      "style-src-attr 'unsafe-inline'",
    ]
    if !scripts.isEmpty { rules.append("script-src " + scripts.joined(separator: " ")) }
    rules += [
      "img-src " + images.joined(separator: " "), "font-src " + fonts.joined(separator: " "),
      "base-uri 'none'", "form-action 'none'",
    ]
    return rules.joined(separator: "; ")
  }
}

extension SiteAsset {
  /// Whether a script runs before the page is painted.
  fileprivate var isEarly: Bool { path == SiteAssets.script }
}
