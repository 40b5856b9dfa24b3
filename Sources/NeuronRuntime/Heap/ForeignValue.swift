import NeuronSyntax

/// What a library puts into the language. A value says by these members what it can do; each has a
/// default that says that it cannot.
///
/// Values of the machine that it holds are traced through `visitValues`.
package protocol ForeignValue: AnyObject {
  /// The name of its type, for messages.
  var typeName: String { get }
  /// What `type` gives; `nil` when that has no answer.
  func type(in machine: Machine) -> Value?
  /// What `repr` gives.
  func representation(in machine: Machine) throws(Interruption) -> String
  /// What `str` gives.
  func text(in machine: Machine) throws(Interruption) -> String
  /// A few words that tell it where the values of names are shown; `nil` for its type alone.
  var sketch: String? { get }
  /// What a page shows of it besides its text, which the language does not look into. It may take
  /// time, but runs nothing of the program.
  func exhibit(in machine: Machine) -> (any Sendable)?
  /// Hands every value that it holds to `visit`.
  func visitValues(_ visit: (Value) -> Void)

  // MARK: Attributes and calls

  /// `nil` when there is no such attribute.
  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value?
  /// A function that takes the value first; `nil` when there is no such method.
  func method(_ name: String, in machine: Machine) -> Value?
  /// Whether it took the attribute.
  func setAttribute(
    _ name: String, to value: Value, in machine: Machine
  ) throws(Interruption) -> Bool
  var isCallable: Bool { get }
  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value
  /// The function of the program whose parameters it takes, by place.
  var underlyingFunction: Value? { get }

  /// What an instance whose class has it gives for it, as functions become methods; `own` is the value
  /// itself. `nil` when it stays what it is.
  func bound(_ own: Value, to object: Value, in machine: Machine) throws(Interruption) -> Value?

  // MARK: Containers

  /// What `len` gives.
  var count: Int? { get }
  func isTrue(in machine: Machine) throws(Interruption) -> Bool
  /// `nil` when it has no items.
  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value?
  /// Whether it took the item.
  func setItem(at index: Value, to value: Value, in machine: Machine) throws(Interruption) -> Bool
  /// Whether it has items that can be deleted.
  func deleteItem(at index: Value, in machine: Machine) throws(Interruption) -> Bool
  /// `nil` when its items must be walked.
  func contains(_ element: Value, in machine: Machine) throws(Interruption) -> Bool?

  /// Whether it may be an element of a set; one that can be changed and compares by its items may not.
  var isHashable: Bool { get }

  // MARK: Iteration

  /// An iterator is its own iterator, and `next` gives its items.
  var isIterator: Bool { get }
  /// Another value that walks its items; `nil` when it has none.
  func makeIterator(in machine: Machine) throws(Interruption) -> Value?
  /// The next item, or `nil` at the end.
  func next(in machine: Machine) throws(Interruption) -> Value?

  // MARK: As a number

  /// Whether it is one of numbers, so that its operators go before those of lists.
  var isNumeric: Bool { get }
  /// What it is, where it is nothing but a number: for formatting, and as an index.
  func scalar(in machine: Machine) -> Value?
  /// The number that it stands for where one is wanted; `nil` when it stands for none.
  func number(in machine: Machine) throws(Interruption) -> Value?

  // MARK: Operators

  /// `self op other`, or `other op self` when `isReflected`; `nil` when they do not go together.
  func binary(
    _ operation: BinaryOperator, _ other: Value, isReflected: Bool, in machine: Machine
  ) throws(Interruption) -> Value?
  /// `self op= other`, where `object` is the value that stands for `self`; `nil` when the operator gives
  /// a new value.
  func binaryInPlace(
    _ operation: BinaryOperator, _ other: Value, object: Value, in machine: Machine
  ) throws(Interruption) -> Value?
  /// `-`, `+` or `~` before it, or `abs` of it.
  func unary(_ symbol: String, in machine: Machine) throws(Interruption) -> Value?
  /// `self op other` for an order or equality, which need not be a truth value; `nil` when they do not go
  /// together.
  func compare(
    _ comparison: ComparisonOperator, _ other: Value, in machine: Machine
  ) throws(Interruption) -> Value?
}

extension ForeignValue {
  package func type(in machine: Machine) -> Value? { nil }
  package func text(in machine: Machine) throws(Interruption) -> String {
    try representation(in: machine)
  }
  package var sketch: String? { nil }
  package func exhibit(in machine: Machine) -> (any Sendable)? { nil }
  package func visitValues(_ visit: (Value) -> Void) {}
  package func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? { nil }
  package func method(_ name: String, in machine: Machine) -> Value? { nil }
  package func setAttribute(
    _ name: String, to value: Value, in machine: Machine
  ) throws(Interruption) -> Bool { false }
  package var isCallable: Bool { false }
  package func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    throw .raised(.type, "'\(typeName)' object is not callable")
  }
  package var underlyingFunction: Value? { nil }
  package func bound(
    _ own: Value, to object: Value, in machine: Machine
  ) throws(Interruption) -> Value? { nil }

  package var count: Int? { nil }
  package func isTrue(in machine: Machine) throws(Interruption) -> Bool { count != 0 }
  package func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? { nil }
  package func setItem(
    at index: Value, to value: Value, in machine: Machine
  ) throws(Interruption) -> Bool { false }
  package func deleteItem(
    at index: Value, in machine: Machine
  ) throws(Interruption) -> Bool { false }
  package func contains(_ element: Value, in machine: Machine) throws(Interruption) -> Bool? { nil }

  package var isHashable: Bool { true }
  package var isIterator: Bool { false }
  package func makeIterator(in machine: Machine) throws(Interruption) -> Value? { nil }
  package func next(in machine: Machine) throws(Interruption) -> Value? { nil }

  package var isNumeric: Bool { false }
  package func scalar(in machine: Machine) -> Value? { nil }
  package func number(in machine: Machine) throws(Interruption) -> Value? { nil }

  package func binary(
    _ operation: BinaryOperator, _ other: Value, isReflected: Bool, in machine: Machine
  ) throws(Interruption) -> Value? { nil }
  package func binaryInPlace(
    _ operation: BinaryOperator, _ other: Value, object: Value, in machine: Machine
  ) throws(Interruption) -> Value? { nil }
  package func unary(_ symbol: String, in machine: Machine) throws(Interruption) -> Value? { nil }
  package func compare(
    _ comparison: ComparisonOperator, _ other: Value, in machine: Machine
  ) throws(Interruption) -> Value? { nil }
}

/// A class of a library, as `itertools.count`: calling it makes a value.
package final class LibraryType: ForeignValue {
  /// Gets the class first, for what it makes to know its type.
  package typealias Make = (Value, Arguments, Machine) throws(Interruption) -> Value

  package let module: String
  package let name: String
  /// The class whose values the values of this one are too.
  package var parent: LibraryType?
  /// The value that stands for the class.
  package private(set) var value = Value.none
  private let make: Make
  private var members: [(name: String, value: Value)] = []

  package init(_ name: String, of module: String, in machine: Machine, make: @escaping Make) {
    self.module = module
    self.name = name
    self.make = make
    value = machine.heap.foreign(self)
  }

  /// Gives the class an attribute, as `chain.from_iterable`.
  package func define(_ name: String, _ value: Value) {
    members.append((name, value))
  }

  package var typeName: String { "type" }

  package func type(in machine: Machine) -> Value? { Value(type: .type) }

  package func representation(in machine: Machine) throws(Interruption) -> String {
    "<class '\(module).\(name)'>"
  }

  package func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    if let member = members.first(where: { $0.name == name }) { return member.value }
    switch name {
    case "__name__", "__qualname__": return try machine.heap.string(self.name)
    case "__module__": return try machine.heap.string(module)
    default:
      throw .raised(.attribute, "type object '\(module).\(self.name)' has no attribute '\(name)'")
    }
  }

  package var isCallable: Bool { true }

  package func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    try make(value, arguments, machine)
  }

  package func visitValues(_ visit: (Value) -> Void) {
    for member in members { visit(member.value) }
  }
}

extension NativeModule {
  /// Defines a class of the module, which lives as long as the machine: modules are never let go, nor
  /// can a program change what is in one of a library.
  @discardableResult
  package func defineType(
    _ name: String, _ machine: Machine, make: @escaping LibraryType.Make
  ) -> LibraryType {
    let type = LibraryType(name, of: self.name, in: machine, make: make)
    define(name, type.value)
    return type
  }
}
