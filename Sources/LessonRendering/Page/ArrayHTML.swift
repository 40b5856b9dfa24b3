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

  /// What the array is, and what of it is shown.
  private var summary: String {
    var text = grid.title
    if let range = grid.range {
      let (low, high) = (Self.number(range.lowerBound), Self.number(range.upperBound))
      text += low == high ? ", all \(low)" : ", \(low) to \(high)"
    }
    if grid.nanCount > 0 { text += ", \(grid.nanCount) nan" }
    if grid.infinityCount > 0 { text += ", \(grid.infinityCount) inf" }
    return text
  }

  private var notes: [String] {
    var notes: [String] = []
    if grid.planes.count < grid.planeCount {
      notes.append("the first \(grid.planes.count) of \(grid.planeCount)")
    }
    switch grid.reduction {
    case .none: break
    case .means(let rows, let columns):
      notes.append("each square is the mean of \(Self.block(rows, columns))")
    case .samples(let rows, let columns):
      notes.append("each square is one number of \(Self.block(rows, columns))")
    }
    return notes
  }

  private static func block(_ rows: Int, _ columns: Int) -> String {
    rows == 1 ? "\(columns)" : columns == 1 ? "\(rows)" : "\(rows) × \(columns)"
  }

  private static func number(_ value: Double) -> String { value.rounded(toDigits: 4) }

  /// Below: the scale of colours, where numbers are not written, with what the picture is.
  private var foot: String {
    let text = ([summary] + notes).joined(separator: "; ")
    guard !isWritten, let range = grid.colorRange, range.lowerBound < range.upperBound else {
      return "<p class=\"shape\">\(HTMLEscaping.escaped(text))</p>"
    }
    let scale = HeatMap.scale(isDiverging: grid.isDiverging)
    return "<p class=\"shape\"><span class=\"scale\" aria-hidden=\"true\">"
      + "\(Self.number(range.lowerBound)) <img src=\"\(scale)\" alt=\"\" width=\"96\" height=\"10\"> "
      + "\(Self.number(range.upperBound))</span> \(HTMLEscaping.escaped(text))</p>"
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
    let caption =
      plane.index.isEmpty
      ? "<caption class=\"unseen\">\(HTMLEscaping.escaped(name))</caption>"
      : "<caption>\(label(plane))</caption>"
    var html = "<table class=\"numbers\">\(caption)<thead><tr><td></td>"
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
    let width = numbers.rows.first?.reduce(6) { $0 + $1.text.unicodeScalars.count + 1 } ?? 0
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
    let address = HeatMap(field, in: range, isDiverging: grid.isDiverging).address
    let isStrip = field.rows == 1
    let side = Self.side(field, isSmall: grid.planes.count > 1)
    let alternative =
      plane.index.isEmpty ? "\(name) in colours: \(summary)" : "\(label(plane)) in colours"
    let size = "width=\"\(field.columns * side)\" height=\"\(isStrip ? 24 : field.rows * side)\""
    let classes = isStrip ? "field strip" : "field"
    let image =
      "<img class=\"\(classes)\" src=\"\(address)\" \(size) alt=\"\(HTMLEscaping.escaped(alternative))\">"
    guard !plane.index.isEmpty else { return image }
    return "<div>\(image)<p>\(label(plane))</p></div>"
  }

  /// Pixels of the page for a number: as large as the column and a glance allow.
  private static func side(_ field: ArrayGrid.Field, isSmall: Bool) -> Int {
    let (width, height) = isSmall ? (112, 112) : (640, 384)
    return min(max(min(width / field.columns, height / field.rows), 1), 18)
  }
}
