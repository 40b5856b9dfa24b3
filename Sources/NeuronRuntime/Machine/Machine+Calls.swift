import Backprop
import SourceText

// Calling: arguments into registers, frames on and off.

extension Machine {
  /// Pushes a frame for a function whose positional arguments stand at `arguments`, which become its
  /// first registers. `false` when the arguments need arranging: see `callFunction`.
  @inline(__always)
  func enter(
    _ callee: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Interruption) -> Bool {
    let function = callee.functionObject
    let (wanted, required) = function.pointee.code._withUnsafeGuaranteedRef {
      ($0.directArgumentCount, $0.requiredArgumentCount)
    }
    if count != wanted {
      // Without parameters of other kinds, the last arguments may be left to their defaults.
      guard count < wanted, count >= required else { return false }
      let missing = wanted &- count
      if arguments + wanted > state.pointee.registerEnd { throw .recursionLimit() }
      state.pointee.raiseTop(to: max(arguments + wanted, state.pointee.top))
      let defaults = function.defaults + (wanted &- required &- missing)
      for index in 0..<missing { arguments[count &+ index] = defaults[index] }
    }
    try pushFrame(callee, base: arguments)
    return true
  }

  /// Makes an instance of a class and pushes the frame of its `__init__`, with the instance before the
  /// arguments. `false` when it is not as simple as that: see `makeInstance`.
  func enterInitializer(
    _ type: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Interruption) -> Bool {
    let info = type.classInfo
    guard !info.isException, info.payloadType == nil, specialMethod(.new, ofClass: type) == nil,
      let initialize = specialMethod(.initialize, ofClass: type), initialize.kind == .function
    else { return false }
    let window = arguments - 1
    let before = window.pointee
    window.pointee = heap.instance(of: type)
    guard try enter(initialize, window, count + 1) else {
      window.pointee = before
      return false
    }
    let frame = state.pointee.frames + (state.pointee.frameCount - 1)
    frame.pointee.isPlain = false
    frame.pointee.made = window.pointee
    return true
  }

  /// What a call that is not plain gives; its frame has just been taken off.
  @inline(never)
  func finish(
    _ frame: UnsafeMutablePointer<Frame>, _ value: Value
  ) throws(Interruption) -> Value {
    let value =
      state.pointee.recordsCalls ? noteReturn(value, of: frame.pointee.record) : value
    let made = frame.pointee.made
    if made.isUnbound { return value }
    frame.pointee.made = .unbound
    if !value.isNone {
      throw .raised(.type, "__init__() should return None, not '\(typeName(value))'")
    }
    return made
  }

  /// - Parameter base: the window of the call, with all parameters in their registers.
  @inline(__always)
  private func pushFrame(
    _ callee: Value, base: UnsafeMutablePointer<Value>
  ) throws(Interruption) {
    let state = self.state
    let code = callee.functionObject.pointee.code
    let (pc, parameterCount, variableCount, registerCount) = code._withUnsafeGuaranteedRef {
      (
        UnsafePointer($0.instructions.baseAddress.unsafelyUnwrapped), $0.parameterCount,
        $0.variableCount, $0.registerCount
      )
    }
    let top = max(base + registerCount, state.pointee.top)
    if state.pointee.frameCount >= state.pointee.frameLimit || top > state.pointee.registerEnd {
      throw .recursionLimit()
    }
    // Only variables can be asked for before they have a value; what is left in the registers of
    // temporaries the collector knows.
    var unset = base + parameterCount
    let end = base + variableCount
    while unset < end {
      unset.pointee = .unbound
      unset += 1
    }
    let frame = state.pointee.frames + state.pointee.frameCount
    frame.pointee.code = code
    frame.pointee.function = callee
    frame.pointee.base = base
    frame.pointee.top = top
    frame.pointee.pc = pc
    frame.pointee.constants = code._withUnsafeGuaranteedRef {
      $0.constants.baseAddress.unsafelyUnwrapped
    }
    frame.pointee.isPlain = true
    if state.pointee.recordsCalls {
      frame.pointee.isPlain = false
      frame.pointee.made = .unbound
      frame.pointee.record = noteCall(callee, base)
    }
    state.pointee.frameCount &+= 1
    state.pointee.raiseTop(to: top)
  }

  /// Runs a module's code, which has no function object.
  func runModule(_ code: Code) throws(Interruption) -> Value {
    self.code.append(code)
    let top = state.pointee.top
    defer { state.pointee.top = top }
    let function = heap.function(
      code, boxCount: 0, defaults: state.pointee.registers, defaultCount: 0)
    try pushFrame(Value(.function, function), base: state.pointee.top)
    return try run(until: state.pointee.frameCount - 1)
  }

  /// Calls any value from native code. The arguments are safe from the collector meanwhile.
  package func call(_ callee: Value, _ arguments: [Value]) throws(Interruption) -> Value {
    try call(callee, arguments, keywords: [])
  }

  /// Calls any value with one argument.
  func call(_ callee: Value, _ argument: Value) throws(Interruption) -> Value {
    let base = state.pointee.top
    if base + 2 > state.pointee.registerEnd {
      throw .limit(.recursionLimit, "RecursionError: maximum recursion depth exceeded")
    }
    base[0] = callee
    base[1] = argument
    state.pointee.raiseTop(to: base + 2)
    defer { state.pointee.top = base }
    if callee.kind == .function, try enter(callee, base + 1, 1) {
      return try run(until: state.pointee.frameCount - 1)
    }
    return try callValue(callee, base + 1, 1, [])
  }

  /// `arguments` holds the positional ones, then one for each of `keywords`.
  package func call(
    _ callee: Value, _ arguments: [Value], keywords: [String]
  ) throws(Interruption) -> Value {
    let base = state.pointee.top
    if base + (arguments.count + 1) > state.pointee.registerEnd {
      throw .recursionLimit()
    }
    base.pointee = callee
    for (index, argument) in arguments.enumerated() { base[index + 1] = argument }
    state.pointee.raiseTop(to: base + (arguments.count + 1))
    defer { state.pointee.top = base }
    return try callValue(callee, base + 1, arguments.count, keywords)
  }

  /// Calls a value whose arguments, `count` of them with those of `keywords` last, stand in registers.
  @inline(never)
  func callValue(
    _ callee: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: [String]
  ) throws(Interruption) -> Value {
    let given = Arguments(base: arguments, count: count - keywords.count, keywords: keywords)
    switch callee.kind {
    case .native: return try state.pointee.natives[Int(callee.payload)].body(given, self)
    case .function: return try callFunction(callee, given)
    case .boundMethod:
      let method = callee.boundMethodObject.pointee
      let all = [method.receiver] + UnsafeBufferPointer(start: arguments, count: count)
      return try call(method.function, all, keywords: keywords)
    case .type: return try construct(callee, given)
    case .class: return try makeInstance(callee, given)
    case .instance:
      guard let method = specialMethod(.call, of: callee) else { throw notCallable(callee) }
      let all = Array(UnsafeBufferPointer(start: arguments, count: count))
      if method.kind == .function { return try call(method, [callee] + all, keywords: keywords) }
      // What is called may be an instance in turn.
      return try walking { () throws(Interruption) in
        try call(
          bound(method, to: callee, type: callee.instanceObject.pointee.type), all,
          keywords: keywords)
      }
    case .foreign: return try callee.foreignObject.pointee.value.call(given, in: self)
    default: throw notCallable(callee)
    }
  }

  private func notCallable(_ value: Value) -> Interruption {
    .raised(.type, "'\(typeName(value))' object is not callable")
  }

  /// Arranges the arguments of a function as its parameters want them, and runs it.
  private func callFunction(_ callee: Value, _ given: Arguments) throws(Interruption) -> Value {
    if makesGenerator(callee, of: given) {
      return try makeGenerator(callee, arguments: given.base)
    }
    let code = callee.functionObject.pointee.code._withUnsafeGuaranteedRef { $0 }
    let base = max(state.pointee.top, given.base + (given.count + given.keywords.count))
    if base + code.registerCount > state.pointee.registerEnd {
      throw .recursionLimit()
    }
    let top = state.pointee.top
    defer { state.pointee.top = top }
    // Before anything is written, which may stay when an argument is wrong.
    state.pointee.raiseTop(to: base + code.parameters.count)
    base.update(repeating: .unbound, count: code.parameters.count)
    try ArgumentBinder(code: code, function: callee, heap: heap).bind(given, to: base)
    if code.isGenerator { return try makeGenerator(callee, arguments: base) }
    try pushFrame(callee, base: base)
    return try run(until: state.pointee.frameCount - 1)
  }

  /// Runs a function whose parameter registers are all given.
  func callFunction(_ callee: Value, registers: [Value]) throws(Interruption) -> Value {
    let code = callee.functionObject.pointee.code._withUnsafeGuaranteedRef { $0 }
    let base = state.pointee.top
    if base + code.registerCount > state.pointee.registerEnd {
      throw .recursionLimit()
    }
    defer { state.pointee.top = base }
    state.pointee.raiseTop(to: base + registers.count)
    for (index, value) in registers.enumerated() { base[index] = value }
    if code.isGenerator { return try makeGenerator(callee, arguments: base) }
    try pushFrame(callee, base: base)
    return try run(until: state.pointee.frameCount - 1)
  }

  /// Whether a callee is a function of the program that takes `count` arguments, all by place.
  package func takesByPlace(_ callee: Value, _ count: Int) -> Bool {
    guard callee.kind == .function else { return false }
    return callee.functionObject.pointee.code._withUnsafeGuaranteedRef {
      $0.directArgumentCount == count
    }
  }

  /// Calls such a function with fresh entries of the tape for the arguments at `positions`, all floats.
  package func callByPlace(
    _ callee: Value, _ arguments: Arguments, tracing positions: UnsafeBufferPointer<Int>
  ) throws(Interruption) -> Value {
    let base = max(state.pointee.top, arguments.base + arguments.count)
    if base + arguments.count > state.pointee.registerEnd {
      throw .recursionLimit()
    }
    let top = state.pointee.top
    defer { state.pointee.top = top }
    state.pointee.raiseTop(to: base + arguments.count)
    base.update(from: arguments.base, count: arguments.count)
    for position in positions {
      let argument = base[position]
      base[position] = tracing.value(
        tape.input(tracing.traced(argument)), flags: argument.tag & Value.numpyFlag)
    }
    try pushFrame(callee, base: base)
    return try run(until: state.pointee.frameCount - 1)
  }

  func callExpanded(
    _ callee: Value, _ positional: Value, _ keywords: Value
  ) throws(Interruption) -> Value {
    let list = positional.listObject.pointee
    var arguments = Array(UnsafeBufferPointer(start: list.items, count: list.count))
    var names: [String] = []
    for entry in keywords.dictionaryObject.pointee.table.entries {
      guard let key = entry.key.builtinPart, key.kind == .string else {
        throw .raised(.type, "keywords must be strings")
      }
      names.append(textOf(key))
      arguments.append(entry.value)
    }
    return try call(callee, arguments, keywords: names)
  }

  func makeFunction(
    _ i: Instruction, code: Unmanaged<Code>, base: UnsafeMutablePointer<Value>
  ) -> Value {
    let made = code._withUnsafeGuaranteedRef { $0.functions[i.b] }
    let function = heap.function(
      made, boxCount: made.captures.count, defaults: base + i.c, defaultCount: i.d)
    let maker = state.pointee.frames[state.pointee.frameCount - 1].function
    for (index, capture) in made.captures.enumerated() {
      switch capture {
      case .register(let register): function.boxes[index] = base[register]
      case .free(let free): function.boxes[index] = maker.functionObject.boxes[free]
      }
    }
    return Value(.function, function)
  }

  // MARK: Derivatives

  /// Begins to take a derivative; what is then traced counts until the matching `tracing.end()`.
  package func beginDerivative() {
    switch tracing.begin() {
    case Tracing.lastEpochs:
      // Soon all objects must be walked: better without the garbage.
      heap.requestCollection()
      return
    case 0: break
    default: return
    }
    heap.untraceAll()
    heap.untrace(globals.values, globals.count)
    heap.untrace(state.pointee.registers, state.pointee.top - state.pointee.registers)
  }

  // MARK: Calls as quantities

  /// - Parameter base: the registers with its arguments.
  private func noteCall(_ callee: Value, _ base: UnsafeMutablePointer<Value>) -> Int {
    let (name, isObject) = callee.functionObject.pointee.code._withUnsafeGuaranteedRef {
      ($0.callName, $0.isCallOfObject && $0.parameterCount > 0 && base[0].kind == .instance)
    }
    let caller = isObject ? typeName(base[0]) : name
    tracing.calls.append(Tracing.Call(function: caller, begunAt: tape.count, result: nil))
    return tracing.calls.count - 1
  }

  /// Notes what a call gave. A number that depends on nothing gets an entry of its own, so that what is
  /// made of it depends on the call.
  private func noteReturn(_ value: Value, of record: Int) -> Value {
    guard tracing.calls.indices.contains(record) else { return value }
    var value = value
    if value.isFloat, tracing.traced(value).isConstant {
      value = tracing.value(tape.input(Traced(value.float)), isNumPy: value.isNumPy)
    }
    tracing.calls[record].result = value
    return value
  }

  /// Runs `body` with every call of a function of the program noted, and gives the calls.
  package func recordingCalls(
    _ body: () throws(Interruption) -> Value
  ) throws(Interruption) -> (result: Value, calls: [Tracing.Call]) {
    let outerCalls = tracing.calls
    let outerSwitch = state.pointee.recordsCalls
    tracing.calls = []
    state.pointee.recordsCalls = true
    defer {
      tracing.calls = outerCalls
      state.pointee.recordsCalls = outerSwitch
    }
    // The results noted outside are out of the collector's sight until this ends.
    let result = try heap.pinning(outerCalls.compactMap(\.result)) { () throws(Interruption) in
      try body()
    }
    return (result, tracing.calls)
  }
}
