import SourceText

/// A piece of YAML as it is written, with its place.
public struct YAML: Sendable {
  /// What a piece is. A scalar is a text, whatever it looks like.
  public indirect enum Kind: Sendable {
    case scalar(String)
    case sequence([YAML])
    /// In the order of the file.
    case mapping([Entry])
  }

  /// One `key: value` of a mapping.
  public struct Entry: Sendable {
    public var key: YAML
    public var value: YAML
  }

  public var kind: Kind
  /// A scalar's own text where it stands as it is, plain and on one line; else from its beginning to
  /// the end of the line.
  public var place: Place

  /// The text of a scalar.
  public var text: String? {
    if case .scalar(let text) = kind { text } else { nil }
  }
}

/// What kind of text YAML is read from, so that messages can name it.
public struct YAMLSubject: Sendable {
  /// As messages begin: `front matter`.
  public var name: String
  /// The most bytes that are read.
  public var maximumSize: Int
  /// What is not read as YAML.
  public var syntax: Rule
  /// A key that the schema does not have.
  public var unknownKey: Rule
  /// A value of another kind than its key's.
  public var value: Rule

  /// A kind of text.
  public init(
    name: String, maximumSize: Int, syntax: Rule, unknownKey: Rule, value: Rule
  ) {
    self.name = name
    self.maximumSize = maximumSize
    self.syntax = syntax
    self.unknownKey = unknownKey
    self.value = value
  }
}
