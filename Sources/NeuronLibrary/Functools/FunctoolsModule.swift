import NeuronRuntime
import NeuronSyntax

/// Python's `functools`: functions that make or use functions.
func makeFunctoolsModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "functools")
  defineReduce(module, machine)
  definePartial(module, machine)
  defineWrapping(module, machine)
  defineCaches(module, machine)
  defineCachedProperty(module, machine)
  defineComparisonKeys(module, machine)
  defineTotalOrdering(module, machine)
  return module
}

/// A class of `functools`. `make` gets it as a value, for what it makes to know its type.
@discardableResult
func defineFunctoolsType(
  _ name: String, _ module: NativeModule, _ machine: Machine,
  make: @escaping (Value, Arguments, Machine) throws(Interruption) -> any ForeignValue
) -> Value {
  module.defineType(name, machine) { (type, arguments, machine) throws(Interruption) in
    machine.heap.foreign(try make(type, arguments, machine))
  }.value
}

private func defineReduce(_ module: NativeModule, _ machine: Machine) {
  module.define(
    "reduce",
    machine.makeNative("reduce") { (arguments, machine) throws(Interruption) in
      try arguments.expectUnpacked("reduce", 2...3)
      let (function, iterable) = (arguments[0], arguments[1])
      guard machine.canIterate(iterable) else {
        throw .raised(.type, "reduce() arg 2 must support iteration")
      }
      let iterator = try machine.makeIterator(iterable)
      return try machine.heap.pinning([iterator]) { () throws(Interruption) in
        var result = arguments.count > 2 ? arguments[2] : try machine.next(iterator)
        while let sum = result {
          try machine.charge(4)
          let item = try machine.heap.pinning([sum]) { () throws(Interruption) in
            try machine.next(iterator)
          }
          guard let item else { return sum }
          result = try machine.call(function, [sum, item])
        }
        throw .raised(.type, "reduce() of empty iterable with no initial value")
      }
    })
}

// MARK: Wrapping

private let assignedAttributes = [
  "__module__", "__name__", "__qualname__", "__doc__", "__annotations__",
]

private func defineWrapping(_ module: NativeModule, _ machine: Machine) {
  let updating = Signature(
    name: "update_wrapper", required: ["wrapper", "wrapped"], optional: ["assigned", "updated"])
  module.define(
    "update_wrapper",
    machine.makeNative("update_wrapper") { (arguments, machine) throws(Interruption) in
      let bound = try updating.bind(arguments)
      return try machine.updateWrapper(
        bound.value(0), wrapped: bound.value(1), assigned: bound[2], updated: bound[3])
    })
  let wrapping = Signature(
    name: "wraps", required: ["wrapped"], optional: ["assigned", "updated"])
  module.define(
    "wraps",
    machine.makeNative("wraps") { (arguments, machine) throws(Interruption) in
      let bound = try wrapping.bind(arguments)
      return machine.heap.foreign(
        Wraps(wrapped: bound.value(0), assigned: bound[1], updated: bound[2]))
    })
  for (name, names) in [
    ("WRAPPER_ASSIGNMENTS", assignedAttributes), ("WRAPPER_UPDATES", ["__dict__"]),
  ] {
    var values: [Value] = []
    for name in names { values.append((try? machine.heap.string(name)) ?? .none) }
    module.define(name, (try? machine.heap.tuple(values)) ?? .none)
  }
}

/// The decorator that `wraps(wrapped)` gives.
private final class Wraps: ForeignValue {
  private let wrapped: Value
  private let assigned: Value?
  private let updated: Value?

  init(wrapped: Value, assigned: Value?, updated: Value?) {
    self.wrapped = wrapped
    self.assigned = assigned
    self.updated = updated
  }

  var typeName: String { "functools.partial" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "functools.partial(<function update_wrapper>, wrapped=\(try machine.representation(of: wrapped)))"
  }

  var isCallable: Bool { true }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    try arguments.expectUnpacked("update_wrapper", 1...1)
    return try machine.updateWrapper(
      arguments[0], wrapped: wrapped, assigned: assigned, updated: updated)
  }

  func visitValues(_ visit: (Value) -> Void) {
    visit(wrapped)
    if let assigned { visit(assigned) }
    if let updated { visit(updated) }
  }
}

extension Machine {
  /// Makes `wrapper` look like `wrapped`.
  fileprivate func updateWrapper(
    _ wrapper: Value, wrapped: Value, assigned: Value?, updated: Value?
  ) throws(Interruption) -> Value {
    for name in try attributeNames(assigned) ?? assignedAttributes {
      if let value = try attributeIfAny(name, of: wrapped) {
        try heap.pinning([value]) { () throws(Interruption) in
          try setAttribute(name, of: wrapper, to: value)
        }
      }
    }
    for name in try attributeNames(updated) ?? ["__dict__"] {
      guard let own = try attributeIfAny(name, of: wrapped), own.kind == .dictionary else {
        continue
      }
      let target = try attribute(name, of: wrapper)
      for entry in entries(of: own) { try setItem(of: target, at: entry.key, to: entry.value) }
    }
    try setAttribute("__wrapped__", of: wrapper, to: wrapped)
    return wrapper
  }

  private func attributeNames(_ value: Value?) throws(Interruption) -> [String]? {
    guard let value else { return nil }
    var names: [String] = []
    for name in try allItems(of: value) {
      names.append(try attributeName(name))
    }
    return names
  }
}
