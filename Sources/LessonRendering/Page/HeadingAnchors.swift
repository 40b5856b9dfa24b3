import LessonDocument

/// Gives every heading the identifier that GitHub would, so that `[…](#the-chain-rule)` works in both
/// places, and keeps what the table of contents needs.
struct HeadingAnchors {
  /// A heading and its identifier.
  struct Entry {
    var level: Int
    var identifier: String
    var content: [Inline]
  }

  private(set) var entries: [Entry] = []
  private var uses: [String: Int] = [:]

  /// No heading yet; `reserved` identifiers are taken already.
  init(reserved: [String]) {
    for identifier in reserved { uses[identifier] = 0 }
  }

  /// The identifier of the next heading of the lesson.
  mutating func add(level: Int, _ content: [Inline]) -> String {
    let identifier = unique(Self.slug(of: content))
    entries.append(Entry(level: level, identifier: identifier, content: content))
    return identifier
  }

  /// The identifier of a heading that the table of contents leaves out.
  mutating func reserve(_ content: [Inline]) -> String {
    unique(Self.slug(of: content))
  }

  private mutating func unique(_ slug: String) -> String {
    let base = slug.isEmpty ? "section" : slug
    guard var count = uses[base] else {
      uses[base] = 0
      return base
    }
    var candidate: String
    repeat {
      count += 1
      candidate = "\(base)-\(count)"
    } while uses[candidate] != nil
    uses[base] = count
    uses[candidate] = 0
    return candidate
  }

  /// Small letters; what is no letter, mark, digit, `_`, `-` or space falls away; spaces become `-`.
  static func slug(of content: [Inline]) -> String {
    var slug = ""
    for scalar in content.plainText.lowercased().unicodeScalars {
      if scalar == " " {
        slug.append("-")
      } else if scalar == "-" || scalar == "_" || scalar.isWordPart {
        slug.unicodeScalars.append(scalar)
      }
    }
    return slug
  }
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
      .otherNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}

extension [Inline] {
  /// What would be read aloud: no markup, formulas as TeX.
  var plainText: String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let string), .code(let string): text += string
      case .softBreak, .lineBreak: text += " "
      case .emphasis(let inner), .strong(let inner), .link(let inner, _, _),
        .image(let inner, _, _):
        text += inner.plainText
      case .math(let math): text += math.tex
      case .html: break
      }
    }
    return text
  }
}

extension [Inline] {
  /// The same text with nothing in it that leads elsewhere.
  var withoutLinks: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .link(let content, _, _), .image(let content, _, _): content.withoutLinks
      case .emphasis(let content): [.emphasis(content.withoutLinks)]
      case .strong(let content): [.strong(content.withoutLinks)]
      default: [inline]
      }
    }
  }
}
