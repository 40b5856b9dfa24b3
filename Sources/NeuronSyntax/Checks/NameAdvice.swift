/// What may have been meant by a name that nothing binds.
struct NameAdvice {
  let names: SessionNames
  /// The locals of the functions around the place, innermost last.
  let scopes: [[String]]

  func help(for name: String) -> String? {
    if let foreign = Self.foreign[name] { return foreign }
    if let part = localEnding(in: name) { return "did you mean `\(part)`?" }
    return nearest(to: name).map { "did you mean `\($0)`?" }
  }

  /// Words of other languages, and modules that a lesson forgot to import.
  private static let foreign: [String: String] = [
    "null": "write `None`", "nil": "write `None`", "undefined": "write `None`",
    "true": "write `True`", "false": "write `False`", "this": "write `self`",
    "np": "write `import numpy as np` first", "numpy": "write `import numpy` first",
    "math": "write `import math` first", "random": "write `import random` first",
    "plt": "write `import matplotlib.pyplot as plt` first",
  ]

  /// `dw` for a local `dJ_dw`: the name without its first part.
  private func localEnding(in name: String) -> String? {
    for scope in scopes.reversed() {
      if let local = scope.first(where: { $0.hasSuffix("_" + name) }) { return local }
    }
    return nil
  }

  /// The known name that the fewest typing slips turn into this one; inner scopes win.
  private func nearest(to name: String) -> String? {
    let characters = Array(name)
    // The time grows with the product of the lengths, and nobody misspells a name this long.
    guard characters.count <= 64 else { return nil }
    // A third of the letters wrong is still the same word; more is another.
    var best = max(1, characters.count / 3) + 1
    var result: String?
    for candidates in scopes.reversed() + [names.ordered, names.builtins] {
      for candidate in candidates where candidate != name && !candidate.hasPrefix(".") {
        let distance = editDistance(characters, Array(candidate), below: best)
        if distance < best, distance < max(characters.count, candidate.count) {
          best = distance
          result = candidate
        }
      }
    }
    return result
  }
}

/// How many letters must be changed, added, left out, or swapped with their neighbour (optimal
/// string alignment); `bound` where that is not less.
func editDistance(_ a: [Character], _ b: [Character], below bound: Int) -> Int {
  if abs(a.count - b.count) >= bound || a.isEmpty || b.isEmpty { return bound }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    for j in 1...b.count {
      var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        cost = min(cost, beforeLast[j - 2] + 1)
      }
      row.append(cost)
    }
    if row.min() ?? 0 >= bound { return bound }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
