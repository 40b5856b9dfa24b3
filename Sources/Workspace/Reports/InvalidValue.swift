/// A value of an option, or of the configuration, that cannot be what it says.
public struct InvalidValue: Error, CustomStringConvertible, Sendable {
  /// What was expected, as the end of a message.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
