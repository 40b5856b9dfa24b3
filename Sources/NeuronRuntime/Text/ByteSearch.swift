#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Searching in UTF-8, where a text occurs exactly where its bytes do.
///
/// Places where the first byte stands are tried one after another. Where that comes to more work than
/// the text is worth, the search goes on by Knuth, Morris and Pratt ("Fast Pattern Matching in
/// Strings", 1977), so that no text, however periodic, takes more than time in proportion to its
/// length.
enum ByteSearch {
  /// Where `wanted`, which is not empty, occurs in `bytes`: at most `limit` places that do not
  /// overlap, from the left.
  static func occurrences(
    of wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>,
    limit: Int = .max
  ) -> [Int] {
    guard limit > 0, let first = wanted.first, let start = bytes.baseAddress,
      let pattern = wanted.baseAddress
    else { return [] }
    var found: [Int] = []
    var index = 0
    var work = 0
    while index <= bytes.count - wanted.count {
      guard let next = memchr(start + index, Int32(first), bytes.count - wanted.count - index + 1)
      else { break }
      index = UnsafeRawPointer(next) - UnsafeRawPointer(start)
      if memcmp(start + index, pattern, wanted.count) == 0 {
        found.append(index)
        if found.count == limit { break }
        index += wanted.count
      } else {
        index += 1
        work += wanted.count
        if work > bytes.count + 256 {
          let rest = UnsafeBufferPointer(rebasing: bytes[index...])
          return found
            + steadily(wanted, in: rest, limit: limit - found.count).map { $0 + index }
        }
      }
    }
    return found
  }

  /// Whether `wanted` occurs in `bytes`.
  static func occurs(
    _ wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if wanted.count == 1, let start = bytes.baseAddress {
      return memchr(start, Int32(wanted[0]), bytes.count) != nil
    }
    return wanted.isEmpty || !occurrences(of: wanted, in: bytes, limit: 1).isEmpty
  }

  /// The same as `occurrences` from the right, the rightmost first.
  static func occurrencesFromRight(
    of wanted: some RandomAccessCollection<UInt8>, in bytes: some RandomAccessCollection<UInt8>,
    limit: Int = .max
  ) -> [Int] {
    steadily(wanted.reversed(), in: bytes.reversed(), limit: limit)
      .map { bytes.count - wanted.count - $0 }
  }

  private static func steadily(
    _ wanted: some RandomAccessCollection<UInt8>, in bytes: some RandomAccessCollection<UInt8>,
    limit: Int
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
