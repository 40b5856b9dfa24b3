/// What stands around the content of every page: head, landmarks, style sheets.
struct PageShell {
  let site: Site
  /// Below the output folder, without ending.
  let path: String
  let title: String
  let description: String?
  var usesMath = false

  /// What the page may load, which is only what stands beside it; KaTeX needs `style` attributes.
  private static let policy =
    "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    + "img-src 'self' https: data:; font-src 'self'; base-uri 'none'; form-action 'none'"

  /// The whole document; `main` goes into the landmark of that name, `footer` after it.
  func html(main: String, footer: String) -> String {
    let name = isIndex ? site.title : "\(title) · \(site.title)"
    var head = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="neuronbook">
      <title>\(HTMLEscaping.escaped(name))</title>

      """
    if let description {
      head += "<meta name=\"description\" content=\"\(HTMLEscaping.escaped(description))\">\n"
    }
    let top = PagePath.upward(from: path)
    head += "<link rel=\"icon\" href=\"\(top)\(SiteAssets.icon)\">\n"
    for sheet in styleSheets {
      head += "<link rel=\"stylesheet\" href=\"\(top)\(sheet)\">\n"
    }
    return head + """
      </head>
      <body>
      <a class="skip" href="#:main">Skip to the text</a>
      \(siteHeader)<main id=":main">
      \(main)</main>
      \(footer)</body>
      </html>

      """
  }

  private var isIndex: Bool { path == "index" }

  private var siteHeader: String {
    guard !isIndex else { return "" }
    let address = PagePath.relative(from: path, to: "index.html")
    return """
      <header class="site"><a href="\(address)">\(HTMLEscaping.escaped(site.title))</a></header>

      """
  }

  private var styleSheets: [String] {
    usesMath ? [SiteAssets.katexStyleSheet, SiteAssets.styleSheet] : [SiteAssets.styleSheet]
  }
}
