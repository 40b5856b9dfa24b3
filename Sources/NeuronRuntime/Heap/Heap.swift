import BigInt

/// The objects of one machine, and the collector that frees those that nothing reaches.
///
/// Mark and sweep, not moving. It runs only at the machine's safe points (the back edge of a loop,
/// the start of a call), where all that lives is in registers, globals, constants or `pinned`; so
/// native code may hold values in local variables as long as it does not call back into the machine,
/// and pins them when it does.
package final class Heap {
  /// In raw memory, since the interpreter's loop reads them at every safe point.
  struct Counters {
    /// Bytes that objects and their buffers take.
    var allocated = 0
    /// What `allocated` may reach before the next collection is due.
    var threshold: Int
    /// The newest object that is too large for a cell; 0 when there is none.
    var largeObjects: UInt = 0

    @inline(__always) var isCollectionDue: Bool { allocated > threshold }
  }

  let counters: UnsafeMutablePointer<Counters>
  /// Strings of one ASCII character, made when first needed and kept.
  let characters: UnsafeMutablePointer<Value>
  static let characterCount = 128
  let cells = CellAllocator()
  let buffers = CellAllocator()
  /// Values that native code holds while it calls back into the machine.
  @exclusivity(unchecked) var pinned: [Value] = []
  let limit: Int
  /// From which the arrays of this machine take.
  package let arrayBudget: HeapArrayBudget

  /// Small enough that a loop's garbage stays in the cache, large enough that what a collection has to
  /// walk anyway does not matter.
  package static let usualThreshold = 8 << 20
  /// What may be allocated before the first collection, and at least between two.
  let firstThreshold: Int

  /// - Parameter firstThreshold: −1 collects at every safe point, which shows a value that nothing
  ///   keeps alive.
  init(limit: Int, firstThreshold: Int = Heap.usualThreshold) {
    self.limit = limit
    self.firstThreshold = firstThreshold
    characters = .allocate(capacity: Self.characterCount)
    characters.initialize(repeating: .unbound, count: Self.characterCount)
    counters = .allocate(capacity: 1)
    counters.initialize(to: Counters(threshold: firstThreshold))
    arrayBudget = HeapArrayBudget(counters, limit: limit)
  }

  deinit {
    sweep()
    arrayBudget.forgetHeap()
    characters.deallocate()
    counters.deallocate()
  }

  var allocated: Int {
    @inline(__always) get { counters.pointee.allocated }
    @inline(__always) _modify { yield &counters.pointee.allocated }
  }

  // MARK: Allocation

  /// Sees to it that the next safe point collects.
  func requestCollection() {
    if !keepsGarbage { counters.pointee.threshold = min(counters.pointee.threshold, 0) }
  }

  /// Makes sure that `bytes` more may be had, before anything is computed that would take them.
  func reserve(_ bytes: Int) throws(Interruption) {
    if bytes > limit - allocated { throw .memoryLimit(limit) }
  }

  /// Notes that an object takes so much more.
  package func account(_ bytes: Int, to object: Value) {
    object.header.pointee.size += bytes
    allocated += bytes
  }

  @inline(__always)
  func allocate<T: ~Copyable>(
    _ type: T.Type, kind: Kind, extra: Int = 0
  ) -> UnsafeMutablePointer<T> {
    let size = MemoryLayout<T>.stride &+ extra
    let memory = size <= CellAllocator.largestCell ? cells.allocate(size) : allocateLarge(size)
    let header = memory.assumingMemoryBound(to: ObjectHeader.self)
    header.initialize(to: ObjectHeader(size: size, kind: kind, isMarked: false))
    allocated &+= size
    return memory.assumingMemoryBound(to: T.self)
  }

  /// Before a large object stands the address of the one allocated before it.
  static let largePrefix = 16

  @inline(never)
  private func allocateLarge(_ size: Int) -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: Self.largePrefix + size, alignment: 16)
    memory.storeBytes(of: counters.pointee.largeObjects, as: UInt.self)
    counters.pointee.largeObjects = UInt(bitPattern: memory)
    return memory + Self.largePrefix
  }

  func visitObjects(_ visit: (UnsafeMutablePointer<ObjectHeader>) -> Void) {
    cells.visitObjects(visit)
    var current = counters.pointee.largeObjects
    while let memory = UnsafeMutableRawPointer(bitPattern: current) {
      current = memory.load(as: UInt.self)
      visit((memory + Self.largePrefix).assumingMemoryBound(to: ObjectHeader.self))
    }
  }

  package func string(_ text: String) throws(Interruption) -> Value {
    var text = text
    text.makeContiguousUTF8()
    var result: Result<Value, Interruption> = .success(.none)
    text.utf8.withContiguousStorageIfAvailable { bytes in
      do throws(Interruption) { result = .success(try string(bytes)) } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  /// `bytes` must be valid UTF-8.
  func string(_ bytes: UnsafeBufferPointer<UInt8>) throws(Interruption) -> Value {
    let object = try emptyString(byteCount: bytes.count)
    if let start = bytes.baseAddress, bytes.count > 0 {
      object.bytes.update(from: start, count: bytes.count)
    }
    countScalars(object)
    return Value(.string, object)
  }

  /// An integer in decimal.
  func digits(of value: Int) throws(Interruption) -> Value {
    var rest = value.magnitude
    var count = value < 0 ? 2 : 1
    var limit: UInt = 10
    while rest >= limit {
      count += 1
      let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
      if overflow { break }
      limit = next
    }
    let object = try emptyString(byteCount: count)
    var index = count
    repeat {
      index -= 1
      object.bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if value < 0 { object.bytes[0] = UInt8(ascii: "-") }
    object.pointee.scalarCount = count
    return Value(.string, object)
  }

  /// The string of one ASCII character.
  @inline(__always)
  func character(_ byte: UInt8) throws(Interruption) -> Value {
    let known = characters[Int(byte)]
    return known.isUnbound ? try makeCharacter(byte) : known
  }

  private func makeCharacter(_ byte: UInt8) throws(Interruption) -> Value {
    let object = try emptyString(byteCount: 1)
    object.bytes[0] = byte
    characters[Int(byte)] = Value(.string, object)
    return characters[Int(byte)]
  }

  /// An integer in decimal.
  func decimal(_ value: Int) throws(Interruption) -> Value {
    if value >= 0, value < 10 { return try character(0x30 + UInt8(value)) }
    // 2⁶³ has 19 digits.
    var digits: (UInt64, UInt64, UInt32) = (0, 0, 0)
    return try withUnsafeMutableBytes(of: &digits) { (buffer) throws(Interruption) in
      var place = buffer.count
      var rest = value.magnitude
      repeat {
        place -= 1
        buffer[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if value < 0 {
        place -= 1
        buffer[place] = UInt8(ascii: "-")
      }
      let object = try emptyString(byteCount: buffer.count - place)
      for index in 0..<object.pointee.byteCount { object.bytes[index] = buffer[place + index] }
      return Value(.string, object)
    }
  }

  /// A string of which the caller fills the bytes, then calls `countScalars`.
  func emptyString(byteCount: Int) throws(Interruption) -> UnsafeMutablePointer<StringObject> {
    try reserve(byteCount)
    let object = allocate(StringObject.self, kind: .string, extra: byteCount)
    object.pointee.isShared = false
    object.pointee.hash = 0
    object.pointee.byteCount = byteCount
    object.pointee.scalarCount = byteCount
    return object
  }

  func countScalars(_ object: UnsafeMutablePointer<StringObject>) {
    var continuations = 0
    for byte in object.buffer where byte & 0xC0 == 0x80 { continuations += 1 }
    object.pointee.scalarCount = object.pointee.byteCount - continuations
  }

  /// The smallest form: an `.int` when it fits.
  func integer(_ value: BigInt) throws(Interruption) -> Value {
    if let small = Int(exactly: value) { return Value(small) }
    let bytes = value.magnitude.bitWidth / 8
    try reserve(bytes)
    let object = allocate(BigIntObject.self, kind: .bigInt)
    withUnsafeMutablePointer(to: &object.pointee.value) { $0.initialize(to: value) }
    object.pointee.header.size += bytes
    allocated += bytes
    return Value(.bigInt, object)
  }

  package func tuple(_ items: [Value]) throws(Interruption) -> Value {
    let tuple = try emptyTuple(count: items.count)
    for (index, item) in items.enumerated() { tuple.items[index] = item }
    return Value(.tuple, tuple)
  }

  package func tuple(
    copying items: UnsafeMutablePointer<Value>, count: Int
  ) throws(Interruption) -> Value {
    let tuple = try uninitializedTuple(count: count)
    tuple.items.update(from: items, count: count)
    return Value(.tuple, tuple)
  }

  package func pair(_ first: Value, _ second: Value) throws(Interruption) -> Value {
    let tuple = try uninitializedTuple(count: 2)
    tuple.items[0] = first
    tuple.items[1] = second
    return Value(.tuple, tuple)
  }

  /// A tuple of unbound items, which the caller fills.
  func emptyTuple(count: Int) throws(Interruption) -> UnsafeMutablePointer<TupleObject> {
    let object = try uninitializedTuple(count: count)
    object.items.initialize(repeating: .unbound, count: count)
    return object
  }

  /// A tuple whose items the caller fills before anything else is done.
  func uninitializedTuple(count: Int) throws(Interruption) -> UnsafeMutablePointer<TupleObject> {
    let extra = count * MemoryLayout<Value>.stride
    try reserve(extra)
    let object = allocate(TupleObject.self, kind: .tuple, extra: extra)
    object.pointee.count = count
    return object
  }

  package func dictionary() -> Value {
    let object = allocate(DictionaryObject.self, kind: .dictionary)
    withUnsafeMutablePointer(to: &object.pointee.table) { $0.initialize(to: HashTable()) }
    withUnsafeMutablePointer(to: &object.pointee.flavour) { $0.initialize(to: nil) }
    return Value(.dictionary, object)
  }

  /// Accounts for entries that a dictionary took.
  func dictionaryGrew(_ dictionary: Value, by bytes: Int) throws(Interruption) {
    try reserve(bytes)
    dictionary.header.pointee.size += bytes
    allocated += bytes
  }

  /// Accounts for entries that a dictionary gave up.
  func dictionaryShrank(_ dictionary: Value, by entries: Int) {
    let bytes = entries * HashTable.bytesPerEntry
    dictionary.header.pointee.size -= bytes
    allocated -= bytes
  }

  /// An empty set; `kind` is `.set` or `.frozenset`.
  func set(_ kind: Kind) -> Value {
    let object = allocate(
      SetObject.self, kind: kind, extra: SetObject.bytes(SetObject.smallestMask))
    object.initializeEmpty()
    return Value(kind, object)
  }

  /// Accounts for a buffer that an object took, or with a negative number gave up.
  func grew(_ object: Value, by bytes: Int) throws(Interruption) {
    try reserve(bytes)
    object.header.pointee.size += bytes
    allocated += bytes
  }

  func view(of dictionary: Value, _ part: ViewObject.Part) -> Value {
    let object = allocate(ViewObject.self, kind: .view)
    object.pointee.dictionary = dictionary
    object.pointee.part = part
    return Value(.view, object)
  }

  func range(start: Int, stop: Int, step: Int, count: Int) -> Value {
    let object = allocate(RangeObject.self, kind: .range)
    object.pointee.start = start
    object.pointee.stop = stop
    object.pointee.step = step
    object.pointee.count = count
    return Value(.range, object)
  }

  func slice(_ start: Value, _ stop: Value, _ step: Value) -> Value {
    let object = allocate(SliceObject.self, kind: .slice)
    object.pointee.start = start
    object.pointee.stop = stop
    object.pointee.step = step
    return Value(.slice, object)
  }

  func function(
    _ code: Code, boxCount: Int, defaults: UnsafeMutablePointer<Value>, defaultCount: Int
  ) -> UnsafeMutablePointer<FunctionObject> {
    let extra = (boxCount + defaultCount) * MemoryLayout<Value>.stride
    let object = allocate(FunctionObject.self, kind: .function, extra: extra)
    object.pointee.code = .passUnretained(code)
    object.pointee.boxCount = boxCount
    object.pointee.defaultCount = defaultCount
    object.pointee.attributes = .unbound
    object.boxes.initialize(repeating: .unbound, count: boxCount)
    object.defaults.update(from: defaults, count: defaultCount)
    return object
  }

  func box(_ value: Value) -> Value {
    let object = allocate(BoxObject.self, kind: .box)
    object.pointee.value = value
    return Value(.box, object)
  }

  package func boundMethod(_ receiver: Value, _ function: Value) -> Value {
    let object = allocate(BoundMethodObject.self, kind: .boundMethod)
    object.pointee.receiver = receiver
    object.pointee.function = function
    return Value(.boundMethod, object)
  }

  func module(_ module: NativeModule) -> Value {
    let object = allocate(ModuleObject.self, kind: .module)
    object.pointee.isChangeable = module.program != nil
    object.pointee.module = .passRetained(module)
    return Value(.module, object)
  }

  func iterator(over range: UnsafeMutablePointer<RangeObject>) -> Value {
    let object = allocate(IteratorObject.self, kind: .iterator)
    object.pointee.walk = .range
    object.pointee.position = range.pointee.start
    object.pointee.step = range.pointee.step
    object.pointee.remaining = range.pointee.count
    object.pointee.source = .range
    return Value(.iterator, object)
  }

  func iterator(_ source: IteratorObject.Source) -> Value {
    let object = allocate(IteratorObject.self, kind: .iterator)
    object.pointee.walk = source.walk
    object.pointee.position = 0
    object.pointee.source = source
    return Value(.iterator, object)
  }

  /// A generator that has not begun, with unbound registers.
  func generator(
    _ function: Value, registerCount: Int
  ) throws(Interruption) -> UnsafeMutablePointer<GeneratorObject> {
    let capacity = GeneratorObject.capacity(for: registerCount)
    let extra = capacity * MemoryLayout<Value>.stride
    try reserve(extra)
    let object = allocate(GeneratorObject.self, kind: .generator, extra: extra)
    object.pointee.function = function
    object.pointee.pc = function.functionObject.pointee.code._withUnsafeGuaranteedRef {
      UnsafePointer($0.instructions.baseAddress.unsafelyUnwrapped)
    }
    object.pointee.registerCount = capacity
    object.pointee.state = .created
    object.pointee.consumer = .resumer
    object.pointee.handled = .unbound
    object.pointee.resumerHandled = .unbound
    object.pointee.accumulator = .none
    object.registers.initialize(repeating: .unbound, count: capacity)
    return object
  }

  package func foreign(_ value: any ForeignValue) -> Value {
    let object = allocate(ForeignObject.self, kind: .foreign)
    withUnsafeMutablePointer(to: &object.pointee.value) { $0.initialize(to: value) }
    return Value(.foreign, object)
  }

  /// Runs `body` while everything is safe from the collector: for calls of the program's short methods,
  /// `__eq__` and its kin, in the midst of native code that holds values of which nobody else knows.
  func withoutCollection<R>(_ body: () throws(Interruption) -> R) throws(Interruption) -> R {
    let threshold = counters.pointee.threshold
    counters.pointee.threshold = .max
    defer { counters.pointee.threshold = threshold }
    return try body()
  }

  /// Whether such a call is under way.
  var keepsGarbage: Bool { counters.pointee.threshold == .max }

  /// Runs `body` while `values` are safe from the collector.
  package func pinning<R>(
    _ values: [Value], _ body: () throws(Interruption) -> R
  ) throws(Interruption) -> R {
    let count = pinned.count
    pinned += values
    defer { pinned.removeLast(pinned.count - count) }
    return try body()
  }

  /// As `pinning` of several.
  @inline(__always)
  func pinning<R>(
    _ value: Value, _ body: () throws(Interruption) -> R
  ) throws(Interruption) -> R {
    pinned.append(value)
    defer { pinned.removeLast() }
    return try body()
  }
}
