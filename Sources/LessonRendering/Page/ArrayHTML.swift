import Drawing
import Pictures

/// An array on the page: a table of numbers on coloured ground, or a picture of colours.
struct ArrayHTML {
  private let grid: ArrayGrid
  /// What it is, for who cannot see it; plain words.
  private let name: String

  init(_ grid: ArrayGrid, name: String) {
    self.grid = grid
    self.name = name
  }

  var html: String {
    let planes = grid.planes.map { html(of: $0) }
    guard planes.count > 1 else { return planes.joined() + foot }
    return "<div class=\"planes\">\(planes.joined())</div>" + foot
  }

  // MARK: Captions

  /// What the array is.
  private var summary: String { grid.title + (rangeText.map { ", " + $0 } ?? "") + specials }

  /// `-1.5 to 2`; `nil` where it says nothing.
  private var rangeText: String? {
    guard let range = grid.range, grid.typeName != "bool" else { return nil }
    let (low, high) = text(range)
    if low != high { return "\(low) to \(high)" + (grid.isPartial ? " in those shown" : "") }
    // Beyond these, different whole numbers are the same double.
    return grid.isInteger && !Self.exactIntegers.contains(range) ? "about \(low)" : "all \(low)"
  }

  /// The whole numbers that doubles tell apart.
  private static let exactIntegers = -0x1p53...0x1p53

  private var specials: String {
    (grid.nanCount > 0 ? ", \(grid.nanCount) nan" : "")
      + (grid.infinityCount > 0 ? ", \(grid.infinityCount) inf" : "")
  }

  /// What of it is shown.
  private var notes: [String] {
    var notes: [String] = []
    if grid.planes.count < grid.planeCount {
      notes.append("the first \(grid.planes.count) of \(grid.planeCount)")
    }
    switch grid.reduction {
    case .none: break
    case .means(let rows, let columns):
      notes.append("means of \(Self.block(rows, columns)) numbers each")
    case .samples(let rows, let columns):
      notes.append("one number of \(Self.block(rows, columns)) is shown")
    }
    return notes
  }

  private static func block(_ rows: Int, _ columns: Int) -> String {
    rows == 1 ? "\(columns)" : columns == 1 ? "\(rows)" : "\(rows) × \(columns)"
  }

  /// Whole numbers in full, others as short as tells them apart.
  private func text(_ range: ClosedRange<Double>) -> (low: String, high: String) {
    if grid.isInteger, Self.exactIntegers.contains(range),
      let low = Int(exactly: range.lowerBound), let high = Int(exactly: range.upperBound)
    {
      return (String(low), String(high))
    }
    let texts = range.shortTexts
    return (texts.lower, texts.upper)
  }

  /// Below: what it is, with the scale of colours where numbers are not written.
  private var foot: String {
    var (scale, title) = ("", summary)
    if !isWritten, let range = grid.colorRange, range.lowerBound < range.upperBound {
      let (low, high) = text(range)
      let strip = HeatMap.scale(isDiverging: grid.isDiverging)
      scale =
        "<span class=\"scale\">\(low) <img src=\"\(strip)\" alt=\"to\"> \(high)</span> "
      if range == grid.range { title = grid.title + specials }
    }
    let text = HTMLEscaping.escaped(([title] + notes).joined(separator: "; "))
    return "<p class=\"shape\">\(scale)\(text)</p>"
  }

  private var isWritten: Bool {
    grid.planes.allSatisfy {
      if case .numbers = $0.content { true } else { false }
    }
  }

  /// `[0, 1]`: where a plane is along the first axes.
  private func label(_ plane: ArrayGrid.Plane) -> String {
    "[" + plane.index.map(String.init).joined(separator: ", ") + "]"
  }

  // MARK: Planes

  private func html(of plane: ArrayGrid.Plane) -> String {
    switch plane.content {
    case .numbers(let numbers): table(numbers, plane)
    case .field(let field): picture(field, plane)
    }
  }

  private func table(_ numbers: ArrayGrid.Numbers, _ plane: ArrayGrid.Plane) -> String {
    let width = numbers.rows.first?.reduce(6) { $0 + $1.text.unicodeScalars.count + 1 } ?? 0
    // Wider than a sheet of paper.
    let classes = width > 72 ? "numbers dense" : "numbers"
    let caption =
      plane.index.isEmpty
      ? "<caption class=\"unseen\">\(HTMLEscaping.escaped(name))</caption>"
      : "<caption>\(label(plane))</caption>"
    var html = "<table class=\"\(classes)\">\(caption)<thead><tr><td></td>"
    for column in numbers.columnLabels { html += "<th scope=\"col\">\(column)</th>" }
    html += "</tr></thead><tbody>"
    for (index, (label, row)) in zip(numbers.rowLabels, numbers.rows).enumerated() {
      if index == numbers.gap {
        html += "<tr class=\"gap\"><th scope=\"row\">⋮</th>"
        html += "<td colspan=\"\(numbers.columnLabels.count)\"></td></tr>"
      }
      html += "<tr><th scope=\"row\">\(label)</th>" + row.map(cell).joined() + "</tr>"
    }
    html += "</tbody></table>"
    let text = String(repeating: " ", count: width)
    let box = CodeBox(text: text, label: plane.index.isEmpty ? name : "\(name) at \(label(plane))")
    return "<div class=\"table\"\(box.attributes)>\(html)</div>"
  }

  private func cell(_ cell: ArrayGrid.Cell) -> String {
    let text = cell.text.drop { $0 == " " }
    let mark = mark(cell.value).map { " class=\"\($0)\"" } ?? ""
    return "<td\(mark)>\(HTMLEscaping.escaped(String(text)))</td>"
  }

  /// The class of a number's ground: `w1` to `w9` for large ones, `c1` to `c9` for those below 0 where there
  /// are some above it.
  private func mark(_ value: Double) -> String? {
    if value.isNaN { return "nan" }
    if grid.typeName == "bool" { return value == 0 ? nil : "w4" }
    guard let range = grid.colorRange, range.lowerBound < range.upperBound else { return nil }
    let value = min(max(value, range.lowerBound), range.upperBound)
    // Halves, as a range may be wider than the largest number.
    let place =
      grid.isDiverging
      ? value / range.upperBound
      : (value / 2 - range.lowerBound / 2) / (range.upperBound / 2 - range.lowerBound / 2)
    let step = Int((abs(place) * 9).rounded())
    return step == 0 ? nil : (place < 0 ? "c" : "w") + String(step)
  }

  private func picture(_ field: ArrayGrid.Field, _ plane: ArrayGrid.Plane) -> String {
    let range = grid.colorRange ?? 0...0
    let isStrip = field.rows == 1
    let side = Self.side(field, isSmall: grid.planes.count > 1)
    // The page keeps the shape of a picture, so what is not square is drawn so.
    let square = min(side.width, side.height)
    let address = HeatMap(field, in: range, isDiverging: grid.isDiverging).address(
      width: side.width / square, height: side.height / square)
    let alternative =
      plane.index.isEmpty ? "\(name) in colours: \(summary)" : "\(label(plane)) in colours"
    let size = "width=\"\(field.columns * side.width)\" height=\"\(field.rows * side.height)\""
    let classes = isStrip ? "field strip" : "field"
    let image =
      "<img class=\"\(classes)\" src=\"\(address)\" \(size) alt=\"\(HTMLEscaping.escaped(alternative))\">"
    guard !plane.index.isEmpty else { return image }
    return "<div>\(image)<p>\(label(plane))</p></div>"
  }

  /// Pixels of the page for a number, as many as the column and a glance allow: a square, or in a field that
  /// is long and narrow what makes it less so.
  private static func side(
    _ field: ArrayGrid.Field, isSmall: Bool
  ) -> (width: Int, height: Int) {
    let most = isSmall ? 96 : 640
    let width = min(max(most / field.columns, 1), 18)
    let height = min(max(min(most, 384) / field.rows, 1), 18)
    let square = min(width, height)
    guard max(field.rows, field.columns) > 4 * min(field.rows, field.columns) else {
      return (square, square)
    }
    return (min(width / square, 6) * square, min(height / square, 6) * square)
  }
}
