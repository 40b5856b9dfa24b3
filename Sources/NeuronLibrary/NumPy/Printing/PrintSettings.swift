import Backprop
import NeuronRuntime

/// What `set_printoptions` has set in a machine: the options as printing needs them, and what the
/// program gave for them.
struct PrintSettings {
  private(set) var options = PrintOptions()
  private var given: [PrintOption: Value] = [
    .edgeitems: Value(3), .threshold: Value(1000), .precision: Value(8), .linewidth: Value(75),
  ]
  /// Functions that write elements, by kinds of dtype: a dictionary, or `None`.
  private var formatter = Value.none
  /// The function that gives the `repr` of every array, or `None`.
  private(set) var ownRepresentation = Value.none
  private var legacy = "1.25"

  func visitValues(_ visit: (Value) -> Void) {
    for option in PrintOption.allCases { if let value = given[option] { visit(value) } }
    visit(formatter)
    visit(ownRepresentation)
  }

  /// The program's function for elements of a dtype: that for the dtype before that for its kind
  /// before that for all.
  func formatter(for dtype: DType, in machine: Machine) throws(Interruption) -> Value? {
    if formatter.isNone { return nil }
    let keys =
      switch dtype {
      case .bool: ["bool", "all"]
      case .int64: ["int", "int_kind", "all"]
      case .float64: ["float", "float_kind", "all"]
      }
    for key in keys {
      let function = try machine.getItem(formatter, try machine.heap.string(key))
      if let function, !function.isNone { return function }
    }
    return nil
  }

  // MARK: Changes

  /// As `set_printoptions` changes them: the functions that are not given are let go.
  mutating func set(
    _ changes: [PrintOption: Value], ownRepresentation: Value, in machine: Machine
  ) throws(Interruption) {
    formatter = .none
    try change(changes, in: machine)
    self.ownRepresentation = ownRepresentation
  }

  /// Takes what is given and not `None`.
  mutating func change(
    _ changes: [PrintOption: Value], in machine: Machine
  ) throws(Interruption) {
    for option in PrintOption.allCases {
      if let value = changes[option], !value.isNone { try change(option, value, machine) }
    }
  }

  private mutating func change(
    _ option: PrintOption, _ value: Value, _ machine: Machine
  ) throws(Interruption) {
    switch option {
    case .suppress: options.suppressesSmall = try machine.isTrue(value)
    case .floatmode: options.floatMode = try Self.floatMode(value, machine)
    case .sign: options.sign = try Self.sign(value, machine)
    case .legacy: legacy = try Self.legacy(value, machine)
    case .threshold: options.threshold = try Self.threshold(value, machine)
    case .precision: options.precision = try Self.precision(value, machine)
    case .edgeitems: options.edgeItems = try machine.indexArgument(value)
    case .linewidth: options.lineWidth = try Self.lineWidth(value, machine)
    case .nanstr: options.nanText = try Self.text(value, option, machine)
    case .infstr: options.infinityText = try Self.text(value, option, machine)
    case .formatter:
      guard value.kind == .dictionary else {
        throw .raised(
          .attribute, "'\(machine.typeName(value))' object has no attribute 'keys'")
      }
      formatter = value
    }
    if given[option] != nil { given[option] = value }
  }

  private static func floatMode(
    _ value: Value, _ machine: Machine
  ) throws(Interruption) -> PrintOptions.FloatMode {
    let text = value.kind == .string ? machine.textOf(value) : ""
    if let mode = PrintOptions.FloatMode(rawValue: text) { return mode }
    let modes = PrintOptions.FloatMode.allCases.map { "\"\($0.rawValue)\"" }
    throw .raised(
      .value, "floatmode option must be one of \(modes.joined(separator: ", "))")
  }

  private static func sign(
    _ value: Value, _ machine: Machine
  ) throws(Interruption) -> PrintOptions.Sign {
    let text = value.kind == .string ? machine.textOf(value) : ""
    if let sign = PrintOptions.Sign(rawValue: text) { return sign }
    throw .raised(.value, "sign option must be one of ' ', '+', or '-'")
  }

  private static func legacy(_ value: Value, _ machine: Machine) throws(Interruption) -> String {
    let text = value.kind == .string ? machine.textOf(value) : ""
    if ["1.21", "1.25"].contains(text) { return text }
    throw .raised(
      .value,
      "legacy=\(try machine.representation(of: value)) is not part of neuron: numbers are printed as legacy='1.25' has them"
    )
  }

  private static func threshold(_ value: Value, _ machine: Machine) throws(Interruption) -> Double {
    guard let number = try machine.tracedNumber(value)?.value else {
      throw .raised(.type, "threshold must be numeric")
    }
    if number.isNaN {
      throw .raised(
        .value, "threshold must be non-NAN, try sys.maxsize for untruncated representation")
    }
    return number
  }

  private static func precision(_ value: Value, _ machine: Machine) throws(Interruption) -> Int {
    if value.kind == .float { throw .raised(.type, "precision must be an integer") }
    let precision = try machine.catching(.type) { () throws(Interruption) in
      try machine.indexArgument(value)
    }
    guard let precision else { throw .raised(.type, "precision must be an integer") }
    return precision
  }

  private static func lineWidth(_ value: Value, _ machine: Machine) throws(Interruption) -> Double {
    if let number = try machine.tracedNumber(value) { return number.value }
    throw .raised(
      .type, "linewidth must be a number in neuron, not \(machine.typeName(value))")
  }

  private static func text(
    _ value: Value, _ option: PrintOption, _ machine: Machine
  ) throws(Interruption) -> String {
    if value.kind == .string { return machine.textOf(value) }
    throw .raised(
      .type, "\(option.rawValue) must be a text in neuron, not \(machine.typeName(value))")
  }

  // MARK: Asking

  /// What `get_printoptions` gives.
  func dictionary(in machine: Machine) throws(Interruption) -> Value {
    let heap = machine.heap
    let values: [(String, Value)] = [
      ("edgeitems", given[.edgeitems] ?? .none), ("threshold", given[.threshold] ?? .none),
      ("floatmode", try heap.string(options.floatMode.rawValue)),
      ("precision", given[.precision] ?? .none), ("suppress", Value(options.suppressesSmall)),
      ("linewidth", given[.linewidth] ?? .none), ("nanstr", try heap.string(options.nanText)),
      ("infstr", try heap.string(options.infinityText)),
      ("sign", try heap.string(options.sign.rawValue)), ("formatter", formatter),
      ("legacy", try heap.string(legacy)), ("override_repr", ownRepresentation),
    ]
    let result = heap.dictionary()
    for (name, value) in values { try machine.setItem(result, try heap.string(name), value) }
    return result
  }
}

/// What can be set, in the order in which NumPy looks at it; by its names.
enum PrintOption: String, CaseIterable {
  case suppress, floatmode, sign, legacy, threshold, precision, edgeitems, linewidth, nanstr, infstr
  case formatter
}
