import LessonDocument
import LessonRendering
import YAMLText

// What `neuronbook.yml` says of the site as its readers meet it.

extension SettingsReader {
  /// A language tag, by its outer form (RFC 5646, 2.1).
  mutating func language(_ yaml: YAML, of key: String) -> String? {
    value(yaml, of: key, expected: "a language tag, such as `en` or `pt-BR`") { text in
      let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      let isTag = parts.allSatisfy { part in
        (1...8).contains(part.count)
          && part.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
      }
      let isLanguage = (2...3).contains(parts[0].count) && parts[0].allSatisfy { $0 > 0x39 }
      return isTag && isLanguage ? text : nil
    }
  }

  /// Where a site is published.
  mutating func siteAddress(_ yaml: YAML, of key: String) -> SiteAddress? {
    let expected =
      "an address that begins with `https://`, such as `https://ada.github.io/lessons/`"
    return value(yaml, of: key, expected: expected) { SiteAddress($0) }
  }

  /// A site's picture. An address is taken as it is; a file must be there.
  ///
  /// - Parameter path: where a path of the configuration leads.
  mutating func siteImage(
    _ yaml: YAML, of key: String, _ path: (String) -> String
  ) -> SiteImage? {
    guard let text = text(yaml, of: key) else { return nil }
    if SiteAddress(String(text.prefix { $0 != "?" })) != nil { return .address(text) }
    let file = path(text)
    if !SiteImage.isShown(file) {
      let expected = "a file that ends in .png, .jpg, .webp or .gif, or an address with `https:`"
      report("`\(key)` is \(expected), but `\(text)` is given", at: yaml.place)
    } else if FileStatus(path: file)?.isRegularFile != true {
      report("`\(key)` is `\(text)`, which is not there", at: yaml.place)
    }
    return .file(file)
  }
}
