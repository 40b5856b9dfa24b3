import Backprop
import NeuronRuntime

// Whether arrays are equal, or nearly so.

extension ArrayMath {
  /// Where |x − y| ≤ atol + rtol·|y|; infinities where they are equal.
  func isClose(
    _ x: TracedArray, _ y: TracedArray, rtol: Double, atol: Double, equalNaN: Bool
  ) throws(Interruption) -> NDArray {
    let (a, b) = (try float(x), try float(y))
    let (f, g) = (
      ArrayFormula(self, TracedArray(a.array)), ArrayFormula(self, TracedArray(b.array))
    )
    let distance = try (f - g).magnitude()
    let bound = try f.number(atol) + rtol * g.magnitude()
    let isNear = try compare(.lessOrEqual, distance.traced, bound.traced)
    try machine.charge(y.array.count)
    let isFinite = try attempt { () throws(ArrayError) in
      try NDArray.test(.isFinite, b.array)
    }
    let isSame = try compare(.equal, f.traced, g.traced)
    var result = try maximum(
      try multiply(TracedArray(isNear), TracedArray(isFinite)), TracedArray(isSame))
    if equalNaN {
      let both = try multiply(
        TracedArray(try isNaN(a.array)), TracedArray(try isNaN(b.array)))
      result = try maximum(result, both)
    }
    return result.array
  }

  fileprivate func areEqual(
    _ x: NDArray, _ y: NDArray, equalNaN: Bool
  ) throws(Interruption) -> Bool {
    var result = TracedArray(try compare(.equal, TracedArray(x), TracedArray(y)))
    if equalNaN {
      result = try maximum(
        result,
        try multiply(TracedArray(try isNaN(x)), TracedArray(try isNaN(y))))
    }
    return try all(result.array)
  }

  func all(_ truths: NDArray) throws(Interruption) -> Bool {
    let result = try truth(truths, Reduction(axes: Array(0..<truths.rank)), isAll: true)
    return result.integer(atOffset: 0) != 0
  }
}

extension Machine {
  func defineAgreement(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    for name in ["isclose", "allclose"] {
      functions.define(name, "a, b, rtol=, atol=, equal_nan=") { (call) throws(Interruption) in
        let result = try call.math.isClose(
          try call.array(0), try call.array(1), rtol: try call.number(2, else: 1e-5),
          atol: try call.number(3, else: 1e-8), equalNaN: try call.flag(4))
        return try name == "isclose" ? call.value(result) : Value(call.math.all(result))
      }
    }
    functions.define("array_equal", "a1, a2, equal_nan=") { (call) throws(Interruption) in
      let (x, y) = (try call.array(0).array, try call.array(1).array)
      if x.shape != y.shape { return Value(false) }
      return Value(try call.math.areEqual(x, y, equalNaN: try call.flag(2)))
    }
    functions.define("array_equiv", "a1, a2") { (call) throws(Interruption) in
      let (x, y) = (try call.array(0).array, try call.array(1).array)
      do throws(Interruption) {
        _ = try call.math.commonShape([x.shape, y.shape])
      } catch {
        if call.machine.isException(error, .value) { return Value(false) }
        throw error
      }
      return Value(try call.math.areEqual(x, y, equalNaN: false))
    }
  }
}
