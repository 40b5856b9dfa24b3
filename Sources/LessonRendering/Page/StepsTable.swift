import Pictures

/// A table of steps of the chain rule, its cells read: which are names, which derivatives.
struct StepsTable {
  /// What a cell says.
  enum Content: Equatable {
    case empty
    /// Plain words.
    case text(String)
    /// A number, or the range of an array.
    case number(String)
    /// A quantity and its other names.
    case names([String])
    /// `∂of/∂by = value`; of a part of a sum `= value`, without names.
    case derivative(of: String?, by: String, value: String)
  }

  let titles: [String]
  let rows: [[Content]]
  /// Before which row some are left out, and how many.
  let omission: Pictures.Table.Omission?
  /// By column, the most characters before the decimal point of a number.
  private let wholes: [Int]

  init(_ table: Pictures.Table) {
    titles = table.columns.map(\.title)
    omission = table.omission
    let rows = table.rows.map { row in
      table.columns.enumerated().map { index, column in
        index < row.count ? Self.content(row[index], index, column.alignment) : .empty
      }
    }
    self.rows = rows
    wholes = table.columns.indices.map { column in
      rows.map { Self.wholeWidth($0[column].value ?? "") }.max() ?? 0
    }
  }

  private static func content(
    _ cell: String, _ column: Int, _ alignment: Pictures.Table.Alignment
  ) -> Content {
    if cell.isEmpty { return .empty }
    switch alignment {
    case .decimal, .trailing: return .number(cell)
    case .leading: return column == 0 ? .names(names(cell)) : .text(cell)
    case .equation:
      if cell.hasPrefix("= ") {
        return .derivative(of: nil, by: "", value: String(cell.dropFirst(2)))
      }
      guard cell.hasPrefix("∂"), let bar = cell.firstRange(of: "/∂"),
        let equals = cell[bar.upperBound...].firstRange(of: " = ")
      else { return .text(cell) }
      return .derivative(
        of: String(cell[..<bar.lowerBound].dropFirst()),
        by: String(cell[bar.upperBound..<equals.lowerBound]),
        value: String(cell[equals.upperBound...]))
    }
  }

  private static func names(_ cell: String) -> [String] {
    var names: [String] = []
    var rest = cell[...]
    while let equals = rest.firstRange(of: " = ") {
      names.append(String(rest[..<equals.lowerBound]))
      rest = rest[equals.upperBound...]
    }
    return names + [String(rest)]
  }

  /// A number as it stands below the others of its column, by its decimal point, with a minus as wide as a
  /// digit.
  func aligned(_ value: String, column: Int) -> String {
    let padding = value.isNumber ? wholes[column] - Self.wholeWidth(value) : 0
    return String(repeating: "\u{2007}", count: max(padding, 0)) + value.shown
  }

  private static func wholeWidth(_ number: String) -> Int {
    number.isNumber ? number.prefix { $0 != "." && $0 != "e" }.count : 0
  }
}

extension StepsTable.Content {
  /// What is aligned with the column's other numbers.
  fileprivate var value: String? {
    switch self {
    case .number(let value), .derivative(_, _, let value): value
    case .empty, .text, .names: nil
    }
  }
}

extension String {
  /// Whether it is a number and not the range of an array.
  fileprivate var isNumber: Bool { Double(self) != nil }

  /// With the sign that is made for minus, and an array as `5 × 2, −0.5 to 0.25` for
  /// `float64[5,2] from -0.5 to 0.25`.
  var shown: String {
    if isNumber { return replacing("-", with: "−") }
    let prefix = "float64["
    guard hasPrefix(prefix), let end = firstIndex(of: "]") else { return self }
    let size = dropFirst(prefix.count).prefix { $0 != "]" }.split(separator: ",")
      .joined(separator: " × ")
    let rest = self[index(after: end)...].split(separator: " ")
    let words = rest.map { String($0).shown }
    switch words.first {
    case "from": return "\(size), \(words.dropFirst().joined(separator: " "))"
    case "of": return "\(size), all \(words.dropFirst().joined(separator: " "))"
    default: return ([size] + words).joined(separator: " ")
    }
  }
}
