// `find`, `count`, `startswith`, `replace` and their kin.

/// A part of a string in which is searched.
private struct SearchedPart {
  let text: UnsafeMutablePointer<StringObject>
  /// The part in bytes; `nil` when it begins after the end, where not even "" is found.
  let range: Range<Int>?

  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text.buffer[range ?? 0..<0])
  }

  /// The position, in scalars of the whole text, of a byte of the part.
  func position(ofByte offset: Int) -> Int {
    text.scalarIndex(ofByte: offset + (range?.lowerBound ?? 0))
  }
}

extension UnsafeMutablePointer<StringObject> {
  /// The byte at which a scalar begins; `count` of both at the end.
  func byteIndex(ofScalar index: Int) -> Int {
    if pointee.isASCII { return index }
    var remaining = index
    for (offset, byte) in buffer.enumerated() where byte & 0xC0 != 0x80 {
      if remaining == 0 { return offset }
      remaining -= 1
    }
    return pointee.byteCount
  }

  func scalarIndex(ofByte index: Int) -> Int {
    if pointee.isASCII { return index }
    return buffer[..<index].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}

extension Machine {
  private func searchedPart(_ arguments: Arguments) throws(Interruption) -> SearchedPart {
    let text = arguments[0].stringObject
    let count = text.pointee.scalarCount
    let start = try boundArgument(arguments, 2, missing: 0, count: count)
    let end = min(try boundArgument(arguments, 3, missing: count, count: count), count)
    if start > end { return SearchedPart(text: text, range: nil) }
    let first = text.byteIndex(ofScalar: start)
    return SearchedPart(
      text: text,
      range: first..<(end == count ? text.pointee.byteCount : text.byteIndex(ofScalar: end)))
  }

  func installSearchMethods() {
    for (name, isLast, raises) in [
      ("find", false, false), ("rfind", true, false), ("index", false, true),
      ("rindex", true, true),
    ] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod("str", name, 1...3, parsesTuple: true)
        let part = try machine.searchedPart(arguments)
        let wanted = try machine.searchedText(arguments[1])
        if let found = machine.find(wanted, part, isLast: isLast) { return Value(found) }
        if raises { throw .raised(.value, "substring not found") }
        return Value(-1)
      }
    }
    defineMethod(.string, "count") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("str", "count", 1...3, parsesTuple: true)
      let part = try machine.searchedPart(arguments)
      let wanted = try machine.searchedText(arguments[1])
      guard let range = part.range else { return Value(0) }
      if wanted.isEmpty {
        return Value(
          part.text.scalarIndex(ofByte: range.upperBound)
            - part.text.scalarIndex(ofByte: range.lowerBound) + 1)
      }
      return Value(ByteSearch.occurrences(of: wanted, in: part.bytes).count)
    }
    installAffixMethods()
    installReplacement()
  }

  private func find(
    _ wanted: UnsafeBufferPointer<UInt8>, _ part: SearchedPart, isLast: Bool
  ) -> Int? {
    guard part.range != nil else { return nil }
    if wanted.isEmpty { return part.position(ofByte: isLast ? part.bytes.count : 0) }
    let found =
      isLast
      ? ByteSearch.occurrencesFromRight(of: wanted, in: part.bytes, limit: 1)
      : ByteSearch.occurrences(of: wanted, in: part.bytes, limit: 1)
    return found.first.map(part.position)
  }

  private func searchedText(_ value: Value) throws(Interruption) -> UnsafeBufferPointer<UInt8> {
    if value.kind != .string { throw .raised(.type, "must be str, not \(typeName(value))") }
    spend(value.stringObject.pointee.byteCount)
    return value.stringObject.buffer
  }

  private func installAffixMethods() {
    for (name, isSuffix) in [("startswith", false), ("endswith", true)] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod("str", name, 1...3, parsesTuple: true)
        let part = try machine.searchedPart(arguments)
        let isTuple = arguments[1].kind == .tuple
        for wanted in isTuple ? machine.items(of: arguments[1]) : [arguments[1]] {
          guard wanted.kind == .string else {
            let type = machine.typeName(wanted)
            throw .raised(
              .type,
              isTuple
                ? "tuple for \(name) must only contain str, not \(type)"
                : "\(name) first arg must be str or a tuple of str, not \(type)")
          }
          guard part.range != nil else { continue }
          if part.bytes.has(wanted.stringObject.buffer, atEnd: isSuffix) { return .true }
        }
        return .false
      }
    }
    for (name, isSuffix) in [("removeprefix", false), ("removesuffix", true)] {
      defineMethod(.string, name) { (arguments, machine) throws(Interruption) in
        try arguments.expectMethod("str", name, 1...1)
        guard arguments[1].kind == .string else {
          throw .raised(
            .type, "\(name)() argument must be str, not \(machine.describedKind(arguments[1]))")
        }
        let (bytes, part) = (arguments[0].stringObject.buffer, arguments[1].stringObject.buffer)
        guard bytes.has(part, atEnd: isSuffix) else { return arguments[0] }
        return try machine.heap.string(
          UnsafeBufferPointer(
            rebasing: isSuffix ? bytes.dropLast(part.count) : bytes.dropFirst(part.count)))
      }
    }
  }

  private func installReplacement() {
    defineMethod(.string, "replace") { (arguments, machine) throws(Interruption) in
      try arguments.expectMethod("str", "replace", 2...3)
      for index in 1...2 where arguments[index].kind != .string {
        throw .raised(
          .type,
          "replace() argument \(index) must be str, not \(machine.describedKind(arguments[index]))")
      }
      let limit = arguments.count > 3 ? try machine.integerArgument(arguments[3]) : -1
      return try machine.replace(
        arguments[0].stringObject, arguments[1].stringObject.buffer,
        arguments[2].stringObject.buffer, limit: limit < 0 ? .max : limit)
    }
  }

  private func replace(
    _ text: UnsafeMutablePointer<StringObject>, _ old: UnsafeBufferPointer<UInt8>,
    _ new: UnsafeBufferPointer<UInt8>, limit: Int
  ) throws(Interruption) -> Value {
    let bytes = text.buffer
    spend(bytes.count)
    if old.count == 1, new.count == 1, limit >= bytes.count {
      return try replace(text, old[0], new[0])
    }
    var count = 0
    forEachPlace(of: old, in: bytes, limit: limit) { _ in count += 1 }
    let (growth, overflow) = count.multipliedReportingOverflow(by: new.count - old.count)
    if overflow { throw .memoryLimit(limits.memory) }
    let result = try heap.emptyString(byteCount: bytes.count + growth)
    var target = result.bytes
    var copied = 0
    func take(_ part: UnsafeBufferPointer<UInt8>) {
      if let start = part.baseAddress { target.update(from: start, count: part.count) }
      target += part.count
    }
    forEachPlace(of: old, in: bytes, limit: limit) { place in
      take(UnsafeBufferPointer(rebasing: bytes[copied..<place]))
      take(new)
      copied = place + old.count
    }
    take(UnsafeBufferPointer(rebasing: bytes[copied...]))
    heap.countScalars(result)
    return Value(.string, result)
  }

  /// Puts one byte of ASCII in the place of another.
  private func replace(
    _ text: UnsafeMutablePointer<StringObject>, _ old: UInt8, _ new: UInt8
  ) throws(Interruption) -> Value {
    let result = try heap.emptyString(byteCount: text.pointee.byteCount)
    let (source, target) = (text.bytes, result.bytes)
    for index in 0..<text.pointee.byteCount {
      target[index] = source[index] == old ? new : source[index]
    }
    result.pointee.scalarCount = text.pointee.scalarCount
    return Value(.string, result)
  }

  /// Hands out where `wanted` occurs, a few thousand places at a time: a list of all would be many
  /// times as long as the text. Nothing occurs before each character and at the end.
  private func forEachPlace(
    of wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, limit: Int,
    _ body: (Int) -> Void
  ) {
    var left = limit
    if wanted.isEmpty {
      for index in 0...bytes.count where left > 0 {
        if index < bytes.count, bytes[index] & 0xC0 == 0x80 { continue }
        body(index)
        left -= 1
      }
      return
    }
    let atOnce = 4_096
    var start = 0
    while left > 0 {
      let rest = UnsafeBufferPointer(rebasing: bytes[start...])
      let places = ByteSearch.occurrences(of: wanted, in: rest, limit: min(left, atOnce))
      for place in places { body(start + place) }
      guard places.count == atOnce, let last = places.last else { return }
      left -= places.count
      start += last + wanted.count
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func has(_ part: UnsafeBufferPointer<UInt8>, atEnd: Bool) -> Bool {
    part.count <= count
      && (atEnd ? suffix(part.count) : prefix(part.count)).elementsEqual(part)
  }
}
