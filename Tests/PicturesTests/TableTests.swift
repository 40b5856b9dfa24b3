import Pictures
import Testing

@Suite struct TableTests {
  @Test func numbersStandByTheirPointsAndEquationsByTheirSigns() {
    let table = Table(
      columns: [.init("name"), .init("value", .decimal), .init("product", .equation)],
      rows: [
        ["l", "0.25", "∂l/∂l = 1"],
        ["z", "-12", "∂l/∂zz = -0.5"],
        ["", "1e-07", "= 10.25"],
        ["w", "", "sum"],
      ])
    #expect(
      table.text == """
        name  value    product
        l       0.25   ∂l/∂l  =  1
        z     -12      ∂l/∂zz = -0.5
                1e-07         = 10.25
        w              sum
        """)
  }

  @Test func trailingCellsEndTogether() {
    let table = Table(columns: [.init("n", .trailing)], rows: [["1"], ["100"], []])
    #expect(table.text == "n\n  1\n100\n")
  }

  @Test func infinitiesStandBeforeThePoint() {
    let table = Table(columns: [.init("x", .decimal)], rows: [["inf"], ["-inf"], ["nan"], ["1.5"]])
    #expect(table.text == "x\n inf\n-inf\n nan\n   1.5")
  }

  @Test func longTablesAreCutInTheMiddle() {
    var made: [Int] = []
    let table = Table(columns: [.init("n")], rowCount: 1_000_000, limit: 3) { index in
      made.append(index)
      return ["\(index)"]
    }
    #expect(made == [0, 1, 999_999])
    #expect(table.text == "n\n0\n1\n… 999997 more rows …\n999999")
  }

  @Test func aTableAtTheLimitIsWhole() {
    let table = Table(columns: [.init("n")], rowCount: 3, limit: 3) { ["\($0)"] }
    #expect(table.omission == nil)
    #expect(table.text == "n\n0\n1\n2")
  }

  @Test func oneRowLeftOutIsSingular() {
    let table = Table(columns: [.init("n")], rowCount: 2, limit: 1) { ["\($0)"] }
    #expect(table.text == "n\n0\n… 1 more row …")
  }

  @Test func aFewRowsAreNotLeftOut() {
    func omitted(_ count: Int) -> Int? {
      Table(columns: [.init("n")], rowCount: count) { ["\($0)"] }.omission?.count
    }
    #expect(omitted(41) == nil)
    #expect(omitted(45) == nil)
    #expect(omitted(46) == 6)
  }
}
