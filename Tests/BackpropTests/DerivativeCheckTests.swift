import Testing

@testable import Backprop

@Suite struct SamplePointTests {
  @Test func aSequenceIsTheSameEveryTime() {
    var first = SamplePoints(in: [.anywhere, .between(0, 1), .oneOf(3)])
    var second = first
    for _ in 0..<50 { #expect(first.next() == second.next()) }
  }

  @Test func firstPointsAreEasyToReadAndTellInputsApart() {
    var points = SamplePoints(in: [.anywhere, .anywhere, .anywhere, .anywhere])
    for _ in 0..<SamplePoints.roundCount {
      let point = points.next()
      #expect(Set(point.map(abs)).count == 4)
      #expect(point.allSatisfy { abs($0) != 1 && $0 != 0 && shortDecimal($0).count <= 4 })
    }
  }

  @Test func laterPointsSpreadOverScales() {
    var points = SamplePoints(in: [.anywhere])
    let sizes = (0..<200).map { _ in abs(points.next()[0]) }
    #expect(sizes.contains { $0 < 0.1 } && sizes.contains { $0 > 10 })
    #expect(sizes.allSatisfy { shortDecimal($0).count <= 6 })
  }

  @Test(arguments: [(0.0, 1.0), (-1e-3, 1e-3), (2, 1e6), (0, .infinity), (-.infinity, -3)])
  func intervalsAreOpen(_ low: Double, _ high: Double) {
    var points = SamplePoints(in: [.between(low, high)])
    for _ in 0..<100 {
      let x = points.next()[0]
      #expect(low < x && x < high)
    }
  }

  @Test func smallerDomainsAreTriedNext() {
    let points = SamplePoints(in: [.anywhere, .between(-5, 5)])
    #expect(points.variants(of: [-3, -2]) == [[3, -2], [0.75, -2]])
    #expect(SamplePoints(in: [.oneOf(2)]).variants(of: [1]) == [])
  }
}

@Suite struct ChainTests {
  @Test func linksAreWhereAllPathsMeet() {
    // (sin(3x) + x)², whose sum is made of x on two ways.
    let tape = Tape()
    let x = tape.input(Traced(0.5))
    let sine = tape.apply(.sin, tape.apply(.multiply, Traced(3), x))
    let sum = tape.apply(.add, sine, x)
    let square = tape.apply(.square, sum)
    let links = tape.chain(from: square.node, to: x.node)
    #expect(links.map(\.outer) == [square.node, sum.node])
    #expect(links.map(\.inner) == [sum.node, x.node])
    #expect(links.map(\.derivative) == [2 * sum.value, 3 * Elementary.cos(1.5) + 1])
    #expect(links.map(\.terms) == [[], [3 * Elementary.cos(1.5), 1]])
  }

  @Test func theProductRuleHasATermForEachOperand() {
    let tape = Tape()
    let x = tape.input(Traced(0.5))
    let product = tape.apply(.multiply, tape.apply(.square, x), tape.apply(.exp, x))
    let links = tape.chain(from: product.node, to: x.node)
    #expect(links.count == 1)
    #expect(links[0].terms == [Elementary.exp(0.5), 0.25 * Elementary.exp(0.5)])
  }

  @Test func whatDoesNotDependHasNone() {
    let tape = Tape()
    let (x, y) = (tape.input(Traced(1)), tape.input(Traced(2)))
    #expect(tape.chain(from: tape.apply(.exp, y).node, to: x.node) == [])
    #expect(tape.chain(from: x.node, to: x.node) == [])
  }
}

@Suite struct RoundingTests {
  @Test func aStableDerivativeHardlyMoves() throws {
    let tape = Tape()
    let x = tape.input(Traced(0.5))
    let y = tape.apply(.exp, tape.apply(.square, x))
    let rounding = try #require(tape.rounding(ofDerivativeOf: y, by: x.node))
    #expect(rounding < 1e-14)
  }

  @Test func cancellationIsSeen() throws {
    // log(1 - σ) where σ is 1 but for its last digits.
    let tape = Tape()
    let z = tape.input(Traced(34))
    let exponential = tape.apply(.exp, tape.apply(.negate, z))
    let sigma = tape.apply(.divide, Traced(1), tape.apply(.add, Traced(1), exponential))
    let y = tape.apply(.log, tape.apply(.subtract, Traced(1), sigma))
    let rounding = try #require(tape.rounding(ofDerivativeOf: y, by: z.node))
    #expect(rounding > 1e-3)
  }

  @Test func underflowIsSeen() {
    let tape = Tape()
    let x = tape.input(Traced(1e-200))
    let y = tape.apply(.multiply, tape.apply(.square, x), Traced(1e300))
    #expect(tape.rounding(of: y) == .infinity)
  }
}

@Suite struct DerivativeToleranceTests {
  @Test func roundingAgreesAndSlipsDoNot() {
    let tolerance = DerivativeTolerance(for: [1, 2, -3])
    #expect(tolerance.agree(2, 2 + 1e-12))
    #expect(!tolerance.agree(2, 2.00001))
    #expect(!tolerance.agree(2, -2))
    #expect(!tolerance.agree(.nan, .nan))
  }

  @Test func farBelowTheUsualIsZero() {
    #expect(DerivativeTolerance(for: [1, 1, 1e-20]).agree(0, 1e-20))
    #expect(!DerivativeTolerance(for: [1e-20, 3e-20, 2e-20]).agree(0, 1e-20))
    #expect(DerivativeTolerance(for: [4e-18]).agree(0, 4e-18, unit: 0.025))
  }

  @Test func atABendAnyNumberBetweenAgrees() {
    let tolerance = DerivativeTolerance(for: [0, 1])
    #expect(tolerance.meet([0.5], [0, 0, 1]))
    #expect(tolerance.meet([1], [0, 1]))
    #expect(!tolerance.meet([1.5], [0, 1]))
    #expect(!tolerance.meet([], [0, 1]))
  }
}
