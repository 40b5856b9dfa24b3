/// An array of numbers to be looked at: in cells with their numbers where they are few, else as a field of
/// colours.
///
/// ```
/// (12, 3) float64, -1.5 to 2
///      0     1     2
///  0  0.5  -1.5   2.
///  1  …
/// ```
public struct ArrayGrid: Hashable, Sendable {
  public let shape: [Int]
  /// As NumPy names it: `float64`.
  public let typeName: String
  /// The planes of the last two axes that are shown, the first ones of the array; a single one for an array
  /// of one or two axes.
  public let planes: [Plane]
  /// How many planes there are.
  public let planeCount: Int
  /// Of the finite numbers that were looked at; `nil` when there are none.
  public let range: ClosedRange<Double>?
  /// Whether not all numbers were looked at.
  public let isPartial: Bool
  /// Of those that were looked at.
  public let nanCount: Int
  public let infinityCount: Int
  /// How the numbers of a field of colours stand for those of the array.
  public let reduction: Reduction

  /// What is shown of the last two axes.
  public struct Plane: Hashable, Sendable {
    /// Where it is along the other axes.
    public let index: [Int]
    public let content: Content
  }

  public enum Content: Hashable, Sendable {
    case numbers(Numbers)
    case field(Field)
  }

  /// Rows of written numbers.
  public struct Numbers: Hashable, Sendable {
    /// The index of each row's first number along its axis.
    public var rowLabels: [Int]
    public var columnLabels: [Int]
    /// The last row of an array of one axis may be shorter than the others.
    public var rows: [[Cell]]
    /// How many rows stand before the place where some are left out; `nil` when none are.
    public var gap: Int?
  }

  /// A number and how NumPy writes it, with the blanks by which points stand below each other.
  public struct Cell: Hashable, Sendable {
    public var text: String
    public var value: Double

    /// A cell.
    public init(_ text: String, _ value: Double) {
      self.text = text
      self.value = value
    }
  }

  /// Numbers that are shown by colours.
  public struct Field: Hashable, Sendable {
    public var rows: Int
    public var columns: Int
    /// Row by row.
    public var values: [Double]

    /// A field.
    public init(rows: Int, columns: Int, values: [Double]) {
      self.rows = rows
      self.columns = columns
      self.values = values
    }
  }

  public enum Reduction: Hashable, Sendable {
    /// Each number stands for itself.
    case none
    /// For the mean of so many rows and columns around it.
    case means(rows: Int, columns: Int)
    /// For all in so many rows and columns, of which it is the first.
    case samples(rows: Int, columns: Int)
  }

  /// Whether its type is one of whole numbers.
  public var isInteger: Bool { typeName.hasPrefix("int") || typeName.hasPrefix("uint") }

  /// Whether the numbers lie on both sides of 0, which then has the colour in the middle.
  public var isDiverging: Bool { range.map { $0.lowerBound < 0 && $0.upperBound > 0 } ?? false }

  /// What colours stand for: symmetric about 0 where numbers lie on both sides.
  public var colorRange: ClosedRange<Double>? {
    guard let range else { return nil }
    guard isDiverging else { return range }
    let bound = max(-range.lowerBound, range.upperBound)
    return -bound...bound
  }

  /// `(150, 4) float64`.
  public var title: String {
    let sizes = shape.map(String.init).joined(separator: ", ")
    return "(\(sizes)\(shape.count == 1 ? "," : "")) \(typeName)"
  }
}
