/// Rows of cells under a header, with a text form whose columns are aligned.
///
/// ```
/// quantity  value  product
/// l          0.25  ∂l/∂l =  1
/// z         12     ∂l/∂z = -0.5
/// ```
public struct Table: Hashable, Sendable {
  /// A column's head and how its cells stand below each other.
  public struct Column: Hashable, Sendable {
    public var title: String
    public var alignment: Alignment

    public init(_ title: String, _ alignment: Alignment = .leading) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// How the cells of a column stand below each other.
  public enum Alignment: Hashable, Sendable {
    case leading, trailing
    /// Numbers, by their decimal points.
    case decimal
    /// `name = number`: by the equals signs, then by the decimal points. A cell without ` = ` is text.
    case equation
  }

  /// Rows that are left out.
  public struct Omission: Hashable, Sendable {
    /// How many of `rows` stand before the gap.
    public var position: Int
    /// How many rows would stand in it; more than 0.
    public var count: Int
  }

  public var columns: [Column]
  /// The cells; a row may be shorter than `columns`, and what goes beyond them is not shown.
  public var rows: [[String]]
  public var omission: Omission?

  /// A table of all the `rows`.
  public init(columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// A table of `rowCount` rows, of which about `limit` are made at most: where there are more, the middle
  /// is left out, unless that would be a few rows only, which are better seen than counted.
  public init(
    columns: [Column], rowCount: Int, limit: Int = 40, row: (Int) -> [String]
  ) {
    self.columns = columns
    let limit = max(limit, 0)
    guard rowCount > limit + limit / 8 else {
      rows = (0..<max(rowCount, 0)).map(row)
      return
    }
    let first = (limit + 1) / 2
    let last = limit / 2
    rows = (0..<first).map(row) + (rowCount - last..<rowCount).map(row)
    omission = Omission(position: first, count: rowCount - limit)
  }
}
