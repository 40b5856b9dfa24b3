/// Colours for the numbers from 0 to 1.
public struct ColorMap: Hashable, Sendable {
  /// By which programs call for it; one with `_r` runs the other way.
  public let name: String
  /// Evenly spaced; between two of them colours are mixed, unless it is a list of single colours.
  private let stops: [UInt32]
  private let isList: Bool

  /// The map of a name; `nil` when there is none.
  public init?(named name: String) {
    let isReversed = name.hasSuffix("_r")
    let base = isReversed ? String(name.dropLast(2)) : name
    let list = Self.lists[base]
    guard let stops = list ?? Self.stops[base] else { return nil }
    self.init(name: name, stops: isReversed ? stops.reversed() : stops, isList: list != nil)
  }

  /// Single colours, each for an equal part of 0 to 1.
  public init(colors: [UInt32]) {
    self.init(name: "listed", stops: colors.isEmpty ? [0] : colors, isList: true)
  }

  /// Colours that pass into each other.
  public init(name: String, blending colors: [UInt32]) {
    self.init(name: name, stops: colors.isEmpty ? [0] : colors, isList: false)
  }

  private init(name: String, stops: [UInt32], isList: Bool) {
    self.name = name
    self.stops = stops
    self.isList = isList
  }

  public static let usual = ColorMap(name: "viridis", stops: stops["viridis"] ?? [0], isList: false)

  /// All names but the reversed ones, sorted.
  public static let names = (Array(stops.keys) + Array(lists.keys)).sorted()

  /// The colour of a number, `0xRRGGBB`; those beyond the ends have the ends' colours.
  public func color(at position: Double) -> UInt32 {
    let position = min(max(position, 0), 1)
    if isList { return stops[min(Int(position * Double(stops.count)), stops.count - 1)] }
    let place = position * Double(stops.count - 1)
    let index = min(Int(place), stops.count - 1)
    guard index + 1 < stops.count else { return stops[index] }
    return Self.mix(stops[index], stops[index + 1], place - Double(index))
  }

  /// The colour of a value of a range; `nil` for nan.
  public func color(of value: Double, in range: ClosedRange<Double>) -> UInt32? {
    if value.isNaN { return nil }
    let width = range.upperBound - range.lowerBound
    return color(at: width > 0 ? (value - range.lowerBound) / width : 0)
  }

  private static func mix(_ a: UInt32, _ b: UInt32, _ part: Double) -> UInt32 {
    var result: UInt32 = 0
    for shift in [16, 8, 0] as [UInt32] {
      let (x, y) = (Double((a >> shift) & 0xFF), Double((b >> shift) & 0xFF))
      result |= UInt32((x + (y - x) * part).rounded()) << shift
    }
    return result
  }
}
