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

/// What one formula may cost. The standard ones are far above what a lesson's formulas take (1 to
/// 4 ms and 5 kB each) and far below what a reader would notice as a program that hangs.
public struct TypesettingLimits: Hashable, Sendable {
  /// Processor time.
  public var seconds = 1.0
  /// UTF-8 bytes of TeX.
  public var texLength = 20_000
  /// UTF-8 bytes of HTML.
  public var outputLength = 2_000_000

  /// The standard limits.
  public init() {}
}
