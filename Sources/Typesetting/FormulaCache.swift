/// Typeset formulas and coloured code kept from run to run, in one value that its owner loads and saves
/// as bytes.
///
///     neuronbook formulas 2⏎      magic
///     u32 length, identity        the libraries and options that made them; others make it empty
///     entries, ascending          u32 text length, u32 html length, u32 checksum, u8 kind, text, html
///
/// Where a formula was only checked, its HTML is empty.
/// Numbers are little-endian. One file read at once is faster than a file a formula by far. Reading
/// only walks over the lengths; an entry's checksum is looked at when the entry is used, so a damaged
/// one is the same as none.
public struct FormulaCache: Sendable {
  /// Bytes above which `serialized()` leaves out what was not used since `init(serialized:)`.
  public static let softLimit = 32 << 20

  private static let magic = Array("neuronbook formulas 2\n".utf8)
  private static let entryHeaderLength = 13

  /// What was made into HTML.
  struct Key: Hashable {
    enum Kind: UInt8 {
      case inlineFormula, displayFormula
      /// Its text is the language, a line ending, the code.
      case code
    }

    var kind: Kind
    var text: String
  }

  private struct Entry {
    /// Where the HTML lies in `bytes`; `fresh` has it instead when it was added since.
    var stored: Range<Int>?
    var fresh: String?
    var checksum: UInt32 = 0
    var isUsed = false
  }

  private var bytes: [UInt8] = []
  private var identity = ""
  private var entries: [Key: Entry] = [:]
  /// Whether saving would write anything new.
  public private(set) var isChanged = false

  /// Nothing kept yet.
  public init() {}

  /// What `serialized()` gave; from any other bytes, an empty cache.
  public init(serialized bytes: [UInt8]) {
    guard let (identity, entries) = Self.parse(bytes) else { return }
    self.bytes = bytes
    self.identity = identity
    self.entries = entries
  }

  /// How many formulas and pieces of code are kept.
  public var count: Int { entries.count }

  /// The bytes to save: the same for the same formulas, in whatever order they came. Past `limit` what
  /// was not used is left out.
  public func serialized(limit: Int = softLimit) -> [UInt8] {
    var result = Self.magic
    result.appendNumber(identity.utf8.count)
    result += identity.utf8
    let all = entries.sorted { Self.isOrdered($0.key, $1.key) }
    var size = all.reduce(result.count) { $0 + Self.size(of: $1.key, $1.value) }
    for (key, entry) in all {
      if size > limit, !entry.isUsed {
        size -= Self.size(of: key, entry)
        continue
      }
      appendEntry(entry, of: key, to: &result)
    }
    return result
  }

  /// Empties the cache unless its contents were made by what `identity` names.
  mutating func require(identity: String) {
    guard self.identity != identity else { return }
    self = FormulaCache()
    self.identity = identity
  }

  /// The kept HTML.
  mutating func html(of key: Key) -> String? {
    guard let entry = entries[key] else { return nil }
    entries[key]?.isUsed = true
    if let fresh = entry.fresh { return fresh.isEmpty ? nil : fresh }
    guard let stored = entry.stored, !stored.isEmpty, isWhole(entry, of: key) else {
      return nil
    }
    return String(validating: bytes[stored], as: UTF8.self)
  }

  /// Whether a formula is known to be one that can be set.
  mutating func knows(_ key: Key) -> Bool {
    guard let entry = entries[key], isWhole(entry, of: key) else { return false }
    entries[key]?.isUsed = true
    return true
  }

  private func isWhole(_ entry: Entry, of key: Key) -> Bool {
    guard let stored = entry.stored else { return true }
    return Self.checksum(bytes[stored], for: key) == entry.checksum
  }

  /// Keeps that a formula can be set.
  mutating func insertReadable(_ key: Key) {
    insert("", for: key)
  }

  /// Keeps the HTML of a formula or of code.
  mutating func insert(_ html: String, for key: Key) {
    entries[key] = Entry(
      fresh: html, checksum: Self.checksum(html.utf8, for: key), isUsed: true)
    isChanged = true
  }

  private func appendEntry(_ entry: Entry, of key: Key, to result: inout [UInt8]) {
    let html = entry.fresh.map { Array($0.utf8)[...] } ?? bytes[entry.stored ?? 0..<0]
    result.appendNumber(key.text.utf8.count)
    result.appendNumber(html.count)
    result.appendNumber(Int(entry.checksum))
    result.append(key.kind.rawValue)
    result += key.text.utf8
    result += html
  }

  private static func parse(_ bytes: [UInt8]) -> (String, [Key: Entry])? {
    var reader = ByteReader(bytes)
    guard bytes.starts(with: magic), reader.take(magic.count) != nil,
      let length = reader.takeNumber(), let range = reader.take(length),
      let identity = String(validating: bytes[range], as: UTF8.self)
    else { return nil }
    var entries: [Key: Entry] = [:]
    while !reader.isAtEnd {
      guard let textLength = reader.takeNumber(), let htmlLength = reader.takeNumber(),
        let checksum = reader.takeNumber(), let kindByte = reader.take(1),
        let kind = Key.Kind(rawValue: bytes[kindByte.lowerBound]),
        let textRange = reader.take(textLength), let html = reader.take(htmlLength),
        let text = String(validating: bytes[textRange], as: UTF8.self)
      else { return nil }
      entries[Key(kind: kind, text: text)] = Entry(
        stored: html, checksum: UInt32(truncatingIfNeeded: checksum))
    }
    return (identity, entries)
  }

  private static func size(of key: Key, _ entry: Entry) -> Int {
    entryHeaderLength + key.text.utf8.count
      + (entry.fresh?.utf8.count ?? entry.stored?.count ?? 0)
  }

  private static func isOrdered(_ a: Key, _ b: Key) -> Bool {
    a.kind == b.kind
      ? a.text.utf8.lexicographicallyPrecedes(b.text.utf8) : a.kind.rawValue < b.kind.rawValue
  }

  /// FNV-1a, 32 bits (draft-eastlake-fnv): against damage, not against malice.
  private static func checksum(_ html: some Sequence<UInt8>, for key: Key) -> UInt32 {
    var sum: UInt32 = 2_166_136_261 &+ UInt32(key.kind.rawValue)
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { sum = (sum ^ UInt32(byte)) &* 16_777_619 }
    }
    add(key.text.utf8)
    add(html)
    return sum
  }
}

extension Formula {
  var key: FormulaCache.Key {
    FormulaCache.Key(kind: isDisplay ? .displayFormula : .inlineFormula, text: tex)
  }
}

/// Takes lengths and ranges off the front of bytes; `nil` past the end.
private struct ByteReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func take(_ length: Int) -> Range<Int>? {
    guard length <= bytes.count - offset else { return nil }
    defer { offset += length }
    return offset..<offset + length
  }

  mutating func takeNumber() -> Int? {
    guard let range = take(4) else { return nil }
    return bytes[range].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

extension [UInt8] {
  /// Four bytes, little-endian; the numbers here are lengths below the limits, or 32-bit sums.
  fileprivate mutating func appendNumber(_ number: Int) {
    for shift in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}
