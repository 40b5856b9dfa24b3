import Pictures

/// How names and numbers of a graph are written in its drawing.
struct GraphNotation {
  let names: MathNames
  let hasDerivatives: Bool
  /// The TeX of what was differentiated, if it has a name.
  private let output: String?

  init(_ graph: ComputationGraph, _ names: MathNames) {
    self.names = names
    hasDerivatives = graph.output != nil
    let node = graph.output.map { graph.nodes[$0] }
    // The symbol of an operation says nothing below a bar.
    output = node.flatMap { $0.kind == .operation ? nil : names.tex($0.name) }
  }

  /// Four digits of a number, or as many as stand before its point; an array as it is while it is short,
  /// else `nil`.
  static func short(_ value: String) -> String? {
    if let number = Double(value) {
      return number.shortText.replacing("-", with: "−")
    }
    return value.count <= 14 && !value.contains("\n") ? value.replacing("-", with: "−") : nil
  }

  static func shape(_ shape: [Int]) -> String {
    shape.map(String.init).joined(separator: " × ")
  }

  /// `σ = h`.
  func name(of node: ComputationGraph.Node) -> TextRuns {
    var line = TextRuns("", .name)
    line.add(tex: names.tex(node.name))
    for alias in node.aliases.prefix(2) {
      line.add(" = ")
      line.add(tex: names.tex(alias))
    }
    if node.aliases.count > 2 { line.add(" …") }
    return line
  }

  /// What an operation gave: `z = 0.6` where that is a quantity, else the value alone.
  func result(of node: ComputationGraph.Node, _ value: String) -> TextRuns {
    guard let name = node.aliases.first else { return TextRuns(value, .value) }
    var line = TextRuns("", .value)
    line.add(tex: names.tex(name))
    line.add((node.shape.isEmpty ? " = " : ": ") + value)
    return line
  }

  /// Of `∂l/∂w`, in pixels.
  private static let mostDerivativeWidth = 50.0

  /// `∂l/∂w = −0.1621`, or the number behind an arrow where the names are long.
  func derivative(of node: ComputationGraph.Node) -> TextRuns? {
    guard let derivative = node.derivative, hasDerivatives else { return nil }
    let number = Self.short(derivative)
    guard let output else { return number.map { TextRuns("← " + $0, .derivative) } }
    var line = TextRuns("", .derivative)
    line.add(tex: "\\partial " + output)
    line.add("\u{200A}/\u{200A}")
    line.add(tex: "\\partial " + names.tex(node.name))
    if line.width > Self.mostDerivativeWidth, let number {
      return TextRuns("← " + number, .derivative)
    }
    if let number { line.add("\u{2009}=\u{2009}" + number) }
    return line
  }

  /// As words say it: `l`, `sigmoid`.
  static func words(_ node: ComputationGraph.Node) -> String {
    ([node.name] + node.aliases).joined(separator: " = ")
  }
}
