import Backprop
import NeuronRuntime
import Pictures

/// One call of a function that draws. Arguments are taken out one by one; what nobody took is a mistake.
struct PlotCall {
  let name: String
  let machine: Machine
  private var positional: ArraySlice<Value>
  private var keywords: [(name: String, value: Value)]

  /// - Parameter skipping: how many arguments come before those of the function: 1 for a method.
  init(_ name: String, _ arguments: Arguments, skipping: Int, _ machine: Machine) {
    self.name = name
    self.machine = machine
    positional = arguments.positional.dropFirst(skipping)
    keywords = arguments.keywords.map { ($0, arguments.keyword($0) ?? .none) }
  }

  /// The number of arguments by place that are left.
  var count: Int { positional.count }

  // MARK: Taking arguments

  /// The names of arguments that nobody took.
  var remainingNames: [String] { keywords.map(\.name) }

  /// The next argument by place; `nil` at their end.
  mutating func next() -> Value? { positional.popFirst() }

  /// What stands next by place, left there.
  var peek: Value? { positional.first }

  /// An argument by name, under any of these; `nil` where it is not given or `None`.
  mutating func keyword(_ names: String...) -> Value? {
    var found: Value?
    for name in names {
      guard let index = keywords.firstIndex(where: { $0.name == name }) else { continue }
      let value = keywords.remove(at: index).value
      if !value.isNone { found = value }
    }
    return found
  }

  /// The next argument by place, else by name; `nil` where it is not given or `None`.
  mutating func optional(_ names: String...) -> Value? {
    if let value = next() { return value.isNone ? nil : value }
    for name in names {
      if let value = keyword(name) { return value }
    }
    return nil
  }

  /// An argument that must be given.
  mutating func required(_ parameter: String) throws(Interruption) -> Value {
    if let value = next() ?? keyword(parameter) { return value }
    throw .raised(
      .type, "\(name)() missing 1 required positional argument: '\(parameter)'")
  }

  /// Names that change nothing in a picture of this kind.
  private static let idle: Set<String> = [
    "aa", "antialiased", "animated", "bbox_to_anchor", "borderaxespad", "clip_on", "columnspacing",
    "constrained_layout", "dpi", "fancybox", "figure", "frameon", "gid",
    "handlelength", "handletextpad", "interpolation_stage", "labelspacing", "markevery",
    "markerscale", "numpoints", "pad", "picker", "rasterized", "scalex", "scaley", "scatterpoints",
    "shadow", "sketch_params", "snap", "solid_capstyle", "solid_joinstyle", "dash_capstyle",
    "tight_layout", "layout", "url", "labelpad", "y", "ncol", "ncols", "fontfamily",
    "family", "fontname", "fontstyle", "style", "framealpha", "title_fontsize", "fontdict",
    "prop", "mode", "wrap", "clear", "num", "nchunk", "corner_mask",
    "shrink", "fraction", "drawedges", "extendfrac", "spacing", "linespacing", "zdir", "capthick",
    "elinewidth", "ecolor", "barsabove", "lolims", "uplims", "xlolims", "xuplims", "errorevery",
  ]

  /// Complains about arguments that nobody took.
  ///
  /// - Parameter owner: what matplotlib would have set them on.
  mutating func finish(_ owner: String) throws(Interruption) {
    if let extra = positional.first {
      throw .raised(
        .type,
        "\(name)() got an argument too many: \(machine.sketch(of: extra))")
    }
    keywords.removeAll { Self.idle.contains($0.name) }
    if let unknown = keywords.first {
      throw .raised(
        .attribute, "\(owner).set() got an unexpected keyword argument '\(unknown.name)'")
    }
  }

  // MARK: Reading values

  func string(_ value: Value) throws(Interruption) -> String {
    if value.kind == .string { return machine.textOf(value) }
    return try machine.text(of: value)
  }

  /// A text that the picture shows, whose formulas must be right.
  func words(_ value: Value) throws(Interruption) -> String {
    let text = try string(value)
    try Self.checkFormulas(in: text)
    return text
  }

  static func checkFormulas(in text: String) throws(Interruption) {
    if let problem = MathLine.problem(in: text) { throw .raised(.value, problem) }
  }

  func isString(_ value: Value?) -> Bool { value?.kind == .string }

  func number(_ value: Value, _ parameter: String) throws(Interruption) -> Double {
    let array = try machine.arrayArgument(value, "array").array
    guard array.count == 1, let number = array.floats.first else {
      throw .raised(
        .type, "\(name)(): \(parameter) must be a number, not \(machine.sketch(of: value))")
    }
    return number
  }

  func flag(_ value: Value?, else missing: Bool) throws(Interruption) -> Bool {
    guard let value else { return missing }
    return try machine.isTrue(value)
  }

  /// All numbers of a value, row by row, with its shape.
  func array(_ value: Value) throws(Interruption) -> (values: [Double], shape: [Int]) {
    let array = try machine.arrayArgument(value, "array").array
    try machine.charge(array.count &* 4)
    try machine.reserve(array.count &* 64)
    return (array.floats, array.shape)
  }

  /// The numbers of a sequence, or of one number.
  func numbers(_ value: Value) throws(Interruption) -> [Double] {
    try array(value).values
  }

  /// The texts of a list or tuple of them; `nil` for anything else.
  func strings(_ value: Value) -> [String]? {
    guard value.kind == .list || value.kind == .tuple else { return nil }
    let items = machine.elements(of: value)
    guard !items.isEmpty, items.allSatisfy({ $0.kind == .string }) else { return nil }
    return items.map(machine.textOf)
  }

  /// A pair of numbers.
  func pair(_ value: Value, _ parameter: String) throws(Interruption) -> (Double, Double) {
    let values = try numbers(value)
    guard values.count == 2 else {
      throw .raised(.value, "\(name)(): \(parameter) must be two numbers, not \(values.count)")
    }
    return (values[0], values[1])
  }

  func shapeText(_ shape: [Int]) -> String {
    shape.count == 1 ? "(\(shape[0]),)" : "(" + shape.map(String.init).joined(separator: ", ") + ")"
  }
}
