import NeuronRuntime
import NeuronSyntax

/// `Counter`: a dictionary of how often elements come, with the arithmetic of multisets.
final class CounterFlavour: DictionaryFlavour {
  private(set) var type = Value.none
  private var methods: [String: Value] = [:]
  /// Gives the count of an entry, as a key to sort by.
  private var countOfEntry = Value.none

  init(in module: NativeModule, _ machine: Machine) {
    let type = module.defineType("Counter", machine) {
      (_, arguments, machine) throws(Interruption) in
      let counter = machine.dictionary(self)
      try self.count(arguments, "Counter.__init__", into: counter, adds: true, in: machine)
      return counter
    }
    self.type = type.value
    methods["fromkeys"] = machine.defineClassMethod("fromkeys", of: type) {
      (_, _) throws(Interruption) in
      throw .raised(
        .notImplemented, "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
    }
    countOfEntry = machine.makeNative("itemgetter") { (arguments, machine) throws(Interruption) in
      machine.elements(of: arguments[0])[1]
    }
    defineMethods(machine)
  }

  private func defineMethods(_ machine: Machine) {
    for (name, adds) in [("update", true), ("subtract", false)] {
      methods[name] = machine.makeNative(name) {
        (arguments, machine) throws(Interruption) in
        try self.count(
          arguments.droppingFirst, "Counter.\(name)", into: arguments[0], adds: adds, in: machine)
        return .none
      }
    }
    define("most_common", ["n"], machine) {
      (counter, given, machine) throws(Interruption) in
      let sorted = try self.mostCommon(counter, in: machine)
      guard let limit = given[0], !limit.isNone else { return try machine.heap.list(sorted) }
      if machine.integer(limit) == nil { _ = try machine.holds(limit, .greaterOrEqual, Value(0)) }
      let count = max(machine.integer(limit).map(machine.clampedInt) ?? 0, 0)
      return try machine.heap.list(Array(sorted.prefix(count)))
    }
    define("elements", [], machine) { (counter, _, machine) throws(Interruption) in
      machine.heap.foreign(RepeatedElements(machine.entries(of: counter)))
    }
    define("total", [], machine) { (counter, _, machine) throws(Interruption) in
      try machine.heap.pinning([counter]) { () throws(Interruption) in
        var total = Value(0)
        for entry in machine.entries(of: counter) {
          total = try machine.operate(.add, total, entry.value)
        }
        return total
      }
    }
    define("copy", [], machine) { (counter, _, machine) throws(Interruption) in
      let copy = machine.dictionary(self)
      try machine.updateDictionary(copy, with: counter)
      return copy
    }
  }

  private func define(
    _ name: String, _ optional: [String], _ machine: Machine,
    _ body: @escaping (Value, Signature.Bound, Machine) throws(Interruption) -> Value
  ) {
    let signature = Signature(
      name: "Counter.\(name)", required: [], optional: optional, hidden: 1)
    methods[name] = machine.makeNative(name) { (arguments, machine) throws(Interruption) in
      try body(arguments[0], try signature.bind(arguments.droppingFirst), machine)
    }
  }

  /// The entries as pairs, the largest count first; those that come equally often in order.
  private func mostCommon(_ counter: Value, in machine: Machine) throws(Interruption) -> [Value] {
    var pairs: [Value] = []
    for entry in machine.entries(of: counter) {
      pairs.append(try machine.heap.tuple([entry.key, entry.value]))
    }
    return try machine.heap.pinning(pairs) { () throws(Interruption) in
      try machine.sorted(pairs, by: countOfEntry, isReversed: true)
    }
  }

  // MARK: Counting

  /// Adds or takes away the counts of an iterable or a mapping, if one is given, then of the keywords.
  private func count(
    _ arguments: Arguments, _ name: String, into counter: Value, adds: Bool, in machine: Machine
  ) throws(Interruption) {
    if arguments.count > 1 {
      throw .raised(
        .type,
        "\(name)() takes from 1 to 2 positional arguments but \(arguments.count + 1) were given")
    }
    let operation = adds ? BinaryOperator.add : .subtract
    try machine.heap.pinning([counter]) { () throws(Interruption) in
      if arguments.count == 1, !arguments[0].isNone {
        if arguments[0].kind == .dictionary {
          for entry in machine.entries(of: arguments[0]) {
            try change(counter, entry.key, operation, by: entry.value, in: machine)
          }
        } else {
          try machine.walkPinned(arguments[0]) { (item) throws(Interruption) in
            try change(counter, item, operation, by: Value(1), in: machine)
          }
        }
      }
      for keyword in arguments.keywords {
        try change(
          counter, try machine.heap.string(keyword), operation,
          by: arguments.keyword(keyword) ?? .none, in: machine)
      }
    }
  }

  private func change(
    _ counter: Value, _ key: Value, _ operation: BinaryOperator, by amount: Value,
    in machine: Machine
  ) throws(Interruption) {
    let old = try machine.getItem(counter, key)
    // An empty counter takes what it is given as it is.
    if old == nil, operation == .add { return try machine.setItem(counter, key, amount) }
    let new = try machine.operate(operation, old ?? Value(0), amount)
    try machine.setItem(counter, key, new)
  }

  // MARK: As a dictionary

  var typeName: String { "Counter" }

  func visitValues(_ visit: (Value) -> Void) { visit(type) }

  func method(_ name: String) -> Value? { methods[name] }

  func missing(
    _ key: Value, from dictionary: Value, in machine: Machine
  ) throws(Interruption) -> Value? { Value(0) }

  var allowsMissingDeletion: Bool { true }

  func writing(
    of dictionary: Value, in machine: Machine
  ) throws(Interruption) -> DictionaryWriting {
    var entries = machine.entries(of: dictionary)
    do throws(Interruption) {
      entries = try mostCommon(dictionary, in: machine).map {
        let pair = machine.elements(of: $0)
        return (pair[0], pair[1])
      }
    } catch {
      // Counts that cannot be compared are written in the order in which they came.
      guard machine.isException(error, .type) else { throw error }
    }
    return DictionaryWriting(prefix: "Counter(", entries: entries, suffix: ")")
  }

  // MARK: Operators

  func binary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, isInPlace: Bool, in machine: Machine
  ) throws(Interruption) -> Value? {
    if isInPlace, y.kind != .dictionary, [.add, .subtract, .bitOr].contains(operation) {
      throw .raised(.attribute, "'\(machine.typeName(y))' object has no attribute 'items'")
    }
    let takesOther = y.flavour is CounterFlavour || isInPlace && y.kind == .dictionary
    guard x.flavour is CounterFlavour, takesOther else { return nil }
    switch operation {
    case .add, .subtract, .bitOr, .bitAnd: break
    default: return nil
    }
    let result = machine.dictionary(self)
    return try machine.heap.pinning([x, y, result]) { () throws(Interruption) in
      for entry in machine.entries(of: x) {
        let other = try machine.getItem(y, entry.key) ?? Value(0)
        try keep(
          try combined(operation, entry.value, other, in: machine), entry.key, result, machine)
      }
      if operation != .bitAnd {
        for entry in machine.entries(of: y) where try machine.getItem(x, entry.key) == nil {
          let count =
            operation == .subtract
            ? try machine.operate(.subtract, Value(0), entry.value) : entry.value
          try keep(count, entry.key, result, machine)
        }
      }
      return isInPlace ? try replace(x, by: result, in: machine) : result
    }
  }

  private func combined(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, in machine: Machine
  ) throws(Interruption) -> Value {
    switch operation {
    case .bitOr: try machine.holds(x, .less, y) ? y : x
    case .bitAnd: try machine.holds(x, .less, y) ? x : y
    default: try machine.operate(operation, x, y)
    }
  }

  /// Only positive counts are kept.
  private func keep(
    _ count: Value, _ key: Value, _ counter: Value, _ machine: Machine
  ) throws(Interruption) {
    if try machine.holds(count, .greater, Value(0)) { try machine.setItem(counter, key, count) }
  }

  /// Gives a counter the entries of another, in the order in which changing it in place leaves them.
  private func replace(
    _ counter: Value, by result: Value, in machine: Machine
  ) throws(Interruption) -> Value {
    for entry in machine.entries(of: counter) where try machine.getItem(result, entry.key) == nil {
      _ = try machine.removeKey(entry.key, from: counter)
    }
    try machine.updateDictionary(counter, with: result)
    return counter
  }

  func unary(
    _ symbol: String, _ dictionary: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    if symbol == "~" { return nil }
    let result = machine.dictionary(self)
    return try machine.heap.pinning([dictionary, result]) { () throws(Interruption) in
      for entry in machine.entries(of: dictionary) {
        let count =
          symbol == "+" ? entry.value : try machine.operate(.subtract, Value(0), entry.value)
        try keep(count, entry.key, result, machine)
      }
      return result
    }
  }

  /// As multisets: what is not there counts 0.
  func compare(
    _ comparison: ComparisonOperator, _ x: Value, _ y: Value, in machine: Machine
  ) throws(Interruption) -> Bool? {
    func every(_ comparison: ComparisonOperator) throws(Interruption) -> Bool {
      for counter in [x, y] {
        for entry in machine.entries(of: counter) {
          let a = try machine.getItem(x, entry.key) ?? Value(0)
          let b = try machine.getItem(y, entry.key) ?? Value(0)
          if !(try machine.holds(a, comparison, b)) { return false }
        }
      }
      return true
    }
    return try machine.nested { () throws(Interruption) -> Bool in
      switch comparison {
      case .less:
        if !(try every(.lessOrEqual)) { return false }
        return !(try every(.equal))
      case .greater:
        if !(try every(.greaterOrEqual)) { return false }
        return !(try every(.equal))
      default: return try every(comparison)
      }
    }
  }
}

/// `Counter.elements`: each element as often as it counts.
private final class RepeatedElements: ForeignValue {
  private let entries: [(key: Value, value: Value)]
  private var index = 0
  /// How often the element at `index` still comes; `nil` before its first time.
  private var remaining: Int?

  init(_ entries: [(key: Value, value: Value)]) { self.entries = entries }

  var typeName: String { "itertools.chain" }
  var isIterator: Bool { true }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<itertools.chain object>"
  }

  func visitValues(_ visit: (Value) -> Void) {
    for entry in entries {
      visit(entry.key)
      visit(entry.value)
    }
  }

  func next(in machine: Machine) throws(Interruption) -> Value? {
    while index < entries.count {
      let left =
        if let remaining { remaining } else { try machine.indexArgument(entries[index].value) }
      if left > 0 {
        remaining = left - 1
        return entries[index].key
      }
      remaining = nil
      index += 1
      try machine.charge(1)
    }
    return nil
  }
}
