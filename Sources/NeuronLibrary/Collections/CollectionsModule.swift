import NeuronRuntime

/// Python's `collections`.
func makeCollectionsModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "collections")
  module.define("deque", DequeType(machine).value)
  module.define("defaultdict", makeDefaultDictionaryType(machine))
  module.define("Counter", CounterFlavour(machine).type)
  module.define("OrderedDict", OrderedFlavour(machine).type)
  module.define("ChainMap", ChainMapType(machine).value)
  let methods = NamedTupleMethods(machine)
  module.define(
    "namedtuple",
    machine.makeNative("namedtuple") { (arguments, machine) throws(Interruption) in
      try makeNamedTuple(arguments, methods, machine)
    })
  return module
}
