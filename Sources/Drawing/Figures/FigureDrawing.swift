public import Pictures

/// A figure as an SVG document, in points: 72 to an inch.
public struct FigureDrawing {
  private let figure: Figure
  /// Begins the ids of its parts, so that several drawings can stand in one page.
  private let prefix: String
  /// Of the form that has title and description.
  private var labelPrefix: String

  /// The drawing of a figure. Drawings of one page have different prefixes.
  public init(_ figure: Figure, prefix: String) {
    self.figure = figure
    self.prefix = prefix
    labelPrefix = prefix
  }

  /// Points around everything.
  private static let margin = 6.0
  private static let gap = 14.0

  /// Points.
  public var width: Double { figure.width * 72 }
  public var height: Double { figure.height * 72 }

  /// The `svg` element.
  ///
  /// - Parameter description: what a person who does not see it is told; `nil` for what the figure says of
  ///   itself.
  public func svg(description: String? = nil) -> SVGNode {
    let placed = placedAxes
    var parts: [SVGNode] = [
      .element("title", ["id": prefix + "-title"], [.text(title)]),
      .element("desc", ["id": prefix + "-desc"], [.text(description ?? figure.text)]),
    ]
    if let title = figure.title, !title.isEmpty {
      parts.append(
        TextDrawing(marked: title, size: Self.titleSize + 1, isBold: true).node(
          at: Point(width / 2, Self.margin + 12), .center, .baseline))
    }
    for (index, axes) in placed.enumerated() {
      parts += AxesDrawing(axes, prefix: "\(prefix)-\(index)").nodes
    }
    return .element(
      "svg",
      [
        "class": "figure", "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": "0 0 \(coordinate(width)) \(coordinate(height))",
        "width": coordinate(width * 96 / 72), "height": coordinate(height * 96 / 72), "role": "img",
        "aria-labelledby": "\(labelPrefix)-title \(labelPrefix)-desc",
      ], parts)
  }

  static let titleSize = 11.5

  // MARK: Forms

  /// Inches.
  private static let phoneWidth = 3.5
  /// Heavier drawings are not made twice: in bytes.
  private static let mostBytes = 5_000

  /// The figure drawn, with a narrow form where letters would be too small on a phone and it is light:
  /// then its axes stand one below the other.
  public func drawing(description: String? = nil) -> PictureDrawing {
    let wide = svg(description: description)
    guard figure.width > 1.25 * Self.phoneWidth, wide.byteCount <= 6 * Self.mostBytes else {
      return PictureDrawing(wide)
    }
    var drawing = FigureDrawing(figure.stacked(width: Self.phoneWidth), prefix: prefix + "-n")
    drawing.labelPrefix = prefix
    guard let narrow = drawing.svg().untold, narrow.byteCount <= Self.mostBytes else {
      return PictureDrawing(wide)
    }
    return PictureDrawing(wide.adding(style: "wide"), narrow: narrow.adding(style: "narrow"))
  }

  /// The titles that the figure has, else what it is.
  private var title: String {
    let titles = ([figure.title] + figure.axes.map(\.title)).compactMap(\.self)
      .filter { !$0.isEmpty }.map(MathText.plain)
    return titles.isEmpty ? "Figure" : titles.joined(separator: "; ")
  }

  // MARK: Layout

  /// Frames of one row begin and end at the same height, those of one column at the same distance from the
  /// side, with room for what is written around any of them.
  private var placedAxes: [PlacedAxes] {
    let top = figure.title?.isEmpty == false ? 22.0 : 0
    let area = Rectangle(left: 0, top: 0, right: width, bottom: height)
      .inset(Self.margin, Self.margin + top, Self.margin, Self.margin)
    let limits = figure.axes.indices.map {
      (x: figure.limits(ofAxes: $0, .horizontal), y: figure.limits(ofAxes: $0, .vertical))
    }
    let insets = figure.axes.indices.map { index in
      AxesInsets(
        figure.axes[index], limits[index].x, limits[index].y,
        width: Self.cell(figure.axes[index].place, in: area).width)
    }
    return figure.axes.indices.map { index in
      let axes = figure.axes[index]
      let cell = Self.cell(axes.place, in: area)
      let inset = self.inset(for: index, insets)
      var frame = cell.inset(inset.left, inset.top, inset.right, inset.bottom)
      if frame.width < 10 { frame.right = frame.left + 10 }
      if frame.height < 10 { frame.bottom = frame.top + 10 }
      if axes.hasEqualUnits {
        frame = Self.equalUnits(frame, axes, limits[index].x, limits[index].y)
      }
      return PlacedAxes(
        axes: axes, frame: frame,
        x: AxisMap(axes.x, limits[index].x, from: frame.left, to: frame.right),
        y: AxisMap(axes.y, limits[index].y, from: frame.bottom, to: frame.top))
    }
  }

  /// The most room that any axes at the same side of the grid need.
  private func inset(for index: Int, _ insets: [AxesInsets]) -> AxesInsets {
    let place = figure.axes[index].place
    var result = insets[index]
    for (other, inset) in zip(figure.axes, insets)
    where other.place.rows == place.rows && other.place.columns == place.columns {
      let (mine, theirs) = (place, other.place)
      if mine.columnRange.lowerBound == theirs.columnRange.lowerBound {
        result.left = max(result.left, inset.left)
      }
      if mine.columnRange.upperBound == theirs.columnRange.upperBound {
        result.right = max(result.right, inset.right)
      }
      if mine.rowRange.lowerBound == theirs.rowRange.lowerBound {
        result.top = max(result.top, inset.top)
      }
      if mine.rowRange.upperBound == theirs.rowRange.upperBound {
        result.bottom = max(result.bottom, inset.bottom)
      }
    }
    return result
  }

  private static func cell(_ place: GridPlace, in area: Rectangle) -> Rectangle {
    func stretch(
      _ range: Range<Int>, _ count: Int, _ start: Double, _ length: Double
    )
      -> (Double, Double)
    {
      let size = (length - gap * Double(count - 1)) / Double(max(count, 1))
      let from = start + Double(range.lowerBound) * (size + gap)
      return (from, start + Double(range.upperBound) * (size + gap) - gap)
    }
    let (left, right) = stretch(place.columnRange, place.columns, area.left, area.width)
    let (top, bottom) = stretch(place.rowRange, place.rows, area.top, area.height)
    return Rectangle(left: left, top: top, right: right, bottom: bottom)
  }

  /// The largest frame within this one in which a unit is as long in both directions.
  private static func equalUnits(
    _ frame: Rectangle, _ axes: Axes, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>
  ) -> Rectangle {
    guard axes.x.scale == .linear, axes.y.scale == .linear else { return frame }
    let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    guard width > 0, height > 0 else { return frame }
    let unit = min(frame.width / width, frame.height / height)
    let (dx, dy) = ((frame.width - unit * width) / 2, (frame.height - unit * height) / 2)
    return frame.inset(dx, dy, dx, dy)
  }
}

/// Room for what is written around a frame, in points.
struct AxesInsets {
  var left = 4.0
  var top = 4.0
  var right = 8.0
  var bottom = 4.0

  /// - Parameter width: of all that the axes have.
  init(_ axes: Axes, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, width: Double) {
    if let title = axes.title, !title.isEmpty {
      top += Double(TextMetrics.lines(title).count) * 15 + 4
    }
    for scale in axes.colorScales { right += ColorScaleDrawing.width(of: scale) }
    if axes.isFramed { addRoomForMarks(axes, x, y, width: width) }
  }

  private mutating func addRoomForMarks(
    _ axes: Axes, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, width: Double
  ) {
    let marks = AxisMarks(axes.y, y, intervals: 8)
    let widest =
      marks.marks.map { TextDrawing(marked: $0.label, size: AxisDrawing.size).extent.width }
      .max() ?? 0
    let side = (widest > 0 ? widest + 7 : 0) + (axes.y.label?.isEmpty == false ? 17 : 0)
    if axes.overlay == .y { right += side } else if axes.overlay == nil { left += side }
    if axes.overlay == nil, !marks.factorText.isEmpty { top += AxisDrawing.size * 1.25 }
    let xMarks = AxisMarks(axes.x, x, intervals: 8)
    let map = AxisMap(axes.x, x, from: left, to: max(width - right, left + 10))
    let labels = TickLabels(
      xMarks.marks.map { ($0.label, map.place($0.value)) }, areNames: axes.x.hasNames,
      rotation: axes.x.labelRotation)
    let below =
      (xMarks.marks.isEmpty ? 0 : labels.height + 4.75) + (axes.x.label?.isEmpty == false ? 16 : 0)
      + (xMarks.factorText.isEmpty ? 0 : 4)
      + Double(AxisDrawing.rowsBelow(xMarks, label: axes.x.label)) * AxisDrawing.rowHeight
    if axes.overlay == .x { top += below } else if axes.overlay == nil { bottom += below }
  }
}
