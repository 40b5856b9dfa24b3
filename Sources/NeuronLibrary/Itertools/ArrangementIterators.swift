import NeuronRuntime

// `product`, `permutations`, `combinations`, `combinations_with_replacement`: all are rows of indices
// into pools, and differ in which row follows which.

extension ItertoolsTypes {
  func defineArrangements() {
    defineProduct()
    let permutations = ClinicSignature(
      name: "permutations", parameters: ["iterable", "r"], required: 1)
    define("permutations") { (type, arguments, machine) throws(Interruption) in
      let bound = try permutations.bind(arguments)
      let pool = try machine.pool(of: bound[0] ?? .none)
      let count = machine.length(pool) ?? 0
      var size = count
      if let given = bound[1], !given.isNone {
        guard machine.integer(given) != nil else { throw .raised(.type, "Expected int as r") }
        size = try machine.arrangementSize(given)
      }
      return try Permutations(type, pool, of: count, size: size, in: machine)
    }
    for name in ["combinations", "combinations_with_replacement"] {
      let signature = ClinicSignature(name: name, parameters: ["iterable", "r"], required: 2)
      define(name) { (type, arguments, machine) throws(Interruption) in
        let bound = try signature.bind(arguments)
        let pool = try machine.pool(of: bound[0] ?? .none)
        let size = try machine.arrangementSize(bound[1] ?? .none)
        return try Combinations(name, type, pool, size: size, in: machine)
      }
    }
  }

  private func defineProduct() {
    define("product") { (type, arguments, machine) throws(Interruption) in
      if arguments.keywords.contains(where: { $0 != "repeat" }) {
        let wrong = arguments.keywords.first { $0 != "repeat" } ?? ""
        throw .raised(.type, "'\(wrong)' is an invalid keyword argument for product()")
      }
      var times = 1
      if let given = arguments.keyword("repeat") {
        times = try machine.indexArgument(given)
        if times < 0 { throw .raised(.value, "repeat argument cannot be negative") }
      }
      let iterables = times == 0 ? [] : arguments.positional
      // As many places as CPython could have indices for.
      if times > 0, iterables.count > Int.max / 8 / times {
        throw .raised(.overflow, "repeat argument too large")
      }
      let count = iterables.count * times
      try machine.reserve(count, times: 32)
      try machine.charge(count)
      var pools: [Value] = []
      for iterable in iterables {
        pools.append(
          try machine.heap.pinning(pools) { () throws(Interruption) in
            try machine.pool(of: iterable)
          })
      }
      let rounds = pools.isEmpty ? 0 : times
      return Product(type, Array((0..<rounds).map { _ in pools }.joined()), in: machine)
    }
  }
}

extension Machine {
  /// The items of an iterable as a tuple.
  fileprivate func pool(of iterable: Value) throws(Interruption) -> Value {
    try heap.tuple(try allItems(of: iterable))
  }

  fileprivate func arrangementSize(_ value: Value) throws(Interruption) -> Int {
    let size = try indexArgument(value)
    if size < 0 { throw .raised(.value, "r must be non-negative") }
    return size
  }
}

private final class Product: ItertoolsIterator {
  private let pools: [Value]
  private let counts: [Int]
  private var indices: [Int]
  private var isAtEnd: Bool

  init(_ type: Value, _ pools: [Value], in machine: Machine) {
    self.pools = pools
    counts = pools.map { machine.length($0) ?? 0 }
    indices = Array(repeating: 0, count: pools.count)
    isAtEnd = counts.contains(0)
    super.init("product", type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    if isAtEnd { return nil }
    try machine.charge(pools.count)
    let row = try machine.heap.tuple(
      zip(pools, indices).map { machine.element($1, ofTuple: $0) })
    advance()
    return row
  }

  /// Counts like a number whose last digit turns fastest.
  private func advance() {
    for place in indices.indices.reversed() {
      indices[place] += 1
      if indices[place] < counts[place] { return }
      indices[place] = 0
    }
    isAtEnd = true
  }

  override var parts: [Value] { pools }
}

private final class Permutations: ItertoolsIterator {
  private let pool: Value
  private let size: Int
  /// All places of the pool; the first `size` are the row.
  private var order: [Int] = []
  /// How many turns each place of the row has left.
  private var turns: [Int] = []
  private var isAtEnd: Bool

  init(
    _ type: Value, _ pool: Value, of count: Int, size: Int, in machine: Machine
  )
    throws(Interruption)
  {
    self.pool = pool
    self.size = size
    isAtEnd = size > count
    super.init("permutations", type)
    if isAtEnd { return }
    try machine.reserve(count, times: 16)
    order = Array(0..<count)
    turns = (0..<size).map { count - $0 }
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    if isAtEnd { return nil }
    try machine.charge(size)
    let row = try machine.heap.tuple(order.prefix(size).map { machine.element($0, ofTuple: pool) })
    try machine.charge(advance())
    return row
  }

  /// - Returns: how many places it moved.
  private func advance() -> Int {
    var moved = 0
    for place in (0..<size).reversed() {
      moved += order.count - place
      turns[place] -= 1
      if turns[place] > 0 {
        order.swapAt(place, order.count - turns[place])
        return moved
      }
      order.append(order.remove(at: place))
      turns[place] = order.count - place
    }
    isAtEnd = true
    return moved
  }

  override var parts: [Value] { [pool] }
}

private final class Combinations: ItertoolsIterator {
  private let pool: Value
  private let count: Int
  private let size: Int
  private let repeats: Bool
  private var indices: [Int] = []
  private var isAtEnd: Bool

  init(
    _ name: String, _ type: Value, _ pool: Value, size: Int, in machine: Machine
  )
    throws(Interruption)
  {
    self.pool = pool
    self.size = size
    count = machine.length(pool) ?? 0
    repeats = name == "combinations_with_replacement"
    isAtEnd = repeats ? count == 0 && size > 0 : size > count
    super.init(name, type)
    if isAtEnd { return }
    try machine.reserve(size, times: 8)
    indices = repeats ? Array(repeating: 0, count: size) : Array(0..<size)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    if isAtEnd { return nil }
    try machine.charge(size, times: 2)
    let row = try machine.heap.tuple(indices.map { machine.element($0, ofTuple: pool) })
    advance()
    return row
  }

  /// The last place that can still grow does, and those after it begin anew.
  private func advance() {
    let growing = indices.indices.last {
      indices[$0] < (repeats ? count - 1 : count - size + $0)
    }
    guard let growing else {
      isAtEnd = true
      return
    }
    let index = indices[growing] + 1
    for place in growing..<size { indices[place] = repeats ? index : index + place - growing }
  }

  override var parts: [Value] { [pool] }
}
