import Backprop
import NeuronRuntime

/// What the arrays of one machine share.
final class NumPyLibrary: ArrayLibrary {
  /// The class `numpy.ndarray`.
  let arrayType: LibraryType
  /// Methods of arrays, as natives that take the array first.
  var methods: [String: Value] = [:]
  /// The classes of `np.random`, once that module is there.
  var random: RandomClasses?
  /// The `numpy` module's own table, for what other modules need of it.
  private(set) var values: [Value] = []
  let errors: NumPyErrors
  /// How arrays are printed.
  var printing = PrintSettings()

  init(_ machine: Machine) {
    errors = NumPyErrors(machine)
    arrayType = LibraryType("ndarray", of: "numpy", in: machine) {
      (_, _, _) throws(Interruption) in
      throw .raised(
        .type, "numpy.ndarray(…) is not part of neuron: make arrays with np.array or np.zeros")
    }
  }

  func visitValues(_ visit: (Value) -> Void) {
    visit(arrayType.value)
    errors.visitValues(visit)
    values.forEach(visit)
    printing.visitValues(visit)
  }
}

extension Machine {
  /// What the arrays of this machine share, made when the first of them is.
  var numPy: NumPyLibrary {
    if let known = arrayLibrary { return unsafeDowncast(known, to: NumPyLibrary.self) }
    let library = NumPyLibrary(self)
    arrayLibrary = library
    library.defineMethods(in: self)
    return library
  }

  /// What new arrays take their memory from.
  var budget: ArrayBudget { heap.arrayBudget }

  /// Runs what may fail as arrays do, in the language's words.
  func attempt<R>(_ body: () throws(ArrayError) -> R) throws(Interruption) -> R {
    do throws(ArrayError) {
      return try body()
    } catch {
      throw interruption(error)
    }
  }

  private func interruption(_ error: ArrayError) -> Interruption {
    switch error {
    case .memory: .memoryLimit(limits.memory)
    case .type(let text): .raised(.type, text)
    case .index(let text): .raised(.index, text)
    case .value(let text): .raised(.value, text)
    case .axis: axisError(error.message)
    case .linearAlgebra(let text): linearAlgebraError(text)
    case .derivative(let text): .raised(.type, text)
    }
  }
}
