import Backprop
import NeuronRuntime

/// `numpy.linalg`.
func makeLinearAlgebraModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "numpy.linalg")
  module.define("LinAlgError", machine.numPy.errors.linearAlgebra)
  machine.defineSolving(in: module)
  machine.defineFactors(in: module)
  machine.defineNorms(in: module)
  machine.defineMatrixPowers(in: module)
  machine.defineNamesakes(in: module)
  module.reasonForAbsence = AbsentNames.reasonOfLinearAlgebra
  return module
}

/// The named tuples that functions of linear algebra give.
final class LinearAlgebraResults {
  private var classes: [String: Value] = [:]

  /// The classes are the module's, so that they live as long as it does.
  init(in module: NativeModule, _ machine: Machine) {
    let methods = NamedTupleMethods(machine)
    for (name, fields) in [
      ("EigResult", ["eigenvalues", "eigenvectors"]),
      ("EighResult", ["eigenvalues", "eigenvectors"]),
      ("QRResult", ["Q", "R"]), ("SlogdetResult", ["sign", "logabsdet"]),
      ("SVDResult", ["U", "S", "Vh"]),
    ] {
      let made = NamedTupleClass.make(name, fields, defaults: [], methods, in: machine)
      classes[name] = made
      module.define("_" + name, made)
    }
  }

  func make(
    _ name: String, _ items: [Value], in machine: Machine
  ) throws(Interruption) -> Value {
    guard let tupleClass = classes[name] else { return try machine.heap.tuple(items) }
    return try machine.heap.tuple(items, of: tupleClass)
  }
}

extension ArrayCall {
  /// Matrices of floats, over the last two axes.
  ///
  /// - Throws: LinAlgError for fewer axes.
  func matrices(_ place: Int) throws(Interruption) -> TracedArray {
    let x = try array(place)
    if x.array.rank < 2 {
      throw machine.linearAlgebraError(
        "\(x.array.rank)-dimensional array given. Array must be at least two-dimensional")
    }
    return try math.float(x)
  }

  func squareMatrices(_ place: Int) throws(Interruption) -> TracedArray {
    let x = try matrices(place)
    try requireSquare(x.array)
    return x
  }

  func requireSquare(_ x: NDArray) throws(Interruption) {
    if x.shape[x.rank - 1] != x.shape[x.rank - 2] {
      throw machine.linearAlgebraError("Last 2 dimensions of the array must be square")
    }
  }

  /// The array of what is computed without a derivative.
  ///
  /// - Throws: TypeError for one that is being differentiated by.
  func constant(_ x: TracedArray) throws(Interruption) -> NDArray {
    if x.isConstant { return x.array }
    throw .raised(
      .type,
      "cannot differentiate through np.\(name): there is no derivative of it in neuron")
  }

  /// Counts the work of an algorithm that takes the cube of the size.
  func chargeCubed(_ x: NDArray) throws(Interruption) {
    try machine.charge(x.count, times: max(x.shape.suffix(2).max() ?? 1, 1))
  }
}
