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

  /// The method that a site remembers of an object, and the object; a module's member has none.
  @inline(__always)
  static func loadMethod(
    _ state: UnsafeMutablePointer<State>, _ site: UnsafeMutablePointer<AttributeSite>,
    _ object: Value, into target: UnsafeMutablePointer<Value>
  ) -> Bool {
    switch object.kind {
    case .module:
      guard site.pointee.receiver == object.payload else { return false }
      target[0] = site.pointee.value
      target[1] = .unbound
      return true
    case .instance:
      guard site.pointee.receiver == object.instanceObject.pointee.shapeID,
        site.pointee.epoch == state.pointee.classEpoch, !site.pointee.value.isUnbound
      else { return false }
    case .dictionary, .tuple:
      // It may be of a kind of its own: a Counter, a named tuple.
      guard site.pointee.receiver == object.tag & 0xFF, !object.header.pointee.hasClass else {
        return false
      }
    default:
      guard site.pointee.receiver == object.tag & 0xFF, !object.isUnbound else { return false }
    }
    target[0] = site.pointee.value
    target[1] = object
    return true
  }

  /// A function of one plain float, where it has a finite value; the length of a list.
  @inline(__always)
  static func apply(
    _ state: UnsafeMutablePointer<State>, _ callee: Value, _ argument: Value
  ) -> Value? {
    guard callee.kind == .native else { return nil }
    if argument.isPlainFloat {
      guard let scalar = state.pointee.natives[Int(callee.payload)].scalar else { return nil }
      let result = scalar.function(argument.float)
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
      if unset > 0, !clear(window + count, unset) { return false }
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

  /// Registers behind the last that may be in use, which `clear` may write.
  static let spareRegisters = 8

  /// Makes registers unbound, and some that follow: those of a function that begins have no meaning yet.
  /// `false` when there are many: a loop would become a call of `memset`.
  @inline(__always)
  private static func clear(_ registers: UnsafeMutablePointer<Value>, _ count: Int) -> Bool {
    registers[0] = .unbound
    registers[1] = .unbound
    if count <= 2 { return true }
    registers[2] = .unbound
    registers[3] = .unbound
    if count <= 4 { return true }
    registers[4] = .unbound
    registers[5] = .unbound
    registers[6] = .unbound
    registers[7] = .unbound
    return count <= 8
  }
}
