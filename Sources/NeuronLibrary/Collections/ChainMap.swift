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

  /// The maps as they are now: a program may have put anything into the list, or emptied it.
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
    let maps = all(in: machine)
    try machine.heap.pinning(maps) { () throws(Interruption) in
      for map in maps {
        parts.append(
          try machine.nested { () throws(Interruption) in try machine.representation(of: map) })
      }
    }
    return "ChainMap(\(parts.joined(separator: ", ")))"
  }

  // MARK: Looking up

  /// Runs `body` for the maps, one after another, until it gives something.
  private func first<R>(
    in machine: Machine, _ body: (Value) throws(Interruption) -> R?
  ) throws(Interruption) -> R? {
    var index = 0
    while index < machine.length(maps) ?? 0 {
      let map = machine.element(index, ofList: maps)
      let result = try machine.heap.pinning([map]) { () throws(Interruption) in try body(map) }
      if let result { return result }
      index += 1
    }
    return nil
  }

  func find(_ key: Value, in machine: Machine) throws(Interruption) -> Value? {
    try first(in: machine) { (map) throws(Interruption) in
      if map.kind == .dictionary, map.flavour == nil { return try machine.getItem(map, key) }
      return try machine.nested { () throws(Interruption) in
        try machine.catching(.key) { () throws(Interruption) in
          try machine.item(of: map, at: key)
        }
      }
    }
  }

  func contains(_ element: Value, in machine: Machine) throws(Interruption) -> Bool? {
    try first(in: machine) { (map) throws(Interruption) -> Bool? in
      if map.kind == .dictionary {
        return try machine.getItem(map, element) == nil ? nil : true
      }
      return try machine.nested { () throws(Interruption) in
        try machine.holds(element, .in, map) ? true : nil
      }
    } ?? false
  }

  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    if let value = try find(index, in: machine) { return value }
    throw machine.missingKey(index)
  }

  func isTrue(in machine: Machine) throws(Interruption) -> Bool {
    try first(in: machine) { (map) throws(Interruption) -> Bool? in
      try machine.nested { () throws(Interruption) in try machine.isTrue(map) ? true : nil }
    } ?? false
  }

  // MARK: Walking

  var isHashable: Bool { false }
  var count: Int? { kind.count(of: self) }

  /// A dictionary with all keys, those of the last map first, each with the value of the first map that
  /// has it if values are wanted.
  func merged(
    withValues: Bool, in machine: Machine
  ) throws(Interruption) -> Value {
    let merged = machine.heap.dictionary()
    var index = machine.length(maps) ?? 0
    return try machine.heap.pinning([merged]) { () throws(Interruption) in
      while index > 0, index <= machine.length(maps) ?? 0 {
        index -= 1
        let map = machine.element(index, ofList: maps)
        try machine.heap.pinning([map]) { () throws(Interruption) in
          try machine.nested { () throws(Interruption) in
            try add(map, to: merged, withValues: withValues, in: machine)
          }
        }
      }
      return merged
    }
  }

  private func add(
    _ map: Value, to merged: Value, withValues: Bool, in machine: Machine
  ) throws(Interruption) {
    try machine.walkPinned(map) { (key) throws(Interruption) in
      let value = withValues ? try machine.item(of: map, at: key) : .none
      try machine.heap.pinning([value]) { () throws(Interruption) in
        try machine.setItem(merged, key, value)
      }
    }
  }

  func makeIterator(in machine: Machine) throws(Interruption) -> Value? {
    try machine.iterator(of: try merged(withValues: false, in: machine))
  }

  // MARK: Changing

  func firstMap(in machine: Machine) throws(Interruption) -> Value {
    try machine.item(of: maps, at: Value(0))
  }

  func setItem(
    at index: Value, to value: Value, in machine: Machine
  ) throws(Interruption) -> Bool {
    let map = try firstMap(in: machine)
    try machine.heap.pinning([map]) { () throws(Interruption) in
      try machine.nested { () throws(Interruption) in
        try machine.setItem(of: map, at: index, to: value)
      }
    }
    return true
  }

  func deleteItem(at index: Value, in machine: Machine) throws(Interruption) -> Bool {
    let map = try firstMap(in: machine)
    let deleted: Void? = try machine.heap.pinning([map]) { () throws(Interruption) in
      try machine.nested { () throws(Interruption) in
        try machine.catching(.key) { () throws(Interruption) in
          try machine.deleteItem(of: map, at: index)
        }
      }
    }
    if deleted == nil { throw try missingInFirst(index, in: machine) }
    return true
  }

  func missingInFirst(
    _ key: Value, in machine: Machine
  ) throws(Interruption) -> Interruption {
    let text = try machine.representation(of: key)
    return machine.missingKey(
      try machine.heap.string("Key not found in the first mapping: \(text)"))
  }

  // MARK: Operators

  /// The same with a copy of the first map.
  func copy(in machine: Machine) throws(Interruption) -> Value {
    let first = try machine.callMethod("copy", of: firstMap(in: machine), [])
    return machine.heap.foreign(
      try ChainMap([first] + all(in: machine).dropFirst(), kind: kind, in: machine))
  }

  func binary(
    _ operation: BinaryOperator, _ other: Value, isReflected: Bool, in machine: Machine
  ) throws(Interruption) -> Value? {
    guard operation == .bitOr, Self.isMapping(other, in: machine) else { return nil }
    return try machine.heap.pinning([maps, other]) { () throws(Interruption) in
      if !isReflected {
        let copy = try copy(in: machine)
        try (machine.foreign(copy) as? ChainMap)?.update(with: [other], in: machine)
        return copy
      }
      let all = machine.heap.dictionary()
      try machine.heap.pinning([all]) { () throws(Interruption) in
        for map in [other] + self.all(in: machine).reversed() {
          _ = try machine.callMethod("update", of: all, [map])
        }
      }
      return machine.heap.foreign(try ChainMap([all], kind: kind, in: machine))
    }
  }

  func binaryInPlace(
    _ operation: BinaryOperator, _ other: Value, object: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    guard operation == .bitOr else { return nil }
    try update(with: [other], in: machine)
    return object
  }

  private func update(with arguments: [Value], in machine: Machine) throws(Interruption) {
    _ = try machine.callMethod("update", of: firstMap(in: machine), arguments)
  }

  func compare(
    _ comparison: ComparisonOperator, _ other: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    guard comparison == .equal, Self.isMapping(other, in: machine) else { return nil }
    let x = try merged(withValues: true, in: machine)
    return try machine.heap.pinning([x]) { () throws(Interruption) in
      let chain = machine.foreign(other) as? ChainMap
      let y = try chain?.merged(withValues: true, in: machine) ?? other
      return try machine.heap.pinning([y]) { () throws(Interruption) in
        try machine.nested { () throws(Interruption) in
          Value(try machine.holds(x, .equal, y))
        }
      }
    }
  }

  private static func isMapping(_ value: Value, in machine: Machine) -> Bool {
    value.kind == .dictionary || machine.foreign(value) is ChainMap
  }
}
