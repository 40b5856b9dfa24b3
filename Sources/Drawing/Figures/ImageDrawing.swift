import Pictures

/// A rectangle of coloured cells: a raster picture inside the drawing.
struct ImageDrawing {
  private let grid: ColorGrid
  private let placed: PlacedAxes

  init(_ grid: ColorGrid, _ placed: PlacedAxes) {
    self.grid = grid
    self.placed = placed
  }

  /// Samples a side where cells are not all of one size, or more than can be seen.
  private static let samples = 512

  var nodes: [SVGNode] {
    guard grid.rows > 0, grid.columns > 0,
      let left = grid.columnEdges.first, let right = grid.columnEdges.last,
      let low = grid.rowEdges.first, let high = grid.rowEdges.last
    else { return [] }
    let (a, b) = (placed.point(left, low), placed.point(right, high))
    guard a.isFinite, b.isFinite else { return [] }
    let box = Rectangle(
      left: min(a.x, b.x), top: min(a.y, b.y), right: max(a.x, b.x), bottom: max(a.y, b.y))
    guard box.width > 0, box.height > 0 else { return [] }
    let isEven =
      max(grid.columns, grid.rows) <= 2 * Self.samples && Self.isEven(grid.columnEdges)
      && Self.isEven(grid.rowEdges) && !placed.x.isLog && !placed.y.isLog
    let (width, height) =
      isEven ? (grid.columns, grid.rows) : (Self.samples, Self.samples)
    let columns = isEven ? Self.order(grid.columns, isReversed: a.x > b.x) : sampledColumns(box)
    // Row 0 of the picture is on top.
    let isRowZeroOnTop = grid.isUpright ? a.y < b.y : a.y > b.y
    let rows = isEven ? Self.order(grid.rows, isReversed: !isRowZeroOnTop) : sampledRows(box)
    let pixels = rows.flatMap { row in columns.map { color(row, $0) } }
    let picture = RasterPicture(width: width, height: height, pixels: pixels)
    return [
      .element(
        "image",
        [
          "class": grid.isSmooth ? nil : "cells", "x": coordinate(box.left),
          "y": coordinate(box.top), "width": coordinate(box.width),
          "height": coordinate(box.height), "preserveAspectRatio": "none",
          "opacity": grid.opacity < 1 ? coordinate(grid.opacity) : nil, "href": picture.address,
        ])
    ] + touches(box, columns, rows, isEven: isEven).sharingLooks
  }

  private static func order(_ count: Int, isReversed: Bool) -> [Int] {
    isReversed ? (0..<count).reversed() : Array(0..<count)
  }

  private static func isEven(_ edges: [Double]) -> Bool {
    guard edges.count > 2 else { return true }
    let step = (edges[edges.count - 1] - edges[0]) / Double(edges.count - 1)
    return zip(edges, edges.dropFirst()).allSatisfy { abs(($1 - $0) - step) < 1e-6 * abs(step) }
  }

  private func sampledColumns(_ box: Rectangle) -> [Int] {
    (0..<Self.samples).map { index in
      let place = box.left + (Double(index) + 0.5) / Double(Self.samples) * box.width
      return Self.cell(of: placed.x.value(at: place), grid.columnEdges)
    }
  }

  private func sampledRows(_ box: Rectangle) -> [Int] {
    (0..<Self.samples).map { index in
      let place = box.top + (Double(index) + 0.5) / Double(Self.samples) * box.height
      let cell = Self.cell(of: placed.y.value(at: place), grid.rowEdges)
      return grid.isUpright ? cell : grid.rows - 1 - cell
    }
  }

  private static func cell(of value: Double, _ edges: [Double]) -> Int {
    let isAscending = (edges.first ?? 0) <= (edges.last ?? 0)
    let index = edges.firstIndex { isAscending ? $0 > value : $0 < value } ?? edges.count - 1
    return min(max(index - 1, 0), edges.count - 2)
  }

  /// `nil` for what is not a number, which is not drawn.
  private func color(_ row: Int, _ column: Int) -> UInt32? {
    let index = row * grid.columns + column
    switch grid.cells {
    case .colors(let colors): return colors[index]
    case .values(let values): return grid.map.color(of: values[index], in: grid.range)
    }
  }

  /// Cells of a small grid tell their values.
  private func touches(
    _ box: Rectangle, _ columns: [Int], _ rows: [Int], isEven: Bool
  ) -> [SVGNode] {
    guard isEven, case .values(let values) = grid.cells,
      columns.count * rows.count <= ArtistDrawing.mostTold
    else { return [] }
    let (width, height) = (box.width / Double(columns.count), box.height / Double(rows.count))
    return rows.enumerated().flatMap { y, row in
      columns.enumerated().map { x, column in
        var path = PathText()
        path.rectangle(
          Rectangle(
            left: box.left + Double(x) * width, top: box.top + Double(y) * height,
            right: box.left + Double(x + 1) * width, bottom: box.top + Double(y + 1) * height))
        let value = values[row * grid.columns + column].told
        return .element(
          "path", ["class": "touch", "d": path.text], [.title("[\(row), \(column)]: \(value)")])
      }
    }
  }
}
