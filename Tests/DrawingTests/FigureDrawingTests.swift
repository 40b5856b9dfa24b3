import Pictures
import Testing

@testable import Drawing

@Suite struct FigureDrawingTests {
  private func figure(_ artists: [Artist], legend: Bool = false) -> Figure {
    var figure = Figure()
    var axes = Axes()
    axes.title = "Loss & <more>"
    axes.x.label = "epoch"
    axes.artists = artists
    if legend { axes.legend = Legend(location: "best") }
    figure.axes = [axes]
    return figure
  }

  private func curve(_ x: [Double], _ y: [Double], label: String? = nil) -> Artist {
    Artist(
      .line(
        Curve(
          x: x, y: y, line: LineStyle(.solid, width: 1.5), paint: Paint(.series(0)), marker: nil,
          markerSize: 6, markerFace: .clear, markerEdge: .clear)), label: label, order: 2)
  }

  private func elements(_ node: SVGNode) -> [(name: String, attributes: [String: String])] {
    guard case .element(let name, let attributes, let children) = node else { return [] }
    let own = Dictionary(attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    return [(name, own)] + children.flatMap(elements)
  }

  @Test func hasATitleAndADescription() {
    let drawing = FigureDrawing(figure([curve([0, 1], [0, 1])]), prefix: "p").svg()
    let parts = elements(drawing)
    #expect(parts[0].attributes["role"] == "img")
    #expect(parts[0].attributes["aria-labelledby"] == "p-title p-desc")
    #expect(parts.contains { $0.name == "title" && $0.attributes["id"] == "p-title" })
  }

  @Test func identifiersAreUniqueAndReferencesLead() {
    var both = figure([curve([0, 1], [0, 1], label: "a")], legend: true)
    both.axes.append(both.axes[0])
    let parts = elements(FigureDrawing(both, prefix: "p").svg())
    let identifiers = parts.compactMap { $0.attributes["id"] }
    #expect(Set(identifiers).count == identifiers.count)
    for part in parts {
      guard let clip = part.attributes["clip-path"] else { continue }
      #expect(identifiers.contains(String(clip.dropFirst(5).dropLast())))
    }
  }

  @Test(arguments: [
    [Double.nan, 1, .infinity], [], [1e308, -1e308, 0], [.leastNonzeroMagnitude, 0],
    [0, .leastNonzeroMagnitude],
    [3, 3, 3],
  ])
  func anyNumbersGiveNumbers(_ values: [Double]) {
    let artists = [curve(values.indices.map(Double.init), values), curve(values, values)]
    for part in elements(FigureDrawing(figure(artists, legend: true), prefix: "p").svg()) {
      for value in part.attributes.values {
        #expect(!value.contains("nan") && !value.contains("inf"))
      }
    }
  }

  /// A decision boundary of 200 × 200 points.
  @Test func manyCellsAreFewElements() {
    let places = (0..<200).map { -3 + 6 * Double($0) / 199 }
    let values = places.flatMap { y in places.map { x in x * x + y > 0.5 ? 1.0 : 0 } }
    let contours = Contours(
      x: places, y: places, values: values, levels: [0, 0.5, 1],
      paints: [Paint(.rgb(0x111111)), Paint(.rgb(0x222222))], line: LineStyle(.solid, width: 1))
    let image = ColorGrid(
      rows: 200, columns: 200, cells: .values(values), map: .usual, range: 0...1, isUpright: true,
      columnEdges: (0...200).map(Double.init), rowEdges: (0...200).map(Double.init), opacity: 1,
      isSmooth: false)
    for artist in [
      Artist(.filledContours(contours), order: 1), Artist(.image(image), order: 0),
    ] {
      let parts = elements(FigureDrawing(figure([artist]), prefix: "p").svg())
      let size = parts.map { $0.attributes.values.map(\.utf8.count).reduce(0, +) }.reduce(0, +)
      #expect(parts.count < 60)
      #expect(size < 20_000)
    }
  }

  /// A long line keeps its peaks.
  @Test func longLinesAreThinned() {
    let points = (0..<100_000).map { Point(Double($0) / 250, $0 == 54_321 ? -7 : 1) }
    let thinned = Thinning.thinned(points)
    #expect(thinned.count < 7_000)
    #expect(thinned.contains { $0.y == -7 })
    #expect(thinned.first == points.first && thinned.last == points.last)
  }

  @Test func aRasterIsPNG() throws {
    let picture = RasterPicture(
      width: 2, height: 2, pixels: [0xFF0000, 0x00FF00, nil, 0x0000FF])
    #expect(picture.address.hasPrefix("data:image/png;base64,iVBORw0KGgo"))
  }

  @Test(arguments: [1e-300, 0.001, 0.3, 1, 2, 7, 1e5, 1e300])
  func logarithmsAndPowersAreInverse(_ value: Double) {
    let back = AxisMap.exponential(AxisMap.logarithm(value))
    #expect(abs(back / value - 1) < 1e-9)
  }

  /// What is written at axes, above and below them: on a page and on a phone.
  @Test(arguments: [
    (-1e-7, 1e-7), (0, 1), (0, 123_456_789), (-0.00123, 0.00456), (99_990, 100_010),
    (1e-300, 1e300),
    (-5, 1e12), (0.1, 0.1000001),
  ])
  func wordsDoNotOverlap(_ low: Double, _ high: Double) {
    for count in [1, 2, 6] {
      var figure = self.figure([curve([low, high], [low, high])])
      figure.axes[0].y.label = "loss"
      if low > 0 { figure.axes[0].y.scale = .log }
      figure.axes = (0..<count).map { index in
        var axes = figure.axes[0]
        let (row, column) = (index / 3, index % 3)
        axes.place = GridPlace(
          rows: count > 3 ? 2 : 1, columns: min(count, 3), rowRange: row..<row + 1,
          columnRange: column..<column + 1)
        return axes
      }
      for form in FigureDrawing(figure, prefix: "p").drawing().forms { expectApart(form) }
    }
  }

  /// Names of bars are broken or slanted, and all there.
  @Test(arguments: [3, 7, 14]) func allNamesAreWritten(_ count: Int) {
    var figure = self.figure([curve([0, Double(count)], [0, 1])])
    figure.axes[0].x.ticks = (0..<count).map {
      Axis.Tick(Double($0) + 0.5, label: "support vector machine \($0)")
    }
    for form in FigureDrawing(figure, prefix: "p").drawing().forms {
      expectApart(form)
      let shown = DrawnParts(form).texts.joined(separator: " ")
      for index in 0..<count { #expect(shown.contains("machine \(index)")) }
    }
  }

  private func expectApart(_ drawing: SVGNode) {
    let boxes = DrawnParts(drawing).boxes
    for (index, one) in boxes.enumerated() {
      for other in boxes[(index + 1)...] {
        #expect(!one.box.overlaps(other.box), "\(one.name) and \(other.name)")
      }
    }
  }

  /// Lines of a path are counted by their beginnings.
  @Test func errorBarsHaveCaps() {
    guard case .line(var line) = curve([1, 2, 3], [1, 2, 3]).kind else { return }
    line.yErrors = (0..<3).map { _ in ErrorBar(below: 0.2, above: 0.2) }
    func starts() -> Int {
      let drawing = FigureDrawing(figure([Artist(.line(line), order: 2)]), prefix: "p").svg()
      return elements(drawing).compactMap { $0.attributes["d"] }.reduce(0) {
        $0 + $1.count { "Mm".contains($0) }
      }
    }
    let plain = starts()
    line.errorStyle.capSize = 3
    #expect(starts() == plain + 6)
  }

  @Test func aGridMayBeFinerAndFainter() {
    var figure = self.figure([curve([1, 2, 3], [1, 10, 100])])
    figure.axes[0].y.scale = .log
    func grid() -> [String: String] {
      elements(FigureDrawing(figure, prefix: "p").svg()).first {
        $0.attributes["class"] == "grid"
      }?.attributes ?? [:]
    }
    figure.axes[0].grid = .both
    let coarse = grid()
    figure.axes[0].minorGrid = .both
    figure.axes[0].gridStyle.opacity = 0.3
    let fine = grid()
    #expect((fine["d"]?.count ?? 0) > (coarse["d"]?.count ?? 0))
    #expect(coarse["stroke-opacity"] == nil && fine["stroke-opacity"] == ".3")
  }

  /// Points of one colour say it once, and discs are dots of a pen.
  @Test func cloudsAreLight() {
    let places = (0..<10_000).map { Double($0 * 7_919 % 10_007) / 10_007 }
    let cloud = PointCloud(
      x: places, y: places.map { ($0 * 971).truncatingRemainder(dividingBy: 1) }, areas: [4],
      marker: .circle, fill: .paint(Paint(.series(0))), edge: .clear, edgeWidth: 0)
    let parts = DrawnParts(
      FigureDrawing(figure([Artist(.points(cloud), order: 1)]), prefix: "p").svg())
    #expect(parts.byteCount < 110_000)
  }

  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (-0.004, "0"), (0.5, ".5"), (-0.25, "-.25"), (12.345, "12.35"),
    (100.05, "100.05"), (3.1, "3.1"),
  ])
  func coordinatesAreShort(_ value: Double, text: String) {
    #expect(coordinate(value) == text)
  }
}
