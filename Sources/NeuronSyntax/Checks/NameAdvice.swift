import SourceText

/// What may have been meant by a name that nothing binds.
struct NameAdvice {
  let names: SessionNames
  /// The locals of the functions around the place, innermost last.
  let scopes: [[String]]

  /// What to write instead, and whether a replacement of the name is certain.
  struct Advice {
    var help: String
    var replacement: String?
  }

  func advice(for name: String) -> Advice? {
    if let foreign = Self.foreign[name] {
      return Advice(help: "write `\(foreign)`", replacement: name == "this" ? nil : foreign)
    }
    if let module = Self.modules[name] { return Advice(help: "write `\(module)` first") }
    if let part = localEnding(in: name) { return Advice(help: "did you mean `\(part)`?") }
    guard let near = nearest(to: name) else { return nil }
    // One slip in a word that is long enough for it to be no other word.
    let isCertain = near.isUnique && near.slips <= 1 && name.unicodeScalars.count >= 4
    return Advice(
      help: "did you mean `\(near.name)`?", replacement: isCertain ? near.name : nil)
  }

  /// Words of other languages.
  private static let foreign: [String: String] = [
    "null": "None", "nil": "None", "undefined": "None", "true": "True", "false": "False",
    "this": "self",
  ]

  /// Modules that a lesson forgot to import, by the names they usually have.
  static let modules: [String: String] = [
    "np": "import numpy as np", "numpy": "import numpy", "math": "import math",
    "random": "import random", "itertools": "import itertools", "functools": "import functools",
    "collections": "import collections",
  ]

  /// `dw` for a local `dJ_dw`: the name without its first part.
  private func localEnding(in name: String) -> String? {
    for scope in scopes.reversed() {
      if let local = scope.first(where: { $0.hasSuffix("_" + name) }) { return local }
    }
    return nil
  }

  /// The known name that the fewest typing slips turn into this one; inner scopes win.
  private func nearest(to name: String) -> NearMiss? {
    // The time grows with the product of the lengths, and nobody misspells a name this long.
    guard name.utf8.count <= 64 else { return nil }
    let known = [scopes.reversed().flatMap(\.self), names.ordered, names.builtins].joined()
    return nearMiss(of: name, in: known.lazy.filter { !$0.hasPrefix(".") })
  }
}
