extension Operation {
  /// What people write for it: `+`, `**`, `tanh`.
  public var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    case .power: "**"
    case .negate: "-"
    case .absolute: "abs"
    case .reciprocal: "1/"
    case .copySign: "copysign"
    case .logAddExp: "logaddexp"
    case .logGamma: "lgamma"
    case .copy: "="
    default: String(describing: self)
    }
  }
}

extension ArrayOperation {
  /// What people write for it: `+`, `@`, `sum`.
  public var symbol: String {
    switch self {
    case .elementwise(let operation): operation.symbol
    case .sum: "sum"
    case .product: "prod"
    case .maximum: "max"
    case .minimum: "min"
    case .cumulativeSum: "cumsum"
    case .cumulativeProduct: "cumprod"
    case .broadcast: "broadcast"
    case .reshape: "reshape"
    case .transpose: "transpose"
    case .concatenate: "concatenate"
    case .view, .take: "[ ]"
    case .embed, .scatter: "scatter"
    case .put, .putAt: "[ ] ="
    case .select: "where"
    case .matmul: "@"
    case .inverse: "inv"
    case .solve: "solve"
    case .determinant: "det"
    }
  }
}
