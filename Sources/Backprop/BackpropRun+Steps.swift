extension BackpropRun {
  /// One line of backpropagation, told with indices into `quantities`.
  public enum Step: Sendable, Equatable {
    /// The start: the derivative of the output by itself, 1.
    case output(Int)
    /// One way from a quantity to the output: the local derivative of its `consumer` by it, times the
    /// `upstream` derivative of the output by the consumer, is the `product`. `isOnly` when no other
    /// way leads out, so that the product is the quantity's derivative.
    case way(
      quantity: Int, consumer: Int, local: Double, upstream: Double, product: Double, isFirst: Bool,
      isOnly: Bool)
    /// The derivative by a quantity with several ways out: the sum of the products above.
    case sum(Int)
    /// A parameter that the output does not depend on.
    case unused(Int)
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
    var consumers = [[(consumer: Int, local: Double)]](repeating: [], count: quantities.count)
    for (index, quantity) in quantities.enumerated() where quantity.isUsed {
      for operand in quantity.operands {
        consumers[operand.index].append((index, operand.local))
      }
    }
    return consumers.enumerated().map { quantity, consumers in
      consumers.enumerated().map { place, way in
        let upstream = quantities[way.consumer].derivative
        return .way(
          quantity: quantity, consumer: way.consumer, local: way.local, upstream: upstream,
          product: upstream * way.local, isFirst: place == 0, isOnly: consumers.count == 1)
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
    case .way(
      let index, let consumer, let local, let upstream, let product, let isFirst, let isOnly):
      let name = derivativeName(quantities[consumer].name, by: quantities[index].name)
      return (isFirst ? head(of: index) : ["", ""]) + [
        "\(name) = \(shortDecimal(local))",
        "\(derivativeName(output.name, by: quantities[consumer].name)) = \(shortDecimal(upstream))",
        isOnly ? total(of: index) : "= \(shortDecimal(product))",
      ]
    case .sum(let index):
      return ["", "", "", "sum", total(of: index)]
    case .unused(let index):
      return head(of: index) + ["", "", total(of: index)]
    }
  }

  /// Name and value. Aliases stand behind the name: `sigmoid = h`.
  private func head(of index: Int) -> [String] {
    let quantity = quantities[index]
    let names = [quantity.name] + quantity.aliases
    return [names.joined(separator: " = "), shortDecimal(quantity.value)]
  }

  private func total(of index: Int) -> String {
    let quantity = quantities[index]
    let name = derivativeName(output.name, by: quantity.name)
    return "\(name) = \(shortDecimal(quantity.derivative))"
  }

  private func derivativeName(_ quantity: String, by other: String) -> String {
    "∂\(quantity)/∂\(other)"
  }
}
