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

  /// Names of what is the page's own: letters, resolution, distances between things.
  private static let idle: Set<String> = [
    "aa", "antialiased", "animated", "borderaxespad", "borderpad", "columnspacing",
    "constrained_layout", "dpi", "fancybox", "figure", "gid", "handlelength", "handletextpad",
    "interpolation_stage", "labelspacing", "pad", "picker", "rasterized", "snap",
    "solid_capstyle", "solid_joinstyle", "dash_capstyle", "dash_joinstyle", "tight_layout",
    "layout", "url", "labelpad", "fontfamily", "family", "fontname", "framealpha",
    "title_fontsize", "linespacing", "clear", "num", "nchunk", "corner_mask", "shrink",
    "fraction",
  ]

  /// What matplotlib draws otherwise, with what it takes where nothing is said.
  private static let refused: [String: String] = [
    "barsabove": "False", "bbox_to_anchor": "None", "clip_on": "True", "drawedges": "False",
    "errorevery": "1", "extendfrac": "None", "fillstyle": "full", "fontdict": "None",
    "fontstyle": "normal", "hatch": "None", "lolims": "False", "markerscale": "1.0",
    "markevery": "None", "mode": "None", "ncol": "1", "ncols": "1", "norm": "None",
    "numpoints": "1", "prop": "None", "scalex": "True", "scaley": "True", "scatterpoints": "1",
    "shadow": "False", "sketch_params": "None", "spacing": "uniform", "style": "normal",
    "uplims": "False", "wrap": "False", "xlolims": "False", "xuplims": "False",
  ]

  /// Complains about an argument that would change the picture, unless it is one of `accepted`.
  mutating func refuse(
    _ parameter: String, besides accepted: String...
  ) throws(Interruption) {
    guard let value = keyword(parameter) else { return }
    if accepted.contains(try machine.text(of: value)) { return }
    throw refusal(parameter, value)
  }

  private func refusal(_ parameter: String, _ value: Value) -> Interruption {
    .raised(
      .value,
      "matplotlib draws \(name)(…, \(parameter)=\(machine.sketch(of: value))), neuron does not")
  }

  /// Complains about arguments that nobody took.
  ///
  /// - Parameter owner: what matplotlib would have set them on.
  mutating func finish(_ owner: String) throws(Interruption) {
    if let extra = positional.first {
      throw .raised(
        .type,
        "\(name)() got an argument too many: \(machine.sketch(of: extra))")
    }
    keywords.removeAll { Self.idle.contains($0.name) || $0.value.isNone }
    for (name, value) in keywords {
      guard let usual = Self.refused[name] else { continue }
      if try machine.text(of: value) != usual { throw refusal(name, value) }
    }
    keywords.removeAll { Self.refused[$0.name] != nil }
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
