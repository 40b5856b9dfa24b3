import NeuronRuntime
import NeuronSyntax

/// `ChainMap`: several dictionaries as one. The first that has a key gives its value; changes go to the
/// first of all.
final class ChainMap: ForeignValue {
  private let maps: Value
  private let kind: ChainMapType

  init(_ maps: [Value], kind: ChainMapType, in machine: Machine) throws(Interruption) {
    self.maps = try machine.heap.list(maps.isEmpty ? [machine.heap.dictionary()] : maps)
    self.kind = kind
  }

  var typeName: String { "ChainMap" }
  func type(in machine: Machine) -> Value? { kind.value }
  func method(_ name: String, in machine: Machine) -> Value? { kind.methods[name] }

  func visitValues(_ visit: (Value) -> Void) {
    visit(maps)
    visit(kind.value)
  }

  func all(in machine: Machine) -> [Value] { machine.elements(of: maps) }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "maps": maps
    case "parents":
      machine.heap.foreign(
        try ChainMap(Array(all(in: machine).dropFirst()), kind: kind, in: machine))
    default: nil
    }
  }

  func representation(in machine: Machine) throws(Interruption) -> String {
    var parts: [String] = []
    for map in all(in: machine) {
      parts.append(
        try machine.nested { () throws(Interruption) in try machine.representation(of: map) })
    }
    return "ChainMap(\(parts.joined(separator: ", ")))"
  }

  /// All keys with their values, those of the last dictionary first.
  func merged(in machine: Machine) throws(Interruption) -> Value {
    let merged = machine.heap.dictionary()
    try machine.heap.pinning([merged]) { () throws(Interruption) in
      for map in all(in: machine).reversed() {
        for entry in machine.entries(of: map) {
          try machine.setItem(merged, entry.key, try find(entry.key, in: machine) ?? .none)
        }
      }
    }
    return merged
  }

  func find(_ key: Value, in machine: Machine) throws(Interruption) -> Value? {
    for map in all(in: machine) {
      if let value = try machine.getItem(map, key) { return value }
      if let value = try map.flavour?.missing(key, from: map, in: machine) { return value }
    }
    return nil
  }

  var isHashable: Bool { false }
  var count: Int? { kind.count(of: self) }

  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    if let value = try find(index, in: machine) { return value }
    throw machine.missingKey(index)
  }

  func setItem(
    at index: Value, to value: Value, in machine: Machine
  ) throws(Interruption) -> Bool {
    try machine.setItem(of: all(in: machine)[0], at: index, to: value)
    return true
  }

  func deleteItem(at index: Value, in machine: Machine) throws(Interruption) -> Bool {
    if try machine.removeKey(index, from: all(in: machine)[0]) == nil {
      let text = try machine.representation(of: index)
      throw machine.missingKey(
        try machine.heap.string("Key not found in the first mapping: \(text)"))
    }
    return true
  }

  func contains(_ element: Value, in machine: Machine) throws(Interruption) -> Bool? {
    for map in all(in: machine) where try machine.getItem(map, element) != nil { return true }
    return false
  }

  func makeIterator(in machine: Machine) throws(Interruption) -> Value? {
    try machine.iterator(of: try merged(in: machine))
  }
}

/// The class `ChainMap`, with its methods.
final class ChainMapType {
  private(set) var value = Value.none
  private(set) var methods: [String: Value] = [:]
  private unowned let machine: Machine

  init(_ machine: Machine) {
    self.machine = machine
    let type = LibraryType(module: "collections", name: "ChainMap") {
      [unowned self] (arguments, machine) throws(Interruption) in
      for map in arguments.positional where map.kind != .dictionary {
        throw .raised(.type, "ChainMap of a '\(machine.typeName(map))' is not part of neuron")
      }
      return machine.heap.foreign(try ChainMap(arguments.positional, kind: self, in: machine))
    }
    // The class keeps what it makes chains with alive as long as the machine lives.
    type.keep(self)
    value = machine.heap.foreign(type)
    defineMethods()
  }

  func count(of chain: ChainMap) -> Int {
    (try? machine.length(chain.merged(in: machine))) ?? 0
  }

  private func define(
    _ name: String, _ count: ClosedRange<Int>,
    _ body: @escaping (ChainMap, Arguments, Machine) throws(Interruption) -> Value
  ) {
    methods[name] = machine.makeNative(name) { (arguments, machine) throws(Interruption) in
      try arguments.droppingFirst.expect("ChainMap.\(name)", count)
      guard let chain = machine.foreign(arguments[0]) as? ChainMap else { return .none }
      return try body(chain, arguments.droppingFirst, machine)
    }
  }

  private func defineMethods() {
    define("new_child", 0...1) { [unowned self] (chain, given, machine) throws(Interruption) in
      let first = given.count > 0 && !given[0].isNone ? given[0] : machine.heap.dictionary()
      return machine.heap.foreign(
        try ChainMap([first] + chain.all(in: machine), kind: self, in: machine))
    }
    define("get", 1...2) { (chain, given, machine) throws(Interruption) in
      try chain.contains(given[0], in: machine) == true
        ? try chain.find(given[0], in: machine) ?? Value.none : given.count > 1 ? given[1] : .none
    }
    for name in ["keys", "values", "items"] {
      define(name, 0...0) { (chain, _, machine) throws(Interruption) in
        let merged = try chain.merged(in: machine)
        return try machine.call(try machine.attribute(name, of: merged), [])
      }
    }
  }
}
