import LessonDocument
import LessonRendering
import SourceText
import Testing

@Suite struct AttackTests {
  /// What must not come through, each with what the page says of it at least.
  /// Empty for what is text to CommonMark.
  static let attacks: [(text: String, says: String)] = [
    ("<script>alert(1)</script>", "`<script>`"),
    ("a <script>alert(1)</script> b", "`<script>`"),
    ("<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "`<script>`"),
    ("<script/x>alert(1)</script\t\n>", ""),
    ("<<script>script>alert(1)</script>", "`<script>`"),
    ("<scr<script>ipt>alert(1)</scr</script>ipt>", "`<"),
    ("<img src=x onerror=alert(1)>", "`onerror`"),
    ("<img src=x oNeRrOr\n=\n'alert(1)'>", ""),
    ("<img/src=x/onerror=alert(1)>", ""),
    ("<div/onclick=alert(1)>a</div>", ""), ("<div>\n<i/onclick=alert(1)>a</i></div>", "`onclick`"),
    ("<img src=\"x\"onerror=\"alert(1)\">\n<p>", ""),
    ("<div title=\"\" onclick=\"a\" onclick=\"b\">c</div>", "`onclick`"),
    ("<body onload=alert(1)>", "`<body>`"),
    ("<svg onload=alert(1)>", "`<svg>`"),
    ("<svg><script>alert&#40;1)</script></svg>", "`<svg>`"),
    ("<div><svg><style><img src=x onerror=alert(1)></style></svg></div>", "`<svg>`"),
    ("<math><mtext><table><mglyph><style><img src onerror=alert(1)>", "`<math>`"),
    (
      "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "`<math>`"
    ),
    ("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "`<noscript>`"),
    ("<div><noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "`<noscript>`"),
    ("<template><script>alert(1)</script></template>", "`<template>`"),
    ("<iframe src=javascript:alert(1)></iframe>", "`<iframe>`"),
    ("<iframe srcdoc='<script>alert(1)</script>'></iframe>", "`<iframe>`"),
    ("<object data=x.swf><param name=a></object>", "`<object>`"),
    ("<embed src=x.swf>", "`<embed>`"),
    ("<link rel=stylesheet href=x.css>", "`<link>`"),
    ("<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "`<meta>`"),
    ("<base href=javascript:alert(1)//>", "`<base>`"),
    ("<style>body { display: none }</style>", "`<style>`"),
    ("<style>@import 'javascript:alert(1)';</style>", "`<style>`"),
    ("<textarea><script>alert(1)</script></textarea>", "`<textarea>`"),
    ("<title><img src=x onerror=alert(1)></title>", "`<title>`"),
    ("<xmp><img src=x onerror=alert(1)></xmp>", "`<xmp>`"),
    ("<plaintext>\n\nthe rest", "`<plaintext>`"),
    ("<form action=javascript:alert(1)><input type=submit></form>", "`<form>`"),
    ("<button formaction=javascript:alert(1)>a</button>", "`<button>`"),
    ("<isindex action=javascript:alert(1) type=image>", "`<isindex>`"),
    ("<video src=x onerror=alert(1)></video>", "`<video>`"),
    ("<marquee onstart=alert(1)>a</marquee>", "`<marquee>`"),
    ("<keygen autofocus onfocus=alert(1)>", "`<keygen>`"),
    ("<details open ontoggle=alert(1)>a</details>", "`ontoggle`"),
    ("<a href=javascript:alert(1)>a</a>", "address of `javascript:`"),
    ("<a href=\"JaVaScRiPt:alert(1)\">a</a>", "address of `javascript:`"),
    ("<a href=\" &#14; javascript:alert(1)\">a</a>", "address of `javascript:`"),
    ("<a href=\"java&#10;script:alert(1)\">a</a>", "address of `javascript:`"),
    ("<a href=\"jav&#x09;ascript:alert(1)\">a</a>", "address of `javascript:`"),
    ("<a href=\"java&Tab;script:alert(1)\">a</a>", "address of `javascript:`"),
    ("<a href=\"javascript&colon;alert(1)\">a</a>", "address of `javascript:`"),
    ("<a href=\"&#106;&#97;vascript:alert(1)\">a</a>", "address of `javascript:`"),
    ("<a href=&#0000106avascript:alert(1)>a</a>", "address of `"),
    ("<a href=\"java\u{0}script:alert(1)\">a</a>", "address of `"),
    ("<a href=vbscript:msgbox(1)>a</a>", "address of `vbscript:`"),
    ("<a href=data:text/html,<script>alert(1)</script>>a</a>", ""),
    ("<a href=file:///etc/passwd>a</a>", "address of `file:`"),
    ("<a href=\"feed:javascript:alert(1)\">a</a>", "address of `feed:`"),
    ("<img src=javascript:alert(1)>", "address of `javascript:`"),
    ("<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">", "address of `data:`"),
    ("<img src=\"data:text/html;base64,PHNjcmlwdD4=\">", "address of `data:`"),
    ("<img src=\"data:image/pngx,a\">", "address of `data:`"),
    ("<img srcset=\"javascript:alert(1) 2x\">", "`srcset`"),
    ("<table background=javascript:alert(1)><tr><td>a</table>", "`background`"),
    ("<blockquote cite=javascript:alert(1)>a</blockquote>", "address of `javascript:`"),
    ("<img src=a.png usemap=#m><map name=m><area href=javascript:alert(1)></map>", "`usemap`"),
    ("<a href=b ping=//evil.example>a</a>", "`ping`"),
    ("<a href=b target=_top>a</a>", "`target`"),
    ("<a href=b xlink:href=javascript:alert(1)>a</a>", "`xlink:href`"),
    ("<p style=\"position: fixed; top: 0\">a</p>", "`position: fixed`"),
    (
      "<p style=\"background: url(javascript:alert(1))\">a</p>",
      "`background: url(javascript:alert(1))`"
    ),
    ("<p style=\"background-image: url(//evil.example/a.png)\">a</p>", "`background-image"),
    ("<p style=\"width: expression(alert(1))\">a</p>", "`width: expression(alert(1))`"),
    ("<p style=\"w\\69 dth: 1px; color: r\\65 d\">a</p>", "is left out of the style"),
    ("<p style=\"color: red/**/; behavior: url(x)\">a</p>", "is left out of the style"),
    ("<p style=\"-moz-binding: url(x)\">a</p>", "`-moz-binding"),
    ("<p style=\"margin-left: -9999px\">a</p>", "`margin-left: -9999px`"),
    ("<p style=\"width: 200vw; height: 100000px\">a</p>", "`width: 200vw`, `height: 100000px`"),
    ("<p style=\"z-index: 9; transform: scale(9)\">a</p>", "`z-index: 9`"),
    ("<p style=\"color: red !important\">a</p>", "!important"),
    ("<p style=\"font-family: 'x&quot;}</style><script>'\">a</p>", "is left out of the style"),
    ("<div id=\":main\">a</div>", "`id`"),
    ("<td colspan=99999>", "outside a table"),
    ("<table><tr><td colspan=99999>a</table>", "`colspan`"),
    ("<img src=x width=99999999>", "`width`"),
    ("<?php echo '<script>alert(1)</script>' ?>", "is left out"),
    ("<!DOCTYPE html><script>alert(1)</script>", "`<script>`"),
    ("<![CDATA[<script>alert(1)</script>]]><script>b</script>", "`<script>`"),
    ("<!--><script>alert(1)</script>-->", "`<script>`"),
    ("<!-- a --!><script>alert(1)</script>", "`<script>`"),
    ("a <!-- > <script>alert(1)</script>\n\n-->", "`<script>`"),
    ("</script/><script>alert(1)</script>", "`<script>`"),
    ("[a](javascript:alert(1)) <b>c</b> <script>", "`<script>`"),
    ("![a](x \"<script>\") <script>", "`<script>`"),
    ("`<script>` <script>", "`<script>`"),
    ("<a href=\"x\" title='\"><script>alert(1)</script>'>a</a><script>", "`<script>`"),
    ("<authored-0> <leaf-0>", "`<authored-0>`"),
    ("<a\u{B}href=javascript:alert(1)>a</a> <u>b</u></i>", "closes nothing"),
  ]

  @Test(arguments: attacks.indices)
  func nothingComesThrough(index: Int) {
    let (text, says) = Self.attacks[index]
    let (html, findings) = sanitised(text)
    #expect(Forbidden.first(in: html) == nil, "\(text) became \(html)")
    #expect(WrittenTag.firstUnbalanced(in: html) == nil, "\(text) became \(html)")
    let said = messages(findings.diagnostics)
    let isSaid = says.isEmpty || said.contains { $0.contains(says) }
    #expect(isSaid, "\(text) was met with \(said)")
    #expect(changeOnceMore(html) == nil)
  }

  /// The Markdown of the page, read again, has nothing to leave out.
  @Test(arguments: attacks.indices)
  func markdownHoldsNoneOfIt(index: Int) {
    let (text, _) = Self.attacks[index]
    let markdown = pageMarkdown("# T\n\n" + text + "\n\n*end*\n")
    let (html, findings) = sanitised(markdown)
    let left = findings.diagnostics.filter { $0.rule == .htmlRemoved }
    #expect(left.isEmpty, "\(text) became \(markdown), with \(messages(left))")
    #expect(Forbidden.first(in: html) == nil)
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      String(repeating: "<div>", count: 100_000), String(repeating: "<b>", count: 100_000),
      String(repeating: "<b><p>", count: 40_000), String(repeating: "<a href=x>", count: 60_000),
      "<div>\n" + (0..<60_000).map { "<font color=c\($0)>" }.joined() + "\n"
        + String(repeating: "<p>x", count: 20_000),
      String(repeating: "<table><tr><td>", count: 30_000),
      String(repeating: "<table><b>", count: 30_000),
      "<div>\n" + String(repeating: "<b x=\"", count: 100_000),
      "<div>\n" + String(repeating: "<svg>", count: 100_000),
      "<div>\n" + String(repeating: "<!-", count: 100_000),
      String(repeating: "</b>", count: 60_000),
      "<div>\n<" + String(repeating: "a b", count: 300_000),
      "<div " + (0..<50_000).map { "a\($0)=1" }.joined(separator: " ") + ">",
    ])
  func hostileHTMLTakesLittle(text: String) {
    let (html, _) = sanitised(text)
    #expect(html.utf8.count < 20 * text.utf8.count + 10_000)
    #expect(WrittenTag.firstUnbalanced(in: html) == nil)
  }

  @Test func tooDeepIsRefusedAtItsPlace() {
    let (_, findings) = sanitised(String(repeating: "<div>", count: 101))
    let said = findings.diagnostics.filter { $0.rule == .documentTooComplex }
    #expect(messages(said) == ["1:501 HTML nested more than 100 deep"])
  }
}

/// What no page may hold.
enum Forbidden {
  private static let elements: Set<String> = [
    "script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "button",
    "base",
    "link", "meta", "body", "html", "head", "template", "noscript", "textarea", "title", "video",
  ]

  static func first(in html: String) -> String? {
    for tag in WrittenTag.all(in: html) {
      if elements.contains(tag.name.lowercased()) || tag.name.hasPrefix("?") { return tag.name }
      for (name, value) in tag.attributes {
        if name.lowercased().hasPrefix("on") || name == "srcdoc" { return name }
        let plain = value.lowercased().filter { !$0.isWhitespace }
        let isAddress = ["href", "src", "cite"].contains(name)
        if isAddress, ["javascript:", "vbscript:", "file:"].contains(where: plain.hasPrefix) {
          return value
        }
        if name == "style",
          ["url(", "fixed", "expression", "\\", "-9"].contains(where: plain.contains)
        {
          return value
        }
      }
    }
    return nil
  }
}
