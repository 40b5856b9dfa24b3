import NeuronRuntime
import NeuronSyntax

// `cmp_to_key` and `total_ordering`: orders made from parts of one.

/// Defines `functools.cmp_to_key`.
func defineComparisonKeys(_ module: NativeModule, _ machine: Machine) {
  let signature = ClinicSignature(name: "cmp_to_key", parameters: ["mycmp"], required: 1)
  module.define(
    "cmp_to_key",
    machine.makeNative("cmp_to_key") { (arguments, machine) throws(Interruption) in
      let function = try signature.bind(arguments)[0] ?? .none
      return machine.heap.foreign(ComparisonKeyMaker(function))
    })
}

/// What `cmp_to_key` gives: a class whose instances are ordered by the function.
private final class ComparisonKeyMaker: ForeignValue {
  private static let signature = ClinicSignature(name: "K", parameters: ["obj"], required: 1)
  private let function: Value

  init(_ function: Value) {
    self.function = function
  }

  var typeName: String { "functools.KeyWrapper" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<functools.KeyWrapper object>"
  }

  var isCallable: Bool { true }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    let object = try Self.signature.bind(arguments)[0] ?? .none
    return machine.heap.foreign(ComparisonKey(object, function))
  }

  func visitValues(_ visit: (Value) -> Void) { visit(function) }
}

private final class ComparisonKey: ForeignValue {
  private let object: Value
  private let function: Value

  init(_ object: Value, _ function: Value) {
    self.object = object
    self.function = function
  }

  var typeName: String { "functools.KeyWrapper" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<functools.KeyWrapper object>"
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    name == "obj" ? object : nil
  }

  func compare(
    _ comparison: ComparisonOperator, _ other: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    guard let other = machine.foreign(other) as? ComparisonKey else {
      throw .raised(.type, "other argument must be K instance")
    }
    let sign = try machine.call(function, [object, other.object])
    return try machine.compared(sign, comparison, Value(0))
  }

  func visitValues(_ visit: (Value) -> Void) { [object, function].forEach(visit) }
}

/// Defines `functools.total_ordering`.
func defineTotalOrdering(_ module: NativeModule, _ machine: Machine) {
  let signature = Signature(name: "total_ordering", required: ["cls"])
  module.define(
    "total_ordering",
    machine.makeNative("total_ordering") { (arguments, machine) throws(Interruption) in
      let type = try signature.bind(arguments).value(0)
      guard type.kind == .class else {
        throw .raised(.type, "total_ordering() takes a class that the program defines")
      }
      let defined = DerivedOrder.names.filter {
        machine.programAttribute($0, of: type) != nil
      }
      guard let root = defined.first else {
        throw .raised(.value, "must define at least one ordering operation: < > <= >=")
      }
      for name in DerivedOrder.names where !defined.contains(name) {
        let method = machine.heap.foreign(DerivedOrder(name, from: root))
        try machine.setAttribute(name, of: type, to: method)
      }
      return type
    })
}

/// A comparison made of another one and `==`: `a <= b` is `a < b or a == b`.
private final class DerivedOrder: ForeignValue {
  /// Of several that a class defines the first is what the others are made of.
  static let names = ["__lt__", "__le__", "__gt__", "__ge__"]

  private let name: String
  private let root: String
  private let signature: Signature

  init(_ name: String, from root: String) {
    self.name = name
    self.root = root
    signature = Signature(name: name, required: ["self", "other"])
  }

  private var isReversed: Bool { name.dropFirst(2).first != root.dropFirst(2).first }
  private var includesEqual: Bool { name.hasSuffix("e__") }

  var typeName: String { "function" }

  func representation(in machine: Machine) throws(Interruption) -> String { "<function \(name)>" }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    name == "__name__" ? try machine.heap.string(self.name) : nil
  }

  func bound(_ own: Value, to object: Value, in machine: Machine) throws(Interruption) -> Value? {
    machine.heap.boundMethod(object, own)
  }

  var isCallable: Bool { true }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    let bound = try signature.bind(arguments)
    let (x, y) = (bound.value(0), bound.value(1))
    let method = try machine.attribute(root, of: machine.type(of: x))
    let answer = try machine.call(method, [x, y])
    if answer.kind == .notImplemented { return answer }
    let holds = try machine.isTrue(answer)
    let rootIncludesEqual = root.hasSuffix("e__")
    // The opposite of < is >=, of <= is >: in other pairs equality decides.
    if isReversed, includesEqual != rootIncludesEqual { return Value(!holds) }
    let isOnThisSide = isReversed ? !holds : holds
    if isOnThisSide == includesEqual { return Value(includesEqual) }
    return Value(try machine.holds(x, includesEqual ? .equal : .notEqual, y))
  }
}
