import Backprop
import NeuronRuntime

/// What a function is differentiated by, or what it gives: a number or an array, or lists, tuples and
/// dictionaries of such. In JAX it is called a pytree.
///
///     [W, {"b": 0.5}]   leaves W and 0.5; the derivative by it is [dW, {"b": db}]
struct LeafTree {
  /// What remains without the leaves.
  private indirect enum Form {
    case number(isNumPy: Bool)
    case array
    /// `None`, which has no leaves.
    case none
    case list([Form])
    /// With the class of a named tuple.
    case tuple([Form], Value?)
    case dictionary([(key: Value, form: Form)])
  }

  private let form: Form

  /// Whether it is a number by itself.
  var isNumber: Bool { if case .number = form { true } else { false } }

  /// From left to right.
  private(set) var leaves: [TracedValue]

  private init(_ form: Form, _ leaves: [TracedValue]) {
    self.form = form
    self.leaves = leaves
  }

  /// - Parameter complaint: makes the message out of `is a str` or `holds a str`.
  init(
    _ value: Value, in machine: Machine, complaint: (String) -> String
  ) throws(Interruption) {
    var leaves: [TracedValue] = []
    form = try LeafTree.form(of: value, &leaves, machine, "is", complaint)
    self.leaves = leaves
  }

  /// A parameter of `backprop` as the quantities that it brings; `nil` where it brings none. Integers in
  /// arrays and containers are left as they are: labels, sizes, counts.
  init?(parameter value: Value, in machine: Machine) throws(Interruption) {
    let isNumber = try machine.tracedNumber(value) != nil
    if !isNumber, try !LeafTree.isParameter(value, machine) { return nil }
    try self.init(value, in: machine) { $0 }
  }

  private static func isParameter(_ value: Value, _ machine: Machine) throws(Interruption) -> Bool {
    if let array = machine.arrayValue(value) { return array.array.dtype == .float64 }
    let parts: [Value]
    switch value.kind {
    case .list, .tuple: parts = machine.elements(of: value)
    case .dictionary: parts = machine.entries(of: value).map(\.value)
    default: return value.isFloat
    }
    return try machine.nested { () throws(Interruption) in
      for part in parts where try !isParameter(part, machine) { return false }
      return !parts.isEmpty
    }
  }

  /// What leads to each leaf from the whole: nothing to a leaf alone, `["0"]`, `["'W'", "1"]`.
  func paths(in machine: Machine) throws(Interruption) -> [[String]] {
    try LeafTree.paths(form, [], machine)
  }

  private static func paths(
    _ form: Form, _ prefix: [String], _ machine: Machine
  ) throws(Interruption) -> [[String]] {
    var all: [[String]] = []
    switch form {
    case .number, .array: all = [prefix]
    case .none: break
    case .list(let forms), .tuple(let forms, _):
      for (index, form) in forms.enumerated() {
        all += try paths(form, prefix + [String(index)], machine)
      }
    case .dictionary(let entries):
      for entry in entries {
        let key = try machine.representation(of: entry.key)
        all += try paths(entry.form, prefix + [key], machine)
      }
    }
    return all
  }

  private static func form(
    of value: Value, _ leaves: inout [TracedValue], _ machine: Machine, _ verb: String,
    _ complaint: (String) -> String
  ) throws(Interruption) -> Form {
    if let number = try machine.tracedNumber(value) {
      leaves.append(.number(number))
      return .number(isNumPy: value.isNumPy)
    }
    if let array = machine.arrayValue(value)?.traced(in: machine) {
      let floats = try machine.attempt { () throws(ArrayError) in
        TracedArray(try array.array.cast(.float64), node: array.node)
      }
      leaves.append(.array(floats))
      return .array
    }
    if value.isNone, verb == "holds" { return .none }
    func forms(_ items: [Value]) throws(Interruption) -> [Form] {
      try machine.nested { () throws(Interruption) in
        var forms: [Form] = []
        for item in items {
          forms.append(try form(of: item, &leaves, machine, "holds", complaint))
        }
        return forms
      }
    }
    switch value.kind {
    case .list: return .list(try forms(machine.elements(of: value)))
    case .tuple: return .tuple(try forms(machine.elements(of: value)), value.tupleClass)
    case .dictionary:
      let entries = machine.entries(of: value)
      let items = try forms(entries.map(\.value))
      return .dictionary(zip(entries, items).map { ($0.key, $1) })
    default:
      throw .raised(.type, complaint("\(verb) a \(machine.typeName(value))"))
    }
  }

  /// The same form with other leaves, as many.
  func with(_ leaves: [TracedValue]) -> LeafTree { LeafTree(form, leaves) }

  func mapLeaves(_ transform: (TracedValue) -> TracedValue) -> LeafTree {
    with(leaves.map(transform))
  }

  /// Whether the other has leaves of the same shapes in the same order.
  func matches(_ other: LeafTree) -> Bool {
    leaves.count == other.leaves.count
      && zip(leaves, other.leaves).allSatisfy { $0.shape == $1.shape }
  }

  /// Hands the values of the machine that the form holds to `visit`.
  func visitValues(_ visit: (Value) -> Void) { LeafTree.visitValues(of: form, visit) }

  private static func visitValues(of form: Form, _ visit: (Value) -> Void) {
    switch form {
    case .number, .array, .none: break
    case .list(let forms): for form in forms { visitValues(of: form, visit) }
    case .tuple(let forms, let tupleClass):
      if let tupleClass { visit(tupleClass) }
      for form in forms { visitValues(of: form, visit) }
    case .dictionary(let entries):
      for entry in entries {
        visit(entry.key)
        visitValues(of: entry.form, visit)
      }
    }
  }

  /// As a value of the program.
  func value(in machine: Machine) throws(Interruption) -> Value {
    var values: [Value] = []
    for leaf in leaves {
      switch leaf {
      case .number(let number): values.append(machine.tracing.value(number, isNumPy: false))
      case .array(let array): values.append(try machine.array(array))
      }
    }
    return try value(of: values, in: machine)
  }

  /// As a value of the program with these values in place of the leaves.
  func value(of values: [Value], in machine: Machine) throws(Interruption) -> Value {
    var rest = values[...]
    return try LeafTree.build(form, &rest, machine)
  }

  private static func build(
    _ form: Form, _ values: inout ArraySlice<Value>, _ machine: Machine
  ) throws(Interruption) -> Value {
    func build(all forms: [Form]) throws(Interruption) -> [Value] {
      var items: [Value] = []
      for form in forms { items.append(try self.build(form, &values, machine)) }
      return items
    }
    switch form {
    case .number(let isNumPy):
      let value = values.removeFirst()
      guard isNumPy, value.isFloat else { return value }
      return Value(tag: value.tag | Value.numpyFlag, payload: value.payload)
    case .array: return values.removeFirst()
    case .none: return .none
    case .list(let forms): return try machine.heap.list(try build(all: forms))
    case .tuple(let forms, let tupleClass):
      let items = try build(all: forms)
      guard let tupleClass else { return try machine.heap.tuple(items) }
      return try machine.heap.tuple(items, of: tupleClass)
    case .dictionary(let entries):
      let result = machine.heap.dictionary()
      for entry in entries {
        try machine.setItem(result, entry.key, try self.build(entry.form, &values, machine))
      }
      return result
    }
  }
}
