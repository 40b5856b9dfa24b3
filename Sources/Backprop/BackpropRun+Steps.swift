extension BackpropRun {
  /// One line of backpropagation, told with indices into `quantities`.
  public enum Step {
    /// The start: the derivative of the output by itself, 1.
    case output(Int)
    /// A local derivative times an upstream one.
    case way(Way)
    /// The derivative by a quantity with several ways out: the sum of the products above.
    case sum(Int)
    /// A parameter that the output does not depend on.
    case unused(Int)
  }

  /// One way from a quantity towards the output, by a quantity that is made of it.
  public struct Way {
    public var quantity: Int
    public var consumer: Int
    /// ∂consumer/∂quantity; nil where the consumer is an array.
    public var local: RunValue?
    /// ∂output/∂consumer.
    public var upstream: RunValue
    /// What this way contributes to ∂output/∂quantity.
    public var product: RunValue
    /// Whether it is the first step of its quantity.
    public var isFirst: Bool
    /// Whether no other way leads out, so that the product is the quantity's whole derivative.
    public var isOnly: Bool
  }

  /// The steps from the outermost quantity inwards: the output, then every quantity that it depends
  /// on, the latest value first, and the parameters at the end in their order.
  public var steps: [Step] {
    let ways = waysOutwards()
    var steps: [Step] = [.output(outputIndex)]
    for index in quantities.indices where index != outputIndex {
      if quantities[index].isUsed {
        steps += ways[index]
        if ways[index].count > 1 { steps.append(.sum(index)) }
      } else if quantities[index].isParameter {
        steps.append(.unused(index))
      }
    }
    return steps
  }

  /// For each quantity its steps `way`, the outermost consumer first.
  private func waysOutwards() -> [[Step]] {
    var consumers = [[(consumer: Int, operand: Operand)]](repeating: [], count: quantities.count)
    for (index, quantity) in quantities.enumerated() where quantity.isUsed {
      for operand in quantity.operands { consumers[operand.index].append((index, operand)) }
    }
    return consumers.enumerated().map { quantity, consumers in
      consumers.enumerated().map { place, way in
        .way(
          Way(
            quantity: quantity, consumer: way.consumer, local: way.operand.local,
            upstream: quantities[way.consumer].derivative, product: way.operand.product,
            isFirst: place == 0, isOnly: consumers.count == 1))
      }
    }
  }

  /// The heads of the columns of `row(of:)`.
  public static let columns = [
    "quantity", "value", "local derivative", "upstream derivative", "product",
  ]

  /// A step as cells of text: `sigmoid`, `0.6456563062`, `∂l/∂sigmoid = -0.7086873875`,
  /// `∂l/∂l = 1`, `∂l/∂sigmoid = -0.7086873875`. Numbers have at most 10 significant digits.
  public func row(of step: Step) -> [String] {
    switch step {
    case .output(let index):
      return head(of: index) + ["", "", total(of: index)]
    case .way(let way):
      return row(of: way)
    case .sum(let index):
      return ["", "", "", "sum", total(of: index)]
    case .unused(let index):
      return head(of: index) + ["", "", total(of: index)]
    }
  }

  private func row(of way: Way) -> [String] {
    let (quantity, consumer) = (quantities[way.quantity], quantities[way.consumer])
    let local = derivativeName(consumer.name, by: quantity.name)
    let upstream = derivativeName(output.name, by: consumer.name)
    let jacobian = RunValue.text(ofShape: consumer.value.shape + quantity.value.shape)
    return (way.isFirst ? head(of: way.quantity) : ["", ""]) + [
      "\(local) = \(way.local?.summary ?? jacobian)",
      "\(upstream) = \(way.upstream.summary)",
      way.isOnly ? total(of: way.quantity) : "= \(way.product.summary)",
    ]
  }

  /// Name and value. Aliases stand behind the name: `sigmoid = h`.
  private func head(of index: Int) -> [String] {
    let quantity = quantities[index]
    let names = [quantity.name] + quantity.aliases
    return [names.joined(separator: " = "), quantity.value.summary]
  }

  private func total(of index: Int) -> String {
    let quantity = quantities[index]
    let name = derivativeName(output.name, by: quantity.name)
    return "\(name) = \(quantity.derivative.summary)"
  }

  private func derivativeName(_ quantity: String, by other: String) -> String {
    "∂\(quantity)/∂\(other)"
  }
}
