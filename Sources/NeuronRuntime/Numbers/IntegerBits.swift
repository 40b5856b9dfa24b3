import BigInt

/// Python's `&` and `^` of integers of any size, in two's complement without end.
///
/// `BigInt`'s own lose the carry when the result is a negative power of 2⁶⁴, as in `-1 ^ (2**64 - 1)`:
/// here only integers that are not negative meet its operators, and `~` does the rest.
enum IntegerBits {
  static func and(_ x: BigInt, _ y: BigInt) -> BigInt {
    x < 0 && y < 0 ? ~(~x | ~y) : x & y
  }

  static func xor(_ x: BigInt, _ y: BigInt) -> BigInt {
    let bits = (x < 0 ? ~x : x) ^ (y < 0 ? ~y : y)
    return (x < 0) == (y < 0) ? bits : ~bits
  }
}
