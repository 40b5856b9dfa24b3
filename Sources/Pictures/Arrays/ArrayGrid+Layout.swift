extension ArrayGrid {
  /// Numbers of an array to be shown.
  public struct Source {
    public var shape: [Int]
    public var typeName: String
    /// Row by row: along each axis that at index 0 and those that are so many `steps` apart. Where a step is more
    /// than 1, or there are too many, only those of the first planes.
    public var numbers: [Double]
    public var steps: [Int]
    /// A number by its indices, as it is written.
    public var cell: ([Int]) -> Cell?

    /// A source.
    public init(
      shape: [Int], typeName: String, numbers: [Double], steps: [Int],
      cell: @escaping ([Int]) -> Cell?
    ) {
      self.shape = shape
      self.typeName = typeName
      self.numbers = numbers
      self.steps = steps
      self.cell = cell
    }

    /// How many numbers there are along an axis.
    func count(_ axis: Int) -> Int { (shape[axis] + steps[axis] - 1) / steps[axis] }
  }

  /// Whether an array is better seen as a grid than as text.
  public static func suits(_ shape: [Int]) -> Bool {
    guard let columns = shape.last, !shape.contains(0) else { return false }
    var count = 1
    for size in shape where count <= usualText { count *= min(size, usualText + 1) }
    return count > usualText || shape.count == 2 && shape[0] >= 5 && columns >= 5
  }

  /// So many numbers are read in lines.
  private static let usualText = 40
  /// Columns of numbers that stand side by side on the page, and rows that are taken in at a glance.
  private static let mostColumns = 12
  private static let mostRows = 20
  /// Of a longer table its first and last rows are shown.
  private static let ends = (first: 8, last: 4)
  /// Numbers of an array of one axis are written in rows of ten, so that their indices are easily told.
  private static let rowWidth = 10
  private static let mostWritten = 200
  /// Planes that are shown, as numbers in all or as fields.
  private static let mostPlanes = 12
  /// A field's rows and columns: five pixels of a page each, and a picture of some kilobytes.
  private static let fieldSize = 128
  private static let stripSize = 512
  private static let smallFieldSize = 48

  /// How far apart the numbers of an array are that are worth looking at, along each axis, when it has more
  /// than `limit`.
  public static func steps(_ shape: [Int], limit: Int) -> [Int] {
    var count = 1
    for size in shape where count <= limit { count *= min(size, limit + 1) }
    guard count > limit else { return shape.map { _ in 1 } }
    // Eight for each pixel; of the planes only those that are shown.
    let side = shape.count == 1 ? 8 * stripSize : shape.count == 2 ? 8 * fieldSize : smallFieldSize
    guard shape.count > 1 else { return [(shape[0] - 1) / side + 1] }
    let block = block(shape[shape.count - 2], shape[shape.count - 1], side)
    return shape.dropLast(2).map { _ in 1 } + [block.rows, block.columns]
  }

  /// The grid of an array that `suits`; `nil` when a number cannot be written, or there is none to be
  /// coloured.
  public init?(_ source: Source) {
    let shape = source.shape
    guard Self.suits(shape) else { return nil }
    let columns = shape[shape.count - 1]
    let rows = shape.count > 1 ? shape[shape.count - 2] : 1
    let indices = Self.firstPlanes(shape)
    planeCount = shape.dropLast(2).reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    let isWritten =
      switch shape.count {
      case 1: columns <= Self.mostWritten
      case 2: columns <= Self.mostColumns
      default: columns <= Self.mostColumns && rows * planeCount <= Self.mostRows
      }
    self.shape = shape
    typeName = source.typeName
    let count = shape.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    isPartial = source.numbers.count != count
    (range, nanCount, infinityCount) = Self.extent(source.numbers)
    if isWritten {
      var planes: [Plane] = []
      for index in indices {
        guard let numbers = Self.numbers(source, index, rows: rows, columns: columns) else {
          return nil
        }
        planes.append(Plane(index: index, content: .numbers(numbers)))
      }
      self.planes = planes
      reduction = .none
    } else {
      guard range != nil else { return nil }
      let (height, width) = (
        shape.count > 1 ? source.count(shape.count - 2) : 1, source.count(shape.count - 1)
      )
      let limit =
        shape.count == 1 ? Self.stripSize : shape.count == 2 ? Self.fieldSize : Self.smallFieldSize
      let block = Self.block(height, width, limit)
      planes = indices.enumerated().map { number, index in
        let values = source.numbers[number * height * width..<(number + 1) * height * width]
        return Plane(index: index, content: .field(Self.field(values, width, block)))
      }
      let rowStep = shape.count > 1 ? source.steps[shape.count - 2] : 1
      let columnStep = source.steps[shape.count - 1]
      reduction =
        rowStep > 1 || columnStep > 1
        ? .samples(rows: rowStep * block.0, columns: columnStep * block.1)
        : block == (1, 1) ? .none : .means(rows: block.0, columns: block.1)
    }
  }

  /// The indices along all axes but the last two of the planes that are shown, the first ones.
  public static func firstPlanes(_ shape: [Int]) -> [[Int]] {
    let shape = shape.dropLast(2)
    var indices: [[Int]] = []
    var index = shape.map { _ in 0 }
    while indices.count < mostPlanes {
      indices.append(index)
      guard let axis = index.indices.last(where: { index[$0] + 1 < shape[$0] }) else { break }
      index[axis] += 1
      for later in index.indices where later > axis { index[later] = 0 }
    }
    return indices
  }

  private static func extent(_ numbers: [Double]) -> (ClosedRange<Double>?, nan: Int, infinite: Int)
  {
    var (low, high) = (Double.infinity, -Double.infinity)
    var (nan, infinite) = (0, 0)
    for number in numbers {
      if number.isNaN {
        nan += 1
      } else if number.isInfinite {
        infinite += 1
      } else {
        low = min(low, number)
        high = max(high, number)
      }
    }
    return (low <= high ? low...high : nil, nan, infinite)
  }

  // MARK: Numbers

  private static func numbers(
    _ source: Source, _ index: [Int], rows: Int, columns: Int
  ) -> Numbers? {
    var numbers = Numbers(rowLabels: [], columnLabels: [], rows: [])
    func add(_ label: Int, _ places: [[Int]]) -> Bool {
      let cells = places.compactMap(source.cell)
      numbers.rowLabels.append(label)
      numbers.rows.append(cells)
      return cells.count == places.count
    }
    if source.shape.count == 1 {
      let width = min(rowWidth, columns)
      numbers.columnLabels = Array(0..<width)
      for start in stride(from: 0, to: columns, by: width) {
        let places = (start..<min(start + width, columns)).map { [$0] }
        guard add(start, places) else { return nil }
      }
      return numbers
    }
    numbers.columnLabels = Array(0..<columns)
    var shown = Array(0..<rows)
    if rows > mostRows {
      shown = Array(0..<ends.first) + Array(rows - ends.last..<rows)
      numbers.gap = ends.first
    }
    for row in shown {
      guard add(row, (0..<columns).map { index + [row, $0] }) else { return nil }
    }
    return numbers
  }

  // MARK: Fields

  /// How many rows and columns a field has one number for: as many of each, so that it keeps its shape, unless
  /// little of it would be left.
  private static func block(
    _ rows: Int, _ columns: Int, _ limit: Int
  ) -> (rows: Int, columns: Int) {
    let (a, b) = ((rows - 1) / limit + 1, (columns - 1) / limit + 1)
    return min(rows, columns) / max(a, b) >= 24 ? (max(a, b), max(a, b)) : (a, b)
  }

  /// The means of blocks of so many rows and columns.
  private static func field(
    _ values: ArraySlice<Double>, _ width: Int, _ block: (rows: Int, columns: Int)
  ) -> Field {
    let height = values.count / width
    let rows = (height - 1) / block.rows + 1
    let columns = (width - 1) / block.columns + 1
    if block == (1, 1) { return Field(rows: rows, columns: columns, values: Array(values)) }
    var sums = [Double](repeating: 0, count: rows * columns)
    var counts = [Int](repeating: 0, count: rows * columns)
    for row in 0..<height {
      let start = values.startIndex + row * width
      for column in 0..<width {
        let place = row / block.rows * columns + column / block.columns
        sums[place] += values[start + column]
        counts[place] += 1
      }
    }
    return Field(
      rows: rows, columns: columns, values: zip(sums, counts).map { $0 / Double($1) })
  }
}
