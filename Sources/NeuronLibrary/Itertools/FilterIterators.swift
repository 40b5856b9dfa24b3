import NeuronRuntime

// `takewhile`, `dropwhile`, `filterfalse`, `compress`.

extension ItertoolsTypes {
  func defineFilters() {
    for name in ["takewhile", "dropwhile", "filterfalse"] {
      define(name) { (type, arguments, machine) throws(Interruption) in
        try arguments.expectUnpacked(name, 2...2)
        let iterator = try machine.makeIterator(arguments[1])
        return PredicateIterator(name, type, arguments[0], iterator)
      }
    }
    let compress = ClinicSignature(
      name: "compress", parameters: ["data", "selectors"], required: 2)
    define("compress") { (type, arguments, machine) throws(Interruption) in
      let bound = try compress.bind(arguments)
      let data = try machine.makeIterator(bound[0] ?? .none)
      let selectors = try machine.heap.pinning([data]) { () throws(Interruption) in
        try machine.makeIterator(bound[1] ?? .none)
      }
      return Compress(type, data, selectors)
    }
  }
}

private final class PredicateIterator: ItertoolsIterator {
  private let predicate: Value
  private let iterator: Value
  private let what: What
  /// Whether the first item that decides has come.
  private var isDecided = false

  private enum What {
    case takeWhile, dropWhile, filterFalse
  }

  init(_ name: String, _ type: Value, _ predicate: Value, _ iterator: Value) {
    self.predicate = predicate
    self.iterator = iterator
    what = name == "takewhile" ? .takeWhile : name == "dropwhile" ? .dropWhile : .filterFalse
    super.init(name, type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    if what == .takeWhile, isDecided { return nil }
    while let item = try machine.next(iterator) {
      if what == .dropWhile, isDecided { return item }
      try machine.charge(4)
      let holds = try machine.heap.pinning([item]) { () throws(Interruption) in
        let isPlain = what == .filterFalse && predicate.isNone
        return try machine.isTrue(isPlain ? item : try machine.call(predicate, [item]))
      }
      switch what {
      case .takeWhile:
        if holds { return item }
        isDecided = true
        return nil
      case .dropWhile:
        if holds { continue }
        isDecided = true
        return item
      case .filterFalse:
        if !holds { return item }
      }
    }
    return nil
  }

  override var parts: [Value] { [predicate, iterator] }
}

private final class Compress: ItertoolsIterator {
  private let data: Value
  private let selectors: Value

  init(_ type: Value, _ data: Value, _ selectors: Value) {
    self.data = data
    self.selectors = selectors
    super.init("compress", type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    while let item = try machine.next(data) {
      try machine.charge(4)
      let selected = try machine.heap.pinning([item]) {
        () throws(Interruption) -> Bool? in
        guard let selector = try machine.next(selectors) else { return nil }
        return try machine.isTrue(selector)
      }
      guard let selected else { return nil }
      if selected { return item }
    }
    return nil
  }

  override var parts: [Value] { [data, selectors] }
}
