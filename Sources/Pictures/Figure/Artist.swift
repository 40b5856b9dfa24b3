/// Something shown in a system of axes.
public struct Artist: Hashable, Sendable {
  /// What it is, with its data.
  public enum Kind: Hashable, Sendable {
    /// Points in order, joined or marked.
    case line(Curve)
    /// Points, each with its own size or colour if it likes.
    case points(PointCloud)
    case bars(Bars)
    case image(ColorGrid)
    /// Lines of equal value.
    case contours(Contours)
    /// Bands between values.
    case filledContours(Contours)
    /// A closed outline, filled.
    case area(Area)
    /// A straight line over all of one direction, at a value of the other.
    case axisLine(AxisLine)
    /// A band over all of one direction, between two values of the other.
    case band(Band)
    /// Straight lines from point to point.
    case segments(Segments)
    case text(Label)
    /// Arrows with their tails at points.
    case arrows(Arrows)
  }

  public var kind: Kind
  /// For the legend; `nil` or a name that begins with `_` stays out of it.
  public var label: String?
  /// Higher ones are drawn later.
  public var order: Double

  /// Something to show.
  public init(_ kind: Kind, label: String? = nil, order: Double) {
    self.kind = kind
    self.label = label
    self.order = order
  }
}

/// Points in order. Where a coordinate is not finite, the line is broken.
public struct Curve: Hashable, Sendable {
  /// How the way from a point to the next goes.
  public enum Steps: String, Hashable, Sendable {
    case none, before = "pre", middle = "mid", after = "post"
  }

  public var x: [Double]
  public var y: [Double]
  public var line: LineStyle
  public var paint: Paint
  public var marker: Marker?
  /// Points; the diameter of a marker.
  public var markerSize: Double
  public var markerFace: Paint
  public var markerEdge: Paint
  public var steps = Steps.none
  /// One a point; empty where there are none.
  public var xErrors: [ErrorBar] = []
  public var yErrors: [ErrorBar] = []
  public var errorStyle = ErrorStyle()
  /// Points, of markers.
  public var markerEdgeWidth = 0.8

  /// `x` and `y` are equally long.
  public init(
    x: [Double], y: [Double], line: LineStyle, paint: Paint, marker: Marker?, markerSize: Double,
    markerFace: Paint, markerEdge: Paint
  ) {
    self.x = x
    self.y = y
    self.line = line
    self.paint = paint
    self.marker = marker
    self.markerSize = markerSize
    self.markerFace = markerFace
    self.markerEdge = markerEdge
  }
}

/// How far a value may be off.
public struct ErrorBar: Hashable, Sendable {
  public var below: Double
  public var above: Double

  /// Both are distances.
  public init(below: Double, above: Double) {
    self.below = below
    self.above = above
  }
}

/// Points that are not joined.
public struct PointCloud: Hashable, Sendable {
  public var x: [Double]
  public var y: [Double]
  /// Points squared, as in matplotlib: one for all, or one each.
  public var areas: [Double]
  public var marker: Marker
  public var fill: Coloring
  public var edge: Paint
  /// Points.
  public var edgeWidth: Double

  /// `x` and `y` are equally long.
  public init(
    x: [Double], y: [Double], areas: [Double], marker: Marker, fill: Coloring, edge: Paint,
    edgeWidth: Double
  ) {
    self.x = x
    self.y = y
    self.areas = areas
    self.marker = marker
    self.fill = fill
    self.edge = edge
    self.edgeWidth = edgeWidth
  }
}

/// Rectangles that stand on a base line.
public struct Bars: Hashable, Sendable {
  /// That in which they grow.
  public var direction: Direction
  /// Along the base: where each begins, and how wide it is.
  public var starts: [Double]
  public var widths: [Double]
  public var bases: [Double]
  /// Signed.
  public var heights: [Double]
  public var paints: [Paint]
  public var edge: Paint
  public var edgeWidth: Double
  /// One a bar; empty where there are none.
  public var errors: [ErrorBar] = []
  public var errorStyle = ErrorStyle()
  /// Whether they count what falls between bounds.
  public var isHistogram: Bool

  /// The lists are equally long, `paints` may have one for all.
  public init(
    direction: Direction, starts: [Double], widths: [Double], bases: [Double], heights: [Double],
    paints: [Paint], edge: Paint, edgeWidth: Double, isHistogram: Bool
  ) {
    self.direction = direction
    self.starts = starts
    self.widths = widths
    self.bases = bases
    self.heights = heights
    self.paints = paints
    self.edge = edge
    self.edgeWidth = edgeWidth
    self.isHistogram = isHistogram
  }
}

/// A rectangle of coloured cells.
public struct ColorGrid: Hashable, Sendable {
  /// What the cells hold.
  public enum Cells: Hashable, Sendable {
    /// Values for a map of colours.
    case values([Double])
    /// Colours, as written.
    case colors([UInt32])
  }

  public var rows: Int
  public var columns: Int
  /// Row by row, the first on top unless `isUpright`.
  public var cells: Cells
  public var map: ColorMap
  public var range: ClosedRange<Double>
  /// Whether the first row is the lowest.
  public var isUpright: Bool
  /// Bounds of the columns, `columns + 1` of them, and of the rows.
  public var columnEdges: [Double]
  public var rowEdges: [Double]
  public var opacity: Double
  /// Whether neighbouring cells pass into each other.
  public var isSmooth: Bool

  /// A grid.
  public init(
    rows: Int, columns: Int, cells: Cells, map: ColorMap, range: ClosedRange<Double>,
    isUpright: Bool, columnEdges: [Double], rowEdges: [Double], opacity: Double, isSmooth: Bool
  ) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.map = map
    self.range = range
    self.isUpright = isUpright
    self.columnEdges = columnEdges
    self.rowEdges = rowEdges
    self.opacity = opacity
    self.isSmooth = isSmooth
  }
}

/// A function of two variables on a grid.
public struct Contours: Hashable, Sendable {
  /// The grid's coordinates: values stand at `(x[column], y[row])`.
  public var x: [Double]
  public var y: [Double]
  /// Row by row.
  public var values: [Double]
  /// Ascending: lines are drawn at them, bands between them.
  public var levels: [Double]
  /// One for each line or band; one alone serves for all.
  public var paints: [Paint]
  public var line: LineStyle
  /// Whether values beyond the first and the last level have bands too.
  public var extendsBelow = false
  public var extendsAbove = false
  /// Whether lines have their values written on them.
  public var isLabelled = false
  /// What is written at each level; empty where that is its number.
  public var labels: [String] = []

  /// A function on a grid.
  public init(
    x: [Double], y: [Double], values: [Double], levels: [Double], paints: [Paint],
    line: LineStyle
  ) {
    self.x = x
    self.y = y
    self.values = values
    self.levels = levels
    self.paints = paints
    self.line = line
  }
}

/// Closed outlines, filled.
public struct Area: Hashable, Sendable {
  /// What made it, for its text form: `fill_between`.
  public var name: String
  /// The corners of each piece.
  public var outlines: [[Point]]
  public var fill: Paint
  public var edge: Paint
  public var edgeWidth: Double
  /// Whether limits are found anew for it; one that does not counts where something else does.
  public var movesLimits = true
  /// A height that limits do not go beyond, as that of the base of bars.
  public var base: Double?

  /// An area.
  public init(name: String, outlines: [[Point]], fill: Paint, edge: Paint, edgeWidth: Double) {
    self.name = name
    self.outlines = outlines
    self.fill = fill
    self.edge = edge
    self.edgeWidth = edgeWidth
  }
}

/// A place in the plane of the data.
public struct Point: Hashable, Sendable {
  public var x: Double
  public var y: Double

  /// A place.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// The directions of the plane.
public enum Direction: String, Hashable, Sendable {
  case horizontal, vertical
}

/// A straight line through all of the axes, or a stretch of them.
public struct AxisLine: Hashable, Sendable {
  public var direction: Direction
  public var value: Double
  /// From 0, one end of the axes, to 1.
  public var stretch: ClosedRange<Double>
  public var line: LineStyle
  public var paint: Paint

  /// A line.
  public init(
    direction: Direction, value: Double, stretch: ClosedRange<Double>, line: LineStyle,
    paint: Paint
  ) {
    self.direction = direction
    self.value = value
    self.stretch = stretch
    self.line = line
    self.paint = paint
  }
}

/// A stripe through all of the axes.
public struct Band: Hashable, Sendable {
  public var direction: Direction
  public var range: ClosedRange<Double>
  public var paint: Paint
  /// Of the other direction: from 0, one end of the axes, to 1.
  public var stretch = 0.0...1.0

  /// A stripe.
  public init(direction: Direction, range: ClosedRange<Double>, paint: Paint) {
    self.direction = direction
    self.range = range
    self.paint = paint
  }
}

/// Straight lines, each from a point to another.
public struct Segments: Hashable, Sendable {
  /// What made them: `vlines`.
  public var name: String
  public var starts: [Point]
  public var ends: [Point]
  public var line: LineStyle
  public var paint: Paint

  /// `starts` and `ends` are equally long.
  public init(
    name: String, starts: [Point], ends: [Point], line: LineStyle, paint: Paint
  ) {
    self.name = name
    self.starts = starts
    self.ends = ends
    self.line = line
    self.paint = paint
  }
}

/// Words at a place, with an arrow to another if they speak of it.
public struct Label: Hashable, Sendable {
  /// Which part of the text is at the place.
  public enum Horizontal: String, Hashable, Sendable { case left, center, right }
  public enum Vertical: String, Hashable, Sendable { case top, center, baseline, bottom }

  public var text: String
  public var place: Point
  /// Whether the place is given in parts of the axes, from 0 to 1, and not in the data's numbers.
  public var isInAxes = false
  /// Points by which it is moved to the right and upwards.
  public var offset = Point(0, 0)
  public var horizontal = Horizontal.left
  public var vertical = Vertical.baseline
  /// Points.
  public var size = 10.0
  public var isBold = false
  /// Degrees, anticlockwise.
  public var rotation = 0.0
  public var paint = Paint(.foreground)
  /// A box behind the text.
  public var box: Paint?
  /// Where an arrow points to, in the data's numbers.
  public var target: Point?
  public var arrow = Paint(.foreground)

  /// Words at a place.
  public init(_ text: String, at place: Point) {
    self.text = text
    self.place = place
  }
}

/// Arrows: of a field of vectors, or single ones.
public struct Arrows: Hashable, Sendable {
  public var tails: [Point]
  /// In the data's numbers.
  public var vectors: [Point]
  public var paint: Paint
  /// Points.
  public var width: Double

  /// `tails` and `vectors` are equally long.
  public init(tails: [Point], vectors: [Point], paint: Paint, width: Double) {
    self.tails = tails
    self.vectors = vectors
    self.paint = paint
    self.width = width
  }
}
