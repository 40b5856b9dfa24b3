/// A formula to be set: TeX without its delimiters.
public struct Formula: Hashable, Sendable {
  public var tex: String
  /// Whether it stands on lines of its own.
  public var isDisplay: Bool

  /// A formula; for `\begin{…}…\end{…}` the environment is part of `tex`.
  public init(tex: String, isDisplay: Bool) {
    self.tex = tex
    self.isDisplay = isDisplay
  }
}

/// Why a formula has no typeset form.
public enum TypesettingFailure: Error, Hashable, Sendable {
  /// KaTeX does not read it. `offset` is where, in UTF-8 bytes of the TeX, if KaTeX says so;
  /// `length` is 0 when only the place is known.
  case rejected(message: String, offset: Int?, length: Int)
  /// It took longer than `TypesettingLimits.seconds`.
  case timedOut(seconds: Double)
  /// The TeX, or what became of it, is longer than the limit in bytes.
  case tooLong(bytes: Int, limit: Int)
  /// There is no engine or no KaTeX: `Typesetter.problem` says which.
  case unavailable
}

/// What one formula, or one block of code, may cost. The standard ones are far above what a lesson's formulas take (1 to
/// 4 ms and 5 kB each) and far below what a reader would notice as a program that hangs.
public struct TypesettingLimits: Hashable, Sendable {
  /// Processor time.
  public var seconds = 1.0
  /// UTF-8 bytes of TeX.
  public var texLength = 20_000
  /// Groups within groups; beyond, how deep KaTeX gets depends on the engine's stack.
  public var depth = 200
  /// UTF-8 bytes of code that is coloured.
  public var codeLength = 100_000
  /// UTF-8 bytes of HTML.
  public var outputLength = 2_000_000

  /// The standard limits.
  public init() {}
}

extension Formula {
  /// Whether a formula that can be read can be set as well: one of usual length without definitions,
  /// which alone make much of little.
  var growsLittle: Bool {
    tex.utf8.count <= 1000 && !["def", "let", "command"].contains { tex.contains($0) }
  }

  /// Where groups (`{`, `\left`, `\begin`) first nest deeper than `limit`, in UTF-8 bytes.
  func offset(deeperThan limit: Int) -> Int? {
    var depth = 0
    var word: [UInt8]?
    func enter(_ opens: Bool, _ closes: Bool) -> Bool {
      depth += (opens ? 1 : 0) - (closes ? 1 : 0)
      return depth > limit
    }
    for (offset, byte) in tex.utf8.enumerated() {
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      if let letters = word {
        if isLetter {
          word = letters.count < 6 ? letters + [byte] : letters
          continue
        }
        word = nil
        let name = String(decoding: letters, as: UTF8.self)
        if enter(name == "left" || name == "begin", name == "right" || name == "end") {
          return offset
        }
        if letters.isEmpty { continue }
      }
      if byte == UInt8(ascii: "\\") {
        word = []
      } else if enter(byte == UInt8(ascii: "{"), byte == UInt8(ascii: "}")) {
        return offset
      }
    }
    return nil
  }
}
