import SourceText

/// A table as GitHub writes them: a header, a row of hyphens that says how columns are set, rows.
public struct Table: Sendable {
  /// How the cells of a column are set.
  public enum Alignment: String, Hashable, Sendable {
    case left, center, right
  }

  /// A cell's running text and where it stands, white space around it left out.
  public struct Cell: Sendable {
    public var content: [Inline]
    public var span: Span

    /// A cell.
    public init(_ content: [Inline], _ span: Span) {
      self.content = content
      self.span = span
    }
  }

  /// A row as written: it may have fewer cells than there are columns, never more.
  public struct Row: Sendable {
    public var cells: [Cell]
    public var span: Span

    /// A row.
    public init(_ cells: [Cell], _ span: Span) {
      self.cells = cells
      self.span = span
    }
  }

  /// One for each column; `nil` where nothing is said.
  public var alignments: [Alignment?]
  public var header: Row
  public var rows: [Row]

  /// A table.
  public init(alignments: [Alignment?], header: Row, rows: [Row]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}
