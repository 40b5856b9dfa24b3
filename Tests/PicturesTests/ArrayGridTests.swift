import Pictures
import Testing

struct ArrayGridTests {
  /// A grid of numbers that a function of the indices gives.
  private func grid(_ shape: [Int], _ number: ([Int]) -> Double) -> ArrayGrid? {
    func all(_ axis: Int, _ index: [Int]) -> [Double] {
      axis == shape.count
        ? [number(index)] : (0..<shape[axis]).flatMap { all(axis + 1, index + [$0]) }
    }
    return withoutActuallyEscaping(number) { number in
      ArrayGrid(
        ArrayGrid.Source(
          shape: shape, typeName: "float64", numbers: all(0, []), steps: shape.map { _ in 1 }
        ) { ArrayGrid.Cell("\(number($0))", number($0)) })
    }
  }

  @Test(arguments: [
    ([40], false), ([41], true), ([5, 5], true), ([4, 10], false), ([4, 11], true), ([], false),
    ([0, 900], false), ([2, 3, 4], false), ([3, 4, 5], true), ([1 << 40, 1 << 40], true),
  ])
  func fewNumbersAreReadAsText(_ shape: [Int], _ suits: Bool) {
    #expect(ArrayGrid.suits(shape) == suits)
  }

  @Test func aMatrixIsWritten() throws {
    let grid = try #require(grid([5, 6]) { Double($0[0] * 6 + $0[1]) - 3 })
    guard case .numbers(let numbers) = grid.planes[0].content else {
      Issue.record("it is a field")
      return
    }
    #expect(numbers.rowLabels == [0, 1, 2, 3, 4])
    #expect(numbers.columnLabels == [0, 1, 2, 3, 4, 5])
    #expect(numbers.rows[1][0] == ArrayGrid.Cell("3.0", 3))
    #expect(numbers.gap == nil)
    #expect(grid.title == "(5, 6) float64")
    #expect(grid.range == -3...26)
    #expect(grid.colorRange == -26...26)
  }

  @Test func ofALongTableTheEndsAreWritten() throws {
    let grid = try #require(grid([150, 4]) { Double($0[0]) })
    guard case .numbers(let numbers) = grid.planes[0].content else {
      Issue.record("it is a field")
      return
    }
    #expect(numbers.gap == 8)
    #expect(numbers.rowLabels == Array(0..<8) + Array(146..<150))
    #expect(grid.range == 0...149)
    #expect(!grid.isDiverging)
  }

  @Test func oneAxisIsWrittenInRowsOfTen() throws {
    let grid = try #require(grid([44]) { Double($0[0]) })
    guard case .numbers(let numbers) = grid.planes[0].content else {
      Issue.record("it is a field")
      return
    }
    #expect(numbers.rowLabels == [0, 10, 20, 30, 40])
    #expect(numbers.rows.map(\.count) == [10, 10, 10, 10, 4])
    #expect(grid.title == "(44,) float64")
  }

  @Test func aLargeMatrixBecomesMeans() throws {
    let grid = try #require(grid([256, 200]) { Double($0[0] % 2) + ($0[1] == 199 ? .nan : 0) })
    guard case .field(let field) = grid.planes[0].content else {
      Issue.record("it is written")
      return
    }
    #expect(grid.reduction == .means(rows: 2, columns: 2))
    #expect((field.rows, field.columns) == (128, 100))
    #expect(field.values[0] == 0.5)
    #expect(field.values[99].isNaN)
    #expect(grid.nanCount == 256)
    #expect(grid.range == 0...1)
  }

  @Test func aLongMatrixKeepsItsColumns() throws {
    let grid = try #require(grid([512, 16]) { Double($0[0]) })
    #expect(grid.reduction == .means(rows: 4, columns: 1))
  }

  @Test func ofManyPlanesTheFirstAreShown() throws {
    let grid = try #require(grid([2, 30, 8, 9]) { Double($0[1]) })
    #expect(grid.planeCount == 60)
    #expect(grid.planes.count == 12)
    #expect(grid.planes[11].index == [0, 11])
  }

  @Test func fieldsWithoutANumberAreText() {
    #expect(grid([30, 30]) { _ in .nan } == nil)
  }

  @Test func hugeArraysAreSampled() {
    #expect(ArrayGrid.steps([1000, 1000], limit: 1 << 20) == [1, 1])
    #expect(ArrayGrid.steps([1 << 14, 1 << 13], limit: 1 << 20) == [16, 16])
    #expect(ArrayGrid.steps([1 << 24], limit: 1 << 20) == [1 << 12])
    #expect(ArrayGrid.steps([4, 4096, 4096], limit: 1 << 20) == [1, 86, 86])
  }
}
