/// Sorting by keys that are plain numbers, which needs no comparison.
///
/// Each key becomes 64 bits whose order is the numbers' own; they are then sorted byte by byte, from the
/// lowest to the highest, by counting (radix sort). A byte that all keys share takes no pass.
struct NumberSort {
  /// Fewer are sorted sooner by comparing.
  static let fewest = 128

  /// Sorts values by their keys, stably; `false` where some key is not of the same plain kind as the
  /// first, is not less nor equal nor greater than another, or is a zero whose sign the bits would tell.
  ///
  /// - Parameter items: what goes along with the keys; `nil` when these are sorted themselves.
  static func sort(_ keys: inout [Value], _ items: inout [Value]?, isReversed: Bool) -> Bool {
    guard let first = keys.first, keys.count >= fewest,
      first.isInt || first.isPlainFloat
    else { return false }
    let isFloat = first.isPlainFloat
    let flip: UInt64 = isReversed ? .max : 0
    var bits: [UInt64] = []
    bits.reserveCapacity(keys.count)
    for key in keys {
      guard key.tag == first.tag else { return false }
      if isFloat, key.float.isNaN || key.payload == negativeZero { return false }
      bits.append((isFloat ? ordered(key.payload) : key.payload ^ topBit) ^ flip)
    }
    if items == nil {
      sortByBytes(&bits, alongWith: nil)
      for index in keys.indices {
        let word = bits[index] ^ flip
        keys[index].payload = isFloat ? unordered(word) : word ^ topBit
      }
    } else {
      items?.withUnsafeMutableBufferPointer { sortByBytes(&bits, alongWith: $0.baseAddress) }
    }
    return true
  }

  private static let topBit: UInt64 = 1 << 63
  private static let negativeZero = topBit

  /// The bits of a float as a number of the same order: negative ones have theirs turned round.
  private static func ordered(_ bits: UInt64) -> UInt64 {
    bits & topBit == 0 ? bits | topBit : ~bits
  }

  private static func unordered(_ bits: UInt64) -> UInt64 {
    bits & topBit == 0 ? ~bits : bits ^ topBit
  }

  private static func sortByBytes(
    _ keys: inout [UInt64], alongWith items: UnsafeMutablePointer<Value>?
  ) {
    let count = keys.count
    let places = places(of: keys)
    let spareKeys = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
    let spareItems = items.map { _ in UnsafeMutablePointer<Value>.allocate(capacity: count) }
    defer {
      spareKeys.deallocate()
      spareItems?.deallocate()
    }
    keys.withUnsafeMutableBufferPointer { keys in
      guard let given = keys.baseAddress else { return }
      var (source, target) = (given, spareKeys)
      var (sourceItems, targetItems) = (items, spareItems)
      for byte in 0..<8 {
        let firstKey = Int(truncatingIfNeeded: source[0] >> UInt64(byte * 8)) & 0xFF
        let next = places + byte * 256
        // The next bucket's place is this one's end: all keys are in one.
        let end = firstKey == 255 ? count : next[firstKey + 1]
        if next[firstKey] == 0, end == count { continue }
        for index in 0..<count {
          let bucket = Int(truncatingIfNeeded: source[index] >> UInt64(byte * 8)) & 0xFF
          let place = next[bucket]
          next[bucket] = place + 1
          target[place] = source[index]
          if let sourceItems, let targetItems { targetItems[place] = sourceItems[index] }
        }
        swap(&source, &target)
        swap(&sourceItems, &targetItems)
      }
      if source != given {
        given.update(from: source, count: count)
        if let items, let sourceItems { items.update(from: sourceItems, count: count) }
      }
    }
    places.deallocate()
  }

  /// For each byte of a key and each value of it: where the first key with that value goes.
  private static func places(of keys: [UInt64]) -> UnsafeMutablePointer<Int> {
    let places = UnsafeMutablePointer<Int>.allocate(capacity: 8 * 256)
    places.initialize(repeating: 0, count: 8 * 256)
    for key in keys {
      for byte in 0..<8 {
        places[byte * 256 + (Int(truncatingIfNeeded: key >> UInt64(byte * 8)) & 0xFF)] += 1
      }
    }
    for byte in 0..<8 {
      var sum = 0
      for value in byte * 256..<(byte + 1) * 256 {
        (places[value], sum) = (sum, sum + places[value])
      }
    }
    return places
  }
}
