extension ColorMap {
  /// The map of a name; `nil` when there is none.
  public init?(named name: String) {
    if name.hasSuffix("_r") {
      guard let map = ColorMap(named: String(name.dropLast(2))), !map.name.hasSuffix("_r") else {
        return nil
      }
      self = map.reversed(name: name)
    } else if name == "twilight_shifted", let colors = Self.sampledColors("twilight") {
      // It begins in the middle of the circle, and goes round the other way.
      let middle = colors.count / 2
      self.init(colors: (colors[middle...] + colors[..<middle]).reversed(), name: name)
    } else if let colors = Self.sampledColors(name) ?? Self.listedColors(name) {
      self.init(colors: colors, name: name)
    } else if let curves = Self.curves(Self.namesakes[name] ?? name) {
      self.init(name: name, curves)
    } else {
      return nil
    }
  }

  private static func curves(_ name: String) -> ColorCurves? {
    if let colors = blendedColors(name) { return ColorCurves(blending: colors) }
    if let text = segments[name] { return ColorCurves(text: text) }
    return ColorFormula(rawValue: name).map { ColorCurves($0) }
  }

  /// Two spellings of one map.
  private static let namesakes = [
    "grey": "gray", "gist_grey": "gist_gray", "gist_yerg": "gist_yarg", "Grays": "Greys",
  ]

  /// In matplotlib's order, those that run the other way last.
  public static let allNames = baseNames + baseNames.map { $0 + "_r" }

  /// All names but those of maps that run the other way, sorted.
  public static let names = baseNames.sorted()

  private static let baseNames = """
    magma inferno plasma viridis cividis twilight twilight_shifted turbo berlin managua vanimo
    Blues BrBG BuGn BuPu CMRmap GnBu Greens Greys OrRd Oranges PRGn PiYG PuBu PuBuGn PuOr PuRd
    Purples RdBu RdGy RdPu RdYlBu RdYlGn Reds Spectral Wistia YlGn YlGnBu YlOrBr YlOrRd afmhot
    autumn binary bone brg bwr cool coolwarm copper cubehelix flag gist_earth gist_gray gist_heat
    gist_ncar gist_rainbow gist_stern gist_yarg gnuplot gnuplot2 gray hot hsv jet nipy_spectral
    ocean pink prism rainbow seismic spring summer terrain winter Accent okabe_ito Dark2 Paired
    Pastel1 Pastel2 Set1 Set2 Set3 tab10 tab20 tab20b tab20c grey gist_grey gist_yerg Grays
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
}
