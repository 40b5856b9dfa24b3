import NeuronRuntime

// `islice` and `tee`.

extension ItertoolsTypes {
  func defineSlices() {
    define("islice") { (type, arguments, machine) throws(Interruption) in
      try arguments.expectUnpacked("islice", 2...4)
      let bounds = arguments.positional.dropFirst()
      let hasStart = bounds.count > 1
      func bound(_ value: Value, _ message: String, least: Int) throws(Interruption) -> Int? {
        if value.isNone { return nil }
        guard let whole = machine.integer(value), whole.isInt, whole.int >= least else {
          throw .raised(.value, message)
        }
        return whole.int
      }
      let indices =
        "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
      let stop = try bound(
        bounds[hasStart ? 2 : 1],
        "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.", least: 0)
      let start = hasStart ? try bound(bounds[1], indices, least: 0) : nil
      let step =
        bounds.count > 2
        ? try bound(
          bounds[3], "Step for islice() must be a positive integer or None.", least: 1) : nil
      return Slice(
        type, try machine.makeIterator(arguments[0]), from: start ?? 0, to: stop, by: step ?? 1)
    }
    defineTee()
  }

  private func defineTee() {
    let type = define("_tee") { (_, _, _) throws(Interruption) in
      throw .raised(.type, "cannot create 'itertools._tee' instances")
    }.value
    module.define(
      "tee",
      machine.makeNative("tee") { (arguments, machine) throws(Interruption) in
        try arguments.expectUnpacked("tee", 1...2)
        let count = arguments.count == 2 ? try machine.indexArgument(arguments[1]) : 2
        if count < 0 { throw .raised(.value, "n must be >= 0") }
        try machine.reserve(count, times: 64)
        try machine.charge(count)
        var origin = machine.foreign(arguments[0]) as? TeeBranch
        if origin == nil {
          let iterator = try machine.makeIterator(arguments[0])
          let buffer = TeeBuffer(iterator, items: try machine.heap.list([]))
          origin = TeeBranch(type, buffer, at: 0)
        }
        guard let origin else { return .none }
        var branches: [Value] = []
        for index in 0..<count {
          branches.append(
            index == 0 && machine.foreign(arguments[0]) is TeeBranch
              ? arguments[0]
              : machine.heap.foreign(TeeBranch(type, origin.buffer, at: origin.place)))
        }
        return try machine.heap.tuple(branches)
      })
  }
}

private final class Slice: ItertoolsIterator {
  private var iterator: Value?
  private let stop: Int?
  private let step: Int
  /// How many items have been taken, and how many are to have been before the next is given.
  private var taken = 0
  private var wanted: Int

  init(_ type: Value, _ iterator: Value, from start: Int, to stop: Int?, by step: Int) {
    self.iterator = iterator
    self.stop = stop
    self.step = step
    wanted = start
    super.init("islice", type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    guard let iterator else { return nil }
    while taken < wanted {
      try machine.charge(4)
      guard try machine.next(iterator) != nil else { return end() }
      taken += 1
    }
    if let stop, taken >= stop { return end() }
    guard let item = try machine.next(iterator) else { return end() }
    taken += 1
    let (next, overflows) = wanted.addingReportingOverflow(step)
    wanted = min(overflows ? .max : next, stop ?? .max)
    return item
  }

  private func end() -> Value? {
    iterator = nil
    return nil
  }

  override var parts: [Value] { [iterator ?? .none] }
}

/// What the branches of a `tee` have in common: the iterator, and those of its items that some branch
/// has not had yet.
private final class TeeBuffer {
  let iterator: Value
  /// A list of the machine's, so that it counts as memory.
  private(set) var items: Value
  /// The items that came before those in the list.
  private var dropped = 0
  private var branches: [Weak] = []
  private var isAdvancing = false

  private struct Weak {
    weak var branch: TeeBranch?
  }

  init(_ iterator: Value, items: Value) {
    self.iterator = iterator
    self.items = items
  }

  func add(_ branch: TeeBranch) {
    branches.append(Weak(branch: branch))
  }

  func item(at place: Int, in machine: Machine) throws(Interruption) -> Value? {
    if place - dropped == machine.length(items) ?? 0 {
      if isAdvancing { throw .raised(.runtime, "cannot re-enter the tee iterator") }
      isAdvancing = true
      defer { isAdvancing = false }
      guard let item = try machine.next(iterator) else { return nil }
      try machine.append(item, to: items)
    }
    return machine.element(place - dropped, ofList: items)
  }

  /// Lets go of what every branch has had, when that is most of the list.
  func dropShared(in machine: Machine) throws(Interruption) {
    let count = machine.length(items) ?? 0
    if count < 64 || count.nonzeroBitCount != 1 { return }
    branches.removeAll { $0.branch == nil }
    let shared = (branches.compactMap(\.branch?.place).min() ?? dropped) - dropped
    if shared * 2 < count { return }
    items = try machine.heap.list(Array(machine.elements(of: items).dropFirst(shared)))
    dropped += shared
  }
}

private final class TeeBranch: ItertoolsIterator {
  let buffer: TeeBuffer
  private(set) var place: Int

  init(_ type: Value, _ buffer: TeeBuffer, at place: Int) {
    self.buffer = buffer
    self.place = place
    super.init("_tee", type)
    buffer.add(self)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    guard let item = try buffer.item(at: place, in: machine) else { return nil }
    place += 1
    try machine.heap.pinning([item]) { () throws(Interruption) in
      try buffer.dropShared(in: machine)
    }
    return item
  }

  override var parts: [Value] { [buffer.iterator, buffer.items] }
}
