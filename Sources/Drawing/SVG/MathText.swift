/// Texts of pictures with formulas between dollars, as far as letters can show them: `$\alpha^2$` is α².
enum MathText {
  static func plain(_ text: String) -> String {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count > 2, parts.count % 2 == 1 else {
      return text.replacing("\\$", with: "$")
    }
    return parts.enumerated().map { index, part in
      index % 2 == 1 ? formula(part) : String(part)
    }.joined()
  }

  private static func formula(_ tex: Substring) -> String {
    var reader = Reader(rest: tex)
    return reader.text(until: nil)
  }

  private struct Reader {
    var rest: Substring
    var depth = 0

    mutating func text(until end: Character?) -> String {
      var result = ""
      while let character = rest.first {
        if character == end {
          rest.removeFirst()
          return result
        }
        result += piece()
      }
      return result
    }

    /// One letter, command or group.
    mutating func piece() -> String {
      let character = rest.removeFirst()
      switch character {
      case "\\": return command()
      case "{":
        depth += 1
        defer { depth -= 1 }
        return depth > 50 ? "" : text(until: "}")
      case "}", "$": return ""
      case "^": return raised(argument(), superscripts, "^")
      case "_": return raised(argument(), subscripts, "_")
      case "-": return "−"
      case "~": return " "
      default: return String(character)
      }
    }

    private mutating func argument() -> String { rest.isEmpty ? "" : piece() }

    private func raised(
      _ text: String, _ table: [Character: Character], _ mark: String
    ) -> String {
      let letters = text.map { table[$0] }
      let known = letters.compactMap(\.self)
      if known.count == letters.count { return String(known) }
      return mark + (text.count > 1 ? "(\(text))" : text)
    }

    private mutating func command() -> String {
      guard let first = rest.first else { return "" }
      guard first.isLetter else {
        rest.removeFirst()
        return first == "," || first == ";" || first == "!" ? "\u{2009}" : String(first)
      }
      let name = String(rest.prefix { $0.isLetter && $0.isASCII })
      rest.removeFirst(name.count)
      if rest.first == " " { rest.removeFirst() }
      if let letter = letters[name] { return letter }
      switch name {
      case "frac", "dfrac", "tfrac":
        let (above, below) = (argument(), argument())
        return above + "/" + below
      case "sqrt": return "√" + argument()
      case "mathrm", "mathbf", "mathit", "text", "mathcal", "mathbb", "operatorname":
        return argument()
      case "hat": return argument() + "\u{302}"
      case "bar", "overline": return argument() + "\u{304}"
      case "tilde": return argument() + "\u{303}"
      case "vec": return argument() + "\u{20D7}"
      case "dot": return argument() + "\u{307}"
      case "left", "right", "displaystyle", "limits": return ""
      default: return name
      }
    }
  }

  private static let superscripts = table("0123456789+−-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
  private static let subscripts = table(
    "0123456789+−-=()aeoxhklmnpstijruv", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ")

  private static func table(_ keys: String, _ values: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(keys, values))
  }

  private static let letters: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ",
    "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "partial": "∂", "nabla": "∇", "infty": "∞", "cdot": "·", "times": "×",
    "pm": "±", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠",
    "approx": "≈", "to": "→", "rightarrow": "→", "leftarrow": "←", "sum": "∑", "prod": "∏",
    "int": "∫", "in": "∈", "ell": "ℓ", "log": "log", "ln": "ln", "exp": "exp", "sin": "sin",
    "cos": "cos", "tan": "tan", "tanh": "tanh", "max": "max", "min": "min", "circ": "∘",
    "ldots": "…", "cdots": "⋯", "quad": "  ", "prime": "′", "sim": "∼", "propto": "∝",
  ]
}
