/// Which attributes an instance has, and in which slots.
///
/// Instances of a class that got the same attributes in the same order share a shape, so that a place
/// in the code that remembers a shape knows the slot. Each shape leads to those with one attribute
/// more. (Self calls them maps, V8 hidden classes.)
final class Shape {
  /// Never given again, even when the shape is gone; the top bit is set, which no address has.
  let id: UInt64
  let count: Int
  /// Names by slot, shared with the shapes that this one leads to; the first `count` count here.
  private let names: NameTable
  private var transitions: [String: Shape] = [:]

  /// Names with their slots, extended by whichever shape comes first.
  fileprivate final class NameTable {
    var names: [String] = []
    var slots: [String: Int] = [:]
  }

  /// What the heap accounts for a shape, and for each name that it has to copy.
  static let size = 256
  static let sizeOfName = 64

  init(id: UInt64) {
    self.id = id
    count = 0
    names = NameTable()
  }

  private init(id: UInt64, extending other: Shape, with name: String) {
    self.id = id
    count = other.count + 1
    if other.names.names.count == other.count {
      names = other.names
    } else {
      names = NameTable()
      for known in other.names.names.prefix(other.count) { names.append(known) }
    }
    names.append(name)
  }

  /// The slot of an attribute; `nil` when there is none.
  func slot(of name: String) -> Int? {
    guard let slot = names.slots[name], slot < count else { return nil }
    return slot
  }

  /// The names in the order in which they were set.
  var allNames: ArraySlice<String> { names.names.prefix(count) }

  /// The shape with one attribute more, if it has been made.
  func known(adding name: String) -> Shape? { transitions[name] }

  /// What making the shape with one more attribute takes.
  func cost(ofAdding name: String) -> Int {
    Shape.size + (names.names.count == count ? 1 : count + 1) * Shape.sizeOfName + name.utf8.count
  }

  func make(adding name: String, id: UInt64) -> Shape {
    let shape = Shape(id: id, extending: self, with: name)
    transitions[name] = shape
    return shape
  }
}

extension Shape.NameTable {
  fileprivate func append(_ name: String) {
    slots[name] = names.count
    names.append(name)
  }
}
