/// Tells comments from other raw HTML: they show nothing, so nothing is lost with them.
public enum HTMLComment {
  /// Whether a piece of raw HTML is one comment and white space. To a browser `<!-->` is a whole comment,
  /// and `--!>` ends one.
  public static func isAll(of html: String) -> Bool {
    let bytes = Array(html.utf8)
    guard bytes.has("<!--", at: 0), !bytes.has(">", at: 4), !bytes.has("->", at: 4) else {
      return false
    }
    var offset = 4
    while offset < bytes.count, !bytes.has("-->", at: offset) {
      if bytes.has("--!>", at: offset) { return false }
      offset += 1
    }
    return offset < bytes.count && bytes[(offset + 3)...].allSatisfy(\.isWhitespace)
  }
}
