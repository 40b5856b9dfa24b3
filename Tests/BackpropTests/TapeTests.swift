import Testing

@testable import Backprop

@Suite struct TapeTests {
  @Test func partsFromAllUsesAddUp() {
    // x·x + x·y + sin(x) used twice.
    let tape = Tape()
    let x = tape.input(Traced(0.5))
    let y = tape.input(Traced(2))
    let sine = tape.apply(.sin, x)
    let products = tape.apply(
      .add, tape.apply(.multiply, x, x), tape.apply(.multiply, x, y))
    let sum = tape.apply(.add, products, tape.apply(.add, sine, sine))
    let gradients = tape.gradients(of: sum, withRespectTo: [x.node, y.node])
    #expect(gradients == [1 + 2 + 2 * Elementary.cos(0.5), 0.5])
  }

  @Test func aNodeUsedAThousandTimes() {
    let tape = Tape()
    let x = tape.input(Traced(2))
    var sum = Traced(0)
    for _ in 0..<1000 { sum = tape.apply(.add, sum, x) }
    #expect(tape.gradients(of: sum, withRespectTo: [x.node]) == [1000])
  }

  @Test func everyInputGetsItsTotalDerivative() {
    // u = 2x, f = u·x: by u it is x, by x it is 4x, asked for together or alone.
    let tape = Tape()
    let x = tape.input(Traced(3))
    let u = tape.apply(.multiply, Traced(2), x)
    let f = tape.apply(.multiply, u, x)
    #expect(tape.gradients(of: f, withRespectTo: [u.node, x.node]) == [3, 12])
    #expect(tape.gradients(of: f, withRespectTo: [x.node]) == [12])
    #expect(tape.gradients(of: f, withRespectTo: [f.node]) == [1])
  }

  @Test func whatIsNotDependedOnHasDerivativeZero() {
    let tape = Tape()
    let x = tape.input(Traced(3))
    let f = tape.apply(.square, x)
    let later = tape.input(Traced(4))
    let nodes = [0, x.node, later.node, 1000]
    #expect(tape.gradients(of: f, withRespectTo: nodes) == [0, 6, 0, 0])
    #expect(tape.recordedGradients(of: f, withRespectTo: nodes).map(\.value) == [0, 6, 0, 0])
    #expect(tape.gradients(of: Traced(5), withRespectTo: [x.node]) == [0])
    #expect(tape.gradients(of: Traced(5, node: 999), withRespectTo: [x.node]) == [0])
    #expect(tape.gradients(of: f, withRespectTo: []) == [])
  }

  @Test func infiniteDerivativesElsewhereMakeNoNan() {
    // √u is vertical at u = 0, but x is asked about and u is not x.
    let tape = Tape()
    let u = tape.input(Traced(0))
    let x = tape.input(Traced(3))
    let f = tape.apply(.add, tape.apply(.sqrt, u), tape.apply(.multiply, Traced(0), x))
    #expect(tape.gradients(of: f, withRespectTo: [x.node]) == [0])
    #expect(tape.gradients(of: f, withRespectTo: [u.node]) == [.infinity])
  }

  @Test func operationsOnConstantsRecordNothing() {
    let tape = Tape()
    let before = tape.count
    let result = tape.apply(.multiply, tape.apply(.exp, Traced(1)), Traced(2))
    #expect(result.isConstant)
    #expect(result.value == 2 * Elementary.exp(1))
    #expect(tape.count == before)
  }

  @Test func zeroAndNegativeZeroAreTwoConstants() {
    let tape = Tape()
    let x = tape.input(Traced(1))
    let f = tape.apply(.divide, x, Traced(0))
    let g = tape.apply(.divide, x, Traced(-0.0))
    #expect(tape.gradients(of: f, withRespectTo: [x.node]) == [.infinity])
    #expect(tape.gradients(of: g, withRespectTo: [x.node]) == [-.infinity])
  }

  @Test func inputsThatAllElseCameFromGiveTheSameGradients() {
    let tape = Tape()
    let earlier = tape.input(Traced(9))
    let first = tape.count
    let inputs = [2.0, 3, 4].map { tape.input(Traced($0)) }
    let product = tape.apply(.multiply, inputs[0], inputs[1])
    let f = tape.apply(
      .subtract, Traced(1), tape.apply(.exp, tape.apply(.divide, product, Traced(8))))
    func gradients(of output: Traced) -> [Double] {
      var results = [Double](repeating: .nan, count: inputs.count)
      results.withUnsafeMutableBufferPointer {
        tape.gradients(of: output, byInputsFrom: first, into: $0)
      }
      return results
    }
    #expect(gradients(of: f) == tape.gradients(of: f, withRespectTo: inputs.map(\.node)))
    #expect(gradients(of: inputs[1]) == [0, 1, 0])
    #expect(gradients(of: earlier) == [0, 0, 0])
    #expect(gradients(of: Traced(5)) == [0, 0, 0])
  }

  @Test func constantsTakeNoEntries() {
    let tape = Tape()
    let x = tape.input(Traced(3))
    let count = tape.count
    let left = tape.apply(.divide, Traced(6), x)
    let right = tape.apply(.power, x, Traced(2))
    #expect(tape.count == count + 2)
    #expect(tape.gradients(of: left, withRespectTo: [x.node]) == [-2 / 3.0])
    #expect(tape.gradients(of: right, withRespectTo: [x.node]) == [6])
    for _ in 0..<100_000 { _ = tape.apply(.add, x, Traced(1)) }
    #expect(tape.byteCount <= 48 * tape.count)
  }

  @Test func truncatedConstantsAreForgotten() {
    let tape = Tape()
    let mark = tape.count
    for round in 1...3 {
      let x = tape.input(Traced(Double(round)))
      let y = tape.apply(.multiply, tape.apply(.multiply, Traced(7), x), Traced(Double(round)))
      #expect(tape.gradients(of: y, withRespectTo: [x.node]) == [7 * Double(round)])
      tape.truncate(to: mark)
      #expect(tape.count == mark)
    }
  }

  @Test func aNumberThatOutlivedItsEntryIsAConstant() {
    let tape = Tape()
    let mark = tape.count
    for _ in 0..<100 { _ = tape.input(Traced(1)) }
    let stale = tape.input(Traced(5))
    tape.truncate(to: mark)
    let x = tape.input(Traced(3))
    let f = tape.apply(.add, tape.apply(.multiply, x, stale), tape.apply(.multiply, stale, x))
    #expect(f.value == 30)
    #expect(tape.gradients(of: f, withRespectTo: [x.node, stale.node]) == [10, 0])
    #expect(tape.apply(.exp, stale).isConstant)
    #expect(tape.gradients(of: stale, withRespectTo: [x.node]) == [0])
    let copy = tape.input(stale)
    #expect(tape.gradients(of: copy, withRespectTo: [copy.node, x.node]) == [1, 0])
  }

  @Test func pastTheLimitNothingIsRecordedAndTheTapeSaysSo() {
    let tape = Tape(limit: 5)
    var x = tape.input(Traced(1))
    for _ in 0..<3 { x = tape.apply(.exp, x) }
    #expect(!tape.isFull)
    #expect(tape.count == 5)
    let beyond = tape.apply(.add, x, Traced(1))
    #expect(tape.isFull)
    #expect(tape.count == 5)
    #expect(beyond.isConstant)
    #expect(beyond.value == x.value + 1)
    tape.truncate(to: 2)
    #expect(!tape.isFull)
  }

  @Test func theLimitCanBeRaised() {
    let tape = Tape(limit: 1)
    _ = tape.input(Traced(1))
    #expect(tape.isFull)
    tape.truncate(to: 0)
    tape.limit = 100_000
    var x = tape.input(Traced(1))
    for _ in 0..<90_000 { x = tape.apply(.negate, x) }
    #expect(!tape.isFull)
    #expect(tape.count == 90_002)
  }

  @Test func aRecordedSweepThatRunsOutOfRoomIsReported() {
    let tape = Tape(limit: 6)
    let x = tape.input(Traced(2))
    var y = x
    for _ in 0..<4 { y = tape.apply(.exp, y) }
    #expect(!tape.isFull)
    _ = tape.recordedGradients(of: y, withRespectTo: [x.node])
    #expect(tape.isFull)
  }

  @Test func absurdLimitsAreBroughtIntoRange() {
    #expect(Tape(limit: -5).limit == 1)
    #expect(Tape(limit: .max).limit == Int(UInt32.max))
  }

  @Test func aTapeThatForgotEverythingStartsAgain() {
    let tape = Tape()
    for _ in 0..<10_000 { _ = tape.input(Traced(1)) }
    tape.removeAll()
    #expect(tape.count == 1)
    let x = tape.input(Traced(3))
    #expect(tape.gradients(of: tape.apply(.square, x), withRespectTo: [x.node]) == [6])
  }

  @Test func longChainsNeedNoRecursion() {
    let tape = Tape()
    var x = tape.input(Traced(1))
    let start = x.node
    for _ in 0..<1_000_000 { x = tape.apply(.negate, x) }
    #expect(tape.gradients(of: x, withRespectTo: [start]) == [1])
  }

  @Test func cutSweepsStopAtCuts() throws {
    // l = (y - s)² with s = exp(z), z = w·x: l reaches s and y, and z only through s.
    let tape = Tape()
    let x = tape.input(Traced(2))
    let w = tape.input(Traced(0.25))
    let y = tape.input(Traced(1))
    let z = tape.apply(.multiply, w, x)
    let s = tape.apply(.exp, z)
    let l = tape.apply(.square, tape.apply(.subtract, y, s))
    let cuts = [x.node, w.node, y.node, z.node, s.node, l.node]
    let difference = 2 * (1 - s.value)
    #expect(
      try arrivals(on: tape, from: l.node, stoppingAt: cuts) == [
        Arrival(node: s.node, derivative: -difference),
        Arrival(node: y.node, derivative: difference),
      ])
    #expect(
      try arrivals(on: tape, from: s.node, stoppingAt: cuts) == [
        Arrival(node: z.node, derivative: s.value)
      ])
    #expect(
      try arrivals(on: tape, from: l.node, stoppingAt: [w.node]) == [
        Arrival(node: w.node, derivative: -difference * s.value * 2)
      ])
    #expect(try arrivals(on: tape, from: l.node, stoppingAt: []) == [])
    #expect(try arrivals(on: tape, from: 0, stoppingAt: cuts) == [])
    #expect(try arrivals(on: tape, from: 999, stoppingAt: [999]) == [])
  }

  @Test func cutSweepsAddUpWaysThatAvoidCuts() throws {
    let tape = Tape()
    let x = tape.input(Traced(3))
    let cut = tape.apply(.square, x)
    let f = tape.apply(.add, tape.apply(.multiply, x, x), tape.apply(.multiply, cut, x))
    #expect(
      try arrivals(on: tape, from: f.node, stoppingAt: [x.node, cut.node]) == [
        Arrival(node: cut.node, derivative: 3),
        Arrival(node: x.node, derivative: 6 + 9),
      ])
  }
}

/// What a pass from a number with the cotangent 1 brings to a cut.
private struct Arrival: Equatable {
  var node: UInt32
  var derivative: Double
}

private func arrivals(
  on tape: Tape, from node: UInt32, stoppingAt cuts: [UInt32]
) throws -> [Arrival] {
  let entries = cuts.map { TracedValue.number(Traced(0, node: $0)) }
  var sweep = CutSweep(of: tape, cuts: entries, budget: ArrayBudget())
  return try sweep.cotangents(from: node, seed: .number(1)).map {
    Arrival(node: $0.node, derivative: try #require($0.value.number))
  }
}
