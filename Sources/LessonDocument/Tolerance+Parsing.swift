extension Tolerance {
  /// What a text must be to be a tolerance.
  static let expectation = "a positive number or `exact`"

  /// `exact`, or a positive finite decimal number such as `1e-6`; `nil` for anything else.
  init?(_ text: String) {
    if text == "exact" {
      self = .exact
    } else if text.first?.isNumber == true || text.first == ".", let value = Double(text),
      value > 0, value.isFinite
    {
      self = .relative(value)
    } else {
      return nil
    }
  }
}
