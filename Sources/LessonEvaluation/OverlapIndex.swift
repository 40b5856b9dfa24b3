import SourceText

/// Finds among sorted problems those whose places overlap another's, without looking at each.
struct OverlapIndex {
  private struct Entry {
    var index: Int
    var span: Span
    /// The greatest end of this entry and those before it.
    var reach: Int
  }

  /// The entries of each file, by where they start.
  private var entries: [String: [Entry]] = [:]

  /// - Parameter diagnostics: sorted.
  init(_ diagnostics: [Diagnostic], where isWanted: (Diagnostic) -> Bool) {
    for (index, diagnostic) in diagnostics.enumerated() where isWanted(diagnostic) {
      guard case .text(let place) = diagnostic.location else { continue }
      let before = entries[place.file.path]?.last?.reach ?? 0
      entries[place.file.path, default: []].append(
        Entry(index: index, span: place.span, reach: max(before, place.span.end)))
    }
  }

  /// The indices of the problems that share a byte with this one, ascending.
  func overlapping(_ diagnostic: Diagnostic) -> [Int] {
    guard case .text(let place) = diagnostic.location, let entries = entries[place.file.path] else {
      return []
    }
    let span = place.span
    let first = entries.partition { $0.reach > span.start }
    return entries[first...].prefix { $0.span.start < span.end }
      .filter { $0.span.end > span.start }.map(\.index)
  }
}

extension Array {
  /// The first index whose element fulfils what all after it fulfil too.
  fileprivate func partition(_ isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
