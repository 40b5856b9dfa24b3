import Backprop
import NeuronSyntax

// The loop that executes instructions. What is here is the fast path of each: numbers without a
// tape, calls that need no arranging. All else is a call to a method in another `Machine+…` file,
// kept out of line so that this function's registers stay free.

extension Machine {
  /// Executes from the newest frame on until the number of frames falls to `depth`; gives what the
  /// last of them returned.
  func run(until depth: Int) throws(Interruption) -> Value {
    while true {
      do throws(Interruption) {
        return try execute(until: depth)
      } catch {
        if let uncaught = unwind(error, to: depth) { throw uncaught }
      }
    }
  }

  /// As `run`, after an error in the newest frame.
  func run(until depth: Int, raising error: Interruption) throws(Interruption) -> Value {
    if let uncaught = unwind(error, to: depth) { throw uncaught }
    return try run(until: depth)
  }

  /// As `run`, up to the first error; the newest frame then tells where it came up.
  private func execute(until depth: Int) throws(Interruption) -> Value {
    let state = self.state
    let counters = heap.counters
    // These stay in the processor's registers: no closure may capture one that changes.
    var frame = state.pointee.frames + (state.pointee.frameCount - 1)
    var base = frame.pointee.base
    var pc = frame.pointee.pc
    var code = frame.pointee.code
    var constants = Self.constants(of: code)

    @inline(__always)
    func spend(_ steps: Int) throws(Interruption) {
      state.pointee.fuel &-= steps
      if state.pointee.fuel < 0 || counters.pointee.isCollectionDue { try pauseAtSafePoint() }
    }

    /// A function of one float, where it is one and has a finite value.
    @inline(__always)
    func applyScalar(
      _ callee: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int
    ) -> Double? {
      guard callee.kind == .native, count == 1, arguments[0].isPlainFloat,
        let scalar = state.pointee.natives[Int(callee.payload)].scalar
      else { return nil }
      let result = scalar(arguments[0].float)
      return result.isFinite ? result : nil
    }

    @inline(__always)
    func less(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
      if let fast = Fast.less(x, y) { return fast }
      return try compare(.less, x, y)
    }

    @inline(__always)
    func lessOrEqual(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
      if let fast = Fast.lessOrEqual(x, y) { return fast }
      return try compare(.lessOrEqual, x, y)
    }

    @inline(__always)
    func greater(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
      if let fast = Fast.less(y, x) { return fast }
      return try compare(.greater, x, y)
    }

    @inline(__always)
    func greaterOrEqual(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
      if let fast = Fast.lessOrEqual(y, x) { return fast }
      return try compare(.greaterOrEqual, x, y)
    }

    @inline(__always)
    func equal(_ x: Value, _ y: Value) throws(Interruption) -> Bool {
      if let fast = Fast.equal(x, y) { return fast }
      return try compare(.equal, x, y)
    }

    do throws(Interruption) {
      while true {
        let i = pc.pointee
        pc += 1
        switch i.opcode {
        case .move: base[i.a] = base[i.b]
        case .loadConstant: base[i.a] = constants[i.wide]
        case .loadGlobal:
          let value = globals.values[i.wide]
          if value.isUnbound { throw unboundGlobal(i.wide) }
          base[i.a] = value
        case .storeGlobal: globals.values[i.wide] = base[i.a]
        case .deleteGlobal:
          if globals.values[i.wide].isUnbound { throw unboundGlobal(i.wide) }
          globals.delete(i.wide)
        case .checkBound:
          if base[i.a].isUnbound { throw unboundLocal(i.a, of: code) }
        case .deleteLocal:
          if base[i.a].isUnbound { throw unboundLocal(i.a, of: code) }
          base[i.a] = .unbound
        case .makeBox: base[i.a] = heap.box(base[i.a])
        case .loadBox:
          let value = base[i.b].boxObject.pointee.value
          if value.isUnbound { throw unboundLocal(i.b, of: code) }
          base[i.a] = value
        case .storeBox: base[i.a].boxObject.pointee.value = base[i.b]
        case .loadFree:
          let function = frame.pointee.function
          let value = function.functionObject.boxes[i.b].boxObject.pointee.value
          if value.isUnbound { throw unboundFree(i.b, of: code) }
          base[i.a] = value
        case .storeFree:
          let function = frame.pointee.function
          function.functionObject.boxes[i.a].boxObject.pointee.value = base[i.b]
        case .makeFunction: base[i.a] = makeFunction(i, code: code, base: base)

        case .add:
          let (x, y) = (base[i.b], base[i.c])
          if !Fast.add(x, y, base + i.a) { base[i.a] = try binary(.add, x, y, i.d != 0) }
        case .addRK:
          let (x, y) = (base[i.b], constants[i.c])
          if !Fast.add(x, y, base + i.a) { base[i.a] = try binary(.add, x, y, i.d != 0) }
        case .addKR:
          let (x, y) = (constants[i.b], base[i.c])
          if !Fast.add(x, y, base + i.a) { base[i.a] = try binary(.add, x, y, i.d != 0) }
        case .subtract:
          let (x, y) = (base[i.b], base[i.c])
          if !Fast.subtract(x, y, base + i.a) { base[i.a] = try binary(.subtract, x, y, i.d != 0) }
        case .subtractRK:
          let (x, y) = (base[i.b], constants[i.c])
          if !Fast.subtract(x, y, base + i.a) { base[i.a] = try binary(.subtract, x, y, i.d != 0) }
        case .subtractKR:
          let (x, y) = (constants[i.b], base[i.c])
          if !Fast.subtract(x, y, base + i.a) { base[i.a] = try binary(.subtract, x, y, i.d != 0) }
        case .multiply:
          let (x, y) = (base[i.b], base[i.c])
          if !Fast.multiply(x, y, base + i.a) { base[i.a] = try binary(.multiply, x, y, i.d != 0) }
        case .multiplyRK:
          let (x, y) = (base[i.b], constants[i.c])
          if !Fast.multiply(x, y, base + i.a) { base[i.a] = try binary(.multiply, x, y, i.d != 0) }
        case .multiplyKR:
          let (x, y) = (constants[i.b], base[i.c])
          if !Fast.multiply(x, y, base + i.a) { base[i.a] = try binary(.multiply, x, y, i.d != 0) }
        case .divide:
          let (x, y) = (base[i.b], base[i.c])
          if !Fast.divide(x, y, base + i.a) { base[i.a] = try binary(.divide, x, y, i.d != 0) }
        case .divideRK:
          let (x, y) = (base[i.b], constants[i.c])
          if !Fast.divide(x, y, base + i.a) { base[i.a] = try binary(.divide, x, y, i.d != 0) }
        case .divideKR:
          let (x, y) = (constants[i.b], base[i.c])
          if !Fast.divide(x, y, base + i.a) { base[i.a] = try binary(.divide, x, y, i.d != 0) }
        case .floorDivide:
          let (x, y) = (base[i.b], base[i.c])
          if !Fast.floorDivide(x, y, base + i.a) {
            base[i.a] = try binary(.floorDivide, x, y, i.d != 0)
          }
        case .floorDivideRK:
          let (x, y) = (base[i.b], constants[i.c])
          if !Fast.floorDivide(x, y, base + i.a) {
            base[i.a] = try binary(.floorDivide, x, y, i.d != 0)
          }
        case .modulo:
          let (x, y) = (base[i.b], base[i.c])
          if !Fast.modulo(x, y, base + i.a) { base[i.a] = try binary(.modulo, x, y, i.d != 0) }
        case .moduloRK:
          let (x, y) = (base[i.b], constants[i.c])
          if !Fast.modulo(x, y, base + i.a) { base[i.a] = try binary(.modulo, x, y, i.d != 0) }
        case .power:
          let (x, y) = (base[i.b], base[i.c])
          if !Fast.power(x, y, base + i.a) { base[i.a] = try binary(.power, x, y, i.d != 0) }
        case .powerRK:
          let (x, y) = (base[i.b], constants[i.c])
          if !Fast.power(x, y, base + i.a) { base[i.a] = try binary(.power, x, y, i.d != 0) }
        case .binary:
          let operation = BinaryOperator(operand: i.d & 0x7F)
          base[i.a] = try binary(operation, base[i.b], base[i.c], i.d & 0x80 != 0)
        case .negate:
          let x = base[i.b]
          if x.isPlainFloat { base[i.a] = Value(-x.float) } else { base[i.a] = try negate(x) }
        case .plus: base[i.a] = try plus(base[i.b])
        case .invert: base[i.a] = try invert(base[i.b])
        case .not:
          let x = base[i.b]
          base[i.a] = Value(!(x.kind == .bool ? x.isTrueBool : try isTrue(x)))
        case .compare:
          let comparison = ComparisonOperator(operand: i.d)
          if let fast = Fast.compare(comparison, base[i.b], base[i.c]) {
            base[i.a] = Value(fast)
            continue
          }
          base[i.a] = try compareToValue(comparison, base[i.b], base[i.c])

        case .jump: pc += i.wide
        case .loop:
          try spend(4 &- i.wide)
          pc += i.wide
        case .jumpIfTrue:
          let x = base[i.a]
          if x.kind == .bool ? x.isTrueBool : try isTrue(x) { pc += i.wide }
        case .jumpIfFalse:
          let x = base[i.a]
          if !(x.kind == .bool ? x.isTrueBool : try isTrue(x)) { pc += i.wide }
        case .jumpUnlessLess:
          let (x, y) = (base[i.a], base[i.b])
          if !(try less(x, y)) { pc += i.signedC }
        case .jumpUnlessLessRK:
          let (x, y) = (base[i.a], constants[i.b])
          if !(try less(x, y)) { pc += i.signedC }
        case .jumpUnlessLessOrEqual:
          let (x, y) = (base[i.a], base[i.b])
          if !(try lessOrEqual(x, y)) { pc += i.signedC }
        case .jumpUnlessLessOrEqualRK:
          let (x, y) = (base[i.a], constants[i.b])
          if !(try lessOrEqual(x, y)) { pc += i.signedC }
        case .jumpUnlessGreater:
          let (x, y) = (base[i.a], base[i.b])
          if !(try greater(x, y)) { pc += i.signedC }
        case .jumpUnlessGreaterRK:
          let (x, y) = (base[i.a], constants[i.b])
          if !(try greater(x, y)) { pc += i.signedC }
        case .jumpUnlessGreaterOrEqual:
          let (x, y) = (base[i.a], base[i.b])
          if !(try greaterOrEqual(x, y)) { pc += i.signedC }
        case .jumpUnlessGreaterOrEqualRK:
          let (x, y) = (base[i.a], constants[i.b])
          if !(try greaterOrEqual(x, y)) { pc += i.signedC }
        case .jumpUnlessEqual:
          let (x, y) = (base[i.a], base[i.b])
          if !(try equal(x, y)) { pc += i.signedC }
        case .jumpUnlessEqualRK:
          let (x, y) = (base[i.a], constants[i.b])
          if !(try equal(x, y)) { pc += i.signedC }
        case .jumpUnlessNotEqual:
          let (x, y) = (base[i.a], base[i.b])
          if try equal(x, y) { pc += i.signedC }
        case .jumpUnlessNotEqualRK:
          let (x, y) = (base[i.a], constants[i.b])
          if try equal(x, y) { pc += i.signedC }

        case .call:
          try spend(5)
          let callee = base[i.a]
          frame.pointee.pc = pc
          let first = base + (i.a + 1)
          if callee.kind == .function, try enter(callee, first, i.b) {
            frame += 1
            Self.take(up: frame, &base, &pc, &code, &constants)
          } else if callee.kind == .class, try enterInitializer(callee, first, i.b) {
            frame += 1
            Self.take(up: frame, &base, &pc, &code, &constants)
          } else if let result = applyScalar(callee, first, i.b) {
            base[i.c] = Value(result)
          } else {
            base[i.c] = try callValue(callee, first, i.b, [])
          }
        case .callKeywords:
          try spend(5)
          let keywords = code._withUnsafeGuaranteedRef { $0.keywordLists[pc.pointee.wide] }
          pc += 1
          frame.pointee.pc = pc
          base[i.c] = try callValue(base[i.a], base + (i.a + 1), i.b, keywords)
        case .callExpanded:
          try spend(5)
          frame.pointee.pc = pc
          base[i.c] = try callExpanded(base[i.a], base[i.a + 1], base[i.a + 2])
        case .loadMethod:
          let object = base[i.b]
          let site = code._withUnsafeGuaranteedRef {
            $0.sites.baseAddress.unsafelyUnwrapped + i.c
          }
          if object.kind == .instance {
            if site.pointee.receiver == object.instanceObject.pointee.shapeID,
              site.pointee.epoch == state.pointee.classEpoch, !site.pointee.value.isUnbound
            {
              base[i.a] = site.pointee.value
              base[i.a + 1] = object
              continue
            }
          } else if site.pointee.receiver == UInt64(object.kind.rawValue) {
            base[i.a] = site.pointee.value
            base[i.a + 1] = object
            continue
          } else if site.pointee.receiver == object.payload, object.kind == .module {
            base[i.a] = site.pointee.value
            base[i.a + 1] = .unbound
            continue
          }
          try loadMethod(i, code: code, base: base)
        case .loadSuperMethod: try loadSuperMethod(i, code: code, base: base)
        case .callMethod:
          try spend(5)
          let callee = base[i.a]
          let hasReceiver = !base[i.a + 1].isUnbound
          let first = base + (i.a + (hasReceiver ? 1 : 2))
          let count = i.b + (hasReceiver ? 1 : 0)
          frame.pointee.pc = pc
          if callee.kind == .function, try enter(callee, first, count) {
            frame += 1
            Self.take(up: frame, &base, &pc, &code, &constants)
          } else if callee.kind == .class, try enterInitializer(callee, first, count) {
            frame += 1
            Self.take(up: frame, &base, &pc, &code, &constants)
          } else if let result = applyScalar(callee, first, count) {
            base[i.c] = Value(result)
          } else {
            base[i.c] = try callValue(callee, first, count, [])
          }
        case .callMethodKeywords:
          try spend(5)
          let keywords = code._withUnsafeGuaranteedRef { $0.keywordLists[pc.pointee.wide] }
          pc += 1
          let hasReceiver = !base[i.a + 1].isUnbound
          frame.pointee.pc = pc
          base[i.c] = try callValue(
            base[i.a], base + (i.a + (hasReceiver ? 1 : 2)), i.b + (hasReceiver ? 1 : 0), keywords)
        case .returnValue, .returnNone:
          var value = i.opcode == .returnNone ? Value.none : base[i.a]
          state.pointee.frameCount &-= 1
          if !frame.pointee.isPlain { value = try finish(frame, value) }
          if state.pointee.frameCount == depth { return value }
          frame -= 1
          Self.take(up: frame, &base, &pc, &code, &constants)
          state.pointee.top = frame.pointee.top
          base[pc[-1].c] = value

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

        case .loadAttribute:
          let object = base[i.b]
          if object.kind == .instance {
            let site = code._withUnsafeGuaranteedRef {
              $0.sites.baseAddress.unsafelyUnwrapped + i.c
            }
            let instance = object.instanceObject
            if site.pointee.receiver == instance.pointee.shapeID,
              site.pointee.epoch == state.pointee.classEpoch, site.pointee.value.isUnbound
            {
              base[i.a] = instance.pointee.slots[Int(site.pointee.slot)]
              continue
            }
          }
          base[i.a] = try loadAttribute(i, code: code, base: base)
        case .storeAttribute:
          let object = base[i.a]
          if object.kind == .instance {
            let site = code._withUnsafeGuaranteedRef {
              $0.sites.baseAddress.unsafelyUnwrapped + i.c
            }
            let instance = object.instanceObject
            let slot = Int(site.pointee.slot)
            if site.pointee.receiver == instance.pointee.shapeID,
              site.pointee.epoch == state.pointee.classEpoch, slot < instance.pointee.capacity
            {
              if let next = site.pointee.nextShape {
                instance.pointee.shape = next
                instance.pointee.shapeID = next._withUnsafeGuaranteedRef { $0.id }
              }
              instance.pointee.slots[slot] = base[i.b]
              continue
            }
          }
          try storeAttribute(i, code: code, base: base)
        case .loadSubscript:
          let (object, index) = (base[i.b], base[i.c])
          if object.kind == .list, index.isInt, index.int >= 0,
            index.int < object.listObject.pointee.count
          {
            base[i.a] = object.listObject.pointee.items[index.int]
          } else {
            base[i.a] = try loadSubscript(object, index)
          }
        case .storeSubscript:
          let (object, index) = (base[i.a], base[i.b])
          if object.kind == .list, index.isInt, index.int >= 0,
            index.int < object.listObject.pointee.count
          {
            object.listObject.pointee.items[index.int] = base[i.c]
          } else {
            try storeSubscript(object, index, base[i.c])
          }
        case .deleteSubscript: try deleteSubscript(base[i.a], base[i.b])

        case .makeIterator: base[i.a] = try makeIterator(base[i.b])
        case .nextOrExit:
          let distance = pc.pointee.wide
          pc += 1
          try spend(4 &- distance)
          let iterator = base[i.b]
          if iterator.kind == .generator {
            frame.pointee.pc = pc
            if try resume(iterator, sending: .none) {
              frame += 1
              Self.take(up: frame, &base, &pc, &code, &constants)
            }
            continue
          }
          if iterator.kind == .iterator,
            case .range(let next, let step, let remaining) = iterator.iteratorObject.pointee.source
          {
            if remaining > 0 {
              base[i.a] = Value(next)
              iterator.iteratorObject.pointee.source = .range(
                next: next &+ step, step: step, remaining: remaining &- 1)
              pc += distance
            }
          } else if iterator.kind == .iterator,
            case .list(let list, let index) = iterator.iteratorObject.pointee.source,
            index < list.listObject.pointee.count
          {
            iterator.iteratorObject.pointee.source = .list(list, index: index &+ 1)
            base[i.a] = list.listObject.pointee.items[index]
            pc += distance
          } else {
            frame.pointee.pc = pc
            if let value = try next(iterator) {
              base[i.a] = value
              pc += distance
            }
          }
        case .yieldValue:
          let value = base[i.a]
          if base[i.b].generatorObject.pointee.consumer != .resumer,
            try consume(value, from: base[i.b])
          {
            base[i.c] = .none
            continue
          }
          suspend(base[i.b], at: pc, registers: base)
          state.pointee.frameCount &-= 1
          if state.pointee.frameCount == depth { return value }
          frame -= 1
          Self.take(up: frame, &base, &pc, &code, &constants)
          state.pointee.top = frame.pointee.top
          base[pc[-2].a] = value
          pc += pc[-1].wide
        case .endGenerator:
          let value = i.d == 0 ? base[i.a] : .none
          end(base[i.b])
          state.pointee.frameCount &-= 1
          if state.pointee.frameCount == depth { return value }
          frame -= 1
          Self.take(up: frame, &base, &pc, &code, &constants)
          state.pointee.top = frame.pointee.top
          if pc[-2].opcode == .sendOrExit { base[pc[-2].a] = value }
        case .sendOrExit:
          let distance = pc.pointee.wide
          pc += 1
          try spend(4 &- distance)
          frame.pointee.pc = pc
          let (iterator, sent) = (base[i.b], base[i.a])
          base[i.a] = .none
          if iterator.kind == .generator {
            if try resume(iterator, sending: sent) {
              frame += 1
              Self.take(up: frame, &base, &pc, &code, &constants)
            }
          } else {
            switch try send(sent, to: iterator) {
            case .yielded(let value):
              base[i.a] = value
              pc += distance
            case .ended(let value): base[i.a] = value
            }
          }
        case .leaveLoop:
          if base[i.a].kind == .generator { try leaveLoop(over: base + i.a, keeping: base + i.b) }
        case .unpack: try unpack(base[i.b], into: base + i.a, count: i.c)
        case .unpackStarred:
          try unpack(base[i.b], into: base + i.a, count: i.c, starredAt: i.d)
        case .importModule:
          frame.pointee.pc = pc
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
        case .loadUnbound: base[i.a] = .unbound
        case .loadClassName:
          if !base[i.b].isUnbound {
            base[i.a] = base[i.b]
            pc += 1
          }
        case .collectNames: base[i.a] = try collectNames(code: code, base: base)
        case .buildClass:
          base[i.a] = try buildClass(base[i.b], bases: base[i.b + 1], keywords: base[i.b + 2])
        case .deleteAttribute:
          try deleteAttribute(code._withUnsafeGuaranteedRef { $0.siteNames[i.c] }, of: base[i.a])
        case .assertionFailed: throw assertionFailed(i.b == 0 ? base[i.a] : nil)
        }
      }
    } catch {
      frame.pointee.pc = pc
      throw error
    }
  }

  @inline(__always)
  private static func take(
    up frame: UnsafeMutablePointer<Frame>, _ base: inout UnsafeMutablePointer<Value>,
    _ pc: inout UnsafePointer<Instruction>, _ code: inout Unmanaged<Code>,
    _ constants: inout UnsafeMutablePointer<Value>
  ) {
    base = frame.pointee.base
    pc = frame.pointee.pc
    code = frame.pointee.code
    constants = Self.constants(of: code)
  }

  @inline(__always)
  private static func constants(of code: Unmanaged<Code>) -> UnsafeMutablePointer<Value> {
    code._withUnsafeGuaranteedRef { $0.constants.baseAddress.unsafelyUnwrapped }
  }
}
