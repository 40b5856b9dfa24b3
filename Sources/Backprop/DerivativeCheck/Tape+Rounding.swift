// How far rounding may have moved a result, found by rounding otherwise: every operation on the way is
// done again with its result changed by up to a unit in the last place, a few times over (Parker's
// Monte Carlo arithmetic). Where log(1 - a) is taken of an `a` that is nearly 1, the derivative jumps
// about, and no two formulas for it need agree.

extension Tape {
  /// Runs of which each rounds in its own way: few show what is unstable, if not how much.
  private static let shakes = 4
  /// Of a longer way nothing is said.
  private static let longestWay = 1 << 16

  /// How far the derivative of `output` by the entry `input` moves with rounding; infinitely far where a
  /// step of it was too small for a float. Nil where arrays are on the way, or very many operations.
  ///
  /// The derivative is recorded, so that its own steps are rounded otherwise too.
  public func rounding(ofDerivativeOf output: Traced, by input: UInt32) -> Double? {
    guard !holdsArrays, Int(output.node) <= Self.longestWay else { return nil }
    return rounding(of: recordedGradients(of: output, withRespectTo: [input])[0])
  }

  /// The same of a value.
  public func rounding(of value: Traced) -> Double? {
    guard value.node != 0 else { return 0 }
    guard Int(value.node) < count, Int(value.node) <= Self.longestWay else { return nil }
    if underflows(upTo: value.node) { return .infinity }
    var generator = SplitMix64(state: 1)
    var spread = 0.0
    for _ in 0..<Self.shakes {
      guard let tape = shaken(upTo: value.node, &generator) else { return nil }
      spread = max(spread, abs(tape.value(of: value.node) - value.value))
    }
    return spread
  }

  /// Whether a result lost its digits by being too small, though its operands are not 0.
  private func underflows(upTo last: UInt32) -> Bool {
    (1...Int(last)).contains { node in
      let entry = entry(node)
      guard abs(entry.value) < Double.leastNormalMagnitude else { return false }
      let left = left(of: entry).value
      switch entry.operation {
      case .multiply: return left != 0 && right(of: entry).value != 0
      case .divide, .square, .reciprocal, .power, .exp, .exp2: return left != 0
      default: return false
      }
    }
  }

  /// A tape with the same operations, each result changed in its last place; nil where arrays are.
  private func shaken(upTo last: UInt32, _ generator: inout SplitMix64) -> Tape? {
    let tape = Tape(limit: Int(last) + 1)
    for node in 1...Int(last) {
      let entry = entry(node)
      var value = entry.value
      switch entry.operation {
      case .input: break
      case .array: return nil
      case .copy: value = tape.value(of: entry.left)
      default:
        let left = tape.left(of: entry).value
        value =
          entry.operation.isUnary
          ? entry.operation.value(left)
          : entry.operation.value(left, tape.right(of: entry).value)
        value *= 1 + (2 * generator.unit() - 1) * 0x1p-52
      }
      let copy = tape.append(
        entry.operation, entry.left, entry.right, value, constant: entry.constant)
      if copy == 0 { return nil }
    }
    return tape
  }
}
