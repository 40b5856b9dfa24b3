import LessonDocument
import Testing

@testable import LessonVerification

private func agree(
  _ stored: String, _ computed: String, _ tolerance: Tolerance = .standard
) -> Bool {
  LineComparator(tolerance: tolerance).agree(
    stored: Array(stored.utf8)[...], computed: Array(computed.utf8)[...])
}

@Suite struct LineComparisonTests {
  @Test(arguments: [
    ("loss 0.12555945331754728", "loss 0.12555945331754729"),
    ("0.6456563062", "0.6456563062257954"),
    ("0.65", "0.6456563062257954"),
    ("z = 0.6", "z = 0.6   "),
    ("0.50", "0.5"),
    ("1.5e-3", "0.0015"),
    ("1.2e-10", "1.2345e-10"),
    ("[0.65 0.69]", "[0.6456 0.6899]"),
    ("-0.16", "-0.16213650568147556"),
    ("0.00", "0.0012"),
    ("0.12", "0.125"),
    ("0.13", "0.125"),
    ("10.0", "9.96"),
    ("1.0", "0.9999999999"),
    ("1.2345ms", "1.23450000000001ms"),
    ("nan inf -inf", "nan inf -inf"),
    ("≈0.65", "≈0.6456"),
    ("1,999.65", "1,999.6456"),
    ("(0.65+1.5j)", "(0.6456+1.5j)"),
  ])
  func agrees(stored: String, computed: String) {
    #expect(agree(stored, computed))
  }

  @Test(arguments: [
    ("0.64", "0.6456563062257954"),
    ("0.6456", "0.6457"),
    ("0.6456563062257954", "0.65"),
    ("0.125559455", "0.12555945331754728"),
    ("0.12555945431754728", "0.12555945331754728"),
    ("3", "4"),
    ("3", "3.0"),
    ("3.0", "3"),
    ("1", "0.9999999999999999"),
    ("0.0", "-0.0"),
    ("0.5", "-0.5"),
    ("0.0", "1e-17"),
    ("0.0", "0.04"),
    ("nan", "0.5"),
    ("inf", "-inf"),
    ("x1.25", "x1.250000000000001"),
    ("v2.0", "v2.01"),
    ("σ2.0", "σ2.01"),
    ("3.11", "3.11.7"),
    ("3.11.70000000000000001", "3.11.7"),
    ("1e999", "2e999"),
    ("a  0.5", "a 0.5"),
    ("0.5", "0.5 0.5"),
    ("0.5 0.5", "0.5"),
    ("", "0.5"),
    ("007", "7"),
    ("12e45f00", "12e45f01"),
  ])
  func differs(stored: String, computed: String) {
    #expect(!agree(stored, computed))
  }

  @Test func toleranceIsRelativeToTheLargerNumber() {
    #expect(agree("1.001", "1.002", .relative(1e-3)))
    #expect(!agree("1.001", "1.003", .relative(1e-3)))
    #expect(agree("1.001e-30", "1.002e-30", .relative(1e-3)))
  }

  @Test func exactComparesBytes() {
    #expect(agree("0.50", "0.50", .exact))
    #expect(!agree("0.50", "0.5", .exact))
    #expect(!agree("0.5 ", "0.5", .exact))
  }

  @Test func firstDifferingNumberIsFound() throws {
    let stored = Array("a 0.5 b 0.25".utf8)
    let computed = Array("a 0.50000 b 0.26".utf8)
    let comparison = LineComparator(tolerance: .standard)
      .compare(stored: stored[...], computed: computed[...])
    guard case .numbersDiffer(let difference) = comparison else {
      Issue.record("the numbers should differ")
      return
    }
    #expect(difference.stored == 8..<12)
    #expect(difference.computed == 12..<16)
    #expect(try abs(#require(difference.relative) - 0.01 / 0.26) < 1e-15)
  }
}

@Suite struct TwoDigitsTests {
  @Test(arguments: [
    (0.084, "8.4e-02"), (0.0996, "1.0e-01"), (1, "1.0e+00"), (12345, "1.2e+04"), (0, "0"),
    (Double.leastNonzeroMagnitude, "4.9e-324"),
  ])
  func printsLikePython(value: Double, text: String) {
    #expect(twoDigits(value) == text)
  }
}
