import LessonRendering
import Testing

@Suite struct HonestHTMLTests {
  @Test(arguments: [
    ("H<sub>2</sub>O x<sup>2</sup>", "<p>H<sub>2</sub>O x<sup>2</sup></p>\n"),
    ("<kbd>Ctrl</kbd><br>a<br/>b", "<p><kbd>Ctrl</kbd><br />a<br />b</p>\n"),
    (
      "<center><img src=\"a.png\" alt='b &amp; \"c\"' width=20></center>",
      "<center><img src=\"a.png\" alt=\"b &amp; &quot;c&quot;\" width=\"20\" /></center>\n"
    ),
    (
      "<details open>\n<summary>*a*</summary>\n\n*b*\n\n- c\n\n</details>\n\nd",
      "<details open=\"\">\n<summary>*a*</summary>\n\n<p><em>b</em></p>\n<ul>\n<li>c</li>\n</ul>\n"
        + "</details>\n\n<p>d</p>\n"
    ),
    (
      "<table><tr><td>\n\n**a**\n\n</td><td>b</table>",
      "<table><tbody><tr><td>\n\n<p><strong>a</strong></p>\n</td><td>b</td></tr></tbody></table>\n"
    ),
    (
      "<span style='color: red; width: 3em'>a</span>",
      "<p><span style=\"color: red; width: 3em\">a</span></p>\n"
    ),
    (
      "<a href=\"b.md\" target=\"_blank\" rel=\"nofollow\">a</a>",
      "<p><a href=\"b.md\" target=\"_blank\" rel=\"nofollow noopener\">a</a></p>\n"
    ),
    ("<b>*a* `b` [c](d)</b>", "<p><b><em>a</em> <code>b</code> <a href=\"d\">c</a></b></p>\n"),
    ("a <div>b</div> c", "<div class=\"paragraph\">a <div>b</div> c</div>\n"),
    (
      "> <div>\n> *a*\n>\n> *b*\n> </div>",
      "<blockquote>\n<div>\n*a*\n\n<p><em>b</em></p>\n</div>\n</blockquote>\n"
    ),
    ("<dl><dt>a<dd>b<dd>c</dl>", "<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>\n"),
    ("<pre>\n\n a\n</pre>", "<pre>\n\n a\n</pre>\n"),
    ("<p>&eacute; &lt; &nbsp; a < b &</p>", "<p>é &lt; \u{A0} a &lt; b &amp;</p>"),
    (
      "<IMG SRC=data:image/png;base64,AAAA ALT=x>",
      "<img src=\"data:image/png;base64,AAAA\" alt=\"x\" />\n"
    ),
    ("<ruby>漢<rp>(</rp><rt>kan</rt></ruby>", "<p><ruby>漢<rp>(</rp><rt>kan</rt></ruby></p>\n"),
    ("# <em>a</em>", "<h1><em>a</em></h1>\n"),
    ("a <!-- b --> c\n\n<!--\n\nd -->\n\ne", "<p>a  c</p>\n<p>e</p>\n"),
  ])
  func staysWithoutAWord(text: String, expected: String) {
    let (html, findings) = sanitised(text)
    #expect(html.withoutBlankLines == expected.withoutBlankLines)
    #expect(messages(findings.diagnostics) == [])
  }

  @Test(arguments: [
    ("<b>a\n\nb", "<p><b>a</b></p>\n<p>b</p>\n", ["1:1 `<b>` is not closed where it was opened"]),
    ("a</b> c", "<p>a c</p>\n", ["1:2 `</b>` closes nothing here"]),
    (
      "*<b>a*</b>", "<p><em><b>a</b></em></p>\n",
      ["1:2 `<b>` is not closed where it was opened", "1:7 `</b>` closes nothing here"]
    ),
    (
      "- <div>\n- b", "<ul>\n<li>\n<div>\n</div></li>\n<li>b</li>\n</ul>\n",
      ["1:3 `<div>` is not closed where it was opened"]
    ),
    (
      "<b><i>a</b></i>", "<p><b><i>a</i></b></p>\n",
      ["1:4 `<i>` is not closed where it was opened", "1:12 `</i>` closes nothing here"]
    ),
    (
      "a <td>b</td>", "<p>a b</p>\n",
      ["1:3 `<td>` stands outside a table", "1:8 `</td>` closes nothing here"]
    ),
    (
      "[a <a href=b>c</a>](d)", "<p><a href=\"d\">a c</a></p>\n",
      ["1:4 a link cannot stand within a link", "1:15 `</a>` closes nothing here"]
    ),
    (
      "<a href=b>[c](d)</a>", "<p><a href=\"b\"></a><a href=\"d\">c</a></p>\n",
      ["1:1 `<a>` is not closed where it was opened", "1:17 `</a>` closes nothing here"]
    ),
    (
      "> a\n> <div\n> id=b\n> >c",
      "<blockquote>\n<p>a</p>\n<div id=\"b\">c\n</div>\n</blockquote>\n",
      ["2:3 `<div>` is not closed where it was opened"]
    ),
    (
      "<p align=center>\n\na\n\n</p>", "<p align=\"center\">\n\n</p><p>a</p>\n",
      ["5:1 `</p>` closes nothing here"]
    ),
    ("<div class=\"", "", ["1:1 HTML without an end is left out of the page"]),
    ("<div a\nb", "", ["1:1 HTML without an end is left out of the page"]),
  ])
  func theUnbalancedIsBalancedWithAWord(text: String, expected: String, problems: [String]) {
    let (html, findings) = sanitised(text)
    #expect(html.withoutBlankLines == expected.withoutBlankLines)
    #expect(messages(findings.diagnostics) == problems)
  }

  @Test func linksImagesAndAnchorsAreFound() {
    let text =
      "> a <a id=x\n> href='b&amp;c'>d</a> <img src=e> <img src=f alt=''>\n\n<p id=g><img src=h alt=i></p>"
    let found = sanitised(text).findings.references.map { reference in
      "\(reference.kind) \(reference.destination) \(reference.span.start) \(reference.alternative ?? "-")"
    }
    #expect(
      found == [
        "link b&c 4 -", "anchor x 4 -", "image e 35 -", "image f 47 ", "anchor g 67 -",
        "image h 75 i",
      ])
  }
}
