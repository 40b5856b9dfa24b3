import Pictures

/// Frame, marks, grid and labels of a system of axes.
struct AxisDrawing {
  private let placed: PlacedAxes
  private let xMarks: AxisMarks
  private let yMarks: AxisMarks

  /// Points, of the numbers at marks.
  static let size = 9.0
  private static let labelSize = 10.0
  private static let markLength = 3.5

  init(_ placed: PlacedAxes) {
    self.placed = placed
    let frame = placed.frame
    xMarks = AxisMarks(
      placed.axes.x, placed.x.limits, intervals: Self.intervals(frame.width, roomForEach: 44))
    yMarks = AxisMarks(
      placed.axes.y, placed.y.limits, intervals: Self.intervals(frame.height, roomForEach: 28))
  }

  private static func intervals(_ length: Double, roomForEach room: Double) -> Int {
    min(max(Int(length / room), 1), 9)
  }

  /// Whether a power of ten stands over the upper left corner.
  var hasExponentAbove: Bool { placed.axes.isFramed && !yMarks.factorText.isEmpty }

  /// Lines through the frame at the marks.
  var grid: [SVGNode] {
    let axes = placed.axes
    var path = PathText()
    let frame = placed.frame
    let columns =
      (axes.grid.contains(.horizontal) ? xMarks.marks.map(\.value) : [])
      + (axes.minorGrid.contains(.horizontal) ? xMarks.minor : [])
    for x in columns.map(placed.x.place) {
      path.polyline([Point(x, frame.top), Point(x, frame.bottom)])
    }
    let rows =
      (axes.grid.contains(.vertical) ? yMarks.marks.map(\.value) : [])
      + (axes.minorGrid.contains(.vertical) ? yMarks.minor : [])
    for y in rows.map(placed.y.place) {
      path.polyline([Point(frame.left, y), Point(frame.right, y)])
    }
    return path.isEmpty ? [] : [gridNode(path, axes.gridStyle)]
  }

  /// matplotlib's grey, where a program says how wide lines are and not of which colour.
  private static let gridColor = Color.rgb(0xB0B0B0)
  private static let gridWidth = 0.8

  private func gridNode(_ path: PathText, _ style: GridStyle) -> SVGNode {
    let line = LineStyle(style.pattern ?? .solid, width: style.width ?? Self.gridWidth)
    guard style.color == nil, style.width == nil else {
      return .line(
        path, line, Paint(style.color ?? Self.gridColor, opacity: style.opacity ?? 1))
    }
    return .element(
      "path",
      [
        "class": "grid", "d": path.text, "stroke-dasharray": line.dashes,
        "stroke-opacity": style.opacity.flatMap { $0 < 1 ? coordinate($0) : nil },
      ])
  }

  var nodes: [SVGNode] {
    switch placed.axes.overlay {
    case nil: frame + bottom + left
    case .y?: right
    case .x?: topMarks
    }
  }

  /// All four sides, as the data end there.
  private var frame: [SVGNode] {
    var path = PathText()
    let (frame, hidden) = (placed.frame, placed.axes.hiddenSides)
    if hidden.isEmpty {
      path.rectangle(frame)
    } else {
      for side in FrameSide.allCases where !hidden.contains(side) {
        let x = side == .left ? frame.left : frame.right
        let y = side == .top ? frame.top : frame.bottom
        path.polyline(
          side == .left || side == .right
            ? [Point(x, frame.top), Point(x, frame.bottom)]
            : [Point(frame.left, y), Point(frame.right, y)])
      }
    }
    return path.isEmpty ? [] : [.element("path", ["class": "frame", "d": path.text])]
  }

  // MARK: Sides

  private var bottom: [SVGNode] {
    marks(
      xMarks, along: placed.x, isHorizontal: true, edge: placed.frame.bottom, outwards: 1,
      label: placed.axes.x.label)
  }

  private var topMarks: [SVGNode] {
    marks(
      xMarks, along: placed.x, isHorizontal: true, edge: placed.frame.top, outwards: -1,
      label: placed.axes.x.label)
  }

  private var left: [SVGNode] {
    marks(
      yMarks, along: placed.y, isHorizontal: false, edge: placed.frame.left, outwards: -1,
      label: placed.axes.y.label)
  }

  private var right: [SVGNode] {
    marks(
      yMarks, along: placed.y, isHorizontal: false, edge: placed.frame.right, outwards: 1,
      label: placed.axes.y.label)
  }

  private func marks(
    _ marks: AxisMarks, along map: AxisMap, isHorizontal: Bool, edge: Double, outwards: Double,
    label: String?
  ) -> [SVGNode] {
    var path = PathText()
    func add(_ value: Double, _ length: Double) {
      let place = map.place(value)
      path.polyline(
        isHorizontal
          ? [Point(place, edge), Point(place, edge + outwards * length)]
          : [Point(edge, place), Point(edge + outwards * length, place)])
    }
    for mark in marks.marks { add(mark.value, Self.markLength) }
    for value in marks.minor { add(value, Self.markLength / 2) }
    var texts: [SVGNode] = []
    var widest = 0.0
    var end = -Double.infinity
    let labels = TickLabels(
      marks.marks.map { ($0.label, map.place($0.value)) },
      areNames: isHorizontal && placed.axes.x.hasNames,
      rotation: isHorizontal ? placed.axes.x.labelRotation : nil)
    // From the left or from below, whatever the order is.
    let ordered = zip(marks.marks, labels.texts)
      .map { (place: map.place($0.value), text: TextDrawing(marked: $1, size: Self.size)) }
      .sorted { isHorizontal ? $0.place < $1.place : $0.place > $1.place }
    for (place, text) in ordered {
      widest = max(widest, text.extent.width)
      // What would run into its neighbour is left out.
      let half = (isHorizontal ? text.extent.width : Self.size) / 2
      let along = isHorizontal ? place : -place
      if labels.form != .slanted, along - half < end + 2 { continue }
      end = along + half
      if isHorizontal {
        texts.append(
          text.node(
            at: Point(place, edge + outwards * (Self.markLength + 2)),
            labels.form == .slanted ? (labels.slant < 0 ? .left : .right) : .center,
            labels.form == .slanted && labels.slant.magnitude > 60
              ? .center : outwards > 0 ? .top : .bottom,
            rotation: labels.form == .slanted ? labels.slant : 0))
      } else {
        texts.append(
          text.node(
            at: Point(edge + outwards * (Self.markLength + 2.5), place),
            outwards > 0 ? .left : .right, .center))
      }
    }
    var nodes: [SVGNode] = []
    if !path.isEmpty { nodes.append(.element("path", ["class": "ticks", "d": path.text])) }
    nodes += texts
    nodes += factor(
      marks.factorText, isHorizontal: isHorizontal, edge: edge, outwards: outwards,
      row: isHorizontal ? Self.rowsBelow(marks, label: label) : 0)
    if let label, !label.isEmpty {
      nodes.append(
        self.label(
          label, isHorizontal: isHorizontal, edge: edge, outwards: outwards,
          room: isHorizontal
            ? (texts.isEmpty ? 4 : labels.height + 5.75) : (texts.isEmpty ? 4 : widest + 9)))
    }
    return nodes
  }

  /// Of what stands below the label of a horizontal axis.
  static let rowHeight = 12.0

  /// How many rows the factor takes below the label: beside it there is room for a power of ten only.
  static func rowsBelow(_ marks: AxisMarks, label: String?) -> Int {
    marks.offset != 0 && label?.isEmpty == false ? 1 : 0
  }

  /// What all numbers of the axis are to be multiplied with, and what is to be added to them.
  private func factor(
    _ factor: String, isHorizontal: Bool, edge: Double, outwards: Double, row: Int
  ) -> [SVGNode] {
    if factor.isEmpty { return [] }
    let text = TextDrawing(factor, size: Self.size)
    let place =
      isHorizontal
      ? Point(placed.frame.right, edge + outwards * (28 + Double(row) * Self.rowHeight))
      : Point(edge, placed.frame.top - 4)
    return [text.node(at: place, isHorizontal ? .right : .left, .baseline)]
  }

  private func label(
    _ label: String, isHorizontal: Bool, edge: Double, outwards: Double, room: Double
  ) -> SVGNode {
    let text = TextDrawing(marked: label, size: Self.labelSize)
    let center = placed.frame.center
    if isHorizontal {
      return text.node(
        at: Point(center.x, edge + outwards * room), .center, outwards > 0 ? .top : .bottom)
    }
    // Read from below; its baseline is towards the frame on the left, and away from it on the right.
    let x = edge + outwards * room + (outwards > 0 ? Self.labelSize : 0)
    return text.node(at: Point(x, center.y), .center, .baseline, rotation: 90)
  }
}
