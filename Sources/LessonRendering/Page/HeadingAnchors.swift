import LessonDocument
import SourceText

/// The headings of a lesson, each with the identifier that GitHub would give it, so that
/// `[…](#the-chain-rule)` works in both places.
struct HeadingAnchors {
  /// A heading and its identifier.
  struct Entry {
    var level: Int
    var identifier: String
    var content: [Inline]
    /// The heading in the file.
    var span: Span
  }

  private(set) var entries: [Entry] = []
  /// How often a slug was asked for again.
  private var repetitions: [String: Int] = [:]

  /// The headings of `blocks` in order, wherever they stand; `reserved` identifiers are taken already.
  init(of blocks: [Block], reserved: [String]) {
    for identifier in reserved { repetitions[identifier] = 0 }
    add(blocks)
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks.withDescendants {
      guard case .heading(let level, let content) = block.kind else { continue }
      let identifier = unique(Self.slug(of: content.plainText))
      entries.append(
        Entry(level: level, identifier: identifier, content: content, span: block.span))
    }
  }

  private mutating func unique(_ slug: String) -> String {
    let base = slug.isEmpty ? "section" : slug
    guard var count = repetitions[base] else {
      repetitions[base] = 0
      return base
    }
    var candidate: String
    repeat {
      count += 1
      candidate = "\(base)-\(count)"
    } while repetitions[candidate] != nil
    repetitions[base] = count
    repetitions[candidate] = 0
    return candidate
  }

  /// Small letters; what is no letter, mark, digit, `_`, `-` or space falls away; spaces become `-`.
  static func slug(of text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " || scalar == "\n" {
        slug.append("-")
      } else if scalar == "-" || scalar == "_" || scalar.isWordPart {
        slug.unicodeScalars.append(scalar)
      }
    }
    return slug
  }
}
