import NeuronSyntax
import SourceText

/// A program of the corpus, and where its tokens and lines are.
struct Seed {
  let bytes: [UInt8]
  /// The tokens as text, and of which kind each is.
  let tokens: [[UInt8]]
  let kinds: [Token.Kind]
  let lines: [[UInt8]]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let read = readNeuron(SourceFragment(SourceFile(path: "seed.py", text: text)))
    tokens = read.tokens.map {
      Array(bytes[min($0.span.start, bytes.count)..<min($0.span.end, bytes.count)])
    }
    kinds = read.tokens.map(\.kind)
    lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(
      Array.init)
  }
}

/// Changes programs a little: bytes for the lexer, tokens for the parser, lines for compiler and machine.
struct Mutation {
  let seeds: [Seed]
  var random: Randomness

  /// What trips programs up: limits of integers and floats, deep nesting, odd text.
  private static let fragments: [String] = [
    "0", "-1", "1 << 63", "-(1 << 63)", "10**400", "1e308", "1e400", "-0.0", "float('nan')", "''",
    "'\\0'", "'😀'", "b''", "[]", "()", "{}",
    "set()", "None", "...", "NotImplemented", "lambda: 0", "(yield)", "*a", "**k", ":=", "print",
    "self", "super()", "__class__", "type",
    "object", "int", "next", "iter", "sorted", "map", "zip", "range(10**18)", "[0] * 10**9",
    "'a' * 10**12", "f'{x!r:>{y}}'", "x for x in x",
    "if", "else", "for", "while", "try:", "except", "finally:", "with", "class A:", "def f():",
    "return", "yield", "yield from", "raise", "del",
    "global", "nonlocal", "import", "assert", "not", "and", "in", "is", "@", "->", "(", ")", "[",
    "]", "{", "}", ":", ",", ".", "=", "+=", "//=", "**", "\\\n",
    "\n", "\n    ", "\t", "#", "\"\"\"", "'", "\\", "0x", "1_", "1e", "0b2", ".__dict__",
    ".__class__", ".append(x)", "[::-1]", "[:]", "()", "%",
    "grad", "backprop", "graph", "hash", "repr", "str", "list", "tuple", "__init__", "__eq__",
    "__hash__",
    "__iter__", "__next__", "__getattr__", "__del__",
  ]

  mutating func program() -> [UInt8] {
    let seed = random.pick(seeds)
    switch random.below(20) {
    case 0, 1: return changedBytes(of: seed)
    case 2, 3, 4: return changedTokens(of: seed)
    case 5, 6, 7: return changedLines(of: seed)
    case 8...18: return exchangedTokens(of: seed)
    default: return changedTokens(of: Seed(changedLines(of: seed)))
    }
  }

  private mutating func fragment() -> [UInt8] { Array(random.pick(Self.fragments).utf8) }

  private mutating func changedBytes(of seed: Seed) -> [UInt8] {
    var bytes = seed.bytes
    for _ in 0...random.below(6) where !bytes.isEmpty {
      let place = random.below(bytes.count)
      switch random.below(6) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes[place] ^= 1 << UInt8(random.below(8))
      case 2: bytes.remove(at: place)
      case 3: bytes.insert(contentsOf: fragment(), at: place)
      case 4: bytes.removeSubrange(place..<min(place + random.below(40), bytes.count))
      default:
        let end = min(place + random.below(60), bytes.count)
        let piece = Array(bytes[place..<end])
        bytes.insert(contentsOf: piece, at: random.below(bytes.count))
      }
    }
    return bytes
  }

  private mutating func changedTokens(of seed: Seed) -> [UInt8] {
    var tokens = seed.tokens
    // A token is found in the text by counting: what stands between two is kept.
    let gaps = Self.gaps(of: seed)
    guard tokens.count > 1, gaps.count == tokens.count else { return seed.bytes }
    for _ in 0...random.below(4) {
      let place = random.below(tokens.count)
      switch random.below(6) {
      case 0: tokens[place] = []
      case 1: tokens[place] = random.pick(random.pick(seeds).tokens)
      case 2: tokens[place] = fragment()
      case 3: tokens.swapAt(place, random.below(tokens.count))
      case 4: tokens[place] += [UInt8(ascii: " ")] + fragment()
      default: tokens[place] = tokens[random.below(tokens.count)]
      }
    }
    return zip(gaps, tokens).flatMap { $0 + $1 }
  }

  /// Tokens in the place of others of their kind, most of them from the same program, so that most of
  /// what comes of it can be run.
  private mutating func exchangedTokens(of seed: Seed) -> [UInt8] {
    var tokens = seed.tokens
    let gaps = Self.gaps(of: seed)
    guard tokens.count > 1, gaps.count == tokens.count else { return seed.bytes }
    for _ in 0...random.below(5) {
      var place = random.below(tokens.count)
      // Names and values, of which one fits where another stood.
      for _ in 0..<20 where ![.name, .number, .string, .operator].contains(seed.kinds[place]) {
        place = random.below(tokens.count)
      }
      let source = random.below(4) == 0 ? random.pick(seeds) : seed
      for _ in 0..<50 {
        let other = random.below(source.tokens.count)
        if source.kinds[other] == seed.kinds[place], source.tokens[other] != tokens[place] {
          tokens[place] = source.tokens[other]
          break
        }
      }
    }
    return zip(gaps, tokens).flatMap { $0 + $1 }
  }

  /// What stands before each token.
  private static func gaps(of seed: Seed) -> [[UInt8]] {
    var gaps: [[UInt8]] = []
    var rest = seed.bytes[...]
    for token in seed.tokens {
      guard let start = firstRange(of: token, in: rest) else { return [] }
      gaps.append(Array(rest[..<start]))
      rest = rest[(start + token.count)...]
    }
    return gaps
  }

  private static func firstRange(of token: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    if token.isEmpty { return bytes.startIndex }
    var place = bytes.startIndex
    while place + token.count <= bytes.endIndex {
      if bytes[place..<place + token.count].elementsEqual(token) { return place }
      place += 1
    }
    return nil
  }

  private mutating func changedLines(of seed: Seed) -> [UInt8] {
    var lines = seed.lines
    for _ in 0...random.below(4) where !lines.isEmpty {
      let place = random.below(lines.count)
      switch random.below(6) {
      case 0: lines.remove(at: place)
      case 1: lines.insert(lines[place], at: random.below(lines.count))
      case 2: lines.swapAt(place, random.below(lines.count))
      case 3:
        let other = random.pick(seeds).lines
        let start = random.below(other.count)
        lines.insert(
          contentsOf: other[start..<min(start + 1 + random.below(8), other.count)], at: place)
      case 4: lines[place] = Array("    ".utf8) + lines[place]
      default: lines[place] = Array(lines[place].drop { $0 == UInt8(ascii: " ") })
      }
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
