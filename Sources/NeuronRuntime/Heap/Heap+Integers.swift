import BigInt
import NeuronSyntax

extension Heap {
  /// The integer of a literal of any size.
  func integer(parsing literal: IntegerLiteral) throws(Interruption) -> Value {
    try integer(BigInt(literal.digits, radix: literal.radix) ?? 0)
  }
}
