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

  /// FNV-1a: a string's hash has no answer in the language, it only has to spread.
  static func bytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash)
  }

  private static func finish(_ hash: Int) -> Int { hash == -1 ? -2 : hash }
}
