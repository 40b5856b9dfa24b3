/// Where one input of a function may lie when points are sampled.
public enum SampleRange: Sendable, Equatable {
  /// Anywhere: magnitudes from hundredths to tens, of both signs.
  case anywhere
  /// Strictly between two bounds, either of which may be infinite.
  case between(Double, Double)
  /// One of so many things; its coordinate is their index.
  case oneOf(Int)
}

/// A sequence of points to compare functions at, the same on every run and every machine.
///
/// The first points have coordinates that are easy to read, such as 0.5 and -3, all of different size,
/// so that inputs that were mixed up show; never 0 or 1, at which too much agrees. The later ones have
/// three digits and spread over scales. All are decimals that print as they are.
public struct SamplePoints: Sendable {
  private let ranges: [SampleRange]
  private var generator: SplitMix64
  private var drawn = 0

  /// Points whose coordinates lie in `ranges`.
  public init(in ranges: [SampleRange], seed: UInt64 = 20) {
    self.ranges = ranges
    generator = SplitMix64(state: seed)
  }

  /// How many points are easy to read.
  static let roundCount = 16

  /// Sizes of easy coordinates: more than most functions have inputs.
  private static let roundSizes: [Double] = [0.5, 2, 1.5, 3, 0.2, 0.7, 2.5, 0.3, 1.2, 4, 0.8, 1.7]

  /// The next point: a coordinate for each range.
  public mutating func next() -> [Double] {
    defer { drawn += 1 }
    let isRound = drawn < Self.roundCount
    let sizes = shuffledSizes()
    return ranges.enumerated().map { index, range in
      let size = isRound ? sizes[index % sizes.count] : spreadSize()
      let isNegative = generator.next() & 1 == 1
      switch range {
      case .anywhere: return isNegative ? -size : size
      case .between(let low, let high):
        return inside(low, high, size: size, isNegative: isNegative, isRound: isRound)
      case .oneOf(let count): return Double(generator.below(max(count, 1)))
      }
    }
  }

  /// The same point where functions with a smaller domain may have a value: all coordinates positive,
  /// then all between 0 and 1. Only coordinates that may lie anywhere are moved.
  public func variants(of point: [Double]) -> [[Double]] {
    guard ranges.contains(.anywhere) else { return [] }
    let positive = moved(point) { abs($0) }
    let fraction = moved(point) { max((abs($0) / (1 + abs($0)) * 1_000).rounded(), 1) / 1_000 }
    return [positive, fraction].filter { $0 != point }
  }

  private func moved(_ point: [Double], _ move: (Double) -> Double) -> [Double] {
    zip(ranges, point).map { $0 == .anywhere ? move($1) : $1 }
  }

  private mutating func shuffledSizes() -> [Double] {
    var sizes = Self.roundSizes
    for index in sizes.indices.dropFirst() { sizes.swapAt(index, generator.below(index + 1)) }
    return sizes
  }

  /// A size of three digits: hundredths, tenths, ones, and sometimes tens.
  private mutating func spreadSize() -> Double {
    let digits = Double(100 + generator.below(900))
    // Ones are drawn most: functions of nets have their bends there, and saturate at tens.
    let divisors: [Double] = [10_000, 1_000, 1_000, 100, 100, 100, 100, 10]
    return digits / divisors[generator.below(divisors.count)]
  }

  private mutating func inside(
    _ low: Double, _ high: Double, size: Double, isNegative: Bool, isRound: Bool
  ) -> Double {
    switch (low.isFinite, high.isFinite) {
    case (true, true):
      let part = isRound ? Double(1 + generator.below(9)) / 10 : generator.unit()
      let value = low + (high - low) * part
      let short = rounded(value, toStepsOf: (high - low) / (isRound ? 20 : 1_000))
      return low < short && short < high ? short : value
    case (true, false): return low + size
    case (false, true): return high - size
    case (false, false): return isNegative ? -size : size
    }
  }

  /// The nearest decimal whose last digit counts about as much as `step`.
  private func rounded(_ value: Double, toStepsOf step: Double) -> Double {
    var scale = 1.0
    while scale * step < 1, scale < 1e15 { scale *= 10 }
    return (value * scale).rounded() / scale
  }
}

/// Steele, Lea and Flood's generator: "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct SplitMix64: Sendable {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to `bound`, without it. Counts here are small: the bias of the remainder is
  /// below 2⁻⁵⁰.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// A number between 0 and 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
