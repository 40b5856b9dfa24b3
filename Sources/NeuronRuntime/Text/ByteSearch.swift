/// Searching in UTF-8, where a text occurs exactly where its bytes do.
///
/// By Knuth, Morris and Pratt ("Fast Pattern Matching in Strings", 1977), so that no text, however
/// periodic, takes more than time in proportion to its length.
enum ByteSearch {
  /// Where `wanted`, which is not empty, occurs in `bytes`: at most `limit` places that do not
  /// overlap, from the left.
  static func occurrences(
    of wanted: some RandomAccessCollection<UInt8>, in bytes: some RandomAccessCollection<UInt8>,
    limit: Int = .max
  ) -> [Int] {
    if limit <= 0 || wanted.count > bytes.count { return [] }
    let wanted = Array(wanted)
    let borders = borders(of: wanted)
    var found: [Int] = []
    var matched = 0
    for (index, byte) in bytes.enumerated() {
      while matched > 0, wanted[matched] != byte { matched = borders[matched - 1] }
      if wanted[matched] == byte { matched += 1 }
      if matched == wanted.count {
        found.append(index + 1 - matched)
        if found.count == limit { break }
        matched = 0
      }
    }
    return found
  }

  /// The same from the right, the rightmost first.
  static func occurrencesFromRight(
    of wanted: some RandomAccessCollection<UInt8>, in bytes: some RandomAccessCollection<UInt8>,
    limit: Int = .max
  ) -> [Int] {
    occurrences(of: wanted.reversed(), in: bytes.reversed(), limit: limit)
      .map { bytes.count - wanted.count - $0 }
  }

  /// For each prefix, the length of the longest proper prefix that is also its end.
  private static func borders(of wanted: [UInt8]) -> [Int] {
    var borders = [Int](repeating: 0, count: wanted.count)
    var length = 0
    for index in 1..<max(wanted.count, 1) {
      while length > 0, wanted[length] != wanted[index] { length = borders[length - 1] }
      if wanted[length] == wanted[index] { length += 1 }
      borders[index] = length
    }
    return borders
  }
}
