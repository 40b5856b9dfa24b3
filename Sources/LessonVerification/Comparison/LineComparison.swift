import LessonDocument

/// How two numbers of a stored and a computed line differ.
struct NumberDifference {
  /// The number's bytes in the stored line and in the computed one.
  let stored: Range<Int>
  let computed: Range<Int>
  /// The distance over the larger magnitude; `nil` where that says nothing (integers, infinities).
  let relative: Double?
}

/// What comparing a stored line with a computed one gave.
enum LineComparison {
  case agrees
  case numbersDiffer(NumberDifference)
  case textDiffers
}

/// Compares lines: text exactly, numbers within a tolerance or as roundings.
struct LineComparator {
  let tolerance: Tolerance

  /// Both lines come without their ends; unless bytes are asked for, trailing white space is no part
  /// of a line.
  func compare(stored: ArraySlice<UInt8>, computed: ArraySlice<UInt8>) -> LineComparison {
    guard case .relative(let relative) = tolerance else {
      return stored == computed ? .agrees : .textDiffers
    }
    return compareNumbers(
      stored: trimmingEnd(stored), computed: trimmingEnd(computed), relative: relative)
  }

  func agree(stored: ArraySlice<UInt8>, computed: ArraySlice<UInt8>) -> Bool {
    if case .agrees = compare(stored: stored, computed: computed) { return true }
    return false
  }

  /// Walks both lines at once. As long as everything before is the same text, a word begins in one
  /// where it begins in the other.
  private func compareNumbers(
    stored: ArraySlice<UInt8>, computed: ArraySlice<UInt8>, relative: Double
  ) -> LineComparison {
    var i = stored.startIndex
    var j = computed.startIndex
    var insideWord = false
    while i < stored.endIndex, j < computed.endIndex {
      if !insideWord, let a = NumberToken(in: stored, at: i),
        let b = NumberToken(in: computed, at: j)
      {
        if let difference = difference(a, of: stored, b, of: computed, relative: relative) {
          return .numbersDiffer(difference)
        }
        i = a.range.upperBound
        j = b.range.upperBound
        insideWord = true
        continue
      }
      guard stored[i] == computed[j] else { return .textDiffers }
      insideWord = continuesWord(stored, i, insideWord: insideWord)
      i += 1
      j += 1
    }
    return i == stored.endIndex && j == computed.endIndex ? .agrees : .textDiffers
  }

  /// Whether what follows the byte at `index` cannot begin a number.
  private func continuesWord(_ line: ArraySlice<UInt8>, _ index: Int, insideWord: Bool) -> Bool {
    let byte = line[index]
    if byte & 0xC0 == 0x80 { return insideWord }
    // `3.11.7`: a point inside a row of digits does not begin a new number.
    if byte == UInt8(ascii: ".") { return insideWord }
    return beginsWord(in: line, at: index)
  }

  private func difference(
    _ a: NumberToken, of stored: ArraySlice<UInt8>, _ b: NumberToken,
    of computed: ArraySlice<UInt8>,
    relative: Double
  ) -> NumberDifference? {
    let storedText = stored[a.range]
    let computedText = computed[b.range]
    if storedText == computedText { return nil }
    let distance = relativeDistance(storedText, computedText)
    if !a.isInteger, !b.isInteger {
      if let distance, distance <= relative { return nil }
      if isRounding(storedText, of: computedText) { return nil }
    }
    return NumberDifference(stored: a.range, computed: b.range, relative: distance)
  }

  /// A stored `0.0` is how the machine itself writes zero, and a lesson that shows a difference of
  /// zero means it: it is no rounding of anything. `0.00` is one.
  private func isRounding(_ short: ArraySlice<UInt8>, of long: ArraySlice<UInt8>) -> Bool {
    if short.elementsEqual("0.0".utf8) { return false }
    guard let short = Decimal(short), let long = Decimal(long) else { return false }
    return long.rounds(to: short)
  }

  /// `nil` when a number is beyond the doubles, so that two such never agree by being infinite.
  private func relativeDistance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Double? {
    guard let a = Double(String(decoding: a, as: UTF8.self)),
      let b = Double(String(decoding: b, as: UTF8.self)), a.isFinite, b.isFinite
    else { return nil }
    let larger = max(a, b)
    return larger == 0 ? 0 : abs(a - b) / larger
  }
}

/// A line without the spaces, tabs and their kin at its end.
func trimmingEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var line = line
  while let last = line.last, last == 0x20 || (0x09...0x0D).contains(last) { line.removeLast() }
  return line
}
