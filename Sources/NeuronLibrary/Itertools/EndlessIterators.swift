import NeuronRuntime

// `count`, `cycle`, `repeat`.

extension ItertoolsTypes {
  func defineEndless() {
    let count = ClinicSignature(name: "count", parameters: ["start", "step"], required: 0)
    define("count") { (type, arguments, machine) throws(Interruption) in
      let bound = try count.bind(arguments)
      let (start, step) = (bound[0] ?? Value(0), bound[1] ?? Value(1))
      for number in [start, step] where try machine.tracedNumber(number) == nil {
        throw .raised(.type, "a number is required")
      }
      return Count(type, start: start, step: step)
    }
    define("cycle") { (type, arguments, machine) throws(Interruption) in
      try arguments.expectUnpacked("cycle", 1...1)
      let iterator = try machine.makeIterator(arguments[0])
      return Cycle(type, iterator, saved: try machine.heap.list([]))
    }
    let `repeat` = ClinicSignature(name: "repeat", parameters: ["object", "times"], required: 1)
    define("repeat") { (type, arguments, machine) throws(Interruption) in
      let bound = try `repeat`.bind(arguments)
      let times = try bound[1].map { (v) throws(Interruption) in
        max(0, try machine.indexArgument(v))
      }
      return Repeat(type, bound[0] ?? .none, times: times)
    }
  }
}

private final class Count: ItertoolsIterator {
  private var value: Value
  private let step: Value

  init(_ type: Value, start: Value, step: Value) {
    value = start
    self.step = step
    super.init("count", type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    let current = value
    value = try machine.operate(.add, value, step)
    return current
  }

  override func representation(in machine: Machine) throws(Interruption) -> String {
    let start = try machine.representation(of: value)
    if step.isInt, step.int == 1 { return "count(\(start))" }
    return "count(\(start), \(try machine.representation(of: step)))"
  }

  override var parts: [Value] { [value, step] }
}

private final class Cycle: ItertoolsIterator {
  private let iterator: Value
  private let saved: Value
  private var isSaved = false
  private var place = 0

  init(_ type: Value, _ iterator: Value, saved: Value) {
    self.iterator = iterator
    self.saved = saved
    super.init("cycle", type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    if !isSaved {
      if let item = try machine.next(iterator) {
        try machine.append(item, to: saved)
        return item
      }
      isSaved = true
    }
    guard let count = machine.length(saved), count > 0 else { return nil }
    let item = machine.element(place, ofList: saved)
    place = place + 1 == count ? 0 : place + 1
    return item
  }

  override var parts: [Value] { [iterator, saved] }
}

private final class Repeat: ItertoolsIterator {
  private let value: Value
  /// How often it is still to be given; `nil` for ever.
  private var times: Int?

  init(_ type: Value, _ value: Value, times: Int?) {
    self.value = value
    self.times = times
    super.init("repeat", type)
  }

  override func next(in machine: Machine) throws(Interruption) -> Value? {
    if let times {
      if times == 0 { return nil }
      self.times = times - 1
    }
    return value
  }

  override func representation(in machine: Machine) throws(Interruption) -> String {
    let text = try machine.nested { () throws(Interruption) in
      try machine.representation(of: value)
    }
    return times.map { "repeat(\(text), \($0))" } ?? "repeat(\(text))"
  }

  override var parts: [Value] { [value] }
}
