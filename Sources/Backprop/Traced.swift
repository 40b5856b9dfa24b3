/// A number that may stand on a tape: its value, and the entry that computed it.
///
/// Node 0 says "constant": the value depends on nothing that is being differentiated, and is on no
/// tape. A `Traced` is meaningful only together with the tape that made it.
@frozen
public struct Traced: Sendable, Equatable {
  public var value: Double
  /// The index of the tape's entry; 0 for a constant.
  public var node: UInt32

  /// The value that entry `node` holds.
  @inlinable
  public init(_ value: Double, node: UInt32) {
    self.value = value
    self.node = node
  }

  /// A constant.
  @inlinable
  public init(_ constant: Double) {
    self.init(constant, node: 0)
  }

  @inlinable
  public var isConstant: Bool { node == 0 }
}
