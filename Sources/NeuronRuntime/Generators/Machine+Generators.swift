// Generators: making, resuming and suspending them. A running generator has a frame like any call; a
// loop over one pushes that frame and goes on in the same interpreter's loop, while native code runs
// it by itself.

extension Machine {
  /// What resuming a generator came to.
  enum Resumption {
    case yielded(Value)
    /// With what it returned.
    case ended(Value)
  }

  /// Whether a call makes a generator and its arguments are the parameters as they stand.
  func makesGenerator(_ function: Value, of given: Arguments) -> Bool {
    function.functionObject.pointee.code._withUnsafeGuaranteedRef {
      $0.isGenerator && $0.parameters.isSimple && $0.parameters.positional == given.count
    } && given.keywords.isEmpty
  }

  /// What a call of a generator function gives; its arguments stand in their registers.
  func makeGenerator(
    _ function: Value, arguments: UnsafeMutablePointer<Value>
  ) throws(Interruption) -> Value {
    let (registerCount, parameterCount, ownRegister, isProtected) =
      function.functionObject.pointee.code._withUnsafeGuaranteedRef {
        ($0.registerCount, $0.parameters.count, $0.variableCount, !$0.handlers.isEmpty)
      }
    if isProtected { hasProtectedGenerators = true }
    let object = try heap.generator(function, registerCount: registerCount)
    object.registers.update(from: arguments, count: parameterCount)
    let generator = Value(.generator, object)
    object.registers[ownRegister] = generator
    return generator
  }

  /// Pushes the frame of a generator, which goes on with what it is sent; `false` when it has ended.
  @inline(__always)
  func resume(_ generator: Value, sending sent: Value) throws(Interruption) -> Bool {
    let newest = state.pointee.frames + (state.pointee.frameCount - 1)
    if Self.resume(state, generator, sending: sent, from: newest) { return true }
    switch generator.generatorObject.pointee.state {
    case .finished: return false
    case .running: throw .raised(.value, "generator already executing")
    case .created, .suspended: throw .recursionLimit()
    }
  }

  /// As `resume`, after the frame `caller`; `false` also when it is running or there is no room.
  @inline(__always)
  static func resume(
    _ state: UnsafeMutablePointer<State>, _ generator: Value, sending sent: Value,
    from caller: UnsafeMutablePointer<Frame>
  ) -> Bool {
    let object = generator.generatorObject
    let isSuspended = object.pointee.state == .suspended
    guard isSuspended || object.pointee.state == .created else { return false }
    let pc = object.pointee.pc
    guard let base = push(state, object, at: pc, after: caller) else { return false }
    if isSuspended { base[pc[-1].c] = sent }
    return true
  }

  /// Pushes the frame of a suspended generator, which goes on at `pc`; gives its registers.
  func push(
    _ generator: Value, at pc: UnsafePointer<Instruction>
  ) throws(Interruption) -> UnsafeMutablePointer<Value> {
    let newest = state.pointee.frames + (state.pointee.frameCount - 1)
    guard let base = Self.push(state, generator.generatorObject, at: pc, after: newest) else {
      throw .recursionLimit()
    }
    return base
  }

  @inline(__always)
  private static func push(
    _ state: UnsafeMutablePointer<State>, _ object: UnsafeMutablePointer<GeneratorObject>,
    at pc: UnsafePointer<Instruction>, after caller: UnsafeMutablePointer<Frame>
  ) -> UnsafeMutablePointer<Value>? {
    let base = state.pointee.top
    let count = object.pointee.registerCount
    guard state.pointee.frameCount < state.pointee.frameLimit,
      base + count <= state.pointee.registerEnd
    else { return nil }
    GeneratorObject.copy(object.registers, to: base, count: count)
    let function = object.pointee.function
    let code = function.functionObject.pointee.code
    let frame = caller + 1
    frame.pointee.code = code
    frame.pointee.function = function
    frame.pointee.base = base
    frame.pointee.top = base + count
    frame.pointee.pc = pc
    frame.pointee.constants = code._withUnsafeGuaranteedRef {
      $0.constants.baseAddress.unsafelyUnwrapped
    }
    frame.pointee.isPlain = true
    state.pointee.frameCount &+= 1
    state.pointee.raiseTop(to: base + count)
    object.pointee.state = .running
    object.pointee.resumerHandled = state.pointee.handled
    if !object.pointee.handled.isUnbound { state.pointee.handled = object.pointee.handled }
    return base
  }

  /// Keeps the registers of the newest frame, a generator's, until it goes on.
  @inline(__always)
  static func suspend(
    _ state: UnsafeMutablePointer<State>, _ generator: Value,
    at pc: UnsafePointer<Instruction>, registers: UnsafeMutablePointer<Value>
  ) {
    let object = generator.generatorObject
    GeneratorObject.copy(registers, to: object.registers, count: object.pointee.registerCount)
    object.pointee.pc = pc
    object.pointee.state = .suspended
    let (handled, outer) = (state.pointee.handled, object.pointee.resumerHandled)
    object.pointee.handled = handled.payload == outer.payload ? .unbound : handled
    state.pointee.handled = outer
  }

  /// Marks a generator as ended.
  @inline(__always)
  func end(_ generator: Value) {
    let object = generator.generatorObject
    object.pointee.state = .finished
    state.pointee.handled = object.pointee.resumerHandled
    object.pointee.handled = .unbound
    object.pointee.resumerHandled = .unbound
  }

  /// Resumes a generator from native code.
  func advance(
    _ generator: Value, sending sent: Value = .none
  ) throws(Interruption) -> Resumption {
    try spendSteps(5)
    let top = state.pointee.top
    guard try resume(generator, sending: sent) else { return .ended(.none) }
    let value = try run(until: state.pointee.frameCount - 1)
    state.pointee.top = top
    return generator.generatorObject.pointee.state == .finished ? .ended(value) : .yielded(value)
  }

  /// The next value of a generator; `nil` at its end.
  func nextOfGenerator(_ generator: Value) throws(Interruption) -> Value? {
    guard case .yielded(let value) = try advance(generator) else { return nil }
    return value
  }

  /// Sends a value into what a generator delegates to, which is no generator.
  @inline(never)
  func send(_ value: Value, to iterator: Value) throws(Interruption) -> Resumption {
    let receiver = iterator.iteratedInstance ?? iterator
    if value.isNone, receiver.kind != .instance {
      guard let next = try next(iterator) else { return .ended(.none) }
      return .yielded(next)
    }
    return try untilStop { () throws(Interruption) in
      try call(
        try attribute(value.isNone ? "__next__" : "send", of: receiver), value.isNone ? [] : [value]
      )
    }
  }

  /// What a call gives that may say with StopIteration that there is no more.
  func untilStop(_ body: () throws(Interruption) -> Value) throws(Interruption) -> Resumption {
    do throws(Interruption) {
      return .yielded(try body())
    } catch {
      guard isException(error, .stopIteration), let stop = try exceptionValue(error) else {
        throw error
      }
      pendingTrace = []
      let arguments = items(of: stop.exceptionObject.pointee.arguments)
      return .ended(arguments.first ?? .none)
    }
  }

  // MARK: Taking all

  /// Takes a yielded value without leaving the generator; `false` when native code must see it, so that
  /// an error is not the generator's.
  @inline(never)
  func consume(_ value: Value, from generator: Value) throws(Interruption) -> Bool {
    let object = generator.generatorObject
    switch object.pointee.consumer {
    case .resumer: return false
    case .list: try heap.append(value, to: object.pointee.accumulator)
    case .sum:
      let total = object.pointee.accumulator
      return Fast.add(total, value, &object.pointee.accumulator)
    case .any: return value.kind == .bool && !value.isTrueBool
    case .all: return value.kind == .bool && value.isTrueBool
    }
    return true
  }

  /// Resumes a generator until it ends, or until `body` does with a value that `consumer` left to it.
  /// Gives the accumulator, which `body` may change.
  ///
  /// - Parameter body: gives `false` to end.
  func drain(
    _ generator: Value, by consumer: GeneratorObject.Consumer, into accumulator: Value = .none,
    _ body: (Value, inout Value) throws(Interruption) -> Bool
  ) throws(Interruption) -> Value {
    let object = generator.generatorObject
    if object.pointee.state == .running {
      throw .raised(.value, "generator already executing")
    }
    object.pointee.consumer = consumer
    object.pointee.accumulator = accumulator
    defer {
      object.pointee.consumer = .resumer
      object.pointee.accumulator = .none
    }
    return try heap.pinning(generator) { () throws(Interruption) in
      while case .yielded(let value) = try advance(generator) {
        if !(try body(value, &object.pointee.accumulator)) { break }
      }
      return object.pointee.accumulator
    }
  }

  // MARK: As objects

  func nameOf(generator: Value, isQualified: Bool) -> String {
    generator.generatorObject.pointee.function.functionObject.pointee.code
      ._withUnsafeGuaranteedRef { isQualified ? $0.qualifiedName : $0.name }
  }

  func installGeneratorMethods() {
    defineMethod(.generator, "__iter__") { (arguments, _) throws(Interruption) in
      try arguments.expectMethod("generator", "__iter__", 0...0)
      return arguments[0]
    }
    defineMethod(.generator, "__next__") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("generator", "__next__", 0...0)
      return try machine.yielded(try machine.advance(arguments[0]))
    }
    defineMethod(.generator, "send") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("generator", "send", 1...1)
      if !arguments[1].isNone, arguments[0].generatorObject.pointee.state == .created {
        throw .raised(.type, "can't send non-None value to a just-started generator")
      }
      return try machine.yielded(try machine.advance(arguments[0], sending: arguments[1]))
    }
    defineMethod(.generator, "throw") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("generator", "throw", 1...3)
      let error = try machine.thrown(arguments.droppingFirst)
      return try machine.yielded(try machine.raise(error, in: arguments[0]))
    }
    defineMethod(.generator, "close") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("generator", "close", 0...0)
      try machine.close(arguments[0])
      return .none
    }
  }

  /// What `send` and its kin give: at the end StopIteration says what was returned.
  private func yielded(_ resumption: Resumption) throws(Interruption) -> Value {
    switch resumption {
    case .yielded(let value): return value
    case .ended(let value): throw try stopIteration(value)
    }
  }

  func stopIteration(_ value: Value = .none) throws(Interruption) -> Interruption {
    if value.isNone { return .raised(.stopIteration, "") }
    return .exception(try exception(.stopIteration, [value]))
  }
}
