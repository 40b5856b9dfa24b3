import NeuronRuntime

/// The module `numpy`.
func makeNumPyModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "numpy", size: 512)
  for (name, value) in [
    ("pi", Double.pi), ("e", 2.718281828459045), ("inf", .infinity), ("nan", .nan),
    ("euler_gamma", 0.5772156649015329),
  ] {
    module.define(name, Value(value))
  }
  machine.numPy.define(module, in: machine)
  machine.defineDTypes(in: module)
  machine.defineUfuncs(in: module)
  machine.defineElementFunctions(in: module)
  machine.defineArrayCreation(in: module)
  machine.defineTypeFunctions(in: module)
  machine.defineArrayFunctions(in: module)
  module.define("random") { [unowned machine] in machine.libraryModule("numpy.random") }
  machine.definePrinting(in: module)
  return module
}
