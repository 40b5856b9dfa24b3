import NeuronRuntime

/// Python's `itertools`: iterators that compute their items when asked for them.
func makeItertoolsModule(_ machine: Machine) -> NativeModule {
  let module = NativeModule(name: "itertools")
  let types = ItertoolsTypes(module, machine)
  types.defineEndless()
  types.defineChains()
  types.defineFilters()
  types.defineSlices()
  types.defineArrangements()
  types.defineGroups()
  return module
}

/// Defines the classes of the module, each with its maker.
struct ItertoolsTypes {
  typealias Make = (Value, Arguments, Machine) throws(Interruption) -> any ForeignValue

  let module: NativeModule
  let machine: Machine

  init(_ module: NativeModule, _ machine: Machine) {
    self.module = module
    self.machine = machine
  }

  /// `make` gets the class as a value, for what it makes to know its type.
  @discardableResult
  func define(_ name: String, _ make: @escaping Make) -> LibraryType {
    module.defineType(name, machine) { (type, arguments, machine) throws(Interruption) in
      machine.heap.foreign(try make(type, arguments, machine))
    }
  }
}

/// What the iterators of `itertools` have in common. Values that a subclass holds while it calls back
/// into the machine are in its own members, or pinned.
class ItertoolsIterator: ForeignValue {
  private let typeValue: Value
  private let name: String

  /// - Parameter type: the class that it is an instance of.
  init(_ name: String, _ type: Value) {
    self.name = name
    typeValue = type
  }

  var typeName: String { "itertools.\(name)" }

  func type(in machine: Machine) -> Value? { typeValue }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<itertools.\(name) object>"
  }

  var isIterator: Bool { true }

  func next(in machine: Machine) throws(Interruption) -> Value? { nil }

  /// The values that it holds.
  var parts: [Value] { [] }

  final func visitValues(_ visit: (Value) -> Void) {
    visit(typeValue)
    parts.forEach(visit)
  }
}
