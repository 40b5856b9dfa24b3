import Backprop
import NeuronSyntax

// The loop that executes instructions. What is here is the fast path of each, and calls nothing, so
// that what the loop works with stays in the processor's registers: numbers without a tape, calls that
// need no arranging, attributes that a site remembers. What an instruction means in all other cases is
// in `Machine+Instructions.swift`, behind the one call at the end of the loop.

extension Machine {
  /// Executes from the newest frame on until the number of frames falls to `depth`; gives what the
  /// last of them returned.
  func run(until depth: Int) throws(Interruption) -> Value {
    do throws(Interruption) {
      if NativeStack.position < stackFloor { throw .recursionLimit() }
      // A function that native code calls may have no place at which the loop looks at the steps.
      try spendSteps(4)
    } catch {
      if let uncaught = unwind(error, to: depth) { throw uncaught }
    }
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
    // Branches of the program are written as unlikely, for else the processor would have to wait for
    // the comparison before it could load the next instruction, instead of guessing.
    // No closure may capture one of these, or they all go to memory.
    var frame = state.pointee.frames + (state.pointee.frameCount - 1)
    var base = frame.pointee.base
    var pc = frame.pointee.pc
    var constants = frame.pointee.constants

    /// Whether the steps are paid for and no collection is due.
    @inline(__always)
    func spend(_ steps: Int) -> Bool {
      state.pointee.fuel &-= steps
      return _fastPath(state.pointee.fuel >= 0 && !counters.pointee.isCollectionDue)
    }

    while true {
      let i = pc
      pc += 1
      // A case that `continue`s is done; one that ends is left to `perform`.
      switch i.opcode {
      case .move:
        base[i.a] = base[i.b]
        continue
      case .loadConstant:
        base[i.a] = constants[i.wide]
        continue
      case .loadGlobal:
        let value = globals.values[i.wide]
        if _slowPath(value.isUnbound) { break }
        base[i.a] = value
        continue
      case .storeGlobal:
        globals.values[i.wide] = base[i.a]
        continue
      case .loadUnbound:
        base[i.a] = .unbound
        continue
      case .checkBound: if _fastPath(!base[i.a].isUnbound) { continue }
      case .loadBox:
        let value = base[i.b].boxObject.pointee.value
        if _slowPath(value.isUnbound) { break }
        base[i.a] = value
        continue
      case .storeBox:
        base[i.a].boxObject.pointee.value = base[i.b]
        continue
      case .loadFree:
        let value = frame.pointee.function.functionObject.boxes[i.b].boxObject.pointee.value
        if _slowPath(value.isUnbound) { break }
        base[i.a] = value
        continue
      case .storeFree:
        frame.pointee.function.functionObject.boxes[i.a].boxObject.pointee.value = base[i.b]
        continue

      case .add: if _fastPath(Fast.add(base[i.b], base[i.c], base + i.a)) { continue }
      case .addRK: if _fastPath(Fast.add(base[i.b], constants[i.c], base + i.a)) { continue }
      case .addKR: if _fastPath(Fast.add(constants[i.b], base[i.c], base + i.a)) { continue }
      case .subtract: if _fastPath(Fast.subtract(base[i.b], base[i.c], base + i.a)) { continue }
      case .subtractRK:
        if _fastPath(Fast.subtract(base[i.b], constants[i.c], base + i.a)) { continue }
      case .subtractKR:
        if _fastPath(Fast.subtract(constants[i.b], base[i.c], base + i.a)) { continue }
      case .multiply: if _fastPath(Fast.multiply(base[i.b], base[i.c], base + i.a)) { continue }
      case .multiplyRK:
        if _fastPath(Fast.multiply(base[i.b], constants[i.c], base + i.a)) { continue }
      case .multiplyKR:
        if _fastPath(Fast.multiply(constants[i.b], base[i.c], base + i.a)) { continue }
      case .divide: if _fastPath(Fast.divide(base[i.b], base[i.c], base + i.a)) { continue }
      case .divideRK: if _fastPath(Fast.divide(base[i.b], constants[i.c], base + i.a)) { continue }
      case .divideKR: if _fastPath(Fast.divide(constants[i.b], base[i.c], base + i.a)) { continue }
      case .floorDivide:
        if _fastPath(Fast.floorDivide(base[i.b], base[i.c], base + i.a)) { continue }
      case .floorDivideRK:
        if _fastPath(Fast.floorDivide(base[i.b], constants[i.c], base + i.a)) { continue }
      case .modulo: if _fastPath(Fast.modulo(base[i.b], base[i.c], base + i.a)) { continue }
      case .moduloRK: if _fastPath(Fast.modulo(base[i.b], constants[i.c], base + i.a)) { continue }
      case .powerRK:
        if _fastPath(Fast.square(base[i.b], constants[i.c], base + i.a)) { continue }
      case .negate:
        let x = base[i.b]
        if _slowPath(!x.isPlainFloat) { break }
        base[i.a] = Value(-x.float)
        continue
      case .not:
        let x = base[i.b]
        if _slowPath(x.kind != .bool) { break }
        base[i.a] = Value(!x.isTrueBool)
        continue
      case .compare:
        if let result = Fast.compare(ComparisonOperator(operand: i.d), base[i.b], base[i.c]) {
          base[i.a] = result
          continue
        }

      case .jump:
        pc += i.wide
        continue
      case .loop:
        if spend(4 &- i.wide) {
          pc += i.wide
          continue
        }
      case .jumpIfTrue:
        if _slowPath(base[i.a].kind != .bool) { break }
        if _slowPath(base[i.a].isTrueBool) { pc += i.wide }
        continue
      case .jumpIfFalse:
        if _slowPath(base[i.a].kind != .bool) { break }
        if _slowPath(!base[i.a].isTrueBool) { pc += i.wide }
        continue
      case .jumpUnlessLess:
        guard let holds = Fast.less(base[i.a], base[i.b]) else { break }
        if _slowPath(!holds) { pc += i.signedC }
        continue
      case .jumpUnlessLessRK:
        guard let holds = Fast.less(base[i.a], constants[i.b]) else { break }
        if _slowPath(!holds) { pc += i.signedC }
        continue
      case .jumpUnlessLessOrEqual:
        guard let holds = Fast.lessOrEqual(base[i.a], base[i.b]) else { break }
        if _slowPath(!holds) { pc += i.signedC }
        continue
      case .jumpUnlessLessOrEqualRK:
        guard let holds = Fast.lessOrEqual(base[i.a], constants[i.b]) else { break }
        if _slowPath(!holds) { pc += i.signedC }
        continue
      case .jumpUnlessGreater:
        guard let holds = Fast.less(base[i.b], base[i.a]) else { break }
        if _slowPath(!holds) { pc += i.signedC }
        continue
      case .jumpUnlessGreaterRK:
        guard let holds = Fast.less(constants[i.b], base[i.a]) else { break }
        if _slowPath(!holds) { pc += i.signedC }
        continue
      case .jumpUnlessGreaterOrEqual:
        guard let holds = Fast.lessOrEqual(base[i.b], base[i.a]) else { break }
        if _slowPath(!holds) { pc += i.signedC }
        continue
      case .jumpUnlessGreaterOrEqualRK:
        guard let holds = Fast.lessOrEqual(constants[i.b], base[i.a]) else { break }
        if _slowPath(!holds) { pc += i.signedC }
        continue
      case .jumpUnlessEqual:
        guard let holds = Fast.equal(base[i.a], base[i.b]) else { break }
        if _slowPath(!holds) { pc += i.signedC }
        continue
      case .jumpUnlessEqualRK:
        guard let holds = Fast.equal(base[i.a], constants[i.b]) else { break }
        if _slowPath(!holds) { pc += i.signedC }
        continue
      case .jumpUnlessNotEqual:
        guard let holds = Fast.equal(base[i.a], base[i.b]) else { break }
        if _slowPath(holds) { pc += i.signedC }
        continue
      case .jumpUnlessNotEqualRK:
        guard let holds = Fast.equal(base[i.a], constants[i.b]) else { break }
        if _slowPath(holds) { pc += i.signedC }
        continue

      case .call:
        let callee = base[i.a]
        if !spend(5) { break }
        if callee.kind == .function {
          frame.pointee.pc = pc
          guard Self.push(state, frame, callee, base + (i.a + 1), i.b) else { break }
          frame += 1
          base = frame.pointee.base
          pc = frame.pointee.pc
          constants = frame.pointee.constants
          continue
        }
        if i.b == 1, let result = Self.apply(state, callee, base[i.a + 1]) {
          base[i.c] = result
          continue
        }
      case .callGlobal:
        let callee = globals.values[i.wide]
        if !spend(5) { break }
        if callee.kind == .function {
          Self.place(i, pc, base)
          frame.pointee.pc = pc + 1
          guard Self.push(state, frame, callee, base + (i.a + 1), i.d) else { break }
          frame += 1
          base = frame.pointee.base
          pc = frame.pointee.pc
          constants = frame.pointee.constants
          continue
        }
        if i.d == 1, let result = Self.apply(state, callee, base[pc.a]) {
          base[pc.c] = result
          pc += 1
          continue
        }
      case .loadMethod:
        let site = Self.site(i.c, of: frame)
        if Self.loadMethod(state, site, base[i.b], into: base + i.a) { continue }
      case .loadGlobalMethod:
        let site = Self.site(pc.c, of: frame)
        if Self.loadMethod(state, site, globals.values[i.wide], into: base + i.a) {
          pc += 1
          continue
        }
      case .callMethod:
        let callee = base[i.a]
        let receiver = base[i.a + 1]
        if !spend(5) { break }
        if receiver.isUnbound {
          if i.b == 1, let result = Self.apply(state, callee, base[i.a + 2]) {
            base[i.c] = result
            continue
          }
          if callee.kind != .function { break }
          frame.pointee.pc = pc
          guard Self.push(state, frame, callee, base + (i.a + 2), i.b) else { break }
          frame += 1
          base = frame.pointee.base
          pc = frame.pointee.pc
          constants = frame.pointee.constants
          continue
        }
        if callee.kind == .function {
          frame.pointee.pc = pc
          guard Self.push(state, frame, callee, base + (i.a + 1), i.b + 1) else { break }
          frame += 1
          base = frame.pointee.base
          pc = frame.pointee.pc
          constants = frame.pointee.constants
          continue
        }
        if receiver.kind == .list, i.b == 1, callee.kind == .native,
          callee.payload == state.pointee.listAppend.payload
        {
          let list = receiver.listObject
          if _slowPath(list.pointee.count == list.pointee.capacity) { break }
          list.pointee.items[list.pointee.count] = base[i.a + 2]
          list.pointee.count &+= 1
          base[i.c] = .none
          continue
        }
      case .returnValue:
        var value = base[i.a]
        state.pointee.frameCount &-= 1
        if _slowPath(!frame.pointee.isPlain) { value = try finish(frame, value) }
        if state.pointee.frameCount == depth { return value }
        frame -= 1
        base = frame.pointee.base
        pc = frame.pointee.pc
        constants = frame.pointee.constants
        state.pointee.top = frame.pointee.top
        base[pc[-1].c] = value
        continue
      case .returnNone:
        var value = Value.none
        state.pointee.frameCount &-= 1
        if _slowPath(!frame.pointee.isPlain) { value = try finish(frame, value) }
        if state.pointee.frameCount == depth { return value }
        frame -= 1
        base = frame.pointee.base
        pc = frame.pointee.pc
        constants = frame.pointee.constants
        state.pointee.top = frame.pointee.top
        base[pc[-1].c] = value
        continue
      case .yieldValue:
        let generator = base[i.b]
        if generator.generatorObject.pointee.consumer != .resumer { break }
        if state.pointee.frameCount &- 1 == depth { break }
        let value = base[i.a]
        Self.suspend(state, generator, at: pc, registers: base)
        state.pointee.frameCount &-= 1
        frame -= 1
        base = frame.pointee.base
        pc = frame.pointee.pc
        constants = frame.pointee.constants
        state.pointee.top = frame.pointee.top
        base[pc[-2].a] = value
        pc += pc[-1].wide
        continue

      case .appendToList:
        let list = base[i.a].listObject
        if _slowPath(list.pointee.count == list.pointee.capacity) { break }
        list.pointee.items[list.pointee.count] = base[i.b]
        list.pointee.count &+= 1
        continue
      case .loadAttribute:
        let object = base[i.b]
        if object.kind != .instance { break }
        let site = Self.site(i.c, of: frame)
        let instance = object.instanceObject
        guard site.pointee.receiver == instance.pointee.shapeID,
          site.pointee.epoch == state.pointee.classEpoch, site.pointee.value.isUnbound
        else { break }
        base[i.a] = instance.pointee.slots[Int(site.pointee.slot)]
        continue
      case .storeAttribute:
        let object = base[i.a]
        if object.kind != .instance { break }
        let site = Self.site(i.c, of: frame)
        let instance = object.instanceObject
        let slot = Int(site.pointee.slot)
        guard site.pointee.receiver == instance.pointee.shapeID,
          site.pointee.epoch == state.pointee.classEpoch, slot < instance.pointee.capacity
        else { break }
        if let next = site.pointee.nextShape { instance.pointee.take(next) }
        instance.pointee.slots[slot] = base[i.b]
        continue
      case .loadSubscript:
        let (object, index) = (base[i.b], base[i.c])
        guard object.kind == .list, index.isInt else { break }
        let list = object.listObject
        // A negative index is larger than every count.
        guard _fastPath(UInt64(bitPattern: Int64(list.pointee.count)) > index.payload) else {
          break
        }
        base[i.a] = list.pointee.items[index.int]
        continue
      case .loadGlobalSubscript:
        let (object, index) = (globals.values[i.wide], base[pc.c])
        guard object.kind == .list, index.isInt else { break }
        let list = object.listObject
        // A negative index is larger than every count.
        guard _fastPath(UInt64(bitPattern: Int64(list.pointee.count)) > index.payload) else {
          break
        }
        base[i.a] = list.pointee.items[index.int]
        pc += 1
        continue
      case .loadSubscriptRK:
        let (object, index) = (base[i.b], constants[i.c])
        guard object.kind == .list, index.isInt else { break }
        let list = object.listObject
        // A negative index is larger than every count.
        guard _fastPath(UInt64(bitPattern: Int64(list.pointee.count)) > index.payload) else {
          break
        }
        base[i.a] = list.pointee.items[index.int]
        continue
      case .storeSubscript:
        let (object, index) = (base[i.a], base[i.b])
        guard object.kind == .list, index.isInt else { break }
        let list = object.listObject
        guard _fastPath(UInt64(bitPattern: Int64(list.pointee.count)) > index.payload) else {
          break
        }
        list.pointee.items[index.int] = base[i.c]
        continue
      case .storeSubscriptRK:
        let (object, index) = (base[i.a], constants[i.b])
        guard object.kind == .list, index.isInt else { break }
        let list = object.listObject
        guard _fastPath(UInt64(bitPattern: Int64(list.pointee.count)) > index.payload) else {
          break
        }
        list.pointee.items[index.int] = base[i.c]
        continue

      case .unpack:
        let source = base[i.b]
        let items: UnsafeMutablePointer<Value>
        if source.kind == .tuple {
          guard source.tupleObject.pointee.count == i.c else { break }
          items = source.tupleObject.items
        } else {
          guard source.kind == .list, source.listObject.pointee.count == i.c else { break }
          items = source.listObject.pointee.items
        }
        if i.c == 2 {
          let (first, second) = (items[0], items[1])
          base[i.a] = first
          base[i.a + 1] = second
          continue
        }
      case .nextOrExit:
        let distance = pc.wide
        if !spend(4 &- distance) { break }
        let iterator = base[i.b]
        if iterator.kind == .generator {
          frame.pointee.pc = pc + 1
          guard Self.resume(state, iterator, sending: .none, from: frame) else { break }
          frame += 1
          base = frame.pointee.base
          pc = frame.pointee.pc
          constants = frame.pointee.constants
          continue
        }
        if iterator.kind != .iterator { break }
        let walker = iterator.iteratorObject
        if walker.pointee.walk == .range {
          pc += 1
          let remaining = walker.pointee.remaining
          if _fastPath(remaining > 0) {
            let next = walker.pointee.position
            walker.pointee.position = next &+ walker.pointee.step
            walker.pointee.remaining = remaining &- 1
            base[i.a] = Value(next)
            pc += distance
          }
          continue
        }
        if walker.pointee.walk == .list, case .list(let list) = walker.pointee.source,
          walker.pointee.position < list.listObject.pointee.count
        {
          base[i.a] = list.listObject.pointee.items[walker.pointee.position]
          walker.pointee.position &+= 1
          pc += distance &+ 1
          continue
        }
        let body = pc + (distance &+ 1)
        if walker.pointee.walk == .pairs,
          Self.isUnpackedAtOnce(i, by: body, in: frame.pointee.code),
          Self.takePair(walker, into: base + body.a)
        {
          pc = body + 1
          continue
        }
      case .sendOrExit:
        if !spend(4 &- pc.wide) { break }
        let iterator = base[i.b]
        if iterator.kind != .generator { break }
        frame.pointee.pc = pc + 1
        guard Self.resume(state, iterator, sending: base[i.a], from: frame) else { break }
        base[i.a] = .none
        frame += 1
        base = frame.pointee.base
        pc = frame.pointee.pc
        constants = frame.pointee.constants
        continue
      // Named one by one, so that the compiler knows that there is no other and checks no range.
      case .deleteGlobal, .deleteLocal, .makeBox, .makeFunction, .power, .binary, .plus,
        .invert, .callKeywords, .callExpanded, .loadSuperMethod, .callMethodKeywords, .buildList,
        .buildTuple, .buildString, .buildDictionary, .formatValue, .buildSet, .addToSet, .extendSet,
        .buildSlice, .extendList, .storeInDictionary, .updateDictionary, .deleteSubscript,
        .makeIterator, .endGenerator, .leaveLoop, .unpackStarred,
        .importModule, .importMember, .importAll, .raise, .raiseAgain, .reraise, .enterHandler,
        .leaveHandler, .exceptionMatches, .enterContext, .leaveContext,
        .loadClassName, .collectNames, .buildClass, .deleteAttribute, .assertionFailed, .cover:
        break
      }
      if _slowPath(tracing.tracedTag != 0), let next = record(i, frame) {
        pc = next
        continue
      }
      frame.pointee.pc = pc
      if let value = try perform(i.pointee, until: depth) { return value }
      frame = state.pointee.frames + (state.pointee.frameCount - 1)
      base = frame.pointee.base
      pc = frame.pointee.pc
      constants = frame.pointee.constants
    }
  }
}
