import NeuronSyntax
import SourceText

// Exceptions: making them, sending them on their way, and the machine's own in Python's words.

extension Machine {
  func unboundGlobal(_ slot: Int) -> Interruption {
    let name = globals.names[slot]
    if let help = LeftOutNames.help(for: name) {
      return .raised(.name, "`\(name)` is not part of neuron: \(help)")
    }
    let namespace = state.pointee.frames[state.pointee.frameCount - 1].code
      ._withUnsafeGuaranteedRef { $0.namespace }
    lookedUp = (name, { namespace.boundNames })
    return .raised(.name, "name '\(name)' is not defined")
  }

  func unboundLocal(_ register: Int, of code: Unmanaged<Code>) -> Interruption {
    let pc = state.pointee.frames[state.pointee.frameCount - 1].pc
    let (names, comprehension) = code._withUnsafeGuaranteedRef {
      ($0.localNames, $0.comprehensions(around: pc - 1))
    }
    let inlined = comprehension.compactMap { $0.variables.first { $0.value == register }?.key }
    let name = inlined.first ?? names[register]
    // What a comprehension takes from outside is free in it.
    if let innermost = comprehension.first, innermost.variables[name] == nil {
      return unboundFree(name)
    }
    return .raised(
      .unboundLocal,
      "cannot access local variable '\(name)' where it is not associated with a value")
  }

  func unboundFree(_ index: Int, of code: Unmanaged<Code>) -> Interruption {
    unboundFree(code._withUnsafeGuaranteedRef { $0.freeNames[index] })
  }

  private func unboundFree(_ name: String) -> Interruption {
    .raised(
      .name,
      "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope"
    )
  }

  func assertionFailed(_ message: Value?) -> Interruption {
    do throws(Interruption) {
      return .exception(try exception(.assertion, message.map { [$0] } ?? []))
    } catch { return error }
  }

  // MARK: Making

  /// The class of a built-in exception.
  package func exceptionClass(_ type: ExceptionType) -> Value {
    globals.builtins[type.rawValue] ?? .none
  }

  /// A built-in exception, raised where what is being handled is its context.
  package func exception(_ type: ExceptionType, _ arguments: [Value]) throws(Interruption) -> Value
  {
    let state = heap.exceptionState(arguments: try heap.tuple(arguments))
    let value = heap.instance(of: exceptionClass(type), payload: state)
    setContext(of: value)
    return value
  }

  /// Python's rule: what is being handled is the context of what is raised, and no exception is ever
  /// in its own chain of contexts.
  func setContext(of value: Value) {
    let handled = state.pointee.handled
    if handled.isUnbound || handled.isIdentical(to: value) { return }
    var current = handled
    while true {
      spend(16)
      let next = current.exceptionObject.pointee.context
      if next.isNone { break }
      if next.isIdentical(to: value) {
        current.exceptionObject.pointee.context = .none
        break
      }
      current = next
    }
    value.exceptionObject.pointee.context = handled
  }

  /// The exception object of an error; `nil` for a limit that no program can catch.
  package func exceptionValue(_ error: Interruption) throws(Interruption) -> Value? {
    switch error {
    case .exception(let value): return value
    case .raised(let type, let message):
      return try exception(type, message.isEmpty ? [] : [heap.string(message)])
    case .limit(.recursionLimit, let message):
      let text = message.dropFirst(ExceptionType.recursion.rawValue.utf8.count + 2)
      return try exception(.recursion, [heap.string(String(text))])
    case .limit: return nil
    }
  }

  /// Whether an error is an exception of a class, or of one that inherits from it.
  package func isException(_ error: Interruption, _ type: ExceptionType) -> Bool {
    switch error {
    case .exception(let value): return isInstance(value, ofClass: exceptionClass(type))
    case .raised(let actual, _):
      var current: ExceptionType? = actual
      while let one = current {
        if one == type { return true }
        current = one.parent
      }
      return false
    case .limit: return false
    }
  }

  // MARK: raise

  /// What `raise value` raises: an exception, or an instance of the class of exceptions named.
  func raised(_ value: Value, cause: Value?) throws(Interruption) -> Interruption {
    let exception = try instanceToRaise(value, "exceptions must derive from BaseException")
    if let cause {
      let causing =
        cause.isNone
        ? cause : try instanceToRaise(cause, "exception causes must derive from BaseException")
      exception.exceptionObject.pointee.cause = causing
      exception.exceptionObject.pointee.suppressesContext = true
    }
    setContext(of: exception)
    pendingTrace = exception.exceptionObject.pointee.trace
    return .exception(exception)
  }

  private func instanceToRaise(_ value: Value, _ complaint: String) throws(Interruption) -> Value {
    if value.isException { return value }
    if value.kind == .class, value.classInfo.isException {
      let made = try call(value, [])
      if made.isException { return made }
      throw .raised(
        .type,
        "calling \(try representation(of: value)) should have returned an instance of BaseException, not \(try representation(of: type(of: made)))"
      )
    }
    throw .raised(.type, complaint)
  }

  /// What `raise` alone raises.
  func raisedAgain() -> Interruption {
    let handled = state.pointee.handled
    if handled.isUnbound { return .raised(.runtime, "No active exception to reraise") }
    return resumed(handled)
  }

  /// An exception that goes on its way after a handler has looked at it.
  func resumed(_ exception: Value) -> Interruption {
    pendingTrace = exception.exceptionObject.pointee.trace
    return .exception(exception)
  }

  /// Whether `except type` catches an exception.
  func exceptionMatches(_ exception: Value, _ type: Value) throws(Interruption) -> Bool {
    let types = type.kind == .tuple ? items(of: type) : [type]
    for one in types where one.kind != .class || !one.classInfo.isException {
      throw .raised(
        .type, "catching classes that do not inherit from BaseException is not allowed")
    }
    return types.contains { isInstance(exception, ofClass: $0) }
  }

  // MARK: Unwinding

  /// Places that a trace holds at most, twice the usual limit of calls: an exception that is raised
  /// again and again would take memory without end.
  private static let longestTrace = 2_000

  /// Takes frames down to the nearest handler, from which execution then goes on, or to `depth`; gives
  /// the error that is on its way further.
  func unwind(_ error: Interruption, to depth: Int) -> Interruption? {
    var error = error
    while state.pointee.frameCount > depth {
      let frame = state.pointee.frames + (state.pointee.frameCount - 1)
      let code = frame.pointee.code._withUnsafeGuaranteedRef { $0 }
      let point = TracePoint(code: frame.pointee.code, instruction: frame.pointee.pc - 1)
      if pendingTrace.isEmpty {
        failingFrame.take(frame.pointee, at: point)
        // Made now, while it is known what is being handled.
        if !state.pointee.handled.isUnbound { _ = caught(&error) }
      }
      if let handler = code.handler(of: point.instruction),
        let exception = caught(&error)
      {
        exception.exceptionObject.pointee.trace =
          isKnown(point) || pendingTrace.count >= Self.longestTrace
          ? pendingTrace : pendingTrace + [point]
        pendingTrace = []
        frame.pointee.base[handler.register] = exception
        frame.pointee.pc = UnsafePointer(
          code.instructions.baseAddress.unsafelyUnwrapped + handler.target)
        state.pointee.top = frame.pointee.top
        return nil
      }
      if !isKnown(point), pendingTrace.count < Self.longestTrace { pendingTrace.append(point) }
      if code.isGenerator { error = ended(generatorOf: frame.pointee, error) }
      state.pointee.frameCount -= 1
    }
    state.pointee.top = state.pointee.frames[depth].base
    return error
  }

  /// Whether an exception only goes on its way here: its trace has the place in this frame already where
  /// it rose.
  private func isKnown(_ point: TracePoint) -> Bool {
    switch point.instruction.pointee.opcode {
    case .reraise, .raiseAgain: !pendingTrace.isEmpty
    default: false
    }
  }

  /// The exception that a handler gets; `nil` where none may see it.
  private func caught(_ error: inout Interruption) -> Value? {
    do throws(Interruption) {
      guard let value = try exceptionValue(error) else { return nil }
      error = .exception(value)
      return value
    } catch let other {
      error = other
      return nil
    }
  }

  /// Runs `body`; gives `nil` where it raised an exception of the given class, which is forgotten.
  package func catching<R>(
    _ type: ExceptionType, or other: ExceptionType? = nil,
    _ body: () throws(Interruption) -> R
  ) throws(Interruption) -> R? {
    do throws(Interruption) {
      return try body()
    } catch {
      let isExpected =
        isException(error, type) || other.map { isException(error, $0) } ?? false
      guard isExpected else { throw error }
      pendingTrace = []
      return nil
    }
  }

  /// What became of code that may raise.
  package enum Attempt<R> {
    case value(R)
    /// The last line of the report on the exception, which is forgotten.
    case raised(String)
  }

  /// Runs `body`, which may raise exceptions of the given classes.
  package func attempt<R>(
    _ types: [ExceptionType], _ body: () throws(Interruption) -> R
  ) throws(Interruption) -> Attempt<R> {
    do throws(Interruption) {
      return .value(try body())
    } catch {
      guard types.contains(where: { isException(error, $0) }) else { throw error }
      pendingTrace = []
      return .raised(lastLine(of: error))
    }
  }

  // MARK: Contexts

  /// The bound `__exit__` of a context, and what its `__enter__` gives.
  func enterContext(_ context: Value, _ registers: UnsafeMutablePointer<Value>) throws(Interruption)
  {
    func method(_ special: SpecialMethod, _ missing: String) throws(Interruption) -> Value {
      if let found = try boundSpecialMethod(special, of: context) { return found }
      throw .raised(
        .type,
        "'\(typeName(context))' object does not support the context manager protocol\(missing)")
    }
    let enter = try method(.enter, "")
    registers[0] = try method(.exit, " (missed __exit__ method)")
    registers[1] = try call(enter, [])
  }

  /// Calls an `__exit__`; gives whether it takes care of the exception.
  func leaveContext(_ exit: Value, _ exception: Value?) throws(Interruption) -> Bool {
    guard let exception else {
      _ = try call(exit, [.none, .none, .none])
      return false
    }
    let result = try call(
      exit, [exception.instanceObject.pointee.type, exception, traceback(of: exception)])
    return try isTrue(result)
  }

  // MARK: Reports

  /// The calls that led to the error that came out, outermost first.
  func takeTraceback() -> [Diagnostic.Frame] {
    let points = pendingTrace.reversed()
    pendingTrace = []
    return points.flatMap { point in
      point.code._withUnsafeGuaranteedRef { $0.frames(at: point.instruction) }
    }
  }

  /// The calls under way, outermost first, as a traceback has them.
  func callsUnderWay() -> [Diagnostic.Frame] {
    (0..<state.pointee.frameCount).flatMap { index in
      let frame = state.pointee.frames[index]
      return frame.code._withUnsafeGuaranteedRef { $0.frames(at: frame.pc - 1) }
    }
  }

  /// An exception that the machine raised itself, with its text alone, as it was before a handler
  /// looked at it and let it go.
  func described(_ interruption: Interruption) -> Interruption {
    guard case .exception(let value) = interruption,
      let type = ExceptionType(rawValue: typeName(value)),
      let message = try? exceptionText(value)
    else { return interruption }
    return .raised(type, message)
  }

  /// The last line of Python's report: `ValueError: math domain error`.
  package func lastLine(of interruption: Interruption) -> String {
    switch interruption {
    case .raised(let type, let message):
      return message.isEmpty ? type.rawValue : "\(type.rawValue): \(message)"
    case .limit(_, let message): return message
    case .exception(let value):
      let name = typeName(value)
      guard let message = try? text(of: value) else {
        return "\(name): <exception str() failed>"
      }
      return message.isEmpty ? name : "\(name): \(message)"
    }
  }
}

extension Code {
  /// What a report says of a call that has come to an instruction: a comprehension is a call of its own.
  fileprivate func frames(at instruction: UnsafePointer<Instruction>) -> [Diagnostic.Frame] {
    let comprehensions = comprehensions(around: instruction).reversed()
    let names = [name == Code.moduleName ? nil : name] + comprehensions.map(\.name)
    let places = comprehensions.map { source.place(of: $0.span) } + [place(of: instruction)]
    return zip(names, places).map { Diagnostic.Frame(function: $0, place: $1) }
  }
}
