import LessonDocument
import SourceText

/// What a page decides about a lesson's parts while `HTMLWriter` writes the rest. Results go into the
/// page as they are, so whoever makes them escapes what they hold.
public protocol HTMLParts {
  /// A formula, typeset or shown as TeX. In a link it must not hold another.
  mutating func math(_ math: Math, isInLink: Bool) -> String

  /// A cell with its output, by its index in `Lesson.cells`.
  mutating func cell(_ index: Int) -> String

  /// An inline value, by its index in `Lesson.values`.
  mutating func value(_ index: Int) -> String

  /// An inline value where only text can stand; not escaped.
  func valueText(_ index: Int) -> String

  /// A block of code that is only shown; `nil` for the plain form. `info` is its whole info string.
  mutating func code(_ text: String, info: String) -> String?

  /// The place that a heading can be linked by; `nil` for none.
  mutating func anchor(level: Int, text: String) -> HeadingAnchor?

  /// Where a link leads on the page; dangerous destinations are dropped afterwards.
  mutating func link(_ destination: String) -> String

  /// What a link says whose author gave it no text; not escaped, `nil` for nothing.
  func text(ofEmptyLinkTo destination: String) -> String?

  /// Whether links that show their own address are marked, so that print need not say it again.
  var marksAddresses: Bool { get }

  /// Whether `mark`, with which a paragraph begins, is written as such, and not with an escape that makes
  /// it text.
  func isMark(_ mark: String, in paragraph: Span) -> Bool

  /// Where an image lies for the page; dangerous sources are dropped afterwards.
  mutating func image(_ source: String) -> String
}

/// How a heading can be linked.
public struct HeadingAnchor: Hashable, Sendable {
  /// Not escaped.
  public var id: String
  /// HTML after the heading's text, such as a link to itself.
  public var suffix: String

  /// An anchor.
  public init(id: String, suffix: String = "") {
    self.id = id
    self.suffix = suffix
  }
}

extension HTMLParts {
  public mutating func math(_ math: Math, isInLink: Bool) -> String {
    "<code>" + HTMLEscaping.escaped(math.tex) + "</code>"
  }

  public mutating func cell(_ index: Int) -> String { "" }
  public mutating func value(_ index: Int) -> String { "" }
  public func valueText(_ index: Int) -> String { "" }
  public mutating func code(_ text: String, info: String) -> String? { nil }
  public mutating func anchor(level: Int, text: String) -> HeadingAnchor? { nil }
  public mutating func link(_ destination: String) -> String { destination }
  public func text(ofEmptyLinkTo destination: String) -> String? { nil }
  public mutating func image(_ source: String) -> String { source }
  public var marksAddresses: Bool { false }
  public func isMark(_ mark: String, in paragraph: Span) -> Bool { true }
}

/// Parts as plain CommonMark has them.
public struct PlainHTMLParts: HTMLParts {
  public init() {}
}
