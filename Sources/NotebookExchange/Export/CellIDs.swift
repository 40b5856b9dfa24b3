/// Names for the cells of a notebook as nbformat 4.5 wants them: each once, up to 64 letters, digits,
/// hyphens and underscores of ASCII.
struct CellIDs {
  private var taken: Set<String> = []
  /// How often a name was asked for.
  private var counts: [String: Int] = [:]
  private static let longest = 64

  /// The name itself where it can be one; `loss-2` when `loss` is taken.
  mutating func id(for name: String) -> String {
    let name = Self.valid(name)
    var id = name
    while !taken.insert(id).inserted {
      counts[name, default: 1] += 1
      let suffix = "-\(counts[name, default: 1])"
      id = name.prefix(Self.longest - suffix.count) + suffix
    }
    return id
  }

  private static func valid(_ name: String) -> String {
    let scalars = name.unicodeScalars.prefix(longest).map { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": Character(scalar)
      default: Character("-")
      }
    }
    return scalars.isEmpty ? "cell" : String(scalars)
  }
}
