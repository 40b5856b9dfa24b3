import Testing

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
    /// What it may as well be called: a constant factor left out is a factor, and a constant term with
    /// the wrong sign is a constant added.
    var alias: Kind?
  }

  enum Kind: String, Sendable {
    case sign, factor, offset, value, inverse, missingFactor, missingTerm, signOfTerm, exchange
    case otherParameter
  }

  private var signature: String { parameters.joined(separator: ", ") }

  private func joined(_ parts: [String]) -> String {
    "(" + parts.map { "(\($0))" }.joined(separator: form == .product ? " * " : " + ") + ")"
  }

  private func isConstant(_ part: String) -> Bool {
    let names = part.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    return !parameters.contains(where: names.contains)
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
          kind: form == .product ? .missingFactor : .missingTerm, expression: joined(rest),
          alias: isConstant(part) ? (form == .product ? .factor : .offset) : nil))
      if form == .sum {
        slips.append(
          Slip(
            kind: .signOfTerm, expression: joined(rest + ["-(\(part))"]),
            alias: isConstant(part) ? .offset : nil))
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
    var text = """
      import math
      \(definition)
      def value(f, point):
          try:
              return '%.9g' % (f(*point) + 0.0)
          except (ValueError, ZeroDivisionError, OverflowError):
              return 'none'

      """
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
        print('value', \(index), [value(\(candidate), point) for point in points])
        try:
            print('result', \(index), check_derivative(\(candidate), of=\(name), wrt='\(wrt)'\(within)))
        except (AssertionError, ValueError) as error:
            print('result', \(index), error)

        """
    }
    return text
  }
}

extension SlippedFunction {
  static let all = unseen + seen

  /// None of them was looked at while the rules were written or put in order.
  static let unseen: [SlippedFunction] = [
    .init(
      name: "gompertz",
      definition: """
        def growth(b, c, t):
            return b * math.exp(-c * t)

        def gompertz(a, b, c, t):
            return a * math.exp(-growth(b, c, t))
        """, parameters: ["a", "b", "c", "t"], wrt: "c", form: .product,
      parts: ["-gompertz(a, b, c, t)", "growth(b, c, t)", "-t"], within: "(0.1, 3)"),
    .init(
      name: "doppler",
      definition: """
        def doppler(f, v, c):
            return f * c / (c - v)
        """, parameters: ["f", "v", "c"], wrt: "v", form: .product,
      parts: ["f", "c / (c - v)**2"]),
    .init(
      name: "focal",
      definition: """
        def focal(p, gamma):
            return -(1 - p)**gamma * math.log(p)
        """, parameters: ["p", "gamma"], wrt: "p", form: .sum,
      parts: ["gamma * (1 - p)**(gamma - 1) * math.log(p)", "-(1 - p)**gamma / p"],
      within: "{\"p\": (0.05, 0.95), \"gamma\": (0.5, 4)}"),
    .init(
      name: "perceptron",
      definition: """
        def bent(t):
            return t if t > 0 else 0.1 * t

        def total(w, v, x, y, b):
            return w * x + v * y + b

        def perceptron(w, v, x, y, b, target):
            return abs(bent(total(w, v, x, y, b)) - target)
        """, parameters: ["w", "v", "x", "y", "b", "target"], wrt: "v", form: .product,
      parts: [
        "(1.0 if bent(total(w, v, x, y, b)) > target else -1.0)",
        "(1.0 if total(w, v, x, y, b) > 0 else 0.1)", "y",
      ]),
    .init(
      name: "entropy",
      definition: """
        def entropy(p, q):
            return -p * math.log(p) - q * math.log(q)
        """, parameters: ["p", "q"], wrt: "p", form: .sum,
      parts: ["-math.log(p)", "-1.0"]),
    .init(
      name: "torus",
      definition: """
        def torus(R, r):
            return 2 * math.pi**2 * R * r**2
        """, parameters: ["R", "r"], wrt: "r", form: .product,
      parts: ["2", "2 * math.pi**2", "R", "r"]),
    .init(
      name: "filtered",
      definition: """
        def mixed(a, s, x):
            return a * s + (1 - a) * x

        def filtered(a, s, x, y):
            return mixed(a, mixed(a, s, x), y)
        """, parameters: ["a", "s", "x", "y"], wrt: "a", form: .sum,
      parts: ["mixed(a, s, x)", "a * (s - x)", "-y"]),
    .init(
      name: "elastic",
      definition: """
        def penalty(w):
            return abs(w) + w**2 / 2

        def elastic(w, x, y, k):
            return (w * x - y)**2 / 2 + k * penalty(w)
        """, parameters: ["w", "x", "y", "k"], wrt: "w", form: .sum,
      parts: ["(w * x - y) * x", "k * ((1.0 if w > 0 else -1.0) + w)"]),
    .init(
      name: "haversine",
      definition: """
        def haversine(a, b):
            return math.sin((a - b) / 2)**2
        """, parameters: ["a", "b"], wrt: "a", form: .product,
      parts: ["2 * math.sin((a - b) / 2)", "math.cos((a - b) / 2)", "0.5"]),
    .init(
      name: "contrast",
      definition: """
        def distance(a, b, c, d):
            return math.sqrt((a - c)**2 + (b - d)**2)

        def contrast(a, b, c, d, m):
            return max(0.0, m - distance(a, b, c, d))**2
        """, parameters: ["a", "b", "c", "d", "m"], wrt: "b", form: .product,
      parts: ["-2 * max(0.0, m - distance(a, b, c, d))", "(b - d) / distance(a, b, c, d)"]),
    .init(
      name: "stacked",
      definition: """
        def layer(x, w):
            return math.tanh(w * x)

        def stacked(x, u, v, w):
            return layer(layer(layer(x, u), v), w)
        """, parameters: ["x", "u", "v", "w"], wrt: "u", form: .product,
      parts: [
        "(1 - stacked(x, u, v, w)**2)", "w", "(1 - layer(layer(x, u), v)**2)", "v",
        "(1 - layer(x, u)**2)", "x",
      ]),
    .init(
      name: "logit",
      definition: """
        def logit(p, k):
            return k * math.log(p / (1 - p))
        """, parameters: ["p", "k"], wrt: "p", form: .product,
      parts: ["k", "1 / (p * (1 - p))"]),
    .init(
      name: "attention",
      definition: """
        def score(q, k):
            return math.exp(q * k)

        def attention(q, a, b, v, w):
            return (score(q, a) * v + score(q, b) * w) / (score(q, a) + score(q, b))
        """, parameters: ["q", "a", "b", "v", "w"], wrt: "v", form: .product,
      parts: ["score(q, a)", "1 / (score(q, a) + score(q, b))"], within: "(-3, 3)"),
    .init(
      name: "van",
      definition: """
        def van(n, t, v, a):
            return n * t / (v - n) - a * n**2 / v**2
        """, parameters: ["n", "t", "v", "a"], wrt: "v", form: .sum,
      parts: ["-n * t / (v - n)**2", "2 * a * n**2 / v**3"]),
  ]

  /// These were, for the order of the last of them.
  static let seen: [SlippedFunction] = [
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
