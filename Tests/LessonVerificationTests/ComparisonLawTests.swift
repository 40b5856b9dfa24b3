import LessonDocument
import Testing

@testable import LessonVerification

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Laws that hold for every number and every line, tried on many.
@Suite struct ComparisonLawTests {
  private func agree(_ stored: String, _ computed: String) -> Bool {
    LineComparator(tolerance: .standard).agree(
      stored: Array(stored.utf8)[...], computed: Array(computed.utf8)[...])
  }

  /// A number as the C library rounds it.
  private func print(_ value: Double, decimals: Int, exponent: Bool) -> String {
    withVaList([Int32(decimals), value]) { arguments in
      var text = [CChar](repeating: 0, count: 64)
      vsnprintf(&text, text.count, exponent ? "%.*e" : "%.*f", arguments)
      return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// The text with its last digit before the exponent one more or less.
  private func nudged(_ text: String) -> String {
    var bytes = Array(text.utf8)
    let end = bytes.firstIndex(of: UInt8(ascii: "e")) ?? bytes.endIndex
    bytes[end - 1] = bytes[end - 1] == UInt8(ascii: "9") ? UInt8(ascii: "8") : bytes[end - 1] + 1
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func aNumberAgreesWithItsRoundingsAndWithNoOther() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let exponent = Bool.random(using: &generator)
      let decimals = Int.random(in: 2...6, using: &generator)
      let value = Double.random(in: 0.5...5, using: &generator)
      let scaled = exponent ? value * 1e-20 : value
      let short = print(scaled, decimals: decimals, exponent: exponent)
      let long = "\(scaled)"
      #expect(agree(short, long), "\(short) \(long)")
      #expect(agree("-\(short)", "-\(long)"), "\(short) \(long)")
      #expect(!agree(nudged(short), long), "\(nudged(short)) \(long)")
      let isNear = Double(short).map { abs($0 - scaled) <= 1e-9 * max($0, scaled) }
      #expect(agree(long, short) == isNear, "\(long) \(short)")
    }
  }

  @Test func everyLineAgreesWithItselfAndNoInputTraps() {
    var generator = SeededGenerator(seed: 2)
    let pieces = [
      "0", "1", "9", "12", ".", "e", "E", "+", "-", "_", " ", "\t", "x", "σ", "₂", "½", "\r", "inf",
      "nan", "1e999", "0.0", "e400", "\u{301}", "٣",
    ]
    for _ in 0..<5000 {
      let a = generator.text(of: pieces, upTo: 12)
      let b = generator.text(of: pieces, upTo: 12)
      #expect(agree(a, a), "\(a)")
      #expect(agree(a + " ", a), "\(a)")
      if agree(a, b), !a.contains(where: { $0.isNumber }) {
        #expect(trimmingEnd(Array(a.utf8)[...]) == trimmingEnd(Array(b.utf8)[...]), "\(a)|\(b)")
      }
    }
  }
}
