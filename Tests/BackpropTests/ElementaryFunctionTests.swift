import Testing

@testable import Backprop

@Suite struct ElementaryFunctionTests {
  /// Floats of all signs and exponents, from a fixed seed (G. Marsaglia, "Xorshift RNGs", 2003).
  private static func floats(_ count: Int) -> [Double] {
    var state: UInt64 = 88_172_645_463_325_252
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(bitPattern: state)
    }
  }

  @Test func aQuickSquareIsWhatThePowerIs() {
    var quick = 0
    for x in Self.floats(300_000) {
      // Close to 1 as well as anywhere.
      for y in [x, Double(sign: x.sign, exponent: 0, significand: x.significand)] {
        guard let square = Elementary.quickSquare(y) else { continue }
        quick += 1
        #expect(square == Elementary.pow(y, 2), "\(y)")
      }
    }
    #expect(quick > 300_000)
  }

  @Test(arguments: [0, -0.0, .infinity, .nan, 1e-120, 1e120, .leastNonzeroMagnitude, 1, 2, 0.25])
  func anUncertainSquareIsLeftToThePower(_ x: Double) {
    #expect(Elementary.quickSquare(x) == nil)
  }
}
