import Pictures

/// A bar of colours with the numbers that they stand for, right of a frame.
struct ColorScaleDrawing {
  private let scale: ColorScale
  private let bar: Rectangle
  private let prefix: String

  private static let barWidth = 11.0
  private static let gap = 12.0

  init(_ scale: ColorScale, beside frame: Rectangle, index: Int, prefix: String) {
    self.scale = scale
    self.prefix = prefix
    let left = frame.right + Self.gap + Double(index) * Self.width(of: scale)
    bar = Rectangle(
      left: left, top: frame.top, right: left + Self.barWidth, bottom: frame.bottom)
  }

  /// With its numbers and its label, in points.
  static func width(of scale: ColorScale) -> Double {
    let marks = marks(of: scale, height: 200)
    let widest =
      marks.marks.map { TextMetrics.width($0.label, size: AxisDrawing.size) }.max() ?? 0
    let factor = TextMetrics.width(marks.factorText, size: AxisDrawing.size)
    return gap + max(barWidth + widest + 8 + (scale.label?.isEmpty == false ? 16 : 0), factor)
  }

  private static func marks(of scale: ColorScale, height: Double) -> AxisMarks {
    var axis = Axis()
    if let levels = scale.levels {
      let stride = max(1, (levels.count + 9) / 10)
      axis.ticks = levels.enumerated().filter { $0.offset % stride == 0 }
        .map { Axis.Tick($0.element) }
    }
    return AxisMarks(axis, range(of: scale), intervals: min(max(Int(height / 28), 1), 9))
  }

  private static func range(of scale: ColorScale) -> ClosedRange<Double> {
    scale.range.lowerBound < scale.range.upperBound
      ? scale.range : (scale.range.lowerBound - 0.5)...(scale.range.upperBound + 0.5)
  }

  var nodes: [SVGNode] {
    let range = Self.range(of: scale)
    let map = AxisMap(Axis(), range, from: bar.bottom, to: bar.top)
    var nodes = scale.levels.map { bands($0, map) } ?? gradient
    var frame = PathText()
    frame.rectangle(bar)
    nodes.append(.element("path", ["class": "frame", "d": frame.text]))
    var ticks = PathText()
    var widest = 0.0
    let marks = Self.marks(of: scale, height: bar.height)
    var texts: [SVGNode] = []
    for mark in marks.marks {
      let y = map.place(mark.value)
      ticks.polyline([Point(bar.right, y), Point(bar.right + 3, y)])
      let text = TextDrawing(mark.label, size: AxisDrawing.size)
      widest = max(widest, text.extent.width)
      texts.append(text.node(at: Point(bar.right + 5.5, y), .left, .center))
    }
    if !ticks.isEmpty { nodes.append(.element("path", ["class": "ticks", "d": ticks.text])) }
    nodes += texts
    if !marks.factorText.isEmpty {
      nodes.append(
        TextDrawing(marks.factorText, size: AxisDrawing.size).node(
          at: Point(bar.left, bar.top - 4), .left, .baseline))
    }
    if let label = scale.label, !label.isEmpty {
      nodes.append(
        TextDrawing(marked: label, size: 10).node(
          at: Point(bar.right + widest + 18, bar.center.y), .center, .baseline, rotation: 90))
    }
    return nodes
  }

  private static let stops = 16

  private var gradient: [SVGNode] {
    let id = prefix + "-map"
    let stops = (0...Self.stops).map { index -> SVGNode in
      let part = Double(index) / Double(Self.stops)
      return .element(
        "stop",
        [
          "offset": coordinate(part),
          "stop-color": Paint.hexadecimal(scale.map.color(at: part)),
        ])
    }
    return [
      .element("linearGradient", ["id": id, "x1": "0", "y1": "1", "x2": "0", "y2": "0"], stops),
      .element(
        "rect",
        [
          "x": coordinate(bar.left), "y": coordinate(bar.top), "width": coordinate(bar.width),
          "height": coordinate(bar.height), "fill": "url(#\(id))",
        ]),
    ]
  }

  /// One colour for each band between levels.
  private func bands(_ levels: [Double], _ map: AxisMap) -> [SVGNode] {
    zip(levels, levels.dropFirst()).enumerated().map { index, band in
      let part = levels.count > 2 ? Double(index) / Double(levels.count - 2) : 0
      var path = PathText()
      path.rectangle(
        Rectangle(
          left: bar.left, top: map.place(band.1), right: bar.right, bottom: map.place(band.0)))
      return .shape(
        path, Paint(.rgb(scale.map.color(at: part))), edge: .clear, edgeWidth: 0,
        title: "\(band.0.rounded(toDigits: 6)) to \(band.1.rounded(toDigits: 6))")
    }
  }
}
