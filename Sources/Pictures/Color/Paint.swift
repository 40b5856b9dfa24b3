/// A colour. Those without fixed numbers follow the scheme of the page, light or dark.
public enum Color: Hashable, Sendable {
  /// One of the ten colours in which series follow each other.
  case series(Int)
  /// That of text.
  case foreground
  /// That of the page.
  case background
  case rgb(UInt32)
  case clear
}

/// A colour that may let through what is behind it.
public struct Paint: Hashable, Sendable {
  public var color: Color
  /// From 0 to 1.
  public var opacity: Double

  /// A paint.
  public init(_ color: Color, opacity: Double = 1) {
    self.color = color
    self.opacity = opacity
  }

  public static let clear = Paint(.clear)
}

/// The colours of shapes: one, one each, or by values.
public enum Coloring: Hashable, Sendable {
  case paint(Paint)
  case paints([Paint])
  case values([Double], ColorMap, ClosedRange<Double>, opacity: Double)
}

/// How a line is drawn.
public struct LineStyle: Hashable, Sendable {
  /// What a line is made of.
  public enum Pattern: String, Hashable, Sendable {
    case none = "", solid = "-", dashed = "--", dotted = ":", dashDotted = "-."
  }

  public var pattern: Pattern
  /// Points.
  public var width: Double

  /// A style.
  public init(_ pattern: Pattern, width: Double) {
    self.pattern = pattern
    self.width = width
  }
}

/// A shape that marks a point, by matplotlib's letter for it.
public enum Marker: String, Hashable, Sendable, CaseIterable {
  case dot = ".", pixel = ",", circle = "o", triangleDown = "v", triangleUp = "^",
    triangleLeft = "<", triangleRight = ">", square = "s", pentagon = "p", star = "*",
    hexagon = "h", turnedHexagon = "H", plus = "+", cross = "x", diamond = "D",
    thinDiamond = "d", verticalBar = "|", horizontalBar = "_", filledPlus = "P",
    filledCross = "X", tripodDown = "1", tripodUp = "2", tripodLeft = "3", tripodRight = "4",
    octagon = "8"
}
