/// The generator PCG64 (XSL-RR 128/64): a linear congruence of 128 bits whose state is folded and
/// turned into 64.
///
/// M. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random
/// Number Generation", Harvey Mudd College (2014). The state is kept as two words, since `UInt128` needs
/// a newer macOS than the package asks for.
struct PCG64: BitGenerator {
  private var high: UInt64 = 0
  private var low: UInt64 = 0
  private let incrementHigh: UInt64
  private let incrementLow: UInt64
  /// The upper half of a word whose lower half was given out.
  private var spare: UInt32?

  init(_ seed: SeedSequence) {
    let words = seed.words(8).map { UInt64($0) }
    let pairs = stride(from: 0, to: 8, by: 2).map { words[$0] | words[$0 + 1] << 32 }
    incrementHigh = pairs[2] << 1 | pairs[3] >> 63
    incrementLow = pairs[3] << 1 | 1
    step()
    add(pairs[0], pairs[1])
    step()
  }

  private mutating func add(_ otherHigh: UInt64, _ otherLow: UInt64) {
    let (sum, carry) = low.addingReportingOverflow(otherLow)
    low = sum
    high = high &+ otherHigh &+ (carry ? 1 : 0)
  }

  @inline(__always)
  private mutating func step() {
    let factorHigh: UInt64 = 2_549_297_995_355_413_924
    let factorLow: UInt64 = 4_865_540_595_714_422_341
    let product = low.multipliedFullWidth(by: factorLow)
    high = product.high &+ high &* factorLow &+ low &* factorHigh
    low = product.low
    add(incrementHigh, incrementLow)
  }

  @inline(__always)
  mutating func next64() -> UInt64 {
    step()
    let folded = high ^ low
    let turn = high >> 58
    return folded >> turn | folded << ((64 - turn) & 63)
  }

  mutating func next32() -> UInt32 {
    if let half = spare {
      spare = nil
      return half
    }
    let word = next64()
    spare = UInt32(word >> 32)
    return UInt32(truncatingIfNeeded: word)
  }

  @inline(__always)
  mutating func nextUnit() -> Double {
    Double(next64() >> 11) * 0x1p-53
  }
}
