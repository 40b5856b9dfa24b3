import Backprop

// What the interpreter's loop leaves to others first while a derivative is being taken: arithmetic of
// floats and functions of one float, of which something is traced. Here each is one entry of the tape
// and one value; nothing is taken apart, and nothing can fail.

extension Machine {
  /// Executes an instruction of the newest frame that only records.
  ///
  /// - Returns: the next instruction; nil where `perform` must decide: other instructions, other types,
  ///   results that are errors.
  @inline(never)
  func record(
    _ i: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Frame>
  ) -> UnsafePointer<Instruction>? {
    let base = frame.pointee.base
    let constants = frame.pointee.constants
    let isDone: Bool
    switch i.opcode {
    case .add: isDone = record(.add, base[i.b], base[i.c], base + i.a)
    case .addRK: isDone = record(.add, base[i.b], constants[i.c], base + i.a)
    case .addKR: isDone = record(.add, constants[i.b], base[i.c], base + i.a)
    case .subtract: isDone = record(.subtract, base[i.b], base[i.c], base + i.a)
    case .subtractRK: isDone = record(.subtract, base[i.b], constants[i.c], base + i.a)
    case .subtractKR: isDone = record(.subtract, constants[i.b], base[i.c], base + i.a)
    case .multiply: isDone = record(.multiply, base[i.b], base[i.c], base + i.a)
    case .multiplyRK: isDone = record(.multiply, base[i.b], constants[i.c], base + i.a)
    case .multiplyKR: isDone = record(.multiply, constants[i.b], base[i.c], base + i.a)
    case .divide: isDone = record(.divide, base[i.b], base[i.c], base + i.a)
    case .divideRK: isDone = record(.divide, base[i.b], constants[i.c], base + i.a)
    case .divideKR: isDone = record(.divide, constants[i.b], base[i.c], base + i.a)
    case .power: isDone = record(.power, base[i.b], base[i.c], base + i.a)
    case .powerRK: isDone = record(.power, base[i.b], constants[i.c], base + i.a)
    case .negate: isDone = recordNegation(base[i.b], base + i.a)
    case .call: isDone = i.b == 1 && record(base[i.a], base[i.a + 1], base + i.c)
    case .callMethod:
      isDone =
        i.b == 1 && base[i.a + 1].isUnbound && record(base[i.a], base[i.a + 2], base + i.c)
    case .callGlobal:
      let word = i + 1
      guard i.d == 1, record(globals.values[i.wide], base[word.a], base + word.c) else {
        return nil
      }
      return word + 1
    default: return nil
    }
    return isDone ? i + 1 : nil
  }

  @inline(__always)
  private func record(
    _ operation: Operation, _ x: Value, _ y: Value, _ target: UnsafeMutablePointer<Value>
  ) -> Bool {
    guard x.isTraced || y.isTraced, let left = tracing.operand(x), let right = tracing.operand(y)
    else { return false }
    let value: Double
    switch operation {
    case .add: value = left.value + right.value
    case .subtract: value = left.value - right.value
    case .multiply: value = left.value * right.value
    case .divide:
      if right.value == 0 { return false }
      value = left.value / right.value
    default:
      value =
        (right.value == 2 ? Elementary.quickSquare(left.value) : nil)
        ?? Elementary.pow(left.value, right.value)
      // All that Python has an error for gives nan or infinity here.
      if !value.isFinite { return false }
    }
    let result = tape.record(operation, left, right, value: value)
    target.pointee = tracing.value(result, flags: (x.tag | y.tag) & Value.numpyFlag)
    return true
  }

  @inline(__always)
  private func recordNegation(_ x: Value, _ target: UnsafeMutablePointer<Value>) -> Bool {
    guard x.isTraced, let traced = tracing.operand(x) else { return false }
    let result = tape.record(.negate, traced, value: -traced.value)
    target.pointee = tracing.value(result, flags: x.tag & Value.numpyFlag)
    return true
  }

  /// A function of one traced float that is not NumPy's, where it has a finite value.
  @inline(__always)
  private func record(
    _ callee: Value, _ argument: Value, _ target: UnsafeMutablePointer<Value>
  ) -> Bool {
    guard callee.kind == .native, argument.isTraced, !argument.isNumPy,
      let x = tracing.operand(argument),
      let scalar = state.pointee.natives[Int(callee.payload)].scalar,
      // The loop has taken the steps of the call, and left it to others if it must pause.
      state.pointee.fuel >= 0, !heap.counters.pointee.isCollectionDue
    else { return false }
    let value = scalar.function(x.value)
    guard value.isFinite else { return false }
    target.pointee = tracing.value(tape.record(scalar.operation, x, value: value), flags: 0)
    return true
  }
}
