import NeuronRuntime

// `chain`, `accumulate`, `zip_longest`, `pairwise`, `starmap`.

extension ItertoolsTypes {
  func defineChains() {
    defineChain()
    let accumulate = ClinicSignature(
      name: "accumulate", parameters: ["iterable", "func", "initial"], required: 1, keywordOnly: 1)
    define("accumulate") { (type, arguments, machine) throws(Interruption) in
      let bound = try accumulate.bind(arguments)
      let iterator = try machine.makeIterator(bound[0] ?? .none)
      return Accumulate(type, iterator, bound[1] ?? .none, initial: bound[2] ?? .none)
    }
    define("zip_longest") { (type, arguments, machine) throws(Interruption) in
      if arguments.keywords.contains(where: { $0 != "fillvalue" }) {
        throw .raised(.type, "zip_longest() got an unexpected keyword argument")
      }
      var iterators: [Value] = []
      for iterable in arguments.positional {
        iterators.append(
          try machine.heap.pinning(iterators) { () throws(Interruption) in
            try machine.makeIterator(iterable)
          })
      }
      return ZipLongest(type, iterators, filling: arguments.keyword("fillvalue") ?? .none)
    }
    define("pairwise") { (type, arguments, machine) throws(Interruption) in
      try arguments.expectUnpacked("pairwise", 1...1)
      return Pairwise(type, try machine.makeIterator(arguments[0]))
    }
    define("starmap") { (type, arguments, machine) throws(Interruption) in
      try arguments.expectUnpacked("starmap", 2...2)
      return StarMap(type, arguments[0], try machine.makeIterator(arguments[1]))
    }
  }

  private func defineChain() {
    let type = define("chain") { (type, arguments, machine) throws(Interruption) in
      if !arguments.keywords.isEmpty {
        throw .raised(.type, "chain() takes no keyword arguments")
      }
      let iterables = try machine.heap.tuple(arguments.positional)
      return Chain(type, try machine.makeIterator(iterables))
    }
    type.define(
      "from_iterable",
      machine.makeNative("from_iterable") { (arguments, machine) throws(Interruption) in
        if arguments.count != 1 || !arguments.keywords.isEmpty {
          throw .raised(
            .type,
            "chain.from_iterable() takes exactly one argument (\(arguments.count) given)")
        }
        return machine.heap.foreign(Chain(type.value, try machine.makeIterator(arguments[0])))
      })
  }
}

private final class Chain: ItertoolsIterator {
  private let iterables: Value
  private var current: Value?
  private var isExhausted = false

  init(_ type: Value, _ iterables: Value) {
    self.iterables = iterables
    super.init("chain", type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    while !isExhausted {
      if let current, let item = try machine.next(current) { return item }
      current = nil
      guard let iterable = try machine.next(iterables) else {
        isExhausted = true
        break
      }
      try machine.charge(4)
      current = try machine.heap.pinning([iterable]) { () throws(Interruption) in
        try machine.makeIterator(iterable)
      }
    }
    return nil
  }

  override var parts: [Value] { [iterables, current ?? .none] }
}

private final class Accumulate: ItertoolsIterator {
  private let iterator: Value
  private let function: Value
  private var initial: Value
  private var total: Value?

  init(_ type: Value, _ iterator: Value, _ function: Value, initial: Value) {
    self.iterator = iterator
    self.function = function
    self.initial = initial
    super.init("accumulate", type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    if !initial.isNone {
      total = initial
      initial = .none
      return total
    }
    guard let item = try machine.next(iterator) else { return nil }
    guard let sum = total else {
      total = item
      return item
    }
    total = try machine.heap.pinning([item]) { () throws(Interruption) in
      function.isNone
        ? try machine.operate(.add, sum, item) : try machine.call(function, [sum, item])
    }
    return total
  }

  override var parts: [Value] { [iterator, function, initial, total ?? .none] }
}

private final class ZipLongest: ItertoolsIterator {
  private var iterators: [Value?]
  private let filling: Value

  init(_ type: Value, _ iterators: [Value], filling: Value) {
    self.iterators = iterators
    self.filling = filling
    super.init("zip_longest", type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    var items: [Value] = []
    var hasItem = false
    for index in iterators.indices {
      guard let iterator = iterators[index] else {
        items.append(filling)
        continue
      }
      let item = try machine.heap.pinning(items) { () throws(Interruption) in
        try machine.next(iterator)
      }
      if item == nil { iterators[index] = nil } else { hasItem = true }
      items.append(item ?? filling)
    }
    return hasItem ? try machine.heap.tuple(items) : nil
  }

  override var parts: [Value] { iterators.map { $0 ?? .none } + [filling] }
}

private final class Pairwise: ItertoolsIterator {
  private let iterator: Value
  private var last: Value?

  init(_ type: Value, _ iterator: Value) {
    self.iterator = iterator
    super.init("pairwise", type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    if last == nil { last = try machine.next(iterator) }
    guard let first = last else { return nil }
    guard let second = try machine.next(iterator) else {
      last = nil
      return nil
    }
    last = second
    return try machine.heap.tuple([first, second])
  }

  override var parts: [Value] { [iterator, last ?? .none] }
}

private final class StarMap: ItertoolsIterator {
  private let function: Value
  private let iterator: Value

  init(_ type: Value, _ function: Value, _ iterator: Value) {
    self.function = function
    self.iterator = iterator
    super.init("starmap", type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    guard let arguments = try machine.next(iterator) else { return nil }
    return try machine.heap.pinning([arguments]) { () throws(Interruption) in
      try machine.call(function, try machine.allItems(of: arguments))
    }
  }

  override var parts: [Value] { [function, iterator] }
}
