import NeuronRuntime

/// A method of NumPy's generators, which `np.random` may also have as a function.
struct StreamMethod: Sendable {
  typealias Body = @Sendable (StreamCall) throws(Interruption) -> Value

  let name: String
  let signature: CythonSignature
  let body: Body

  /// - Parameter parameters: as `CythonSignature` reads them.
  init(_ name: String, _ parameters: String = "", _ body: @escaping Body) {
    self.name = name
    signature = CythonSignature(name, parameters)
    self.body = body
  }

  func call(
    _ owner: StreamOwner, _ arguments: Arguments, in machine: Machine
  ) throws(Interruption) -> Value {
    try body(StreamCall(machine, name, owner, try signature.bind(arguments)))
  }

  /// The methods of `RandomState`, which `np.random` has as functions.
  static let legacy =
    legacySeeding + legacyUniform + continuous(isModern: false) + counts + legacyIntegers
    + rows + [legacyChoice] + legacyPermutations
    + refused(
      common: refusedInBoth,
      own: [
        "random_integers": "use randint(low, high + 1)", "bytes": "use randint(0, 256, size)",
        "tomaxint": "use randint(0, 2**63)",
      ])

  /// The methods of `Generator`.
  static let modern =
    modernUniform + continuous(isModern: true) + counts
    + rows + [modernIntegers, modernChoice] + modernPermutations + [spawn]
    + refused(
      common: refusedInBoth,
      own: [
        "bytes": "use integers(0, 256, size)",
        "multivariate_hypergeometric": "count what choice gives",
      ])

  /// Distributions that no lesson was found to use.
  private static let refusedInBoth = [
    "hypergeometric": "count what choice without replacement gives",
    "logseries": "use choice with probabilities",
    "multivariate_normal": "use mean + z @ L.T, with L from np.linalg.cholesky(cov)",
    "negative_binomial": "use poisson of a gamma number",
    "noncentral_chisquare": "sum squares of normal numbers",
    "noncentral_f": "divide sums of squares of normal numbers",
    "vonmises": "use random.vonmisesvariate of Python's random",
    "zipf": "use choice with probabilities",
  ]

  private static func refused(
    common: [String: String], own: [String: String]
  ) -> [StreamMethod] {
    common.merging(own) { $1 }.sorted { $0.key < $1.key }.map { name, advice in
      StreamMethod(refusing: name, advice)
    }
  }

  private init(refusing name: String, _ advice: String) {
    self.init(name, "a=, b=, c=, d=, e=, f=") { (call) throws(Interruption) in
      throw .raised(.type, "\(call.path) is not part of neuron: \(advice)")
    }
  }
}

/// The methods of one class of generators in one machine, as functions that take the generator first.
final class StreamMethods {
  private(set) var functions: [String: Value] = [:]

  init(
    _ methods: [StreamMethod], of type: String, _ machine: Machine,
    owner: @escaping (Value, Machine) -> StreamOwner?
  ) {
    for method in methods {
      functions[method.name] = machine.makeNative(method.name) {
        (arguments, machine) throws(Interruption) in
        guard arguments.count > 0, let owner = owner(arguments[0], machine) else {
          throw .raised(.type, "\(type).\(method.name)() needs a \(type) as 'self'")
        }
        return try method.call(owner, arguments.droppingFirst, in: machine)
      }
    }
  }

  /// Gives a class its methods.
  func define(in type: LibraryType) {
    for (name, function) in functions.sorted(by: { $0.key < $1.key }) {
      type.define(name, function)
    }
  }
}
