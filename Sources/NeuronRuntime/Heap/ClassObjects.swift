// The memory of classes, of their instances, and of what stands between the two.

/// A class, of the program or one of Python's exceptions.
struct ClassObject {
  var header: ObjectHeader
  var info: Unmanaged<ClassInfo>
}

/// An instance of a class. Its attributes stand in slots, by its shape; the first ones follow the
/// struct in the same allocation.
struct InstanceObject {
  var header: ObjectHeader
  /// The shape's number, which attribute sites remember.
  var shapeID: UInt64
  /// Kept alive by the class, which the instance keeps alive.
  var shape: Unmanaged<Shape>
  var type: Value
  var slots: UnsafeMutablePointer<Value>
  var capacity: Int
  /// What an instance of a subclass of a built-in type is besides: a list, a dictionary, the state of
  /// an exception. Unbound otherwise.
  var payload: Value
  static let slotsOffset = MemoryLayout<InstanceObject>.stride

  @inline(__always)
  mutating func take(_ shape: Unmanaged<Shape>) {
    self.shape = shape
    shapeID = shape._withUnsafeGuaranteedRef { $0.id }
  }
}

/// What an exception is besides an instance of its class.
struct ExceptionObject {
  var header: ObjectHeader
  var arguments: Value
  var cause: Value
  var context: Value
  /// The object for its traceback; `None` until a program asks.
  var traceback: Value
  var suppressesContext: Bool
  /// The way that it took, innermost first.
  var trace: [TracePoint]
}

/// A place that an exception passed.
struct TracePoint {
  var code: Unmanaged<Code>
  var instruction: UnsafePointer<Instruction>
}

/// A property, or a function that is not bound in the usual way.
struct DescriptorObject {
  enum Part {
    case property, staticMethod, classMethod
  }

  var header: ObjectHeader
  var part: Part
  /// The function; of a property the getter.
  var function: Value
  var setter: Value
  var deleter: Value
  /// The text that a property was given; `None` for that of its getter.
  var documentation: Value
}

/// `super()`: an object seen from behind one of its classes.
struct SuperObject {
  var header: ObjectHeader
  var type: Value
  var object: Value
}

extension Value {
  @inline(__always)
  var classObject: UnsafeMutablePointer<ClassObject> {
    pointer.assumingMemoryBound(to: ClassObject.self)
  }
  /// What a class is; only for kind `.class`.
  var classInfo: ClassInfo { classObject.pointee.info._withUnsafeGuaranteedRef { $0 } }
  @inline(__always)
  var instanceObject: UnsafeMutablePointer<InstanceObject> {
    pointer.assumingMemoryBound(to: InstanceObject.self)
  }
  /// The state of an exception; only for instances of exceptions.
  @inline(__always)
  var exceptionObject: UnsafeMutablePointer<ExceptionObject> {
    instanceObject.pointee.payload.exceptionStateObject
  }
  @inline(__always)
  var exceptionStateObject: UnsafeMutablePointer<ExceptionObject> {
    pointer.assumingMemoryBound(to: ExceptionObject.self)
  }
  @inline(__always)
  var descriptorObject: UnsafeMutablePointer<DescriptorObject> {
    pointer.assumingMemoryBound(to: DescriptorObject.self)
  }
  @inline(__always)
  var superObject: UnsafeMutablePointer<SuperObject> {
    pointer.assumingMemoryBound(to: SuperObject.self)
  }

  /// Whether the value is an instance of a class of exceptions.
  var isException: Bool {
    kind == .instance && instanceObject.pointee.payload.kind == .exceptionState
  }

  /// The list, dictionary or other built-in value that an instance is besides; the value itself if it
  /// is no instance, and `nil` for an instance that is nothing besides.
  var builtinPart: Value? {
    guard kind == .instance else { return self }
    let payload = instanceObject.pointee.payload
    return payload.isUnbound || payload.kind == .exceptionState ? nil : payload
  }

  /// What an instance is besides: a list, a number; `nil` for one that is nothing else, and for what is
  /// no instance.
  package var plainPart: Value? { kind == .instance ? builtinPart : nil }
}

extension UnsafeMutablePointer<InstanceObject> {
  /// The slots that follow the struct.
  @inline(__always)
  var inlineSlots: UnsafeMutablePointer<Value> {
    (UnsafeMutableRawPointer(self) + InstanceObject.slotsOffset)
      .assumingMemoryBound(to: Value.self)
  }
}

extension Heap {
  func classObject(_ info: ClassInfo) throws(Interruption) -> Value {
    try reserve(ClassInfo.size)
    let object = allocate(ClassObject.self, kind: .class)
    object.pointee.info = .passRetained(info)
    account(ClassInfo.size, to: Value(.class, object))
    return Value(.class, object)
  }

  /// An instance without attributes.
  func instance(of type: Value, payload: Value = .unbound) -> Value {
    let info = type.classInfo
    let capacity = info.expectedSlots
    let object = allocate(
      InstanceObject.self, kind: .instance, extra: capacity * MemoryLayout<Value>.stride)
    object.pointee.shape = .passUnretained(info.rootShape)
    object.pointee.shapeID = info.rootShape.id
    object.pointee.type = type
    object.pointee.slots = object.inlineSlots
    object.pointee.capacity = capacity
    object.pointee.payload = payload
    object.inlineSlots.initialize(repeating: .unbound, count: capacity)
    return Value(.instance, object)
  }

  /// Makes room for another slot.
  func growSlots(of instance: Value) throws(Interruption) {
    let object = instance.instanceObject
    let capacity = max(object.pointee.capacity * 2, 4)
    let bytes = capacity * MemoryLayout<Value>.stride
    try reserve(bytes)
    let slots = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
    slots.initialize(repeating: .unbound, count: capacity)
    slots.update(from: object.pointee.slots, count: object.pointee.capacity)
    let hadOwn = object.pointee.slots != object.inlineSlots
    if hadOwn { object.pointee.slots.deallocate() }
    account(
      bytes - (hadOwn ? object.pointee.capacity * MemoryLayout<Value>.stride : 0), to: instance)
    object.pointee.slots = slots
    object.pointee.capacity = capacity
  }

  func exceptionState(arguments: Value) -> Value {
    let object = allocate(ExceptionObject.self, kind: .exceptionState)
    object.pointee.arguments = arguments
    object.pointee.cause = .none
    object.pointee.context = .none
    object.pointee.traceback = .none
    object.pointee.suppressesContext = false
    withUnsafeMutablePointer(to: &object.pointee.trace) { $0.initialize(to: []) }
    return Value(.exceptionState, object)
  }

  func descriptor(
    _ part: DescriptorObject.Part, _ function: Value, setter: Value = .none, deleter: Value = .none,
    documentation: Value = .none
  ) -> Value {
    let object = allocate(DescriptorObject.self, kind: .descriptor)
    object.pointee.part = part
    object.pointee.function = function
    object.pointee.setter = setter
    object.pointee.deleter = deleter
    object.pointee.documentation = documentation
    return Value(.descriptor, object)
  }

  func superObject(type: Value, object receiver: Value) -> Value {
    let object = allocate(SuperObject.self, kind: .super)
    object.pointee.type = type
    object.pointee.object = receiver
    return Value(.super, object)
  }
}
