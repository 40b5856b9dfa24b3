import NeuronRuntime

/// Python's `collections`.
func makeCollectionsModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "collections")
  _ = DequeType(in: module, machine)
  defineDefaultDictionary(module, machine)
  _ = CounterFlavour(in: module, machine)
  _ = OrderedFlavour(in: module, machine)
  _ = ChainMapType(in: module, machine)
  let methods = NamedTupleMethods(machine)
  module.define(
    "namedtuple",
    machine.makeNative("namedtuple") { (arguments, machine) throws(Interruption) in
      try makeNamedTuple(arguments, methods, machine)
    })
  return module
}
