import NeuronSyntax

/// What the machine asks of the library that brings arrays, about NumPy's numbers: they are the
/// machine's own with a flag, but what they do with anything else than numbers is the library's.
package protocol ArrayLibrary: AnyObject {
  /// Hands every value that it holds to `visit`.
  func visitValues(_ visit: (Value) -> Void)
}
