import BigInt
import NeuronSyntax

// Operators and subscripts of strings, lists, tuples and ranges.

extension Machine {
  /// `nil` where neither operand is a sequence that knows the operator.
  func sequenceBinary(
    _ operation: BinaryOperator, _ x: Value, _ y: Value, _ isInPlace: Bool
  ) throws(Interruption) -> Value? {
    switch operation {
    case .add: return try concatenate(x, y, isInPlace)
    case .multiply:
      if let count = repetitions(y) { return try repeated(x, count, isInPlace) }
      if let count = repetitions(x) { return try repeated(y, count, false) }
      // A number says itself that it does not know the other.
      if x.kind == .foreign { return nil }
      for (sequence, other) in [(x, y), (y, x)] where sequence.kind.isRepeatable {
        throw .raised(
          .type, "can't multiply sequence by non-int of type '\(typeName(other))'")
      }
      return nil
    case .modulo where x.kind == .string: return try percentFormat(x, y)
    case .bitOr where isInPlace && x.kind == .dictionary && y.kind != .dictionary:
      try fill(x, from: y)
      return x
    case .bitOr where x.kind == .dictionary && y.kind == .dictionary:
      let result = isInPlace ? x : heap.dictionary()
      if !isInPlace { try update(result, with: x) }
      try update(result, with: y)
      return result
    default: return nil
    }
  }

  private func concatenate(
    _ x: Value, _ y: Value, _ isInPlace: Bool
  ) throws(Interruption) -> Value? {
    switch x.kind {
    case .string:
      guard y.kind == .string else {
        throw .raised(.type, "can only concatenate str (not \"\(typeName(y))\") to str")
      }
      return try heap.concatenation(x, y)
    case .list:
      if isInPlace {
        try extend(x, with: y)
        return x
      }
      guard y.kind == .list else {
        throw .raised(.type, "can only concatenate list (not \"\(typeName(y))\") to list")
      }
      let result = try heap.emptyList(
        capacity: x.listObject.pointee.count + y.listObject.pointee.count)
      try extend(result, with: x)
      try extend(result, with: y)
      return result
    case .tuple:
      guard y.kind == .tuple else {
        throw .raised(.type, "can only concatenate tuple (not \"\(typeName(y))\") to tuple")
      }
      return try heap.tuple(items(of: x) + items(of: y))
    default: return nil
    }
  }

  /// The number of an integer operand of `*`; a huge one is as good as the largest.
  private func repetitions(_ value: Value) -> Int? {
    switch value.kind {
    case .int, .bool: value.int
    case .bigInt: value.bigIntObject.pointee.value < 0 ? 0 : .max
    default: nil
    }
  }

  private func repeated(
    _ x: Value, _ count: Int, _ isInPlace: Bool
  ) throws(Interruption) -> Value? {
    // Nothing stays nothing, however often.
    let count = length(x) == 0 ? 0 : max(count, 0)
    func total(_ size: Int, _ unit: Int) throws(Interruption) {
      let (bytes, overflow) = size.multipliedReportingOverflow(by: count)
      let (all, tooMany) = bytes.multipliedReportingOverflow(by: unit)
      if overflow || tooMany { throw .memoryLimit(limits.memory) }
      try heap.reserve(all)
      spend(all)
    }
    switch x.kind {
    case .string:
      let object = x.stringObject
      try total(object.pointee.byteCount, 1)
      let result = try heap.emptyString(byteCount: object.pointee.byteCount * count)
      result.bytes.fill(with: object.bytes, object.pointee.byteCount, times: count)
      result.pointee.scalarCount = object.pointee.scalarCount * count
      return Value(.string, result)
    case .list, .tuple:
      let length = length(x) ?? 0
      spend(16 * length)
      try total(length, MemoryLayout<Value>.stride)
      if x.kind == .tuple {
        let tuple = try heap.uninitializedTuple(count: length * count)
        tuple.items.fill(with: x.tupleObject.items, length, times: count)
        return Value(.tuple, tuple)
      }
      let list = isInPlace ? x : try heap.emptyList(capacity: length * count)
      try heap.grow(list.listObject, toHold: length * count)
      list.listObject.pointee.items.fill(
        with: x.listObject.pointee.items, length, times: count)
      list.listObject.pointee.count = length * count
      return list
    default: return nil
    }
  }

  /// Takes all of a starred item; `callee` is the function whose arguments are gathered.
  func extendDisplay(_ list: Value, with source: Value, callee: Value?) throws(Interruption) {
    if !isIterable(source) {
      let subject = callee.map { describedFunction($0) + " argument" } ?? "Value"
      throw .raised(
        .type, "\(subject) after * must be an iterable, not \(typeName(source))")
    }
    try extend(list, with: source)
  }

  /// A new list of all that an iterable gives.
  func collected(_ source: Value) throws(Interruption) -> Value {
    if source.kind != .instance { return try heap.list(try allItems(of: source)) }
    let list = try heap.emptyList(capacity: 8)
    try heap.pinning([list]) { () throws(Interruption) in try extend(list, with: source) }
    return list
  }

  func extend(_ list: Value, with source: Value) throws(Interruption) {
    if source.kind == .list || source.kind == .tuple {
      let object = list.listObject
      let count = length(source) ?? 0
      spend(16 * count)
      try heap.grow(object, toHold: object.pointee.count + count)
      // Looked up after growing: a list may be extended by itself.
      let items = source.kind == .list ? source.listObject.pointee.items : source.tupleObject.items
      (object.pointee.items + object.pointee.count).update(from: items, count: count)
      object.pointee.count += count
      return
    }
    if source.kind == .generator {
      try heap.pinning([list]) { () throws(Interruption) in
        _ = try drain(source, by: .list, into: list) { (_, _) throws(Interruption) in true }
      }
      return
    }
    let iterator = try makeIterator(source)
    try heap.pinning([iterator, list]) { () throws(Interruption) in
      if source.kind == .instance, specialMethod(.length, of: source) != nil {
        // CPython asks for the length, to make room; what is wrong with it comes up, but for its type.
        _ = try catching(.type) { () throws(Interruption) in try lengthOf(source) }
      }
      while let item = try next(iterator) { try heap.append(item, to: list) }
    }
  }

  // MARK: Subscripts

  @inline(never)
  func loadSubscript(_ object: Value, _ index: Value) throws(Interruption) -> Value {
    switch object.kind {
    case .list, .tuple:
      if index.kind == .slice {
        return try sliceItems(object, index)
      }
      let position = try position(index, in: object)
      return object.kind == .list
        ? object.listObject.pointee.items[position] : object.tupleObject.items[position]
    case .string:
      if index.kind == .slice { return try sliceString(object, index) }
      let position = try position(index, in: object)
      if object.stringObject.pointee.isASCII {
        return try heap.character(object.stringObject.bytes[position])
      }
      return try heap.string(String(Character(scalar(of: object, at: position))))
    case .range:
      let range = object.rangeObject.pointee
      if index.kind == .slice {
        let picked = try sliceBounds(index).positions(count: range.count)
        let step = picked.step
        return heap.range(
          start: range.start &+ picked.start &* range.step,
          stop: range.start &+ picked.stop &* range.step,
          step: range.step &* step, count: picked.count)
      }
      // What is in the range fits, what is on the way there may not.
      return Value(range.start &+ (try position(index, in: object)) &* range.step)
    case .dictionary:
      if let value = try getItem(object, index) { return value }
      if let value = try object.flavour?.missing(index, from: object, in: self) { return value }
      throw keyError(index)
    case .foreign:
      if let item = try object.foreignObject.pointee.value.item(at: index, in: self) { return item }
      throw .raised(.type, "'\(typeName(object))' object is not subscriptable")
    case .instance: return try instanceSubscript(object, index)
    case .class: return try classSubscript(object, index)
    case .type: return try genericAlias(object, index)
    case .int, .float, .bool:
      guard object.isNumPy, let arrayLibrary else { fallthrough }
      return try arrayLibrary.item(of: object, at: index, in: self)
    default:
      throw .raised(.type, "'\(typeName(object))' object is not subscriptable")
    }
  }

  private func instanceSubscript(_ object: Value, _ index: Value) throws(Interruption) -> Value {
    if let method = specialMethod(.getItem, of: object) {
      return try callSpecial(method, on: object, index)
    }
    guard let part = object.builtinPart else {
      throw .raised(.type, "'\(typeName(object))' object is not subscriptable")
    }
    if part.kind == .dictionary, let missing = specialMethod(.missing, of: object) {
      if let value = try getItem(part, index) { return value }
      return try callSpecial(missing, on: object, index)
    }
    return try loadSubscript(part, index)
  }

  /// `C[x]`, for classes that say what it means.
  private func classSubscript(_ type: Value, _ index: Value) throws(Interruption) -> Value {
    guard let method = lookUpAttribute("__class_getitem__", in: type) else {
      throw .raised(.type, "type '\(type.classInfo.name)' is not subscriptable")
    }
    return try call(bound(method, to: .none, type: type), [index])
  }

  /// What `len` gives.
  package func lengthOf(_ value: Value) throws(Interruption) -> Int {
    if let count = length(value) { return count }
    if value.kind == .instance {
      if let method = specialMethod(.length, of: value) {
        let result = try callSpecial(method, on: value)
        let index = try indexValue(result)
        if index.kind == .bigInt {
          throw .raised(.overflow, "cannot fit 'int' into an index-sized integer")
        }
        let count = try integerArgument(index)
        if count < 0 { throw .raised(.value, "__len__() should return >= 0") }
        return count
      }
      if let part = value.builtinPart { return try lengthOf(part) }
    }
    if foreign(value)?.isNumeric == true { throw .raised(.type, "len() of unsized object") }
    throw .raised(.type, "object of type '\(typeName(value))' has no len()")
  }

  /// An integer, or what `__index__` gives for one.
  func indexNumber(_ value: Value) throws(Interruption) -> Int {
    try integerArgument(try indexValue(value))
  }

  /// The integer that a value stands for where Python takes `__index__`; other values as they are.
  package func indexValue(_ value: Value) throws(Interruption) -> Value {
    guard value.kind == .instance else {
      guard value.kind == .foreign, let foreign = foreign(value), foreign.isNumeric else {
        return value
      }
      if let number = foreign.scalar(in: self), number.kind == .int { return number }
      throw .raised(.type, "only integer scalar arrays can be converted to a scalar index")
    }
    if let part = value.builtinPart, part.kind == .int || part.kind == .bigInt { return part }
    if let method = specialMethod(.index, of: value) {
      let result = try callSpecial(method, on: value)
      if result.kind == .int || result.kind == .bigInt || result.kind == .bool { return result }
      throw .raised(.type, "__index__ returned non-int (type \(typeName(result)))")
    }
    return value.builtinPart ?? value
  }

  /// The number of elements; `nil` for what has no length.
  package func length(_ value: Value) -> Int? {
    switch value.kind {
    case .string: value.stringObject.pointee.scalarCount
    case .list: value.listObject.pointee.count
    case .tuple: value.tupleObject.pointee.count
    case .dictionary: value.dictionaryObject.pointee.table.count
    case .set, .frozenset: value.setObject.pointee.count
    case .view: value.viewObject.pointee.dictionary.dictionaryObject.pointee.table.count
    case .range: value.rangeObject.pointee.count
    case .foreign: value.foreignObject.pointee.value.count
    default: nil
    }
  }

  private func position(
    _ index: Value, in object: Value, verb: String = ""
  ) throws(Interruption) -> Int {
    // An `__index__` may change the object, so its size is looked up after.
    let index = try indexValue(index)
    let count = length(object) ?? 0
    let name = object.kind == .range ? "range object" : typeName(object)
    guard index.kind == .int || index.kind == .bool else {
      if index.kind == .bigInt {
        if object.kind == .range { throw .raised(.index, "range object index out of range") }
        throw .raised(.index, "cannot fit 'int' into an index-sized integer")
      }
      if object.kind == .string {
        throw .raised(.type, "string indices must be integers, not '\(typeName(index))'")
      }
      throw .raised(
        .type, "\(typeName(object)) indices must be integers or slices, not \(typeName(index))")
    }
    let position = index.int < 0 ? index.int &+ count : index.int
    guard position >= 0, position < count else {
      let subject = object.kind == .string ? "string" : name
      let words = object.kind == .range ? "index" : "\(verb)index"
      throw .raised(.index, "\(subject) \(words) out of range")
    }
    return position
  }

  /// The bounds of a slice as numbers. Each may be an object with an `__index__`, which may change what
  /// is sliced: its size and its items are to be looked up after.
  func sliceBounds(_ slice: Value) throws(Interruption) -> SliceBounds {
    let parts = slice.sliceObject.pointee
    let step = try sliceBound(parts.step) ?? 1
    if step == 0 { throw .raised(.value, "slice step cannot be zero") }
    let start = try sliceBound(parts.start)
    return SliceBounds(start: start, stop: try sliceBound(parts.stop), step: step)
  }

  private func sliceBound(_ value: Value) throws(Interruption) -> Int? {
    let value = try indexValue(value)
    switch value.kind {
    case .none: return nil
    case .int, .bool: return max(value.int, -Int.max / 2)
    case .bigInt: return value.bigIntObject.pointee.value < 0 ? -Int.max / 2 : Int.max / 2
    default:
      throw .raised(
        .type, "slice indices must be integers or None or have an __index__ method")
    }
  }

  private func sliceItems(_ object: Value, _ slice: Value) throws(Interruption) -> Value {
    let bounds = try sliceBounds(slice)
    let isList = object.kind == .list
    let items = isList ? object.listObject.pointee.items : object.tupleObject.items
    let picked = bounds.positions(count: length(object) ?? 0)
    let count = picked.count
    spend(16 * count)
    if picked.step == 1 {
      return isList
        ? try heap.list(copying: items + picked.start, count: count)
        : try heap.tuple(copying: items + picked.start, count: count)
    }
    let result = isList ? try heap.emptyList(capacity: count) : .none
    let tuple = isList ? nil : try heap.uninitializedTuple(count: count)
    let target = tuple?.items ?? result.listObject.pointee.items
    var position = picked.start
    for index in 0..<count {
      target[index] = items[position]
      position = position &+ picked.step
    }
    if let tuple { return Value(.tuple, tuple) }
    result.listObject.pointee.count = count
    return result
  }

  private func sliceString(_ text: Value, _ slice: Value) throws(Interruption) -> Value {
    let object = text.stringObject
    let picked = try sliceBounds(slice).positions(count: object.pointee.scalarCount)
    if object.pointee.isASCII {
      let result = try heap.emptyString(byteCount: picked.count)
      if picked.step == 1 {
        result.bytes.update(from: object.bytes + picked.start, count: picked.count)
      } else {
        for (index, position) in picked.enumerated() {
          result.bytes[index] = object.bytes[position]
        }
      }
      return Value(.string, result)
    }
    let scalars = Array(textOf(text).unicodeScalars)
    var result = String.UnicodeScalarView()
    for position in picked { result.append(scalars[position]) }
    return try heap.string(String(result))
  }

  private func scalar(of text: Value, at position: Int) -> Unicode.Scalar {
    let object = text.stringObject
    if object.pointee.isASCII { return Unicode.Scalar(object.bytes[position]) }
    let scalars = textOf(text).unicodeScalars
    return scalars[scalars.index(scalars.startIndex, offsetBy: position)]
  }

  func storeSubscript(_ object: Value, _ index: Value, _ value: Value) throws(Interruption) {
    switch object.kind {
    case .list:
      if index.kind == .slice { return try storeSlice(object, index, value) }
      let position = try position(index, in: object, verb: "assignment ")
      object.listObject.pointee.items[position] = value
    case .dictionary: try setItem(object, index, value)
    case .foreign
    where try object.foreignObject.pointee.value.setItem(
      at: index, to: value, in: self):
      break
    case .instance:
      if let method = specialMethod(.setItem, of: object) {
        _ = try callSpecial(method, on: object, [index, value])
        return
      }
      guard let part = object.builtinPart else {
        if specialMethod(.deleteItem, of: object) != nil {
          throw .raised(.attribute, "__setitem__")
        }
        fallthrough
      }
      try storeSubscript(part, index, value)
    default:
      throw .raised(.type, "'\(typeName(object))' object does not support item assignment")
    }
  }

  func deleteSubscript(_ object: Value, _ index: Value) throws(Interruption) {
    switch object.kind {
    case .list:
      guard index.kind == .slice else {
        let position = try position(index, in: object, verb: "assignment ")
        return removeItem(at: position, of: object)
      }
      let bounds = try sliceBounds(index)
      let all = items(of: object)
      var isKept = [Bool](repeating: true, count: all.count)
      for position in bounds.positions(count: all.count) { isKept[position] = false }
      try replaceItems(of: object, with: all.indices.filter { isKept[$0] }.map { all[$0] })
    case .dictionary:
      if try removeItem(object, index) == nil, object.flavour?.allowsMissingDeletion != true {
        throw keyError(index)
      }
    case .foreign where try object.foreignObject.pointee.value.deleteItem(at: index, in: self):
      break
    case .instance:
      if let method = specialMethod(.deleteItem, of: object) {
        _ = try callSpecial(method, on: object, index)
        return
      }
      guard let part = object.builtinPart else {
        if specialMethod(.setItem, of: object) != nil { throw .raised(.attribute, "__delitem__") }
        let word = index.kind == .int || index.kind == .bool ? "doesn't" : "does not"
        throw .raised(.type, "'\(typeName(object))' object \(word) support item deletion")
      }
      try deleteSubscript(part, index)
    default:
      // CPython says it in two ways, by which of two tables it looked into.
      let isLooked =
        object.kind.isSequence || object.kind.isSet || object.kind == .view
        || object.kind == .instance
      let isByPosition = isLooked && (index.kind == .int || index.kind == .bool)
      let verb = isByPosition ? "doesn't" : "does not"
      throw .raised(.type, "'\(typeName(object))' object \(verb) support item deletion")
    }
  }

  private func storeSlice(_ list: Value, _ slice: Value, _ value: Value) throws(Interruption) {
    let bounds = try sliceBounds(slice)
    let new = try allItems(
      of: value,
      else: bounds.step == 1
        ? "can only assign an iterable" : "must assign iterable to extended slice")
    var all = items(of: list)
    let picked = bounds.positions(count: all.count)
    if picked.step == 1 {
      all.replaceSubrange(picked.start..<max(picked.start, picked.stop), with: new)
    } else {
      if new.count != picked.count {
        throw .raised(
          .value,
          "attempt to assign sequence of size \(new.count) to extended slice of size \(picked.count)"
        )
      }
      for (index, position) in picked.enumerated() { all[position] = new[index] }
    }
    try replaceItems(of: list, with: all)
  }

  /// Closes the gap; `index` must be that of an item.
  func removeItem(at index: Int, of list: Value) {
    let object = list.listObject
    let rest = object.pointee.count - index - 1
    spend(16 * rest)
    let items = object.pointee.items + index
    items.update(from: items + 1, count: rest)
    object.pointee.count -= 1
  }

  func replaceItems(of list: Value, with items: [Value]) throws(Interruption) {
    let object = list.listObject
    try heap.grow(object, toHold: items.count)
    for (index, item) in items.enumerated() { object.pointee.items[index] = item }
    object.pointee.count = items.count
  }
}

/// The numbers of a slice; `nil` for a bound that is left out.
struct SliceBounds {
  let start: Int?
  let stop: Int?
  let step: Int

  /// Which of `count` positions they pick, by `slice.indices`.
  func positions(count: Int) -> SlicePositions {
    let lowest = step < 0 ? -1 : 0
    let highest = step < 0 ? count - 1 : count
    func clamp(_ value: Int?, _ missing: Int) -> Int {
      guard let value else { return missing }
      let absolute = value < 0 ? value &+ count : value
      return min(max(absolute, lowest), highest)
    }
    return SlicePositions(
      start: clamp(start, step < 0 ? highest : lowest),
      stop: clamp(stop, step < 0 ? lowest : highest), step: step)
  }
}

/// The positions that a slice picks, in its order.
struct SlicePositions: Sequence {
  let start: Int
  let stop: Int
  let step: Int

  var count: Int {
    if step > 0 { return start < stop ? (stop - start - 1) / step + 1 : 0 }
    return stop < start ? Int((UInt(start - stop) - 1) / step.magnitude) + 1 : 0
  }

  func makeIterator() -> AnyIterator<Int> {
    var remaining = count
    var position = start
    return AnyIterator {
      if remaining == 0 { return nil }
      defer {
        remaining -= 1
        position = position &+ step
      }
      return position
    }
  }
}

extension Machine {
  /// Whether a value can be walked; of a library's value only the attempt can tell.
  func isIterable(_ value: Value) -> Bool {
    if value.kind == .instance { return isIterableInstance(value) }
    if value.kind.isIterable { return true }
    guard value.kind == .foreign else { return false }
    let foreign = value.foreignObject.pointee.value
    return foreign.isIterator || foreign.count != nil
  }
}

extension Kind {
  var isRepeatable: Bool { self == .string || self == .list || self == .tuple }

  var isIterable: Bool {
    switch self {
    case .string, .list, .tuple, .range, .dictionary, .set, .frozenset, .view, .iterator,
      .generator, .instance:
      true
    default: false
    }
  }

  var isSequence: Bool {
    switch self {
    case .string, .list, .tuple, .range: true
    default: false
    }
  }
}

extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
  /// Puts `count` values here `times` times, one run behind the other; they may stand here already.
  fileprivate func fill(with values: UnsafeMutablePointer<Pointee>, _ count: Int, times: Int) {
    let total = count * times
    if total == 0 { return }
    update(from: values, count: count)
    var done = count
    while done < total {
      let next = Swift.min(done, total - done)
      (self + done).update(from: self, count: next)
      done += next
    }
  }
}
