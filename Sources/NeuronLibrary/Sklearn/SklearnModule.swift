import NeuronRuntime

/// What there is of scikit-learn: `sklearn.datasets`.
func makeSklearnModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "sklearn")
  module.define("datasets", machine.libraryModule("sklearn.datasets"))
  return module
}

/// `sklearn.datasets`: the generators of points in the plane that lessons classify, with scikit-learn's
/// very points.
func makeSklearnDatasetsModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "sklearn.datasets")
  // The generator that they draw from without a seed of their own.
  _ = machine.libraryModule("numpy.random")
  for generator in [SampleGenerator.moons, .circles, .blobs] {
    module.define(
      generator.name,
      machine.makeNative(generator.name) { (arguments, machine) throws(Interruption) in
        let call = SampleCall(machine, generator, try generator.bind(arguments))
        return try generator.body(call)
      })
  }
  for (name, advice) in missingDatasets {
    module.define(
      name,
      machine.makeNative(name) { (_, _) throws(Interruption) in
        throw .raised(.type, "sklearn.datasets.\(name) is not part of neuron: \(advice)")
      })
  }
  return module
}

private let missingDatasets: [(name: String, advice: String)] = [
  ("make_classification", "use make_blobs"),
  ("make_regression", "compute y from np.random numbers and add noise"),
  ("make_gaussian_quantiles", "use make_circles with noise"),
  ("make_swiss_roll", "compute it from np.random numbers"),
  ("make_s_curve", "compute it from np.random numbers"),
  ("load_iris", "write the numbers as lists, in a module beside the lesson"),
  ("load_digits", "write the numbers as lists, in a module beside the lesson"),
  ("load_wine", "write the numbers as lists, in a module beside the lesson"),
  ("load_breast_cancer", "write the numbers as lists, in a module beside the lesson"),
  ("load_diabetes", "write the numbers as lists, in a module beside the lesson"),
  ("fetch_openml", "write the numbers as lists, in a module beside the lesson"),
  ("fetch_california_housing", "write the numbers as lists, in a module beside the lesson"),
]
