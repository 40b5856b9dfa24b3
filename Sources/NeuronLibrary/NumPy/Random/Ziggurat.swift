import Backprop

/// The area under a falling curve in 256 strips of equal size: a random strip and a random place in it
/// mostly give a number of the curve's distribution at once.
///
/// G. Marsaglia and W. W. Tsang, "The Ziggurat Method for Generating Random Variables", Journal of
/// Statistical Software 5 (2000); J. A. Doornik's form for words of 64 bits.
final class Ziggurat: Sendable {
  struct Strip {
    /// A place below it, in steps of `width`, is under the curve.
    let bound: UInt64
    /// Of one step.
    let width: Double
    /// Of the curve at the end of the strip.
    let height: Double
  }

  private let strips: [Strip]

  /// - Parameter figures: bound, bits of the width and bits of the height of each of the strips.
  init(_ figures: [UInt64]) {
    strips = stride(from: 0, to: figures.count, by: 3).map {
      Strip(
        bound: figures[$0], width: Double(bitPattern: figures[$0 + 1]),
        height: Double(bitPattern: figures[$0 + 2]))
    }
  }

  @inline(__always)
  subscript(index: Int) -> Strip { strips[index] }

  /// Where the tail begins.
  static let normalTail = 3.6541528853610087963519472518
  static let exponentialTail = 7.6971174701310497140446280481
}

extension BitGenerator {
  /// Of mean 0 and deviation 1.
  mutating func zigguratNormal() -> Double {
    let table = Ziggurat.normal
    while true {
      let word = next64()
      let index = Int(word & 0xFF)
      let isNegative = word >> 8 & 1 != 0
      let place = word >> 9 & 0xF_FFFF_FFFF_FFFF
      let strip = table[index]
      let size = Double(place) * strip.width
      let x = isNegative ? -size : size
      if place < strip.bound { return x }
      if index == 0 { return normalTail(isNegative: place >> 8 & 1 != 0) }
      let height = (table[index - 1].height - strip.height) * nextUnit() + strip.height
      if height < Elementary.exp(-0.5 * x * x) { return x }
    }
  }

  private mutating func normalTail(isNegative: Bool) -> Double {
    let inverse = 0.27366123732975827203338247596
    while true {
      let x = -inverse * Elementary.log1p(-nextUnit())
      let y = -Elementary.log1p(-nextUnit())
      if y + y > x * x { return isNegative ? -(Ziggurat.normalTail + x) : Ziggurat.normalTail + x }
    }
  }

  /// Of mean 1.
  mutating func zigguratExponential() -> Double {
    let table = Ziggurat.exponential
    while true {
      let word = next64() >> 3
      let index = Int(word & 0xFF)
      let place = word >> 8
      let strip = table[index]
      let x = Double(place) * strip.width
      if place < strip.bound { return x }
      if index == 0 { return Ziggurat.exponentialTail - Elementary.log1p(-nextUnit()) }
      let height = (table[index - 1].height - strip.height) * nextUnit() + strip.height
      if height < Elementary.exp(-x) { return x }
    }
  }
}
