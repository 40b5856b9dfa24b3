/// Colours for the numbers from 0 to 1, as matplotlib has them: a table, of which each colour stands for
/// an equal part.
///
///     ColorMap(named: "viridis")?.color(at: 0)  // 0x440154
public struct ColorMap: Hashable, Sendable {
  /// By which programs call for it; one with `_r` runs the other way.
  public let name: String
  /// At least one.
  public let colors: [RGBA]
  /// For numbers below 0 and above 1; `nil` for the colours at the ends.
  public var under, over: RGBA?
  /// For what is not a number.
  public var bad = RGBA.clear
  private let source: Source

  /// What a table of another size, or one that runs the other way, is made from.
  private enum Source: Hashable {
    case list
    case curves(ColorCurves)
  }

  /// Single colours.
  public init(colors: [RGBA], name: String = "unnamed") {
    self.name = name
    self.colors = colors.isEmpty ? [.clear] : colors
    source = .list
  }

  /// Colours that pass into each other.
  public init(name: String, _ curves: ColorCurves, count: Int = ColorMap.usualCount) {
    self.name = name
    colors = curves.table(count: max(count, 1))
    source = .curves(curves)
  }

  /// That of every map whose colours pass into each other, unless a program says otherwise.
  public static let usualCount = 256

  public static let usual =
    ColorMap(named: "viridis") ?? ColorMap(name: "gray", ColorCurves(blending: [0, 0xFFFFFF]))

  /// Whether it was made from a list of colours.
  public var isList: Bool { source == .list }

  // MARK: Looking up

  /// The colour of a number from 0 to 1.
  public func exactColor(at position: Double) -> RGBA {
    if position.isNaN { return bad }
    let place = position * Double(colors.count)
    // The end belongs to the last colour.
    if place == Double(colors.count) { return colors[colors.count - 1] }
    if place < 0 { return under ?? colors[0] }
    if place >= Double(colors.count) { return over ?? colors[colors.count - 1] }
    return colors[Int(place)]
  }

  /// The colour of a number, counted from 0.
  public func exactColor(number: Int) -> RGBA {
    if number < 0 { return under ?? colors[0] }
    return number < colors.count ? colors[number] : over ?? colors[colors.count - 1]
  }

  /// The colour of a number from 0 to 1, `0xRRGGBB`.
  public func color(at position: Double) -> UInt32 { exactColor(at: position).number }

  /// The colour of a value of a range; `nil` where nothing is to be seen, as for nan.
  public func color(of value: Double, in range: ClosedRange<Double>) -> UInt32? {
    let width = range.upperBound - range.lowerBound
    let position = value.isNaN ? value : width > 0 ? (value - range.lowerBound) / width : 0
    let color = exactColor(at: position)
    return color.alpha > 0 ? color.number : nil
  }

  // MARK: Others of its kind

  /// The map that runs the other way.
  public func reversed(name: String? = nil) -> ColorMap {
    let name = name ?? self.name + "_r"
    var map =
      switch source {
      case .list: ColorMap(colors: colors.reversed(), name: name)
      case .curves(let curves): ColorMap(name: name, curves.reversed, count: colors.count)
      }
    (map.under, map.over, map.bad) = (over, under, bad)
    return map
  }

  /// The map with another number of colours.
  public func resampled(to count: Int) -> ColorMap {
    var map: ColorMap
    switch source {
    case .curves(let curves): map = ColorMap(name: name, curves, count: count)
    case .list:
      let places = ColorCurves.evenPlaces(count: max(count, 1))
      map = ColorMap(colors: places.map(exactColor(at:)), name: name)
    }
    (map.under, map.over, map.bad) = (under, over, bad)
    return map
  }

  /// The same colours under another name.
  public func renamed(_ name: String) -> ColorMap {
    switch source {
    case .list: return ColorMap(colors: colors, name: name)
    case .curves(let curves): return ColorMap(name: name, curves, count: colors.count)
    }
  }
}
