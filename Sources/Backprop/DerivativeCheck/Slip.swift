/// What may have gone wrong when a derivative was written down by hand: a function that is near it and
/// is not it.
public enum Slip: Hashable, Sendable {
  /// The negative.
  case sign
  /// A constant multiple.
  case factor(Double)
  /// Something constant added.
  case offset(Double)
  /// One factor of the chain rule left out.
  case missing(ChainFactor)
  /// One factor of the chain rule there twice.
  case doubled(ChainFactor)
  /// The value of a quantity, and not a derivative.
  case value(of: String)
  /// The derivative of the same quantity by another one.
  case byOther(String)
  /// The derivative of another quantity by the same one.
  case ofOther(String)
  /// Right once the parameters `given` are handed the values of `wanted`.
  case exchanged(given: [String], wanted: [String])
  /// As `exchanged`, but in these factors of the chain rule only.
  case exchangedWithin([ChainFactor], given: [String], wanted: [String])
  /// One summand left out, of so many.
  case missingTerm(of: Int)
  /// One summand, of so many, with the wrong sign.
  case signOfTerm(of: Int)
  /// A value too many as a factor, or one too few.
  case times(Operand)
  case over(Operand)
  /// One over the derivative.
  case inverse
  /// A matrix with rows and columns exchanged.
  case transposed

  /// Whether it is about factors of the chain rule.
  var isOfFactors: Bool {
    switch self {
    case .missing, .doubled: true
    default: false
    }
  }

  /// A value that stands wrongly in a product.
  public enum Operand: Hashable, Sendable {
    case quantity(String)
    /// 1 less the quantity, as in σ(1 - σ).
    case oneMinus(String)

    var text: String {
      switch self {
      case .quantity(let name): name
      case .oneMinus(let name): "(1 - \(name))"
      }
    }
  }
}

/// A factor of the chain rule: the derivative of something on the way by something further in.
public struct ChainFactor: Hashable, Sendable {
  /// The quantities at its ends; `nil` where an end has no name.
  var outer: String?
  var inner: String?
  /// Where it stands on the way, counted from the outside.
  var range: Range<Int>
  /// How it is called without names.
  var description: String

  /// Factors between the same two quantities are the same, whatever the way between them.
  public static func == (a: ChainFactor, b: ChainFactor) -> Bool {
    if a.isNamed || b.isNamed { return a.outer == b.outer && a.inner == b.inner }
    return a.range == b.range && a.description == b.description
  }

  public func hash(into hasher: inout Hasher) {
    if isNamed {
      hasher.combine(outer)
      hasher.combine(inner)
    } else {
      hasher.combine(range)
    }
  }

  /// Whether both ends are quantities that have names.
  var isNamed: Bool { outer != nil && inner != nil }

  /// `∂z/∂w`, or what stands for it in words.
  var text: String {
    if let outer, let inner { return derivativeName(of: outer, by: inner) }
    return description
  }
}

/// `∂z/∂w`
public func derivativeName(of quantity: String, by other: String) -> String {
  "∂\(quantity)/∂\(other)"
}

/// A slip that accounts for all that was seen, in words.
public struct LikelySlip: Hashable, Sendable {
  public let slip: Slip
  /// What was done: `∂z/∂w = x is missing`.
  public let sentence: String
  /// What to do: `multiply by ∂z/∂w, which is x`.
  public let help: String

  /// - Parameters:
  ///   - derivative: how the right one is called.
  ///   - factorText: what the factor of the chain rule is everywhere, where that is a short thing.
  init(_ slip: Slip, derivative: String, factorText: String? = nil) {
    self.slip = slip
    let equals = factorText.map { " = \($0)" } ?? ""
    let which = factorText.map { ", which is \($0)" } ?? ""
    switch slip {
    case .sign:
      sentence = "the sign is wrong"
      help = "put a minus sign before it"
    case .factor(let factor):
      (sentence, help) = Self.words(forFactor: factor, derivative)
    case .offset(let offset):
      sentence = "\(shortDecimal(offset)) is added to \(derivative)"
      help = "a derivative knows nothing of constants that are added"
    case .missing(let factor):
      sentence = "\(factor.text)\(equals) is missing"
      help = "multiply by \(factor.text)\(which)"
    case .doubled(let factor):
      sentence = "\(factor.text)\(equals) is there twice"
      help = "multiply by \(factor.text) once"
    case .value(let name):
      sentence = "it gives the value of \(name), not a derivative"
      help = "return the derivative, \(derivative)"
    case .byOther(let name):
      sentence = "it is the derivative by \(name)"
      help = "differentiate by the other quantity, or say wrt=\"\(name)\""
    case .ofOther(let name):
      sentence = "it is the derivative of \(name)"
      help = "go on to the outermost function, or say of=\(name)"
    case .exchanged(let given, let wanted):
      sentence = "arguments are exchanged: \(Self.words(forExchange: given, wanted))"
      help = "compare the order of arguments with that of the parameters, in every call"
    case .exchangedWithin(let factors, let given, let wanted):
      let product = factors.map(\.text).joined(separator: " · ")
      sentence =
        "in \(product) arguments are exchanged: \(Self.words(forExchange: given, wanted))"
      help = "compare the order of arguments with that of the parameters, in every call"
    case .missingTerm(let count):
      sentence = "one of \(count) terms is missing"
      help = "every way from the quantity to the result gives a term; add them all"
    case .signOfTerm(let count):
      sentence = "one of \(count) terms has the wrong sign"
      help = "look at the signs of the terms one by one"
    case .times(let operand):
      sentence = "a factor \(operand.text) is too many"
      help = "divide by \(operand.text)"
    case .over(let operand):
      sentence = "a factor \(operand.text) is missing"
      help = "multiply by \(operand.text)"
    case .inverse:
      sentence = "it is 1 / \(derivative)"
      help = "turn the fraction over"
    case .transposed:
      sentence = "it is transposed"
      help = "take its `.T`"
    }
  }

  /// Rows and columns exchanged.
  public static let transposed = LikelySlip(.transposed, derivative: "")

  private static func words(
    forFactor factor: Double, _ derivative: String
  ) -> (sentence: String, help: String) {
    let part = fraction(of: 1 / factor)
    if let part, abs(1 / factor) > 1 || !part.contains("/") {
      return ("a factor \(part) is missing", "multiply by \(part)")
    }
    if let whole = fraction(of: factor) {
      return ("a factor \(whole) is too many", "divide by \(whole)")
    }
    let text = shortDecimal(factor)
    return ("it is \(text) times \(derivative)", "divide by \(text)")
  }

  private static func words(forExchange given: [String], _ wanted: [String]) -> String {
    if given.count == 2 { return "\(given[0]) and \(given[1]) stand in each other's place" }
    return
      "\(wanted.joined(separator: ", ")) stand in the places of \(given.joined(separator: ", "))"
  }

  /// Whether a factor is one that is easily forgotten or put twice: a whole number, or one over it.
  static func isUsual(_ factor: Double) -> Bool {
    fraction(of: factor).map { !$0.contains("/") } ?? false
      || fraction(of: 1 / factor).map { !$0.contains("/") } ?? false
  }

  /// A small fraction as text: `3`, `-1/2`; `nil` for what is none.
  static func fraction(of x: Double) -> String? {
    for denominator in 1...16 {
      let numerator = (x * Double(denominator)).rounded()
      guard abs(numerator) >= 1, abs(numerator) <= 1_000 else { continue }
      if abs(x * Double(denominator) - numerator) <= DerivativeTolerance.relative * abs(numerator) {
        return denominator == 1
          ? "\(Int(numerator))" : "\(Int(numerator))/\(denominator)"
      }
    }
    return nil
  }
}
