import LessonDocument
import SourceText

/// Words for a stored output that is not what its cell gives.
struct DifferenceReport {
  let stored: StoredOutput
  let comparison: OutputComparison
  let difference: OutputComparison.Difference

  var diagnostic: Diagnostic {
    Diagnostic(
      .outputDiffers, message, at: place,
      notes: [Diagnostic.Note(OutputDiff(comparison, around: difference).text)], help: acceptHelp)
  }

  private var message: String {
    guard let computedLine = difference.computedLine else {
      return "the stored output goes on, but the cell gives no more lines"
    }
    guard let number = difference.number else {
      return difference.storedLine < comparison.stored.count
        ? "the stored line is not what the cell gives"
        : "the stored output ends, but the cell gives more lines"
    }
    let a = text(comparison.stored[difference.storedLine], number.stored)
    let b = text(comparison.computed[computedLine], number.computed)
    guard let relative = number.relative else { return "\(a) is stored, but the cell gives \(b)" }
    return "\(a) is stored, but the cell gives \(b) (relative difference \(twoDigits(relative)))"
  }

  private func text(_ line: ArraySlice<UInt8>, _ range: Range<Int>) -> String {
    let longest = 40
    let text = String(decoding: line[range].prefix(longest), as: UTF8.self)
    return range.count > longest ? text + "…" : text
  }

  /// The differing number, else the differing line; where the stored output ends too early, the line
  /// that closes it.
  private var place: Place {
    if let number = difference.number {
      return stored.text.place(of: Span(number.stored.lowerBound, number.stored.upperBound))
    }
    if difference.storedLine < comparison.stored.count {
      let range = comparison.stored.ranges[difference.storedLine]
      return stored.text.place(of: Span(range.lowerBound, range.upperBound))
    }
    let file = stored.text.file
    var start = stored.span.end
    while start > stored.span.start, file.utf8[start - 1] != UInt8(ascii: "\n"),
      file.utf8[start - 1] != UInt8(ascii: "\r"), file.utf8[start - 1] != UInt8(ascii: " "),
      file.utf8[start - 1] != UInt8(ascii: ">")
    {
      start -= 1
    }
    return Place(file, Span(start, stored.span.end))
  }
}

/// A positive number to two significant digits, as Python's `.1e` writes it. The second digit is for
/// a person to judge by, not for a program to read.
func twoDigits(_ value: Double) -> String {
  guard value > 0, value.isFinite else { return "0" }
  var exponent = 0
  var scaled = value
  while scaled >= 10 { (scaled, exponent) = (scaled / 10, exponent + 1) }
  while scaled < 1 { (scaled, exponent) = (scaled * 10, exponent - 1) }
  var tenths = Int((scaled * 10).rounded())
  if tenths >= 100 { (tenths, exponent) = (10, exponent + 1) }
  let magnitude = abs(exponent)
  let padded = (magnitude < 10 ? "0" : "") + String(magnitude)
  return "\(tenths / 10).\(tenths % 10)e\(exponent < 0 ? "-" : "+")\(padded)"
}
