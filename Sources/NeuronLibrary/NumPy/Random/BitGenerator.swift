/// A stream of random words, from which NumPy's distributions are made.
protocol BitGenerator {
  mutating func next32() -> UInt32
  mutating func next64() -> UInt64
  /// From 0 to 1, without 1: a multiple of 2⁻⁵³.
  mutating func nextUnit() -> Double
}

extension MersenneTwister: BitGenerator {
  mutating func next32() -> UInt32 { next() }

  mutating func next64() -> UInt64 {
    let high = UInt64(next())
    return high << 32 | UInt64(next())
  }

  /// Seeded as `np.random.MT19937` is: the words are those of a seed sequence.
  init(_ seed: SeedSequence) {
    var words = seed.words(MersenneTwister.wordCount)
    words[0] = 0x8000_0000
    // NumPy starts at the last word of the first block.
    self = MersenneTwister(words: words, used: MersenneTwister.wordCount - 1) ?? Self(seed: 0)
  }
}

extension BitGenerator {
  /// Fills with numbers from 0 to 1, without 1.
  mutating func fillUnits(_ result: UnsafeMutableBufferPointer<Double>) {
    for index in result.indices { result[index] = nextUnit() }
  }

  /// From 0 to `bound`, both included: bits are drawn until they make such a number.
  mutating func interval(_ bound: UInt64) -> UInt64 {
    if bound == 0 { return 0 }
    let mask = UInt64.max >> UInt64(bound.leadingZeroBitCount)
    while true {
      let bits = bound <= UInt64(UInt32.max) ? UInt64(next32()) & mask : next64() & mask
      if bits <= bound { return bits }
    }
  }
}
