/// One part of a set of lessons, for one of several machines: `2/4`.
///
/// Lessons are dealt out like cards in the order of their paths, so that every machine, which sees
/// the same set, agrees on the parts, these have the same number of lessons but one, and lessons of
/// one folder, often alike in length, are spread. A part by the hash of the path would keep its
/// lessons when others are added, but nothing is kept from one run to the next that could use that,
/// and of forty lessons one of four machines would often get fifteen.
public struct Shard: Hashable, Sendable {
  /// From 1.
  public let index: Int
  public let count: Int

  /// As on the command line.
  public init(parsing text: String) throws(InvalidValue) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap(Self.number)
    guard parts.count == 2, numbers.count == 2 else {
      throw InvalidValue("'\(text)' is not I/N, as in 2/4 for the second of four parts")
    }
    guard numbers[0] >= 1, numbers[0] <= numbers[1] else {
      throw InvalidValue("'\(text)' is not I/N with I from 1 to N")
    }
    (index, count) = (numbers[0], numbers[1])
  }

  /// Those of all pieces that this part has.
  func part<Piece>(of pieces: [Piece]) -> [Piece] {
    stride(from: index - 1, to: pieces.count, by: count).map { pieces[$0] }
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
  }
}

extension Shard: CustomStringConvertible {
  public var description: String { "\(index)/\(count)" }
}
