/// The name among `names` that a misspelt one most likely means: fewest slips (a character left out,
/// added, replaced, or two swapped), the first of equals. `nil` when none is near: more than a third
/// of the characters, or two for short names, would have to change, and none begins with the other.
///
///     nearestName(to: "fig-cpation", in: ["fig-cap", "fig-alt", "fig-caption"])  // "fig-caption"
public func nearestName(to name: String, in names: some Sequence<String>) -> String? {
  let scalars = Array(name.lowercased().unicodeScalars)
  // Longer than any name that a person means; the table below grows with its square.
  guard !scalars.isEmpty, scalars.count <= 100 else { return nil }
  let limit = scalars.count < 3 ? 1 : max(2, scalars.count / 3)
  var best: (name: String, slips: Int)?
  for candidate in names where candidate != name {
    let other = Array(candidate.lowercased().unicodeScalars)
    guard abs(other.count - scalars.count) <= limit else { continue }
    let slips = slipCount(scalars, other)
    if slips <= limit, slips < scalars.count, slips < best?.slips ?? .max {
      best = (candidate, slips)
    }
  }
  return best?.name
    ?? names.first { other in isBeginning(name, of: other) || isBeginning(other, of: name) }
}

/// Whether one name is a longer one cut short, as `fig-cap` is `fig-caption`.
private func isBeginning(_ short: String, of long: String) -> Bool {
  short != long && short.utf8.count >= 3 && long.hasPrefix(short)
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
