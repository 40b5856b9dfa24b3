import BigInt

/// Hashes of numbers as in CPython (`Python/pyhash.c`): modulo the prime 2⁶¹ − 1.
enum PythonHash {
  private static let modulus = (1 << 61) - 1

  static func integer(_ value: Int) -> Int {
    let magnitude = value.magnitude
    let hash = Int(magnitude < UInt(modulus) ? magnitude : magnitude % UInt(modulus))
    return finish(value < 0 ? -hash : hash)
  }

  static func integer(_ value: BigInt) -> Int {
    let hash = Int(value.magnitude % BigUInt(modulus))
    return finish(value < 0 ? -hash : hash)
  }

  static func float(_ value: Double) -> Int {
    if value.isNaN || value == 0 { return 0 }
    if value.isInfinite { return value > 0 ? 314_159 : -314_159 }
    if let whole = Int(exactly: value) { return integer(whole) }
    // value = mantissa · 2^exponent, and multiplying by 2 rotates the 61 bits.
    let mantissa = Int(value.magnitude.significand * 0x1p52)
    let exponent = ((Int(value.exponent) - 52) % 61 + 61) % 61
    var hash = mantissa % modulus
    hash = ((hash << exponent) & modulus) | (hash >> (61 - exponent))
    return finish(value < 0 ? -hash : hash)
  }

  /// Of a tuple, by the hashes of its items one after the other (`Objects/tupleobject.c`, after xxHash).
  struct Tuple {
    private static let seed: UInt = 2_870_177_450_012_600_261
    private var sum = Self.seed
    private var count: UInt = 0

    @inline(__always)
    mutating func combine(_ hash: Int) {
      sum &+= UInt(bitPattern: hash) &* 14_029_467_366_897_019_727
      sum = (sum << 31 | sum >> 33) &* 11_400_714_785_074_694_791
      count += 1
    }

    var hash: Int {
      let sum = sum &+ (count ^ (Self.seed ^ 3_527_539))
      return sum == .max ? 1_546_275_796 : Int(bitPattern: sum)
    }
  }

  /// Of a frozenset, by the hashes of its elements in any order (`Objects/setobject.c`).
  static func set(_ hashes: some Sequence<Int>) -> Int {
    var sum: UInt = 0
    var count: UInt = 0
    for hash in hashes {
      let hash = UInt(bitPattern: hash)
      sum ^= ((hash ^ 89_869_747) ^ (hash << 16)) &* 3_644_798_167
      count += 1
    }
    sum ^= (count + 1) &* 1_927_868_237
    sum ^= (sum >> 11) ^ (sum >> 25)
    sum = sum &* 69_069 &+ 907_133_923
    return sum == .max ? 590_923_713 : Int(bitPattern: sum)
  }

  /// FNV-1a: a string's hash has no answer in the language, it only has to spread.
  static func bytes(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private static func finish(_ hash: Int) -> Int { hash == -1 ? -2 : hash }
}
