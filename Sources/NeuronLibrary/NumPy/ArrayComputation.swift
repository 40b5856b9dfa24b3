import Backprop
import NeuronRuntime

extension Machine {
  /// Computes an operation on arrays and, where an operand is traced, puts it on the tape. All that can be
  /// differentiated goes this way. Operands other than `float64` are constants, and are converted where
  /// the operation wants floats.
  func apply(
    _ operation: ArrayOperation, _ operands: [TracedArray]
  ) throws(Interruption) -> TracedArray {
    try charge(operation.work(operands))
    return try attempt { () throws(ArrayError) in
      let operands = try operation.converted(operands)
      return tracing.depth == 0
        ? TracedArray(try operation.value(of: operands.map(\.array)))
        : try tape.apply(operation, operands)
    }
  }
}

extension ArrayOperation {
  /// What a call of any operation on arrays takes, in steps, each of about a nanosecond.
  private static let callWork = 100

  /// Steps for the elements, eight to one; where each meets a row of another, for all that meet.
  fileprivate func work(_ operands: [TracedArray]) -> Int {
    let elements = operands.reduce(0) { $0 + $1.array.count }
    let meetings: Int
    switch self {
    case .matmul:
      meetings = operands[1].array.shape.count > 1 ? operands[1].array.shape.last ?? 1 : 1
    case .inverse, .solve, .determinant: meetings = operands[0].array.shape.last ?? 1
    default: meetings = 1
    }
    let (work, overflow) = elements.multipliedReportingOverflow(by: max(meetings, 1))
    return overflow ? .max : Self.callWork + work >> 3
  }

  /// The operands as `float64` where the operation is on floats; those that only move elements take any
  /// dtype.
  fileprivate func converted(_ operands: [TracedArray]) throws(ArrayError) -> [TracedArray] {
    switch self {
    case .matmul where operands.allSatisfy({ $0.array.dtype != .float64 }): return operands
    case .elementwise, .matmul, .inverse, .solve, .determinant, .scatter:
      guard operands.contains(where: { $0.array.dtype != .float64 }) else { return operands }
      var converted: [TracedArray] = []
      for operand in operands {
        converted.append(TracedArray(try operand.array.cast(.float64), node: operand.node))
      }
      return converted
    default: return operands
    }
  }
}
