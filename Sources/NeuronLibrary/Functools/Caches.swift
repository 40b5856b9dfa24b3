import NeuronRuntime
import NeuronSyntax

/// Defines `functools.lru_cache` and `cache`.
func defineCaches(_ module: NativeModule, _ machine: Machine) {
  let type = defineFunctoolsType("_lru_cache_wrapper", module, machine) {
    (_, _, _) throws(Interruption) in
    throw .raised(.type, "use functools.lru_cache to make a cache")
  }
  let signature = Signature(
    name: "lru_cache", required: [], optional: ["maxsize", "typed"])
  module.define(
    "lru_cache",
    machine.makeNative("lru_cache") { (arguments, machine) throws(Interruption) in
      let bound = try signature.bind(arguments)
      let isTyped = try bound[1].map { (v) throws(Interruption) in try machine.isTrue(v) } ?? false
      let size = bound[0] ?? Value(128)
      if size.isNone { return machine.heap.foreign(CacheMaker(type, size: nil, isTyped)) }
      if let number = machine.integer(size) {
        let limit = max(0, machine.clampedInt(number))
        return machine.heap.foreign(CacheMaker(type, size: limit, isTyped))
      }
      guard machine.isCallable(size) else {
        throw .raised(
          .type, "Expected first argument to be an integer, a callable, or None")
      }
      return try machine.cached(size, type, size: 128, isTyped: isTyped)
    })
  let cache = Signature(name: "cache", required: ["user_function"])
  module.define(
    "cache",
    machine.makeNative("cache") { (arguments, machine) throws(Interruption) in
      try machine.cached(
        try cache.bind(arguments).value(0), type, size: nil, isTyped: false)
    })
}

extension Machine {
  fileprivate func cached(
    _ function: Value, _ type: Value, size: Int?, isTyped: Bool
  ) throws(Interruption) -> Value {
    guard isCallable(function) else { throw .raised(.type, "the first argument must be callable") }
    return heap.foreign(
      try CachedFunction(type, function, size: size, isTyped: isTyped, in: self))
  }
}

/// The decorator that `lru_cache(maxsize=…)` gives.
private final class CacheMaker: ForeignValue {
  private static let signature = Signature(
    name: "lru_cache.<locals>.decorating_function", required: ["user_function"])
  private let typeValue: Value
  private let size: Int?
  private let isTyped: Bool

  init(_ type: Value, size: Int?, _ isTyped: Bool) {
    typeValue = type
    self.size = size
    self.isTyped = isTyped
  }

  var typeName: String { "function" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<function lru_cache.<locals>.decorating_function>"
  }

  var isCallable: Bool { true }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    return try machine.cached(
      try Self.signature.bind(arguments).value(0), typeValue, size: size, isTyped: isTyped)
  }

  func visitValues(_ visit: (Value) -> Void) { visit(typeValue) }
}

/// A function that remembers what it gave.
private final class CachedFunction: ForeignValue {
  private let typeValue: Value
  private let function: Value
  /// How many results are kept; `nil` keeps all.
  private let size: Int?
  private let isTyped: Bool
  /// Results by key when all are kept, else places in the lists of `order`.
  private let table: Value
  private var order: RecencyOrder
  private var keys: Value
  private var results: Value
  /// Counts what is kept or cleared under the key of a call: the keys' own comparisons may call the
  /// function, or clear the cache.
  private var changes = 0
  private var hits = 0
  private var misses = 0
  private let attributes: Value
  /// Stands between the arguments by place and those by name in a key.
  private let mark: Value

  init(
    _ type: Value, _ function: Value, size: Int?, isTyped: Bool, in machine: Machine
  ) throws(Interruption) {
    typeValue = type
    self.function = function
    self.size = size
    self.isTyped = isTyped
    table = machine.heap.dictionary()
    order = RecencyOrder()
    keys = try machine.heap.list([])
    results = try machine.heap.list([])
    attributes = machine.heap.dictionary()
    mark = machine.heap.foreign(KeywordMark())
  }

  var typeName: String { "functools._lru_cache_wrapper" }

  func type(in machine: Machine) -> Value? { typeValue }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<functools._lru_cache_wrapper object>"
  }

  func visitValues(_ visit: (Value) -> Void) {
    [typeValue, function, table, keys, results, attributes, mark].forEach(visit)
  }

  // MARK: Attributes

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    if name == "__wrapped__" { return function }
    if name == "__dict__" { return attributes }
    if let own = try machine.getItem(attributes, try machine.heap.string(name)) { return own }
    if ["__name__", "__qualname__", "__doc__", "__module__"].contains(name) {
      return try machine.attributeIfAny(name, of: function)
    }
    if ["cache_info", "cache_clear", "cache_parameters"].contains(name) {
      return machine.heap.foreign(CacheMethod(name, of: self, typeValue))
    }
    return nil
  }

  func setAttribute(
    _ name: String, to value: Value, in machine: Machine
  ) throws(Interruption) -> Bool {
    try machine.setItem(attributes, try machine.heap.string(name), value)
    return true
  }

  func bound(_ own: Value, to object: Value, in machine: Machine) throws(Interruption) -> Value? {
    machine.heap.boundMethod(object, own)
  }

  fileprivate func perform(_ method: String, in machine: Machine) throws(Interruption) -> Value {
    switch method {
    case "cache_clear":
      try clear(in: machine)
      (hits, misses) = (0, 0)
      return .none
    case "cache_parameters":
      let parameters = machine.heap.dictionary()
      try machine.setItem(
        parameters, try machine.heap.string("maxsize"), size.map { Value($0) } ?? .none)
      try machine.setItem(parameters, try machine.heap.string("typed"), Value(isTyped))
      return parameters
    default:
      let count = machine.length(table) ?? 0
      let parts = try machine.heap.tuple([
        Value(hits), Value(misses), size.map { Value($0) } ?? .none, Value(count),
      ])
      return machine.heap.foreign(CacheInfo(parts))
    }
  }

  // MARK: Calls

  var isCallable: Bool { true }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    if size == 0 {
      misses += 1
      return try callFunction(arguments, in: machine)
    }
    let key = try key(of: arguments, in: machine)
    return try machine.heap.pinning([key]) { () throws(Interruption) in
      if let known = try machine.getItem(table, key) {
        hits += 1
        guard size != nil else { return known }
        order.touch(known.int)
        return machine.element(known.int, ofList: results)
      }
      misses += 1
      let result = try callFunction(arguments, in: machine)
      try machine.heap.pinning([result]) { () throws(Interruption) in
        try keep(result, for: key, in: machine)
      }
      return result
    }
  }

  private func callFunction(
    _ arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> Value {
    let values = arguments.positional + arguments.keywords.map { arguments.keyword($0) ?? .none }
    return try machine.nested { () throws(Interruption) in
      try machine.call(function, values, keywords: arguments.keywords)
    }
  }

  private func key(
    of arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> Value {
    if arguments.count == 1, arguments.keywords.isEmpty, !isTyped,
      arguments[0].isInt || arguments[0].kind == .string
    {
      return arguments[0]
    }
    var parts = arguments.positional
    var values = parts
    if !arguments.keywords.isEmpty { parts.append(mark) }
    for name in arguments.keywords {
      let value = arguments.keyword(name) ?? .none
      parts.append(try machine.heap.string(name))
      parts.append(value)
      values.append(value)
    }
    if isTyped { parts += values.map { machine.type(of: $0) } }
    return try machine.heap.tuple(parts)
  }

  private func keep(_ result: Value, for key: Value, in machine: Machine) throws(Interruption) {
    guard let size else { return try machine.setItem(table, key, result) }
    // A call within the call may have had the same arguments.
    if try machine.getItem(table, key) != nil { return }
    let place: Int
    if order.count < size {
      place = order.add()
      try machine.append(key, to: keys)
      try machine.append(result, to: results)
    } else {
      place = order.takeOldest()
      guard try removeKey(at: place, in: machine) else { return }
      try machine.setItem(of: keys, at: Value(place), to: key)
      try machine.setItem(of: results, at: Value(place), to: result)
    }
    changes += 1
    let before = changes
    try machine.setItem(table, key, Value(place))
    // The place may be another key's by now.
    if changes != before { try clear(in: machine) }
  }

  /// `false` when the cache changed meanwhile, so that the place may be in use again.
  private func removeKey(at place: Int, in machine: Machine) throws(Interruption) -> Bool {
    let before = changes
    let key = machine.element(place, ofList: keys)
    return try machine.heap.pinning([key]) { () throws(Interruption) in
      _ = try machine.removeKey(key, from: table)
      return changes == before
    }
  }

  /// Clears the table where it is: a search in it that led here finds nothing more.
  private func clear(in machine: Machine) throws(Interruption) {
    _ = try machine.call(try machine.attribute("clear", of: table), [])
    order = RecencyOrder()
    keys = try machine.heap.list([])
    results = try machine.heap.list([])
    changes += 1
  }
}

/// Places from the one used longest ago to the one used last: a ring of links, of which number 0 is
/// the seam.
private struct RecencyOrder {
  private var before = [0]
  private var after = [0]

  var count: Int { before.count - 1 }

  /// A new place, used last.
  mutating func add() -> Int {
    before.append(0)
    after.append(0)
    link(count)
    return count - 1
  }

  mutating func touch(_ place: Int) {
    unlink(place + 1)
    link(place + 1)
  }

  /// The place used longest ago, which is then used last.
  mutating func takeOldest() -> Int {
    let oldest = after[0]
    unlink(oldest)
    link(oldest)
    return oldest - 1
  }

  private mutating func unlink(_ link: Int) {
    after[before[link]] = after[link]
    before[after[link]] = before[link]
  }

  private mutating func link(_ link: Int) {
    let last = before[0]
    before[link] = last
    after[link] = 0
    after[last] = link
    before[0] = link
  }
}

private final class KeywordMark: ForeignValue {
  var typeName: String { "object" }

  func representation(in machine: Machine) throws(Interruption) -> String { "<object object>" }
}

/// `cache_info` and its like, of one function.
private final class CacheMethod: ForeignValue {
  private let name: String
  private let cache: CachedFunction
  private let typeValue: Value

  init(_ name: String, of cache: CachedFunction, _ type: Value) {
    self.name = name
    self.cache = cache
    typeValue = type
  }

  var typeName: String { "builtin_function_or_method" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<built-in method \(name) of functools._lru_cache_wrapper object>"
  }

  var isCallable: Bool { true }

  func call(_ arguments: Arguments, in machine: Machine) throws(Interruption) -> Value {
    try arguments.expect("_lru_cache_wrapper.\(name)", 0...0)
    return try cache.perform(name, in: machine)
  }

  func visitValues(_ visit: (Value) -> Void) { cache.visitValues(visit) }
}

/// What `cache_info()` gives: a tuple whose parts have names.
private final class CacheInfo: ForeignValue {
  private static let names = ["hits", "misses", "maxsize", "currsize"]
  private let parts: Value

  init(_ parts: Value) {
    self.parts = parts
  }

  var typeName: String { "CacheInfo" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    var texts: [String] = []
    for (name, part) in zip(Self.names, machine.elements(of: parts)) {
      texts.append("\(name)=\(try machine.representation(of: part))")
    }
    return "CacheInfo(\(texts.joined(separator: ", ")))"
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    Self.names.firstIndex(of: name).map { machine.element($0, ofTuple: parts) }
  }

  var count: Int? { Self.names.count }

  func item(at index: Value, in machine: Machine) throws(Interruption) -> Value? {
    try machine.item(of: parts, at: index)
  }

  func makeIterator(in machine: Machine) throws(Interruption) -> Value? {
    try machine.makeIterator(parts)
  }

  func compare(
    _ comparison: ComparisonOperator, _ other: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    if let other = machine.foreign(other) as? CacheInfo {
      return Value(try machine.holds(parts, comparison, other.parts))
    }
    return other.kind == .tuple ? Value(try machine.holds(parts, comparison, other)) : nil
  }

  func visitValues(_ visit: (Value) -> Void) { visit(parts) }
}
