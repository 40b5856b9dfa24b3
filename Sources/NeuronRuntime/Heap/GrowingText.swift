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

/// Where the bytes of a string are that shares a growing text.
struct SharedText {
  var bytes: UnsafeMutablePointer<UInt8>
  /// The string whose allocation has them: behind its own `SharedText` stand the `GrowingText` and the
  /// bytes.
  var owner: UnsafeMutablePointer<StringObject>
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
    let result: UnsafeMutablePointer<StringObject>
    if let room = a.room(for: b.pointee.byteCount) {
      result = try emptyString(byteCount: MemoryLayout<SharedText>.stride)
      result.sharedText.initialize(to: a.sharedText.pointee)
      room.pointee.used = count
    } else {
      // Only a text that grows for the second time gets room to spare.
      let capacity = a.pointee.isShared ? count + count / 2 : count
      let before = MemoryLayout<SharedText>.stride + MemoryLayout<GrowingText>.stride
      result = try emptyString(byteCount: before + capacity)
      let bytes = (result.content + before).assumingMemoryBound(to: UInt8.self)
      result.sharedText.initialize(to: SharedText(bytes: bytes, owner: result))
      result.growingText.initialize(to: GrowingText(used: count, capacity: capacity))
      bytes.update(from: a.bytes, count: a.pointee.byteCount)
    }
    result.pointee.isShared = true
    (result.bytes + a.pointee.byteCount).update(from: b.bytes, count: b.pointee.byteCount)
    result.pointee.byteCount = count
    result.pointee.scalarCount = a.pointee.scalarCount + b.pointee.scalarCount
    return Value(.string, result)
  }
}

extension UnsafeMutablePointer<StringObject> {
  /// Where the bytes are, for a string that `isShared`.
  @inline(__always)
  var sharedText: UnsafeMutablePointer<SharedText> {
    content.assumingMemoryBound(to: SharedText.self)
  }

  /// The account of the memory in which so many bytes may be put after the text; `nil` where they may
  /// not.
  fileprivate func room(for more: Int) -> UnsafeMutablePointer<GrowingText>? {
    guard pointee.isShared else { return nil }
    let room = sharedText.pointee.owner.growingText
    let isEnd = room.pointee.used == pointee.byteCount
    return isEnd && more <= room.pointee.capacity - room.pointee.used ? room : nil
  }

  /// The account of the memory that an owner has.
  fileprivate var growingText: UnsafeMutablePointer<GrowingText> {
    (content + MemoryLayout<SharedText>.stride).assumingMemoryBound(to: GrowingText.self)
  }
}
