/// A half-open range of UTF-8 byte offsets, 0-based, in one text.
public struct Span: Hashable, Sendable {
  public var start: Int
  public var end: Int

  /// The bytes from `start` up to but not including `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The number of bytes; 0 for a mere place between two bytes.
  public var length: Int { end - start }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }
}
