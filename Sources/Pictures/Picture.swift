/// Something that a lesson shows besides text. Each has a text form too.
public enum Picture: Hashable, Sendable {
  case figure(Figure)

  /// What is stored and compared.
  public var text: String {
    switch self {
    case .figure(let figure): figure.text
    }
  }
}
