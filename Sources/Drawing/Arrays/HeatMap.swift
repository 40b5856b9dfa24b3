import Pictures

/// Numbers as a picture of coloured squares, one pixel each.
public struct HeatMap {
  private let field: ArrayGrid.Field
  private let range: ClosedRange<Double>
  private let map: ColorMap

  /// Colours told apart; with fewer of them the picture takes fewer bytes.
  private static let steps = 64

  /// - Parameters:
  ///   - range: of the colours.
  ///   - isDiverging: whether the middle of the range is a number of its own, as 0 is.
  public init(_ field: ArrayGrid.Field, in range: ClosedRange<Double>, isDiverging: Bool) {
    self.field = field
    self.range = range
    map = isDiverging ? Self.diverging : Self.sequential
  }

  private static let diverging =
    (ColorMap(named: "coolwarm") ?? .usual).resampled(to: steps + 1)
  private static let sequential = ColorMap.usual.resampled(to: steps)

  /// A PNG picture in a `data:` address, each number so many pixels wide and high.
  public func address(width columnWidth: Int = 1, height rowHeight: Int = 1) -> String {
    let width = range.upperBound - range.lowerBound
    let pixels = field.values.map { value -> UInt32? in
      if value.isNaN { return nil }
      // A range may be wider than the largest number.
      let place =
        width.isFinite
        ? (value - range.lowerBound) / (width > 0 ? width : 1)
        : (value / 2 - range.lowerBound / 2) / (range.upperBound / 2 - range.lowerBound / 2)
      return map.color(at: min(max(place, 0), 1))
    }
    let rows = stride(from: 0, to: pixels.count, by: field.columns).flatMap { start in
      let row = pixels[start..<start + field.columns].flatMap {
        Array(repeating: $0, count: columnWidth)
      }
      return Array(repeating: row, count: rowHeight).joined()
    }
    return RasterPicture(
      width: field.columns * columnWidth, height: field.rows * rowHeight, pixels: rows
    ).address
  }

  /// A strip of all colours, from the least to the largest.
  public static func scale(isDiverging: Bool) -> String {
    let field = ArrayGrid.Field(
      rows: 1, columns: steps, values: (0..<steps).map { Double($0) / Double(steps - 1) })
    return HeatMap(field, in: 0...1, isDiverging: isDiverging).address()
  }
}
