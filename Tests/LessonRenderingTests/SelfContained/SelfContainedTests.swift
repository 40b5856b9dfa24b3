import Drawing
import LessonDocument
import SourceText
import Testing
import Typesetting

@testable import LessonRendering

@Suite struct SelfContainedTests {
  // MARK: Digests

  /// From CPython's hashlib.
  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (3, "9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0"),
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
    (120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
  ])
  func `the digest of so many letters`(count: Int, hexadecimal: String) {
    let digest = SHA256.digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: count))
    let text = digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    #expect(text == hexadecimal)
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
  func `base 64 as in RFC 4648`(text: String, encoded: String) {
    #expect(Base64.text(of: Array(text.utf8)) == encoded)
  }

  @Test func `an element cannot be ended by what it holds`() {
    let element = InlineElement("style", text: "a::after{content:'</style><script>'}")
    #expect(element.html == "<style>a::after{content:'<\\/style><script>'}</style>\n")
    #expect(InlineElement.text(of: Array("\u{FEFF}a\r\nb\rc\0".utf8)) == "a\nb\nc")
  }

  // MARK: Style sheets

  @Test(arguments: [
    ("a{b:url(x.png)}", "a{b:url(data:image/png;base64,Zm9v)}"),
    ("a{b:url( 'x.png' )}", "a{b:url(data:image/png;base64,Zm9v)}"),
    ("a{b:url(\"./x.png?v=1#a\")}", "a{b:url(data:image/png;base64,Zm9v)}"),
    ("a{b:url(y.png)}", "a{b:url(y.png)}"),
    ("/* url(x.png) */", "/* url(x.png) */"),
    ("a{content:\"url(x.png)\"}", "a{content:\"url(x.png)\"}"),
    ("a{b:url(x.png", "a{b:url(x.png"),
    ("a{content:'\\", "a{content:'\\"),
  ])
  func `files of a sheet come into it`(sheet: String, wanted: String) {
    let text = StyleText.embedding(in: Array(sheet.utf8)) {
      $0 == "x.png" ? Array("foo".utf8) : nil
    }
    #expect(String(decoding: text, as: UTF8.self) == wanted)
  }

  @Test(arguments: [
    ("@import \"b.css\";a{}", "i{b:url(data:image/png;base64,Zm9v)}a{}"),
    (
      "@import url( 'b.css' )  print and (color);",
      "@media print and (color){i{b:url(data:image/png;base64,Zm9v)}}"
    ),
    ("@import 'in/c.css';", "i{b:url(data:image/png;base64,Zm9v)}"),
    ("@import 'gone.css';", "@import 'gone.css';"), ("@import '/b.css';", "@import '/b.css';"),
    ("@import 'b.css'", "@import 'b.css'"), ("@import ", "@import "), ("@import x;", "@import x;"),
    ("a{content:\"@import 'b.css';\"}", "a{content:\"@import 'b.css';\"}"),
    ("@import 'self.css';", "@import 'self.css';"),
  ])
  func `imported sheets come into a sheet`(sheet: String, wanted: String) {
    let files = [
      "x.png": "foo", "b.css": "i{b:url(x.png)}", "in/c.css": "@import url(../b.css);",
      "self.css": "@import 'self.css';",
    ]
    let text = StyleText.embedding(in: Array(sheet.utf8)) { files[$0].map { Array($0.utf8) } }
    #expect(String(decoding: text, as: UTF8.self) == wanted)
  }

  @Test func `a sheet in pieces is the whole sheet`() {
    let sheet = "@import 'a;b';/*{*/.a .b{c:d}@media print{.a{b:c}.d{e:f}}.x{content:'}'}.y"
    let rules = Array(StyleRules(Array(sheet.utf8)))
    #expect(
      rules.map { String(decoding: $0.whole, as: UTF8.self) } == [
        "@import 'a;b';", ".a .b{c:d}", "@media print{.a{b:c}.d{e:f}}", ".x{content:'}'}", ".y",
      ])
    #expect(rules.map { $0.value(of: "c") } == [nil, "d", nil, nil, nil])
  }

  // MARK: Fonts

  private let fonts = FormulaFonts(
    styleSheet: Array(
      StyleRules(
        Array(
          """
          .katex{font:normal 1.21em KaTeX_Main,Times New Roman,serif}.katex i{font-style:inherit}
          .katex .textbf{font-weight:700}.katex .textit{font-style:italic}
          .katex .N{font-family:KaTeX_Math;font-style:italic}.katex .mathrm{font-style:normal}
          .katex .M.size1{font-family:KaTeX_Size1}
          .katex .M.mult .delim-size4>i{font-family:KaTeX_Size4}
          """.utf8))))

  @Test(arguments: [
    ("<p>text</p>", []),
    ("<span class=katex>x</span>", ["KaTeX_Main"]),
    ("<span class=\"katex\"><i class=N>x</i></span>", ["KaTeX_Math italic"]),
    ("<span class=katex><i class=N><i class=mathrm>x</i></i></span>", ["KaTeX_Math"]),
    (
      "<span class=katex><i class=textbf><i class=textit>x</i>y</i></span>",
      ["KaTeX_Main bold", "KaTeX_Main bold italic"]
    ),
    ("<span class=katex><i class=\"M size1\">(</i></span>", ["KaTeX_Size1"]),
    ("<span class=katex><i class=size1>(</i></span>", ["KaTeX_Main"]),
    (
      "<span class=katex><i class=\"M mult\"><i class=delim-size4><i>(</i></i></i></span>",
      ["KaTeX_Size4"]
    ),
    (
      "<span class=katex><i class=\"M mult\"><i class=delim-size4><b><i>(</i></b></i></i></span>",
      ["KaTeX_Main"]
    ),
    ("<span class=katex><i class=N> \u{200B}\n</i></span>", []),
    (
      "<span class=katex><span class=katex-mathml><math><mi>x</mi></math></span><i class=N>y</i></span>z",
      ["KaTeX_Math italic"]
    ),
    ("<span class=katex><svg width='1'><path d='>'/></svg><br></span>x", []),
    (
      "<span class=katex>a</span><span class=\"katex-display\"><span class=katex><i class=N>",
      ["KaTeX_Main"]
    ),
  ])
  func `the fonts of formulas are those of the rules`(html: String, wanted: [String]) {
    let found = fonts.faces(in: html).map {
      $0.family + ($0.isBold ? " bold" : "") + ($0.isItalic ? " italic" : "")
    }
    #expect(found.sorted() == wanted)
  }

  // MARK: Pages

  private func embeddedPage(_ text: String, _ theme: Theme = .standard) -> String {
    var site = Site(title: "S", lessons: [SiteEntry(path: "a/b", title: "B")])
    site.theme = theme
    site.embedding = PageEmbedding(theme: theme, katex: nil) { _ in nil }
    var page = LessonPage(evaluated(text), path: "a/b", in: site, lessonFolder: "../in")
    page.pictureFile = { $0 == "x y.svg" ? Array("<svg/>".utf8) : nil }
    return page.html(typesetter: sharedTypesetter).text
  }

  @Test func `a page's policy names the digest of all that it holds`() throws {
    let html = embeddedPage("# B\n")
    let policy = try #require(html.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)).1
    var count = 0
    for match in html.matches(of: /<(style|script)>((?:.|\n)*?)<\/(?:style|script)>/) {
      let digest = Base64.text(of: SHA256.digest(of: Array(match.2.utf8)))
      #expect(policy.contains("\(match.1)-src 'sha256-\(digest)'"))
      count += 1
    }
    #expect(count == 2)
    #expect(policy.hasPrefix("default-src 'none'; ") && !policy.contains("'self'"))
    #expect(!html.contains("src=\"../assets") && !html.contains("href=\"../assets"))
  }

  @Test func `pictures of a lesson that are there come into its page`() {
    let html = embeddedPage("![a](x%20y.svg) ![b](none.png) ![c](https://d/e.png)\n")
    #expect(html.contains("<img src=\"data:image/svg+xml;base64,PHN2Zy8+\" alt=\"a\""))
    #expect(html.contains("<img src=\"../in/none.png\""))
    #expect(html.contains("<img src=\"https://d/e.png\""))
    #expect(embeddedPage("<img src=\"x y.svg\">\n").contains("data:image/svg+xml;base64,PHN2Zy8+"))
    #expect(
      !embeddedPage("![a](data:image/svg+xml;base64,PHN2Zy8+)\n").contains(
        "data:image/svg+xml;base64,PHN2Zy8+"))
  }

  @Test func `pictures of a theme come into the page`() {
    let header = SourceFile(
      path: "header.mustache", text: "<img src=\"{{theme}}logo.svg\" alt=\"\">\n")
    let theme = Theme(
      templates: [("header", header)],
      files: [
        (path: "logo.svg", bytes: Array("<svg/>".utf8)),
        (path: "extra.css", bytes: Array("a{b:url(logo.svg)}".utf8)),
      ])
    let html = embeddedPage("# B\n", theme)
    #expect(html.contains("<img src=\"data:image/svg+xml;base64,PHN2Zy8+\" alt=\"\">"))
    #expect(html.contains("a{b:url(data:image/svg+xml;base64,PHN2Zy8+)}"))
    #expect(!html.contains("assets/theme"))
  }
}
