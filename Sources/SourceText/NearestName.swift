/// The name among `names` that a misspelt one most likely means: fewest slips (a character left out,
/// added, replaced, or two swapped; the case does not count), the first of equals. `nil` when none is
/// near: a name of one character allows no slip, one of up to seven allows one, of up to eleven two,
/// a longer one three. Where no name is that near, it may be a known one cut short to at least half,
/// or lengthened to at most twice its length, and the shorter has three bytes or more.
///
///     nearestName(to: "fig-cpation", in: ["fig-cap", "fig-alt", "fig-caption"])  // "fig-caption"
public func nearestName(to name: String, in names: some Sequence<String>) -> String? {
  nearMiss(of: name, in: names)?.name
    ?? names.first { other in isBeginning(name, of: other) || isBeginning(other, of: name) }
}

/// A name that another one is near to.
public struct NearMiss: Hashable, Sendable {
  public var name: String
  /// How many slips lie between the two.
  public var slips: Int
  /// Whether no other name is as near.
  public var isUnique: Bool

  /// A name that is near.
  public init(name: String, slips: Int, isUnique: Bool) {
    self.name = name
    self.slips = slips
    self.isUnique = isUnique
  }
}

/// The nearest name by slips alone, as `nearestName` counts them; `nil` when none is near.
public func nearMiss(of name: String, in names: some Sequence<String>) -> NearMiss? {
  let scalars = Array(name.lowercased().unicodeScalars)
  // Longer than any name that a person means; the table below grows with its square.
  guard !scalars.isEmpty, scalars.count <= 100 else { return nil }
  let limit = slipLimit(scalars.count)
  var best: NearMiss?
  for candidate in names where candidate != name {
    // Scalars are at most bytes, and a byte count costs nothing.
    guard candidate.utf8.count <= 8 * (scalars.count + limit) else { continue }
    let other = Array(candidate.lowercased().unicodeScalars)
    guard abs(other.count - scalars.count) <= limit else { continue }
    let slips = scalars == other ? 0 : slipCount(scalars, other)
    guard slips <= limit, isSwapOrLong(scalars, other, slips) else { continue }
    if let known = best, slips >= known.slips {
      if slips == known.slips, candidate != known.name { best?.isUnique = false }
    } else {
      best = NearMiss(name: candidate, slips: slips, isUnique: true)
    }
  }
  return best
}

private func slipLimit(_ count: Int) -> Int {
  switch count {
  case 1: 0
  case ..<8: 1
  case ..<12: 2
  default: 3
  }
}

/// Of two characters one is half: only their order may be wrong.
private func isSwapOrLong(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], _ slips: Int) -> Bool {
  slips == 0 || min(a.count, b.count) > 2 || (a.count == 3 && b.count == 2)
    || (a.count == 2 && b == [a[1], a[0]])
}

/// Whether one name is a longer one cut short, as `fig-cap` is `fig-caption`.
private func isBeginning(_ short: String, of long: String) -> Bool {
  let (least, most) = (short.utf8.count, long.utf8.count)
  return short != long && least >= 3 && 2 * least >= most && long.hasPrefix(short)
}

/// The Damerau–Levenshtein distance in which no stretch is changed twice ("optimal string
/// alignment"), by three rows of its table.
private func slipCount(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast = Array(repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  var row = last
  for i in a.indices {
    row[0] = i + 1
    for j in b.indices {
      let replaced = last[j] + (a[i] == b[j] ? 0 : 1)
      row[j + 1] = min(replaced, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
      }
    }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[b.count]
}
