/// The words of a formula that a reader may look for: `\frac{\partial l}{\partial \sigma}` has "partial",
/// "l" and "sigma", since `\frac` and its kin only say how things are set.
struct SpokenTeX {
  private(set) var text = ""

  private static let spoken: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "iota",
    "kappa", "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "varphi",
    "chi", "psi", "omega", "partial", "nabla", "sum", "prod", "int", "lim", "max", "min", "argmax",
    "argmin", "exp", "log", "ln", "sin", "cos", "tan", "tanh", "sinh", "cosh", "det", "softmax",
  ]

  init(_ tex: String) {
    var rest = tex.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      let name = rest.prefix { $0.isASCII && $0.properties.isAlphabetic }
      rest = rest.dropFirst(name.count)
      let command = String(String.UnicodeScalarView(name))
      text += " "
      if Self.spoken.contains(command.lowercased()) { text += command + " " }
      // `{align}` after `\begin` names no thing either.
      if command == "begin" || command == "end" { rest = rest.drop { $0 != "}" } }
    }
  }
}
