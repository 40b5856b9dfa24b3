import NeuronRuntime

/// The class `ChainMap`, with its methods.
final class ChainMapType {
  private(set) var value = Value.none
  private(set) var methods: [String: Value] = [:]
  private unowned let machine: Machine

  init(in module: NativeModule, _ machine: Machine) {
    self.machine = machine
    let type = module.defineType("ChainMap", machine) {
      (_, arguments, machine) throws(Interruption) in
      return machine.heap.foreign(try ChainMap(arguments.positional, kind: self, in: machine))
    }
    value = type.value
    defineMethods()
  }

  /// `nil` where the maps cannot be walked.
  func count(of chain: ChainMap) -> Int? {
    (try? chain.merged(withValues: false, in: machine)).flatMap(machine.length)
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
    define("new_child", 0...1) { (chain, given, machine) throws(Interruption) in
      let first = given.count > 0 && !given[0].isNone ? given[0] : machine.heap.dictionary()
      return machine.heap.foreign(
        try ChainMap([first] + chain.all(in: machine), kind: self, in: machine))
    }
    define("get", 1...2) { (chain, given, machine) throws(Interruption) in
      try chain.contains(given[0], in: machine) == true
        ? try chain.find(given[0], in: machine) ?? Value.none : given.count > 1 ? given[1] : .none
    }
    define("copy", 0...0) { (chain, _, machine) throws(Interruption) in
      try chain.copy(in: machine)
    }
    for name in ["keys", "values", "items"] {
      define(name, 0...0) { (chain, _, machine) throws(Interruption) in
        try machine.callMethod(
          name, of: chain.merged(withValues: name != "keys", in: machine), [])
      }
    }
    defineChanges()
  }

  private func defineChanges() {
    for name in ["update", "clear"] {
      methods[name] = machine.makeNative(name) { (arguments, machine) throws(Interruption) in
        guard let chain = machine.foreign(arguments[0]) as? ChainMap else { return .none }
        let given = arguments.droppingFirst
        return try machine.callMethod(
          name, of: chain.firstMap(in: machine),
          given.positional + given.keywords.compactMap(given.keyword), keywords: given.keywords)
      }
    }
    define("setdefault", 1...2) { (chain, given, machine) throws(Interruption) in
      if let value = try chain.find(given[0], in: machine) { return value }
      let value = given.count > 1 ? given[1] : .none
      _ = try chain.setItem(at: given[0], to: value, in: machine)
      return value
    }
    define("pop", 1...2) { (chain, given, machine) throws(Interruption) in
      let popped = try machine.catching(.key) { () throws(Interruption) in
        try machine.callMethod("pop", of: chain.firstMap(in: machine), given.positional)
      }
      if let popped { return popped }
      throw try chain.missingInFirst(given[0], in: machine)
    }
    define("popitem", 0...0) { (chain, _, machine) throws(Interruption) in
      let popped = try machine.catching(.key) { () throws(Interruption) in
        try machine.callMethod("popitem", of: chain.firstMap(in: machine), [])
      }
      if let popped { return popped }
      throw machine.missingKey(try machine.heap.string("No keys found in the first mapping."))
    }
  }
}
