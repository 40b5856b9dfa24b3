import NeuronSyntax

/// What the machine asks of the library that brings arrays, about NumPy's numbers: they are the
/// machine's own with a flag, but what they do with anything else than numbers is the library's.
package protocol ArrayLibrary: AnyObject {
  /// Hands every value that it holds to `visit`.
  func visitValues(_ visit: (Value) -> Void)
  /// What calling the type of a NumPy number gives.
  func construct(
    _ type: BuiltinType, _ arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> Value
  /// An attribute of a NumPy number; `nil` when it has none of its own.
  func attribute(
    _ name: String, of number: Value, in machine: Machine
  ) throws(Interruption) -> Value?
  /// `x op y` where one is a NumPy number and the other no number; `nil` when it does not know.
  func binary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, in machine: Machine
  ) throws(Interruption) -> Value?
  /// As `binary`, for an order or equality.
  func compare(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value, in machine: Machine
  ) throws(Interruption) -> Value?
  /// `number[index]`.
  func item(
    of number: Value, at index: Value, in machine: Machine
  ) throws(Interruption) -> Value
  /// NumPy's complaint about operands for which it has no loop.
  func loopError(_ message: String, in machine: Machine) -> Interruption
}
