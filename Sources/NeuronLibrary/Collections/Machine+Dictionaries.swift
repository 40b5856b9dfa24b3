import NeuronRuntime
import NeuronSyntax

// What the classes of dictionaries share.

extension Machine {
  /// `x | y` of two dictionaries in what `makeEmpty` gives, or `x |= y`; `nil` for anything else.
  func union(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, isInPlace: Bool, makeEmpty: () -> Value
  ) throws(Interruption) -> Value? {
    guard operation == .bitOr, x.kind == .dictionary, y.kind == .dictionary else { return nil }
    let result = isInPlace ? x : makeEmpty()
    try heap.pinning([result, y]) { () throws(Interruption) in
      if !isInPlace { try updateDictionary(result, with: x) }
      try updateDictionary(result, with: y)
    }
    return result
  }

  /// Defines a method of a class that needs no instance.
  /// - Returns: the same for instances, which are handed over first.
  func defineClassMethod(
    _ name: String, of type: LibraryType,
    _ body: @escaping (Arguments, Machine) throws(Interruption) -> Value
  ) -> Value {
    type.define(name, makeNative(name, body))
    return makeNative(name) { (arguments, machine) throws(Interruption) in
      try body(arguments.droppingFirst, machine)
    }
  }
}
