import NeuronRuntime

// `np.seterr` and `np.errstate`. Warnings are not printed in neuron, so that there is nothing to turn
// off; to turn them into errors is refused.

/// What NumPy would do about each kind of floating-point trouble.
private final class ErrorState {
  static let kinds = ["divide", "over", "under", "invalid"]
  var actions = ["warn", "warn", "ignore", "warn"]

  /// Reads `all=`, `divide=` and the other parameters.
  func changed(by call: ArrayCall) throws(Interruption) -> [String] {
    var result = actions
    for (place, parameter) in (["all"] + Self.kinds).enumerated() {
      guard let value = call[place] else { continue }
      guard value.kind == .string else {
        throw .raised(.type, "np.\(call.name) takes words, not \(call.machine.typeName(value))")
      }
      let action = call.machine.textOf(value)
      switch action {
      case "ignore", "warn": break
      case "raise", "call", "print", "log":
        throw .raised(
          .type,
          "\(parameter)='\(action)' of np.\(call.name) is not part of neuron: test the values with np.isnan or np.isinf"
        )
      default: throw .raised(.key, "'\(action)'")
      }
      if place == 0 {
        result = Array(repeating: action, count: Self.kinds.count)
      } else {
        result[place - 1] = action
      }
    }
    return result
  }

  func dictionary(in machine: Machine) throws(Interruption) -> Value {
    let dictionary = machine.heap.dictionary()
    for (kind, action) in zip(Self.kinds, actions) {
      try machine.setItem(
        dictionary, try machine.heap.string(kind), try machine.heap.string(action))
    }
    return dictionary
  }
}

/// What `np.errstate` gives, for `with`.
private final class ErrorContext: ForeignValue {
  private let state: ErrorState
  private let actions: [String]
  private let methods: (enter: Value, exit: Value)
  private var outer: [String]?

  init(_ state: ErrorState, _ actions: [String], _ methods: (enter: Value, exit: Value)) {
    self.state = state
    self.actions = actions
    self.methods = methods
  }

  var typeName: String { "errstate" }

  func representation(in machine: Machine) throws(Interruption) -> String {
    "<numpy.errstate object>"
  }

  func attribute(_ name: String, in machine: Machine) throws(Interruption) -> Value? {
    switch name {
    case "__enter__": machine.heap.boundMethod(machine.heap.foreign(self), methods.enter)
    case "__exit__": machine.heap.boundMethod(machine.heap.foreign(self), methods.exit)
    default: nil
    }
  }

  func enter() {
    outer = state.actions
    state.actions = actions
  }

  func exit() {
    state.actions = outer ?? state.actions
  }
}

extension Machine {
  func defineErrorState(in module: NativeModule) {
    let functions = ArrayFunctions(module, self)
    let state = ErrorState()
    let enter = makeNative("__enter__") { (arguments, machine) throws(Interruption) in
      if arguments.count > 0 { (machine.foreign(arguments[0]) as? ErrorContext)?.enter() }
      return .none
    }
    let exit = makeNative("__exit__") { (arguments, machine) throws(Interruption) in
      if arguments.count > 0 { (machine.foreign(arguments[0]) as? ErrorContext)?.exit() }
      return .false
    }
    let parameters = "all=, divide=, over=, under=, invalid="
    functions.define("seterr", parameters) { (call) throws(Interruption) in
      let old = try state.dictionary(in: call.machine)
      state.actions = try state.changed(by: call)
      return old
    }
    functions.define("geterr", "") { (call) throws(Interruption) in
      try state.dictionary(in: call.machine)
    }
    functions.define("errstate", "*, " + parameters) { (call) throws(Interruption) in
      call.machine.heap.foreign(
        ErrorContext(state, try state.changed(by: call), (enter, exit)))
    }
  }
}
