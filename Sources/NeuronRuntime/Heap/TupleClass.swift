/// The class of tuples whose items have names, as `namedtuple` makes one.
package protocol TupleClass: ForeignValue {
  var name: String { get }
  var fields: [String] { get }
  /// A function that takes the tuple first; `nil` when there is no such method.
  func tupleMethod(_ name: String) -> Value?
}

extension Heap {
  /// A tuple of a class. It is one item longer than it says: the class stands behind the others.
  package func tuple(_ items: [Value], of tupleClass: Value) throws(Interruption) -> Value {
    let tuple = try emptyTuple(count: items.count + 1)
    for (index, item) in items.enumerated() { tuple.items[index] = item }
    tuple.items[items.count] = tupleClass
    tuple.pointee.count = items.count
    tuple.pointee.header.hasClass = true
    return Value(.tuple, tuple)
  }
}

extension Value {
  /// The class of a named tuple.
  package var tupleClass: Value? {
    guard kind == .tuple, header.pointee.hasClass else { return nil }
    return tupleObject.items[tupleObject.pointee.count]
  }

  package var flavour: (any DictionaryFlavour)? {
    kind == .dictionary ? dictionaryObject.pointee.flavour : nil
  }
}
