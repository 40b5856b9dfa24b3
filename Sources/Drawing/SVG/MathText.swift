/// A piece of a formula that is set in one way.
struct MathPiece: Hashable {
  enum Level { case base, raised, lowered }

  var text: String
  /// As letters that stand for quantities are.
  var isItalic: Bool
  var level = Level.base

  /// Small letters of small ones are not told apart.
  func on(_ level: Level) -> MathPiece {
    MathPiece(text: text, isItalic: isItalic, level: level)
  }
}

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
    var text = ""
    for run in joined(pieces(tex)) {
      switch run.level {
      case .base: text += run.text
      case .raised: text += small(run.text, superscripts, "^")
      case .lowered: text += small(run.text, subscripts, "_")
      }
    }
    return text
  }

  private static func small(
    _ text: String, _ table: [Character: Character], _ mark: String
  ) -> String {
    let known = text.compactMap { table[$0] }
    if known.count == text.count { return String(known) }
    return mark + (text.count > 1 ? "(\(text))" : text)
  }

  /// Neighbours on one level as one, whatever their slant.
  private static func joined(_ pieces: [MathPiece]) -> [MathPiece] {
    pieces.reduce(into: []) { result, piece in
      if let last = result.last, last.level == piece.level {
        result[result.count - 1].text += piece.text
      } else {
        result.append(piece)
      }
    }
  }

  /// A formula in pieces that differ in slant and height.
  static func pieces(_ tex: some StringProtocol) -> [MathPiece] {
    var reader = Reader(rest: Substring(tex))
    return reader.pieces(until: nil).reduce(into: []) { result, piece in
      if let last = result.last, last.level == piece.level, last.isItalic == piece.isItalic {
        result[result.count - 1].text += piece.text
      } else {
        result.append(piece)
      }
    }
  }

  private struct Reader {
    var rest: Substring
    var depth = 0
    var isUpright = false

    mutating func pieces(until end: Character?) -> [MathPiece] {
      var result: [MathPiece] = []
      while let character = rest.first {
        if character == end {
          rest.removeFirst()
          return result
        }
        result += piece()
      }
      return result
    }

    private func letters(_ text: String) -> [MathPiece] {
      let isItalic = !isUpright && text.count == 1 && text.first?.isLetter == true
      return text.isEmpty ? [] : [MathPiece(text: text, isItalic: isItalic)]
    }

    /// One letter, command or group.
    private mutating func piece() -> [MathPiece] {
      let character = rest.removeFirst()
      switch character {
      case "\\": return command()
      case "{":
        depth += 1
        defer { depth -= 1 }
        return depth > 50 ? [] : pieces(until: "}")
      case "}", "$": return []
      case "^": return argument().map { $0.on(.raised) }
      case "_": return argument().map { $0.on(.lowered) }
      case "-": return letters("−")
      case "~": return letters(" ")
      default: return letters(String(character))
      }
    }

    private mutating func argument() -> [MathPiece] { rest.isEmpty ? [] : piece() }

    private mutating func upright() -> [MathPiece] {
      let before = isUpright
      isUpright = true
      defer { isUpright = before }
      return argument()
    }

    private mutating func accented(_ mark: String) -> [MathPiece] {
      var pieces = argument()
      if let last = pieces.indices.last { pieces[last].text += mark }
      return pieces
    }

    private mutating func command() -> [MathPiece] {
      guard let first = rest.first else { return [] }
      guard first.isLetter else {
        rest.removeFirst()
        return letters(first == "," || first == ";" || first == "!" ? "\u{2009}" : String(first))
      }
      let name = String(rest.prefix { $0.isLetter && $0.isASCII })
      // A letter that is not of the alphabet is no command's, and must not be met for ever.
      rest.removeFirst(max(name.count, 1))
      if rest.first == " " { rest.removeFirst() }
      if let letter = MathText.letters[name] { return letters(letter) }
      switch name {
      case "frac", "dfrac", "tfrac":
        let (above, below) = (argument(), argument())
        return above + letters("/") + below
      case "sqrt": return letters("√") + argument()
      case "mathrm", "mathbf", "text", "operatorname": return upright()
      case "mathit", "mathcal", "mathbb", "boldsymbol": return argument()
      case "hat": return accented("\u{302}")
      case "bar", "overline": return accented("\u{304}")
      case "tilde": return accented("\u{303}")
      case "vec": return accented("\u{20D7}")
      case "dot": return accented("\u{307}")
      case "left", "right", "displaystyle", "limits": return []
      default: return letters(name)
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
