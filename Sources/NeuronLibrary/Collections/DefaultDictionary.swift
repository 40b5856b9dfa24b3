import NeuronRuntime
import NeuronSyntax

/// `defaultdict`: a dictionary that makes the value of a key that is not there.
final class DefaultFlavour: DictionaryFlavour {
  private var factory: Value
  private let kind: Kind

  /// What all such dictionaries share.
  final class Kind {
    var type = Value.none
    var methods: [String: Value] = [:]
  }

  init(factory: Value, kind: Kind) {
    self.factory = factory
    self.kind = kind
  }

  var typeName: String { "collections.defaultdict" }
  var type: Value { kind.type }

  func visitValues(_ visit: (Value) -> Void) {
    visit(factory)
    visit(kind.type)
  }

  func writing(
    of dictionary: Value, in machine: Machine
  ) throws(Interruption) -> DictionaryWriting {
    let made = try machine.nested { () throws(Interruption) in
      try machine.representation(of: factory)
    }
    return DictionaryWriting(
      prefix: "defaultdict(\(made), ", entries: machine.entries(of: dictionary), suffix: ")")
  }

  func method(_ name: String) -> Value? { kind.methods[name] }

  func attribute(_ name: String) -> Value? { name == "default_factory" ? factory : nil }

  func setAttribute(_ name: String, to value: Value) -> Bool {
    if name == "default_factory" { factory = value }
    return name == "default_factory"
  }

  func missing(
    _ key: Value, from dictionary: Value, in machine: Machine
  ) throws(Interruption) -> Value? {
    if factory.isNone { return nil }
    return try machine.heap.pinning([dictionary, key]) { () throws(Interruption) in
      let value = try machine.call(factory, [])
      try machine.heap.pinning([value]) { () throws(Interruption) in
        try machine.setItem(dictionary, key, value)
      }
      return value
    }
  }

  /// `|` merges into a new dictionary with the same factory.
  func binary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, isInPlace: Bool, in machine: Machine
  ) throws(Interruption) -> Value? {
    try machine.union(operation, x, y, isInPlace: isInPlace) {
      machine.dictionary(DefaultFlavour(factory: factory, kind: kind))
    }
  }

  fileprivate func copy(_ dictionary: Value, in machine: Machine) throws(Interruption) -> Value {
    let copy = machine.dictionary(DefaultFlavour(factory: factory, kind: kind))
    try machine.updateDictionary(copy, with: dictionary)
    return copy
  }
}

func defineDefaultDictionary(_ module: NativeModule, _ machine: Machine) {
  let kind = DefaultFlavour.Kind()
  kind.methods["copy"] = machine.makeNative("copy") { (arguments, machine) throws(Interruption) in
    try arguments.droppingFirst.expect("defaultdict.copy", 0...0)
    guard let flavour = arguments[0].flavour as? DefaultFlavour else { return .none }
    return try flavour.copy(arguments[0], in: machine)
  }
  let type = module.defineType("defaultdict", machine) {
    (_, arguments, machine) throws(Interruption) in
    let factory = arguments.count > 0 ? arguments[0] : .none
    if !factory.isNone, !machine.isCallable(factory) {
      throw .raised(.type, "first argument must be callable or None")
    }
    let dictionary = machine.dictionary(DefaultFlavour(factory: factory, kind: kind))
    let rest = arguments.count > 0 ? arguments.droppingFirst : arguments
    try rest.expectPositional("dict", 0...1)
    try machine.fillDictionary(dictionary, from: rest)
    return dictionary
  }
  kind.type = type.value
  kind.methods["fromkeys"] = machine.defineClassMethod("fromkeys", of: type) {
    (arguments, machine) throws(Interruption) in
    if !arguments.keywords.isEmpty {
      throw .raised(.type, "defaultdict.fromkeys() takes no keyword arguments")
    }
    try arguments.expectUnpacked("fromkeys", 1...2)
    let dictionary = machine.dictionary(DefaultFlavour(factory: .none, kind: kind))
    try machine.fillDictionary(
      dictionary, withKeys: arguments[0], value: arguments.count > 1 ? arguments[1] : .none)
    return dictionary
  }
}
