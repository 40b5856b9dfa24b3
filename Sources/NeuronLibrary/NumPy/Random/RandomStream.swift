import Backprop

/// A stream of NumPy's random numbers, whichever generator feeds it and whichever way it draws. It fills
/// whole blocks, so that what stands behind it is asked once for many numbers.
protocol RandomStream: AnyObject {
  func fillUnits(_ result: UnsafeMutableBufferPointer<Double>)
  func fill(
    _ result: UnsafeMutableBufferPointer<Double>, _ distribution: ContinuousDistribution,
    _ columns: [RandomColumn])
  func fill(
    _ result: UnsafeMutableBufferPointer<Int64>, _ distribution: CountDistribution,
    _ column: RandomColumn)
  /// How often `tries` succeed, each with its probability.
  func fillBinomial(
    _ result: UnsafeMutableBufferPointer<Int64>, _ tries: IntegerColumn,
    _ probability: RandomColumn)
  /// Integers from `lowest` to `highest`, both included, of which each is at most the other.
  func fillIntegers(
    _ result: UnsafeMutableBufferPointer<Int64>, from lowest: IntegerColumn,
    to highest: IntegerColumn)
  /// Random bits, 0 or 1.
  func fillBits(_ result: UnsafeMutableBufferPointer<UInt8>)
  func multinomial(
    _ tries: Int, _ probabilities: UnsafeBufferPointer<Double>,
    _ result: UnsafeMutableBufferPointer<Int64>)
  func standardGamma(_ shape: Double) -> Double
  func beta(_ a: Double, _ b: Double) -> Double
  /// From 0 to `bound`, both included, by rejection of bits.
  func interval(_ bound: Int) -> Int
  /// The same by the way in which the stream makes its integers.
  func bounded(_ bound: Int) -> Int
}

/// The values of one parameter for the elements of a result: one for all, or one for each.
struct RandomColumn {
  let number: Double
  /// Contiguous `float64`, as many as the result has elements.
  let elements: NDArray?

  init(_ number: Double) {
    self.number = number
    elements = nil
  }

  init(_ elements: NDArray) {
    number = 0
    self.elements = elements
  }
}

/// The same for integers.
struct IntegerColumn {
  let number: Int64
  /// Contiguous `int64`, as many as the result has elements.
  let elements: NDArray?

  init(_ number: Int64) {
    self.number = number
    elements = nil
  }

  init(_ elements: NDArray) {
    number = 0
    self.elements = elements
  }
}

/// The distributions of integers with one parameter.
enum CountDistribution: Sendable {
  case geometric, poisson
}

final class SourceStream<Source: DistributionSource>: RandomStream {
  var source: Source

  init(_ source: Source) {
    self.source = source
  }

  func fillUnits(_ result: UnsafeMutableBufferPointer<Double>) {
    source.bits.fillUnits(result)
  }

  func fill(
    _ result: UnsafeMutableBufferPointer<Double>, _ distribution: ContinuousDistribution,
    _ columns: [RandomColumn]
  ) {
    source.fill(result, distribution, columns)
  }

  func fill(
    _ result: UnsafeMutableBufferPointer<Int64>, _ distribution: CountDistribution,
    _ column: RandomColumn
  ) {
    source.fill(result, distribution, column)
  }

  func fillBinomial(
    _ result: UnsafeMutableBufferPointer<Int64>, _ tries: IntegerColumn,
    _ probability: RandomColumn
  ) {
    source.fillBinomial(result, tries, probability)
  }

  func fillIntegers(
    _ result: UnsafeMutableBufferPointer<Int64>, from lowest: IntegerColumn,
    to highest: IntegerColumn
  ) {
    source.fillIntegers(result, from: lowest, to: highest)
  }

  func fillBits(_ result: UnsafeMutableBufferPointer<UInt8>) {
    source.bits.fillBits(result)
  }

  func multinomial(
    _ tries: Int, _ probabilities: UnsafeBufferPointer<Double>,
    _ result: UnsafeMutableBufferPointer<Int64>
  ) {
    source.multinomial(tries, probabilities, result)
  }

  func standardGamma(_ shape: Double) -> Double { source.standardGamma(shape) }

  func beta(_ a: Double, _ b: Double) -> Double {
    source.draw(.beta, DistributionParameters(a: a, b: b))
  }

  func interval(_ bound: Int) -> Int { Int(source.bits.interval(UInt64(bound))) }

  func bounded(_ bound: Int) -> Int { Int(source.bounded(UInt64(bound))) }
}

extension DistributionSource {
  fileprivate mutating func fill(
    _ result: UnsafeMutableBufferPointer<Double>, _ distribution: ContinuousDistribution,
    _ columns: [RandomColumn]
  ) {
    withExtendedLifetime(columns) {
      var parameters = DistributionParameters(columns)
      let pointers = columns.map { $0.elements?.pointer(Double.self) }
      if pointers.allSatisfy({ $0 == nil }) {
        for index in result.indices { result[index] = draw(distribution, parameters) }
        return
      }
      for index in result.indices {
        if let a = pointers[0] { parameters.a = a[index] }
        if pointers.count > 1, let b = pointers[1] { parameters.b = b[index] }
        if pointers.count > 2, let c = pointers[2] { parameters.c = c[index] }
        result[index] = draw(distribution, parameters)
      }
    }
  }

  fileprivate mutating func fill(
    _ result: UnsafeMutableBufferPointer<Int64>, _ distribution: CountDistribution,
    _ column: RandomColumn
  ) {
    withExtendedLifetime(column) {
      let elements = column.elements?.pointer(Double.self)
      for index in result.indices {
        let parameter = elements?[index] ?? column.number
        switch distribution {
        case .geometric: result[index] = Int64(geometric(parameter))
        case .poisson: result[index] = Int64(bits.poisson(parameter))
        }
      }
    }
  }

  fileprivate mutating func fillBinomial(
    _ result: UnsafeMutableBufferPointer<Int64>, _ tries: IntegerColumn,
    _ probability: RandomColumn
  ) {
    withExtendedLifetime((tries, probability)) {
      let counts = tries.elements?.pointer(Int64.self)
      let chances = probability.elements?.pointer(Double.self)
      for index in result.indices {
        result[index] = Int64(
          binomial(
            Int(counts?[index] ?? tries.number), chances?[index] ?? probability.number))
      }
    }
  }

  fileprivate mutating func fillIntegers(
    _ result: UnsafeMutableBufferPointer<Int64>, from lowest: IntegerColumn,
    to highest: IntegerColumn
  ) {
    withExtendedLifetime((lowest, highest)) {
      let lows = lowest.elements?.pointer(Int64.self)
      let highs = highest.elements?.pointer(Int64.self)
      for index in result.indices {
        let low = lows?[index] ?? lowest.number
        let range = UInt64(bitPattern: (highs?[index] ?? highest.number) &- low)
        result[index] = low &+ Int64(bitPattern: bounded(range))
      }
    }
  }

  fileprivate mutating func multinomial(
    _ tries: Int, _ probabilities: UnsafeBufferPointer<Double>,
    _ result: UnsafeMutableBufferPointer<Int64>
  ) {
    var rest = 1.0
    var left = tries
    for index in 0..<(probabilities.count - 1) {
      let share = probabilities[index] / rest
      let count = share.isNaN ? 0 : binomial(left, share)
      result[index] = Int64(count)
      left -= count
      if left <= 0 { return }
      rest -= probabilities[index]
    }
    result[probabilities.count - 1] = Int64(left)
  }
}

extension DistributionParameters {
  fileprivate init(_ columns: [RandomColumn]) {
    if columns.count > 0 { a = columns[0].number }
    if columns.count > 1 { b = columns[1].number }
    if columns.count > 2 { c = columns[2].number }
  }
}

extension BitGenerator {
  /// The bits of a word after each other, the lowest first.
  fileprivate mutating func fillBits(_ result: UnsafeMutableBufferPointer<UInt8>) {
    var word: UInt32 = 0
    var left = 0
    for index in result.indices {
      if left == 0 {
        word = next32()
        left = 32
      }
      result[index] = UInt8(word & 1)
      word >>= 1
      left -= 1
    }
  }
}
