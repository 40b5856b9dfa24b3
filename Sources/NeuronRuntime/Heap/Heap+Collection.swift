// The collector: marking from roots, sweeping the rest.

extension Heap {
  /// Frees every object that cannot be reached from `roots` or `pinned`, nor from what `besides` marks
  /// when all that is marked.
  func collect(
    roots: (_ mark: (Value) -> Void) -> Void, besides: (_ mark: (Value) -> Void) -> Void
  ) {
    var pending: [Value] = []
    func mark(_ value: Value) {
      guard value.isObject, !value.header.pointee.isMarked else { return }
      value.header.pointee.isMarked = true
      if value.kind != .string || value.stringObject.pointee.isShared { pending.append(value) }
    }
    roots(mark)
    pinned.forEach(mark)
    for index in 0..<Self.characterCount { mark(characters[index]) }
    while let value = pending.popLast() { visitParts(of: value, mark) }
    besides(mark)
    while let value = pending.popLast() { visitParts(of: value, mark) }
    sweep()
    counters.pointee.threshold =
      firstThreshold < 0 ? firstThreshold : max(firstThreshold, allocated * 2)
  }

  private func visitParts(of value: Value, _ visit: (Value) -> Void) {
    func visitAll(_ items: UnsafeMutablePointer<Value>, _ count: Int) {
      for index in 0..<count { visit(items[index]) }
    }
    switch value.kind {
    case .list: visitAll(value.listObject.pointee.items, value.listObject.pointee.count)
    case .tuple:
      visitAll(value.tupleObject.items, value.tupleObject.pointee.count)
      if let tupleClass = value.tupleClass { visit(tupleClass) }
    case .dictionary:
      value.dictionaryObject.pointee.table.visitValues(visit)
      value.dictionaryObject.pointee.flavour?.visitValues(visit)
    case .set, .frozenset:
      let set = value.setObject
      for index in 0..<set.pointee.entryCount { visit(set.pointee.entries[index].key) }
    case .view: visit(value.viewObject.pointee.dictionary)
    case .slice:
      visit(value.sliceObject.pointee.start)
      visit(value.sliceObject.pointee.stop)
      visit(value.sliceObject.pointee.step)
    case .function:
      let function = value.functionObject
      visitAll(function.boxes, function.pointee.boxCount + function.pointee.defaultCount)
      visit(function.pointee.attributes)
    case .string:
      if value.stringObject.pointee.isShared {
        visit(Value(.string, value.stringObject.sharedText.pointee.owner))
      }
    case .box: visit(value.boxObject.pointee.value)
    case .boundMethod:
      visit(value.boundMethodObject.pointee.receiver)
      visit(value.boundMethodObject.pointee.function)
    case .class: value.classInfo.visitValues(visit)
    case .instance:
      let object = value.instanceObject
      visit(object.pointee.type)
      visit(object.pointee.payload)
      visitAll(object.pointee.slots, object.pointee.capacity)
    case .exceptionState:
      let object = value.exceptionStateObject
      visit(object.pointee.arguments)
      visit(object.pointee.cause)
      visit(object.pointee.context)
      visit(object.pointee.traceback)
    case .descriptor:
      let object = value.descriptorObject
      visit(object.pointee.function)
      visit(object.pointee.setter)
      visit(object.pointee.deleter)
      visit(object.pointee.documentation)
    case .super:
      visit(value.superObject.pointee.type)
      visit(value.superObject.pointee.object)
    case .iterator: visitParts(of: value.iteratorObject.pointee.source, visit)
    case .generator:
      let generator = value.generatorObject
      visit(generator.pointee.function)
      visit(generator.pointee.accumulator)
      visit(generator.pointee.handled)
      visit(generator.pointee.resumerHandled)
      visitAll(generator.registers, generator.pointee.savedCount)
    case .module:
      value.moduleObject.pointee.module._withUnsafeGuaranteedRef { $0.visitValues(visit) }
    case .foreign: value.foreignObject.pointee.value.visitValues(visit)
    default: break
    }
  }

  private func visitParts(of source: IteratorObject.Source, _ visit: (Value) -> Void) {
    switch source {
    case .range, .exhausted: break
    case .list(let value), .tuple(let value, _), .string(let value, _),
      .entries(let value, _, _, _, _), .set(let value, _, _),
      .enumeration(let value, _), .zip(let value, _), .reversed(let value, _),
      .instance(let value), .items(let value, _):
      visit(value)
    case .map(let first, let second), .filter(let first, let second),
      .calls(let first, let second):
      visit(first)
      visit(second)
    }
  }

  /// Frees what is not marked, and clears the marks of the rest.
  func sweep() {
    cells.sweep { header in survives(header) }
    var kept: UInt = 0
    var current = counters.pointee.largeObjects
    while let memory = UnsafeMutableRawPointer(bitPattern: current) {
      current = memory.load(as: UInt.self)
      if survives((memory + Self.largePrefix).assumingMemoryBound(to: ObjectHeader.self)) {
        memory.storeBytes(of: kept, as: UInt.self)
        kept = UInt(bitPattern: memory)
      } else {
        memory.deallocate()
      }
    }
    counters.pointee.largeObjects = kept
  }

  /// Clears the mark of an object that has one; else ends what it owns besides its memory.
  @inline(__always)
  private func survives(_ header: UnsafeMutablePointer<ObjectHeader>) -> Bool {
    if header.pointee.isMarked {
      header.pointee.isMarked = false
      return true
    }
    allocated &-= header.pointee.size
    if header.pointee.kind.ownsMemory { end(header) }
    return false
  }

  private func end(_ header: UnsafeMutablePointer<ObjectHeader>) {
    let value = Value(header.pointee.kind, UnsafeMutableRawPointer(header))
    switch value.kind {
    case .list: deallocateItems(value.listObject)
    case .bigInt: value.bigIntObject.deinitialize(count: 1)
    case .dictionary: value.dictionaryObject.deinitialize(count: 1)
    case .set, .frozenset: value.setObject.freeBuffer()
    case .module: value.moduleObject.pointee.module.release()
    case .foreign: value.foreignObject.deinitialize(count: 1)
    case .class: value.classObject.pointee.info.release()
    case .instance:
      let object = value.instanceObject
      if object.pointee.slots != object.inlineSlots { object.pointee.slots.deallocate() }
    case .exceptionState: value.exceptionStateObject.deinitialize(count: 1)
    default: break
    }
  }
}

extension Kind {
  /// Whether its objects own something besides their memory.
  @inline(__always)
  fileprivate var ownsMemory: Bool {
    switch self {
    case .list, .bigInt, .dictionary, .set, .frozenset, .module, .foreign, .class, .instance,
      .exceptionState:
      true
    default: false
    }
  }
}
