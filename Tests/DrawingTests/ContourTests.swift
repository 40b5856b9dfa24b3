import Pictures
import Testing

@testable import Drawing

/// Lines of equal value against areas that are known.
@Suite struct ContourTests {
  private func grid(_ count: Int, _ value: (Double, Double) -> Double) -> Contours {
    let places = (0..<count).map { -2 + 4 * Double($0) / Double(count - 1) }
    return Contours(
      x: places, y: places, values: places.flatMap { y in places.map { value($0, y) } }, levels: [],
      paints: [], line: LineStyle(.solid, width: 1))
  }

  /// Twice the signed area, by the shoelace formula.
  private func area(_ lines: [[Point]]) -> Double {
    let doubled = lines.map { line in
      zip(line, line.dropFirst() + line.prefix(1)).map { $0.x * $1.y - $1.x * $0.y }.reduce(0, +)
    }
    return (doubled.reduce(0, +) / 2).magnitude
  }

  @Test(arguments: [0.25, 1.0, 2.25])
  func aDiskHasItsArea(_ level: Double) {
    let lines = ContourTracing(grid(201) { -($0 * $0 + $1 * $1) }, isFramed: true).lines(at: -level)
    #expect(lines.count == 1)
    #expect(abs(area(lines) - .pi * level) < 0.002)
  }

  @Test func aRingHasAHole() {
    let lines = ContourTracing(
      grid(201) { x, y in -abs((x * x + y * y).squareRoot() - 1) }, isFramed: true
    ).lines(at: -0.25)
    #expect(lines.count == 2)
    // The hole runs the other way round, so its area counts against the outer one.
    #expect(abs(area(lines) - .pi * (1.25 * 1.25 - 0.75 * 0.75)) < 0.01)
  }

  @Test func whatIsAboveEverywhereFillsTheFrame() {
    let lines = ContourTracing(grid(11) { _, _ in 5 }, isFramed: true).lines(at: 1)
    #expect(abs(area(lines) - 16) < 1e-12)
  }

  @Test func nothingIsDrawnWhereNothingIsAbove() {
    #expect(ContourTracing(grid(11) { _, _ in 0 }, isFramed: true).lines(at: 1).isEmpty)
  }

  @Test func linesEndAtTheEdgeOfAnOpenGrid() {
    let lines = ContourTracing(grid(41) { x, _ in x }, isFramed: false).lines(at: 0.55)
    #expect(lines.count == 1)
    #expect(lines[0].count == 41)
    #expect(lines[0].allSatisfy { abs($0.x - 0.55) < 1e-12 })
  }

  @Test func holesOfNanAreLeftOut() {
    let lines = ContourTracing(
      grid(41) { x, y in abs(x) < 0.5 && abs(y) < 0.5 ? .nan : 1 }, isFramed: true
    ).lines(at: 0.5)
    #expect(area(lines) < 15.5)
    #expect(lines.count == 2)
  }

  /// Bands of random functions cover the frame without overlap, whatever the saddles.
  @Test(arguments: 0..<20)
  func bandsCoverTheFrame(_ seed: Int) {
    var state = UInt64(seed + 1)
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    let contours = grid(9) { _, _ in random() }
    let tracing = ContourTracing(contours, isFramed: true)
    let levels = [-1.0, 0.2, 0.4, 0.6, 0.8, 2.0]
    let areas = levels.map { area(tracing.lines(at: $0)) }
    #expect(abs(areas[0] - 16) < 1e-9)
    #expect(areas[5] == 0)
    #expect(zip(areas, areas.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 })
  }
}
