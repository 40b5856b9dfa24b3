import NeuronRuntime

/// Python's `copy`.
func makeCopyModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "copy")
  let shallow = Signature(name: "copy", required: ["x"])
  module.define(
    "copy",
    machine.makeNative("copy") { (arguments, machine) throws(Interruption) in
      try machine.shallowCopy(try shallow.bind(arguments).value(0))
    })
  let deep = Signature(name: "deepcopy", required: ["x"], optional: ["memo"])
  module.define(
    "deepcopy",
    machine.makeNative("deepcopy") { (arguments, machine) throws(Interruption) in
      let value = try deep.bind(arguments).value(0)
      let copying = DeepCopying(
        machine: machine, kept: try machine.heap.list([]), memo: machine.heap.dictionary())
      return try machine.heap.pinning([value, copying.kept, copying.memo]) {
        () throws(Interruption) in
        try copying.copy(value)
      }
    })
  return module
}

extension Machine {
  fileprivate func shallowCopy(_ value: Value) throws(Interruption) -> Value {
    switch value.kind {
    case .list, .dictionary, .set:
      return try call(try attribute("copy", of: value), [])
    case .instance:
      if let method = programAttribute("__copy__", of: type(of: value)) {
        return try call(method, [value])
      }
      guard let copy = bareInstance(like: value) else { throw cannotCopy(value) }
      return try heap.pinning([copy]) { () throws(Interruption) in
        for (name, part) in ownAttributes(of: value) {
          try setAttribute(name, of: copy, to: part)
        }
        return copy
      }
    case .foreign:
      guard let method = try attributeIfAny("copy", of: value) else { return value }
      return try call(method, [])
    case .iterator, .generator: throw cannotCopy(value)
    default: return value
    }
  }

  fileprivate func cannotCopy(_ value: Value) -> Interruption {
    .raised(.type, "copying a '\(typeName(value))' object is not part of neuron")
  }
}

/// One deep copy under way: what is in it twice is copied once.
private final class DeepCopying {
  private let machine: Machine
  /// A list of the copies made, for the collector to see.
  let kept: Value
  /// What methods `__deepcopy__` are given.
  let memo: Value
  /// Copies by the address of what they are copies of, which all live as long as the first.
  private var copies: [UInt64: Value] = [:]

  init(machine: Machine, kept: Value, memo: Value) {
    self.machine = machine
    self.kept = kept
    self.memo = memo
  }

  func copy(_ value: Value) throws(Interruption) -> Value {
    switch value.kind {
    case .list, .dictionary, .tuple, .set, .frozenset, .instance: break
    case .foreign, .iterator, .generator: throw machine.cannotCopy(value)
    default: return value
    }
    if let known = copies[value.payload] { return known }
    return try machine.nested { () throws(Interruption) in
      switch value.kind {
      case .instance: try copyInstance(value)
      case .tuple: try copyTuple(value)
      default: try copyContainer(value)
      }
    }
  }

  @discardableResult
  private func keep(_ copy: Value, of value: Value) throws(Interruption) -> Value {
    copies[value.payload] = copy
    try machine.append(copy, to: kept)
    return copy
  }

  private func copyTuple(_ value: Value) throws(Interruption) -> Value {
    guard machine.typeName(value) == "tuple" else { throw machine.cannotCopy(value) }
    let parts = machine.elements(of: value)
    var copied: [Value] = []
    for part in parts { copied.append(try copy(part)) }
    // A tuple in itself has been copied meanwhile.
    if let known = copies[value.payload] { return known }
    let isSame = zip(parts, copied).allSatisfy { $0.isIdentical(to: $1) }
    return try keep(isSame ? value : try machine.heap.tuple(copied), of: value)
  }

  private func copyContainer(_ value: Value) throws(Interruption) -> Value {
    switch machine.typeName(value) {
    case "list":
      let copied = try keep(try machine.heap.list([]), of: value)
      for part in machine.elements(of: value) {
        try machine.append(try copy(part), to: copied)
      }
      return copied
    case "dict":
      let copied = try keep(machine.heap.dictionary(), of: value)
      for entry in machine.entries(of: value) {
        try machine.setItem(copied, try copy(entry.key), try copy(entry.value))
      }
      return copied
    case "set", "frozenset":
      let parts = try machine.allItems(of: value)
      let isPlain = parts.allSatisfy { $0.kind != .instance && $0.kind != .tuple }
      guard isPlain else { throw machine.cannotCopy(value) }
      return try keep(try machine.call(try machine.attribute("copy", of: value), []), of: value)
    default: throw machine.cannotCopy(value)
    }
  }

  private func copyInstance(_ value: Value) throws(Interruption) -> Value {
    if let method = machine.programAttribute("__deepcopy__", of: machine.type(of: value)) {
      return try keep(try machine.call(method, [value, memo]), of: value)
    }
    guard let bare = machine.bareInstance(like: value) else { throw machine.cannotCopy(value) }
    let copied = try keep(bare, of: value)
    for (name, part) in machine.ownAttributes(of: value) {
      try machine.setAttribute(name, of: copied, to: try copy(part))
    }
    return copied
  }
}
