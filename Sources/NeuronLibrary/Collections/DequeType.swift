import NeuronRuntime

/// The class `deque`, with its methods.
final class DequeType {
  private(set) var value = Value.none
  private(set) var methods: [String: Value] = [:]

  init(in module: NativeModule, _ machine: Machine) {
    let type = module.defineType("deque", machine) {
      (_, arguments, machine) throws(Interruption) in
      try self.make(arguments, in: machine)
    }
    value = type.value
    defineEnds(machine)
    defineSearches(machine)
    defineWholes(machine)
  }

  private func make(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    try arguments.expectAtMost("deque", ["iterable", "maxlen"])
    var limit: Int?
    if let given = arguments.value(at: 1, or: "maxlen"), !given.isNone {
      guard machine.integer(given) != nil else { throw .raised(.type, "an integer is required") }
      limit = try machine.indexArgument(given)
      if let limit, limit < 0 { throw .raised(.value, "maxlen must be non-negative") }
    }
    let deque = try Deque(limit: limit, kind: self, in: machine)
    let value = machine.heap.foreign(deque)
    if let items = arguments.value(at: 0, or: "iterable") {
      try machine.heap.pinning([value]) { () throws(Interruption) in
        try deque.extend(with: items, atStart: false, in: machine)
      }
    }
    return value
  }

  private func define(
    _ name: String, _ count: ClosedRange<Int>, _ machine: Machine,
    _ body: @escaping (Deque, Arguments, Machine) throws(Interruption) -> Value
  ) {
    methods[name] = machine.makeNative(name) { (arguments, machine) throws(Interruption) in
      let given = arguments.droppingFirst
      if !given.keywords.isEmpty || count.upperBound < 2 {
        try given.expect("deque.\(name)", count)
      } else if !count.contains(given.count) {
        // As C's `PyArg_ParseTuple` says it.
        let isTooFew = given.count < count.lowerBound
        let bound = isTooFew ? count.lowerBound : count.upperBound
        let words =
          count.lowerBound == count.upperBound ? "exactly" : isTooFew ? "at least" : "at most"
        throw .raised(
          .type,
          "\(name)() takes \(words) \(bound) argument\(bound == 1 ? "" : "s") (\(given.count) given)"
        )
      }
      guard let deque = machine.foreign(arguments[0]) as? Deque else { return .none }
      return try body(deque, given, machine)
    }
  }

  private func defineEnds(_ machine: Machine) {
    for (suffix, atStart) in [("", false), ("left", true)] {
      define("append\(suffix)", 1...1, machine) { (deque, given, machine) throws(Interruption) in
        try deque.append(given[0], atStart: atStart, in: machine)
        return .none
      }
      define("extend\(suffix)", 1...1, machine) { (deque, given, machine) throws(Interruption) in
        try deque.extend(with: given[0], atStart: atStart, in: machine)
        return .none
      }
      define("pop\(suffix)", 0...0, machine) { (deque, _, machine) throws(Interruption) in
        if deque.size == 0 { throw .raised(.index, "pop from an empty deque") }
        return deque.remove(atStart: atStart, in: machine)
      }
    }
  }

  private func defineSearches(_ machine: Machine) {
    define("count", 1...1, machine) { (deque, given, machine) throws(Interruption) in
      var count = 0
      var start = 0
      while let found = try deque.find(given[0], start, .max, in: machine) {
        count += 1
        start = found + 1
      }
      return Value(count)
    }
    define("index", 1...3, machine) { (deque, given, machine) throws(Interruption) in
      let start = try machine.bound(given, 1, missing: 0, count: deque.size)
      let end = try machine.bound(given, 2, missing: deque.size, count: deque.size)
      if let found = try deque.find(given[0], start, end, in: machine) { return Value(found) }
      throw .raised(.value, "\(try machine.representation(of: given[0])) is not in deque")
    }
    define("remove", 1...1, machine) { (deque, given, machine) throws(Interruption) in
      guard let found = try deque.find(given[0], 0, .max, in: machine) else {
        throw .raised(.value, "\(try machine.representation(of: given[0])) is not in deque")
      }
      try deque.delete(found, in: machine)
      return .none
    }
    define("insert", 2...2, machine) { (deque, given, machine) throws(Interruption) in
      let index = try machine.indexArgument(given[0])
      if deque.size == deque.limit { throw .raised(.index, "deque already at its maximum size") }
      var items = deque.items(in: machine)
      items.insert(
        given[1], at: index < 0 ? max(index &+ items.count, 0) : min(index, items.count))
      try deque.replace(with: items, in: machine)
      return .none
    }
  }

  private func defineWholes(_ machine: Machine) {
    define("clear", 0...0, machine) { (deque, _, machine) throws(Interruption) in
      try deque.replace(with: [], in: machine)
      return .none
    }
    for name in ["copy", "__copy__"] {
      define(name, 0...0, machine) { (deque, _, machine) throws(Interruption) in
        machine.heap.foreign(try deque.copy(in: machine))
      }
    }
    define("reverse", 0...0, machine) { (deque, _, machine) throws(Interruption) in
      try deque.replace(with: deque.items(in: machine).reversed(), in: machine)
      return .none
    }
    define("rotate", 0...1, machine) { (deque, given, machine) throws(Interruption) in
      let steps = given.count > 0 ? try machine.indexArgument(given[0]) : 1
      try deque.rotate(by: steps, in: machine)
      return .none
    }
    define("__reversed__", 0...0, machine) { (deque, _, machine) throws(Interruption) in
      machine.heap.foreign(DequeIterator(deque, isReversed: true))
    }
  }
}
