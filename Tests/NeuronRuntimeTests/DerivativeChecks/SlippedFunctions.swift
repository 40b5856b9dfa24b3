/// A function with its derivative, as a product of factors or a sum of terms, into which slips are put.
struct SlippedFunction: Sendable, CustomTestStringConvertible {
  enum Form: Sendable { case product, sum }

  let name: String
  /// Defines the function and what it calls.
  let definition: String
  let parameters: [String]
  let wrt: String
  let form: Form
  /// The factors from the outside inwards, or the terms.
  let parts: [String]
  var within: String?

  var testDescription: String { name }

  /// One way to get the derivative wrong.
  struct Slip: Sendable {
    let kind: Kind
    /// What the candidate returns.
    let expression: String
  }

  enum Kind: String, Sendable {
    case sign, factor, offset, value, inverse, missingFactor, missingTerm, signOfTerm, exchange
    case otherParameter
  }

  private var signature: String { parameters.joined(separator: ", ") }

  private func joined(_ parts: [String]) -> String {
    "(" + parts.map { "(\($0))" }.joined(separator: form == .product ? " * " : " + ") + ")"
  }

  /// Every slip, in a fixed order.
  var slips: [Slip] {
    let right = joined(parts)
    var slips = [
      Slip(kind: .sign, expression: "-\(right)"),
      Slip(kind: .value, expression: "\(name)(\(signature))"),
      Slip(kind: .inverse, expression: "1 / \(right)"),
    ]
    for factor in ["2", "0.5", "3", "0.25", "1.7"] {
      slips.append(Slip(kind: .factor, expression: "\(factor) * \(right)"))
    }
    for offset in ["+ 1", "- 0.5"] {
      slips.append(Slip(kind: .offset, expression: "\(right) \(offset)"))
    }
    for index in parts.indices {
      var rest = parts
      let part = rest.remove(at: index)
      slips.append(
        Slip(
          kind: form == .product ? .missingFactor : .missingTerm, expression: joined(rest)))
      if form == .sum {
        slips.append(Slip(kind: .signOfTerm, expression: joined(rest + ["-(\(part))"])))
      }
    }
    for first in parameters.indices {
      for second in parameters.indices where second > first {
        var exchanged = parameters
        exchanged.swapAt(first, second)
        slips.append(
          Slip(kind: .exchange, expression: "right(\(exchanged.joined(separator: ", ")))"))
      }
    }
    for other in parameters where other != wrt {
      slips.append(
        Slip(kind: .otherParameter, expression: "grad(\(name), wrt=\"\(other)\")(\(signature))"))
    }
    return slips
  }

  /// Checks the derivative, then every slip. Prints `value`, the index of a slip and what it gives at
  /// some points; then `result`, the index and what the check says. Index 0 is the derivative.
  var program: String {
    var text = "import math\n\(definition)\n"
    let expressions = [joined(parts)] + slips.map(\.expression)
    for (index, expression) in expressions.enumerated() {
      text += """
        def \(index == 0 ? "right" : "slip\(index)")(\(signature)):
            return \(expression)

        """
    }
    let sizes = [0.3, 0.7, 0.55, 0.21, 0.44]
    let points = (0..<6).map { row in
      "("
        + parameters.indices.map { column in
          "\(sizes[(row + column) % sizes.count] * (1 + 0.1 * Double(row)))"
        }.joined(separator: ", ") + ",)"
    }
    text += "points = [\(points.joined(separator: ", "))]\n"
    let within = self.within.map { ", within=\($0)" } ?? ""
    for index in expressions.indices {
      let candidate = index == 0 ? "right" : "slip\(index)"
      text += """
        print('value', \(index), ['%.9g' % \(candidate)(*point) for point in points])
        try:
            print('result', \(index), check_derivative(\(candidate), of=\(name), wrt='\(wrt)'\(within)))
        except AssertionError as error:
            print('result', \(index), error)

        """
    }
    return text
  }
}

extension SlippedFunction {
  /// None of them was looked at while the rules were written.
  static let all: [SlippedFunction] = [
    .init(
      name: "bond",
      definition: """
        def bond(y, c, f):
            return c / (1 + y) + (c + f) / (1 + y)**2
        """, parameters: ["y", "c", "f"], wrt: "y", form: .sum,
      parts: ["-c / (1 + y)**2", "-2 * (c + f) / (1 + y)**3"]),
    .init(
      name: "lorentz",
      definition: """
        def lorentz(v, c):
            return 1 / math.sqrt(1 + v**2 / c**2)
        """, parameters: ["v", "c"], wrt: "v", form: .product,
      parts: ["-(1 + v**2 / c**2)**-1.5", "v / c**2"]),
    .init(
      name: "answer",
      definition: """
        def squash(t):
            return 1 / (1 + math.exp(-t))

        def hidden(x, w, b):
            return squash(w * x + b)

        def answer(x, w, b, v, c):
            return squash(v * hidden(x, w, b) + c)
        """, parameters: ["x", "w", "b", "v", "c"], wrt: "w", form: .product,
      parts: [
        "answer(x, w, b, v, c) * (1 - answer(x, w, b, v, c))", "v",
        "hidden(x, w, b) * (1 - hidden(x, w, b))", "x",
      ]),
    .init(
      name: "cosine",
      definition: """
        def length(a, b):
            return math.sqrt(a**2 + b**2)

        def cosine(a, b, c, d):
            return (a * c + b * d) / (length(a, b) * length(c, d))
        """, parameters: ["a", "b", "c", "d"], wrt: "a", form: .sum,
      parts: [
        "c / (length(a, b) * length(c, d))",
        "-(a * c + b * d) * a / (length(a, b)**3 * length(c, d))",
      ]),
    .init(
      name: "spring",
      definition: """
        def spring(k, x, rest):
            return k * (x - rest)**2 / 2
        """, parameters: ["k", "x", "rest"], wrt: "x", form: .product, parts: ["k", "(x - rest)"]),
    .init(
      name: "miss",
      definition: """
        def softsign(t):
            return t / (1 + abs(t))

        def miss(x, w, b, y):
            return (y - softsign(w * x + b))**2
        """, parameters: ["x", "w", "b", "y"], wrt: "w", form: .product,
      parts: ["-2 * (y - softsign(w * x + b))", "1 / (1 + abs(w * x + b))**2", "x"]),
    .init(
      name: "poisson",
      definition: """
        def rate(w, x, b):
            return math.exp(w * x + b)

        def poisson(w, x, b, y):
            return rate(w, x, b) - y * (w * x + b)
        """, parameters: ["w", "x", "b", "y"], wrt: "w", form: .product,
      parts: ["(rate(w, x, b) - y)", "x"], within: "(-2, 2)"),
    .init(
      name: "divergence",
      definition: """
        def divergence(m, s, n, t):
            return math.log(t / s) + (s**2 + (m - n)**2) / (2 * t**2) - 0.5
        """, parameters: ["m", "s", "n", "t"], wrt: "t", form: .sum,
      parts: ["1 / t", "-(s**2 + (m - n)**2) / t**3"]),
    .init(
      name: "escape",
      definition: """
        def energy(g, m, r):
            return 2 * g * m / r

        def escape(g, m, r):
            return math.sqrt(energy(g, m, r))
        """, parameters: ["g", "m", "r"], wrt: "r", form: .product,
      parts: ["1 / (2 * escape(g, m, r))", "-2 * g * m / r**2"]),
    .init(
      name: "lookup",
      definition: """
        def lookup(a, b, c):
            p = {'a': [a, 2.0], 'b': [b, 3.0]}
            total = 0.0
            for weight, x in p.values():
                total += weight * x
            return c * math.tanh(total)
        """, parameters: ["a", "b", "c"], wrt: "b", form: .product,
      parts: ["c", "(1 - math.tanh(2 * a + 3 * b)**2)", "3"]),
    .init(
      name: "normalized",
      definition: """
        def deviation(x, m, v):
            return (x - m) / math.sqrt(v + 0.01)

        def normalized(x, m, v, g):
            return g * deviation(x, m, v)
        """, parameters: ["x", "m", "v", "g"], wrt: "v", form: .product,
      parts: ["g", "(x - m)", "-0.5 * (v + 0.01)**-1.5"]),
    .init(
      name: "discounted",
      definition: """
        def discounted(r, g):
            total = 0.0
            for _ in range(4):
                total = r + g * total
            return total
        """, parameters: ["r", "g"], wrt: "g", form: .sum,
      parts: ["r", "2 * g * r", "3 * g**2 * r"]),
    .init(
      name: "judge",
      definition: """
        class Neuron:
            def __init__(self, w, b):
                self.w, self.b = w, b

            def __call__(self, x):
                return math.tanh(self.w * x + self.b)

        def judge(x, w, b, y):
            return (y - Neuron(w, b)(x))**2 / 2
        """, parameters: ["x", "w", "b", "y"], wrt: "b", form: .product,
      parts: ["-(y - Neuron(w, b)(x))", "(1 - Neuron(w, b)(x)**2)"]),
    .init(
      name: "beam",
      definition: """
        def beam(w, t, z):
            return math.exp(-2 * t**2 / w**2) / w
        """, parameters: ["w", "t", "z"], wrt: "w", form: .sum,
      parts: ["-math.exp(-2 * t**2 / w**2) / w**2", "4 * t**2 * math.exp(-2 * t**2 / w**2) / w**4"]),
  ]
}
