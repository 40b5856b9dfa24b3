/// The Mersenne Twister MT19937: random words of 32 bits with a period of 2¹⁹⁹³⁷ − 1.
///
/// M. Matsumoto and T. Nishimura, "Mersenne Twister: A 623-Dimensionally Equidistributed Uniform
/// Pseudo-Random Number Generator", ACM TOMACS 8 (1998); seeding as in their revision of 2002. Python's
/// `random` and NumPy's older generator are made from it.
struct MersenneTwister {
  static let wordCount = 624
  private static let middle = 397

  private(set) var words: [UInt32]
  /// How many of `words` have been given out.
  private(set) var used = wordCount

  /// Seeded by one word.
  init(seed: UInt32) {
    var word = seed
    words = [word]
    words.reserveCapacity(Self.wordCount)
    for index in 1..<Self.wordCount {
      word = 1_812_433_253 &* (word ^ word >> 30) &+ UInt32(index)
      words.append(word)
    }
  }

  /// Seeded by an array of words, which must not be empty.
  init(key: [UInt32]) {
    self.init(seed: 19_650_218)
    let count = Self.wordCount
    var place = 1
    var keyPlace = 0
    for _ in 0..<max(count, key.count) {
      let previous = words[place - 1]
      words[place] =
        (words[place] ^ (previous ^ previous >> 30) &* 1_664_525) &+ key[keyPlace]
        &+ UInt32(truncatingIfNeeded: keyPlace)
      advance(&place)
      keyPlace = keyPlace + 1 == key.count ? 0 : keyPlace + 1
    }
    for _ in 1..<count {
      let previous = words[place - 1]
      words[place] =
        (words[place] ^ (previous ^ previous >> 30) &* 1_566_083_941) &- UInt32(place)
      advance(&place)
    }
    words[0] = 0x8000_0000
  }

  /// As it was when `words` and `used` were taken from another; `nil` when they are no state.
  init?(words: [UInt32], used: Int) {
    guard words.count == Self.wordCount, (0...Self.wordCount).contains(used) else { return nil }
    self.words = words
    self.used = used
  }

  private mutating func advance(_ place: inout Int) {
    place += 1
    if place == Self.wordCount {
      words[0] = words[Self.wordCount - 1]
      place = 1
    }
  }

  /// The next word, all of its 32 bits random.
  mutating func next() -> UInt32 {
    if used == Self.wordCount { twist() }
    var word = words[used]
    used += 1
    word ^= word >> 11
    word ^= word << 7 & 0x9D2C_5680
    word ^= word << 15 & 0xEFC6_0000
    return word ^ word >> 18
  }

  /// The next number from 0 to 1, without 1: a multiple of 2⁻⁵³.
  mutating func nextUnit() -> Double {
    let high = next() >> 5
    let low = next() >> 6
    return (Double(high) * 0x1p26 + Double(low)) * 0x1p-53
  }

  /// The next `count` bits, from 1 to 64, as a number.
  mutating func nextBits(_ count: Int) -> UInt64 {
    if count <= 32 { return UInt64(next() >> UInt32(32 - count)) }
    let low = UInt64(next())
    return low | UInt64(next() >> UInt32(64 - count)) << 32
  }

  private mutating func twist() {
    let count = Self.wordCount
    words.withUnsafeMutableBufferPointer { words in
      for index in 0..<count {
        let next = words[index + 1 < count ? index + 1 : 0]
        let mixed = words[index] & 0x8000_0000 | next & 0x7FFF_FFFF
        let far = index + Self.middle
        words[index] =
          words[far < count ? far : far - count] ^ mixed >> 1
          ^ (next & 1 == 0 ? 0 : 0x9908_B0DF)
      }
    }
    used = 0
  }
}
