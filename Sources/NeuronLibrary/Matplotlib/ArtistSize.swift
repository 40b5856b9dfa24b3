import Pictures

extension Artist.Kind {
  /// About the memory that it takes.
  var byteCount: Int {
    let numbers =
      switch self {
      case .line(let curve): curve.x.count * 2 + (curve.xErrors.count + curve.yErrors.count) * 2
      case .points(let cloud): cloud.x.count * 5 + cloud.areas.count
      case .bars(let bars): bars.starts.count * 6 + bars.paints.count * 2
      case .image(let grid): grid.rows * grid.columns + grid.rows + grid.columns
      case .contours(let contours), .filledContours(let contours):
        contours.values.count + contours.levels.count * 4 + contours.x.count + contours.y.count
      case .area(let area): area.outlines.reduce(0) { $0 + $1.count * 2 }
      case .segments(let segments): segments.starts.count * 4
      case .arrows(let arrows): arrows.tails.count * 4
      case .text(let label): label.text.utf8.count / 8
      case .axisLine, .band: 0
      }
    return 512 + numbers * 8
  }
}
