import Pictures

/// A piece of a formula that is set in one way.
struct MathPiece: Hashable {
  var text: String
  /// As letters that stand for quantities are.
  var isItalic = false
  /// How far its line is over that of the formula, in parts of the formula's size.
  var rise = 0.0
  /// Of its letters, in parts of the formula's size.
  var scale = 1.0
}

/// Texts of pictures with formulas between dollars, in one line: `$\alpha^2$` is α². What letters of
/// Unicode do not show is raised and lowered; fractions and roots have brackets where they need them.
enum MathText {
  /// For where only letters can be: `$x^{ab}$` is x^(ab).
  static func plain(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      MathLine(line).parts.map { part in
        part.isFormula ? plain(MathFormula(part.text).nodes) : part.text
      }.joined()
    }.joined(separator: "\n")
  }

  /// A line in pieces that differ in height.
  static func pieces(ofLine line: String) -> [MathPiece] {
    let pieces = MathLine(line).parts.flatMap { part -> [MathPiece] in
      guard part.isFormula else { return [MathPiece(text: part.text)] }
      return Self.pieces(MathFormula(part.text).nodes, usesSmallLetters: true).map { piece in
        var upright = piece
        upright.isItalic = false
        return upright
      }
    }
    return joined(pieces)
  }

  /// A formula in pieces that differ in slant and height.
  static func pieces(_ tex: some StringProtocol) -> [MathPiece] {
    joined(pieces(MathFormula(tex).nodes, usesSmallLetters: false))
  }

  private static func joined(_ pieces: [MathPiece]) -> [MathPiece] {
    pieces.reduce(into: []) { result, piece in
      var last = result.last
      last?.text = piece.text
      if last == piece {
        result[result.count - 1].text += piece.text
      } else {
        result.append(piece)
      }
    }
  }

  // MARK: One line

  /// Without fractions and roots.
  private static func flat(_ nodes: [MathNode]) -> [MathNode] {
    nodes.indices.flatMap { index -> [MathNode] in
      switch nodes[index] {
      case .letters, .raised, .lowered: [nodes[index]]
      case .group(let inner): flat(inner)
      case .root(let inner, let degree):
        (degree.isEmpty ? [] : [.raised(degree)]) + [sign("√")]
          + bracketed(flat(inner), if: !isAtom(flat(inner)))
      case .fraction(let above, let below):
        bracketed(
          fraction(flat(above), flat(below)),
          if: index > 0 && !endsApart(nodes[index - 1])
            || index + 1 < nodes.count && !beginsApart(nodes[index + 1]))
      }
    }
  }

  private static func sign(_ text: String) -> MathNode { .letters(text, isItalic: false) }

  private static func bracketed(_ nodes: [MathNode], if isNeeded: Bool) -> [MathNode] {
    isNeeded ? [sign("(")] + nodes + [sign(")")] : nodes
  }

  private static func fraction(_ above: [MathNode], _ below: [MathNode]) -> [MathNode] {
    let isSum = above.contains { node in
      if case .letters(let text, _) = node { return text.contains(where: isApart) }
      return false
    }
    return bracketed(above, if: isSum || above.isEmpty) + [sign("/")]
      + bracketed(below, if: !isAtom(below) && !isDifferential(below))
  }

  /// Whether what is in a line would be read as one thing below a bar: a letter or a number with its
  /// scripts.
  private static func isAtom(_ nodes: [MathNode]) -> Bool {
    var letters = ""
    for node in nodes {
      switch node {
      case .letters(let text, _) where letters.isEmpty: letters = text
      case .letters(let text, _):
        guard text.allSatisfy(isOfNumber), letters.allSatisfy(isOfNumber) else { return false }
        letters += text
      case .raised, .lowered: if letters.isEmpty { return false }
      case .group, .fraction, .root: return false
      }
    }
    return !letters.isEmpty && !letters.contains(where: isApart)
  }

  private static func isOfNumber(_ character: Character) -> Bool {
    character.isNumber || character == "."
  }

  /// `dx`, `∂w`.
  private static func isDifferential(_ nodes: [MathNode]) -> Bool {
    guard case .letters(let text, _)? = nodes.first, text == "d" || text == "∂" else {
      return false
    }
    return isAtom(Array(nodes.dropFirst()))
  }

  /// Whether a sign does not belong to the letters next to it.
  private static func isApart(_ character: Character) -> Bool {
    !character.isLetter && !character.isNumber && !"∂√∞.′⟩)]".contains(character)
  }

  private static func endsApart(_ node: MathNode) -> Bool {
    guard case .letters(let text, _) = node, let last = text.last else { return false }
    return isApart(last)
  }

  private static func beginsApart(_ node: MathNode) -> Bool {
    guard case .letters(let text, _) = node, let first = text.first else { return false }
    return isApart(first) && !"([⟨{".contains(first) || ")]⟩".contains(first)
  }

  // MARK: Pieces

  /// Of scripts and the scripts of those.
  private static let smaller = 0.7
  private static let smallest = 0.5

  private static func pieces(
    _ nodes: [MathNode], usesSmallLetters: Bool, rise: Double = 0, scale: Double = 1
  ) -> [MathPiece] {
    flat(nodes).flatMap { node -> [MathPiece] in
      func script(_ inner: [MathNode], by step: Double) -> [MathPiece] {
        pieces(
          inner, usesSmallLetters: usesSmallLetters, rise: rise + step * scale,
          scale: max(scale * smaller, smallest))
      }
      switch node {
      case .letters(let text, let isItalic):
        return [MathPiece(text: text, isItalic: isItalic, rise: rise, scale: scale)]
      case .raised(let inner):
        if usesSmallLetters, let text = small(inner, superscripts) {
          return [MathPiece(text: text, rise: rise, scale: scale)]
        }
        return script(inner, by: 0.36)
      case .lowered(let inner):
        if usesSmallLetters, let text = small(inner, subscripts) {
          return [MathPiece(text: text, rise: rise, scale: scale)]
        }
        return script(inner, by: -0.2)
      case .group, .fraction, .root: return []
      }
    }
  }

  private static func plain(_ nodes: [MathNode]) -> String {
    flat(nodes).map { node in
      switch node {
      case .letters(let text, _): text
      case .raised(let inner): small(inner, superscripts) ?? marked(inner, "^")
      case .lowered(let inner): small(inner, subscripts) ?? marked(inner, "_")
      case .group, .fraction, .root: ""
      }
    }.joined()
  }

  private static func marked(_ nodes: [MathNode], _ mark: String) -> String {
    let text = plain(nodes)
    return mark + (text.count > 1 ? "(\(text))" : text)
  }

  /// In letters that are small of their own.
  private static func small(_ nodes: [MathNode], _ table: [Character: Character]) -> String? {
    var result = ""
    for node in flat(nodes) {
      guard case .letters(let text, _) = node else { return nil }
      for character in text {
        guard let letter = table[character] else { return nil }
        result.append(letter)
      }
    }
    return result
  }

  private static let superscripts = table("0123456789+−-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
  private static let subscripts = table(
    "0123456789+−-=()aeoxhklmnpstijruv", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ")

  private static func table(_ keys: String, _ values: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(keys, values))
  }
}
