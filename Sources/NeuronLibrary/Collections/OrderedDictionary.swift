import NeuronRuntime
import NeuronSyntax

/// `OrderedDict`: a dictionary whose order counts in comparisons and can be changed.
final class OrderedFlavour: DictionaryFlavour {
  private(set) var type = Value.none
  private var methods: [String: Value] = [:]

  init(in module: NativeModule, _ machine: Machine) {
    let type = module.defineType("OrderedDict", machine) {
      (_, arguments, machine) throws(Interruption) in
      if arguments.count > 1 {
        throw .raised(.type, "expected at most 1 arguments, got \(arguments.count)")
      }
      let dictionary = machine.dictionary(self)
      try machine.fillDictionary(dictionary, from: arguments)
      return dictionary
    }
    self.type = type.value
    let fromKeys = ClinicSignature(
      name: "fromkeys", parameters: ["iterable", "value"], required: 1)
    methods["fromkeys"] = machine.defineClassMethod("fromkeys", of: type) {
      (arguments, machine) throws(Interruption) in
      let given = try fromKeys.bind(arguments)
      let dictionary = machine.dictionary(self)
      try machine.fillDictionary(
        dictionary, withKeys: given[0] ?? .none, value: given[1] ?? .none)
      return dictionary
    }
    defineMethods(machine)
  }

  private func defineMethods(_ machine: Machine) {
    methods["move_to_end"] = machine.makeNative("move_to_end") {
      (arguments, machine) throws(Interruption) in
      let given = arguments.droppingFirst
      try given.expectAtMost("move_to_end", ["key", "last"])
      guard let key = given.value(at: 0, or: "key") else {
        throw .raised(.type, "move_to_end() missing required argument 'key' (pos 1)")
      }
      let isLast = try machine.isTrue(given.value(at: 1, or: "last") ?? .true)
      guard try machine.moveEntry(of: key, in: arguments[0], toLast: isLast) else {
        throw machine.missingKey(key)
      }
      return .none
    }
    methods["popitem"] = machine.makeNative("popitem") {
      (arguments, machine) throws(Interruption) in
      let given = arguments.droppingFirst
      try given.expectAtMost("popitem", ["last"])
      let isLast = try machine.isTrue(given.value(at: 0, or: "last") ?? .true)
      guard let entry = machine.endEntry(of: arguments[0], isLast: isLast) else {
        throw machine.missingKey(try machine.heap.string("dictionary is empty"))
      }
      _ = try machine.removeKey(entry.key, from: arguments[0])
      return try machine.heap.tuple([entry.key, entry.value])
    }
    methods["copy"] = machine.makeNative("copy") {
      (arguments, machine) throws(Interruption) in
      try arguments.droppingFirst.expect("OrderedDict.copy", 0...0)
      let copy = machine.dictionary(self)
      try machine.updateDictionary(copy, with: arguments[0])
      return copy
    }
  }

  var typeName: String { "collections.OrderedDict" }

  func visitValues(_ visit: (Value) -> Void) { visit(type) }

  func method(_ name: String) -> Value? { methods[name] }

  func writing(
    of dictionary: Value, in machine: Machine
  ) throws(Interruption) -> DictionaryWriting {
    DictionaryWriting(
      prefix: "OrderedDict(", entries: machine.entries(of: dictionary), isListOfPairs: true,
      suffix: ")")
  }

  func binary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, isInPlace: Bool, in machine: Machine
  ) throws(Interruption) -> Value? {
    try machine.union(operation, x, y, isInPlace: isInPlace) { machine.dictionary(self) }
  }

  func compare(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value, in machine: Machine
  ) throws(Interruption) -> Bool? {
    guard comparison == .equal else { return nil }
    if !(try machine.areEqualAsPlain(x, y)) { return false }
    for (a, b) in zip(machine.entries(of: x), machine.entries(of: y)) {
      if !(try machine.matches(a.key, b.key)) { return false }
    }
    return true
  }
}
