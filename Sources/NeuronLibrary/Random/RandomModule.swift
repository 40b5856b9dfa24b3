import NeuronRuntime

/// Python's `random`: the same numbers from the same seed.
func makeRandomModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "random")
  let methods = RandomMethods(in: module, machine)
  let shared = RandomSource(methods)
  for method in RandomMethod.all {
    module.define(
      method.name,
      machine.makeNative(method.name) { (arguments, machine) throws(Interruption) in
        try method.body(shared, try method.signature.bind(arguments), machine)
      })
  }
  return module
}

/// A method of `random.Random`, which the module also has as a function.
struct RandomMethod: Sendable {
  typealias Body =
    @Sendable (RandomSource, Signature.Bound, Machine) throws(Interruption) -> Value

  let name: String
  let signature: Signature
  let body: Body

  /// Parameters that end in `=` may be left out; those after `*` are given by name only.
  init(_ name: String, _ parameters: [String] = [], _ body: @escaping Body) {
    self.name = name
    let places = parameters.prefix { $0 != "*" }
    signature = Signature(
      name: "Random.\(name)", required: places.filter { !$0.hasSuffix("=") },
      optional: places.filter { $0.hasSuffix("=") }.map { String($0.dropLast()) },
      keywordOnly: parameters.dropFirst(places.count + 1).map { String($0.dropLast()) }, hidden: 1)
    self.body = body
  }

  static let all = seeding + integers + selections + distributions

  private static let seeding = [
    RandomMethod("seed", ["a=", "version="]) { (source, arguments, machine) throws(Interruption) in
      let version = try arguments[1].map { (v) throws(Interruption) in
        try machine.indexArgument(v)
      }
      try source.seed(arguments[0] ?? .none, version: version ?? 2, in: machine)
      return .none
    },
    RandomMethod("getstate") { (source, _, machine) throws(Interruption) in
      try source.state(in: machine)
    },
    RandomMethod("setstate", ["state"]) { (source, arguments, machine) throws(Interruption) in
      try source.setState(arguments.value(0), in: machine)
      return .none
    },
    RandomMethod("randbytes", ["n"]) { (_, _, _) throws(Interruption) in
      throw .raised(
        .type, "random.randbytes gives bytes, which are not part of neuron: use getrandbits")
    },
  ]
}

/// The methods of `random.Random` in one machine, and the class itself.
final class RandomMethods {
  private(set) var functions: [String: Value] = [:]
  private(set) var type = Value.none

  init(in module: NativeModule, _ machine: Machine) {
    for method in RandomMethod.all {
      functions[method.name] = machine.makeNative(method.name) {
        (arguments, machine) throws(Interruption) in
        guard arguments.count > 0,
          let source = machine.foreign(arguments[0]) as? RandomSource
        else {
          throw .raised(.type, "\(method.signature.name)() needs a random.Random as 'self'")
        }
        return try method.body(
          source, try method.signature.bind(arguments.droppingFirst), machine)
      }
    }
    let signature = Signature(
      name: "Random.__init__", required: [], optional: ["x"], hidden: 1)
    let made = module.defineType("Random", machine) {
      (_, arguments, machine) throws(Interruption) in
      let bound = try signature.bind(arguments)
      let source = RandomSource(self)
      try source.seed(bound[0] ?? .none, version: 2, in: machine)
      return machine.heap.foreign(source)
    }
    for (name, function) in functions.sorted(by: { $0.key < $1.key }) {
      made.define(name, function)
    }
    type = made.value
  }
}
