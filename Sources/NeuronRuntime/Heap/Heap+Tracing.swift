extension Heap {
  /// Makes every traced float that an object holds a constant.
  func untraceAll() {
    visitObjects { header in
      untraceParts(of: Value(header.pointee.kind, UnsafeMutableRawPointer(header)))
    }
  }

  private func untraceParts(of value: Value) {
    switch value.kind {
    case .list: untrace(value.listObject.pointee.items, value.listObject.pointee.count)
    case .tuple: untrace(value.tupleObject.items, value.tupleObject.pointee.count)
    case .dictionary: value.dictionaryObject.pointee.table.untraceAll()
    case .set, .frozenset:
      let set = value.setObject
      for index in 0..<set.pointee.entryCount { untrace(&set.pointee.entries[index].key, 1) }
    case .slice:
      untrace(&value.sliceObject.pointee.start, 1)
      untrace(&value.sliceObject.pointee.stop, 1)
      untrace(&value.sliceObject.pointee.step, 1)
    case .function:
      let function = value.functionObject
      untrace(function.boxes, function.pointee.boxCount + function.pointee.defaultCount)
    case .generator:
      let generator = value.generatorObject
      untrace(&generator.pointee.accumulator, 1)
      untrace(generator.registers, generator.pointee.savedCount)
    case .box: untrace(&value.boxObject.pointee.value, 1)
    case .boundMethod: untrace(&value.boundMethodObject.pointee.receiver, 1)
    case .class: value.classInfo.untrace()
    case .instance:
      let object = value.instanceObject
      untrace(object.pointee.slots, object.pointee.capacity)
      untrace(&object.pointee.payload, 1)
    // The other kinds hold no numbers but in objects of these kinds.
    default: break
    }
  }

  /// Makes traced floats in memory constants.
  func untrace(_ values: UnsafeMutablePointer<Value>, _ count: Int) {
    for index in 0..<count { values[index] = values[index].untraced }
  }
}
