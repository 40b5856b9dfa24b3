// What the interpreter's loop does in several places, all of it in line: finding attribute sites, calling
// what needs no arranging, walking pairs.

extension Machine {
  /// Puts the arguments of a `callGlobal` in place.
  @inline(__always)
  static func place(
    _ i: UnsafePointer<Instruction>, _ arguments: UnsafePointer<Instruction>,
    _ base: UnsafeMutablePointer<Value>
  ) {
    if i.d == 0 { return }
    base[i.a + 1] = base[arguments.a]
    if i.d == 1 { return }
    base[i.a + 2] = base[arguments.b]
    if i.d > 2 { base[i.a + 3] = base[arguments.d] }
  }

  @inline(__always)
  static func site(
    _ index: Int, of frame: UnsafeMutablePointer<Frame>
  ) -> UnsafeMutablePointer<AttributeSite> {
    frame.pointee.code._withUnsafeGuaranteedRef {
      $0.sites.baseAddress.unsafelyUnwrapped + index
    }
  }

  /// A function of one plain float, where it has a finite value; the length of a list.
  @inline(__always)
  static func apply(
    _ state: UnsafeMutablePointer<State>, _ callee: Value, _ argument: Value
  ) -> Value? {
    guard callee.kind == .native else { return nil }
    if argument.isPlainFloat {
      guard let scalar = state.pointee.natives[Int(callee.payload)].scalar else { return nil }
      let result = scalar(argument.float)
      return result.isFinite ? Value(result) : nil
    }
    guard argument.kind == .list, callee.payload == state.pointee.lengthFunction.payload else {
      return nil
    }
    return Value(argument.listObject.pointee.count)
  }

  /// Takes the next two items of what walks pairs of items of lists; `false` where it does not, or has
  /// come to an end.
  @inline(__always)
  static func takePair(
    _ walker: UnsafeMutablePointer<IteratorObject>, into registers: UnsafeMutablePointer<Value>
  ) -> Bool {
    switch walker.pointee.source {
    case .zip(let iterators, _):
      let (first, second) = (iterators.tupleObject.items[0], iterators.tupleObject.items[1])
      guard first.kind == .iterator, second.kind == .iterator, first.payload != second.payload,
        let x = item(of: first.iteratorObject), let y = item(of: second.iteratorObject)
      else { return false }
      first.iteratorObject.pointee.position &+= 1
      second.iteratorObject.pointee.position &+= 1
      registers[0] = x
      registers[1] = y
    case .enumeration(let inner, let number):
      guard number < .max, inner.kind == .iterator, let item = item(of: inner.iteratorObject)
      else { return false }
      inner.iteratorObject.pointee.position &+= 1
      walker.pointee.source = .enumeration(inner, next: number &+ 1)
      registers[0] = Value(number)
      registers[1] = item
    default: return false
    }
    return true
  }

  /// What a walk over a list comes to next.
  @inline(__always)
  static func item(of walker: UnsafeMutablePointer<IteratorObject>) -> Value? {
    guard walker.pointee.walk == .list, case .list(let list) = walker.pointee.source,
      walker.pointee.position < list.listObject.pointee.count
    else { return nil }
    return list.listObject.pointee.items[walker.pointee.position]
  }

  /// Pushes, after `caller`, the frame of a function whose parameters are just the arguments that stand
  /// from `window` on; `false` when anything about the call is out of the ordinary.
  @inline(__always)
  static func push(
    _ state: UnsafeMutablePointer<State>, _ caller: UnsafeMutablePointer<Frame>, _ callee: Value,
    _ window: UnsafeMutablePointer<Value>, _ count: Int
  ) -> Bool {
    let code = callee.functionObject.pointee.code
    return code._withUnsafeGuaranteedRef { function in
      let top = max(window + function.registerCount, state.pointee.top)
      guard function.directArgumentCount == count,
        state.pointee.frameCount < state.pointee.plainFrameLimit, top <= state.pointee.registerEnd
      else { return false }
      let unset = function.variableCount &- count
      if unset > 0 { clear(window + count, unset) }
      let frame = caller + 1
      frame.pointee.code = code
      frame.pointee.function = callee
      frame.pointee.base = window
      frame.pointee.top = top
      frame.pointee.pc = UnsafePointer(function.instructions.baseAddress.unsafelyUnwrapped)
      frame.pointee.constants = function.constants.baseAddress.unsafelyUnwrapped
      frame.pointee.isPlain = true
      state.pointee.frameCount &+= 1
      state.pointee.raiseTop(to: top)
      return true
    }
  }

  /// Makes a few registers unbound; a loop would become a call of `memset`.
  @inline(__always)
  static func clear(_ registers: UnsafeMutablePointer<Value>, _ count: Int) {
    registers[0] = .unbound
    if count == 1 { return }
    registers[1] = .unbound
    if count == 2 { return }
    registers[2] = .unbound
    if count == 3 { return }
    (registers + 3).update(repeating: .unbound, count: count &- 3)
  }
}
