import Pictures

extension Figure {
  /// The figure with its axes one below the other, each as high for its width as it was, but at least so
  /// that it can be read.
  func stacked(width: Double) -> Figure {
    var places: [GridPlace] = []
    for axes in axes where !places.contains(axes.place) { places.append(axes.place) }
    places.sort {
      ($0.rowRange.lowerBound, $0.columnRange.lowerBound)
        < ($1.rowRange.lowerBound, $1.columnRange.lowerBound)
    }
    var result = self
    for index in axes.indices {
      let row = places.firstIndex(of: axes[index].place) ?? 0
      result.axes[index].place = GridPlace(
        rows: places.count, columns: 1, rowRange: row..<row + 1, columnRange: 0..<1)
    }
    let columns = Double(axes.map(\.place.columns).max() ?? 1)
    let rows = Double(axes.map(\.place.rows).max() ?? 1)
    let ratio = height / max(rows, 1) / (self.width / max(columns, 1))
    result.width = width
    result.height = width * min(max(ratio, 0.7), 1.4) * Double(max(places.count, 1))
    return result
  }
}
