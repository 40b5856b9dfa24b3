import JSONText
import SourceText

/// A rule as SARIF's `reportingDescriptor`, with its page as help.
enum SARIFRule {
  static func json(_ rule: Rule) -> JSON {
    [
      "id": .string(rule.id),
      "shortDescription": ["text": .string(SARIFText.plain(rule.summary))],
      "fullDescription": ["text": .string(SARIFText.plain(joined(rule.explanation)))],
      "help": [
        "text": .string(SARIFText.plain(RulePage(rule).text)),
        "markdown": .string(RulePage(rule).markdown),
      ],
      "defaultConfiguration": ["level": rule.severity == .warning ? "warning" : "error"],
      "properties": ["severity": .string(RuleTable.word(for: rule.severity))],
    ]
  }

  /// Lines of a paragraph joined.
  private static func joined(_ text: String) -> String {
    text.split(separator: "\n\n").map { $0.split(separator: "\n").joined(separator: " ") }
      .joined(separator: "\n\n")
  }
}

/// Plain text in SARIF, where `{0}` would be a placeholder and `[text](1)` a link.
enum SARIFText {
  static func message(_ text: String) -> JSON {
    ["text": .string(plain(text))]
  }

  /// The headline, the notes that have no place of their own, and what to do.
  static func message(of diagnostic: Diagnostic) -> JSON {
    var parts = [diagnostic.message]
    parts += diagnostic.notes.filter { $0.place == nil }.map(\.message)
    if let help = diagnostic.help { parts.append("help: \(help)") }
    return message(parts.joined(separator: "\n"))
  }

  /// Only what a viewer would take for a placeholder or a link is changed: the specification
  /// (3.11.5) has all braces doubled, but most viewers show them as they stand.
  static func plain(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let end = placeholderEnd(in: bytes, from: index) {
        result += [bytes[index]] + bytes[index..<end] + [bytes[end - 1]]
        index = end
        continue
      }
      if bytes[index...].starts(with: "](".utf8) { result.append(UInt8(ascii: "\\")) }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where a number in braces that begins at `start` ends.
  private static func placeholderEnd(in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "{") else { return nil }
    var end = start + 1
    while end < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) {
      end += 1
    }
    guard end > start + 1, end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return nil }
    return end + 1
  }
}
