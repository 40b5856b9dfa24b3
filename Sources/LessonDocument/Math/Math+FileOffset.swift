import SourceText

extension Math {
  /// The offset in the file of an offset in `tex`.
  ///
  /// The TeX is what stands between the delimiters, but for what a container puts before each line and
  /// spaces at the ends: so the bytes of the TeX are looked for one after the other.
  public func fileOffset(of offset: Int, in source: SourceFile) -> Int {
    let end = min(span.end, source.utf8.count)
    var place = span.start
    if !isWritten(withoutDelimitersAt: place, in: source) {
      let isOneDollar =
        place + 1 < end && source.utf8[place] == UInt8(ascii: "$")
        && source.utf8[place + 1] != UInt8(ascii: "$")
      place += isOneDollar ? 1 : 2
    }
    for (index, byte) in tex.utf8.enumerated() {
      while place < end, source.utf8[place] != byte { place += 1 }
      if index == offset { break }
      place += 1
    }
    return min(place, end)
  }

  /// Whether its TeX stands in the file as it is: an environment, or a reference in the text.
  private func isWritten(withoutDelimitersAt place: Int, in source: SourceFile) -> Bool {
    guard place + 1 < source.utf8.count, source.utf8[place] == .backslash else { return false }
    return source.utf8[place + 1].isLetter
  }
}
