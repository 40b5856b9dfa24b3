import NeuronSyntax

// What instructions mean where the interpreter's loop has no short way.

extension Machine {
  /// Executes an instruction of the newest frame, whose saved program counter stands behind it. What
  /// the loop always does by itself is not here.
  ///
  /// - Returns: what a generator gives to whoever called `run`; else `nil`.
  @inline(never)
  func perform(_ i: Instruction, until depth: Int) throws(Interruption) -> Value? {
    let state = self.state
    let frame = state.pointee.frames + (state.pointee.frameCount - 1)
    let base = frame.pointee.base
    let pc = frame.pointee.pc
    let code = frame.pointee.code
    let constants = code._withUnsafeGuaranteedRef { $0.constants.baseAddress.unsafelyUnwrapped }
    switch i.opcode {
    case .loadGlobal: throw unboundGlobal(i.wide)
    case .deleteGlobal:
      if globals.values[i.wide].isUnbound { throw unboundGlobal(i.wide) }
      let value = globals.values[i.wide]
      globals.delete(i.wide)
      if hasProtectedGenerators, value.kind == .generator {
        try closeDroppedGenerators(below: base + i.a)
      }
    case .checkBound: throw unboundLocal(i.a, of: code)
    case .deleteLocal:
      if base[i.a].isUnbound { throw unboundLocal(i.a, of: code) }
      let value = base[i.a]
      base[i.a] = .unbound
      if hasProtectedGenerators, value.kind == .generator {
        try closeDroppedGenerators(below: base + i.b)
      }
    case .makeBox: base[i.a] = heap.box(base[i.a])
    case .loadBox: throw unboundLocal(i.b, of: code)
    case .loadFree: throw unboundFree(i.b, of: code)
    case .makeFunction: base[i.a] = makeFunction(i, code: code, base: base)

    case .add: base[i.a] = try binary(.add, base[i.b], base[i.c], i.d != 0)
    case .addRK: base[i.a] = try binary(.add, base[i.b], constants[i.c], i.d != 0)
    case .addKR: base[i.a] = try binary(.add, constants[i.b], base[i.c], i.d != 0)
    case .subtract: base[i.a] = try binary(.subtract, base[i.b], base[i.c], i.d != 0)
    case .subtractRK: base[i.a] = try binary(.subtract, base[i.b], constants[i.c], i.d != 0)
    case .subtractKR: base[i.a] = try binary(.subtract, constants[i.b], base[i.c], i.d != 0)
    case .multiply: base[i.a] = try binary(.multiply, base[i.b], base[i.c], i.d != 0)
    case .multiplyRK: base[i.a] = try binary(.multiply, base[i.b], constants[i.c], i.d != 0)
    case .multiplyKR: base[i.a] = try binary(.multiply, constants[i.b], base[i.c], i.d != 0)
    case .divide: base[i.a] = try binary(.divide, base[i.b], base[i.c], i.d != 0)
    case .divideRK: base[i.a] = try binary(.divide, base[i.b], constants[i.c], i.d != 0)
    case .divideKR: base[i.a] = try binary(.divide, constants[i.b], base[i.c], i.d != 0)
    case .floorDivide: base[i.a] = try binary(.floorDivide, base[i.b], base[i.c], i.d != 0)
    case .floorDivideRK: base[i.a] = try binary(.floorDivide, base[i.b], constants[i.c], i.d != 0)
    case .modulo: base[i.a] = try binary(.modulo, base[i.b], base[i.c], i.d != 0)
    case .moduloRK: base[i.a] = try binary(.modulo, base[i.b], constants[i.c], i.d != 0)
    case .power:
      let (x, y) = (base[i.b], base[i.c])
      if !Fast.power(x, y, base + i.a) { base[i.a] = try binary(.power, x, y, i.d != 0) }
    case .powerRK:
      let (x, y) = (base[i.b], constants[i.c])
      if !Fast.power(x, y, base + i.a) { base[i.a] = try binary(.power, x, y, i.d != 0) }
    case .binary:
      let operation = BinaryOperator(operand: i.d & 0x7F)
      base[i.a] = try binary(operation, base[i.b], base[i.c], i.d & 0x80 != 0)
    case .negate: base[i.a] = try negate(base[i.b])
    case .plus: base[i.a] = try plus(base[i.b])
    case .invert: base[i.a] = try invert(base[i.b])
    case .not: base[i.a] = Value(!(try isTrue(base[i.b])))
    case .compare:
      let comparison = ComparisonOperator(operand: i.d)
      if base[i.c].kind == .dictionary, comparison == .in || comparison == .notIn {
        let isIn = try getItem(base[i.c], base[i.b]) != nil
        base[i.a] = Value(isIn == (comparison == .in))
        break
      }
      base[i.a] = try compareToValue(comparison, base[i.b], base[i.c])

    case .loop:
      try pauseIfDue()
      frame.pointee.pc += i.wide
    case .jumpIfTrue: if try isTrue(base[i.a]) { frame.pointee.pc += i.wide }
    case .jumpIfFalse: if !(try isTrue(base[i.a])) { frame.pointee.pc += i.wide }
    case .jumpUnlessLess:
      if !(try compare(.less, base[i.a], base[i.b])) { frame.pointee.pc += i.signedC }
    case .jumpUnlessLessRK:
      if !(try compare(.less, base[i.a], constants[i.b])) { frame.pointee.pc += i.signedC }
    case .jumpUnlessLessOrEqual:
      if !(try compare(.lessOrEqual, base[i.a], base[i.b])) { frame.pointee.pc += i.signedC }
    case .jumpUnlessLessOrEqualRK:
      if !(try compare(.lessOrEqual, base[i.a], constants[i.b])) { frame.pointee.pc += i.signedC }
    case .jumpUnlessGreater:
      if !(try compare(.greater, base[i.a], base[i.b])) { frame.pointee.pc += i.signedC }
    case .jumpUnlessGreaterRK:
      if !(try compare(.greater, base[i.a], constants[i.b])) { frame.pointee.pc += i.signedC }
    case .jumpUnlessGreaterOrEqual:
      if !(try compare(.greaterOrEqual, base[i.a], base[i.b])) { frame.pointee.pc += i.signedC }
    case .jumpUnlessGreaterOrEqualRK:
      if !(try compare(.greaterOrEqual, base[i.a], constants[i.b])) {
        frame.pointee.pc += i.signedC
      }
    case .jumpUnlessEqual:
      if !(try compare(.equal, base[i.a], base[i.b])) { frame.pointee.pc += i.signedC }
    case .jumpUnlessEqualRK:
      if !(try compare(.equal, base[i.a], constants[i.b])) { frame.pointee.pc += i.signedC }
    case .jumpUnlessNotEqual:
      if !(try compare(.notEqual, base[i.a], base[i.b])) { frame.pointee.pc += i.signedC }
    case .jumpUnlessNotEqualRK:
      if !(try compare(.notEqual, base[i.a], constants[i.b])) { frame.pointee.pc += i.signedC }

    case .call:
      try pauseIfDue()
      try call(base[i.a], base + (i.a + 1), i.b, into: base + i.c)
    case .callGlobal:
      if globals.values[i.wide].isUnbound { throw unboundGlobal(i.wide) }
      frame.pointee.pc = pc + 1
      try pauseIfDue()
      base[i.a] = globals.values[i.wide]
      Self.place(pc - 1, pc, base)
      try call(base[i.a], base + (i.a + 1), i.d, into: base + pc.pointee.c)
    case .callKeywords:
      state.pointee.fuel &-= 5
      try pauseIfDue()
      let keywords = code._withUnsafeGuaranteedRef { $0.keywordLists[pc.pointee.wide] }
      frame.pointee.pc = pc + 1
      base[i.c] = try callValue(base[i.a], base + (i.a + 1), i.b, keywords)
    case .callExpanded:
      state.pointee.fuel &-= 5
      try pauseIfDue()
      base[i.c] = try callExpanded(base[i.a], base[i.a + 1], base[i.a + 2])
    case .loadMethod: try loadMethod(i, code: code, base: base)
    case .loadGlobalMethod:
      base[i.a] = try globalOfSubexpression(i.wide)
      try loadMethod(
        Instruction(.loadMethod, a: i.a, b: i.a, c: pc.pointee.c), code: code, base: base)
      frame.pointee.pc = pc + 1
    case .loadSuperMethod: try loadSuperMethod(i, code: code, base: base)
    case .callMethod:
      try pauseIfDue()
      let skipped = base[i.a + 1].isUnbound ? 1 : 0
      try call(base[i.a], base + (i.a + 1 + skipped), i.b + 1 - skipped, into: base + i.c)
    case .callMethodKeywords:
      state.pointee.fuel &-= 5
      try pauseIfDue()
      let keywords = code._withUnsafeGuaranteedRef { $0.keywordLists[pc.pointee.wide] }
      let hasReceiver = !base[i.a + 1].isUnbound
      frame.pointee.pc = pc + 1
      base[i.c] = try callValue(
        base[i.a], base + (i.a + (hasReceiver ? 1 : 2)), i.b + (hasReceiver ? 1 : 0), keywords)

    case .buildList: base[i.a] = try heap.list(copying: base + i.b, count: i.c)
    case .buildTuple:
      base[i.a] =
        i.d == 0
        ? try heap.tuple(copying: base + i.b, count: i.c)
        : try heap.tuple(
          copying: base[i.b].listObject.pointee.items,
          count: base[i.b].listObject.pointee.count)
    case .buildString: base[i.a] = try joinStrings(base + i.b, i.c)
    case .buildDictionary: base[i.a] = try makeDictionary(base + i.b, i.c)
    case .formatValue: base[i.a] = try formatValue(base[i.b], base[i.c], conversion: i.d)
    case .buildSet:
      base[i.a] = try makeSet(base + i.b, i.c, SetDisplay(operand: i.d))
    case .addToSet: try add(base[i.b], to: base[i.a])
    case .extendSet: try extendSetDisplay(base[i.a], with: base[i.b])
    case .buildSlice: base[i.a] = heap.slice(base[i.b], base[i.b + 1], base[i.b + 2])
    case .appendToList: try heap.append(base[i.b], to: base[i.a])
    case .extendList:
      try extendDisplay(base[i.a], with: base[i.b], callee: i.d == 0 ? nil : base[i.a - 1])
    case .storeInDictionary:
      try setItem(base[i.a], base[i.b], base[i.c], callee: i.d == 0 ? nil : base[i.a - 2])
    case .updateDictionary:
      try update(base[i.a], with: base[i.b], callee: i.d == 0 ? nil : base[i.a - 2])

    case .loadAttribute: base[i.a] = try loadAttribute(i, code: code, base: base)
    case .storeAttribute: try storeAttribute(i, code: code, base: base)
    case .loadSubscript: base[i.a] = try loadSubscript(base[i.b], base[i.c])
    case .loadGlobalSubscript:
      // The target may be the index; and the program may give the global another value meanwhile.
      let object = try globalOfSubexpression(i.wide)
      base[i.a] = try heap.pinning(object) { () throws(Interruption) in
        try loadSubscript(object, base[pc.pointee.c])
      }
      frame.pointee.pc = pc + 1
    case .loadSubscriptRK: base[i.a] = try loadSubscript(base[i.b], constants[i.c])
    case .storeSubscript: try storeSubscript(base[i.a], base[i.b], base[i.c])
    case .storeSubscriptRK: try storeSubscript(base[i.a], constants[i.b], base[i.c])
    case .deleteSubscript: try deleteSubscript(base[i.a], base[i.b])

    case .makeIterator: base[i.a] = try makeIterator(base[i.b])
    case .nextOrExit:
      try pauseIfDue()
      let distance = pc.pointee.wide
      frame.pointee.pc = pc + 1
      if base[i.b].kind == .generator {
        _ = try resume(base[i.b], sending: .none)
      } else {
        let body = frame.pointee.pc + distance
        if Self.isUnpackedAtOnce(pc - 1, by: body, in: code),
          let hasMore = try nextPair(base[i.b], into: base + body.pointee.a)
        {
          if hasMore { frame.pointee.pc = body + 1 }
        } else if let value = try next(base[i.b]) {
          base[i.a] = value
          frame.pointee.pc = body
        }
      }
    case .yieldValue:
      let value = base[i.a]
      if base[i.b].generatorObject.pointee.consumer != .resumer,
        try consume(value, from: base[i.b])
      {
        base[i.c] = .none
        break
      }
      Self.suspend(state, base[i.b], at: pc, registers: base)
      state.pointee.frameCount &-= 1
      if state.pointee.frameCount == depth { return value }
      let resumer = frame - 1
      state.pointee.top = resumer.pointee.top
      resumer.pointee.base[resumer.pointee.pc[-2].a] = value
      resumer.pointee.pc += resumer.pointee.pc[-1].wide
    case .endGenerator:
      let value = i.d == 0 ? base[i.a] : .none
      end(base[i.b])
      state.pointee.frameCount &-= 1
      if state.pointee.frameCount == depth { return value }
      let resumer = frame - 1
      state.pointee.top = resumer.pointee.top
      let resumption = resumer.pointee.pc[-2]
      if resumption.opcode == .sendOrExit { resumer.pointee.base[resumption.a] = value }
    case .sendOrExit:
      let distance = pc.pointee.wide
      try pauseIfDue()
      frame.pointee.pc = pc + 1
      let (iterator, sent) = (base[i.b], base[i.a])
      base[i.a] = .none
      if iterator.kind == .generator {
        _ = try resume(iterator, sending: sent)
      } else {
        switch try send(sent, to: iterator) {
        case .yielded(let value):
          base[i.a] = value
          frame.pointee.pc += distance
        case .ended(let value): base[i.a] = value
        }
      }
    case .leaveLoop:
      if hasProtectedGenerators, mayHoldWaitingGenerator(base[i.a]) {
        try leaveLoop(over: base + i.a, keeping: base + i.b)
      }
    case .unpack: try unpack(base[i.b], into: base + i.a, count: i.c)
    case .unpackStarred:
      try unpack(base[i.b], into: base + i.a, count: i.c, starredAt: i.d)
    case .importModule:
      base[i.a] = try importModule(textOf(constants[i.wide]))
    case .importMember:
      base[i.a] = try importMember(
        base[i.b], code._withUnsafeGuaranteedRef { $0.siteNames[i.c] })
    case .importAll:
      try importAll(base[i.a], into: code._withUnsafeGuaranteedRef { $0.namespace })
    case .raise: throw try raised(base[i.a], cause: i.d == 0 ? nil : base[i.b])
    case .raiseAgain: throw raisedAgain()
    case .reraise: throw resumed(base[i.a])
    case .enterHandler:
      base[i.a + 1] = outerHandled(code, base)
      state.pointee.handled = base[i.a]
    case .leaveHandler:
      let outer = base[i.a + 1]
      state.pointee.handled = outer.isNone ? resumerHandled(code, base) : outer
    case .exceptionMatches: base[i.a] = Value(try exceptionMatches(base[i.b], base[i.c]))
    case .enterContext: try enterContext(base[i.b], base + i.a)
    case .leaveContext:
      base[i.b] = Value(try leaveContext(base[i.a], i.d == 0 ? nil : base[i.c]))
    case .loadClassName:
      if !base[i.b].isUnbound {
        base[i.a] = base[i.b]
        frame.pointee.pc += 1
      }
    case .collectNames: base[i.a] = try collectNames(code: code, base: base)
    case .buildClass:
      base[i.a] = try buildClass(base[i.b], bases: base[i.b + 1], keywords: base[i.b + 2])
    case .deleteAttribute:
      try deleteAttribute(code._withUnsafeGuaranteedRef { $0.siteNames[i.c] }, of: base[i.a])
    case .assertionFailed: throw assertionFailed(i.b == 0 ? base[i.a] : nil)
    case .cover:
      frame.pointee.pc -= 1
      code._withUnsafeGuaranteedRef { $0.passPoint(frame.pointee.pc) }
    case .move, .loadConstant, .loadUnbound, .storeGlobal, .storeBox, .storeFree, .jump,
      .returnValue, .returnNone:
      break
    }
    return nil
  }

  /// A global that an instruction of two words uses, the second of which tells where its name stands.
  private func globalOfSubexpression(_ slot: Int) throws(Interruption) -> Value {
    if globals.values[slot].isUnbound {
      state.pointee.frames[state.pointee.frameCount - 1].pc += 1
      throw unboundGlobal(slot)
    }
    return globals.values[slot]
  }

  /// Calls a value; the frame of a function is only pushed, and gives its result to the register that
  /// the instruction names.
  private func call(
    _ callee: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int,
    into target: UnsafeMutablePointer<Value>
  ) throws(Interruption) {
    switch callee.kind {
    case .function: if try enter(callee, arguments, count) { return }
    case .class: if try enterInitializer(callee, arguments, count) { return }
    case .native where callee.payload == state.pointee.listAppend.payload && count == 2:
      if arguments[0].kind == .list {
        target.pointee = .none
        return try heap.append(arguments[1], to: arguments[0])
      }
    case .native where callee.payload == state.pointee.lengthFunction.payload && count == 1:
      if let length = length(arguments[0]) {
        target.pointee = Value(length)
        return
      }
    case .type where callee.payload == UInt64(BuiltinType.range.rawValue):
      if let range = plainRange(arguments, count) {
        target.pointee = range
        return
      }
    default: break
    }
    target.pointee = try callValue(callee, arguments, count, [])
  }

  /// A range of small integers that counts upwards one by one.
  private func plainRange(_ bounds: UnsafeMutablePointer<Value>, _ count: Int) -> Value? {
    guard count == 1 || count == 2, bounds[0].isInt, bounds[count - 1].isInt else { return nil }
    let start = count == 1 ? 0 : bounds[0].int
    let stop = bounds[count - 1].int
    let (length, overflow) = stop.subtractingReportingOverflow(start)
    if overflow { return nil }
    return heap.range(start: start, stop: stop, step: 1, count: max(length, 0))
  }

  private func pauseIfDue() throws(Interruption) {
    if state.pointee.fuel < 0 || heap.counters.pointee.isCollectionDue { try pauseAtSafePoint() }
  }
}
