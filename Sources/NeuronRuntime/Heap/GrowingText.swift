/// What makes `text += piece` in a loop take time in proportion to what is added.
///
/// The result of a concatenation may stand in memory that has room left. If the next concatenation
/// begins with that very text, and nothing else has been put after it yet, its second part is written
/// into the room, and both strings share the memory: the shorter is the beginning of the longer.
///
///     s = a + b          ┃ used, capacity ┃ a b ┃
///     t = s + c          ┃ used, capacity ┃ a b c . . . . ┃     t copies: s had no room; t has
///     u = t + d          ┃ used, capacity ┃ a b c d . . . ┃     u is four bytes of t's memory
///     v = t + e          a copy, since d stands where e would
struct GrowingText {
  /// Bytes that some string has for its own.
  var used: Int
  var capacity: Int

  /// Shorter texts are copied, so that they never keep the memory of longer ones alive.
  static let shortest = 256
}

extension Heap {
  func concatenation(_ x: Value, _ y: Value) throws(Interruption) -> Value {
    let (a, b) = (x.stringObject, y.stringObject)
    let count = a.pointee.byteCount + b.pointee.byteCount
    if count >= GrowingText.shortest { return try growingConcatenation(a, b, count) }
    let result = try emptyString(byteCount: count)
    result.bytes.update(from: a.bytes, count: a.pointee.byteCount)
    (result.bytes + a.pointee.byteCount).update(from: b.bytes, count: b.pointee.byteCount)
    result.pointee.scalarCount = a.pointee.scalarCount + b.pointee.scalarCount
    return Value(.string, result)
  }

  private func growingConcatenation(
    _ a: UnsafeMutablePointer<StringObject>, _ b: UnsafeMutablePointer<StringObject>, _ count: Int
  ) throws(Interruption) -> Value {
    var result: UnsafeMutablePointer<StringObject>
    if let room = a.growingText, room.pointee.used == a.pointee.byteCount,
      count <= room.pointee.capacity
    {
      result = try emptyString(byteCount: 0)
      result.pointee.bytes = a.bytes
      result.pointee.growing = a.pointee.growing
      room.pointee.used = count
    } else {
      // Only a text that grows for the second time gets room to spare.
      let capacity = a.pointee.growing == 0 ? count : count + count / 2
      result = try emptyString(byteCount: capacity + MemoryLayout<GrowingText>.stride)
      result.pointee.bytes += MemoryLayout<GrowingText>.stride
      result.pointee.growing = UInt(bitPattern: result)
      result.growingText?.initialize(to: GrowingText(used: count, capacity: capacity))
      result.bytes.update(from: a.bytes, count: a.pointee.byteCount)
    }
    (result.bytes + a.pointee.byteCount).update(from: b.bytes, count: b.pointee.byteCount)
    result.pointee.byteCount = count
    result.pointee.scalarCount = a.pointee.scalarCount + b.pointee.scalarCount
    return Value(.string, result)
  }
}

extension UnsafeMutablePointer<StringObject> {
  /// The account of the memory that the bytes stand in, if it is a growing one.
  fileprivate var growingText: UnsafeMutablePointer<GrowingText>? {
    UnsafeMutablePointer(bitPattern: pointee.growing).map {
      UnsafeMutableRawPointer($0.ownBytes).assumingMemoryBound(to: GrowingText.self)
    }
  }
}
