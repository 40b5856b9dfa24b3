import SourceText

/// A token and where it stands.
public struct Token: Hashable, Sendable {
  /// What a token is; also what a page colours it by.
  public enum Kind: Hashable, Sendable {
    case name
    case keyword
    case number
    /// A whole string literal, prefix and quotes included; an f-string with its fields.
    case string
    case `operator`
    /// `(`, `,`, `:` and their kin.
    case punctuation
    case comment
    /// The end of a logical line.
    case newline
    /// Zero bytes long, before the first token of a deeper block.
    case indent
    /// Zero bytes long, before the first token after a block.
    case dedent
    /// Bytes that begin no token; a diagnostic names them.
    case invalid
    case endOfText
  }

  public var kind: Kind
  /// In the offsets of the fragment that was read.
  public var span: Span

  /// A token.
  public init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}
