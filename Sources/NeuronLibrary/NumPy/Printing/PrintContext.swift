import NeuronRuntime

/// What `printoptions` gives: the options hold within `with`.
final class PrintContext: ForeignValue {
  /// Its methods, as natives that take it first.
  struct Methods {
    let enter: Value
    let exit: Value

    init(_ machine: Machine) {
      enter = machine.makeNative("__enter__") { (arguments, machine) throws(Interruption) in
        try PrintContext.own(arguments, machine)?.enter(in: machine) ?? .none
      }
      exit = machine.makeNative("__exit__") { (arguments, machine) throws(Interruption) in
        try PrintContext.own(arguments, machine)?.exit(in: machine)
        return .false
      }
    }
  }

  private let changes: [PrintOption: Value]
  private let ownRepresentation: Value
  private let methods: Methods
  private var isUsed = false
  /// What was set before, while it is open.
  private var outer: PrintSettings?

  init(_ changes: [PrintOption: Value], ownRepresentation: Value, _ methods: Methods) {
    self.changes = changes
    self.ownRepresentation = ownRepresentation
    self.methods = methods
  }

  var typeName: String { "contextlib._GeneratorContextManager" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<contextlib._GeneratorContextManager object>"
  }

  func visitValues(_ visit: (Value) -> Void) {
    for option in PrintOption.allCases { if let value = changes[option] { visit(value) } }
    visit(ownRepresentation)
    outer?.visitValues(visit)
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "__enter__": machine.heap.boundMethod(machine.heap.foreign(self), methods.enter)
    case "__exit__": machine.heap.boundMethod(machine.heap.foreign(self), methods.exit)
    default: nil
    }
  }

  private static func own(
    _ arguments: Arguments, _ machine: Machine
  ) throws(Interruption) -> PrintContext? {
    arguments.count > 0 ? machine.foreign(arguments[0]) as? PrintContext : nil
  }

  private func enter(in machine: Machine) throws(Interruption) -> Value {
    if isUsed { throw .raised(.attribute, "args") }
    isUsed = true
    outer = machine.numPy.printing
    var settings = machine.numPy.printing
    try settings.set(changes, ownRepresentation: ownRepresentation, in: machine)
    machine.numPy.printing = settings
    return try settings.dictionary(in: machine)
  }

  private func exit(in machine: Machine) throws(Interruption) {
    if let outer { machine.numPy.printing = outer }
    outer = nil
  }
}
