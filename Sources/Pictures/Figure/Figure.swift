/// A picture with one or more systems of axes, as a program built it. What is drawn of it, and how, is
/// decided elsewhere.
public struct Figure: Hashable, Sendable {
  /// Inches, as programs give them.
  public var width: Double
  public var height: Double
  /// A title above all axes.
  public var title: String?
  public var axes: [Axes]

  /// A figure without axes, of matplotlib's usual size.
  public init(width: Double = 6.4, height: Double = 4.8) {
    self.width = width
    self.height = height
    axes = []
  }
}

/// A system of axes with what is shown in it.
public struct Axes: Hashable, Sendable {
  public var place: GridPlace
  public var title: String?
  public var x = Axis()
  public var y = Axis()
  /// In the order in which they came, which is that of drawing among equals.
  public var artists: [Artist] = []
  public var legend: Legend?
  public var grid = GridLines.none
  /// At the marks between those with numbers.
  public var minorGrid = GridLines.none
  public var gridStyle = GridStyle()
  /// Whether a unit of x is as long as one of y.
  public var hasEqualUnits = false
  /// Whether frame, ticks and labels are shown.
  public var isFramed = true
  /// Sides of the frame that are not drawn.
  public var hiddenSides: Set<FrameSide> = []
  /// Whether limits go by shapes that do not move them of their own, too.
  public var fitsShapes = false
  public var colorScales: [ColorScale] = []
  /// Axes of one number have the same limits in that direction.
  public var xGroup: Int?
  public var yGroup: Int?
  /// Whether these lie over others and show only their own x at the top, or their own y at the right.
  public var overlay: Overlay?

  /// What axes that lie over others have of their own.
  public enum Overlay: String, Hashable, Sendable {
    case x, y
  }

  /// Empty axes.
  public init(place: GridPlace = .whole) {
    self.place = place
  }
}

/// Where axes stand in a grid that fills the figure.
public struct GridPlace: Hashable, Sendable {
  public var rows: Int
  public var columns: Int
  /// Cells taken, from the top and from the left.
  public var rowRange: Range<Int>
  public var columnRange: Range<Int>

  public static let whole = GridPlace(rows: 1, columns: 1, rowRange: 0..<1, columnRange: 0..<1)

  /// A rectangle of cells.
  public init(rows: Int, columns: Int, rowRange: Range<Int>, columnRange: Range<Int>) {
    self.rows = rows
    self.columns = columns
    self.rowRange = rowRange
    self.columnRange = columnRange
  }
}

/// A side of the frame around axes.
public enum FrameSide: String, Hashable, Sendable, CaseIterable {
  case left, right, bottom, top
}

/// One direction of a system of axes.
public struct Axis: Hashable, Sendable {
  /// How values become lengths.
  public enum Scale: String, Hashable, Sendable {
    case linear, log
  }

  /// A marked value.
  public struct Tick: Hashable, Sendable {
    public var value: Double
    /// `nil` where the number itself stands there.
    public var label: String?

    /// A mark.
    public init(_ value: Double, label: String? = nil) {
      self.value = value
      self.label = label
    }
  }

  public var label: String?
  /// `nil` where the data say it.
  public var lower: Double?
  public var upper: Double?
  public var scale = Scale.linear
  /// `nil` where marks are chosen.
  public var ticks: [Tick]?
  /// Whether values grow to the left, or downwards.
  public var isInverted = false
  /// Whether there are marks between those with numbers; `nil` where only logarithms have them.
  public var hasMinorMarks: Bool?
  /// Of the data's length, how much room is left at each end.
  public var margin = 0.05
  /// Degrees by which what is written at marks is turned; `nil` where that is chosen.
  public var labelRotation: Double?

  /// An axis as wide as its data.
  public init() {}
}

/// The explanation of labelled artists.
public struct Legend: Hashable, Sendable {
  /// Where it stands, in matplotlib's words: `upper right`.
  public var location: String
  public var title: String?

  /// A legend.
  public init(location: String, title: String? = nil) {
    self.location = location
    self.title = title
  }
}

/// A bar that shows which colour stands for which value.
public struct ColorScale: Hashable, Sendable {
  public var map: ColorMap
  public var range: ClosedRange<Double>
  public var label: String?
  /// Bounds of bands of one colour each; `nil` where colours pass into each other.
  public var levels: [Double]?

  /// A scale.
  public init(map: ColorMap, range: ClosedRange<Double>, label: String?, levels: [Double]?) {
    self.map = map
    self.range = range
    self.label = label
    self.levels = levels
  }
}
