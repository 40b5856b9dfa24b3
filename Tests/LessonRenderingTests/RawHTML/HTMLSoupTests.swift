import LessonDocument
import LessonRendering
import SourceText
import Testing

/// Random HTML between random Markdown.
@Suite struct HTMLSoupTests {
  private static let pieces = [
    "<b>", "</b>", "<i class=x>", "</i>", "<p>", "</p>", "<div>", "</div>", "<a href=x>", "</a>",
    "<table>", "</table>", "<tr>", "<td>", "</td>", "</tr>", "<tbody>", "<th>", "<caption>",
    "<col>",
    "<li>", "</li>", "<ul>", "</ul>", "<dl>", "<dt>", "<dd>", "<h2>", "</h2>", "<pre>", "</pre>",
    "<br>",
    "<img src=y>", "<details>", "<summary>", "</details>", "<span style='color:red;top:1px'>",
    "</span>",
    "<script>", "</script>", "<svg>", "</svg>", "<style>", "<textarea>", "<select>", "<option>",
    "<b onclick=z>", "<a href=javascript:x>", "<!--", "-->", "<!x>", "<?y?>", "<![CDATA[", "]]>",
    "<math>", "<mtext>", "</br>", "<image>", "<font color=red>", "<nobr>", "<ruby>", "<rt>", "<hr>",
    "<", ">", "&", "&lt;", "\"", "'", "=", "<div class=\"", "<b a='", "<x-y>", "</", "</>", "<a",
    "text", " ", " ", "\n", "\n", "\n\n", "\n\n", "*", "**", "`", "[", "](z)", "![", "> ", "- ",
    "1. ",
    "# ", "    ", "|", "\n|---|\n", "\\", "é", "\t",
  ]

  @Test(arguments: 0..<8)
  func whateverIsWrittenComesOutBalanced(seed: UInt64) {
    var random = SoupRandomness(state: seed &* 0xD134_2543_DE82_EF95 &+ 1)
    for _ in 0..<250 {
      let count = Int(random.next() % 40)
      let text = (0..<count).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
      }
      .joined()
      let html = sanitised(text).html
      let markdown = pageMarkdown(text)
      let left = sanitised(markdown).findings.diagnostics.filter { $0.rule == .htmlRemoved }
      let problem =
        Forbidden.first(in: html) ?? WrittenTag.firstUnbalanced(in: html) ?? leftOver(in: html)
        ?? messages(left).first.map { "\($0) in \(markdown)" }
      guard problem == nil else {
        Issue.record("\(text.debugDescription): \(html): \(problem ?? "")")
        return
      }
    }
  }
}

/// What is wrong with a page's HTML when it is read once more. Where text stood in a table and not in a
/// cell of it, parsers move it, and it may move again.
private func leftOver(in html: String) -> String? {
  let (again, diagnostics) = writtenOnceMore(html)
  // Tables of the page's own can be reached by keyboard; an author's need not.
  let removed = diagnostics.filter {
    $0.rule == .htmlRemoved && !$0.message.hasPrefix("`tabindex`")
  }
  return Forbidden.first(in: again) ?? WrittenTag.firstUnbalanced(in: again)
    ?? messages(removed).first
}

private struct SoupRandomness {
  var state: UInt64

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
