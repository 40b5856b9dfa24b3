import Backprop
import NeuronRuntime

/// NumPy's own classes of exceptions.
struct NumPyErrors {
  /// `numpy.exceptions.AxisError`: a ValueError and an IndexError.
  let axis: Value
  /// `numpy.linalg.LinAlgError`: a ValueError.
  let linearAlgebra: Value
  /// NumPy's own TypeError, of universal functions.
  let ufuncType: Value

  init(_ machine: Machine) {
    let value = machine.exceptionClass(.value)
    axis = Self.make(
      "AxisError", "numpy.exceptions", [value, machine.exceptionClass(.index)], machine)
    linearAlgebra = Self.make("LinAlgError", "numpy.linalg", [value], machine)
    ufuncType = Self.make(
      "UFuncTypeError", "numpy._core._exceptions", [machine.exceptionClass(.type)], machine)
  }

  /// A class with these bases; the first of them where memory is out.
  private static func make(
    _ name: String, _ module: String, _ bases: [Value], _ machine: Machine
  ) -> Value {
    (try? machine.makeExceptionClass(name, module: module, bases: bases)) ?? bases[0]
  }

  func visitValues(_ visit: (Value) -> Void) {
    visit(axis)
    visit(linearAlgebra)
    visit(ufuncType)
  }
}

extension Machine {
  func axisError(_ message: String) -> Interruption { raised(numPy.errors.axis, message) }

  func linearAlgebraError(_ message: String) -> Interruption {
    raised(numPy.errors.linearAlgebra, message)
  }
}

/// `numpy.exceptions`.
func makeNumPyExceptionsModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "numpy.exceptions")
  module.define("AxisError", machine.numPy.errors.axis)
  return module
}
