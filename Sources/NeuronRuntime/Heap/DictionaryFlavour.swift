import NeuronSyntax

/// What makes a dictionary more than one: a `Counter`, a `defaultdict`. All that it does not say is as for
/// a plain dictionary.
package protocol DictionaryFlavour: AnyObject {
  /// The name of its type, for messages.
  var typeName: String { get }
  /// What `type` gives.
  var type: Value { get }
  func writing(of dictionary: Value, in machine: Machine) throws(Interruption) -> DictionaryWriting
  /// A function that takes the dictionary first; `nil` when there is no such method.
  func method(_ name: String) -> Value?
  /// `nil` when there is no such attribute.
  func attribute(_ name: String) -> Value?
  /// Whether it took the attribute.
  func setAttribute(_ name: String, to value: Value) -> Bool
  /// What `dictionary[key]` gives for a key that is not there; `nil` for an error.
  func missing(
    _ key: Value, from dictionary: Value, in machine: Machine
  ) throws(Interruption) -> Value?
  /// Whether a key that is not there may be deleted.
  var allowsMissingDeletion: Bool { get }
  /// `x op y`, or `x op= y`, where one of them has this flavour; `nil` when they do not go together.
  func binary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, isInPlace: Bool, in machine: Machine
  ) throws(Interruption) -> Value?
  /// `-` or `+` before it.
  func unary(
    _ symbol: String, _ dictionary: Value, in machine: Machine
  ) throws(Interruption) -> Value?
  /// `x op y` for two dictionaries of this flavour; `nil` when they compare as plain ones.
  func compare(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value, in machine: Machine
  ) throws(Interruption) -> Bool?
  /// Hands every value that it holds to `visit`.
  func visitValues(_ visit: (Value) -> Void)
}

extension DictionaryFlavour {
  package func attribute(_ name: String) -> Value? { nil }
  package func setAttribute(_ name: String, to value: Value) -> Bool { false }
  package func missing(
    _ key: Value, from dictionary: Value, in machine: Machine
  ) throws(Interruption) -> Value? { nil }
  package var allowsMissingDeletion: Bool { false }
  package func binary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, isInPlace: Bool, in machine: Machine
  ) throws(Interruption) -> Value? { nil }
  package func unary(
    _ symbol: String, _ dictionary: Value, in machine: Machine
  ) throws(Interruption) -> Value? { nil }
  package func compare(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value, in machine: Machine
  ) throws(Interruption) -> Bool? { nil }
}

/// How `repr` writes a dictionary of a flavour.
package struct DictionaryWriting {
  var prefix: String
  var entries: [(key: Value, value: Value)]
  /// `[(key, value), …]` in place of `{key: value, …}`.
  var isListOfPairs: Bool
  var suffix: String

  package init(
    prefix: String, entries: [(key: Value, value: Value)], isListOfPairs: Bool = false,
    suffix: String
  ) {
    self.prefix = prefix
    self.entries = entries
    self.isListOfPairs = isListOfPairs
    self.suffix = suffix
  }
}
