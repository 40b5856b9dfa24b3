import BigInt

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// The memory of every kind of object. Each begins with an `ObjectHeader`; all are allocated and freed
// by `Heap`, which is also where their parts are traced.

/// What every object begins with.
struct ObjectHeader {
  /// What the object and its buffers take, as the heap accounts for it; in a free cell the next one.
  var size: Int
  /// `unbound` in a free cell.
  var kind: Kind
  var isMarked: Bool
  /// Whether a tuple's class stands behind its items, or a dictionary has a flavour.
  var hasClass = false
}

/// Text in UTF-8, immutable. The bytes follow the struct in the same allocation; where `isShared`, a
/// `SharedText` stands there instead, which says where they are.
///
/// Most texts are a few bytes long, so the struct takes no more than it must: 32 bytes.
struct StringObject {
  var header: ObjectHeader
  var isShared: Bool
  /// 0 until someone asked for it.
  var hash: UInt32
  var byteCount: Int
  /// Unicode scalars, which is what Python's `len` counts.
  var scalarCount: Int
  var isASCII: Bool { byteCount == scalarCount }
}

/// An integer beyond 64 bits. Never one that would fit.
struct BigIntObject {
  var header: ObjectHeader
  var value: BigInt
}

/// A list; its items stand in a buffer of their own that grows.
struct ListObject {
  var header: ObjectHeader
  var count: Int
  var capacity: Int
  var items: UnsafeMutablePointer<Value>
}

/// A tuple; its items follow the struct in the same allocation.
struct TupleObject {
  var header: ObjectHeader
  var count: Int
  static let itemsOffset = MemoryLayout<TupleObject>.stride
}

/// A dictionary in insertion order.
struct DictionaryObject: ~Copyable {
  var header: ObjectHeader
  var table: HashTable
  /// `nil` for a plain one.
  var flavour: (any DictionaryFlavour)?
}

/// A dictionary seen as its keys, its values or its entries; it follows the dictionary.
struct ViewObject {
  /// What of each entry is seen.
  enum Part {
    case keys, values, items
  }

  var header: ObjectHeader
  var dictionary: Value
  var part: Part
}

/// `range(start, stop, step)`, within 64 bits.
struct RangeObject {
  var header: ObjectHeader
  var start: Int
  var stop: Int
  var step: Int
  /// The number of elements.
  var count: Int

  /// Which element a number is; `nil` when it is none.
  func index(of value: Int) -> Int? {
    let (distance, overflow) = value.subtractingReportingOverflow(start)
    // The distance to the last element fits, since the range has no more than 2⁶³ − 1 of them; where
    // the distance of this one does not, it is divided as the larger number that it is.
    if overflow {
      let isAbove = value > start
      if isAbove != (step > 0) { return nil }
      let (quotient, remainder) = UInt(bitPattern: isAbove ? distance : 0 &- distance)
        .quotientAndRemainder(dividingBy: step.magnitude)
      return remainder == 0 && quotient < count ? Int(quotient) : nil
    }
    if step == -1 { return distance <= 0 && distance > -count ? -distance : nil }
    let (quotient, remainder) = distance.quotientAndRemainder(dividingBy: step)
    return remainder == 0 && quotient >= 0 && quotient < count ? quotient : nil
  }
}

/// `start:stop:step`, each any value or `None`.
struct SliceObject {
  var header: ObjectHeader
  var start: Value
  var stop: Value
  var step: Value
}

/// A function with what it closes over: the boxes, then the defaults, follow the struct.
struct FunctionObject {
  var header: ObjectHeader
  /// Kept alive by the machine, which holds all code until its end.
  var code: Unmanaged<Code>
  var boxCount: Int
  var defaultCount: Int
  /// A dictionary of what the program set; unbound until it did.
  var attributes: Value
  static let boxesOffset = MemoryLayout<FunctionObject>.stride
}

/// A variable that closures share.
struct BoxObject {
  var header: ObjectHeader
  var value: Value
}

/// A function with its first argument: `items.append`.
struct BoundMethodObject {
  var header: ObjectHeader
  var receiver: Value
  var function: Value
}

/// An imported module.
struct ModuleObject {
  var header: ObjectHeader
  /// Whether its members may change: those of a module that the program's author wrote.
  var isChangeable: Bool
  var module: Unmanaged<NativeModule>
}

/// An iterator over something built in.
struct IteratorObject {
  /// What is walked, and how far it has come.
  enum Source {
    /// The object's `position` is the number to give next.
    case range
    /// The object's `position` is the index of the item to give next.
    case list(Value)
    case tuple(Value, index: Int)
    /// `index` counts bytes.
    case string(Value, index: Int)
    /// `count` is the size at the start: a change is an error, as in Python.
    case entries(Value, ViewObject.Part, index: Int, count: Int, given: Int)
    /// A set: where it goes on, and its size at the start.
    case set(Value, position: Int, count: Int)
    /// `enumerate`: the count to give next.
    case enumeration(Value, next: Int)
    /// `zip` and its strictness: a tuple of iterators.
    case zip(Value, isStrict: Bool)
    /// `map(function, iterators)`.
    case map(Value, Value)
    /// `filter(function or None, iterator)`.
    case filter(Value, Value)
    /// `reversed`: a sequence, and one more than the index to give next.
    case reversed(Value, remaining: Int)
    /// `iter(function, sentinel)`: calls until one gives the sentinel.
    case calls(Value, sentinel: Value)
    /// An instance with a `__next__`.
    case instance(Value)
    /// An instance with a `__getitem__` and nothing better.
    case items(Value, index: Int)
    case exhausted

    /// How the interpreter's loop walks it.
    var walk: Walk {
      switch self {
      case .range: .range
      case .list: .list
      case .enumeration: .pairs
      case .zip(let iterators, isStrict: false)
      where iterators.tupleObject.pointee.count == 2: .pairs
      default: .other
      }
    }

    /// Whether taking the next value neither calls the program nor asks another iterator.
    @inline(__always)
    var isFlat: Bool {
      switch self {
      case .range, .list, .tuple, .string, .entries, .exhausted: true
      default: false
      }
    }
  }

  /// What the interpreter's loop can walk by itself.
  enum Walk: UInt8 {
    case range, list
    /// An `enumerate`, or a `zip` of two.
    case pairs
    case other
  }

  var header: ObjectHeader
  var walk: Walk
  /// How far it has come, where the source says so.
  var position: Int
  /// Of a range: the distance between two numbers, and how many are left.
  var step: Int
  var remaining: Int
  var source: Source
}

extension Value {
  /// Whether an iterator walks something built in, and so holds no generator.
  var iteratesPlainly: Bool {
    switch iteratorObject.pointee.source {
    case .range, .list, .tuple, .string, .entries, .set, .exhausted: true
    default: false
    }
  }
}

extension UnsafeMutablePointer<IteratorObject> {
  func exhaust() {
    pointee.walk = .other
    pointee.source = .exhausted
  }
}

/// An opaque value of a library.
struct ForeignObject {
  var header: ObjectHeader
  var value: any ForeignValue
}

extension Value {
  @inline(__always)
  var header: UnsafeMutablePointer<ObjectHeader> {
    pointer.assumingMemoryBound(to: ObjectHeader.self)
  }
  @inline(__always)
  var stringObject: UnsafeMutablePointer<StringObject> {
    pointer.assumingMemoryBound(to: StringObject.self)
  }
  @inline(__always)
  var listObject: UnsafeMutablePointer<ListObject> {
    pointer.assumingMemoryBound(to: ListObject.self)
  }
  @inline(__always)
  var tupleObject: UnsafeMutablePointer<TupleObject> {
    pointer.assumingMemoryBound(to: TupleObject.self)
  }
  @inline(__always)
  var dictionaryObject: UnsafeMutablePointer<DictionaryObject> {
    pointer.assumingMemoryBound(to: DictionaryObject.self)
  }
  /// Of a `.set` or a `.frozenset`.
  @inline(__always)
  var setObject: UnsafeMutablePointer<SetObject> {
    pointer.assumingMemoryBound(to: SetObject.self)
  }
  @inline(__always)
  var viewObject: UnsafeMutablePointer<ViewObject> {
    pointer.assumingMemoryBound(to: ViewObject.self)
  }
  @inline(__always)
  var bigIntObject: UnsafeMutablePointer<BigIntObject> {
    pointer.assumingMemoryBound(to: BigIntObject.self)
  }
  @inline(__always)
  var rangeObject: UnsafeMutablePointer<RangeObject> {
    pointer.assumingMemoryBound(to: RangeObject.self)
  }
  @inline(__always)
  var sliceObject: UnsafeMutablePointer<SliceObject> {
    pointer.assumingMemoryBound(to: SliceObject.self)
  }
  @inline(__always)
  var functionObject: UnsafeMutablePointer<FunctionObject> {
    pointer.assumingMemoryBound(to: FunctionObject.self)
  }
  @inline(__always)
  var boxObject: UnsafeMutablePointer<BoxObject> {
    pointer.assumingMemoryBound(to: BoxObject.self)
  }
  @inline(__always)
  var boundMethodObject: UnsafeMutablePointer<BoundMethodObject> {
    pointer.assumingMemoryBound(to: BoundMethodObject.self)
  }
  @inline(__always)
  var moduleObject: UnsafeMutablePointer<ModuleObject> {
    pointer.assumingMemoryBound(to: ModuleObject.self)
  }
  @inline(__always)
  var iteratorObject: UnsafeMutablePointer<IteratorObject> {
    pointer.assumingMemoryBound(to: IteratorObject.self)
  }
  @inline(__always)
  var foreignObject: UnsafeMutablePointer<ForeignObject> {
    pointer.assumingMemoryBound(to: ForeignObject.self)
  }
}

extension UnsafeMutablePointer<TupleObject> {
  /// The items, `count` of them.
  @inline(__always)
  var items: UnsafeMutablePointer<Value> {
    (UnsafeMutableRawPointer(self) + TupleObject.itemsOffset).assumingMemoryBound(to: Value.self)
  }
}

extension UnsafeMutablePointer<DictionaryObject> {
  @inline(__always)
  var table: UnsafeMutablePointer<HashTable> {
    (UnsafeMutableRawPointer(self) + MemoryLayout<ObjectHeader>.stride)
      .assumingMemoryBound(to: HashTable.self)
  }
}

extension UnsafeMutablePointer<StringObject> {
  /// The UTF-8 bytes, `byteCount` of them.
  @inline(__always)
  var bytes: UnsafeMutablePointer<UInt8> {
    pointee.isShared
      ? sharedText.pointee.bytes : content.assumingMemoryBound(to: UInt8.self)
  }

  /// What follows the struct in the same allocation.
  @inline(__always)
  var content: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(self) + MemoryLayout<StringObject>.stride
  }

  @inline(__always)
  var buffer: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes, count: pointee.byteCount)
  }

  @inline(__always)
  func hasSameBytes(as other: UnsafeMutablePointer<StringObject>) -> Bool {
    pointee.byteCount == other.pointee.byteCount
      && memcmp(bytes, other.bytes, pointee.byteCount) == 0
  }

  /// The hash of the text, computed once.
  @inline(__always)
  var hash: Int {
    if pointee.hash == 0 { pointee.hash = PythonHash.bytes(buffer) }
    return Int(pointee.hash)
  }
}

extension UnsafeMutablePointer<FunctionObject> {
  /// The boxes of `code.free`, then the defaults.
  @inline(__always)
  var boxes: UnsafeMutablePointer<Value> {
    (UnsafeMutableRawPointer(self) + FunctionObject.boxesOffset)
      .assumingMemoryBound(to: Value.self)
  }

  @inline(__always)
  var defaults: UnsafeMutablePointer<Value> { boxes + pointee.boxCount }
}
