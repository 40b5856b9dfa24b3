// Exceptions that go into generators and come out of them: `throw`, `close`, and the end by an error.

extension Machine {
  /// The exception that the arguments of `throw` name: a class with its value, or an instance.
  func thrown(_ arguments: Arguments) throws(Interruption) -> Interruption {
    let type = arguments[0]
    let value = arguments.count > 1 ? arguments[1] : .none
    if arguments.count > 2, !arguments[2].isNone {
      throw .raised(.type, "throw() third argument must be a traceback object")
    }
    if type.isException {
      if value.isNone { return .exception(type) }
      throw .raised(.type, "instance exception may not have a separate value")
    }
    guard type.kind == .class, type.classInfo.isException else {
      throw .raised(
        .type,
        "exceptions must be classes or instances deriving from BaseException, not \(typeName(type))"
      )
    }
    if value.isException, isInstance(value, ofClass: type) { return .exception(value) }
    do throws(Interruption) {
      let made = try call(
        type, value.isNone ? [] : value.kind == .tuple ? items(of: value) : [value])
      return .exception(made)
    } catch {
      // What making it raises is raised in its place.
      return error
    }
  }

  /// Raises an error where a generator is suspended: in the innermost of those that it delegates to.
  func raise(_ error: Interruption, in generator: Value) throws(Interruption) -> Resumption {
    try spendSteps(5)
    let object = generator.generatorObject
    switch object.pointee.state {
    case .running: throw .raised(.value, "generator already executing")
    case .finished: throw error
    case .created:
      object.pointee.state = .finished
      throw try withoutStop(error)
    case .suspended: break
    }
    let (depth, top) = (state.pointee.frameCount, state.pointee.top)
    var kept = [generator]
    if case .exception(let exception) = error { kept.append(exception) }
    let error = try heap.pinning(kept) { () throws(Interruption) in
      try delegate(error, to: generator)
    }
    let value: Value
    if let error {
      if case .exception(let exception) = error {
        if isHandlingItself { setContext(of: exception) }
        pendingTrace = exception.exceptionObject.pointee.trace
      }
      value = try run(until: depth, raising: error)
    } else {
      value = try run(until: depth)
    }
    state.pointee.top = top
    return object.pointee.state == .finished ? .ended(value) : .yielded(value)
  }

  /// Pushes the frames from a generator to the innermost one that it delegates to; gives the error
  /// that is to be raised there, or `nil` where what is delegated to took it.
  private func delegate(
    _ error: Interruption, to generator: Value
  ) throws(Interruption) -> Interruption? {
    let depth = state.pointee.frameCount
    var current = generator
    do throws(Interruption) {
      while current.generatorObject.pointee.state == .suspended {
        let object = current.generatorObject
        let pc = object.pointee.pc
        guard let inner = object.pointee.delegate(object.registers) else {
          _ = try push(current, at: pc)
          break
        }
        let base = try push(current, at: pc + 2)
        if isException(error, .generatorExit) {
          try close(delegate: inner)
          break
        }
        if inner.kind == .generator {
          current = inner
        } else if let resumption = try raise(error, inDelegate: inner) {
          let frame = state.pointee.frames + (state.pointee.frameCount - 1)
          switch resumption {
          case .yielded(let value):
            base[pc.pointee.a] = value
            frame.pointee.pc += pc[1].wide
          case .ended(let value): base[pc.pointee.a] = value
          }
          return nil
        } else {
          break
        }
      }
      if current.generatorObject.pointee.state == .running,
        newestGenerator?.isIdentical(to: current) != true
      {
        throw .raised(.value, "generator already executing")
      }
      return error
    } catch let other {
      if state.pointee.frameCount == depth { throw other }
      return other
    }
  }

  /// The generator whose frame is the newest, if it is one's.
  private var newestGenerator: Value? {
    let frame = state.pointee.frames[state.pointee.frameCount - 1]
    let (isGenerator, register) = frame.code._withUnsafeGuaranteedRef {
      ($0.isGenerator, $0.variableCount)
    }
    return isGenerator ? frame.base[register] : nil
  }

  /// Whether what is being handled is the newest generator's own, not that of its resumer.
  private var isHandlingItself: Bool {
    guard let generator = newestGenerator else { return false }
    return state.pointee.handled.payload
      != generator.generatorObject.pointee.resumerHandled.payload
  }

  /// Calls the `throw` of an instance that is delegated to, if it has one.
  private func raise(
    _ error: Interruption, inDelegate iterator: Value
  ) throws(Interruption) -> Resumption? {
    guard let receiver = iterator.iteratedInstance,
      let method = try catching(
        .attribute, { () throws(Interruption) in try attribute("throw", of: receiver) }),
      let exception = try exceptionValue(error)
    else { return nil }
    return try untilStop { () throws(Interruption) in try call(method, [exception]) }
  }

  // MARK: Closing

  /// Raises GeneratorExit in a generator, which must let it pass or end.
  func close(_ generator: Value) throws(Interruption) {
    let object = generator.generatorObject
    if object.pointee.state == .finished { return }
    if object.pointee.state == .created {
      object.pointee.state = .finished
      return
    }
    do throws(Interruption) {
      let exit = try heap.pinning(generator) { () throws(Interruption) in
        try raise(.exception(try exception(.generatorExit, [])), in: generator)
      }
      guard case .yielded = exit else { return }
    } catch {
      guard isException(error, .generatorExit) || isException(error, .stopIteration) else {
        throw error
      }
      pendingTrace = []
      return
    }
    throw .raised(.runtime, "generator ignored GeneratorExit")
  }

  private func close(delegate iterator: Value) throws(Interruption) {
    if iterator.kind == .generator { return try close(iterator) }
    guard let receiver = iterator.iteratedInstance,
      let method = try catching(
        .attribute, { () throws(Interruption) in try attribute("close", of: receiver) })
    else { return }
    _ = try call(method, [])
  }

  // MARK: Ending unheard

  /// A loop is left before its end. CPython closes a generator when nothing refers to it any more; here
  /// that is found out where it is likely: where a loop is left, and where a generator's name is deleted.
  @inline(never)
  func leaveLoop(
    over register: UnsafeMutablePointer<Value>, keeping result: UnsafeMutablePointer<Value>
  ) throws(Interruption) {
    let kept = result == register ? .none : result.pointee
    defer {
      result.pointee = kept
      register.pointee = .unbound
    }
    try heap.pinning(kept) { () throws(Interruption) in
      try closeDroppedGenerators(below: register)
    }
  }

  /// Closes the suspended generators that nothing refers to any more and that have something to do; of
  /// the registers only those below `end` count.
  @inline(never)
  func closeDroppedGenerators(below end: UnsafeMutablePointer<Value>) throws(Interruption) {
    if heap.keepsGarbage { return }
    try spendSteps(heap.counters.pointee.allocated >> 6)
    let top = state.pointee.top
    state.pointee.top = end
    let dropped = collectGarbage()
    state.pointee.raiseTop(to: top)
    try heap.pinning(dropped) { () throws(Interruption) in
      for generator in dropped { try close(generator) }
    }
  }

  /// Closes what is still suspended, as CPython does when a program ends: first what has a name. What
  /// this raises nobody hears.
  package func closeGenerators() throws(Interruption) {
    var waiting: [Value] = []
    var seen: Set<UInt64> = []
    func add(_ value: Value) {
      if isWaiting(value), seen.insert(value.payload).inserted { waiting.append(value) }
    }
    for index in 0..<globals.count { add(globals.values[index]) }
    heap.visitObjects { add(Value($0.pointee.kind, UnsafeMutableRawPointer($0))) }
    try heap.pinning(waiting) { () throws(Interruption) in
      for generator in waiting {
        _ = try catching(.base) { () throws(Interruption) in try close(generator) }
      }
    }
  }

  /// What the collector keeps besides: generators that nothing refers to any more and that have yet to
  /// be closed.
  ///
  /// - Returns: them.
  func visitWaitingGenerators(_ mark: (Value) -> Void) -> [Value] {
    guard hasProtectedGenerators else { return [] }
    var waiting: [Value] = []
    hasProtectedGenerators = false
    heap.visitObjects {
      let value = Value($0.pointee.kind, UnsafeMutableRawPointer($0))
      guard value.kind == .generator, isProtected(value) else { return }
      hasProtectedGenerators = true
      if !$0.pointee.isMarked, isWaiting(value) { waiting.append(value) }
    }
    waiting.forEach(mark)
    return waiting
  }

  /// Whether a generator has not ended and may have something to do when it is closed.
  private func isProtected(_ generator: Value) -> Bool {
    let object = generator.generatorObject
    if object.pointee.state == .finished { return false }
    let code = object.pointee.function.functionObject.pointee.code
    return code._withUnsafeGuaranteedRef { !$0.handlers.isEmpty }
  }

  /// Whether what a loop walks may be, or keep alive, a generator that has something to do when it is
  /// closed. A look at the whole heap is worth it only then.
  func mayHoldWaitingGenerator(_ iterated: Value) -> Bool {
    switch iterated.kind {
    case .iterator: return !iterated.iteratesPlainly
    case .generator:
      let object = iterated.generatorObject
      if isWaiting(iterated) { return true }
      let own = iterated.payload
      return (0..<object.pointee.savedCount).contains { index in
        let value = object.registers[index]
        return value.kind == .generator && value.payload != own
          || value.kind == .iterator && !value.iteratesPlainly
      }
    default: return true
    }
  }

  private func isWaiting(_ value: Value) -> Bool {
    value.kind == .generator && value.generatorObject.pointee.state == .suspended
      && awaitsEnd(value)
  }

  /// Whether a suspended generator, or one that it delegates to, has something to do when it is closed.
  private func awaitsEnd(_ generator: Value) -> Bool {
    var current = generator
    // As many as may delegate to each other, since each has a frame when it runs.
    for _ in 0...limits.depth {
      let object = current.generatorObject
      let code = object.pointee.function.functionObject.pointee.code
      if code._withUnsafeGuaranteedRef({ $0.handler(of: object.pointee.pc - 1) }) != nil {
        return true
      }
      guard let delegate = object.pointee.delegate(object.registers), delegate.kind == .generator,
        delegate.generatorObject.pointee.state == .suspended
      else { return false }
      current = delegate
    }
    return false
  }

  // MARK: Ending by an error

  /// An exception leaves the frame of a generator, which then has ended.
  func ended(generatorOf frame: Frame, _ error: Interruption) -> Interruption {
    let register = frame.code._withUnsafeGuaranteedRef { $0.variableCount }
    end(frame.base[register])
    do throws(Interruption) { return try withoutStop(error) } catch { return error }
  }

  /// StopIteration does not come out of a generator, where it would be taken for its end (PEP 479).
  private func withoutStop(_ error: Interruption) throws(Interruption) -> Interruption {
    guard isException(error, .stopIteration), let stop = try exceptionValue(error) else {
      return error
    }
    let raised = try exception(.runtime, [heap.string("generator raised StopIteration")])
    raised.exceptionObject.pointee.cause = stop
    raised.exceptionObject.pointee.context = stop
    raised.exceptionObject.pointee.suppressesContext = true
    return .exception(raised)
  }

  // MARK: Handlers

  /// What is being handled as a handler begins. In a generator None stands for what its resumer
  /// handles, since another one may resume it before the handler's end.
  func outerHandled(_ code: Unmanaged<Code>, _ base: UnsafeMutablePointer<Value>) -> Value {
    let handled = state.pointee.handled
    let (isGenerator, register) = code._withUnsafeGuaranteedRef {
      ($0.isGenerator, $0.variableCount)
    }
    if !isGenerator { return handled }
    let outer = base[register].generatorObject.pointee.resumerHandled
    return handled.payload == outer.payload ? .none : handled
  }

  func resumerHandled(_ code: Unmanaged<Code>, _ base: UnsafeMutablePointer<Value>) -> Value {
    base[code._withUnsafeGuaranteedRef { $0.variableCount }].generatorObject.pointee.resumerHandled
  }
}

extension Value {
  /// The instance that an iterator asks for its values.
  var iteratedInstance: Value? {
    guard kind == .iterator, case .instance(let instance) = iteratorObject.pointee.source else {
      return nil
    }
    return instance
  }
}
