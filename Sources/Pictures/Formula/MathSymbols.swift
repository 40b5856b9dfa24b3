/// Signs by their names in TeX.
enum MathSymbols {
  /// After a backslash, what is no letter.
  static let escaped: [Character: String] = [
    ",": "\u{2009}", ";": "\u{2009}", ":": "\u{2009}", ">": "\u{2009}", "!": "", "/": "",
    " ": " ", "|": "‖", "{": "{", "}": "}", "%": "%", "#": "#", "&": "&", "_": "_", "$": "$",
  ]

  static let functions: Set<String> = [
    "log", "ln", "lg", "exp", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh",
    "coth", "arcsin", "arccos", "arctan", "arg", "det", "dim", "gcd", "inf", "ker", "lim",
    "liminf", "limsup", "max", "min", "sup", "Pr", "hom", "deg",
  ]

  /// Marks that stand over the letter before them.
  static let accents: [String: String] = [
    "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "tilde": "\u{303}",
    "widetilde": "\u{303}", "vec": "\u{20D7}", "overrightarrow": "\u{20D7}", "dot": "\u{307}",
    "ddot": "\u{308}", "dddot": "\u{20DB}", "acute": "\u{301}", "grave": "\u{300}",
    "breve": "\u{306}", "check": "\u{30C}", "mathring": "\u{30A}", "underline": "\u{332}",
  ]

  static let signs = greek.merging(operators) { $1 }.merging(others) { $1 }

  private static let greek: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "varpi": "ϖ", "rho": "ρ",
    "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "φ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω",
  ]

  private static let operators: [String: String] = [
    "partial": "∂", "nabla": "∇", "cdot": "·", "times": "×", "div": "÷", "pm": "±", "mp": "∓",
    "leq": "≤", "geq": "≥", "neq": "≠", "ne": "≠", "ll": "≪", "gg": "≫", "approx": "≈",
    "equiv": "≡", "cong": "≅", "sim": "∼", "simeq": "≃", "propto": "∝", "to": "→",
    "rightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒",
    "Leftarrow": "⇐", "Leftrightarrow": "⇔", "mapsto": "↦", "uparrow": "↑", "downarrow": "↓",
    "longrightarrow": "⟶", "sum": "∑", "prod": "∏", "int": "∫", "oint": "∮", "iint": "∬",
    "bigcup": "⋃", "bigcap": "⋂", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂",
    "subseteq": "⊆", "supset": "⊃", "supseteq": "⊇", "cup": "∪", "cap": "∩", "forall": "∀",
    "exists": "∃", "neg": "¬", "wedge": "∧", "vee": "∨", "oplus": "⊕", "otimes": "⊗",
    "odot": "⊙", "circ": "∘", "bullet": "•", "star": "⋆", "ast": "∗", "perp": "⊥",
    "parallel": "∥", "mid": "∣", "setminus": "∖", "therefore": "∴", "because": "∵",
    "models": "⊨", "vdash": "⊢",
  ]

  private static let others: [String: String] = [
    "infty": "∞", "emptyset": "∅", "varnothing": "∅", "dagger": "†", "ell": "ℓ", "hbar": "ℏ",
    "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ", "prime": "′", "angle": "∠", "vert": "|", "Vert": "‖",
    "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
    "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "ldots": "…", "cdots": "⋯",
    "dots": "…", "vdots": "⋮", "ddots": "⋱", "colon": ":", "quad": "\u{2003}",
    "qquad": "\u{2003}\u{2003}", "degree": "°", "backslash": "\\", "triangle": "△", "imath": "ı",
    "jmath": "ȷ", "top": "⊤", "bot": "⊥", "checkmark": "✓", "amalg": "⨿", "diamond": "⋄",
    "wp": "℘", "copyright": "©", "S": "§", "P": "¶",
  ]
}
