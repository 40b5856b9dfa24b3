/// A piecewise map from offsets in a derived text to offsets in the text it was made from.
///
/// A cell inside a block quote loses the `> ` of each line; masked Markdown has a formula replaced by
/// one character. Both keep, with the text, a map back:
///
///     file     > x = 1⏎> y = 2⏎          map   0 → 2
///     derived  x = 1⏎y = 2⏎                    6 → 10
public struct OffsetMap: Hashable, Sendable {
  /// From `derived` on, the offset `derived + k` came from `original + k`, up to the next run.
  private struct Run: Hashable {
    var derived: Int
    var original: Int
  }

  private var runs: [Run] = []

  /// The identity.
  public init() {}

  /// Says that the derived text from offset `derived` on is a copy of the original from `original`.
  /// Calls come in ascending order of `derived`; a later call for the same offset replaces.
  public mutating func append(derived: Int, original: Int) {
    if let last = runs.last {
      if last.derived == derived {
        runs.removeLast()
      } else if original - last.original == derived - last.derived {
        return
      }
    }
    runs.append(Run(derived: derived, original: original))
  }

  /// Where in the derived text, up to an offset, pieces of the original begin; always also 0.
  fileprivate func starts(upTo end: Int) -> [Int] {
    [0] + runs.lazy.map(\.derived).filter { $0 > 0 && $0 <= end }
  }

  /// The offset in the original text; inside a replaced piece, the clamped place in what it replaces.
  public func original(of derived: Int) -> Int {
    guard let first = runs.first, derived >= first.derived else { return derived }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].derived <= derived { low = middle } else { high = middle }
    }
    let offset = runs[low].original + derived - runs[low].derived
    return high < runs.count ? min(offset, max(runs[high].original, runs[low].original)) : offset
  }

  /// The span in the original text. Its end is one past the original of the last byte, so that a
  /// span never swallows what was taken out after it.
  public func original(of span: Span) -> Span {
    let start = original(of: span.start)
    return Span(start, span.length == 0 ? start : max(start, original(of: span.end - 1) + 1))
  }
}

/// A text taken out of a file, line prefixes removed, that knows the way back: a cell's code, or a
/// whole file.
public struct SourceFragment: Sendable {
  public let file: SourceFile
  /// The fragment's own text.
  public let utf8: [UInt8]
  private let map: OffsetMap

  /// A text made from `file`; `map` leads from offsets in `utf8` to offsets in the file.
  public init(file: SourceFile, utf8: [UInt8], map: OffsetMap) {
    self.file = file
    self.utf8 = utf8
    self.map = map
  }

  /// All of a file.
  public init(_ file: SourceFile) {
    self.init(file: file, utf8: file.utf8, map: OffsetMap())
  }

  /// The fragment's text.
  public var text: String { String(decoding: utf8, as: UTF8.self) }

  /// The place in the file of a span of the fragment.
  public func place(of span: Span) -> Place {
    Place(file, map.original(of: span))
  }

  /// The fragment between `{` and `}`, which have no place of their own.
  public var inBraces: SourceFragment {
    var braced = OffsetMap()
    braced.append(derived: 0, original: map.original(of: 0))
    for run in map.starts(upTo: utf8.count) {
      braced.append(derived: run + 1, original: map.original(of: run))
    }
    let last = utf8.isEmpty ? map.original(of: 0) : map.original(of: utf8.count - 1) + 1
    braced.append(derived: utf8.count + 1, original: last)
    return SourceFragment(
      file: file, utf8: [UInt8(ascii: "{")] + utf8 + [UInt8(ascii: "}")], map: braced)
  }
}
