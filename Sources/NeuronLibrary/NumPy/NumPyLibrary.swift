import Backprop
import NeuronRuntime
import NeuronSyntax

/// What the arrays of one machine share.
final class NumPyLibrary: ArrayLibrary {
  /// The module `numpy`, once it was made.
  private var knownModule: NativeModule?
  /// The class `numpy.ndarray`.
  let arrayType: LibraryType
  /// The class `numpy.dtype`.
  let dtypeType: LibraryType
  /// The class `numpy.ufunc`.
  let ufuncType: LibraryType
  /// The values of the dtypes, by their number.
  let dtypes: [Value]
  private var scratch: NDArray?
  /// Methods of arrays, as natives that take the array first.
  var methods: [String: Value] = [:]
  /// The classes of `np.random`, once that module is there.
  var random: RandomClasses?
  let errors: NumPyErrors
  /// How arrays are printed.
  var printing = PrintSettings()
  /// Methods of universal functions.
  var ufuncMethods: [String: Value] = [:]

  init(_ machine: Machine) {
    errors = NumPyErrors(machine)
    arrayType = LibraryType("ndarray", of: "numpy", in: machine) {
      (_, _, _) throws(Interruption) in
      throw .raised(
        .type, "numpy.ndarray(…) is not part of neuron: make arrays with np.array or np.zeros")
    }
    dtypeType = LibraryType("dtype", of: "numpy", in: machine) {
      (_, arguments, machine) throws(Interruption) in
      try arguments.expectPositional("dtype", 1...1)
      return machine.value(of: try machine.dtypeArgument(arguments[0]))
    }
    ufuncType = LibraryType("ufunc", of: "numpy", in: machine) { (_, _, _) throws(Interruption) in
      throw .raised(.type, "cannot create 'numpy.ufunc' instances")
    }
    let dtypeType = dtypeType
    dtypes = DType.allCases.map { machine.heap.foreign(DTypeValue($0, dtypeType, machine)) }
  }

  /// Fills the module, once the machine knows the library.
  func define(_ module: NativeModule, in machine: Machine) {
    knownModule = module
    machine.defineArrayMethods(in: self)
    machine.defineUfuncMethods(in: self)
  }

  /// The module `numpy`, whether a program imported it or not.
  func module(in machine: Machine) -> NativeModule? {
    if knownModule == nil { _ = machine.libraryModule("numpy") }
    return knownModule
  }

  func visitValues(_ visit: (Value) -> Void) {
    visit(arrayType.value)
    errors.visitValues(visit)
    printing.visitValues(visit)
    visit(dtypeType.value)
    visit(ufuncType.value)
    dtypes.forEach(visit)
  }

  /// A float as an array of rank 0, which the next call gives another value: for operands that nobody
  /// keeps.
  func number(_ value: Double, in machine: Machine) throws(Interruption) -> NDArray {
    let array: NDArray
    if let scratch {
      array = scratch
    } else {
      array = try machine.scalar(value)
      scratch = array
    }
    array.pointer(Double.self).pointee = value
    return array
  }

  func loopError(_ message: String, in machine: Machine) -> Interruption {
    machine.raised(errors.ufuncType, message)
  }
}

extension Machine {
  /// What the arrays of this machine share, made when the first of them is.
  var numPy: NumPyLibrary {
    if let known = arrayLibrary { return unsafeDowncast(known, to: NumPyLibrary.self) }
    let library = NumPyLibrary(self)
    arrayLibrary = library
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
