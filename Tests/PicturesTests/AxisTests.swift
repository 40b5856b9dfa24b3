import Testing

@testable import Pictures

@Suite struct AxisTests {
  /// What matplotlib's `MaxNLocator` gave, for eight intervals and its usual steps.
  @Test(arguments: [
    (0.0, 1.0, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]), (-3.2, 7.9, [-2.0, 0.0, 2.0, 4.0, 6.0]),
    (0.001, 0.0023, [0.001, 0.0012, 0.0014, 0.0016, 0.0018, 0.002, 0.0022]),
    (-1, -0.2, [-1.0, -0.9, -0.8, -0.7, -0.6, -0.5, -0.4, -0.3, -0.2]),
    (0, 10, [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]),
    (99.5, 100.5, [99.6, 99.8, 100.0, 100.2, 100.4]),
    (1e-12, 3e-12, [1e-12, 1.5e-12, 2e-12, 2.5e-12, 3e-12]),
  ])
  func ticksAreMatplotlibs(_ lower: Double, _ upper: Double, _ expected: [Double]) {
    let ticks = LinearTicks(lower...upper, intervals: 8).values
    #expect(ticks.filter { (lower...upper).contains($0) } == expected)
  }

  /// What C's `%.9g` gives.
  @Test(arguments: [
    (0.1, "0.1"), (1.0 / 3, "0.333333333"), (2.0 / 3 * 1e10, "6.66666667e+09"),
    (1.5e-7, "1.5e-07"), (123456789.5, "123456790"), (0.000123456789123, "0.000123456789"),
    (-7, "-7"), (1e22, "1e+22"), (.leastNonzeroMagnitude, "4.94065646e-324"),
    (1.7976931348623157e308, "1.79769313e+308"), (99999.99999, "100000"), (0, "0"),
    (.nan, "nan"), (-.infinity, "-inf"),
  ])
  func numbersAreRounded(_ number: Double, text: String) {
    #expect(number.rounded(toDigits: 9) == text)
  }

  @Test func everyRoundingReadsBackNear() {
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Double(bitPattern: state)
      guard number.isNormal, let back = Double(number.rounded(toDigits: 9)), back.isFinite else {
        continue
      }
      #expect(abs(back / number - 1) <= 5.0001e-9)
    }
  }

  @Test func decadesAreMarkedOnALogarithm() {
    var axis = Axis()
    axis.scale = .log
    let marks = AxisMarks(axis, 0.00005...2000, intervals: 8)
    #expect(
      marks.marks.map(\.label) == ["10⁻⁴", "10⁻³", "0.01", "0.1", "1", "10", "100", "1000"])
    #expect(marks.minor.allSatisfy { (0.00005...2000).contains($0) })
  }

  /// matplotlib's `ScalarFormatter` adds the same.
  @Test(
    arguments: [
      (1.00001, 1.00002, "×10⁻⁵ + 1", "1.0"), (99_990, 100_010, "+ 100000", "−10"),
      (123_456.1, 123_456.4, "+ 123456", "0.10"), (-1.00002, -1.00001, "×10⁻⁵ − 1", "−2.0"),
      (1e9, 1_000_000_005, "+ 10⁹", "0"), (100, 110, "", "100"), (0, 5e7, "×10⁷", "0"),
    ] as [(Double, Double, String, String)])
  func numbersFarFromZeroDiffer(_ low: Double, _ high: Double, factor: String, first: String) {
    let marks = AxisMarks(Axis(), low...high, intervals: 6)
    #expect(marks.factorText == factor)
    #expect(marks.marks.first?.label == first)
    #expect(Set(marks.marks.map(\.label)).count == marks.marks.count)
  }

  @Test func everyLabelIsOfOneMark() {
    var state: UInt64 = 11
    for _ in 0..<5_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let low = (Double(state >> 40) / 1e6 - 8) * Double.powerOfTen(Int(state % 9) - 4)
      let width = low.magnitude * Double.powerOfTen(-Int((state >> 20) % 11))
      guard width > 0 else { continue }
      for scale in [Axis.Scale.linear, .log] where scale == .linear || low > 0 {
        var axis = Axis()
        axis.scale = scale
        let marks = AxisMarks(axis, low...low + width, intervals: 7).marks
        #expect(marks.count > 1, "\(low) and \(width) more")
        #expect(Set(marks.map(\.label)).count == marks.count, "\(low) and \(width) more")
      }
    }
  }

  /// Between marks, as matplotlib's `minorticks_on` has them.
  @Test func stepsAreDivided() {
    var axis = Axis()
    axis.hasMinorMarks = true
    #expect(AxisMarks(axis, 0...1, intervals: 8).minor.count == 15)
    #expect(AxisMarks(axis, 0...10, intervals: 10).minor.prefix(4) == [0.2, 0.4, 0.6, 0.8])
  }

  @Test func linesOfGridsAreSetOneByOne() {
    #expect(GridLines.none.setting(.x, to: true).setting(.y, to: true) == .both)
    #expect(GridLines.both.setting(.x, to: false) == .y)
    #expect(GridLines.y.setting(.both, to: false) == .none)
  }

  @Test func largeNumbersShareAPowerOfTen() {
    let marks = AxisMarks(Axis(), 0...5e7, intervals: 6)
    #expect(marks.exponent == 7)
    #expect(marks.marks.map(\.label) == ["0", "1", "2", "3", "4", "5"])
  }
}

@Suite struct FigureTests {
  private func figure(_ y: [Double], label: String? = nil) -> Figure {
    var figure = Figure()
    var axes = Axes()
    axes.title = "Loss"
    axes.y.scale = .log
    axes.artists = [
      Artist(
        .line(
          Curve(
            x: y.indices.map(Double.init), y: y, line: LineStyle(.dashed, width: 1),
            paint: Paint(.rgb(0xFF0000)), marker: .circle, markerSize: 6, markerFace: .clear,
            markerEdge: .clear)), label: label, order: 2)
    ]
    figure.axes = [axes]
    return figure
  }

  private func digest(_ figure: Figure) -> Substring? { figure.text.split(separator: " ").last }

  @Test func saysWhatItShows() {
    let lines = figure([1, 0.5, 0.25], label: "train").text.split(separator: "\n")
    #expect(lines[0] == "figure 6.4 × 4.8")
    #expect(lines[1] == "axes \"Loss\": y log")
    #expect(
      lines[2].hasPrefix(
        "  line \"train\": 3 points, x 0 to 2, y 0.25 to 1, dashed #ff0000, marker o, data "))
  }

  @Test func theDigestSeesNineDigits() {
    let first = digest(figure([1, 0.123456789]))
    #expect(digest(figure([1, 0.12345678901])) == first)
    #expect(digest(figure([1, 0.12345679])) != first)
    #expect(digest(figure([0.123456789, 1])) != first)
  }

  /// A digest must not be taken for a number when outputs are compared.
  @Test func theDigestHasNoDigits() {
    for value in 0..<200 {
      #expect(digest(figure([Double(value)]))?.allSatisfy(\.isLetter) == true)
    }
  }

  @Test func namesOfColours() {
    #expect(Color.paint(named: "r") == Paint(.rgb(0xFF0000)))
    #expect(Color.paint(named: "C12") == Paint(.series(2)))
    #expect(Color.paint(named: "tab:orange") == Paint(.series(1)))
    #expect(Color.paint(named: "#0f0") == Paint(.rgb(0x00FF00)))
    #expect(Color.paint(named: "#11223380") == Paint(.rgb(0x112233), opacity: 128.0 / 255))
    #expect(Color.paint(named: "0.5") == Paint(.rgb(0x808080)))
    #expect(Color.paint(named: "SteelBlue") == Paint(.rgb(0x4682B4)))
    #expect(Color.paint(named: "bleu") == nil)
  }

  @Test func mapsOfColoursRunFromEndToEnd() {
    let map = ColorMap.usual
    #expect(map.color(at: 0) == 0x440154)
    #expect(map.color(at: 1) == 0xFDE725)
    #expect(ColorMap(named: "viridis_r")?.color(at: 0) == 0xFDE725)
    #expect(ColorMap(named: "tab10")?.color(at: 0.15) == 0xFF7F0E)
    #expect(ColorMap(named: "no such map") == nil)
    #expect(map.color(of: .nan, in: 0...1) == nil)
  }

  @Test func everyNamedMapIsThereBothWays() {
    for name in ColorMap.names {
      let (map, turned) = (ColorMap(named: name), ColorMap(named: name + "_r"))
      #expect(map?.name == name)
      #expect(map?.colors.count == turned?.colors.count)
      #expect(map?.color(at: 0) == turned?.color(at: 1), "\(name)")
    }
    #expect(ColorMap(named: "viridis_r_r") == nil)
  }
}
