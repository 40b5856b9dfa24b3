/// Turns a seed of any size into as many well-mixed words as a generator needs.
///
/// M. O'Neill, "Developing a seed_seq Alternative" (2015), in NumPy's form: a pool of four words, into
/// which those of the seed are hashed and then each into every other.
struct SeedSequence {
  /// The seed in words of 32 bits, the lowest first; 0 is one word.
  let entropy: [UInt32]
  /// The places of this seed among the children of its parents, outermost first.
  let spawnKey: [UInt32]
  private let pool: [UInt32]

  init(entropy: [UInt32], spawnKey: [UInt32] = []) {
    self.entropy = entropy
    self.spawnKey = spawnKey
    pool = SeedSequence.mixed(entropy, spawnKey)
  }

  private static let poolSize = 4

  private static func mixed(_ entropy: [UInt32], _ spawnKey: [UInt32]) -> [UInt32] {
    var words = entropy
    if !spawnKey.isEmpty {
      words += Array(repeating: 0, count: max(0, poolSize - words.count)) + spawnKey
    }
    var multiplier: UInt32 = 0x43B0_D7E5
    func hashed(_ word: UInt32) -> UInt32 {
      var word = word ^ multiplier
      multiplier = multiplier &* 0x931E_8875
      word = word &* multiplier
      return word ^ word >> 16
    }
    var pool = (0..<poolSize).map { hashed($0 < words.count ? words[$0] : 0) }
    for source in 0..<poolSize {
      for target in 0..<poolSize where target != source {
        pool[target] = joined(pool[target], hashed(pool[source]))
      }
    }
    for word in words.dropFirst(poolSize) {
      for target in 0..<poolSize { pool[target] = joined(pool[target], hashed(word)) }
    }
    return pool
  }

  private static func joined(_ x: UInt32, _ y: UInt32) -> UInt32 {
    let result = 0xCA01_F9DD &* x &- 0x4973_F715 &* y
    return result ^ result >> 16
  }

  /// The first `count` words; always the same.
  func words(_ count: Int) -> [UInt32] {
    var multiplier: UInt32 = 0x8B51_F9DD
    return (0..<count).map { index in
      var word = pool[index % SeedSequence.poolSize] ^ multiplier
      multiplier = multiplier &* 0x58F3_8DED
      word = word &* multiplier
      return word ^ word >> 16
    }
  }

  /// The seed of a stream that has nothing to do with this one's or another child's.
  func child(_ index: UInt32) -> SeedSequence {
    SeedSequence(entropy: entropy, spawnKey: spawnKey + [index])
  }
}
